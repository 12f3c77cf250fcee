/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pages of one plan share whatever their size: its layout, its labels and its links.
 */
#include "config.h"

#include "way-pager-source.h"

#include "way-layout-private.h"
#include "way-page-link.h"

#define LABELS_KEPT 500 /* heads, scale and legend come again; titles hardly do */

struct _WayPagerSource
{
  grefcount ref_count;
  WayPlan *plan;
  WayLabels *labels;
  WayLayout *layout;
  GHashTable *links;     /* nullable */
  gconstpointer cut_for; /* nullable: the pages whose cuts the layout has */
};

/* Rows are packed when there are cuts, and so not before */
static WayLayout *
make_layout (WayPlan *plan, WayLabels *labels, const WayPagerOptions *options)
{
  WayLayout *layout = way_layout_new (plan, labels, 0);

  way_layout_set_progress_func (layout, options->progress, options->progress_data);

  if (options->n_goals > 0)
    way_layout_set_roots (layout, options->goals, options->n_goals);

  if (options->from != WAY_DAY_NONE || options->to != WAY_DAY_NONE)
    way_layout_set_range (layout, options->from, options->to);

  return layout;
}

WayPagerSource *
way_pager_source_new (WayPlan *plan, const WayPagerOptions *options, GError **error)
{
  WayPagerSource *self;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);

  if (!way_pager_options_check_goals (options, plan, error))
    return NULL;

  self = g_new0 (WayPagerSource, 1);
  g_ref_count_init (&self->ref_count);
  self->plan = g_object_ref (plan);
  self->labels = way_labels_new (NULL);
  way_labels_set_limit (self->labels, LABELS_KEPT);
  self->layout = make_layout (plan, self->labels, options);
  self->links = way_page_links_new (plan);

  return self;
}

WayPagerSource *
way_pager_source_ref (WayPagerSource *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

void
way_pager_source_unref (WayPagerSource *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  way_layout_free (self->layout);
  g_clear_pointer (&self->links, g_hash_table_unref);
  way_labels_unref (self->labels);
  g_object_unref (self->plan);
  g_free (self);
}

WayPlan *
way_pager_source_get_plan (WayPagerSource *self)
{
  return self->plan;
}

WayLayout *
way_pager_source_get_layout (WayPagerSource *self)
{
  return self->layout;
}

const char *
way_pager_source_get_link (WayPagerSource *self, const WayId *record)
{
  return self->links != NULL ? g_hash_table_lookup (self->links, record) : NULL;
}

void
way_pager_source_cut (WayPagerSource *self, gconstpointer pages, const double *days, guint n_days,
                      double day_width)
{
  way_layout_set_cuts (self->layout, days, n_days, day_width);
  self->cut_for = pages;
}

gboolean
way_pager_source_is_cut_for (WayPagerSource *self, gconstpointer pages)
{
  return self->cut_for == pages;
}
