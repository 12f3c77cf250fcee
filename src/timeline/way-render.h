/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan as a designed page: PDF, SVG and PNG.
 */
#pragma once

#include "way-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_RENDER_ERROR (way_render_error_quark ())
GQuark way_render_error_quark (void);

/**
 * WayRenderError:
 * @WAY_RENDER_ERROR_OPTION: an option does not make sense
 * @WAY_RENDER_ERROR_DRAW: Cairo could not draw, as when memory ran out
 */
typedef enum
{
  WAY_RENDER_ERROR_OPTION,
  WAY_RENDER_ERROR_DRAW,
} WayRenderError;

typedef enum
{
  WAY_RENDER_PDF,
  WAY_RENDER_SVG,
  WAY_RENDER_PNG,
} WayRenderFormat;

typedef enum
{
  WAY_PAPER_A5,
  WAY_PAPER_A4,
  WAY_PAPER_A3,
  WAY_PAPER_LETTER,
  WAY_PAPER_LEGAL,
  WAY_PAPER_TABLOID,
  WAY_N_PAPERS,
} WayPaper;

/**
 * WayRenderOptions:
 * @format: what to write
 * @theme: colours
 * @paper: size of a page; a picture (SVG, PNG) is as wide as one, and as high as it takes
 * @landscape: the paper on its side
 * @pages_across: fit to so many pages side by side, from 1 to 20; a picture is so many pages wide
 * @pages_down: at most so many pages one below the other, up to 100; 0 for as many as it takes
 * @day_width: points a day, instead of fitting; 0 fits
 * @from: the first day to show, WAY_DAY_NONE for the plan's
 * @to: the last day to show, WAY_DAY_NONE for the plan's
 * @goal: show only this goal and those within it; the null id shows all
 * @dpi: of PNG, from 24 to 1200
 * @today: where the line of today stands
 * @rtl: whether time runs from right to left
 * @progress: (nullable): what lane heads show
 * @progress_data: for @progress
 */
typedef struct
{
  WayRenderFormat format;
  WayTheme theme;
  WayPaper paper;
  gboolean landscape;
  guint pages_across;
  guint pages_down;
  double day_width;
  WayDay from;
  WayDay to;
  WayId goal;
  double dpi;
  WayDay today;
  gboolean rtl;
  WayProgressFunc progress;
  gpointer progress_data;
} WayRenderOptions;

/**
 * way_render_options_new:
 *
 * Returns: PDF on A4 landscape in the paper theme, one page across, all of the plan, 144 dpi, today
 * from way_day_today(), direction from the locale
 */
WayRenderOptions way_render_options_new (void);

/**
 * way_paper_from_word:
 * @word: a5, a4, a3, letter, legal or tabloid, in either case
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean way_paper_from_word (const char *word, WayPaper *paper);

/**
 * way_render:
 * @stream: where the bytes go; it is not closed
 * @error: return location: WAY_RENDER_ERROR, or what the stream says
 *
 * Draws @plan. The same plan and options give the same bytes: the date in a PDF is that of
 * SOURCE_DATE_EPOCH, or none other than 1970. On an error the stream has been written in part, and
 * what it leads to has to be thrown away.
 *
 * Returns: whether all was written
 */
gboolean way_render (WayPlan *plan, const WayRenderOptions *options, GOutputStream *stream,
                     GCancellable *cancellable, GError **error);

G_END_DECLS
