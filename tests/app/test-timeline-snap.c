/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-timeline-snap.h"

#include <math.h>

static GArray *
make_targets (const WayDay *days, guint n_days)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (WayDay));

  g_array_append_vals (targets, days, n_days);
  return targets;
}

static void
test_near_target_attracts (void)
{
  WayScale scale = { .origin = 20000, .day_width = 4 };
  g_autoptr (GArray) targets = make_targets ((WayDay[]){ 20040, 20090 }, 2);
  WayDay edge = 20000;

  /* Eight pixels are two days here */
  for (double days = 38; days <= 42; days += 0.25)
    g_assert_cmpint (way_timeline_snap (scale, targets, &edge, 1, days), ==, 40);
}

static void
test_either_edge_is_attracted (void)
{
  WayScale scale = { .origin = 20000, .day_width = 4 };
  g_autoptr (GArray) targets = make_targets ((WayDay[]){ 20040 }, 1);
  WayDay edges[] = { 20000, 20015 };

  g_assert_cmpint (way_timeline_snap (scale, targets, edges, 2, 25.4), ==, 25);
  g_assert_cmpint (way_timeline_snap (scale, targets, edges, 2, 40.4), ==, 40);
}

static void
test_nearer_target_wins (void)
{
  WayScale scale = { .origin = 20000, .day_width = 1 };
  g_autoptr (GArray) targets = make_targets ((WayDay[]){ 20040, 20045 }, 2);
  WayDay edge = 20000;

  g_assert_cmpint (way_timeline_snap (scale, targets, &edge, 1, 41), ==, 40);
  g_assert_cmpint (way_timeline_snap (scale, targets, &edge, 1, 44), ==, 45);
}

static void
test_small_drag_stays_where_it_was (void)
{
  WayScale scale = { .origin = 20000, .day_width = 2 };
  g_autoptr (GArray) targets = make_targets (NULL, 0);
  WayDay edge = 20017;

  for (double days = -4; days <= 4; days += 0.5)
    g_assert_cmpint (way_timeline_snap (scale, targets, &edge, 1, days), ==, 0);
}

static void
test_else_the_unit_counts (void)
{
  g_autoptr (GArray) targets = make_targets (NULL, 0);
  WayDay edge = 20017;

  for (double width = WAY_SCALE_MIN_DAY_WIDTH; width < WAY_SCALE_MAX_DAY_WIDTH; width *= 1.7)
    {
      WayScale scale = { .origin = 20000, .day_width = width };
      double days = 5 * WAY_TIMELINE_SNAP_PIXELS / width;
      WayDay landed = edge + way_timeline_snap (scale, targets, &edge, 1, days);

      g_assert_cmpint (landed, ==, way_scale_snap (scale, edge + days));
      g_assert_true (landed == way_unit_floor (way_scale_get_unit (scale), landed)
                     || landed == way_unit_floor (WAY_UNIT_MONTH, landed));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/timeline-snap/near-target-attracts", test_near_target_attracts);
  g_test_add_func ("/app/timeline-snap/either-edge-is-attracted", test_either_edge_is_attracted);
  g_test_add_func ("/app/timeline-snap/nearer-target-wins", test_nearer_target_wins);
  g_test_add_func ("/app/timeline-snap/small-drag-stays-where-it-was",
                   test_small_drag_stays_where_it_was);
  g_test_add_func ("/app/timeline-snap/else-the-unit-counts", test_else_the_unit_counts);
  return g_test_run ();
}
