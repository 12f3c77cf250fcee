/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which milestones must not slip, how much the others may, and which are too early for what they
 * wait for.
 *
 * Planned dates are not moved: a milestone is taken to begin no earlier than planned. It may be as
 * late as leaves the latest finish of all tied milestones where it is (total float of the critical
 * path method), and ends in time for its goal and the goals above it, each of which is due on the
 * last day of its due date unless it is achieved or dropped. What may not be later at all is
 * critical. How partial dates, points and deadlines are read stands in way-dependency.h.
 *
 * Milestones without a date, and those that are done or dropped, take no part: they neither wait
 * nor keep others waiting. Nor have those that no dependency ties and no goal is waiting for any
 * slack to speak of. Where a file brings dependencies in a circle, the one that closes it is left
 * out.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WaySchedule:
 *
 * Worked out when it is first asked, and kept up with each edit after that; with one of many
 * records when it is asked again.
 */
typedef struct _WaySchedule WaySchedule;

/**
 * way_schedule_new:
 * @plan: (transfer none): listened to as long as the schedule lives
 *
 * Returns: (transfer full): the schedule of @plan
 */
WaySchedule *way_schedule_new (WayPlan *plan);
void way_schedule_free (WaySchedule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySchedule, way_schedule_free)

/**
 * way_schedule_build:
 *
 * Works it out now, or what of it is still to follow a large edit, as before a group of edits, in
 * the middle of which it could not be.
 */
void way_schedule_build (WaySchedule *self);

/**
 * way_schedule_is_current:
 *
 * Returns: whether all questions can be answered at once
 */
gboolean way_schedule_is_current (WaySchedule *self);

/**
 * WayScheduleDates:
 * @early_start: the first day on which it can start; later than planned when it has to wait
 * @early_finish: the same of its finish
 * @late_start: the last day on which it can start
 * @late_finish: the same of its finish
 * @slack: days from early to late; below 0 when a goal's due date cannot be met
 *
 * Partial dates are read as wide as they can be: from the first day to the last.
 */
typedef struct
{
  WayDay early_start;
  WayDay early_finish;
  WayDay late_start;
  WayDay late_finish;
  int slack;
} WayScheduleDates;

/**
 * way_schedule_get:
 * @dates: (out): untouched when FALSE is returned
 *
 * Returns: whether the milestone takes part, and a dependency leads to it or from it or a goal's
 * due date limits it
 */
gboolean way_schedule_get (WaySchedule *self, const WayId *milestone, WayScheduleDates *dates);

/**
 * way_schedule_is_critical:
 * @id: a milestone or a dependency
 *
 * Returns: whether the latest finish moves or a goal's due date is missed when this milestone is
 * later, or whether the path to that leads along this dependency
 */
gboolean way_schedule_is_critical (WaySchedule *self, const WayId *id);

/**
 * way_schedule_get_finish:
 * @day: (out): the latest finish of what dependencies tie, once nothing is too early
 *
 * Returns: FALSE when nothing is tied
 */
gboolean way_schedule_get_finish (WaySchedule *self, WayDay *day);

/**
 * way_schedule_get_n_broken:
 *
 * Returns: the number of dependencies that do not hold and whose successor is neither done nor
 * dropped
 */
guint way_schedule_get_n_broken (WaySchedule *self);

/**
 * way_schedule_get_broken:
 *
 * Returns: (transfer container) (element-type WayRecord): those dependencies
 */
GPtrArray *way_schedule_get_broken (WaySchedule *self);

/**
 * way_schedule_get_place:
 *
 * Returns: a number that is lower than that of any milestone that waits for this one; good until
 * the next edit
 */
guint way_schedule_get_place (WaySchedule *self, const WayId *milestone);

/**
 * way_schedule_find_broken_by:
 * @edits: (array length=n_edits): what was done to the plan and the schedule does not know yet
 *
 * What else these edits changed than dates of milestones is not looked at, so that it is quick for
 * many.
 *
 * Returns: (transfer full) (nullable) (element-type WayId): the dependencies that held before and
 * do not any more, of which only the predecessor has moved; NULL when no milestone has
 */
GArray *way_schedule_find_broken_by (WaySchedule *self, const WayChange *edits, guint n_edits);

/**
 * way_schedule_holds:
 *
 * Returns: whether the dependency is known, keeps to the order of way_schedule_get_place(), and did
 * hold after the last edit
 */
gboolean way_schedule_holds (WaySchedule *self, const WayId *dependency);

G_END_DECLS
