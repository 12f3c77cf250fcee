/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-timeline-tiles.h"

#include <math.h>

#define ENOUGH G_GINT64_CONSTANT (60000000) /* microseconds */
#define WIDTH 1000                          /* of what is shown */
#define HEIGHT 600
#define N_SEEN (((WIDTH - 1) / WAY_TILE_PIXELS + 1) * ((HEIGHT - 1) / WAY_TILE_PIXELS + 1))

typedef struct
{
  guint n_calls;
  double painted; /* square units in all */
  gboolean is_short;
} Painter;

static gboolean
paint (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  Painter *painter = user_data;

  painter->n_calls++;
  painter->painted += area->width * area->height;
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
      = way_timeline_tiles_snapshot (tiles, snapshot, &(WayRect){ x, y, WIDTH, HEIGHT }, budget);
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

  for (double x = 0; x <= 300; x += 25)
    g_assert_true (show (tiles, x, x / 3, ENOUGH));
  n_painted = way_timeline_tiles_get_n_painted (tiles);
  for (double x = 300; x >= 0; x -= 5)
    g_assert_true (show (tiles, x, x / 3, ENOUGH));

  g_assert_cmpuint (way_timeline_tiles_get_n_painted (tiles), ==, n_painted);
  g_assert_cmpuint (painter.n_calls, ==, n_painted);
}

static void
test_nothing_out_of_sight_is_painted_before_somebody_moves (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  g_assert_true (show (tiles, 300, 100, ENOUGH));
  g_assert_cmpfloat (painter.painted, ==, WIDTH * HEIGHT);

  painter = (Painter){ 0 };
  way_timeline_tiles_invalidate (tiles, NULL);
  g_assert_true (show (tiles, 300, 100, ENOUGH));
  g_assert_cmpfloat (painter.painted, ==, WIDTH * HEIGHT);

  /* in the middle of tiles, to where no other ones come into sight */
  painter = (Painter){ 0 };
  g_assert_true (show (tiles, 301, 101, ENOUGH));
  g_assert_cmpuint (painter.n_calls, >, 0);
  painter = (Painter){ 0 };
  for (double x = 302; x < 2 * WAY_TILE_PIXELS; x += 20)
    g_assert_true (show (tiles, x, 101, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, 0);
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

  way_timeline_tiles_invalidate (tiles, &(WayRect){ WAY_TILE_PIXELS - 10, 10, 20, 20 });
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
  g_assert_cmpuint (n_frames, ==, N_SEEN);
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
  g_assert_cmpuint (painter.n_calls, ==, N_SEEN);
}

/* Far out nothing old bridges the zoom: what is painted while it goes on is painted once a step,
 * and is whole when it rests */
static void
test_a_picture_for_a_moment_is_enough_while_zooming (void)
{
  Painter painter = { 0 };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  g_assert_true (show (tiles, 0, 0, ENOUGH));
  way_timeline_tiles_stretch (tiles, 0.1);
  painter = (Painter){ .is_short = TRUE };
  g_assert_false (show (tiles, 0, 0, 0));
  g_assert_cmpuint (painter.n_calls, ==, N_SEEN);
  g_assert_false (show (tiles, 0, 0, 0));
  g_assert_cmpuint (painter.n_calls, ==, N_SEEN);

  painter = (Painter){ 0 };
  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, N_SEEN);
}

static void
test_what_was_left_out_is_painted_again (void)
{
  Painter painter = { .is_short = TRUE };
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint, &painter);

  g_assert_false (show (tiles, 0, 0, ENOUGH));
  painter = (Painter){ 0 };
  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, N_SEEN);
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
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (WIDTH, 0, paint, &painter);

  g_assert_true (show (tiles, 0, 0, ENOUGH));
  g_assert_cmpuint (painter.n_calls, ==, (HEIGHT - 1) / WAY_TILE_PIXELS + 1);
}

/* Each place of the canvas has a colour of its own, in squares of seven units */
static gboolean
paint_squares (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  const double side = 7;

  for (double y = floor (area->y / side) * side; y < area->y + area->height; y += side)
    for (double x = floor (area->x / side) * side; x < area->x + area->width; x += side)
      {
        int column = (int)(x / side);
        int row = (int)(y / side);

        cairo_set_source_rgb (cr, (column & 15) / 15.0, (row & 15) / 15.0,
                              ((column + row) & 3) / 3.0);
        cairo_rectangle (cr, x - area->x, y - area->y, side, side);
        cairo_fill (cr);
      }
  return TRUE;
}

static cairo_surface_t *
new_screen (int scale_factor, cairo_t **cr)
{
  cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale_factor,
                                                        HEIGHT * scale_factor);

  *cr = cairo_create (screen);
  cairo_scale (*cr, scale_factor, scale_factor);
  return screen;
}

static void
assert_same_pixels (cairo_surface_t *left, cairo_surface_t *right)
{
  gsize stride = (gsize)cairo_image_surface_get_stride (left);

  cairo_surface_flush (left);
  cairo_surface_flush (right);
  g_assert_cmpmem (
      cairo_image_surface_get_data (left), stride * (gsize)cairo_image_surface_get_height (left),
      cairo_image_surface_get_data (right), stride * (gsize)cairo_image_surface_get_height (right));
}

static void
check_seen (WayTimelineTiles *tiles, const WayRect *visible, int scale_factor, gboolean is_lowest)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *shown_cr, *painted_cr;
  cairo_surface_t *shown = new_screen (scale_factor, &shown_cr);
  cairo_surface_t *painted = new_screen (scale_factor, &painted_cr);
  GskRenderNode *node;

  g_assert_true (way_timeline_tiles_snapshot (tiles, snapshot, visible, ENOUGH));
  node = gtk_snapshot_free_to_node (snapshot);
  if (!is_lowest)
    cairo_paint (shown_cr);
  gsk_render_node_draw (node, shown_cr);
  paint_squares (painted_cr, visible, NULL);
  assert_same_pixels (shown, painted);

  gsk_render_node_unref (node);
  cairo_destroy (shown_cr);
  cairo_destroy (painted_cr);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (painted);
}

/* In whatever form a renderer gets the tiles, what is seen is what was painted, without seams */
static void
check_pixels (GskRenderer *renderer, int scale_factor, gboolean is_lowest, double x, double y)
{
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint_squares, NULL);

  way_timeline_tiles_set_scale (tiles, scale_factor);
  way_timeline_tiles_set_renderer (tiles, renderer);
  way_timeline_tiles_set_lowest (tiles, is_lowest);
  way_timeline_tiles_set_background (tiles, &(GdkRGBA){ 1, 1, 1, 1 });
  for (int frame = 0; frame < 3; frame++) /* the first of that size, and others */
    check_seen (tiles, &(WayRect){ x, y, WIDTH, HEIGHT }, scale_factor, is_lowest);
}

static void
test_what_is_seen_is_what_was_painted (void)
{
  g_autoptr (GskRenderer) cairo = gsk_cairo_renderer_new ();

  for (int scale_factor = 1; scale_factor <= 2; scale_factor++)
    for (double x = -300; x <= 600; x += 450)
      {
        check_pixels (cairo, scale_factor, FALSE, x, 129);
        check_pixels (cairo, scale_factor, TRUE, x, 129);
        check_pixels (NULL, scale_factor, FALSE, x, 129);
      }
}

/* The parts of tiles that were left out at first come as they come into sight */
static void
test_what_comes_into_sight_is_what_was_painted (void)
{
  const double to[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { -200, 90 }, { 150, -70 } };
  g_autoptr (GskRenderer) cairo = gsk_cairo_renderer_new ();
  GskRenderer *renderers[] = { cairo, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (to); i++)
    for (guint j = 0; j < G_N_ELEMENTS (renderers); j++)
      for (int scale_factor = 1; scale_factor <= 2; scale_factor++)
        {
          g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint_squares, NULL);
          WayRect begun = { 1300, 400, WIDTH, HEIGHT };
          WayRect moved = { begun.x + to[i][0], begun.y + to[i][1], WIDTH, HEIGHT };

          way_timeline_tiles_set_scale (tiles, scale_factor);
          way_timeline_tiles_set_renderer (tiles, renderers[j]);
          way_timeline_tiles_set_background (tiles, &(GdkRGBA){ 1, 1, 1, 1 });
          check_seen (tiles, &begun, scale_factor, FALSE);
          check_seen (tiles, &moved, scale_factor, FALSE);
          check_seen (tiles, &begun, scale_factor, FALSE);
        }
}

static guint
count_pictures (GskRenderNode *node)
{
  guint n_pictures = 0;

  switch ((guint)gsk_render_node_get_node_type (node))
    {
    case GSK_CAIRO_NODE:
      return 1;
    case GSK_CLIP_NODE:
      return count_pictures (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      return count_pictures (gsk_transform_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n_pictures += count_pictures (gsk_container_node_get_child (node, i));
      return n_pictures;
    default:
      return 0;
    }
}

/* How many nodes the tiles are that Cairo draws */
static guint
count_shown (WayTimelineTiles *tiles, const WayRect *visible)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n_pictures;

  g_assert_true (way_timeline_tiles_snapshot (tiles, snapshot, visible, ENOUGH));
  node = gtk_snapshot_free_to_node (snapshot);
  n_pictures = count_pictures (node);
  gsk_render_node_unref (node);
  return n_pictures;
}

/* Cairo's picture between is as large as a node, where it needs one */
static void
test_what_lies_lowest_is_one_node_while_its_size_stays (void)
{
  g_autoptr (GskRenderer) cairo = gsk_cairo_renderer_new ();
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint_squares, NULL);

  way_timeline_tiles_set_renderer (tiles, cairo);
  way_timeline_tiles_set_lowest (tiles, TRUE);
  for (double height = HEIGHT; height > HEIGHT - 10; height -= 4)
    {
      g_assert_cmpuint (count_shown (tiles, &(WayRect){ 0, 0, WIDTH, height }), ==, N_SEEN);
      g_assert_cmpuint (count_shown (tiles, &(WayRect){ 0, 0, WIDTH, height }), ==, 1);
      g_assert_cmpuint (count_shown (tiles, &(WayRect){ 50, 0, WIDTH, height }), ==, 1);
    }
}

/* A square of one tile that has another colour from the second time on */
static gboolean
paint_twice (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  const gboolean *is_second = user_data;

  cairo_set_source_rgb (cr, 0, *is_second, area->x / 10000);
  cairo_rectangle (cr, 0, 0, area->width, area->height);
  cairo_fill (cr);
  return TRUE;
}

/* Whether or not anything was drawn there before */
static void
assert_is_painted (WayTimelineTiles *tiles, const WayRect *visible)
{
  for (int below = 0; below < 2; below++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      cairo_t *cr;
      cairo_surface_t *screen = new_screen (1, &cr);
      GskRenderNode *node;
      const guint8 *pixel;

      if (below)
        cairo_paint (cr);
      way_timeline_tiles_snapshot (tiles, snapshot, visible, ENOUGH);
      node = gtk_snapshot_free_to_node (snapshot);
      gsk_render_node_draw (node, cr);
      cairo_surface_flush (screen);

      pixel = cairo_image_surface_get_data (screen) + 4 * 300;
      g_assert_cmpuint (pixel[1], ==, 255); /* green: of the tile that was painted again */
      g_assert_cmpuint (pixel[-4 * 200 + 1], ==, 0);
      g_assert_cmpuint (pixel[3], ==, 255);

      gsk_render_node_unref (node);
      cairo_destroy (cr);
      cairo_surface_destroy (screen);
    }
}

static void
test_what_is_painted_again_is_seen (void)
{
  g_autoptr (GskRenderer) cairo = gsk_cairo_renderer_new ();
  gboolean is_second = FALSE;
  g_autoptr (WayTimelineTiles) tiles = way_timeline_tiles_new (0, 0, paint_twice, &is_second);

  way_timeline_tiles_set_renderer (tiles, cairo);
  way_timeline_tiles_set_lowest (tiles, TRUE);
  way_timeline_tiles_set_background (tiles, &(GdkRGBA){ 1, 1, 1, 1 });
  show (tiles, 0, 0, ENOUGH);
  is_second = TRUE;
  way_timeline_tiles_invalidate (tiles, &(WayRect){ 300, 10, 20, 20 });
  assert_is_painted (tiles, &(WayRect){ 0, 0, WIDTH, HEIGHT });

  /* the same once all is shown elsewhere, and back */
  show (tiles, 40, 0, ENOUGH);
  assert_is_painted (tiles, &(WayRect){ 0, 0, WIDTH, HEIGHT });
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/timeline-tiles/panning-back-paints-nothing",
                   test_panning_back_paints_nothing);
  g_test_add_func ("/app/timeline-tiles/nothing-out-of-sight-is-painted-before-somebody-moves",
                   test_nothing_out_of_sight_is_painted_before_somebody_moves);
  g_test_add_func ("/app/timeline-tiles/only-what-is-touched-is-painted-again",
                   test_only_what_is_touched_is_painted_again);
  g_test_add_func ("/app/timeline-tiles/budget-spreads-over-frames",
                   test_budget_spreads_over_frames);
  g_test_add_func ("/app/timeline-tiles/old-pictures-bridge-a-zoom",
                   test_old_pictures_bridge_a_zoom);
  g_test_add_func ("/app/timeline-tiles/a-picture-for-a-moment-is-enough-while-zooming",
                   test_a_picture_for_a_moment_is_enough_while_zooming);
  g_test_add_func ("/app/timeline-tiles/what-was-left-out-is-painted-again",
                   test_what_was_left_out_is_painted_again);
  g_test_add_func ("/app/timeline-tiles/tiles-are-pixels-of-the-screen",
                   test_tiles_are_pixels_of_the_screen);
  g_test_add_func ("/app/timeline-tiles/a-column-is-as-wide-as-it-is",
                   test_a_column_is_as_wide_as_it_is);
  g_test_add_func ("/app/timeline-tiles/what-is-seen-is-what-was-painted",
                   test_what_is_seen_is_what_was_painted);
  g_test_add_func ("/app/timeline-tiles/what-comes-into-sight-is-what-was-painted",
                   test_what_comes_into_sight_is_what_was_painted);
  g_test_add_func ("/app/timeline-tiles/what-lies-lowest-is-one-node-while-its-size-stays",
                   test_what_lies_lowest_is_one_node_while_its_size_stays);
  g_test_add_func ("/app/timeline-tiles/what-is-painted-again-is-seen",
                   test_what_is_painted_again_is_seen);
  return g_test_run ();
}
