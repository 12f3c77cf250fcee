/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a dragged end comes to rest: at other ends nearby, at today, else at the scale's unit.
 */
#pragma once

#include "way-scale.h"

G_BEGIN_DECLS

#define WAY_TIMELINE_SNAP_PIXELS 8.0 /* how near a target must be to attract */

/**
 * way_timeline_snap:
 * @scale: the present zoom
 * @targets: (element-type WayDay): days that attract, in ascending order
 * @edges: (array length=n_edges): days that are dragged; the first is the one that goes by the
 * scale's unit
 * @days: by how much they are dragged, with a fraction
 *
 * Returns: by how many whole days they are to move. A target within WAY_TIMELINE_SNAP_PIXELS of an
 * edge wins, and so does where they came from.
 */
int way_timeline_snap (WayScale scale, GArray *targets, const WayDay *edges, guint n_edges,
                       double days);

/**
 * way_timeline_snap_day:
 * @day: where the pointer is
 *
 * Returns: the target within WAY_TIMELINE_SNAP_PIXELS that is nearest, or else the nearest
 * beginning of a unit
 */
WayDay way_timeline_snap_day (WayScale scale, GArray *targets, double day);

G_END_DECLS
