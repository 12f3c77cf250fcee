/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a dependency asks of two milestones, and whether they hold to it.
 *
 * A milestone with a start alone is a point: it finishes when it starts. One with an end alone is a
 * deadline: it starts when it ends. Partial dates are read in favour of the plan: a dependency is
 * broken only when no reading of the dates lets it hold, and what begins on the day on which
 * another ends holds.
 *
 * How much room there is, and how far to move what is too early, is read the other way, as one
 * would plan it: what ends in March may take all of March, and what follows a bar begins on the day
 * after.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayDependencyEnds:
 * @from_finish: whether the predecessor's finish counts and not its start
 * @to_finish: the same of the successor
 *
 * Which ends a type of dependency ties.
 */
typedef struct
{
  gboolean from_finish;
  gboolean to_finish;
} WayDependencyEnds;

WayDependencyEnds way_dependency_type_get_ends (WayDependencyType type);

/**
 * WayMilestoneDays:
 * @start: the first day that it may start
 * @last_start: the last day that it may start
 * @first_finish: the first day that it may finish
 * @finish: the last day that it may finish
 * @is_dated: whether there is any date; the other fields are 0 when not
 * @is_span: whether it has a start and an end
 *
 * A milestone's dates as days. All of them are inclusive.
 */
typedef struct
{
  WayDay start;
  WayDay last_start;
  WayDay first_finish;
  WayDay finish;
  gboolean is_dated;
  gboolean is_span;
} WayMilestoneDays;

WayMilestoneDays way_milestone_get_days (const WayRecord *milestone);

/**
 * way_milestone_change_moves:
 *
 * Returns: whether @change gives a milestone other dates
 */
gboolean way_milestone_change_moves (const WayChange *change);

/**
 * way_milestone_is_settled:
 *
 * Returns: whether it is done or dropped: its dates are history and wait for nothing
 */
gboolean way_milestone_is_settled (const WayRecord *milestone);

/**
 * way_dependency_get_room:
 * @from: dated
 * @to: dated
 * @lag: days
 *
 * Returns: how many days later the predecessor can be while the successor stays, 0 or more; when
 * the dependency is broken, the days by which the successor is too early, negated
 */
int way_dependency_get_room (WayDependencyType type, int lag, const WayMilestoneDays *from,
                             const WayMilestoneDays *to);

/**
 * way_dependency_find_ends:
 * @from: (out) (transfer none): the predecessor
 * @to: (out) (transfer none): the successor
 *
 * Returns: whether both are in the plan and milestones
 */
gboolean way_dependency_find_ends (WayPlan *plan, const WayRecord *dependency, WayRecord **from,
                                   WayRecord **to);

/**
 * way_dependency_count_days_missing:
 * @from: (nullable): what its ends lead to
 * @to: (nullable): the same
 *
 * Returns: what way_dependency_get_days_missing() does, for who has found the ends
 */
int way_dependency_count_days_missing (const WayRecord *dependency, const WayRecord *from,
                                       const WayRecord *to);

/**
 * way_dependency_get_days_missing:
 *
 * Returns: by how many days the successor is too early; 0 when the dependency holds, or an end is
 * not there or has no date
 */
int way_dependency_get_days_missing (WayPlan *plan, const WayRecord *dependency);

G_END_DECLS
