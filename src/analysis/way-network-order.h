/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The topological order of a network, as a whole and as arcs come. Internal to the room.
 */
#pragma once

#include "way-network.h"

G_BEGIN_DECLS

/**
 * way_network_order_all:
 *
 * Gives each activity its place. Arcs of a circle, which a file may bring, are made knots until
 * none is left.
 */
void way_network_order_all (WayNetwork *self);

/**
 * way_network_order_arc:
 * @arc: one that was added to a network in order
 *
 * Moves what has to be moved for @arc to lead from a lower place to a higher.
 *
 * Returns: FALSE, with nothing moved, when it closes a circle
 */
gboolean way_network_order_arc (WayNetwork *self, guint arc);

G_END_DECLS
