/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One large page on several sheets that are cut and glued together.
 */
#pragma once

#include "way-pages.h"

G_BEGIN_DECLS

#define WAY_POSTER_OVERLAP                                                                         \
  28.0 /* points, a centimetre; whole, so that sheets move by whole pixels */
#define WAY_POSTER_MARGIN 24.0 /* points, where nobody knows what the printer can reach */

#define WAY_TYPE_POSTER (way_poster_get_type ())
G_DECLARE_FINAL_TYPE (WayPoster, way_poster, WAY, POSTER, WayPages)

/**
 * way_poster_choose_margin:
 * @unreachable: points at each side of a sheet where the printer cannot print; 0 when not known
 *
 * Returns: whole points around what a sheet shows, so that the marks there are printed, too
 */
double way_poster_choose_margin (double unreachable);

/**
 * way_poster_get_page_size:
 * @sheet_width: of a sheet of paper, in points
 * @sheet_height: of a sheet of paper, in points
 * @margin: around what a sheet shows, in points
 * @across: sheets side by side, at least 1
 * @down: sheets one below the other, at least 1
 * @width: (out): of the page that they can show together
 * @height: (out): of the same
 */
void way_poster_get_page_size (double sheet_width, double sheet_height, double margin, guint across,
                               guint down, double *width, double *height);

/**
 * way_poster_new:
 * @page: pages of which the first is drawn, as large as way_poster_get_page_size() says
 *
 * What lies within the overlap stands on both sheets. Marks at the corners say where to cut, dashes
 * where the next sheet's edge goes, and the foot which sheet it is.
 *
 * Returns: (transfer full): the sheets
 */
WayPages *way_poster_new (WayPages *page, double sheet_width, double sheet_height, double margin,
                          guint across, guint down);

G_END_DECLS
