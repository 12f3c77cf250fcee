/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be meant by a # or an @ while it is being typed.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayQuickCompletion:
 * @label: what is meant
 * @text: what to write instead, with its sign
 * @start: the first byte of what it takes the place of
 * @end: the byte after the last
 */
typedef struct
{
  char *label;
  char *text;
  gsize start;
  gsize end;
} WayQuickCompletion;

/**
 * way_quick_complete:
 * @text: valid UTF-8
 * @cursor: a byte in it, where one types
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type WayQuickCompletion): categories and states that begin with
 *   what stands behind the last #, or goals with such words behind the last @; none elsewhere, nor
 *   when it is written in full
 */
GPtrArray *way_quick_complete (WayPlan *plan, const char *text, gsize cursor, guint limit);

G_END_DECLS
