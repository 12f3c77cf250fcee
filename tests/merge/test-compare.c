/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-compare.h"

#include "way-history.h"
#include "way-script.h"

static void
run (WayPlan *plan, const char *script)
{
  g_autoptr (WayHistory) history = way_history_new (plan);
  g_autoptr (GError) error = NULL;
  WayEditGroup *group = way_history_begin (history, "script", NULL);

  way_script_run (group, script, -1, &error);
  g_assert_no_error (error);
  way_history_commit (history);
}

static WayPlan *
make_plan (const char *script)
{
  WayId id;
  WayPlan *plan;

  g_assert_true (way_id_parse ("00000000-0000-4000-8000-000000000001", 36, &id));
  plan = way_plan_new (&id);
  run (plan, script);

  return plan;
}

/* The differences as "+Title", "-Title" and "Title.field", one a word */
static char *
describe (WayPlan *before, WayPlan *after)
{
  g_autoptr (GArray) differences = way_compare_plans (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const WayDifference *difference = &g_array_index (differences, WayDifference, i);
      const WayRecord *record = difference->before != NULL ? difference->before : difference->after;

      g_assert_cmpint (way_record_get_kind (record), ==, difference->kind);
      g_assert_true (way_id_equal (way_record_get_id (record), &difference->id));
      if (difference->field != WAY_FIELD_NONE)
        g_string_append_printf (text, "%s.%s ", way_record_get_called (record),
                                way_schema_get_field (difference->field)->xml_name);
      else
        g_string_append_printf (text, "%s%s ", difference->before != NULL ? "-" : "+",
                                way_record_get_called (record));
    }

  return g_string_free (text, FALSE);
}

static const char *const base = "set plan title=P\nadd-goal id=g title=G due=2030\n"
                                "add-milestone id=a goal=g title=A start=2027\n"
                                "add-milestone id=b goal=g title=B\n"
                                "add-credential id=c name=C\n"
                                "add-activity id=x title=X counts='c Ethics'";

static void
test_equal_plans_do_not_differ (void)
{
  g_autoptr (WayPlan) one = make_plan (base);
  g_autoptr (WayPlan) two = make_plan (base);
  g_autofree char *text = describe (one, two);

  g_assert_cmpstr (text, ==, "");
}

static void
test_each_field_is_told (void)
{
  g_autoptr (WayPlan) one = make_plan (base);
  g_autoptr (WayPlan) two = make_plan (base);
  g_autofree char *text = NULL;

  run (two, "set plan owner=Ann\nset goal g due= measure=M\nset milestone a start=2028\n"
            "set activity x counts='c Law'");
  text = describe (one, two);
  g_assert_cmpstr (text, ==, "P.owner G.due G.measure A.start X.counts ");
}

static void
test_added_and_removed_records (void)
{
  g_autoptr (WayPlan) one = make_plan (base);
  g_autoptr (WayPlan) two = make_plan (base);
  g_autofree char *there = NULL, *back = NULL;

  run (two, "remove milestone a\nadd-milestone id=n goal=g title=N\nset milestone b progress=5");
  there = describe (one, two);
  g_assert_cmpstr (there, ==, "-A B.progress +N ");
  back = describe (two, one);
  g_assert_cmpstr (back, ==, "B.progress -N +A ");
}

/* Each field of the schema, so that none can be forgotten */
static void
test_every_field_counts (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < way_schema_get_kind (kind)->n_fields; i++)
      {
        WayId id = way_id_new ();
        g_autoptr (WayPlan) one = way_plan_new (&id);
        g_autoptr (WayPlan) two = way_plan_new (&id);
        WayField field = way_schema_get_kind (kind)->fields[i].field;
        WayId record_id = kind == WAY_KIND_PLAN ? id : way_id_new ();
        g_autoptr (GArray) differences = NULL;

        way_record_builder_start (builder, kind, &record_id);
        way_plan_add_loaded (one, way_record_builder_end (builder));
        way_record_builder_start (builder, kind, &record_id);
        way_record_builder_set_unread (builder, field, "?", -1);
        way_plan_add_loaded (two, way_record_builder_end (builder));

        differences = way_compare_plans (one, two);
        g_assert_cmpuint (differences->len, ==, 1);
        g_assert_cmpint (g_array_index (differences, WayDifference, 0).field, ==, field);
      }
}

static void
test_plans_of_other_ids_compare (void)
{
  g_autoptr (WayPlan) one = way_plan_new (NULL);
  g_autoptr (WayPlan) two = way_plan_new (NULL);
  g_autofree char *text = NULL;

  run (one, "set plan title=One");
  run (two, "set plan title=Two");
  text = describe (one, one);
  g_assert_cmpstr (text, ==, "");
  g_clear_pointer (&text, g_free);
  text = describe (one, two);
  g_assert_cmpstr (text, ==, "One.title ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/compare/equal-plans-do-not-differ", test_equal_plans_do_not_differ);
  g_test_add_func ("/merge/compare/each-field-is-told", test_each_field_is_told);
  g_test_add_func ("/merge/compare/added-and-removed-records", test_added_and_removed_records);
  g_test_add_func ("/merge/compare/every-field-counts", test_every_field_counts);
  g_test_add_func ("/merge/compare/plans-of-other-ids-compare", test_plans_of_other_ids_compare);

  return g_test_run ();
}
