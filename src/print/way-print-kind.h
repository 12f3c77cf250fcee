/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be printed of a plan, and what can be said about each.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * WayPrintUses:
 * @WAY_PRINT_USES_RANGE: the first and the last day can be chosen
 * @WAY_PRINT_USES_GOAL: one goal can be chosen
 * @WAY_PRINT_USES_FIT: it is fitted to pages or has a scale, and can be a poster
 * @WAY_PRINT_USES_LEGEND: it has a legend, which can be left out
 * @WAY_PRINT_USES_PRIVATE: it shows notes
 *
 * Which of the options make a difference.
 */
typedef enum
{
  WAY_PRINT_USES_RANGE = 1 << 0,
  WAY_PRINT_USES_GOAL = 1 << 1,
  WAY_PRINT_USES_FIT = 1 << 2,
  WAY_PRINT_USES_LEGEND = 1 << 3,
  WAY_PRINT_USES_PRIVATE = 1 << 4,
} WayPrintUses;

/**
 * WayPrintKindInfo:
 * @word: what settings call it
 * @label: what people call it, to be translated
 * @uses: #WayPrintUses
 * @is_wide: whether it is rather read on paper that lies on its side
 */
typedef struct
{
  const char *word;
  const char *label;
  guint uses;
  gboolean is_wide;
} WayPrintKindInfo;

const WayPrintKindInfo *way_print_kind_get_info (WayPrintKind kind);

/**
 * way_print_kind_from_word:
 * @kind: (out): the kind
 *
 * Returns: whether there is one of that word
 */
gboolean way_print_kind_from_word (const char *word, WayPrintKind *kind);

G_END_DECLS
