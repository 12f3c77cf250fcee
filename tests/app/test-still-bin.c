/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-still-bin.h"

#define WIDTH 400
#define HEIGHT 200
#define ROUNDING 2 /* of what is blended twice, by two steps of 255 */

typedef struct
{
  GtkWidget *window;
  GtkWidget *bin;
  GtkWidget *content;
  GtkWidget *label;
  GtkWidget *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->bin = way_still_bin_new ();
  fixture->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  fixture->label = gtk_label_new ("Where to?");
  fixture->other = gtk_label_new ("Elsewhere");
  gtk_box_append (GTK_BOX (fixture->content), gtk_button_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (fixture->content), fixture->label);
  gtk_widget_set_parent (fixture->content, fixture->bin);
  gtk_box_append (GTK_BOX (box), fixture->bin);
  gtk_box_append (GTK_BOX (box), fixture->other);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  app_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GskRenderNode *
get_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

/* (transfer full): what is seen of @widget */
static cairo_surface_t *
draw (GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = get_node (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The greatest difference of any channel of any pixel */
static int
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint8 *left = cairo_image_surface_get_data (a);
  const guint8 *right = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  int greatest = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH * 4; x++)
      if (x % 4 != 3) /* RGB24 has a byte to spare */
        {
          int difference = ABS (left[y * stride + x] - right[y * stride + x]);

          greatest = MAX (greatest, difference);
        }
  return greatest;
}

static void
test_looks_as_its_child (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) node = get_node (fixture->bin);
  cairo_surface_t *as_picture = draw (fixture->bin);
  cairo_surface_t *as_it_is = draw (fixture->content);

  g_assert_true (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (fixture->window))));
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CAIRO_NODE);
  g_assert_cmpint (compare (as_picture, as_it_is), <=, ROUNDING);
  cairo_surface_destroy (as_picture);
  cairo_surface_destroy (as_it_is);
}

static void
test_follows_its_child (Fixture *fixture, gconstpointer user_data)
{
  cairo_surface_t *before = draw (fixture->bin);
  cairo_surface_t *after;
  cairo_surface_t *as_it_is;

  gtk_label_set_text (GTK_LABEL (fixture->label), "There!");
  app_draw (fixture->bin);
  after = draw (fixture->bin);
  as_it_is = draw (fixture->content);
  g_assert_cmpint (compare (before, after), >, ROUNDING);
  g_assert_cmpint (compare (after, as_it_is), <=, ROUNDING);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  cairo_surface_destroy (as_it_is);
}

static void
test_stays_when_others_change (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) before = get_node (fixture->bin);
  g_autoptr (GskRenderNode) after = NULL;

  gtk_label_set_text (GTK_LABEL (fixture->other), "Nowhere");
  app_draw (fixture->other);
  after = get_node (fixture->bin);
  g_assert_true (before == after);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/still-bin/looks-as-its-child", test_looks_as_its_child);
  ADD ("/app/still-bin/follows-its-child", test_follows_its_child);
  ADD ("/app/still-bin/stays-when-others-change", test_stays_when_others_change);
#undef ADD
  return g_test_run ();
}
