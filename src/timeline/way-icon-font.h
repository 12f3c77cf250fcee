/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Icons as letters of a font, for files that keep each letter once.
 */
#pragma once

#include "way-icon.h"

G_BEGIN_DECLS

/**
 * way_icon_font_new:
 *
 * Returns: (transfer full): a font of which each letter is an icon, for one thread
 */
cairo_font_face_t *way_icon_font_new (void);

/**
 * way_icon_font_draw:
 * @font: as way_icon_font_new() made it
 * @size: of both sides
 *
 * Draws an icon in the source of @cr, as way_icon_draw() does. Who reads the text of the file finds
 * a space.
 */
void way_icon_font_draw (cairo_font_face_t *font, cairo_t *cr, WayIcon icon, double x, double y,
                         double size);

G_END_DECLS
