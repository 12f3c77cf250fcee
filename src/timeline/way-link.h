/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dependencies as arrows: which way they take between the bars.
 */
#pragma once

#include "way-layout.h"
#include "way-scene-private.h"

G_BEGIN_DECLS

#define WAY_ROUTE_POINTS 7

/**
 * WayRoute:
 * @points: from the predecessor to the successor's edge, from the body's start edge and the first
 * lane's top
 *
 * The way of one arrow.
 */
typedef struct
{
  WayPoint points[WAY_ROUTE_POINTS];
  guint n_points;
} WayRoute;

/**
 * way_link_route:
 * @area: what is in sight; further out the way is only hinted at
 * @route: (out): the way; it is the same whatever is in sight
 *
 * Returns: FALSE when an end is not drawn, or nothing of the way is within @area
 */
gboolean way_link_route (WayLayout *layout, WayScale scale, WayRecord *dependency,
                         const WayRect *area, WayRoute *route);

/**
 * WayLinkFunc:
 *
 * Returns: FALSE to stop
 */
typedef gboolean (*WayLinkFunc) (WayRecord *dependency, const WayRoute *route, gpointer user_data);

/**
 * way_link_foreach_visible:
 *
 * Calls @func once for each dependency whose way is within @area. In a plan with thousands of
 * dependencies only those with an end in @area that do not go far are called for.
 */
void way_link_foreach_visible (WayLayout *layout, WayScale scale, const WayRect *area,
                               WayLinkFunc func, gpointer user_data);

/* Whether the plan has so many dependencies that each takes its plainest way */
gboolean way_link_is_tangled (WayLayout *layout);

/* The middle of the dot from which dependencies are drawn, from the body's start edge and the first
 * lane's top */
WayPoint way_layout_get_dot (WayLayout *layout, const WayItem *item, WayScale scale);

/**
 * way_link_add_to_scene:
 * @colour: of an arrow that is neither broken nor critical, 0 for that of the style
 *
 * Adds the arrow of @dependency: dashed when it does not hold, stronger when it is critical.
 */
void way_link_add_to_scene (WayScene *scene, WayLayout *layout, const WayRecord *dependency,
                            const WayRoute *route, const WayStyle *style, WayRgba colour);

G_END_DECLS
