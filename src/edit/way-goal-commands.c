/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people do with goals beside setting their fields.
 */
#include "config.h"

#include "way-goal-commands.h"

#include "way-order.h"
#include "way-record-commands.h"
#include "way-shift.h"

static gboolean
lies_ahead (const WayRecord *record)
{
  guint status;

  if (way_record_get_kind (record) == WAY_KIND_GOAL)
    {
      status = way_record_get_choice (record, WAY_GOAL_STATUS);
      return status != WAY_GOAL_STATUS_ACHIEVED && status != WAY_GOAL_STATUS_DROPPED;
    }

  status = way_record_get_choice (record, WAY_MILESTONE_STATUS);
  return status == WAY_STATUS_PLANNED || status == WAY_STATUS_ACTIVE
         || status == WAY_STATUS_WAITING;
}

/* A child has one parent, so only by way of @root could a circle that a file brought along be
 * entered again. */
static void
add_ahead (GArray *ids, WayPlan *plan, const WayId *root, const WayId *goal, WayField field)
{
  g_autoptr (GPtrArray) children = way_plan_get_referrers (plan, goal, field);

  for (guint i = 0; i < children->len; i++)
    if (lies_ahead (children->pdata[i])
        && !way_id_equal (way_record_get_id (children->pdata[i]), root))
      g_array_append_vals (ids, way_record_get_id (children->pdata[i]), 1);
}

/* Moves all of @ids, which are of the kind of @start */
static gboolean
shift_all (WayEditGroup *group, GArray *ids, WayField start, WayField end, WayShift shift,
           GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!way_shift_dates (group, &g_array_index (ids, WayId, i), start, end, shift, error))
      return FALSE;

  return TRUE;
}

static gboolean
shift_goal (WayEditGroup *group, const WayId *id, WayShift shift, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (WayId));
  g_autoptr (GArray) milestones = g_array_new (FALSE, FALSE, sizeof (WayId));

  g_array_append_vals (goals, id, 1);
  for (guint i = 0; i < goals->len; i++)
    {
      WayId goal = g_array_index (goals, WayId, i);

      add_ahead (goals, plan, id, &goal, WAY_GOAL_PARENT);
      add_ahead (milestones, plan, id, &goal, WAY_MILESTONE_GOAL);
    }

  return shift_all (group, goals, WAY_GOAL_START, WAY_GOAL_DUE, shift, error)
         && shift_all (group, milestones, WAY_MILESTONE_START, WAY_MILESTONE_END, shift, error);
}

gboolean
way_goal_move (WayEditGroup *group, const WayId *id, int days, GError **error)
{
  return shift_goal (group, id, (WayShift){ .days = days }, error);
}

gboolean
way_goal_move_months (WayEditGroup *group, const WayId *id, int months, GError **error)
{
  return shift_goal (group, id, (WayShift){ .months = months }, error);
}

gboolean
way_goal_reparent (WayEditGroup *group, const WayId *id, const WayId *parent, GError **error)
{
  return way_order_place (group, id, WAY_GOAL_PARENT, parent, NULL, error);
}

gboolean
way_goal_reorder (WayEditGroup *group, const WayId *id, const WayId *next, GError **error)
{
  return way_order_place_before (group, id, WAY_GOAL_PARENT, next, error);
}

gboolean
way_goal_set_achieved (WayEditGroup *group, const WayId *id, gboolean achieved, GError **error)
{
  return way_edit_set_choice (group, id, WAY_GOAL_STATUS,
                              achieved ? WAY_GOAL_STATUS_ACHIEVED : WAY_GOAL_STATUS_COMMITTED,
                              error);
}

WayColour
way_goal_choose_colour (WayPlan *plan)
{
  guint n_of[WAY_N_COLOURS] = { 0 };
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);
  WayColour rarest = 0;

  for (guint i = 0; i < n_goals; i++)
    n_of[way_record_get_choice (goals[i], WAY_GOAL_COLOUR)]++;
  for (guint colour = 1; colour < WAY_N_COLOURS; colour++)
    if (n_of[colour] < n_of[rarest])
      rarest = colour;

  return rarest;
}
