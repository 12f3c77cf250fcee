/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped-plan.h"

#define FOLDER "templates"

static void
test_is_sound_and_canonical (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);

  shipped_plan_assert_in_resource (FOLDER, name);
}

static void
test_is_small_and_says_what_it_is (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);
  WayRecord *root = way_plan_get_root (plan);

  g_assert_nonnull (way_record_get_text (root, WAY_PLAN_TITLE));
  g_assert_nonnull (way_record_get_text (root, WAY_PLAN_NOTES));
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), >=, 3);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), <=, 5);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_MILESTONE), >=, 8);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_MILESTONE), <=, 20);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 0);
}

static void
assert_months (WayPlan *plan, WayField field)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_FIELD_KIND (field), &n_records);

  for (guint i = 0; i < n_records; i++)
    if (way_record_has (records[i], field))
      {
        WayDate date = way_record_get_date (records[i], field);

        g_assert_cmpint (way_date_get_precision (date), ==, WAY_PRECISION_MONTH);
        g_assert_cmpint (way_date_get_qualifier (date), ==, WAY_DATE_EXACT);
      }
}

static void
test_dates_count_from_january_2000 (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);
  WayDay first, last;

  g_assert_true (way_plan_get_span (plan, &first, &last));
  g_assert_cmpint (first, ==, way_day_from_ymd (2000, 1, 1));
  assert_months (plan, WAY_GOAL_START);
  assert_months (plan, WAY_GOAL_DUE);
  assert_months (plan, WAY_MILESTONE_START);
  assert_months (plan, WAY_MILESTONE_END);
  assert_dates_make_sense (plan);
}

static void
test_nothing_has_begun (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);
  guint n_milestones;
  WayRecord *const *milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_milestones);

  for (guint i = 0; i < n_milestones; i++)
    {
      g_assert_cmpuint (way_record_get_choice (milestones[i], WAY_MILESTONE_STATUS), ==,
                        WAY_STATUS_PLANNED);
      g_assert_false (way_record_has (milestones[i], WAY_MILESTONE_PROGRESS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shipped_plan_add_tests (FOLDER, "is-sound-and-canonical", test_is_sound_and_canonical);
  shipped_plan_add_tests (FOLDER, "is-small-and-says-what-it-is",
                          test_is_small_and_says_what_it_is);
  shipped_plan_add_tests (FOLDER, "dates-count-from-january-2000",
                          test_dates_count_from_january_2000);
  shipped_plan_add_tests (FOLDER, "nothing-has-begun", test_nothing_has_begun);

  return g_test_run ();
}
