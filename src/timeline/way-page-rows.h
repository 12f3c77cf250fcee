/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of pages: where lanes are cut so that they can go on overleaf.
 */
#pragma once

#include "way-layout.h"

G_BEGIN_DECLS

/**
 * way_page_rows_fit:
 * @height: pixels of a page that lanes have
 * @most: where so many rows are not enough, the last goes on to the end
 *
 * Pages begin with a lane where they can. One that is cut is so between its rows, and what is left
 * of it has room for its head.
 *
 * Returns: (transfer full) (element-type double): the pixel where each row begins, and the end
 */
GArray *way_page_rows_fit (WayLayout *layout, double height, guint most);

G_END_DECLS
