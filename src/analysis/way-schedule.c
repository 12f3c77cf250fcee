/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which milestones must not slip, how much the others may, and which are too early for what they
 * wait for.
 */
#include "way-schedule-private.h"

#include "way-goal-deadline.h"

#include <stdlib.h>
#include <string.h>

#define AT_ONCE 500 /* changes that are followed as they come; more wait until somebody asks */

static void
clear_milestone (gpointer data)
{
  g_clear_pointer (&((WayScheduleMilestone *)data)->record, way_record_unref);
}

static void
clear_link (gpointer data)
{
  g_clear_pointer (&((WayScheduleLink *)data)->record, way_record_unref);
}

static guint
find_arc (WaySchedule *self, const WayId *id)
{
  guint arc = WAY_SCHEDULE_DANGLING;

  way_id_map_get (self->arcs, id, &arc);

  return arc;
}

/* Whether the arc's dependency is one that wants to be repaired */
static gboolean
is_broken (WaySchedule *self, guint number)
{
  const WayArc *arc = way_network_get_arc (&self->network, number);

  return arc->room < 0 && !way_schedule_get_milestone (self, arc->to)->is_settled;
}

static void
measure_arc (WaySchedule *self, guint arc)
{
  const WayArc *place = way_network_get_arc (&self->network, arc);

  way_network_set_room (
      &self->network, arc,
      way_schedule_link_get_room (way_schedule_get_link (self, arc),
                                  &way_schedule_get_milestone (self, place->from)->days,
                                  &way_schedule_get_milestone (self, place->to)->days));
}

/* Measures the arcs of a milestone after it has changed, and counts anew which are broken */
static void
measure_arcs (WaySchedule *self, guint activity, gboolean was_settled)
{
  const WayActivity *place = way_network_get (&self->network, activity);

  for (guint i = place->first_in; i != WAY_NETWORK_NONE;)
    {
      const WayArc *arc = way_network_get_arc (&self->network, i);

      self->n_broken -= arc->room < 0 && !was_settled;
      measure_arc (self, i);
      self->n_broken += is_broken (self, i);
      i = arc->next_in;
    }

  for (guint i = place->first_out; i != WAY_NETWORK_NONE;)
    {
      const WayArc *arc = way_network_get_arc (&self->network, i);

      /* A loop to itself was counted above. */
      if (arc->to != activity)
        {
          self->n_broken -= is_broken (self, i);
          measure_arc (self, i);
          self->n_broken += is_broken (self, i);
        }
      i = arc->next_out;
    }
}

static guint
add_milestone (WaySchedule *self, const WayId *id)
{
  guint activity = way_network_add (&self->network);

  if (activity >= self->milestones->len)
    g_array_set_size (self->milestones, activity + 1);
  *way_schedule_get_milestone (self, activity) = (WayScheduleMilestone){ .record = NULL };
  way_id_map_set (self->activities, id, activity);

  return activity;
}

static WayDay
get_deadline (WaySchedule *self, const WayId *goal)
{
  if (goal == NULL)
    return WAY_DEADLINE_NONE;

  if (!self->has_last_goal || !way_id_equal (goal, &self->last_goal))
    {
      self->last_goal = *goal;
      self->last_deadline = way_goal_get_deadline (self->plan, goal);
      self->has_last_goal = TRUE;
    }

  return self->last_deadline;
}

static gboolean
is_of_same_goal (const WayRecord *a, const WayRecord *b)
{
  const WayId *left = way_record_get_ref (a, WAY_MILESTONE_GOAL);
  const WayId *right = way_record_get_ref (b, WAY_MILESTONE_GOAL);

  return left == right || (left != NULL && right != NULL && way_id_equal (left, right));
}

static void
set_activity (WaySchedule *self, guint activity)
{
  const WayScheduleMilestone *milestone = way_schedule_get_milestone (self, activity);

  way_network_set (&self->network, activity, milestone->days.finish,
                   milestone->deadline == WAY_DEADLINE_NONE ? WAY_NETWORK_FREE
                                                            : milestone->deadline,
                   milestone->days.is_dated && !milestone->is_settled);
}

/* Takes the dates of @record for those of a milestone that is known */
static void
set_milestone (WaySchedule *self, guint activity, WayRecord *record)
{
  WayScheduleMilestone *milestone = way_schedule_get_milestone (self, activity);
  WayRecord *before = milestone->record;
  gboolean was_settled = milestone->is_settled;

  milestone->record = way_record_ref (record);
  milestone->days = way_milestone_get_days (record);
  milestone->is_settled = way_milestone_is_settled (record);
  if (before == NULL || !is_of_same_goal (before, record))
    milestone->deadline = get_deadline (self, way_record_get_ref (record, WAY_MILESTONE_GOAL));
  if (before != NULL)
    way_record_unref (before);

  set_activity (self, activity);
  measure_arcs (self, activity, was_settled);
}

/* Leaves of a dependency that it is there, without an arc */
static void
drop_arc (WaySchedule *self, guint arc)
{
  WayRecord *dependency = g_steal_pointer (&way_schedule_get_link (self, arc)->record);

  self->n_broken -= is_broken (self, arc);
  way_network_remove_arc (&self->network, arc);
  way_id_map_set (self->arcs, way_record_get_id (dependency), WAY_SCHEDULE_DANGLING);
  self->n_dangling++;
  way_record_unref (dependency);
}

static void
remove_milestone (WaySchedule *self, guint activity)
{
  const WayActivity *place = way_network_get (&self->network, activity);
  WayScheduleMilestone *milestone = way_schedule_get_milestone (self, activity);

  while (place->first_in != WAY_NETWORK_NONE)
    drop_arc (self, place->first_in);
  while (place->first_out != WAY_NETWORK_NONE)
    drop_arc (self, place->first_out);

  way_network_remove (&self->network, activity);
  way_id_map_remove (self->activities, way_record_get_id (milestone->record));
  clear_milestone (milestone);
}

static void
remove_dependency (WaySchedule *self, const WayId *id)
{
  guint arc;

  if (!way_id_map_get (self->arcs, id, &arc))
    return;

  if (arc != WAY_SCHEDULE_DANGLING)
    drop_arc (self, arc);
  way_id_map_remove (self->arcs, id);
  self->n_dangling--;
}

static void
add_dependency (WaySchedule *self, WayRecord *dependency)
{
  const WayId *from = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
  const WayId *to = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);
  guint arc = WAY_SCHEDULE_DANGLING, tail, head;

  if (from != NULL && to != NULL && way_schedule_find_activity (self, from, &tail)
      && way_schedule_find_activity (self, to, &head))
    {
      arc = way_network_add_arc (&self->network, tail, head);
      if (arc >= self->links->len)
        g_array_set_size (self->links, arc + 1);
      *way_schedule_get_link (self, arc) = (WayScheduleLink){
        .record = way_record_ref (dependency),
        .type = way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE),
        .lag = way_record_get_integer (dependency, WAY_DEPENDENCY_LAG),
      };
      measure_arc (self, arc);
      self->n_broken += is_broken (self, arc);
    }
  else
    self->n_dangling++;

  way_id_map_set (self->arcs, way_record_get_id (dependency), arc);
}

static void
set_dependency (WaySchedule *self, WayRecord *dependency)
{
  remove_dependency (self, way_record_get_id (dependency));
  add_dependency (self, dependency);
}

static void
on_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  if (field == WAY_DEPENDENCY_FROM || field == WAY_DEPENDENCY_TO)
    set_dependency (user_data, referrer);
}

/* What a milestone is told by lies anywhere in memory. Of those marked in a word to come, first
 * what is kept by their numbers is asked for and then, by that, their records and their first arcs.
 */
static void
look_ahead (WaySchedule *self, const guint64 *marked, guint n_words, guint near, guint far)
{
  for (guint64 left = far < n_words ? marked[far] : 0; left != 0; left &= left - 1)
    {
      guint activity = way_schedule_set_get_first (far, left);

      __builtin_prefetch (way_schedule_get_milestone (self, activity));
      __builtin_prefetch (way_network_get (&self->network, activity));
    }

  for (guint64 left = near < n_words ? marked[near] : 0; left != 0; left &= left - 1)
    {
      guint activity = way_schedule_set_get_first (near, left);
      const WayActivity *place = way_network_get (&self->network, activity);

      __builtin_prefetch (way_record_get_id (way_schedule_get_milestone (self, activity)->record));
      way_network_prefetch_arc (&self->network, place->first_in);
      way_network_prefetch_arc (&self->network, place->first_out);
      if (place->first_in != WAY_NETWORK_NONE)
        __builtin_prefetch (way_schedule_get_link (self, place->first_in));
      if (place->first_out != WAY_NETWORK_NONE)
        __builtin_prefetch (way_schedule_get_link (self, place->first_out));
    }
}

static void
follow_known (WaySchedule *self, guint activity, WayRecord *record)
{
  if (record == NULL || way_record_get_kind (record) != WAY_KIND_MILESTONE)
    remove_milestone (self, activity);
  else if (way_schedule_get_milestone (self, activity)->record != record)
    set_milestone (self, activity, record);
}

/* Those in @marked, as the plan has them now */
static void
follow_marked (WaySchedule *self, const guint64 *marked)
{
  guint n_words = way_schedule_count_words (self);

  for (guint word = 0; word < n_words; word++)
    {
      WayId ids[WAY_SCHEDULE_BITS];
      WayRecord *records[WAY_SCHEDULE_BITS];
      guint n = 0;

      look_ahead (self, marked, n_words, word + 1, word + 2);
      for (guint64 left = marked[word]; left != 0; left &= left - 1)
        ids[n++] = *way_record_get_id (
            way_schedule_get_milestone (self, way_schedule_set_get_first (word, left))->record);
      way_plan_lookup_all (self->plan, ids, n, records);

      n = 0;
      for (guint64 left = marked[word]; left != 0; left &= left - 1)
        follow_known (self, way_schedule_set_get_first (word, left), records[n++]);
    }
}

static void
follow_new (WaySchedule *self, const WayId *id)
{
  WayRecord *record = way_plan_lookup_kind (self->plan, WAY_KIND_MILESTONE, id);
  guint activity;

  if (record == NULL || way_schedule_find_activity (self, id, &activity))
    return;

  set_milestone (self, add_milestone (self, id), record);
  if (self->n_dangling > 0)
    way_plan_foreach_referrer (self->plan, id, on_referrer, self);
}

/* A record may have changed several times in one step: what counts is how the plan has it now. */
static void
follow_milestones (WaySchedule *self, const WayChange *changes, guint n_changes)
{
  g_autofree guint64 *known = way_schedule_new_set (self);
  gboolean has_new = FALSE;
  guint activity;

  for (guint i = 0; i < n_changes; i++)
    if (way_schedule_find_activity (self, way_change_get_id (&changes[i]), &activity))
      way_schedule_set_add (known, activity);
    else
      has_new = TRUE;
  follow_marked (self, known);

  for (guint i = 0; i < n_changes && has_new; i++)
    if (way_change_get_kind (&changes[i]) == WAY_KIND_MILESTONE)
      follow_new (self, way_change_get_id (&changes[i]));
}

static void
follow_deadline (WayRecord *milestone, gpointer user_data)
{
  WaySchedule *self = user_data;
  guint activity;

  if (!way_schedule_find_activity (self, way_record_get_id (milestone), &activity))
    return;

  way_schedule_get_milestone (self, activity)->deadline
      = get_deadline (self, way_record_get_ref (milestone, WAY_MILESTONE_GOAL));
  set_activity (self, activity);
}

static void
follow_dependency (WaySchedule *self, const WayId *id)
{
  WayRecord *record = way_plan_lookup_kind (self->plan, WAY_KIND_DEPENDENCY, id);

  if (record == NULL)
    remove_dependency (self, id);
  else
    set_dependency (self, record);
}

static void
follow (WaySchedule *self, WayChangeSet *set)
{
  guint count;
  const WayChange *changes = way_change_set_get_changes (set, &count);

  self->has_last_goal = FALSE;
  if (way_change_set_touches (set, WAY_KIND_MILESTONE))
    follow_milestones (self, changes, count);

  for (guint i = 0; i < count && way_change_set_touches (set, WAY_KIND_GOAL); i++)
    if (way_goal_change_moves_deadline (&changes[i]))
      way_goal_foreach_milestone (self->plan, way_change_get_id (&changes[i]), follow_deadline,
                                  self);

  for (guint i = 0; i < count && way_change_set_touches (set, WAY_KIND_DEPENDENCY); i++)
    if (way_change_get_kind (&changes[i]) == WAY_KIND_DEPENDENCY)
      follow_dependency (self, way_change_get_id (&changes[i]));
}

/* Each change is followed to how the plan has the record now, so that it does not matter whether
 * that has changed again since */
static void
catch_up (WaySchedule *self)
{
  if (self->pending->len == 0)
    return;

  for (guint i = 0; i < self->pending->len; i++)
    follow (self, self->pending->pdata[i]);
  g_ptr_array_set_size (self->pending, 0);
  self->n_pending = 0;
  way_network_update (&self->network);
}

/* What a large edit shows is where things are now: that need not wait for what follows from it */
static void
on_plan_changed (WayPlan *plan, WayChangeSet *set, gpointer user_data)
{
  WaySchedule *self = user_data;
  guint count;

  if (!self->is_built)
    return;

  way_change_set_get_changes (set, &count);
  g_ptr_array_add (self->pending, way_change_set_ref (set));
  self->n_pending += count;
  if (self->n_pending <= AT_ONCE)
    catch_up (self);
}

WaySchedule *
way_schedule_new (WayPlan *plan)
{
  WaySchedule *self = g_new0 (WaySchedule, 1);

  self->plan = g_object_ref (plan);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify)way_change_set_unref);
  way_network_init (&self->network);
  self->milestones = g_array_new (FALSE, TRUE, sizeof (WayScheduleMilestone));
  g_array_set_clear_func (self->milestones, clear_milestone);
  self->links = g_array_new (FALSE, TRUE, sizeof (WayScheduleLink));
  g_array_set_clear_func (self->links, clear_link);
  self->activities = way_id_map_new ();
  self->arcs = way_id_map_new ();
  self->handler = g_signal_connect (plan, "changed", G_CALLBACK (on_plan_changed), self);

  return self;
}

void
way_schedule_free (WaySchedule *self)
{
  g_signal_handler_disconnect (self->plan, self->handler);
  way_id_map_free (self->activities);
  way_id_map_free (self->arcs);
  g_array_unref (self->milestones);
  g_array_unref (self->links);
  way_network_clear (&self->network);
  g_ptr_array_unref (self->pending);
  g_object_unref (self->plan);
  g_free (self);
}

/* A record by what it shall be numbered next to, and by its place among all */
typedef struct
{
  guint64 group;
  guint index;
} Numbered;

static int
compare_numbered (gconstpointer a, gconstpointer b)
{
  const Numbered *left = a, *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

static guint64
get_goal_group (WaySchedule *self G_GNUC_UNUSED, const WayRecord *milestone)
{
  const WayId *goal = way_record_get_ref (milestone, WAY_MILESTONE_GOAL);
  guint64 group = 0;

  if (goal != NULL)
    memcpy (&group, goal->bytes, sizeof group);

  return group;
}

static guint64
get_tail_group (WaySchedule *self, const WayRecord *dependency)
{
  const WayId *from = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
  guint tail;

  return from != NULL && way_schedule_find_activity (self, from, &tail) ? tail : G_MAXUINT64;
}

/* Calls @add for each record of @kind, those of a group one after the other */
static void
add_by_group (WaySchedule *self, WayKind kind,
              guint64 (*get_group) (WaySchedule *self, const WayRecord *record),
              void (*add) (WaySchedule *self, WayRecord *record))
{
  guint count;
  WayRecord *const *records = way_plan_get_records (self->plan, kind, &count);
  g_autofree Numbered *order = g_new (Numbered, MAX (1, count));

  for (guint i = 0; i < count; i++)
    order[i] = (Numbered){ get_group (self, records[i]), i };
  qsort (order, count, sizeof *order, compare_numbered);

  for (guint i = 0; i < count; i++)
    add (self, records[order[i].index]);
}

static void
number_milestone (WaySchedule *self, WayRecord *milestone)
{
  set_milestone (self, add_milestone (self, way_record_get_id (milestone)), milestone);
}

/* Most dependencies lead from one milestone of a goal to another. So those of a goal are numbered
 * one after the other, and dependencies by what they leave: what a pass looks at next is then
 * nearly always in the processor's cache. */
void
way_schedule_build (WaySchedule *self)
{
  if (self->is_built)
    {
      catch_up (self);
      return;
    }

  add_by_group (self, WAY_KIND_MILESTONE, get_goal_group, number_milestone);
  add_by_group (self, WAY_KIND_DEPENDENCY, get_tail_group, add_dependency);
  way_network_update (&self->network);
  self->is_built = TRUE;
}

gboolean
way_schedule_is_current (WaySchedule *self)
{
  return self->is_built && self->pending->len == 0;
}

gboolean
way_schedule_get (WaySchedule *self, const WayId *milestone, WayScheduleDates *dates)
{
  const WayActivity *activity;
  const WayMilestoneDays *days;
  gint32 late;
  guint number;

  way_schedule_build (self);
  if (!way_schedule_find_activity (self, milestone, &number))
    return FALSE;

  activity = way_network_get (&self->network, number);
  if (!way_activity_is_tied (activity) && activity->limit == WAY_NETWORK_FREE)
    return FALSE;

  days = &way_schedule_get_milestone (self, number)->days;
  late = way_network_get_late (&self->network, activity);
  *dates = (WayScheduleDates){
    .early_start = days->start + activity->early,
    .early_finish = days->finish + activity->early,
    .late_start = days->start + late,
    .late_finish = days->finish + late,
    .slack = late - activity->early,
  };

  return TRUE;
}

gboolean
way_schedule_is_critical (WaySchedule *self, const WayId *id)
{
  WayScheduleDates dates;
  const WayActivity *from, *to;
  const WayArc *arc;
  guint number;

  way_schedule_build (self);
  number = find_arc (self, id);
  if (number == WAY_SCHEDULE_DANGLING)
    return way_schedule_get (self, id, &dates) && dates.slack <= 0;

  arc = way_network_get_arc (&self->network, number);
  from = way_network_get (&self->network, arc->from);
  to = way_network_get (&self->network, arc->to);

  return from->counts && to->counts && !arc->is_knot
         && way_network_get_late (&self->network, to) + arc->room <= from->early;
}

gboolean
way_schedule_get_finish (WaySchedule *self, WayDay *day)
{
  way_schedule_build (self);
  if (self->network.end == WAY_DAY_NONE)
    return FALSE;

  *day = self->network.end;

  return TRUE;
}

guint
way_schedule_get_n_broken (WaySchedule *self)
{
  way_schedule_build (self);

  return self->n_broken;
}

GPtrArray *
way_schedule_get_broken (WaySchedule *self)
{
  GPtrArray *broken = g_ptr_array_new ();

  way_schedule_build (self);
  for (guint i = 0; i < self->links->len && broken->len < self->n_broken; i++)
    {
      WayRecord *dependency = way_schedule_get_link (self, i)->record;

      if (dependency != NULL && is_broken (self, i))
        g_ptr_array_add (broken, dependency);
    }

  return broken;
}

guint
way_schedule_get_place (WaySchedule *self, const WayId *milestone)
{
  guint number;

  way_schedule_build (self);
  g_return_val_if_fail (way_schedule_find_activity (self, milestone, &number), 0);

  return way_network_get (&self->network, number)->place;
}

gboolean
way_schedule_holds (WaySchedule *self, const WayId *dependency)
{
  guint arc;

  way_schedule_build (self);
  arc = find_arc (self, dependency);

  return arc != WAY_SCHEDULE_DANGLING && way_network_get_arc (&self->network, arc)->room >= 0
         && !way_network_get_arc (&self->network, arc)->is_knot;
}
