/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The background of a window that Cairo draws: it leaves out what the timeline and its overview
 * cover.
 *
 * Cairo clears what it draws again. What is drawn there first is copied; all else is blended, by
 * way of another picture, which takes twice as long. The first is first in all of the window: what
 * lay below the overview would count, when both change. Where a compositor could take the window
 * for one that lets through what is behind, it has its usual background.
 */
#include "way-window-private.h"

#include <math.h>

#define CSS_CLASS "around-timeline"

static void
update_class (WayWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self));

  self->leaves_out_timeline = GSK_IS_CAIRO_RENDERER (renderer)
                              && !gdk_display_is_composited (gtk_widget_get_display (widget));
  way_timeline_view_set_lowest (WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline)),
                                self->leaves_out_timeline);
  if (self->leaves_out_timeline)
    gtk_widget_add_css_class (widget, CSS_CLASS);
  else
    gtk_widget_remove_css_class (widget, CSS_CLASS);
}

void
way_window_begin_background (WayWindow *self)
{
  update_class (self);
  g_signal_connect_object (gtk_widget_get_display (GTK_WIDGET (self)), "notify::composited",
                           G_CALLBACK (update_class), self, G_CONNECT_SWAPPED);
}

static void
intersect (graphene_rect_t *rect, GtkWidget *widget)
{
  if (gtk_widget_get_opacity (widget) < 1
      || !graphene_rect_intersection (rect,
                                      &GRAPHENE_RECT_INIT (0, 0,
                                                           (float)gtk_widget_get_width (widget),
                                                           (float)gtk_widget_get_height (widget)),
                                      rect))
    *rect = *graphene_rect_zero ();
}

/* What @covering, which is opaque, covers of @widget: empty when it is not there */
static graphene_rect_t
get_covered (GtkWidget *widget, GtkWidget *covering)
{
  graphene_rect_t covered = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (covering),
                                                (float)gtk_widget_get_height (covering));

  if (!gtk_widget_get_mapped (covering))
    return *graphene_rect_zero ();
  for (GtkWidget *below = covering; below != widget; below = gtk_widget_get_parent (below))
    {
      double x, y;

      gtk_widget_translate_coordinates (below, gtk_widget_get_parent (below), 0, 0, &x, &y);
      graphene_rect_offset (&covered, (float)x, (float)y);
      intersect (&covered, gtk_widget_get_parent (below));
    }
  return covered;
}

/* The whole pixels of @rect, but none beyond it */
static cairo_rectangle_int_t
get_pixels_within (const graphene_rect_t *rect)
{
  int left = (int)ceilf (rect->origin.x);
  int top = (int)ceilf (rect->origin.y);

  return (cairo_rectangle_int_t){
    left,
    top,
    MAX (0, (int)floorf (rect->origin.x + rect->size.width) - left),
    MAX (0, (int)floorf (rect->origin.y + rect->size.height) - top),
  };
}

/* All of @bounds but for @holes */
static GskRenderNode *
make_node (const GdkRGBA *colour, const graphene_rect_t *bounds, const graphene_rect_t *holes)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_rectangle_int_t rect = get_pixels_within (bounds);
  cairo_region_t *region = cairo_region_create_rectangle (&rect);

  for (guint i = 0; i < WAY_WINDOW_N_HOLES; i++)
    {
      rect = get_pixels_within (&holes[i]);
      cairo_region_subtract_rectangle (region, &rect);
    }
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_region_get_rectangle (region, i, &rect);
      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT ((float)rect.x, (float)rect.y,
                                                      (float)rect.width, (float)rect.height));
    }
  cairo_region_destroy (region);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
update_node (WayWindow *self, const graphene_rect_t *bounds, const graphene_rect_t *holes)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  way_window_forget_background (self);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &colour))
    return;
  self->background = make_node (&colour, bounds, holes);
  self->background_bounds = *bounds;
  for (guint i = 0; i < WAY_WINDOW_N_HOLES; i++)
    self->background_holes[i] = holes[i];
}

static gboolean
are_as_before (WayWindow *self, const graphene_rect_t *holes)
{
  for (guint i = 0; i < WAY_WINDOW_N_HOLES; i++)
    if (!graphene_rect_equal (&self->background_holes[i], &holes[i]))
      return FALSE;
  return TRUE;
}

void
way_window_forget_background (WayWindow *self)
{
  g_clear_pointer (&self->background, gsk_render_node_unref);
}

void
way_window_snapshot_background (WayWindow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                               (float)gtk_widget_get_height (widget));
  graphene_rect_t holes[WAY_WINDOW_N_HOLES];

  if (!self->leaves_out_timeline)
    return;
  holes[0] = get_covered (widget, way_timeline_pane_get_view (self->timeline));
  holes[1] = get_covered (widget, way_timeline_pane_get_overview (self->timeline));
  if (self->background == NULL || !graphene_rect_equal (&self->background_bounds, &bounds)
      || !are_as_before (self, holes))
    update_node (self, &bounds, holes);
  if (self->background != NULL)
    gtk_snapshot_append_node (snapshot, self->background);
}
