/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-painter.h"
#include "way-scene-private.h"

#define WIDTH 700
#define HEIGHT 200
#define TRIFLE 40 /* of 255: curves are approximated, here or there */

static cairo_surface_t *
create_image (int scale)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * scale, HEIGHT * scale);
}

/* As on the screen, where a unit is so many pixels */
static cairo_surface_t *
paint_on_pixels (WayScene *scene, WayLabels *labels, int scale)
{
  cairo_surface_t *surface = create_image (scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  way_painter_paint (scene, labels, cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, 1, 1);

  return surface;
}

/* As on paper, where lines stay lines, put on the same pixels afterwards */
static cairo_surface_t *
paint_lines (WayScene *scene, WayLabels *labels, int scale)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *surface = create_image (scale);
  cairo_t *cr = cairo_create (recording);

  way_painter_paint (scene, labels, cr);
  cairo_destroy (cr);

  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);

  return surface;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a);
  int height = cairo_image_surface_get_height (a);
  const guint8 *left = cairo_image_surface_get_data (a);
  const guint8 *right = cairo_image_surface_get_data (b);
  guint n_different = 0;

  for (int i = 0; i < stride * height; i++)
    n_different += ABS (left[i] - right[i]) > TRIFLE;

  return n_different;
}

static void
assert_same_picture (WayScene *scene, int scale)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  cairo_surface_t *pixels = paint_on_pixels (scene, labels, scale);
  cairo_surface_t *lines = paint_lines (scene, labels, scale);

  g_assert_cmpuint (count_differences (pixels, lines), ==, 0);
  cairo_surface_destroy (pixels);
  cairo_surface_destroy (lines);
}

/* Bars of all widths, from a hair to one that begins and ends far outside */
static void
test_bars_on_pixels_are_as_on_paper (void)
{
  static const double lefts[] = { 4, 20, 40, 70, 110, 300, -3000 };
  static const double widths[] = { 3, 9, 12, 13, 150, 333, 9000 };
  g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);

  way_scene_add_rect (scene, (WayRect){ 0, 0, WIDTH, HEIGHT }, 0xffffffff);
  for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
    for (int line = 0; line < 3; line++)
      {
        WayRect rect = { lefts[i], 10 + 60 * line + (i == 6 ? 30 : 0), widths[i], 26 };
        WayLook look = { .fill = line == 1 ? 0 : 0xaaccffff,
                         .stroke = line == 2 ? 0 : 0x113366ff,
                         .line_width = line == 0 ? 1 : 2 };

        way_scene_add_round (scene, rect, 6, &look);
      }

  for (int scale = 1; scale <= 3; scale++)
    assert_same_picture (scene, scale);
}

/* The part of the picture that is neither ground nor line is less than a third, wherever the bar
 * begins */
static void
test_hatch_fills_the_bar_and_no_more (void)
{
  for (int scale = 1; scale <= 2; scale++)
    for (int left = -2000; left <= 50; left += 41)
      {
        g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);
        g_autoptr (WayLabels) labels = way_labels_new (NULL);
        WayRect rect = { left, 20, 3000, 26 };
        cairo_surface_t *surface;
        guint n_inside = 0, n_outside = 0;

        way_scene_add_rect (scene, (WayRect){ 0, 0, WIDTH, HEIGHT }, 0xffffffff);
        way_scene_add_hatch (scene, rect, 6, 0x000000ff);
        surface = paint_on_pixels (scene, labels, scale);
        for (int y = 0; y < HEIGHT * scale; y++)
          for (int x = MAX (0, left + 9) * scale; x < WIDTH * scale; x++)
            {
              const guint8 *pixel = cairo_image_surface_get_data (surface)
                                    + y * cairo_image_surface_get_stride (surface) + x * 4;
              gboolean is_inside = y >= 22 * scale && y < 44 * scale;

              n_inside += is_inside && *pixel < 160;
              n_outside += !is_inside && *pixel != 255;
            }

        g_assert_cmpuint (n_outside, ==, 0);
        g_assert_cmpuint (n_inside * 20, >, (guint)((WIDTH - MAX (0, left)) * 22 * scale * scale));
        g_assert_cmpuint (n_inside * 3, <, (guint)((WIDTH - MAX (0, left)) * 22 * scale * scale));
        cairo_surface_destroy (surface);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/painter/bars-on-pixels-are-as-on-paper",
                   test_bars_on_pixels_are_as_on_paper);
  g_test_add_func ("/timeline/painter/hatch-fills-the-bar-and-no-more",
                   test_hatch_fills_the_bar_and_no_more);

  return g_test_run ();
}
