/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws scenes with Cairo: the one painter of the window, the printer, PDF, SVG, PNG and
 * thumbnails.
 */
#pragma once

#include "way-scene.h"

G_BEGIN_DECLS

/**
 * way_painter_paint:
 * @scene: what to draw
 * @labels: what it was laid out with
 * @cr: where to, with the scene's pixel (0, 0) at the origin
 *
 * Paints all of @scene; the state of @cr is as before afterwards. Call way_labels_begin_frame()
 * before.
 */
void way_painter_paint (WayScene *scene, WayLabels *labels, cairo_t *cr);

G_END_DECLS
