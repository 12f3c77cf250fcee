/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo over a plan.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

#define WAY_TYPE_HISTORY (way_history_get_type ())
G_DECLARE_FINAL_TYPE (WayHistory, way_history, WAY, HISTORY, GObject)

/**
 * WayHistory::changed:
 *
 * Emitted when what can be undone or redone, or whether all is saved, may have changed.
 */

WayHistory *way_history_new (WayPlan *plan);
WayPlan *way_history_get_plan (WayHistory *self);

/**
 * way_history_begin:
 * @name: what the step is called, translated, as "Move 3 milestones"
 * @coalesce: (nullable): a key such as "title/ID": a step that directly follows one with the same
 * key joins it, so that typing into one field is one step
 *
 * Opens a group. Only one may be open at a time.
 *
 * Returns: (transfer none): the group; end it with way_history_commit() or way_history_rollback()
 */
WayEditGroup *way_history_begin (WayHistory *self, const char *name, const char *coalesce);

/**
 * way_history_commit:
 *
 * Closes the group and tells the plan's listeners. An empty group leaves no trace.
 *
 * Returns: whether there was any edit in it
 */
gboolean way_history_commit (WayHistory *self);

/**
 * way_history_rollback:
 *
 * Takes back what the open group did, as if it had never begun; nobody is told.
 */
void way_history_rollback (WayHistory *self);

/**
 * way_history_break:
 *
 * Ends a run of coalescing, as when the focus leaves a field.
 */
void way_history_break (WayHistory *self);

/**
 * way_history_undo:
 *
 * Returns: FALSE when there is nothing to undo
 */
gboolean way_history_undo (WayHistory *self);

/**
 * way_history_redo:
 *
 * Returns: FALSE when there is nothing to redo
 */
gboolean way_history_redo (WayHistory *self);

/**
 * way_history_get_undo_name:
 * @depth: 0 for the step that would be undone next
 *
 * Returns: (nullable) (transfer none): its name, %NULL when there is none
 */
const char *way_history_get_undo_name (WayHistory *self, guint depth);
const char *way_history_get_redo_name (WayHistory *self, guint depth);

/**
 * way_history_get_n_undo:
 *
 * Returns: how many steps can be undone
 */
guint way_history_get_n_undo (WayHistory *self);
guint way_history_get_n_redo (WayHistory *self);

#define WAY_HISTORY_NEVER_SAVED G_MAXUINT64 /* a serial that no state has */

/**
 * way_history_mark_saved:
 * @serial: what way_history_get_serial() gave when the snapshot that was saved was taken, or
 * WAY_HISTORY_NEVER_SAVED when none of the states is
 */
void way_history_mark_saved (WayHistory *self, guint64 serial);

/**
 * way_history_get_serial:
 *
 * Returns: a number that stands for the plan's present state; undo brings earlier numbers back
 */
guint64 way_history_get_serial (WayHistory *self);

/**
 * way_history_is_saved:
 *
 * Returns: whether the plan is as it was when it was last saved or loaded
 */
gboolean way_history_is_saved (WayHistory *self);

G_END_DECLS
