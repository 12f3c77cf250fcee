/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of bars that were drawn once as masks, to be used again on targets that are pixels: Cairo
 * takes several times as long over curves, slants and dashes.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define WAY_MASK_HATCH_STEP 9   /* pixels from one slanted line to the next */
#define WAY_MASK_LARGEST 64     /* pixels of the height of what is kept */
#define WAY_MASK_REPETITIONS 32 /* of a pattern in one mask */

/* A path round a rectangle with round corners */
void way_mask_add_round (cairo_t *cr, double x, double y, double width, double height,
                         double radius);

/**
 * WayMasks:
 *
 * A bounded cache of masks. All measures are pixels of the target.
 */
typedef struct _WayMasks WayMasks;

WayMasks *way_masks_new (void);
void way_masks_free (WayMasks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMasks, way_masks_free)

/**
 * way_masks_get_end:
 * @height: of the bar, up to WAY_MASK_LARGEST
 * @radius: of its corners, at most half the height
 * @line_width: of the outline; 0 for what is within
 * @right: whether it is the right end
 *
 * Returns: (transfer none): an end of a rounded bar, way_mask_end_width() wide
 */
cairo_surface_t *way_masks_get_end (WayMasks *self, int height, double radius, double line_width,
                                    gboolean right);

/**
 * way_mask_end_width:
 *
 * Returns: how many pixels of a rounded bar its end takes
 */
int way_mask_end_width (double radius, double line_width);

/**
 * way_masks_get_hatch:
 * @height: up to WAY_MASK_LARGEST
 * @scale: pixels a unit
 *
 * Returns: (transfer none): slanted lines, WAY_MASK_REPETITIONS times WAY_MASK_HATCH_STEP units
 * wide, that go on where the next one begins
 */
cairo_surface_t *way_masks_get_hatch (WayMasks *self, int height, int scale);

G_END_DECLS
