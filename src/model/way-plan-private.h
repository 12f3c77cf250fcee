/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What snapshots and the check take from a plan; for this room only.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * way_plan_share_records:
 *
 * Hands out the plan's own array, which the plan copies before it changes it.
 *
 * Returns: (transfer full) (element-type WayRecord): the records of @kind in canonical order, never
 * to be changed
 */
GPtrArray *way_plan_share_records (WayPlan *self, WayKind kind);

G_END_DECLS
