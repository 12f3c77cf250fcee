/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking milestones that wait for one another.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * way_dependency_add:
 * @from: the milestone that comes first
 * @to: the one that waits for it
 * @lag: days between, negative for an overlap
 * @added: (out) (optional): the dependency's id
 *
 * Refuses a milestone that would wait for itself, a second link between the same two, and a circle;
 * the message then names its milestones.
 */
gboolean way_dependency_add (WayEditGroup *group, const WayId *from, const WayId *to,
                             WayDependencyType type, int lag, WayId *added, GError **error);

/**
 * way_dependency_remove:
 *
 * Takes away the link from @from to @to.
 */
gboolean way_dependency_remove (WayEditGroup *group, const WayId *from, const WayId *to,
                                GError **error);

G_END_DECLS
