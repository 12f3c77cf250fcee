/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands before and behind a record and a value in a file.
 */
#pragma once

#include "way-schema.h"

G_BEGIN_DECLS

#define WAY_MARKUP_SIZE 32

/**
 * WayMarkup:
 * @open: up to the value, indented; the bytes behind it are 0
 * @n_open: bytes of @open
 * @close: what follows the value
 * @n_close: bytes of @close
 *
 * Of a kind, from the indentation to where the id is, and the tag that ends it; of a field, its
 * attribute or element. All of @open can be copied at once, which is quicker than as much as is
 * needed.
 */
typedef struct
{
  char open[WAY_MARKUP_SIZE];
  char close[WAY_MARKUP_SIZE];
  guint8 n_open;
  guint8 n_close;
} WayMarkup;

const WayMarkup *way_markup_get_kind (WayKind kind);
const WayMarkup *way_markup_get_field (WayField field);

G_END_DECLS
