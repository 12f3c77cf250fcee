/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan as only a file can be: goals in goals in goals.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

#define WAY_DEEP_PLAN_GOALS 200000 /* more than a stack of calls holds */

/**
 * way_deep_plan_new:
 *
 * Returns: (transfer full): a plan in which each goal is part of the one before
 */
WayPlan *way_deep_plan_new (void);

G_END_DECLS
