/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows its child as one picture where the window is drawn by Cairo.
 */
#include "way-still-bin.h"

#include <math.h>

struct _WayStillBin
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (WayStillBin, way_still_bin, GTK_TYPE_WIDGET)

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* On whole pixels of the screen, as the window has them. The node keeps the picture: Cairo would
 * make a copy of one that goes before the node does */
static void
append_picture (GtkSnapshot *snapshot, GskRenderNode *node, int scale_factor)
{
  static const cairo_user_data_key_t key;
  graphene_rect_t bounds;
  cairo_surface_t *picture;
  cairo_t *cr;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)bounds.size.width * scale_factor,
                                        (int)bounds.size.height * scale_factor);
  cairo_surface_set_device_scale (picture, scale_factor, scale_factor);

  cr = cairo_create (picture);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, picture, bounds.origin.x, bounds.origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_surface_set_user_data (cairo_get_target (cr), &key, picture,
                               (cairo_destroy_func_t)cairo_surface_destroy);
  cairo_destroy (cr);
}

/* Called only when something of the child has changed */
static void
way_still_bin_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkSnapshot *own = gtk_snapshot_new ();
  GskRenderNode *node;

  if (child != NULL)
    gtk_widget_snapshot_child (widget, child, own);
  node = gtk_snapshot_free_to_node (own);
  if (node == NULL)
    return;

  if (is_drawn_by_cairo (widget))
    append_picture (snapshot, node, gtk_widget_get_scale_factor (widget));
  else
    gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

static void
way_still_bin_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (way_still_bin_parent_class)->dispose (object);
}

static void
way_still_bin_class_init (WayStillBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_still_bin_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = way_still_bin_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
way_still_bin_init (WayStillBin *self)
{
}

GtkWidget *
way_still_bin_new (void)
{
  return g_object_new (WAY_TYPE_STILL_BIN, NULL);
}
