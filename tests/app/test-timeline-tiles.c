/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-timeline-tiles.h"

#define ENOUGH G_GINT64_CONSTANT (60000000) /* microseconds */

typedef struct
{
  guint n_calls;
  gboolean is_short;
} Painter;

static gboolean
paint (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  Painter *painter = user_data;

  painter->n_calls++;
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 0, 0, area->width, area->height);
  cairo_fill (cr);
  return !painter->is_short;
}

/* Shows what is at (@x, @y); returns whether it was complete */
static gboolean
show (WayTimelineTiles *tiles, double x, double y, gint64 budget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean complete
      = way_timeline_tiles_snapshot (tiles, snapshot, &(WayRect){ x, y, 1000, 600 }, budget);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);

  g_clear_pointer (&node, gsk_render_node_unref);
  return complete;
}

static void
test_panning_back_paints_nothing (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);
  guint n_painted;

  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_true (show (tiles, 300, 100, ENOUGH));
  n_painted = way_timeline_tiles_get_n_painted (tiles);
  for (double x = 0; x <= 300; x += 25)
    g_assert_true (show (tiles, x, x / 3, ENOUGH));

  g_assert_cmpuint (way_timeline_tiles_get_n_painted (tiles), ==, n_painted);
  g_assert_cmpuint (painter.n_calls, ==, n_painted);
}

static void
test_only_what_is_touched_is_painted_again (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  show (tiles, 0, 0, ENOUGH);
  painter.n_calls = 0;
  way_timeline_tiles_invalidate (tiles, &(WayRect){ 10, 10, 20, 20 });
  show (tiles, 0, 0, ENOUGH);
  g_assert_cmpuint (painter.n_calls, ==, 1);

  way_timeline_tiles_invalidate (tiles, &(WayRect){ 500, 10, 20, 20 });
  show (tiles, 0, 0, ENOUGH);
  g_assert_cmpuint (painter.n_calls, ==, 3);
}

static void
test_budget_spreads_over_frames (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);
  guint n_frames = 1;

  /* Nothing is kept yet, so that even without a budget each frame paints one */
  while (!show (tiles, 0, 0, 0))
    n_frames++;
  g_assert_cmpuint (n_frames, ==, painter.n_calls);
  g_assert_cmpuint (n_frames, ==, 4);
}

static void
test_old_pictures_bridge_a_zoom (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  g_assert_true (show (tiles, 0, 0, ENOUGH));
  painter.n_calls = 0;
  way_timeline_tiles_stretch (tiles, 2);
  g_assert_false (show (tiles, 0, 0, 0));
  g_assert_cmpuint (painter.n_calls, ==, 0);
  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, 4);
}

static void
test_what_was_left_out_is_painted_again (void)
{
  Painter painter = { .is_short = TRUE };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  g_assert_false (show (tiles, 0, 0, ENOUGH));
  painter = (Painter){ 0 };
  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, 4);
}

static void
test_tiles_are_pixels_of_the_screen (void)
{
  for (int scale_factor = 1; scale_factor <= 3; scale_factor++)
    {
      Painter painter = { 0 };
      g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);
      double side = (double)WAY_TILE_PIXELS / scale_factor;
      guint columns = (guint)((1000 + side - 1) / side);
      guint rows = (guint)((600 + side - 1) / side);

      way_timeline_tiles_set_scale (tiles, scale_factor);
      g_assert_true (show (tiles, 0, 0, ENOUGH));
      g_assert_cmpuint (painter.n_calls, ==, columns * rows);
    }
}

static void
test_a_column_is_as_wide_as_it_is (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (1000, 0, paint, &painter);

  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/timeline-tiles/panning-back-paints-nothing",
                   test_panning_back_paints_nothing);
  g_test_add_func ("/app/timeline-tiles/only-what-is-touched-is-painted-again",
                   test_only_what_is_touched_is_painted_again);
  g_test_add_func ("/app/timeline-tiles/budget-spreads-over-frames",
                   test_budget_spreads_over_frames);
  g_test_add_func ("/app/timeline-tiles/old-pictures-bridge-a-zoom",
                   test_old_pictures_bridge_a_zoom);
  g_test_add_func ("/app/timeline-tiles/what-was-left-out-is-painted-again",
                   test_what_was_left_out_is_painted_again);
  g_test_add_func ("/app/timeline-tiles/tiles-are-pixels-of-the-screen",
                   test_tiles_are_pixels_of_the_screen);
  g_test_add_func ("/app/timeline-tiles/a-column-is-as-wide-as-it-is",
                   test_a_column_is_as_wide_as_it_is);
  return g_test_run ();
}
