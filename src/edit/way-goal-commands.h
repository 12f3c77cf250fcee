/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people do with goals beside setting their fields.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * way_goal_move:
 * @days: later when positive
 *
 * Moves a goal and all in it that still lies ahead; what is done stays where it happened.
 */
gboolean way_goal_move (WayEditGroup *group, const WayId *id, int days, GError **error);
gboolean way_goal_move_months (WayEditGroup *group, const WayId *id, int months, GError **error);

/**
 * way_goal_reparent:
 * @parent: (nullable): the goal that it becomes part of, %NULL for none
 *
 * Puts the goal last in @parent. Refused when @parent is the goal itself or within it.
 */
gboolean way_goal_reparent (WayEditGroup *group, const WayId *id, const WayId *parent,
                            GError **error);

/**
 * way_goal_reorder:
 * @next: (nullable): the goal that it is to stand before, which may be in another goal; %NULL for
 * last among its siblings
 */
gboolean way_goal_reorder (WayEditGroup *group, const WayId *id, const WayId *next, GError **error);

/**
 * way_goal_set_achieved:
 *
 * Marks a goal achieved, or committed again.
 */
gboolean way_goal_set_achieved (WayEditGroup *group, const WayId *id, gboolean achieved,
                                GError **error);

/**
 * way_goal_choose_colour:
 *
 * Returns: the colour for a new goal by which it is told apart best: the one that fewest goals of
 * @plan have
 */
WayColour way_goal_choose_colour (WayPlan *plan);

G_END_DECLS
