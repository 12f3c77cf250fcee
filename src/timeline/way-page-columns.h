/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of pages: where time is cut so that it can go on overleaf.
 */
#pragma once

#include "way-layout.h"

G_BEGIN_DECLS

/**
 * WayPageColumns:
 * @layout: what is cut; its zoom does not matter
 * @first: the first day to show
 * @last: the last day to show
 * @body: pixels of a page that time has
 */
typedef struct
{
  WayLayout *layout;
  WayDay first;
  WayDay last;
  double body;
} WayPageColumns;

/**
 * way_page_columns_fit:
 * @n_columns: how many there may be at the most
 * @scale: (out): of the first column
 *
 * Makes the scale as large as that allows. A column begins where a unit of the scale does, and
 * rather where a large one does and no point stands.
 *
 * Returns: (transfer full) (element-type double): the day where each column begins, and the end
 */
GArray *way_page_columns_fit (const WayPageColumns *self, guint n_columns, WayScale *scale);

/**
 * way_page_columns_scale:
 * @day_width: pixels a day
 * @scale: (out): of the first column
 *
 * Returns: (transfer full) (element-type double): the same, for as many columns as it takes
 */
GArray *way_page_columns_scale (const WayPageColumns *self, double day_width, WayScale *scale);

G_END_DECLS
