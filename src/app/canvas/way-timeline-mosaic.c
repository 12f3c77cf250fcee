/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures side by side as one node, for the renderer that draws with Cairo.
 */
#include "way-timeline-mosaic.h"

struct _WayTimelineMosaic
{
  GskRenderNode *node;
  cairo_t *cr;
  int scale_factor;
  GPtrArray *pictures; /* of cairo_surface_t */
};

WayTimelineMosaic *
way_timeline_mosaic_begin (double width, double height, int scale_factor)
{
  WayTimelineMosaic *self = g_new0 (WayTimelineMosaic, 1);

  self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  self->cr = gsk_cairo_node_get_draw_context (self->node);
  self->scale_factor = scale_factor;
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);
  return self;
}

void
way_timeline_mosaic_add_colour (WayTimelineMosaic *self, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (self->cr, colour);
  cairo_paint (self->cr);
}

/* While it is stretched, the nearest pixel has to do: another filter would take as long as
 * painting */
void
way_timeline_mosaic_add (WayTimelineMosaic *self, cairo_surface_t *picture, const WayRect *place,
                         double stretch)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, place->x, place->y);
  cairo_rectangle (self->cr, 0, 0, place->width, place->height);
  cairo_scale (self->cr, stretch / self->scale_factor, 1.0 / self->scale_factor);
  cairo_set_source_surface (self->cr, picture, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_NEAREST);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
  g_ptr_array_add (self->pictures, cairo_surface_reference (picture));
}

/* The node keeps the pictures: Cairo would make a copy of one that goes before the node does */
GskRenderNode *
way_timeline_mosaic_end (WayTimelineMosaic *self)
{
  static const cairo_user_data_key_t key;
  GskRenderNode *node = self->node;

  cairo_destroy (self->cr);
  cairo_surface_set_user_data (gsk_cairo_node_get_surface (node), &key, self->pictures,
                               (cairo_destroy_func_t)g_ptr_array_unref);
  g_free (self);
  return node;
}
