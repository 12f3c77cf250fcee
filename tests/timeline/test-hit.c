/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-layout.h"
#include "sample-plan.h"
#include "way-hit.h"
#include "way-layout-private.h"
#include "way-scene-private.h"

#include <locale.h>

/* A picture that holds all of the plan's lanes */
static WayViewport
make_viewport (WayLayout *layout, double day_width, gboolean rtl)
{
  return (WayViewport){ .scale = { way_day_from_ymd (2023, 6, 1), day_width },
                        .width = 252 + 6000 * day_width,
                        .height = 54 + way_layout_get_height (layout),
                        .head_width = 252,
                        .scale_height = 54,
                        .rtl = rtl };
}

static void
assert_centres_are_hit (WayLayout *layout, const WayViewport *viewport)
{
  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      for (guint j = 0; j < lane->n_items; j++)
        {
          const WayId *id = way_record_get_id (lane->items[j].record);
          WayRect rect;
          WayHit hit;

          g_assert_true (way_hit_item_rect (layout, viewport, id, &rect));
          hit = way_hit_test (layout, viewport, rect.x + rect.width / 2, rect.y + rect.height / 2,
                              NULL);
          g_assert_cmpint (hit.part, ==, WAY_HIT_ITEM);
          g_assert_true (way_id_equal (&hit.id, id));
          g_assert_cmpint (hit.lane, ==, i);
        }
    }
}

static void
test_centre_of_each_item_hits_it (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayPlan) random = sample_plan_new_random (g_test_rand_int (), 5, 150, 0);
  WayPlan *plans[] = { plan, random };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (double day_width = 0.3; day_width < 8; day_width *= 2)
      for (int rtl = 0; rtl < 2; rtl++)
        {
          g_autoptr (WayLayout) layout = sample_layout_new (plans[i], day_width);
          WayViewport viewport = make_viewport (layout, day_width, rtl);

          assert_centres_are_hit (layout, &viewport);
        }
}

static void
test_edges_can_be_dragged (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayId id = sample_id ("m1");

  for (int rtl = 0; rtl < 2; rtl++)
    {
      WayViewport viewport = make_viewport (layout, 1, rtl);
      WayRect rect;
      double y, start, end;
      int inwards = rtl ? -1 : 1;

      g_assert_true (way_hit_item_rect (layout, &viewport, &id, &rect));
      y = rect.y + rect.height / 2;
      start = rtl ? rect.x + rect.width : rect.x;
      end = rtl ? rect.x : rect.x + rect.width;

      for (int offset = -4; offset <= 4; offset++)
        {
          g_assert_cmpint (way_hit_test (layout, &viewport, start + offset, y, NULL).part, ==,
                           WAY_HIT_START_EDGE);
          g_assert_cmpint (way_hit_test (layout, &viewport, end + offset, y, NULL).part, ==,
                           WAY_HIT_END_EDGE);
        }

      g_assert_cmpint (way_hit_test (layout, &viewport, start + 8 * inwards, y, NULL).part, ==,
                       WAY_HIT_ITEM);
    }
}

static void
test_short_bar_can_still_be_moved (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.3);
  WayViewport viewport = make_viewport (layout, 0.3, FALSE);
  WayId id = sample_id ("m12"); /* 14 days: 6 pixels */
  WayRect rect;
  WayHit hit;

  g_assert_true (way_hit_item_rect (layout, &viewport, &id, &rect));
  g_assert_cmpfloat (rect.width, <, 8);
  hit = way_hit_test (layout, &viewport, rect.x + 1, rect.y + 3, NULL);
  g_assert_cmpint (hit.part, ==, WAY_HIT_ITEM);
}

static void
test_labels_belong_to_their_items (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayViewport viewport = make_viewport (layout, 1, FALSE);
  WayId id = sample_id ("m3");
  const WayItem *item = way_layout_find_item (layout, &id);
  WayRect label = way_layout_get_label_rect (layout, item, viewport.scale);
  WayHit hit = way_hit_test (layout, &viewport, 252 + label.x + label.width / 2,
                             54 + label.y + label.height / 2, NULL);

  g_assert_cmpint (item->label_place, ==, WAY_LABEL_AFTER);
  g_assert_cmpint (hit.part, ==, WAY_HIT_ITEM);
  g_assert_true (way_id_equal (&hit.id, &id));
}

/* Whether @text, which may be an item's or another's, is that of the item */
static gboolean
is_called (WayPlan *plan, const WayId *id, const char *text)
{
  g_autofree char *owned = NULL;
  WayItem item;

  return way_item_init (&item, way_plan_lookup (plan, id))
         && g_str_equal (way_item_get_label (&item, &owned), text);
}

/* How many names are read in the lanes of a picture; each is its item's */
static guint
assert_names_are_hit (WayPlan *plan, WayLayout *layout, const WayViewport *viewport)
{
  g_autoptr (WayScene) scene = way_scene_build (layout, viewport, way_style_get (WAY_THEME_LIGHT),
                                                WAY_SCENE_BODY | WAY_SCENE_PINS);
  guint n_names = 0;

  for (guint i = 0; i < scene->ops->len; i++)
    {
      const WayOp *op = &g_array_index (scene->ops, WayOp, i);

      if (op->type != WAY_OP_TEXT)
        continue;
      for (int step = 1; step < 4; step++)
        {
          double x = op->rect.x + op->rect.width * step / 4;
          double from_start = viewport->rtl ? viewport->width - x : x;
          WayHit hit = way_hit_test (layout, viewport, x, op->rect.y + op->rect.height / 2, NULL);

          if (from_start < viewport->head_width || from_start >= viewport->width)
            continue;
          g_assert_cmpint (hit.part, ==, WAY_HIT_ITEM);
          g_assert_true (is_called (plan, &hit.id, scene->texts->str + op->index));
        }
      n_names++;
    }

  return n_names;
}

/* Also of bars that the start edge cuts, whose names move along or stand beside them */
static void
test_names_that_are_read_are_hit (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayPlan) random = sample_plan_new_random (7, 5, 150, 0);
  WayPlan *plans[] = { plan, random };
  guint n_names = 0;

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (int rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (WayLayout) layout = sample_layout_new (plans[i], 1);
        WayViewport viewport = make_viewport (layout, 1, rtl);

        viewport.width = 1200;
        for (int step = 0; step < 100; step++)
          {
            viewport.scale = way_scale_pan (viewport.scale, 13);
            n_names += assert_names_are_hit (plans[i], layout, &viewport);
          }
      }

  g_assert_cmpuint (n_names, >, 1000);
}

static void
test_places_without_items (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayViewport viewport = make_viewport (layout, 1, FALSE);
  const WayLane *lane = way_layout_get_lane (layout, 1);
  WayId msn = sample_id ("msn");
  double y = 54 + lane->y + 10;
  WayHit head = way_hit_test (layout, &viewport, 120, y, NULL);
  WayHit fold = way_hit_test (layout, &viewport, 18, y, NULL);
  WayHit empty = way_hit_test (layout, &viewport, 252 + 1800, y, NULL);

  g_assert_cmpint (way_hit_test (layout, &viewport, 500, 20, NULL).part, ==, WAY_HIT_SCALE);
  g_assert_cmpint (way_hit_test (layout, &viewport, 500, viewport.height + 10, NULL).part, ==,
                   WAY_HIT_NOTHING);
  g_assert_cmpint (head.part, ==, WAY_HIT_HEAD);
  g_assert_true (way_id_equal (&head.id, &msn));
  g_assert_cmpint (fold.part, ==, WAY_HIT_FOLD);
  g_assert_cmpint (empty.part, ==, WAY_HIT_LANE);
  g_assert_true (way_id_equal (&empty.id, &msn));
  g_assert_cmpint (empty.lane, ==, 1);
  g_assert_cmpfloat_with_epsilon (empty.day, viewport.scale.origin + 1800, 1e-6);
}

static void
test_dot_wins_where_it_is_shown (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayViewport viewport = make_viewport (layout, 1, FALSE);
  WayId id = sample_id ("m1");
  WayRect rect;
  double x, y;

  g_assert_true (way_hit_item_rect (layout, &viewport, &id, &rect));
  x = rect.x + rect.width - 9;
  y = rect.y + rect.height + 2;
  g_assert_cmpint (way_hit_test (layout, &viewport, x, y, &id).part, ==, WAY_HIT_END_DOT);
  g_assert_cmpint (way_hit_test (layout, &viewport, x, y, NULL).part, !=, WAY_HIT_END_DOT);
}

static void
test_scrolled_places (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayViewport viewport = make_viewport (layout, 1, FALSE);
  WayId id = sample_id ("m9");
  WayRect before, after;

  g_assert_true (way_hit_item_rect (layout, &viewport, &id, &before));
  viewport.scroll_y = 50;
  viewport.scale = way_scale_pan (viewport.scale, 30);
  g_assert_true (way_hit_item_rect (layout, &viewport, &id, &after));
  g_assert_cmpfloat (after.y, ==, before.y - 50);
  g_assert_cmpfloat (after.x, ==, before.x - 30);
  g_assert_cmpint (way_hit_test (layout, &viewport, after.x + 5, after.y + 5, NULL).part, ==,
                   WAY_HIT_ITEM);
}

static void
test_band_takes_what_it_touches (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayId id = sample_id ("m6");

  for (int rtl = 0; rtl < 2; rtl++)
    {
      WayViewport viewport = make_viewport (layout, 1, rtl);
      WayRect all = { 0, 0, viewport.width, viewport.height };
      WayRect rect;
      g_autoptr (GArray) everything = way_hit_band (layout, &viewport, &all);
      g_autoptr (GArray) one = NULL;

      g_assert_cmpuint (everything->len, ==, 14); /* 12 dated milestones and 2 credentials */
      g_assert_true (way_hit_item_rect (layout, &viewport, &id, &rect));
      one = way_hit_band (layout, &viewport, &(WayRect){ rect.x + 3, rect.y + 3, 5, 5 });
      g_assert_cmpuint (one->len, ==, 1);
      g_assert_true (way_id_equal (&g_array_index (one, WayId, 0), &id));
    }
}

static void
test_arrow_is_found_where_it_is_drawn (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayViewport viewport = make_viewport (layout, 1, FALSE);
  WayId target = sample_id ("m3"), wanted = sample_id ("d1"), found = WAY_ID_NULL;
  WayRect rect;

  /* d1 enters the diamond m3 from its left */
  g_assert_true (way_hit_item_rect (layout, &viewport, &target, &rect));
  g_assert_true (
      way_hit_test_link (layout, &viewport, rect.x - 4, rect.y + rect.height / 2, &found));
  g_assert_true (way_id_equal (&found, &wanted));
  g_assert_false (way_hit_test_link (layout, &viewport, 252 + 2000, 60, &found));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/hit/centre-of-each-item-hits-it", test_centre_of_each_item_hits_it);
  g_test_add_func ("/timeline/hit/edges-can-be-dragged", test_edges_can_be_dragged);
  g_test_add_func ("/timeline/hit/short-bar-can-still-be-moved", test_short_bar_can_still_be_moved);
  g_test_add_func ("/timeline/hit/labels-belong-to-their-items", test_labels_belong_to_their_items);
  g_test_add_func ("/timeline/hit/names-that-are-read-are-hit", test_names_that_are_read_are_hit);
  g_test_add_func ("/timeline/hit/places-without-items", test_places_without_items);
  g_test_add_func ("/timeline/hit/dot-wins-where-it-is-shown", test_dot_wins_where_it_is_shown);
  g_test_add_func ("/timeline/hit/scrolled-places", test_scrolled_places);
  g_test_add_func ("/timeline/hit/band-takes-what-it-touches", test_band_takes_what_it_touches);
  g_test_add_func ("/timeline/hit/arrow-is-found-where-it-is-drawn",
                   test_arrow_is_found_where_it_is_drawn);

  return g_test_run ();
}
