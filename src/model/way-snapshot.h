/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All records of a plan at one moment, to read on another thread.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WaySnapshot:
 *
 * Reference-counted and immutable.
 */
typedef struct _WaySnapshot WaySnapshot;

WaySnapshot *way_snapshot_new (WayPlan *plan);
WaySnapshot *way_snapshot_ref (WaySnapshot *self);
void way_snapshot_unref (WaySnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySnapshot, way_snapshot_unref)

/**
 * way_snapshot_get_records:
 * @n_records: (out): how many
 *
 * Returns: (array length=n_records) (transfer none): the records of @kind in canonical order
 */
WayRecord *const *way_snapshot_get_records (WaySnapshot *self, WayKind kind, guint *n_records);

/**
 * way_snapshot_make_plan:
 *
 * Costs what a list of pointers costs, for the records are shared. May be called on any thread.
 *
 * Returns: (transfer full): a plan of its own, as it was, that can be edited without touching the
 * other
 */
WayPlan *way_snapshot_make_plan (WaySnapshot *self);

G_END_DECLS
