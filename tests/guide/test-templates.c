/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-templates.h"

#include "way-check.h"
#include "way-plan-reader.h"
#include "way-record-builder.h"

static WayPlan *
load (const WayTemplate *template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_template_load (template, &error);
  WayPlan *plan;

  g_assert_no_error (error);
  plan = way_plan_read_bytes (bytes, template->id, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

static void
test_table_says_what_the_plans_say (void)
{
  guint count;
  const WayTemplate *templates = way_templates_list (&count);

  g_assert_cmpuint (count, >=, 5);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (WayPlan) plan = load (&templates[i]);
      WayRecord *root = way_plan_get_root (plan);

      g_assert_true (way_templates_find (templates[i].id) == &templates[i]);
      g_assert_cmpstr (templates[i].title, ==, way_record_get_text (root, WAY_PLAN_TITLE));
      g_assert_cmpstr (templates[i].description, ==, way_record_get_text (root, WAY_PLAN_NOTES));
    }
  g_assert_null (way_templates_find ("pirate"));
}

static void
test_instance_is_sound_and_begins_now (void)
{
  WayDay today = way_day_from_ymd (2026, 11, 22);
  guint count;
  const WayTemplate *templates = way_templates_list (&count);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (WayPlan) pattern = load (&templates[i]);
      g_autoptr (WayPlan) plan = way_template_instantiate (pattern, NULL, today);
      g_autoptr (GPtrArray) problems = way_plan_check (plan);
      WayDay first, last, pattern_first, pattern_last;

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_true (way_plan_get_span (plan, &first, &last));
      g_assert_cmpint (first, ==, way_day_from_ymd (2026, 11, 1));
      g_assert_true (way_plan_get_span (pattern, &pattern_first, &pattern_last));
      g_assert_cmpint (ABS ((last - first) - (pattern_last - pattern_first)), <=, 3);

      for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
        g_assert_cmpuint (way_plan_get_count (plan, kind), ==, way_plan_get_count (pattern, kind));
    }
}

static void
assert_no_shared_ids (WayPlan *a, WayPlan *b)
{
  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint count;
      WayRecord *const *records = way_plan_get_records (a, kind, &count);

      for (guint i = 0; i < count; i++)
        g_assert_null (way_plan_lookup (b, way_record_get_id (records[i])));
    }
}

static void
test_each_instance_has_ids_of_its_own (void)
{
  g_autoptr (WayPlan) pattern = load (way_templates_find ("blank"));
  g_autoptr (WayPlan) one = way_template_instantiate (pattern, NULL, 0);
  g_autoptr (WayPlan) two = way_template_instantiate (pattern, NULL, 0);
  g_autoptr (WayPlan) again = way_template_instantiate (pattern, way_plan_get_id (one), 0);
  guint count, count_again;
  WayRecord *const *goals = way_plan_get_records (one, WAY_KIND_GOAL, &count);
  WayRecord *const *goals_again = way_plan_get_records (again, WAY_KIND_GOAL, &count_again);

  assert_no_shared_ids (pattern, one);
  assert_no_shared_ids (one, two);
  for (guint i = 0; i < count; i++)
    g_assert_true (way_record_equal (goals[i], goals_again[i]));
}

/* Every kind of reference, also those that no template has today */
static void
test_references_follow (void)
{
  g_autoptr (WayPlan) pattern = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  WayId person = way_id_new (), credential = way_id_new (), id = way_id_new ();
  WayRecord *const *records;
  guint count;

  way_record_builder_start (builder, WAY_KIND_PERSON, &person);
  way_plan_add_loaded (pattern, way_record_builder_end (builder));
  way_record_builder_start (builder, WAY_KIND_CREDENTIAL, &credential);
  way_plan_add_loaded (pattern, way_record_builder_end (builder));
  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_refs (builder, WAY_MILESTONE_PEOPLE, &person, 1);
  way_record_builder_set_ref (builder, WAY_MILESTONE_CREDENTIAL, &credential);
  way_plan_add_loaded (pattern, way_record_builder_end (builder));
  id = way_id_new ();
  way_record_builder_start (builder, WAY_KIND_ACTIVITY, &id);
  way_record_builder_add_count (builder, WAY_ACTIVITY_COUNTS, &credential, "Ethics", -1);
  way_plan_add_loaded (pattern, way_record_builder_end (builder));

  plan = way_template_instantiate (pattern, NULL, 0);
  problems = way_plan_check (plan);
  g_assert_cmpuint (problems->len, ==, 0);

  records = way_plan_get_records (plan, WAY_KIND_ACTIVITY, &count);
  g_assert_cmpuint (way_record_get_n_counts (records[0], WAY_ACTIVITY_COUNTS), ==, 1);
  g_assert_cmpstr (way_record_get_count (records[0], WAY_ACTIVITY_COUNTS, 0).category, ==,
                   "Ethics");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/templates/table-says-what-the-plans-say",
                   test_table_says_what_the_plans_say);
  g_test_add_func ("/guide/templates/instance-is-sound-and-begins-now",
                   test_instance_is_sound_and_begins_now);
  g_test_add_func ("/guide/templates/each-instance-has-ids-of-its-own",
                   test_each_instance_has_ids_of_its_own);
  g_test_add_func ("/guide/templates/references-follow", test_references_follow);

  return g_test_run ();
}
