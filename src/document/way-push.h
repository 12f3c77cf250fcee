/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving milestones later that have become too early for what they wait for.
 *
 * A milestone is pushed as a whole, its length and the precision of its dates stay, and it is
 * pushed no further than to the first day that fits. What it pushes in turn follows in the same
 * step. What was too early before stays as it is, unless it is to be repaired. What is done or
 * dropped is never moved.
 */
#pragma once

#include "way-edit-group.h"
#include "way-schedule.h"

G_BEGIN_DECLS

/**
 * WayPush:
 * @WAY_PUSH_ASK: what is now too early is told, for the person to decide
 * @WAY_PUSH_ALWAYS: it is pushed along in the same step
 * @WAY_PUSH_NEVER: it stays, and its arrow shows it
 *
 * What happens when a move makes others too early.
 */
typedef enum
{
  WAY_PUSH_ASK,
  WAY_PUSH_ALWAYS,
  WAY_PUSH_NEVER,
} WayPush;

/**
 * WayPushResult:
 * @n_pushed: milestones that were moved
 * @n_kept: those that are too early and stay because they are done or dropped
 */
typedef struct
{
  guint n_pushed;
  guint n_kept;
} WayPushResult;

/**
 * way_push_repair:
 * @dependencies: that do not hold
 * @moved: what is not to be pushed because a person has just put it there; may be none
 * @result: (out): how it went
 *
 * Pushes the successors of @dependencies, and theirs.
 *
 * Returns: FALSE with @error set when a date would leave the calendar
 */
gboolean way_push_repair (WayEditGroup *group, WaySchedule *schedule, const WayId *dependencies,
                          guint n_dependencies, const WayId *moved, guint n_moved,
                          WayPushResult *result, GError **error);

/**
 * way_push_count_early:
 *
 * Returns: how many milestones @dependencies find too early and free to move
 */
guint way_push_count_early (WayPlan *plan, const WayId *dependencies, guint n_dependencies);

G_END_DECLS
