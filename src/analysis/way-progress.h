/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a goal has come, from the milestones in it and in the goals below it.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayProgress:
 *
 * Remembers what it has worked out, and forgets only the goals that an edit touches and those above
 * them.
 */
typedef struct _WayProgress WayProgress;

#define WAY_PROGRESS_NONE (-1)

/**
 * way_progress_new:
 * @plan: (transfer none): listened to as long as the progress lives
 *
 * Returns: (transfer full): the progress of the goals of @plan
 */
WayProgress *way_progress_new (WayPlan *plan);
void way_progress_free (WayProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayProgress, way_progress_free)

/**
 * way_progress_get:
 * @goal: a goal's id
 *
 * Milestones weigh as much as their effort; those without one weigh as much as the others do on
 * average. What was dropped, goals included, is left out.
 *
 * Returns: 0 to 100, rounded down so that only all of it is 100; WAY_PROGRESS_NONE when there is
 * nothing to go by
 */
int way_progress_get (WayProgress *self, const WayId *goal);

G_END_DECLS
