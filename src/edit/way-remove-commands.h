/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing records together with what makes no sense without them.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * way_edit_remove:
 * @ids: (array length=n_ids): records of any kind but the plan's own
 *
 * Removes them, and with a goal the goals and milestones in it, and with any record the
 * dependencies, comments and links that refer to it. Other references to what is removed are
 * cleared.
 */
gboolean way_edit_remove (WayEditGroup *group, const WayId *ids, guint n_ids, GError **error);

/**
 * way_edit_count_removed:
 *
 * Returns: how many records way_edit_remove() would remove, to say so beforehand
 */
guint way_edit_count_removed (WayPlan *plan, const WayId *ids, guint n_ids);

G_END_DECLS
