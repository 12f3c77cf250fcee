/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-painter.h"
#include "way-scene-piece.h"
#include "way-scene-private.h"

#include <math.h>

#define SIZE 300

static WayLabels *
new_labels (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  WayLabels *labels = way_labels_new (context);

  g_object_unref (context);
  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);
  return labels;
}

/* One of each that overlays are made of, @dx further to the right */
static WayScene *
new_scene (double dx)
{
  WayScene *scene = way_scene_new (SIZE, SIZE);
  WayPoint route[]
      = { { 20 + dx, 40.5 }, { 90.5 + dx, 40.5 }, { 90.5 + dx, 180.5 }, { 160 + dx, 180.5 } };
  WayPoint line[] = { { 30 + dx, 250 }, { 150 + dx, 210 } };

  way_scene_push_clip (scene, (WayRect){ 10, 10, SIZE - 20, SIZE - 20 });
  way_scene_add_rect (scene, (WayRect){ 0 + dx, 0, 60, 30 }, 0x3584e4ff);
  way_scene_add_round (scene, (WayRect){ 100 + dx, 60, 80, 26 }, 6,
                       &(WayLook){ .fill = 0x3584e440, .stroke = 0x3584e4ff, .line_width = 2 });
  way_scene_add_round (scene, (WayRect){ 20 + dx, 260, 120, 20 }, 6,
                       &(WayLook){ .stroke = 0x3584e459, .line_width = 2 });
  way_scene_add_path (
      scene, route, G_N_ELEMENTS (route),
      &(WayLook){ .stroke = 0xe01b24ff, .line_width = 2, .flags = WAY_OP_CURVED | WAY_OP_ARROW });
  way_scene_add_path (scene, line, G_N_ELEMENTS (line),
                      &(WayLook){ .stroke = 0x26a269ff, .line_width = 2, .flags = WAY_OP_ARROW });
  way_scene_add_text (scene, (WayRect){ 100 + dx, 100, 80, 16 }, WAY_FONT_SMALL, 0x000000ff,
                      WAY_OP_FLAG_NONE, "Today");
  way_scene_pop_clip (scene);
  return scene;
}

/* What is plain is painted from its bounds and colour alone */
static void
fill (cairo_t *cr, const WayScenePiece *piece)
{
  cairo_set_source_rgba (cr, (piece->fill >> 24) / 255.0, ((piece->fill >> 16) & 0xff) / 255.0,
                         ((piece->fill >> 8) & 0xff) / 255.0, (piece->fill & 0xff) / 255.0);
  cairo_rectangle (cr, piece->bounds.x, piece->bounds.y, piece->bounds.width, piece->bounds.height);
  cairo_fill (cr);
}

static cairo_surface_t *
paint (WayScene *scene, WayLabels *labels, GArray *pieces)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (pieces == NULL)
    way_painter_paint (scene, labels, cr);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      const WayScenePiece *piece = &g_array_index (pieces, WayScenePiece, i);

      if (piece->look == 0)
        fill (cr, piece);
      else
        way_painter_paint_piece (scene, piece, labels, cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

/* The pieces one by one are the picture: their bounds cut nothing off */
static void
test_pieces_are_the_picture (void)
{
  WayLabels *labels = new_labels ();

  for (double dx = -40; dx <= 140; dx += 30)
    {
      g_autoptr (WayScene) scene = new_scene (dx);
      g_autoptr (GArray) pieces = way_scene_get_pieces (scene);
      cairo_surface_t *wanted = paint (scene, labels, NULL);
      cairo_surface_t *found = paint (scene, labels, pieces);
      int stride = cairo_image_surface_get_stride (wanted);

      for (int y = 0; y < SIZE; y++)
        g_assert_cmpmem (cairo_image_surface_get_data (found) + y * stride, SIZE * 4,
                         cairo_image_surface_get_data (wanted) + y * stride, SIZE * 4);
      cairo_surface_destroy (wanted);
      cairo_surface_destroy (found);
    }
  way_labels_unref (labels);
}

static void
test_a_look_is_the_same_elsewhere (void)
{
  g_autoptr (WayScene) here = new_scene (20);
  g_autoptr (WayScene) there = new_scene (23);
  g_autoptr (GArray) left = way_scene_get_pieces (here);
  g_autoptr (GArray) right = way_scene_get_pieces (there);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const WayScenePiece *a = &g_array_index (left, WayScenePiece, i);
      const WayScenePiece *b = &g_array_index (right, WayScenePiece, i);

      g_assert_cmpuint (a->look, ==, b->look);
      g_assert_cmpfloat (b->bounds.x - a->bounds.x, ==, 3);
      for (guint j = 0; j < i; j++)
        if (a->look != 0)
          g_assert_cmpuint (a->look, !=, g_array_index (left, WayScenePiece, j).look);
    }
}

/* An arrow around a corner does not touch what lies within it */
static void
test_arrows_touch_little (void)
{
  g_autoptr (WayScene) scene = new_scene (20);
  g_autoptr (GArray) pieces = way_scene_get_pieces (scene);
  WayRect within = { 130, 120, 20, 40 };

  for (guint i = 0; i < pieces->len; i++)
    g_assert_false (
        way_rect_intersects (&g_array_index (pieces, WayScenePiece, i).bounds, &within));
}

static GArray *
get_ring (double x, double y, double width)
{
  g_autoptr (WayScene) scene = way_scene_new (SIZE, SIZE);

  way_scene_add_round (scene, (WayRect){ x, y, width, 32 }, 8,
                       &(WayLook){ .stroke = 0x3584e459, .line_width = 2 });
  return way_scene_get_pieces (scene);
}

static gboolean
has_look (GArray *pieces, guint64 look)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, WayScenePiece, i).look == look)
      return TRUE;
  return FALSE;
}

/* Around less than it takes to draw four pieces */
static void
test_a_small_ring_is_one_piece (void)
{
  g_autoptr (GArray) pieces = get_ring (20, 40, 60);

  g_assert_cmpuint (pieces->len, ==, 1);
}

/* Whatever long item a pointer rests on, the ends of the ring around it have been painted before */
static void
test_rings_of_any_length_share_their_ends (void)
{
  g_autoptr (GArray) one = get_ring (0, 40, 260);
  g_autoptr (GArray) other = get_ring (3, 90, 290);

  for (guint i = 0; i < one->len; i++)
    g_assert_true (has_look (other, g_array_index (one, WayScenePiece, i).look));
}

static void
test_rings_do_not_touch_what_they_enclose (void)
{
  WayRect within = { 40, 52, 200, 10 };
  g_autoptr (GArray) pieces = get_ring (10, 40, 280);

  g_assert_cmpuint (pieces->len, ==, 4);

  for (guint i = 0; i < pieces->len; i++)
    g_assert_false (
        way_rect_intersects (&g_array_index (pieces, WayScenePiece, i).bounds, &within));
}

/* Between pixels a side is no plain rectangle */
static void
test_rings_between_pixels_are_painted (void)
{
  g_autoptr (GArray) pieces = get_ring (10, 40.5, 280);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpuint (g_array_index (pieces, WayScenePiece, 0).look, !=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/scene-piece/pieces-are-the-picture", test_pieces_are_the_picture);
  g_test_add_func ("/timeline/scene-piece/a-look-is-the-same-elsewhere",
                   test_a_look_is_the_same_elsewhere);
  g_test_add_func ("/timeline/scene-piece/arrows-touch-little", test_arrows_touch_little);
  g_test_add_func ("/timeline/scene-piece/a-small-ring-is-one-piece",
                   test_a_small_ring_is_one_piece);
  g_test_add_func ("/timeline/scene-piece/rings-of-any-length-share-their-ends",
                   test_rings_of_any_length_share_their_ends);
  g_test_add_func ("/timeline/scene-piece/rings-do-not-touch-what-they-enclose",
                   test_rings_do_not_touch_what_they_enclose);
  g_test_add_func ("/timeline/scene-piece/rings-between-pixels-are-painted",
                   test_rings_between_pixels_are_painted);
  return g_test_run ();
}
