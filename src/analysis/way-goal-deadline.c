/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day by which what belongs to a goal has to be done.
 */
#include "way-goal-deadline.h"

#include "way-id-map.h"

static WayDay
get_due_day (const WayRecord *goal)
{
  int status = way_record_get_choice (goal, WAY_GOAL_STATUS);
  WayDate due = way_record_get_date (goal, WAY_GOAL_DUE);

  if (due == WAY_DATE_NONE || status == WAY_GOAL_STATUS_ACHIEVED
      || status == WAY_GOAL_STATUS_DROPPED)
    return WAY_DEADLINE_NONE;

  return way_date_get_latest (due);
}

WayDay
way_goal_get_deadline (WayPlan *plan, const WayId *goal)
{
  WayDay deadline = WAY_DEADLINE_NONE;
  guint n_left = way_plan_get_count (plan, WAY_KIND_GOAL); /* a file may bring circles */

  for (; goal != NULL && n_left > 0; n_left--)
    {
      const WayRecord *record = way_plan_lookup_kind (plan, WAY_KIND_GOAL, goal);

      if (record == NULL)
        break;
      deadline = MIN (deadline, get_due_day (record));
      goal = way_record_get_ref (record, WAY_GOAL_PARENT);
    }

  return deadline;
}

static gboolean
is_same_ref (const WayId *a, const WayId *b)
{
  return a == b || (a != NULL && b != NULL && way_id_equal (a, b));
}

gboolean
way_goal_change_moves_deadline (const WayChange *change)
{
  if (way_change_get_kind (change) != WAY_KIND_GOAL)
    return FALSE;
  if (change->before == NULL || change->after == NULL)
    return TRUE;

  return get_due_day (change->before) != get_due_day (change->after)
         || !is_same_ref (way_record_get_ref (change->before, WAY_GOAL_PARENT),
                          way_record_get_ref (change->after, WAY_GOAL_PARENT));
}

typedef struct
{
  GArray *goals; /* of WayId: to be looked at */
  WayIdMap *seen;
  void (*func) (WayRecord *milestone, gpointer user_data);
  gpointer user_data;
} Walk;

static void
add_goal (Walk *walk, const WayId *goal)
{
  guint number;

  if (way_id_map_get (walk->seen, goal, &number))
    return;

  way_id_map_set (walk->seen, goal, 0);
  g_array_append_vals (walk->goals, goal, 1);
}

static void
on_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  Walk *walk = user_data;

  if (field == WAY_MILESTONE_GOAL)
    walk->func (referrer, walk->user_data);
  else if (field == WAY_GOAL_PARENT)
    add_goal (walk, way_record_get_id (referrer));
}

void
way_goal_foreach_milestone (WayPlan *plan, const WayId *goal,
                            void (*func) (WayRecord *milestone, gpointer user_data),
                            gpointer user_data)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (WayId));
  g_autoptr (WayIdMap) seen = way_id_map_new ();
  Walk walk = { goals, seen, func, user_data };

  add_goal (&walk, goal);
  for (guint i = 0; i < goals->len; i++)
    {
      WayId id = g_array_index (goals, WayId, i);

      way_plan_foreach_referrer (plan, &id, on_referrer, &walk);
    }
}
