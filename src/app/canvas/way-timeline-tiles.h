/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept pictures of a canvas that is too large to keep whole: painted once by Cairo, shown as they
 * are or as textures.
 */
#pragma once

#include "way-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The side of a tile in pixels of the screen: its picture fits into the processor's cache, so that
 * to copy it twice costs little more than once, and little of it hangs over what is seen */
#define WAY_TILE_PIXELS 256

/**
 * WayTimelineTiles:
 *
 * Panning over what was seen paints nothing. While the canvas is zoomed, the old pictures are shown
 * stretched until the new ones are painted, a few a frame.
 */
typedef struct _WayTimelineTiles WayTimelineTiles;

/**
 * WayTilePaintFunc:
 * @cr: where the corner of @area is the origin
 * @area: what to paint, in canvas coordinates
 *
 * Returns: whether all was painted; if not, the tile is shown as it is and painted again in the
 * next frame
 */
typedef gboolean (*WayTilePaintFunc) (cairo_t *cr, const WayRect *area, gpointer user_data);

/**
 * way_timeline_tiles_new:
 * @width: of a tile, 0 for WAY_TILE_PIXELS
 * @height: of a tile, 0 for WAY_TILE_PIXELS
 */
WayTimelineTiles *way_timeline_tiles_new (double width, double height, WayTilePaintFunc paint,
                                          gpointer user_data);
void way_timeline_tiles_free (WayTimelineTiles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTimelineTiles, way_timeline_tiles_free)

/**
 * way_timeline_tiles_set_scale:
 * @scale_factor: pixels of the screen for one of the canvas
 */
void way_timeline_tiles_set_scale (WayTimelineTiles *self, int scale_factor);

/**
 * way_timeline_tiles_set_renderer:
 * @renderer: (nullable): by what the window is drawn, which decides in what form it gets the
 *   pictures
 */
void way_timeline_tiles_set_renderer (WayTimelineTiles *self, GskRenderer *renderer);

/**
 * way_timeline_tiles_set_lowest:
 * @is_lowest: whether nothing is drawn below: Cairo then copies pictures that come as one node
 *   straight to their place, and blends all others by way of another picture
 */
void way_timeline_tiles_set_lowest (WayTimelineTiles *self, gboolean is_lowest);

/**
 * way_timeline_tiles_set_background:
 * @colour: opaque: what lies below all that is painted, and where nothing is yet
 */
void way_timeline_tiles_set_background (WayTimelineTiles *self, const GdkRGBA *colour);

/**
 * way_timeline_tiles_set_size:
 *
 * Makes tiles of another size, as for a piece that is one tile.
 */
void way_timeline_tiles_set_size (WayTimelineTiles *self, double width, double height);

/**
 * way_timeline_tiles_clear:
 *
 * Forgets everything, as when the colours change.
 */
void way_timeline_tiles_clear (WayTimelineTiles *self);

/**
 * way_timeline_tiles_invalidate:
 * @area: (nullable): what has to be painted again, %NULL for all; the old picture shows until it is
 */
void way_timeline_tiles_invalidate (WayTimelineTiles *self, const WayRect *area);

/**
 * way_timeline_tiles_stretch:
 * @factor: what horizontal places are multiplied by
 *
 * Tells that the canvas was zoomed: what was at x is at x * @factor now.
 */
void way_timeline_tiles_stretch (WayTimelineTiles *self, double factor);

/**
 * way_timeline_tiles_snapshot:
 * @snapshot: where the corner of @visible is the origin
 * @visible: what of the canvas is seen
 * @budget: microseconds that painting may take; the first tile is painted however long it takes.
 *   While the zoom goes on, 0: none is painted as long as old pictures, stretched, fill most of
 * what is seen
 *
 * Returns: whether all that is seen was painted; if not, draw again in the next frame
 */
gboolean way_timeline_tiles_snapshot (WayTimelineTiles *self, GtkSnapshot *snapshot,
                                      const WayRect *visible, gint64 budget);

/**
 * way_timeline_tiles_get_n_painted:
 *
 * Returns: how many tiles were painted so far, for tests and measurements
 */
guint way_timeline_tiles_get_n_painted (WayTimelineTiles *self);

G_END_DECLS
