/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans for the tests of this room: a small one that has one of everything, and random ones of any
 * size.
 */
#pragma once

#include "way-plan.h"
#include "way-record-builder.h"

G_BEGIN_DECLS

/* Ids are derived from names, so that golden files hold */
WayId sample_id (const char *name);

/* Three goals, one within another, milestones of each shape, status and certainty, dependencies of
 * which one is broken, and credentials */
WayPlan *sample_plan_new (void);

/* @n_milestones over @n_goals within ten years, of lengths from a day to two years, every tenth
 * without an end */
WayPlan *sample_plan_new_random (guint32 seed, guint n_goals, guint n_milestones,
                                 guint n_dependencies);

/* Milestones made of the fields as a file would write them, NULL for absent */
WayRecord *sample_milestone_new (const char *name, const char *goal, const char *title,
                                 const char *start, const char *end, const char *category,
                                 const char *status, int progress);

/* Applies one change and gives it as a set */
WayChangeSet *sample_plan_replace (WayPlan *plan, WayRecord *before, WayRecord *after);

G_END_DECLS
