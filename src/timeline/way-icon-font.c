/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of Cairo's user fonts, which become Type 3 fonts in PDF.
 */
#include "way-icon-font.h"

/* A letter is one by one, and stands on the line of writing */
static cairo_status_t
render_glyph (cairo_scaled_font_t *font, unsigned long glyph, cairo_t *cr,
              cairo_text_extents_t *extents)
{
  way_icon_draw (cr, (WayIcon)glyph, 0, -1, 1);
  extents->x_advance = 1;

  return CAIRO_STATUS_SUCCESS;
}

cairo_font_face_t *
way_icon_font_new (void)
{
  cairo_font_face_t *font = cairo_user_font_face_create ();

  cairo_user_font_face_set_render_glyph_func (font, render_glyph);

  return font;
}

void
way_icon_font_draw (cairo_font_face_t *font, cairo_t *cr, WayIcon icon, double x, double y,
                    double size)
{
  const cairo_glyph_t glyph = { icon, x, y + size };
  const cairo_text_cluster_t cluster = { 1, 1 };

  cairo_save (cr);
  cairo_set_font_face (cr, font);
  cairo_set_font_size (cr, size);
  cairo_show_text_glyphs (cr, " ", 1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}
