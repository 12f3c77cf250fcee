/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-timeline-overview.h"
#include "way-timeline-view.h"

typedef struct
{
  WayWindow *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = app_window_new ();
  self->view = app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_window_close (self->window);
}

/* What the window shows at present */
static GskRenderNode *
get_node (Fixture *self)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  app_draw (GTK_WIDGET (self->window));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

/* The kinds of all that is drawn at (@x, @y), the first first */
static void
gather (GskRenderNode *node, float x, float y, GArray *kinds)
{
  GskRenderNodeType kind = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (!graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
    return;

  switch (kind)
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        gather (gsk_container_node_get_child (node, i), x, y, kinds);
      return;
    case GSK_CLIP_NODE:
      gather (gsk_clip_node_get_child (node), x, y, kinds);
      return;
    case GSK_TRANSFORM_NODE:
      {
        float dx, dy;

        gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
        gather (gsk_transform_node_get_child (node), x - dx, y - dy, kinds);
        return;
      }
    case GSK_DEBUG_NODE:
      gather (gsk_debug_node_get_child (node), x, y, kinds);
      return;
    case GSK_INSET_SHADOW_NODE: /* of the window's border, which is elsewhere */
      return;
    default:
      g_array_append_val (kinds, kind);
    }
}

static GArray *
gather_in_middle (Fixture *self, GtkWidget *widget)
{
  GskRenderNode *node = get_node (self);
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (GskRenderNodeType));
  double x, y;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (self->window),
                                    gtk_widget_get_width (widget) / 2.0,
                                    gtk_widget_get_height (widget) / 2.0, &x, &y);
  gather (node, (float)x, (float)y, kinds);
  gsk_render_node_unref (node);
  return kinds;
}

static guint
count_holes (Fixture *self)
{
  GskRenderNode *node = get_node (self);
  cairo_surface_t *screen;
  cairo_t *cr;
  graphene_rect_t bounds;
  guint n = 0;

  gsk_render_node_get_bounds (node, &bounds);
  screen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)bounds.size.width,
                                       (int)bounds.size.height);
  cr = cairo_create (screen);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (screen);

  for (int y = 0; y < cairo_image_surface_get_height (screen); y++)
    {
      const guint32 *row
          = (const guint32 *)(gpointer)(cairo_image_surface_get_data (screen)
                                        + y * cairo_image_surface_get_stride (screen));

      for (int x = 0; x < cairo_image_surface_get_width (screen); x++)
        n += (row[x] >> 24) != 0xff;
    }

  cairo_surface_destroy (screen);
  gsk_render_node_unref (node);
  return n;
}

static void
test_nothing_is_drawn_below_the_timeline (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  g_autoptr (GArray) kinds = NULL;

  way_window_set_document (self->window, document);
  kinds = gather_in_middle (self, self->view);
  g_assert_cmpuint (kinds->len, >, 0);
  g_assert_cmpint (g_array_index (kinds, GskRenderNodeType, 0), ==, GSK_CAIRO_NODE);
}

/* Else it would be drawn before the timeline, which would not be the first any more */
static void
test_nothing_is_drawn_below_the_overview (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  g_autoptr (GArray) kinds = NULL;

  way_window_set_document (self->window, document);
  kinds = gather_in_middle (self, app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_OVERVIEW));
  g_assert_cmpuint (kinds->len, >, 0);
  g_assert_cmpint (g_array_index (kinds, GskRenderNodeType, 0), ==, GSK_CAIRO_NODE);
}

static void
test_no_page_lets_through_what_is_behind (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  const char *const views[] = { "timeline", "outline" };

  g_assert_cmpuint (count_holes (self), ==, 0); /* the start page */
  way_window_set_document (self->window, document);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (int inspector = 0; inspector < 2; inspector++)
      for (int width = 400; width <= 1200; width += 400)
        {
          g_object_set (self->window, "view", views[i], "inspector-visible", inspector, NULL);
          gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
          app_settle ();
          g_assert_cmpuint (count_holes (self), ==, 0);
        }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_assert_false (gdk_display_is_composited (gdk_display_get_default ()));
  g_test_add ("/app/window-background/nothing-is-drawn-below-the-timeline", Fixture, NULL, set_up,
              test_nothing_is_drawn_below_the_timeline, tear_down);
  g_test_add ("/app/window-background/nothing-is-drawn-below-the-overview", Fixture, NULL, set_up,
              test_nothing_is_drawn_below_the_overview, tear_down);
  g_test_add ("/app/window-background/no-page-lets-through-what-is-behind", Fixture, NULL, set_up,
              test_no_page_lets_through_what_is_behind, tear_down);
  return g_test_run ();
}
