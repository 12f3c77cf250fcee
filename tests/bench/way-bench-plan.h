/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans that fill a window or paper wherever one looks, with items in every row.
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

/**
 * way_bench_plan_new_for_pages:
 * @n_pages: of A4 on its side, each filled with two lanes of thirty bars
 *
 * Returns: (transfer full): the same plan each time
 */
WayPlan *way_bench_plan_new_for_pages (guint n_pages);
