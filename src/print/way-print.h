/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan on paper and as a picture: one set of options for the printer, its preview, files from the
 * window and files from the command line, so that the same options give the same.
 */
#pragma once

#include "way-pager.h"
#include "way-paper.h"
#include "way-render.h"

G_BEGIN_DECLS

/**
 * WayPrintKind:
 * @WAY_PRINT_TIMELINE: lanes and bars along time
 * @WAY_PRINT_AGENDA: what is due, begins and expires, month by month, with boxes to tick
 * @WAY_PRINT_SUMMARY: the plan on one page: goals, the next twelve months, credentials, people
 * @WAY_PRINT_CREDENTIALS: for an audit: each credential, what counts towards it, and the evidence
 */
typedef enum
{
  WAY_PRINT_TIMELINE,
  WAY_PRINT_AGENDA,
  WAY_PRINT_SUMMARY,
  WAY_PRINT_CREDENTIALS,
  WAY_N_PRINT_KINDS,
} WayPrintKind;

/**
 * WayPrintOptions:
 * @kind: what is shown
 * @format: of a file
 * @dpi: of PNG
 * @paper: size of a page; a picture (SVG, PNG) is as wide as one, and as high as it takes
 * @landscape: the paper on its side
 * @is_poster: whether the pages of the timeline are one large one that is cut into sheets with
 *   marks for gluing, instead of each having heads and scale
 * @has_private_notes: whether agenda, summary and record tell what is for oneself only: private
 *   notes, reflections, numbers of credentials, how to reach people
 * @unreachable: points at each side of the paper where the printer cannot print; 0 when not known
 * @setup: what stands around; its width and height are those of the paper when they are 0, and of a
 *   printer's paper otherwise
 * @timeline: range, goals and fit; pages across and down are those of a poster too, and a picture
 * is so many pages wide and high; progress and source are filled in by way_print_make_pages().
 *   Of other kinds than the timeline only range and goals count.
 *
 * A plain value; strings and ids belong to whoever made it.
 */
typedef struct
{
  WayPrintKind kind;
  WayRenderFormat format;
  double dpi;
  WayPaper paper;
  gboolean landscape;
  gboolean is_poster;
  gboolean has_private_notes;
  double unreachable;
  WayPageSetup setup;
  WayPagerOptions timeline;
} WayPrintOptions;

/**
 * way_print_options_new:
 *
 * Returns: the timeline as PDF on A4 landscape in the paper theme, one page across, all of the
 * plan, with title and legend, 144 dpi, today from way_day_today(), direction from the locale
 */
WayPrintOptions way_print_options_new (void);

/**
 * way_print_make_pages:
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the pages, for the printer or a PDF
 */
WayPages *way_print_make_pages (WayPlan *plan, const WayPrintOptions *options, GError **error);

/**
 * way_print_make_best_pages:
 * @options: (inout): the paper upright or on its side, which is what is found out
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * As way_print_make_pages(), with the paper as it suits the plan: so that it takes fewer pages,
 * then so that everything is larger, then as the kind is usually read.
 *
 * Returns: (transfer full) (nullable): the pages
 */
WayPages *way_print_make_best_pages (WayPlan *plan, WayPrintOptions *options, GError **error);

/**
 * way_print_render:
 * @stream: where the bytes go; it is not closed
 * @error: return location: WAY_PAGES_ERROR, or what the stream says
 *
 * Writes @plan in the format of @options; see way_render().
 *
 * Returns: whether all was written
 */
gboolean way_print_render (WayPlan *plan, const WayPrintOptions *options, GOutputStream *stream,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
