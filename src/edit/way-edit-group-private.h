/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the history makes, keeps and replays groups; for this room only.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

WayEditGroup *way_edit_group_new (WayPlan *plan, const char *name, const char *coalesce);
void way_edit_group_free (WayEditGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayEditGroup, way_edit_group_free)

const char *way_edit_group_get_coalesce (WayEditGroup *self);
gboolean way_edit_group_is_empty (WayEditGroup *self);

/**
 * way_edit_group_append:
 *
 * Adds what @later did to what @self did, under the name of @later; the plan stays as it is.
 */
void way_edit_group_append (WayEditGroup *self, WayEditGroup *later);

/* Do all of it again, in order, or take it back, in the opposite order; nobody is told */
void way_edit_group_redo (WayEditGroup *self);
void way_edit_group_undo (WayEditGroup *self);

/**
 * way_edit_group_get_changes:
 * @inverted: whether as an undo does it
 *
 * Returns: (transfer full): what the plan's listeners are to hear
 */
WayChangeSet *way_edit_group_get_changes (WayEditGroup *self, gboolean inverted);

G_END_DECLS
