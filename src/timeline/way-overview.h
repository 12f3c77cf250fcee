/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip with the whole plan, in which the window of what is shown can be dragged.
 */
#pragma once

#include "way-scene.h"

G_BEGIN_DECLS

/**
 * way_overview_get_scale:
 * @today: is always within the strip
 *
 * Returns: the scale of a strip @width wide
 */
WayScale way_overview_get_scale (WayLayout *layout, double width, WayDay today);

/**
 * way_overview_build:
 *
 * Draws the density of items along time, a band a lane, or for several lanes where there are many,
 * and years at the foot. Keep it until the plan, the width or the style changes.
 *
 * Returns: (transfer full): the strip
 */
WayScene *way_overview_build (WayLayout *layout, double width, double height, const WayStyle *style,
                              WayDay today, gboolean rtl);

/**
 * way_overview_get_window:
 * @viewport: what the timeline shows
 *
 * Returns: where that is in the strip
 */
WayRect way_overview_get_window (WayLayout *layout, double width, double height, WayDay today,
                                 const WayViewport *viewport);

/**
 * way_overview_build_window:
 *
 * Returns: (transfer full): the window and today's line, to be painted over the strip
 */
WayScene *way_overview_build_window (WayLayout *layout, double width, double height,
                                     const WayStyle *style, WayDay today,
                                     const WayViewport *viewport);

G_END_DECLS
