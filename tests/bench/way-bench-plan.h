/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that fills a window wherever one looks, with items in every row.
 */
#pragma once

#include "way-plan.h"

/**
 * way_bench_plan_new:
 * @n_milestones: about as many, in goals of a thousand
 *
 * Returns: (transfer full): the same plan each time
 */
WayPlan *way_bench_plan_new (guint n_milestones);
