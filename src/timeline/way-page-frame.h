/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands around the body of a page: margins, head line, title, foot line.
 */
#pragma once

#include "way-label.h"
#include "way-plan.h"
#include "way-style.h"
#include "way-viewport.h"

G_BEGIN_DECLS

/* Text on paper is measured in pixels like all else; so many points is one, for labels of 8 points
 */
#define WAY_POINTS_A_PIXEL 0.6

#define WAY_PAGE_MARGIN 30.0 /* points, at all sides, when nobody says otherwise */

/**
 * WayPageSetup:
 * @width: of the paper, in points
 * @height: of the paper, in points; 0 for one page that is as tall as it takes
 * @margin: at all sides, in points
 * @has_title: whether each page begins with the plan's title, its owner and what the page shows
 * @header: (nullable): what stands above; see way_page_frame_expand()
 * @footer: (nullable): what stands below, the same; %NULL is the page's number where there are
 *   several pages, and where it is among those
 * @theme: colours
 * @today: the day that `{date}` stands for
 * @rtl: whether lines begin at the right
 *
 * A plain value; strings belong to whoever made it.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  gboolean has_title;
  const char *header;
  const char *footer;
  WayTheme theme;
  WayDay today;
  gboolean rtl;
} WayPageSetup;

/**
 * WayPagePlace:
 * @page: from 0
 * @n_pages: of all
 * @row: from 0, at the top
 * @n_rows: of pages, one below the other
 * @column: from 0, where time begins
 * @n_columns: of pages, side by side
 */
typedef struct
{
  guint page;
  guint n_pages;
  guint row;
  guint n_rows;
  guint column;
  guint n_columns;
} WayPagePlace;

typedef struct _WayPageFrame WayPageFrame;

/**
 * way_page_frame_new:
 * @plan: what title and owner are taken from
 * @subtitle: (nullable): what the pages show, as "January 2026 to December 2029"
 *
 * Returns: (transfer full): the frame
 */
WayPageFrame *way_page_frame_new (WayPlan *plan, const WayPageSetup *setup, const char *subtitle);
void way_page_frame_free (WayPageFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPageFrame, way_page_frame_free)

WayPlan *way_page_frame_get_plan (WayPageFrame *self);

/**
 * way_page_frame_get_setup:
 *
 * Returns: (transfer none): a copy of what the frame was made with
 */
const WayPageSetup *way_page_frame_get_setup (WayPageFrame *self);
const WayStyle *way_page_frame_get_style (WayPageFrame *self);

/**
 * way_page_frame_get_labels:
 *
 * Returns: (transfer none): what text on these pages is measured and shaped with
 */
WayLabels *way_page_frame_get_labels (WayPageFrame *self);

/**
 * way_page_frame_get_body:
 *
 * Returns: what is left for the body, in points; of no height where the page is as tall as it takes
 */
WayRect way_page_frame_get_body (WayPageFrame *self);

/**
 * way_page_frame_get_around:
 *
 * Returns: points of a page's height that are not the body's
 */
double way_page_frame_get_around (WayPageFrame *self);

/**
 * way_page_frame_expand:
 * @text: with placeholders: `{title}`, `{owner}`, `{date}`, `{page}`, `{pages}`, `{row}`,
 * `{column}`; others stay as they are
 *
 * Returns: (transfer full): @text with their values
 */
char *way_page_frame_expand (WayPageFrame *self, const char *text, const WayPagePlace *place);

/**
 * way_page_frame_draw:
 * @height: of the page, in points
 * @cr: in points, the page's corner at the origin
 *
 * Draws the ground and the frame. The text of head and foot has up to three parts with `|` between
 * them: at the line's beginning, in its middle, at its end.
 */
void way_page_frame_draw (WayPageFrame *self, const WayPagePlace *place, double height,
                          cairo_t *cr);

G_END_DECLS
