/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where goals and milestones stand among their siblings. Internal to the room.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * way_order_place:
 * @parent_field: the field that makes siblings, as WAY_MILESTONE_GOAL
 * @parent: (nullable): whose children the siblings are, %NULL for those without a parent
 * @next: (nullable): the sibling that it is to stand before, %NULL for last
 *
 * Gives a record its parent and a rank. Others get a new rank only where there is no room between
 * them.
 */
gboolean way_order_place (WayEditGroup *group, const WayId *id, WayField parent_field,
                          const WayId *parent, const WayId *next, GError **error);

/**
 * way_order_place_before:
 * @next: (nullable): the record that it is to stand before, whose parent it gets; %NULL for last
 * among its siblings
 */
gboolean way_order_place_before (WayEditGroup *group, const WayId *id, WayField parent_field,
                                 const WayId *next, GError **error);

G_END_DECLS
