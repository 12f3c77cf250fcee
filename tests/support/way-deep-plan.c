/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan as only a file can be: goals in goals in goals.
 */
#include "way-deep-plan.h"

#include "way-record-builder.h"

WayPlan *
way_deep_plan_new (void)
{
  WayPlan *plan = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId parent;

  for (guint i = 0; i < WAY_DEEP_PLAN_GOALS; i++)
    {
      WayId id = way_id_new ();

      way_record_builder_start (builder, WAY_KIND_GOAL, &id);
      if (i > 0)
        way_record_builder_set_ref (builder, WAY_GOAL_PARENT, &parent);
      g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
      parent = id;
    }

  return plan;
}
