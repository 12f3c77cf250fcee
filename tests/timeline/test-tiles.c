/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-painter.h"
#include "way-scene.h"

#define TILE 256
#define TILES 4 /* a side */

/* Corners and fades may come out a trifle different, depending on where they are cut; a line or a
 * word may not be missing */
#define TRIFLE 48
#define TRIFLES 30

typedef struct
{
  WayPlan *plan;
  WayLabels *labels;
  WayLayout *layout;
} Fixture;

static cairo_surface_t *
paint (Fixture *fixture, WayScale scale, double x, double y, int size)
{
  WayViewport viewport = { .scale = { scale.origin + x / scale.day_width, scale.day_width },
                           .scroll_y = y,
                           .width = size,
                           .height = size };
  g_autoptr (WayScene) scene
      = way_scene_build (fixture->layout, &viewport, way_style_get (WAY_THEME_LIGHT),
                         WAY_SCENE_BODY | WAY_SCENE_LINKS);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);

  way_painter_paint (scene, fixture->labels, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels of the tile differ from the place at (@left, @top) in @whole */
static guint
count_differences (cairo_surface_t *whole, cairo_surface_t *tile, int left, int top)
{
  guint n_different = 0;

  for (int y = 0; y < TILE; y++)
    {
      const guint8 *a = cairo_image_surface_get_data (whole)
                        + (gsize)(top + y) * (gsize)cairo_image_surface_get_stride (whole)
                        + (gsize)left * 4;
      const guint8 *b = cairo_image_surface_get_data (tile)
                        + (gsize)y * (gsize)cairo_image_surface_get_stride (tile);

      for (int i = 0; i < TILE * 4; i += 4)
        n_different += ABS (a[i] - b[i]) > TRIFLE || ABS (a[i + 1] - b[i + 1]) > TRIFLE
                       || ABS (a[i + 2] - b[i + 2]) > TRIFLE;
    }

  return n_different;
}

static void
assert_tiles_fit (Fixture *fixture, double day_width, double x, double y)
{
  WayScale scale = way_scale_align ((WayScale){ way_day_from_ymd (2026, 1, 1), day_width });
  cairo_surface_t *whole;

  way_layout_set_day_width (fixture->layout, day_width);
  whole = paint (fixture, scale, x, y, TILE * TILES);
  for (int row = 0; row < TILES; row++)
    for (int column = 0; column < TILES; column++)
      {
        cairo_surface_t *tile = paint (fixture, scale, x + column * TILE, y + row * TILE, TILE);
        guint n_different = count_differences (whole, tile, column * TILE, row * TILE);

        if (n_different > TRIFLES)
          g_error ("%u pixels differ in row %d, column %d at %g pixels a day", n_different, row,
                   column, day_width);
        cairo_surface_destroy (tile);
      }
  cairo_surface_destroy (whole);
}

static void
test_tiles_fit (gconstpointer data)
{
  static const double zooms[] = { 0.3, 0.5, 1.7, 6, 40 };
  gboolean random = GPOINTER_TO_INT (data);
  Fixture fixture = { .labels = way_labels_new (NULL) };

  fixture.plan = random ? sample_plan_new_random ((guint32)g_test_rand_int (), 8, 120, 90)
                        : sample_plan_new ();
  fixture.layout = way_layout_new (fixture.plan, fixture.labels, 1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    assert_tiles_fit (&fixture, zooms[i], -100, 0);
  way_layout_free (fixture.layout);
  way_labels_unref (fixture.labels);
  g_object_unref (fixture.plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/timeline/tiles/fit-together", GINT_TO_POINTER (FALSE), test_tiles_fit);
  g_test_add_data_func ("/timeline/tiles/fit-together-in-a-random-plan", GINT_TO_POINTER (TRUE),
                        test_tiles_fit);

  return g_test_run ();
}
