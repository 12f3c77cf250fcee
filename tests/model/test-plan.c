/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-plan.h"
#include "way-record-builder.h"
#include "way-snapshot.h"

static WayRecord *
make_goal (const char *rank, const WayId *parent)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = way_id_new ();

  way_record_builder_start (builder, WAY_KIND_GOAL, &id);
  way_record_builder_set_text (builder, WAY_GOAL_RANK, rank, -1);
  way_record_builder_set_ref (builder, WAY_GOAL_PARENT, parent);

  return way_record_builder_end (builder);
}

static WayRecord *
with_rank (WayRecord *goal, const char *rank)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  way_record_builder_start_from (builder, goal);
  way_record_builder_set_text (builder, WAY_GOAL_RANK, rank, -1);

  return way_record_builder_end (builder);
}

static void
apply (WayPlan *plan, WayRecord *before, WayRecord *after)
{
  WayChange change = { before, after };

  g_assert_true (way_plan_apply (plan, &change));
}

static void
assert_sorted (WayPlan *plan)
{
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_assert_true (way_plan_lookup (plan, way_record_get_id (goals[i])) == goals[i]);
      if (i > 0)
        g_assert_cmpint (way_record_compare (goals[i - 1], goals[i]), <, 0);
    }
}

static void
test_random_edits_keep_order_and_index (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);

  for (guint i = 0; i < 2000; i++)
    {
      guint n_goals;
      WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);
      char rank[2] = { (char)('a' + g_test_rand_int_range (0, 26)), '\0' };
      int what = n_goals == 0 ? 0 : g_test_rand_int_range (0, 3);
      g_autoptr (WayRecord) before = NULL;
      g_autoptr (WayRecord) after = NULL;

      if (what > 0)
        before = way_record_ref (goals[g_test_rand_int_range (0, (int)n_goals)]);
      if (what == 0)
        after = make_goal (rank, NULL);
      else if (what == 1)
        after = with_rank (before, rank);

      apply (plan, before, after);
      assert_sorted (plan);
    }
}

static void
test_loading_out_of_order_sorts (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);

  for (guint i = 0; i < 500; i++)
    {
      char rank[2] = { (char)('a' + g_test_rand_int_range (0, 26)), '\0' };

      g_assert_true (way_plan_add_loaded (plan, make_goal (rank, NULL)));
    }
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), ==, 500);
  assert_sorted (plan);
}

static void
test_loading_the_same_id_twice_is_refused (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayRecord) goal = make_goal ("a", NULL);

  g_assert_true (way_plan_add_loaded (plan, way_record_ref (goal)));
  g_assert_false (way_plan_add_loaded (plan, way_record_ref (goal)));
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), ==, 1);
}

static void
test_referrers_follow_edits (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayRecord) parent = make_goal ("a", NULL);
  g_autoptr (WayRecord) early = make_goal ("b", way_record_get_id (parent));
  g_autoptr (WayRecord) late = make_goal ("c", way_record_get_id (parent));
  g_autoptr (WayRecord) moved = with_rank (late, "A");
  g_autoptr (GPtrArray) children = NULL;

  apply (plan, NULL, parent);
  apply (plan, NULL, early);
  children = way_plan_get_referrers (plan, way_record_get_id (parent), WAY_GOAL_PARENT);
  g_assert_cmpuint (children->len, ==, 1);
  g_clear_pointer (&children, g_ptr_array_unref);

  apply (plan, NULL, late);
  apply (plan, late, moved);
  children = way_plan_get_referrers (plan, way_record_get_id (parent), WAY_GOAL_PARENT);
  g_assert_cmpuint (children->len, ==, 2);
  g_assert_true (g_ptr_array_index (children, 0) == moved);
  g_assert_true (g_ptr_array_index (children, 1) == early);
  g_clear_pointer (&children, g_ptr_array_unref);

  apply (plan, early, NULL);
  apply (plan, moved, NULL);
  children = way_plan_get_referrers (plan, way_record_get_id (parent), WAY_GOAL_PARENT);
  g_assert_cmpuint (children->len, ==, 0);
}

static void
test_a_snapshot_stays_as_it_was (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayRecord) goal = make_goal ("a", NULL);
  g_autoptr (WayRecord) moved = with_rank (goal, "b");
  g_autoptr (WayRecord) other = make_goal ("c", NULL);
  g_autoptr (WaySnapshot) snapshot = NULL;
  WayRecord *const *goals;
  guint n_goals;

  apply (plan, NULL, goal);
  snapshot = way_snapshot_new (plan);
  apply (plan, goal, moved);
  apply (plan, NULL, other);
  apply (plan, moved, NULL);

  goals = way_snapshot_get_records (snapshot, WAY_KIND_GOAL, &n_goals);
  g_assert_cmpuint (n_goals, ==, 1);
  g_assert_true (goals[0] == goal);

  goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);
  g_assert_cmpuint (n_goals, ==, 1);
  g_assert_true (goals[0] == other);
}

static void
test_span_takes_partial_dates_at_their_widest (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = way_id_new ();
  WayDay first, last;

  g_assert_false (way_plan_get_span (plan, &first, &last));

  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_parse (builder, WAY_MILESTONE_START, "2027~", -1, NULL);
  way_record_builder_parse (builder, WAY_MILESTONE_END, "2029-02", -1, NULL);
  way_plan_add_loaded (plan, way_record_builder_end (builder));

  g_assert_true (way_plan_get_span (plan, &first, &last));
  g_assert_cmpint (first, ==, way_day_from_ymd (2027, 1, 1));
  g_assert_cmpint (last, ==, way_day_from_ymd (2029, 2, 28));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/plan/random-edits-keep-order-and-index",
                   test_random_edits_keep_order_and_index);
  g_test_add_func ("/model/plan/loading-out-of-order-sorts", test_loading_out_of_order_sorts);
  g_test_add_func ("/model/plan/loading-the-same-id-twice-is-refused",
                   test_loading_the_same_id_twice_is_refused);
  g_test_add_func ("/model/plan/referrers-follow-edits", test_referrers_follow_edits);
  g_test_add_func ("/model/plan/a-snapshot-stays-as-it-was", test_a_snapshot_stays_as_it_was);
  g_test_add_func ("/model/plan/span-takes-partial-dates-at-their-widest",
                   test_span_takes_partial_dates_at_their_widest);

  return g_test_run ();
}
