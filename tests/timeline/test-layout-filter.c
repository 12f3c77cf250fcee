/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-layout.h"
#include "sample-plan.h"

#include <locale.h>

typedef struct
{
  const char *text; /* in titles */
  guint divisor;    /* of a number made of the id; 0 for none */
} Sought;

static gboolean
is_sought (const WayRecord *record, gpointer user_data)
{
  const Sought *sought = user_data;
  const char *called = way_record_get_called (record);

  if (sought->divisor > 0)
    return way_record_get_id (record)->bytes[15] % sought->divisor == 0;

  return called != NULL && strstr (called, sought->text) != NULL;
}

static void
test_dims_and_moves_nothing (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .text = "CCRN" };
  double height = way_layout_get_height (layout);
  guint look = way_layout_get_lane (layout, 0)->look;

  way_layout_set_filter (layout, is_sought, &sought, FALSE);
  g_assert_false (sample_layout_find (layout, "m3")->is_dimmed);
  g_assert_true (sample_layout_find (layout, "m1")->is_dimmed);
  g_assert_true (sample_layout_find (layout, "ACLS")->is_dimmed);
  g_assert_cmpfloat (way_layout_get_height (layout), ==, height);
  g_assert_false (way_layout_get_lane (layout, 0)->is_dimmed);
  g_assert_true (way_layout_get_lane (layout, 1)->is_dimmed);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->look, !=, look);

  /* the same once more is nothing new to look at */
  look = way_layout_get_lane (layout, 0)->look;
  way_layout_set_filter (layout, is_sought, &sought, FALSE);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->look, ==, look);

  way_layout_set_filter (layout, NULL, NULL, FALSE);
  g_assert_false (sample_layout_find (layout, "m1")->is_dimmed);
  g_assert_false (way_layout_get_lane (layout, 1)->is_dimmed);
}

static void
test_hides_lanes_without_a_match (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .text = "Pass boards" };
  WayId msn = sample_id ("msn"), icu = sample_id ("icu");
  WayDay first, last, first_before, last_before;

  way_layout_get_span (layout, &first_before, &last_before);
  way_layout_set_filter (layout, is_sought, &sought, TRUE);
  g_assert_nonnull (sample_layout_find (layout, "m11"));
  g_assert_null (sample_layout_find (layout, "m10"));
  g_assert_null (sample_layout_find (layout, "RN licence"));

  /* the goal above stays, empty; the others go */
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 2);
  g_assert_cmpint (way_layout_find_goal (layout, &msn), ==, 0);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_items, ==, 0);
  g_assert_cmpint (way_layout_find_goal (layout, &icu), ==, -1);
  g_assert_cmpint (way_layout_find_goal (layout, NULL), ==, -1);

  way_layout_get_span (layout, &first, &last);
  g_assert_cmpint (first, ==, first_before);
  g_assert_cmpint (last, ==, last_before);
}

static void
test_goal_stays_by_its_own_title (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .text = "Boards" };
  WayId boards = sample_id ("boards"), msn = sample_id ("msn");

  way_layout_set_filter (layout, is_sought, &sought, TRUE);
  g_assert_cmpint (way_layout_find_goal (layout, &boards), ==, 1);

  /* within a folded lane it keeps that one */
  way_layout_set_folded (layout, &msn, TRUE);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 1);
  g_assert_cmpint (way_layout_find_goal (layout, &msn), ==, 0);
}

static void
test_nothing_found_leaves_room (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .text = "nowhere to be found" };

  way_layout_set_filter (layout, is_sought, &sought, TRUE);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 1);
  g_assert_cmpint (way_layout_get_lane (layout, 0)->kind, ==, WAY_LANE_LOOSE);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_items, ==, 0);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_undated, ==, 0);
}

/* They are in no row, and are found and taken out as what is */
static void
test_milestones_without_a_date_answer_too (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought one = { .text = "Antarctica" }, other = { .text = "Boards" };
  WayId m13 = sample_id ("m13");
  g_autoptr (WayChangeSet) away = NULL;
  g_autoptr (WayChangeSet) back = NULL;
  g_autoptr (WayRecord) record = way_record_ref (way_plan_lookup (plan, &m13));
  guint last = way_layout_get_n_lanes (layout) - 1;

  while (way_layout_get_lane (layout, last)->kind != WAY_LANE_LOOSE)
    last--;
  g_assert_cmpuint (way_layout_get_lane (layout, last)->n_undated, ==, 1);
  way_layout_set_filter (layout, is_sought, &one, FALSE);
  g_assert_false (way_layout_get_lane (layout, last)->is_dimmed);
  g_assert_cmpuint (way_layout_get_lane (layout, last)->n_undated, ==, 1);

  way_layout_set_filter (layout, is_sought, &one, TRUE);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 1);
  g_assert_cmpint (way_layout_get_lane (layout, 0)->kind, ==, WAY_LANE_LOOSE);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_undated, ==, 1);

  away = sample_plan_replace (plan, record, NULL);
  way_layout_update (layout, away);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_undated, ==, 0);
  back = sample_plan_replace (plan, NULL, record);
  way_layout_update (layout, back);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->n_undated, ==, 1);

  way_layout_set_filter (layout, is_sought, &other, TRUE);
  g_assert_cmpint (way_layout_find_goal (layout, NULL), ==, -1);
  way_layout_set_filter (layout, NULL, NULL, FALSE);
  g_assert_cmpuint (way_layout_get_lane (layout, last)->n_undated, ==, 1);
}

static void
change_at_random (WayPlan *plan, WayLayout *layout)
{
  g_autofree char *name = g_strdup_printf ("milestone %d", g_test_rand_int_range (0, 130));
  g_autofree char *goal = g_strdup_printf ("goal %d", g_test_rand_int_range (0, 8));
  g_autofree char *start = g_strdup_printf ("%d", g_test_rand_int_range (2020, 2030));
  gboolean is_dated = g_test_rand_int_range (0, 3) > 0;
  WayId id = sample_id (name);
  WayRecord *found = way_plan_lookup (plan, &id);
  g_autoptr (WayRecord) before = found != NULL ? way_record_ref (found) : NULL;
  g_autoptr (WayRecord) after = NULL;
  g_autoptr (WayChangeSet) set = NULL;

  if (before == NULL || g_test_rand_int_range (0, 4) > 0)
    after = sample_milestone_new (name, goal, "Changed in a test", is_dated ? start : NULL,
                                  is_dated ? "2031" : NULL, NULL, NULL, 0);

  set = sample_plan_replace (plan, before, after);
  way_layout_update (layout, set);
}

/* Whatever the filter was before and whatever was edited meanwhile, what is seen is what a new
 * layout would show */
static void
test_is_what_a_fresh_layout_would_be (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 8, 120, 20);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .divisor = 1 };
  gboolean hide = FALSE;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (WayLayout) fresh = NULL;
      g_autofree char *goal = g_strdup_printf ("goal %d", g_test_rand_int_range (0, 8));
      WayId id = sample_id (goal);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          sought.divisor = (guint)g_test_rand_int_range (1, 12);
          hide = g_test_rand_int_range (0, 2);
          way_layout_set_filter (layout, is_sought, &sought, hide);
          break;
        case 1:
          way_layout_set_folded (layout, &id, !way_layout_get_folded (layout, &id));
          break;
        default:
          way_layout_set_filter (layout, is_sought, &sought, hide);
          change_at_random (plan, layout);
        }

      way_layout_set_filter (layout, is_sought, &sought, hide);
      fresh = sample_layout_new (plan, 0.5);
      for (guint j = 0; j < 8; j++)
        {
          g_autofree char *name = g_strdup_printf ("goal %u", j);
          WayId folded = sample_id (name);

          way_layout_set_folded (fresh, &folded, way_layout_get_folded (layout, &folded));
        }
      way_layout_set_filter (fresh, is_sought, &sought, hide);
      sample_layout_assert_same (layout, fresh);
    }
}

/* Where a look at each lane finds it, and nowhere else */
static void
assert_goals_are_found (WayLayout *layout)
{
  guint n_goals;
  WayRecord *const *goals
      = way_plan_get_records (way_layout_get_plan (layout), WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      int found = -1;

      for (guint lane = 0; lane < way_layout_get_n_lanes (layout); lane++)
        if (way_layout_get_lane (layout, lane)->goal == goals[i])
          found = (int)lane;
      g_assert_cmpint (way_layout_find_goal (layout, way_record_get_id (goals[i])), ==, found);
    }
}

static void
test_goals_are_found_where_they_are_shown (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);
  Sought sought = { .text = "" };
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < 2 * n_goals; i++)
    {
      way_layout_set_folded (layout, way_record_get_id (goals[i / 2]), i % 2 == 0);
      for (guint divisor = 0; divisor < 4; divisor++)
        {
          sought.divisor = divisor;
          way_layout_set_filter (layout, is_sought, &sought, divisor % 2 == 1);
          assert_goals_are_found (layout);
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout-filter/dims-and-moves-nothing", test_dims_and_moves_nothing);
  g_test_add_func ("/timeline/layout-filter/hides-lanes-without-a-match",
                   test_hides_lanes_without_a_match);
  g_test_add_func ("/timeline/layout-filter/goal-stays-by-its-own-title",
                   test_goal_stays_by_its_own_title);
  g_test_add_func ("/timeline/layout-filter/nothing-found-leaves-room",
                   test_nothing_found_leaves_room);
  g_test_add_func ("/timeline/layout-filter/milestones-without-a-date-answer-too",
                   test_milestones_without_a_date_answer_too);
  g_test_add_func ("/timeline/layout-filter/is-what-a-fresh-layout-would-be",
                   test_is_what_a_fresh_layout_would_be);
  g_test_add_func ("/timeline/layout-filter/goals-are-found-where-they-are-shown",
                   test_goals_are_found_where_they_are_shown);

  return g_test_run ();
}
