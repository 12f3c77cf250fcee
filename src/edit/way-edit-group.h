/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of work: the edits of a command under one name, done as they are added, undone as a
 * whole.
 */
#pragma once

#include "way-plan.h"
#include "way-record-builder.h"

G_BEGIN_DECLS

/**
 * WayEditGroup:
 *
 * Open while a command works; see way_history_begin(). Commands look at the plan through it and
 * find their own earlier edits in place.
 */
typedef struct _WayEditGroup WayEditGroup;

WayPlan *way_edit_group_get_plan (WayEditGroup *self);

/**
 * way_edit_group_set_name:
 * @name: what the step is called, translated
 *
 * For a command that knows only in the end what it has done.
 */
void way_edit_group_set_name (WayEditGroup *self, const char *name);
const char *way_edit_group_get_name (WayEditGroup *self);

/**
 * way_edit_group_get_builder:
 *
 * Returns: (transfer none): a builder for the group's commands to make records with; finish one
 * record before the next
 */
WayRecordBuilder *way_edit_group_get_builder (WayEditGroup *self);

/**
 * way_edit_group_replace:
 * @before: (nullable): the record in the plan, %NULL to insert
 * @after: (nullable): what takes its place, %NULL to remove
 *
 * Does the edit in the plan at once. Nothing is added when both are equal.
 */
void way_edit_group_replace (WayEditGroup *self, const WayRecord *before, const WayRecord *after);

/**
 * way_edit_group_get_edits:
 * @n_edits: (out): how many
 *
 * Returns: (array length=n_edits) (transfer none): what was done so far, in order, the same id
 * perhaps several times; valid until the next edit
 */
const WayChange *way_edit_group_get_edits (WayEditGroup *self, guint *n_edits);

G_END_DECLS
