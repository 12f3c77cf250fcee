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

/**
 * way_plan_lookup_all:
 *
 * As way_record_set_lookup_all().
 */
void way_plan_lookup_all (WayPlan *self, const WayId *ids, guint n_ids, WayRecord **found);

G_END_DECLS
