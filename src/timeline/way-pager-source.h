/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan laid out for paper, of which the size is not known yet.
 *
 * To find out which way paper lies best, its pages are made both ways; the plan is laid out once.
 */
#pragma once

#include "way-pager.h"

G_BEGIN_DECLS

/**
 * way_pager_source_new:
 * @options: of which the days, the goals and the progress matter
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the plan, laid out with its days and goals
 */
WayPagerSource *way_pager_source_new (WayPlan *plan, const WayPagerOptions *options,
                                      GError **error);
WayPagerSource *way_pager_source_ref (WayPagerSource *self);
void way_pager_source_unref (WayPagerSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPagerSource, way_pager_source_unref)

WayPlan *way_pager_source_get_plan (WayPagerSource *self);

/**
 * way_pager_source_get_layout:
 *
 * Returns: (transfer none): with the cuts of the pages that were there last
 */
WayLayout *way_pager_source_get_layout (WayPagerSource *self);

/**
 * way_pager_source_get_link:
 * @record: the id of a milestone or a credential
 *
 * Returns: (nullable): the first address on the web or for mail that belongs to it
 */
const char *way_pager_source_get_link (WayPagerSource *self, const WayId *record);

/**
 * way_pager_source_cut:
 * @pages: whose cuts they are; only compared
 * @days: (array length=n_days): days where sheets of paper begin and the last ends
 * @day_width: the scale that they are drawn with
 */
void way_pager_source_cut (WayPagerSource *self, gconstpointer pages, const double *days,
                           guint n_days, double day_width);

/**
 * way_pager_source_is_cut_for:
 *
 * Returns: whether the layout has the cuts of @pages and not of others that share it
 */
gboolean way_pager_source_is_cut_for (WayPagerSource *self, gconstpointer pages);

G_END_DECLS
