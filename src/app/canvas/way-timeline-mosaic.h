/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures side by side as one node, for the renderer that draws with Cairo.
 */
#pragma once

#include "way-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayTimelineMosaic:
 *
 * That renderer would copy a texture in each frame, all of it. It copies such a node as well, but
 * only where something is drawn again; and where nothing was drawn before, straight to its place.
 */
typedef struct _WayTimelineMosaic WayTimelineMosaic;

/**
 * way_timeline_mosaic_begin:
 * @scale_factor: pixels of a picture for one of the node
 */
WayTimelineMosaic *way_timeline_mosaic_begin (double width, double height, int scale_factor);

/**
 * way_timeline_mosaic_add_colour:
 *
 * Fills all of it with one colour.
 */
void way_timeline_mosaic_add_colour (WayTimelineMosaic *self, const GdkRGBA *colour);

/**
 * way_timeline_mosaic_add:
 * @picture: not to be changed from now on
 * @place: what it fills, on whole pixels of the screen
 * @stretch: how much wider than it is it is shown
 */
void way_timeline_mosaic_add (WayTimelineMosaic *self, cairo_surface_t *picture,
                              const WayRect *place, double stretch);

/**
 * way_timeline_mosaic_end:
 *
 * Returns: (transfer full): the node; @self is gone
 */
GskRenderNode *way_timeline_mosaic_end (WayTimelineMosaic *self);

G_END_DECLS
