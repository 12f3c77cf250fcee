/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles: goals that are part of themselves, and dependencies that come back to where they began.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * way_find_goal_circle:
 *
 * Returns: (transfer container) (element-type WayRecord) (nullable): goals of which each is part of
 * the next and the last of the first; %NULL when the goals are a forest
 */
GPtrArray *way_find_goal_circle (WayPlan *plan);

/**
 * way_find_dependency_circle:
 *
 * Returns: (transfer container) (element-type WayRecord) (nullable): milestones of which each has a
 * dependency to the next and the last to the first; %NULL when there is none
 */
GPtrArray *way_find_dependency_circle (WayPlan *plan);

/**
 * way_plan_find_dependency_path:
 *
 * Follows dependencies from @from.
 *
 * Returns: (transfer container) (element-type WayRecord) (nullable): the milestones from @from to
 * @to, both included, when @to can be reached; adding a dependency from @to to @from would then
 * close a circle
 */
GPtrArray *way_plan_find_dependency_path (WayPlan *plan, const WayId *from, const WayId *to);

G_END_DECLS
