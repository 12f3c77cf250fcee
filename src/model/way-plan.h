/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: all its records, and the only thing in the model that changes.
 */
#pragma once

#include "way-change.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_PLAN (way_plan_get_type ())
G_DECLARE_FINAL_TYPE (WayPlan, way_plan, WAY, PLAN, GObject)

/**
 * WayPlan::changed:
 * @plan: the plan
 * @changes: (type WayChangeSet): what a group of edits did
 *
 * Emitted once a group, after all of it is in place.
 */

/**
 * WayReferrerFunc:
 * @referrer: a record
 * @field: the field of @referrer that refers
 */
typedef void (*WayReferrerFunc) (WayRecord *referrer, WayField field, gpointer user_data);

/**
 * way_plan_new:
 * @id: (nullable): the plan's id, or %NULL for a new one
 *
 * Returns: (transfer full): a plan that holds nothing but its own, empty record
 */
WayPlan *way_plan_new (const WayId *id);

/**
 * way_plan_get_root:
 *
 * Returns: (transfer none): the record of kind WAY_KIND_PLAN
 */
WayRecord *way_plan_get_root (WayPlan *self);

const WayId *way_plan_get_id (WayPlan *self);

/**
 * way_plan_lookup:
 *
 * Returns: (nullable) (transfer none): the record of that id, of whatever kind
 */
WayRecord *way_plan_lookup (WayPlan *self, const WayId *id);

/**
 * way_plan_lookup_all:
 * @found: (out) (array length=n_ids) (element-type WayRecord): room for the record of each id, or
 * %NULL
 *
 * As way_plan_lookup() of each, but several times as fast for many: what one waits for in memory is
 * fetched while others are looked at.
 */
void way_plan_lookup_all (WayPlan *self, const WayId *ids, guint n_ids, WayRecord **found);

/**
 * way_plan_lookup_kind:
 *
 * Returns: (nullable) (transfer none): the record of that id when it is of @kind
 */
WayRecord *way_plan_lookup_kind (WayPlan *self, WayKind kind, const WayId *id);

guint way_plan_get_count (WayPlan *self, WayKind kind);

/**
 * way_plan_get_records:
 * @n_records: (out): how many
 *
 * Returns: (array length=n_records) (transfer none): the records of @kind in canonical order (rank,
 * then id); valid until the next edit
 */
WayRecord *const *way_plan_get_records (WayPlan *self, WayKind kind, guint *n_records);

/**
 * way_plan_foreach_referrer:
 * @id: a record, present or not
 *
 * Calls @func for each reference to @id. The first call in a plan's life costs a pass over it,
 * later ones only what they find. @func must not edit the plan.
 */
void way_plan_foreach_referrer (WayPlan *self, const WayId *id, WayReferrerFunc func,
                                gpointer user_data);

/**
 * way_plan_get_n_referrers:
 * @id: a record, present or not
 *
 * Returns: how often way_plan_foreach_referrer() would call
 */
guint way_plan_get_n_referrers (WayPlan *self, const WayId *id);

/**
 * way_plan_get_referrers:
 * @field: by which field, as WAY_MILESTONE_GOAL
 *
 * Returns: (transfer container) (element-type WayRecord): those that refer to @id by @field, in
 * canonical order
 */
GPtrArray *way_plan_get_referrers (WayPlan *self, const WayId *id, WayField field);

/**
 * way_plan_expect_records:
 * @n_records: how many way_plan_add_loaded() may be given in all
 *
 * Lets a loader say early how many there are, so that there is room for them. It changes nothing.
 */
void way_plan_expect_records (WayPlan *self, guint n_records);

/**
 * way_plan_expect_loaded:
 * @id: of a record that way_plan_add_loaded() will be given soon
 *
 * Lets a loader say early what comes, so that its place is at hand by then. It changes nothing.
 */
void way_plan_expect_loaded (WayPlan *self, const WayId *id);

/**
 * way_plan_add_loaded:
 * @record: (transfer full): a record from a file
 *
 * Adds a record while a plan is being loaded, before anyone else sees the plan: no signal, no
 * checks but that of the id. A record of kind WAY_KIND_PLAN takes the place of the plan's own.
 *
 * Returns: FALSE, and @record is dropped, when its id is there already
 */
gboolean way_plan_add_loaded (WayPlan *self, WayRecord *record);

/**
 * way_plan_apply:
 * @change: what to replace by what
 *
 * Does one primitive edit. The record that is there must be the one that @change takes away, and
 * nothing where it inserts; that is the caller's duty and is checked. Listeners hear of it by
 * way_plan_emit_changed().
 *
 * Returns: whether it was done
 */
gboolean way_plan_apply (WayPlan *self, const WayChange *change);

/**
 * way_plan_expect_change:
 * @change: one that way_plan_apply() will be given soon
 *
 * Lets who applies many say early what comes, so that its place is at hand by then. It changes
 * nothing.
 */
void way_plan_expect_change (WayPlan *self, const WayChange *change);

/**
 * way_plan_emit_changed:
 *
 * Tells the listeners; called once a group by the history.
 */
void way_plan_emit_changed (WayPlan *self, WayChangeSet *changes);

/**
 * way_plan_get_span:
 * @first: (out): the earliest day of any goal or milestone
 * @last: (out): the latest
 *
 * Returns: whether there is a date at all
 */
gboolean way_plan_get_span (WayPlan *self, WayDay *first, WayDay *last);

G_END_DECLS
