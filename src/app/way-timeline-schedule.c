/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves that make others too early, what is offered then, repairs, and the critical path.
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
say_what_stays (WayTimelineView *self, const WayPushResult *result)
{
  g_autofree char *text = NULL;

  if (result->n_kept == 0)
    return;

  text = g_strdup_printf (
      ngettext ("%u milestone is too early now, but done or dropped: it stays where it is",
                "%u milestones are too early now, but done or dropped: they stay where they are",
                result->n_kept),
      result->n_kept);
  way_timeline_view_toast (self, text, FALSE);
}

void
way_timeline_schedule_forget_offer (WayTimelineView *self)
{
  if (self->is_moving || self->early->len == 0)
    return;

  g_array_set_size (self->early, 0);
  way_timeline_view_offer (self, NULL, NULL, NULL);
}

/* Runs of keys break more and more, or mend what they broke: the offer is for all of it */
static void
add_to_offer (WayTimelineView *self, GArray *broken)
{
  WayPlan *plan = way_timeline_view_get_plan (self);

  for (guint i = 0; i < self->early->len;)
    {
      WayRecord *dependency = way_plan_lookup (plan, &get_ids (self->early)[i]);

      if (dependency == NULL || way_dependency_get_days_missing (plan, dependency) == 0)
        g_array_remove_index_fast (self->early, i);
      else
        i++;
    }

  g_array_append_vals (self->early, broken->data, broken->len);
}

static void
offer (WayTimelineView *self)
{
  guint n_early = way_push_count_early (way_timeline_view_get_plan (self), get_ids (self->early),
                                        self->early->len);
  g_autofree char *text = NULL;

  if (n_early == 0)
    {
      way_timeline_view_offer (self, NULL, NULL, NULL);
      return;
    }

  text = g_strdup_printf (
      ngettext ("%u milestone now begins too early", "%u milestones now begin too early", n_early),
      n_early);
  way_timeline_view_offer (self, text, ngettext ("Push it along", "Push them along", n_early),
                           "win.push-along");
}

gboolean
way_timeline_schedule_move (WayTimelineView *self, const char *name, const char *coalesce,
                            WayCommandFunc command, gpointer user_data, const WayId *moved,
                            guint n_moved)
{
  WayMove move = { name, coalesce, command, user_data, moved, n_moved, self->push };
  g_autoptr (GArray) broken = NULL;
  g_autoptr (GError) error = NULL;
  WayPushResult result;
  gboolean is_done;

  self->is_moving = TRUE;
  is_done = way_document_move (self->document, &move, &result, &broken, &error);
  self->is_moving = FALSE;
  if (!is_done)
    {
      way_timeline_view_toast (self, error->message, FALSE);
      return FALSE;
    }

  if (self->push == WAY_PUSH_ASK && (broken->len > 0 || self->early->len > 0))
    {
      add_to_offer (self, broken);
      offer (self);
      way_timeline_view_update_actions (self);
    }
  say_what_stays (self, &result);

  return TRUE;
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
    {
      way_timeline_view_toast (self, error->message, FALSE);
      return;
    }
  say_what_stays (self, &result);
}

void
way_timeline_schedule_push_along (WayTimelineView *self)
{
  g_autoptr (GArray) early = g_array_copy (self->early);

  repair (self, NULL, early);
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

gboolean
way_timeline_schedule_can_repair_all (WayTimelineView *self)
{
  return self->document != NULL
         && way_schedule_is_built (way_document_get_schedule (self->document))
         && way_schedule_get_n_broken (way_document_get_schedule (self->document)) > 0;
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

/* It takes its time in a large plan, for which the first frame need not wait */
void
way_timeline_schedule_begin (WayTimelineView *self)
{
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
