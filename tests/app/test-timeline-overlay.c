/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-overlay.h"
#include "way-painter.h"
#include "way-scene-private.h"
#include "way-timeline-overlay.h"

#define WIDTH 800
#define HEIGHT 600

typedef struct
{
  WayTimelineOverlay *overlay;
  WayLabels *labels;
  WayViewport viewport;
  const WayStyle *style;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  fixture->overlay = way_timeline_overlay_new ();
  fixture->labels = way_labels_new (context);
  g_object_unref (context);
  way_labels_begin_frame (fixture->labels, WAY_LABELS_NO_BUDGET);
  fixture->style = way_style_get (WAY_THEME_LIGHT);
  fixture->viewport = (WayViewport){
    .scale = { 20000, 2 },
    .width = WIDTH,
    .height = HEIGHT,
    .head_width = 100,
    .scale_height = 40,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  way_timeline_overlay_free (fixture->overlay);
  way_labels_unref (fixture->labels);
}

static GskRenderNode *
show_scaled (Fixture *fixture, WayScene *scene, int scale_factor)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  way_timeline_overlay_begin_frame (fixture->overlay, scale_factor);
  way_timeline_overlay_snapshot (fixture->overlay, snapshot, scene, fixture->labels);
  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
show (Fixture *fixture, WayScene *scene)
{
  return show_scaled (fixture, scene, 1);
}

static GskRenderNode *
show_ghost (Fixture *fixture, WayDay start, const char *text)
{
  g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);
  WayGhost ghost = { .start = start, .end = start + 30, .y = 200, .height = 26, .text = text };

  way_overlay_add_today (scene, fixture->labels, &fixture->viewport, fixture->style, 20100);
  way_overlay_add_ghost (scene, fixture->labels, &fixture->viewport, fixture->style, &ghost);
  return show (fixture, scene);
}

static GskRenderNode *
show_band (Fixture *fixture, double width, double height)
{
  g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);

  way_overlay_add_band (scene, &fixture->viewport, fixture->style,
                        &(WayRect){ 200, 100, width, height });
  return show (fixture, scene);
}

static gboolean
is_same (GskRenderNode *a, GskRenderNode *b)
{
  GskRenderNode *left = gsk_transform_node_get_child (a);
  GskRenderNode *right = gsk_transform_node_get_child (b);
  graphene_rect_t left_bounds, right_bounds;

  if (!gsk_transform_equal (gsk_transform_node_get_transform (a),
                            gsk_transform_node_get_transform (b)))
    return FALSE;
  if (left == right)
    return TRUE;
  if (gsk_render_node_get_node_type (left) != GSK_COLOR_NODE
      || gsk_render_node_get_node_type (right) != GSK_COLOR_NODE)
    return FALSE;
  gsk_render_node_get_bounds (left, &left_bounds);
  gsk_render_node_get_bounds (right, &right_bounds);
  return graphene_rect_equal (&left_bounds, &right_bounds)
         && gdk_rgba_equal (gsk_color_node_get_color (left), gsk_color_node_get_color (right));
}

/* The children of @node that are not as in @other: what GTK would draw again */
static GPtrArray *
get_changed (GskRenderNode *node, GskRenderNode *other)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      GskRenderNode *child = gsk_container_node_get_child (node, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < gsk_container_node_get_n_children (other) && !is_there; j++)
        is_there = is_same (child, gsk_container_node_get_child (other, j));
      if (!is_there)
        g_ptr_array_add (changed, child);
    }
  return changed;
}

static void
test_what_looks_the_same_is_kept (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) first = show_ghost (fixture, 20050, "5 May");
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (GskRenderNode) second = show_ghost (fixture, 20050, "5 May");
  g_autoptr (GPtrArray) changed = get_changed (second, first);

  g_assert_cmpuint (n_painted, >, 0);
  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), ==, n_painted);
  g_assert_cmpuint (changed->len, ==, 0);
}

static void
test_only_what_moves_is_painted_again (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) first = show_ghost (fixture, 20050, "5 May");
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (GskRenderNode) second = show_ghost (fixture, 20057, "12 May");
  g_autoptr (GPtrArray) changed = get_changed (second, first);

  /* The ghost, and its pill with the words in it; not the line and the pill of today. The ghost
   * itself looks as it did. */
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), <=, n_painted + 2);
  for (guint i = 0; i < changed->len; i++)
    {
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (g_ptr_array_index (changed, i), &bounds);
      g_assert_cmpfloat (bounds.size.width, <, 120);
      g_assert_cmpfloat (bounds.size.height, <, 40);
    }
}

static void
test_other_words_are_not_taken_for_the_same (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) first = show_ghost (fixture, 20050, "11");
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (GskRenderNode) second = show_ghost (fixture, 20050, "12");

  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), >, n_painted);
}

/* What the pointer comes back to is not painted anew; nor is all kept that ever was there */
static void
test_is_kept_for_a_while (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) first = show_ghost (fixture, 20050, "5 May");
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (WayScene) empty = way_scene_new (WIDTH, HEIGHT);
  g_autoptr (GskRenderNode) nothing = show (fixture, empty);
  g_autoptr (GskRenderNode) again = show_ghost (fixture, 20050, "5 May");
  g_autoptr (GskRenderNode) late = NULL;

  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), ==, n_painted);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (GskRenderNode) other = show_ghost (fixture, 20050, text);
    }
  n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  late = show_ghost (fixture, 20050, "5 May");
  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), >, n_painted);
}

static GskRenderNode *
show_joined (Fixture *fixture, double width, double height)
{
  g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);

  for (guint i = 0; i < 4; i++)
    way_scene_add_rect (scene, (WayRect){ 200 + (i % 2) * width, 100 + (i / 2) * height, 20, 20 },
                        fixture->style->accent);
  way_scene_join_from (scene, 0);
  return show (fixture, scene);
}

/* GTK looks at each node in each frame; but where they are far apart, it would draw all between */
static void
test_what_is_joined_and_small_is_one_node (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) small = show_joined (fixture, 40, 30);
  g_autoptr (GskRenderNode) large = show_joined (fixture, 500, 200);

  g_assert_cmpint (gsk_render_node_get_node_type (small), ==, GSK_TRANSFORM_NODE);
  g_assert_cmpuint (gsk_container_node_get_n_children (large), ==, 4);
}

static void
test_forgets_when_told (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GskRenderNode) first = show_ghost (fixture, 20050, "5 May");
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (GskRenderNode) second = NULL;

  way_timeline_overlay_clear (fixture->overlay);
  second = show_ghost (fixture, 20050, "5 May");
  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), ==, 2 * n_painted);
}

/* The middle of a band, which is most of it, stays as it is while an edge moves */
static void
test_a_band_changes_at_its_edges (Fixture *fixture, gconstpointer user_data)
{
  for (double size = 150; size < 400; size += 30)
    {
      g_autoptr (GskRenderNode) before = show_band (fixture, size, size);
      g_autoptr (GskRenderNode) after = show_band (fixture, size + 30, size + 18);
      g_autoptr (GPtrArray) changed = get_changed (after, before);
      double area = 0;

      for (guint i = 0; i < changed->len; i++)
        {
          graphene_rect_t bounds;

          gsk_render_node_get_bounds (g_ptr_array_index (changed, i), &bounds);
          area += bounds.size.width * bounds.size.height;
        }
      g_assert_cmpuint (changed->len, >, 0);
      g_assert_cmpfloat (area, <, 2 * (64 + 30) * (size + 30) + 2 * (size + 30) + 2 * 64);
    }
}

/* As a drag of hundreds shows them: rows of plain ghosts, all @moved pixels to the right */
static WayScene *
make_crowd (Fixture *fixture, double moved)
{
  WayScene *scene = way_scene_new (WIDTH, HEIGHT);

  for (guint row = 0; row < 16; row++)
    for (guint i = 0; i < 10; i++)
      {
        WayDay start
            = 20000 + (WayDay)(10 + 27 * i + row + moved / fixture->viewport.scale.day_width);
        WayGhost ghost = {
          .start = start, .end = start + 20, .y = 60 + 30 * row, .height = 22, .is_plain = TRUE
        };

        way_overlay_add_ghost (scene, fixture->labels, &fixture->viewport, fixture->style, &ghost);
      }
  return scene;
}

static void
test_many_are_a_few_nodes (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = make_crowd (fixture, 0);
  g_autoptr (WayScene) moved_scene = make_crowd (fixture, 14);
  g_autoptr (GskRenderNode) node = show (fixture, scene);
  guint n_painted = way_timeline_overlay_get_n_painted (fixture->overlay);
  g_autoptr (GskRenderNode) moved = show (fixture, moved_scene);

  /* Fewer than those beyond which GTK compares no more; and what only moves stays what it was */
  g_assert_cmpuint (gsk_container_node_get_n_children (node), <, 30);
  g_assert_cmpuint (way_timeline_overlay_get_n_painted (fixture->overlay), ==, n_painted);
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    g_assert_true (gsk_transform_node_get_child (gsk_container_node_get_child (node, i))
                   == gsk_transform_node_get_child (gsk_container_node_get_child (moved, i)));
}

static cairo_surface_t *
new_picture (int scale_factor, cairo_t **cr)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale_factor,
                                                         HEIGHT * scale_factor);

  *cr = cairo_create (picture);
  cairo_scale (*cr, scale_factor, scale_factor);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return picture;
}

/* @tolerance: of 255, where it is blended in two steps */
static void
assert_looks_as_painted (Fixture *fixture, WayScene *scene, int scale_factor, int tolerance)
{
  g_autoptr (GskRenderNode) node = show_scaled (fixture, scene, scale_factor);
  cairo_t *shown_cr, *painted_cr;
  cairo_surface_t *shown = new_picture (scale_factor, &shown_cr);
  cairo_surface_t *painted = new_picture (scale_factor, &painted_cr);
  const guint8 *left = cairo_image_surface_get_data (shown);
  const guint8 *right = cairo_image_surface_get_data (painted);

  gsk_render_node_draw (node, shown_cr);
  way_painter_paint (scene, fixture->labels, painted_cr);
  cairo_surface_flush (shown);
  cairo_surface_flush (painted);
  for (int i = 0; i < 4 * WIDTH * HEIGHT * scale_factor * scale_factor; i++)
    g_assert_cmpint (ABS (left[i] - right[i]), <=, tolerance);

  cairo_destroy (shown_cr);
  cairo_destroy (painted_cr);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (painted);
}

static void
test_many_look_as_they_are_painted (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = make_crowd (fixture, 0);

  assert_looks_as_painted (fixture, scene, 1, 1);
}

/* Rings short and long, at an edge and between pixels, a ghost with its words, and today */
static void
test_each_looks_as_it_is_painted (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = way_scene_new (WIDTH, HEIGHT);
  WayGhost ghost = { .start = 20050, .end = 20080, .y = 200, .height = 26, .text = "5 May" };
  const WayRect rings[] = {
    { 120, 80, 300, 32 }, { 120, 130, 18, 32 }, { 760, 80, 90, 32 }, { 300.5, 300, 200, 32 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    way_scene_add_round (scene, rings[i], 9, &(WayLook){ .stroke = 0x3584e459, .line_width = 2 });
  way_overlay_add_today (scene, fixture->labels, &fixture->viewport, fixture->style, 20100);
  way_overlay_add_ghost (scene, fixture->labels, &fixture->viewport, fixture->style, &ghost);
  for (int scale_factor = 1; scale_factor <= 2; scale_factor++)
    assert_looks_as_painted (fixture, scene, scale_factor, 8); /* masks and paths of a corner */
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/app/timeline-overlay/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("what-looks-the-same-is-kept", test_what_looks_the_same_is_kept);
  ADD ("only-what-moves-is-painted-again", test_only_what_moves_is_painted_again);
  ADD ("other-words-are-not-taken-for-the-same", test_other_words_are_not_taken_for_the_same);
  ADD ("is-kept-for-a-while", test_is_kept_for_a_while);
  ADD ("what-is-joined-and-small-is-one-node", test_what_is_joined_and_small_is_one_node);
  ADD ("forgets-when-told", test_forgets_when_told);
  ADD ("a-band-changes-at-its-edges", test_a_band_changes_at_its_edges);
  ADD ("many-are-a-few-nodes", test_many_are_a_few_nodes);
  ADD ("many-look-as-they-are-painted", test_many_look_as_they_are_painted);
  ADD ("each-looks-as-it-is-painted", test_each_looks_as_it_is_painted);
#undef ADD
  return g_test_run ();
}
