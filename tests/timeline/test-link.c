/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-link.h"

#include <locale.h>
#include <math.h>

static const WayRect everywhere = { -1e6, -1e6, 2e6, 2e6 };

static WayRecord *
dependency_new (const char *from, const char *to, const char *type, int lag)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = sample_id ("link"), from_id = sample_id (from), to_id = sample_id (to);

  way_record_builder_start (builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, &from_id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, &to_id);
  way_record_builder_parse (builder, WAY_DEPENDENCY_TYPE, type, -1, NULL);
  way_record_builder_set_integer (builder, WAY_DEPENDENCY_LAG, lag);

  return way_record_builder_end (builder);
}

static const char *const types[]
    = { "finish-start", "start-start", "finish-finish", "start-finish" };

static void
assert_touches (const WayRect *rect, WayPoint point)
{
  g_assert_cmpfloat (point.x, >=, rect->x - 1);
  g_assert_cmpfloat (point.x, <=, rect->x + rect->width + 1);
  g_assert_cmpfloat (point.y, >=, rect->y - 1);
  g_assert_cmpfloat (point.y, <=, rect->y + rect->height + 1);
}

static void
assert_runs_along_the_axes (const WayRoute *route)
{
  for (guint i = 0; i + 1 < route->n_points; i++)
    g_assert_true (route->points[i].x == route->points[i + 1].x
                   || route->points[i].y == route->points[i + 1].y);
}

static void
test_routes_lead_from_one_to_the_other (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 4, 60, 0);
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
  WayScale scale = { 19723, 1 };

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *from = g_strdup_printf ("milestone %d", g_test_rand_int_range (0, 60));
      g_autofree char *to = g_strdup_printf ("milestone %d", g_test_rand_int_range (0, 60));
      g_autoptr (WayRecord) dependency = dependency_new (from, to, types[i % 4], 0);
      WayId from_id = sample_id (from), to_id = sample_id (to);
      WayRect from_rect, to_rect;
      WayRoute route;

      if (way_id_equal (&from_id, &to_id))
        continue;

      g_assert_true (way_link_route (layout, scale, dependency, &everywhere, &route));
      from_rect = way_layout_get_item_rect (layout, way_layout_find_item (layout, &from_id), scale);
      to_rect = way_layout_get_item_rect (layout, way_layout_find_item (layout, &to_id), scale);
      g_assert_cmpuint (route.n_points, >=, 2);
      g_assert_cmpuint (route.n_points, <=, WAY_ROUTE_POINTS);
      assert_touches (&from_rect, route.points[0]);
      assert_touches (&to_rect, route.points[route.n_points - 1]);
      assert_runs_along_the_axes (&route);
    }
}

/* Whether the arrow from a to c keeps out of b, which lies in a row between theirs */
static gboolean
keeps_out (const char *type, const char *dates[3][2])
{
  static const char *const titles[] = { "a", "b", "c" };
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayLayout) layout = NULL;
  g_autoptr (WayRecord) dependency = dependency_new ("a", "c", type, 0);
  WayScale scale = { way_day_from_ymd (2027, 1, 1), 1 };
  const WayItem *items[3];
  WayRect shape;
  WayRoute route;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    way_plan_add_loaded (plan, sample_milestone_new (titles[i], NULL, titles[i], dates[i][0],
                                                     dates[i][1], NULL, NULL, 0));
  layout = way_layout_new (plan, labels, 1);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      WayId id = sample_id (titles[i]);

      items[i] = way_layout_find_item (layout, &id);
    }
  g_assert_cmpuint (items[0]->row, <, items[1]->row);
  g_assert_cmpuint (items[1]->row, <, items[2]->row);

  shape = way_layout_get_item_rect (layout, items[1], scale);
  g_assert_true (way_link_route (layout, scale, dependency, &everywhere, &route));
  assert_runs_along_the_axes (&route);
  for (guint i = 0; i + 1 < route.n_points; i++)
    {
      WayPoint a = route.points[i], b = route.points[i + 1];
      WayRect line
          = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x) + 0.1, fabs (b.y - a.y) + 0.1 };

      if (way_rect_intersects (&line, &shape))
        return FALSE;
    }

  return TRUE;
}

static void
test_way_is_free_where_it_can_be (void)
{
  /* Straight down is not free, but left of b is */
  g_assert_true (keeps_out ("finish-start", (const char *[3][2]){ { "2027-01", "2027-04" },
                                                                  { "2027-03-25", "2027-06" },
                                                                  { "2027-04", "2027-07" } }));
  /* Nor is the way just before the edge that the arrow enters */
  g_assert_true (keeps_out ("finish-start", (const char *[3][2]){ { "2027-01", "2027-04" },
                                                                  { "2027-02-10", "2027-09" },
                                                                  { "2027-05", "2027-07" } }));
  g_assert_true (keeps_out ("finish-finish", (const char *[3][2]){ { "2027-01", "2027-07" },
                                                                   { "2027-02-10", "2027-08-08" },
                                                                   { "2027-03", "2027-06" } }));
  /* A long way to the left; and past the right end, then back along the gap between the rows */
  g_assert_true (keeps_out ("finish-start", (const char *[3][2]){ { "2027-01", "2027-04" },
                                                                  { "2027-01-20", "2027-09" },
                                                                  { "2027-05", "2027-07" } }));
  g_assert_true (keeps_out ("finish-start", (const char *[3][2]){ { "2027-01", "2027-04" },
                                                                  { "2027-01-02", "2027-06-05" },
                                                                  { "2027-05", "2027-07" } }));
}

static void
test_lines_keep_near_what_is_seen (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 100);
  g_autoptr (WayRecord) dependency = dependency_new ("m5", "m11", "finish-start", 0);
  WayRect area = { 0, 0, 800, 600 };
  WayScale scale = { way_day_from_ymd (2028, 1, 1), 100 };
  WayRoute route;

  g_assert_true (way_link_route (layout, scale, dependency, &area, &route));
  assert_runs_along_the_axes (&route);

  for (guint i = 0; i < route.n_points; i++)
    {
      g_assert_cmpfloat (fabs (route.points[i].x - 400), <, 500);
      g_assert_cmpfloat (fabs (route.points[i].y - 300), <, 400);
    }
}

static gboolean
on_link_count (WayRecord *dependency, const WayRoute *route, gpointer user_data)
{
  (*(guint *)user_data)++;

  return TRUE;
}

static void
test_each_is_visited_once (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 0.5);
  guint n_links = 0;

  way_link_foreach_visible (layout, (WayScale){ way_day_from_ymd (2026, 1, 1), 0.5 }, &everywhere,
                            on_link_count, &n_links);
  g_assert_cmpuint (n_links, ==, way_plan_get_count (plan, WAY_KIND_DEPENDENCY));
}

static void
test_hidden_ends_have_no_arrow (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 0.5);
  g_autoptr (WayRecord) undated = dependency_new ("m1", "m13", "finish-start", 0);
  g_autoptr (WayRecord) folded = dependency_new ("m1", "m6", "finish-start", 0);
  WayScale scale = { way_day_from_ymd (2026, 1, 1), 0.5 };
  WayId goal = sample_id ("msn");
  WayRoute route;

  g_assert_false (way_link_route (layout, scale, undated, &everywhere, &route));
  g_assert_true (way_link_route (layout, scale, folded, &everywhere, &route));
  way_layout_set_folded (layout, &goal, TRUE);
  g_assert_false (way_link_route (layout, scale, folded, &everywhere, &route));
}

static gboolean
on_link_note (WayRecord *dependency, const WayRoute *route, gpointer user_data)
{
  g_string_append_printf (user_data, " %p", (gpointer)dependency);
  for (guint i = 0; i < route->n_points; i++)
    g_string_append_printf (user_data, " %g,%g", route->points[i].x, route->points[i].y);

  return TRUE;
}

/* All arrows of each of many small places */
static char *
note_links (WayLayout *layout)
{
  GString *notes = g_string_new (NULL);
  WayScale scale = { way_day_from_ymd (2026, 1, 1), 0.5 };

  for (double x = -1000; x < 2000; x += 100)
    for (double y = 0; y < 800; y += 100)
      {
        WayRect area = { x, y, 100, 100 };

        g_string_append_printf (notes, "\n%g,%g:", x, y);
        way_link_foreach_visible (layout, scale, &area, on_link_note, notes);
      }

  return g_string_free (notes, FALSE);
}

static void
assert_finds_what_is_there (WayLayout *layout, WayPlan *plan, WayLabels *labels)
{
  g_autoptr (WayLayout) anew = way_layout_new (plan, labels, 0.5);
  g_autofree char *found = note_links (layout);
  g_autofree char *expected = note_links (anew);

  g_assert_cmpstr (found, ==, expected);
}

static void
replace (WayLayout *layout, WayPlan *plan, WayRecord *before, WayRecord *after)
{
  g_autoptr (WayChangeSet) changes = sample_plan_replace (plan, before, after);

  way_layout_update (layout, changes);
}

static void
test_finds_what_was_edited (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 0.5);
  g_autoptr (WayRecord) added = dependency_new ("m1", "m6", "finish-start", 0);
  g_autoptr (WayRecord) bent = dependency_new ("m11", "m2", "start-finish", 0);
  g_autoptr (WayRecord) first = NULL;
  guint n_dependencies;

  first = way_record_ref (way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &n_dependencies)[0]);
  assert_finds_what_is_there (layout, plan, labels);
  replace (layout, plan, NULL, added);
  assert_finds_what_is_there (layout, plan, labels);
  replace (layout, plan, added, bent);
  assert_finds_what_is_there (layout, plan, labels);
  replace (layout, plan, first, NULL);
  assert_finds_what_is_there (layout, plan, labels);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/link/routes-lead-from-one-to-the-other",
                   test_routes_lead_from_one_to_the_other);
  g_test_add_func ("/timeline/link/way-is-free-where-it-can-be", test_way_is_free_where_it_can_be);
  g_test_add_func ("/timeline/link/lines-keep-near-what-is-seen",
                   test_lines_keep_near_what_is_seen);
  g_test_add_func ("/timeline/link/each-is-visited-once", test_each_is_visited_once);
  g_test_add_func ("/timeline/link/finds-what-was-edited", test_finds_what_was_edited);
  g_test_add_func ("/timeline/link/hidden-ends-have-no-arrow", test_hidden_ends_have_no_arrow);

  return g_test_run ();
}
