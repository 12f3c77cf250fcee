/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the schedule says of milestones and dependencies, in words for tooltips and details.
 */
#pragma once

#include "way-document.h"
#include "way-schedule.h"

G_BEGIN_DECLS

/**
 * way_schedule_words_type:
 *
 * Returns: (transfer full): as "Finish to start, 14 days later"
 */
char *way_schedule_words_type (const WayRecord *dependency);

/**
 * way_schedule_words_early:
 *
 * Returns: (transfer full) (nullable): as "4 days too early", %NULL when the dependency holds
 */
char *way_schedule_words_early (WayPlan *plan, const WayRecord *dependency);

/**
 * way_schedule_words_remark:
 *
 * What the name of a milestone adds for those who do not see its arrows.
 *
 * Returns: (transfer full) (nullable): as "4 days too early", by what it is the most too early for;
 * %NULL when all its dependencies hold
 */
char *way_schedule_words_remark (WayPlan *plan, const WayRecord *milestone);

/**
 * way_schedule_words_dependency:
 *
 * Returns: (transfer full): both ends, the type, and what does not hold, on lines of their own
 */
char *way_schedule_words_dependency (WayPlan *plan, const WayRecord *dependency);

/**
 * way_schedule_words_milestone:
 *
 * Returns: (transfer full) (nullable): a line for each milestone that this one is too early for, as
 * "4 days too early for “Course”"; %NULL when there is none
 */
char *way_schedule_words_milestone (WayPlan *plan, const WayId *milestone);

/**
 * way_schedule_words_slack:
 *
 * Returns: (transfer full) (nullable): as "14 days", "none: on the critical path"; %NULL for a
 * milestone that nothing ties
 */
char *way_schedule_words_slack (WayDocument *document, const WayId *milestone);

G_END_DECLS
