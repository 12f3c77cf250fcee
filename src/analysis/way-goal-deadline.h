/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day by which what belongs to a goal has to be done. Internal to the room.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

#define WAY_DEADLINE_NONE G_MAXINT32

/**
 * way_goal_get_deadline:
 * @goal: (nullable): where to begin
 *
 * A goal that is achieved or dropped waits for nothing.
 *
 * Returns: the earliest of the last days on which @goal and the goals above it are due;
 * WAY_DEADLINE_NONE when none of them is
 */
WayDay way_goal_get_deadline (WayPlan *plan, const WayId *goal);

/**
 * way_goal_change_moves_deadline:
 *
 * Returns: whether @change may give what belongs to a goal another deadline
 */
gboolean way_goal_change_moves_deadline (const WayChange *change);

/**
 * way_goal_foreach_milestone:
 *
 * Calls @func for each milestone of @goal and of the goals below it, once.
 */
void way_goal_foreach_milestone (WayPlan *plan, const WayId *goal,
                                 void (*func) (WayRecord *milestone, gpointer user_data),
                                 gpointer user_data);

G_END_DECLS
