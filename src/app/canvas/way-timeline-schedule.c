/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Repairs of what is too early, and the critical path.
 */
#include "config.h"

#include "way-dependency.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

static const WayId *
get_ids (GArray *ids)
{
  return (const WayId *)(gpointer)ids->data;
}

static void
repair (WayTimelineView *self, const char *name, GArray *dependencies)
{
  g_autoptr (GError) error = NULL;
  WayPushResult result;

  if (dependencies->len == 0)
    return;

  if (!way_document_repair (self->document, name, get_ids (dependencies), dependencies->len,
                            &result, &error))
    way_timeline_view_toast (self, error->message, FALSE);
}

/* Those that do not hold at either end of a milestone */
static void
find_broken (WayPlan *plan, const WayId *milestone, GArray *found)
{
  static const WayField ends[] = { WAY_DEPENDENCY_TO, WAY_DEPENDENCY_FROM };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GPtrArray) dependencies = way_plan_get_referrers (plan, milestone, ends[i]);

      for (guint j = 0; j < dependencies->len; j++)
        if (way_dependency_get_days_missing (plan, dependencies->pdata[j]) > 0)
          g_array_append_vals (found, way_record_get_id (dependencies->pdata[j]), 1);
    }
}

static GArray *
find_broken_of_selected (WayTimelineView *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WayId));
  WayPlan *plan = way_timeline_view_get_plan (self);
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    find_broken (plan, &ids[i], found);

  return found;
}

#define MANY_SELECTED 200 /* of which not each is asked whether there is something to repair */

gboolean
way_timeline_schedule_can_repair (WayTimelineView *self)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  g_autoptr (GArray) found = NULL;

  if (!way_timeline_schedule_can_repair_all (self))
    return FALSE;
  if (way_selection_get_count (self->selection) > MANY_SELECTED)
    return TRUE;

  found = find_broken_of_selected (self);

  return way_push_count_early (plan, get_ids (found), found->len) > 0;
}

/* Before the schedule has followed a large edit, what was so before it */
gboolean
way_timeline_schedule_can_repair_all (WayTimelineView *self)
{
  WaySchedule *schedule;

  if (self->document == NULL)
    return FALSE;

  schedule = way_document_get_schedule (self->document);

  return way_schedule_is_current (schedule) ? way_schedule_get_n_broken (schedule) > 0
                                            : self->can_repair_all;
}

void
way_timeline_schedule_repair (WayTimelineView *self)
{
  g_autoptr (GArray) broken = find_broken_of_selected (self);

  repair (self, _ ("Repair dependencies"), broken);
}

void
way_timeline_schedule_repair_all (WayTimelineView *self)
{
  g_autoptr (GPtrArray) broken
      = way_schedule_get_broken (way_document_get_schedule (self->document));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));

  for (guint i = 0; i < broken->len; i++)
    g_array_append_vals (ids, way_record_get_id (broken->pdata[i]), 1);

  repair (self, _ ("Repair all dependencies"), ids);
}

static void
on_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
}

static gboolean
on_idle (gpointer user_data)
{
  WayTimelineView *self = user_data;
  WayPlan *plan = way_timeline_view_get_plan (self);

  self->schedule_source = 0;
  way_schedule_build (way_document_get_schedule (self->document));
  /* The first look at who refers to whom goes over the whole plan, and is not for the first edit.
   */
  way_plan_foreach_referrer (plan, way_plan_get_id (plan), on_referrer, NULL);
  way_timeline_view_update_actions (self);

  return G_SOURCE_REMOVE;
}

/* It takes its time in a large plan or after a large edit, for which the next frame need not wait
 */
void
way_timeline_schedule_begin (WayTimelineView *self)
{
  if (self->schedule_source == 0
      && !way_schedule_is_current (way_document_get_schedule (self->document)))
    self->schedule_source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static gboolean
is_critical (const WayRecord *record, gpointer user_data)
{
  return way_schedule_is_critical (user_data, way_record_get_id (record));
}

void
way_timeline_schedule_apply_critical (WayTimelineView *self)
{
  if (self->layout == NULL)
    return;

  way_layout_set_critical_func (self->layout, self->show_critical ? is_critical : NULL,
                                way_document_get_schedule (self->document));
  way_timeline_tiles_invalidate (self->body, NULL);
  way_timeline_view_forget_stills (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
