/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans that come with Waymark, as tests look at them.
 */
#pragma once

#include "way-plan.h"

/* The names of the plans in a folder of the resources, sorted, without their ending */
GPtrArray *shipped_plan_list (const char *folder);

/* Loads a plan; nothing may be wrong with it, and it must be canonical */
WayPlan *shipped_plan_load (const char *folder, const char *name);

/* What the program carries within itself is what stands in the folder */
void shipped_plan_assert_in_resource (const char *folder, const char *name);

/* Adds a test a plan of the folder, as /examples/care-assistant/is-sound; its data is the plan's
 * name */
void shipped_plan_add_tests (const char *folder, const char *what, GTestDataFunc func);

/* The first day that a milestone can cover, and the last; WAY_DAY_NONE without a date */
WayDay milestone_first (const WayRecord *milestone);
WayDay milestone_last (const WayRecord *milestone);

/* Ends before starts, parts outside of the whole, and dependencies that do not hold are none of a
 * good example */
void assert_dates_make_sense (WayPlan *plan);
