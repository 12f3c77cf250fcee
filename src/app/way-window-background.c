/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The background of a window that Cairo draws: it leaves out what the timeline covers.
 *
 * Cairo clears what it draws again. What is drawn there first is copied; all else is blended, by
 * way of another picture, which takes twice as long. Where a compositor could take the window for
 * one that lets through what is behind, it has its usual background.
 */
#include "way-window-private.h"

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

static void
append (GtkSnapshot *snapshot, const GdkRGBA *colour, float left, float top, float right,
        float bottom)
{
  if (right > left && bottom > top)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
}

/* All of @bounds but for @hole, which lies within or is empty */
static GskRenderNode *
make_node (const GdkRGBA *colour, const graphene_rect_t *bounds, const graphene_rect_t *hole)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float left = hole->origin.x;
  float top = hole->origin.y;
  float right = left + hole->size.width;
  float bottom = top + hole->size.height;
  float width = bounds->size.width;
  float height = bounds->size.height;

  append (snapshot, colour, 0, 0, width, top);
  append (snapshot, colour, 0, top, left, bottom);
  append (snapshot, colour, right, top, width, bottom);
  append (snapshot, colour, 0, bottom, width, height);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
update_node (WayWindow *self, const graphene_rect_t *bounds, const graphene_rect_t *hole)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  way_window_forget_background (self);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &colour))
    return;
  self->background = make_node (&colour, bounds, hole);
  self->background_bounds = *bounds;
  self->background_hole = *hole;
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
  graphene_rect_t hole;

  if (!self->leaves_out_timeline)
    return;
  hole = get_covered (widget, way_timeline_pane_get_view (self->timeline));
  if (self->background == NULL || !graphene_rect_equal (&self->background_bounds, &bounds)
      || !graphene_rect_equal (&self->background_hole, &hole))
    update_node (self, &bounds, &hole);
  if (self->background != NULL)
    gtk_snapshot_append_node (snapshot, self->background);
}
