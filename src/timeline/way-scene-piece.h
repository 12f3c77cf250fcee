/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene taken apart: what can be painted, kept and compared by itself.
 */
#pragma once

#include "way-label.h"
#include "way-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * WayScenePiece:
 * @op: its place in the scene
 * @bounds: what it may touch, in whole pixels but for plain rectangles
 * @fill: of a plain rectangle, which is all of @bounds; 0 of what has to be painted
 * @look: the same for pieces that look the same, wherever they are, for as long as the labels are
 * the same; 0 of a plain rectangle
 * @is_joined: whether it comes, goes and moves with the one before it
 */
typedef struct
{
  guint op;
  WayRect bounds;
  WayRgba fill;
  guint64 look;
  gboolean is_joined;
} WayScenePiece;

/**
 * way_scene_get_pieces:
 *
 * Returns: (transfer full) (element-type WayScenePiece): what of @self is not clipped away, from
 * the lowest to the uppermost
 */
GArray *way_scene_get_pieces (WayScene *self);

/**
 * way_scene_pieces_merge:
 * @pieces: (array length=n_pieces): of a scene
 * @n_pieces: at least 1
 *
 * Returns: bounds and look of all of them together
 */
WayScenePiece way_scene_pieces_merge (const WayScenePiece *pieces, guint n_pieces);

/**
 * way_painter_paint_piece:
 *
 * As way_painter_paint(), but @piece alone, and nothing beyond its bounds.
 */
void way_painter_paint_piece (WayScene *scene, const WayScenePiece *piece, WayLabels *labels,
                              cairo_t *cr);

G_END_DECLS
