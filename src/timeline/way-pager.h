/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan's timeline on pages: lanes and scale again on each, breaks between lanes and where a unit
 * of the scale begins, and none through words.
 */
#pragma once

#include "way-layout.h"
#include "way-pages.h"

G_BEGIN_DECLS

#define WAY_PAGES_ERROR (way_pages_error_quark ())
GQuark way_pages_error_quark (void);

/**
 * WayPagesError:
 * @WAY_PAGES_ERROR_OPTION: an option does not make sense, or does not with this plan
 * @WAY_PAGES_ERROR_DRAW: Cairo could not draw, as when memory ran out
 */
typedef enum
{
  WAY_PAGES_ERROR_OPTION,
  WAY_PAGES_ERROR_DRAW,
} WayPagesError;

typedef struct _WayPagerSource WayPagerSource;

/**
 * WayPagerOptions:
 * @from: the first day to show, WAY_DAY_NONE for the plan's
 * @to: the last day to show, WAY_DAY_NONE for the plan's
 * @goals: (nullable) (array length=n_goals): show only these goals and those within them
 * @n_goals: 0 shows all
 * @pages_across: fit to so many pages side by side, from 1 to 20
 * @pages_down: at most so many pages one below the other, up to 100; 0 for as many as it takes
 * @day_width: points a day, instead of fitting; 0 fits
 * @has_legend: whether each page explains icons and colours
 * @progress: (nullable): what lane heads show
 * @progress_data: for @progress
 * @source: (nullable): the plan, laid out for the same days and goals already
 *
 * A plain value; the ids belong to whoever made it.
 */
typedef struct
{
  WayDay from;
  WayDay to;
  const WayId *goals;
  guint n_goals;
  guint pages_across;
  guint pages_down;
  double day_width;
  gboolean has_legend;
  WayProgressFunc progress;
  gpointer progress_data;
  WayPagerSource *source;
} WayPagerOptions;

/**
 * way_pager_options_check_goals:
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: whether the plan has all goals that are to be shown
 */
gboolean way_pager_options_check_goals (const WayPagerOptions *self, WayPlan *plan, GError **error);

#define WAY_TYPE_PAGER (way_pager_get_type ())
G_DECLARE_FINAL_TYPE (WayPager, way_pager, WAY, PAGER, WayPages)

/**
 * way_pager_new:
 * @setup: the paper; of no height for one page that is as tall as it takes
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the pages
 */
WayPages *way_pager_new (WayPlan *plan, const WayPageSetup *setup, const WayPagerOptions *options,
                         GError **error);

G_END_DECLS
