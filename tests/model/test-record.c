/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-model-error.h"
#include "way-random-plan.h"
#include "way-record-builder.h"
#include "way-value.h"

#include <string.h>

static WayRecord *
make_milestone (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = way_id_new (), goal = way_id_new ();
  WayId people[2] = { way_id_new (), way_id_new () };

  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, "Sit the CCRN", -1);
  way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &goal);
  way_record_builder_set_choice (builder, WAY_MILESTONE_CATEGORY, WAY_CATEGORY_CERTIFICATION);
  way_record_builder_set_date (builder, WAY_MILESTONE_START,
                               way_date_from_day (way_day_from_ymd (2027, 6, 1)));
  way_record_builder_set_integer (builder, WAY_MILESTONE_PROGRESS, 40);
  way_record_builder_set_decimal (builder, WAY_MILESTONE_EFFORT, 1250);
  way_record_builder_set_refs (builder, WAY_MILESTONE_PEOPLE, people, 2);
  way_record_builder_set_unread (builder, WAY_MILESTONE_END, "31 June", -1);

  return way_record_builder_end (builder);
}

static void
test_values_come_back (void)
{
  g_autoptr (WayRecord) record = make_milestone ();
  guint n_ids;

  g_assert_cmpuint (way_record_get_kind (record), ==, WAY_KIND_MILESTONE);
  g_assert_cmpstr (way_record_get_text (record, WAY_MILESTONE_TITLE), ==, "Sit the CCRN");
  g_assert_cmpstr (way_record_get_called (record), ==, "Sit the CCRN");
  g_assert_nonnull (way_record_get_ref (record, WAY_MILESTONE_GOAL));
  g_assert_cmpuint (way_record_get_choice (record, WAY_MILESTONE_CATEGORY), ==,
                    WAY_CATEGORY_CERTIFICATION);
  g_assert_cmpint (way_date_get_earliest (way_record_get_date (record, WAY_MILESTONE_START)), ==,
                   way_day_from_ymd (2027, 6, 1));
  g_assert_cmpint (way_record_get_integer (record, WAY_MILESTONE_PROGRESS), ==, 40);
  g_assert_cmpint (way_record_get_decimal (record, WAY_MILESTONE_EFFORT), ==, 1250);
  g_assert_nonnull (way_record_get_refs (record, WAY_MILESTONE_PEOPLE, &n_ids));
  g_assert_cmpuint (n_ids, ==, 2);
}

static void
test_goes_through_the_fields_it_has (void)
{
  g_autoptr (WayRecord) record = make_milestone ();
  const WayKindInfo *kind = way_schema_get_kind (WAY_KIND_MILESTONE);
  WayField field = way_record_next_field (record, WAY_FIELD_NONE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!way_record_has (record, kind->fields[i].field))
        continue;

      g_assert_cmpint (field, ==, kind->fields[i].field);
      field = way_record_next_field (record, field);
    }

  g_assert_cmpint (field, ==, WAY_FIELD_NONE);
}

static void
test_hidden_fields_are_not_gone_through (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) record = NULL;
  WayId id = way_id_new ();

  way_record_builder_start (builder, WAY_KIND_LINK, &id);
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_CONTENT (WAY_KIND_LINK), "<x/>", -1);
  record = way_record_builder_end (builder);

  g_assert_cmpint (way_record_next_field (record, WAY_FIELD_NONE), ==, WAY_FIELD_NONE);
}

static void
test_absent_fields_have_defaults (void)
{
  g_autoptr (WayRecord) record = make_milestone ();

  g_assert_false (way_record_has (record, WAY_MILESTONE_NOTES));
  g_assert_null (way_record_get_text (record, WAY_MILESTONE_NOTES));
  g_assert_cmpuint (way_record_get_choice (record, WAY_MILESTONE_STATUS), ==, WAY_STATUS_PLANNED);
  g_assert_null (way_record_get_ref (record, WAY_MILESTONE_CREDENTIAL));
}

static void
test_unread_values_are_kept_but_not_used (void)
{
  g_autoptr (WayRecord) record = make_milestone ();

  g_assert_true (way_record_has (record, WAY_MILESTONE_END));
  g_assert_cmpstr (way_record_get_unread (record, WAY_MILESTONE_END), ==, "31 June");
  g_assert_cmpuint (way_record_get_date (record, WAY_MILESTONE_END), ==, WAY_DATE_NONE);
  g_assert_null (way_record_get_unread (record, WAY_MILESTONE_START));
}

static void
test_a_copy_is_equal (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) record = make_milestone ();
  g_autoptr (WayRecord) copy = NULL;
  g_autoptr (WayRecord) changed = NULL;

  way_record_builder_start_from (builder, record);
  copy = way_record_builder_end (builder);
  g_assert_true (way_record_equal (record, copy));

  way_record_builder_start_from (builder, record);
  way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, "Pass the CCRN", -1);
  changed = way_record_builder_end (builder);
  g_assert_false (way_record_equal (record, changed));
  g_assert_false (way_record_field_equal (record, changed, WAY_MILESTONE_TITLE));
  for (guint i = 0; i < way_schema_get_kind (WAY_KIND_MILESTONE)->n_fields; i++)
    {
      WayField field = way_schema_get_kind (WAY_KIND_MILESTONE)->fields[i].field;

      if (field != WAY_MILESTONE_TITLE)
        g_assert_true (way_record_field_equal (record, changed, field));
    }
}

/* What the slow way says, a field at a time */
static guint64
find_changes_by_field (const WayRecord *a, const WayRecord *b)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (a));
  guint64 changed = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!way_record_field_equal (a, b, kind->fields[i].field))
      changed |= G_GUINT64_CONSTANT (1) << i;

  return changed;
}

/* Whether all fields but @changed are told to be equal together, and each of those is not */
static void
assert_equal_but (const WayRecord *a, const WayRecord *b, guint64 changed)
{
  guint n_fields = way_schema_get_kind (way_record_get_kind (a))->n_fields;
  guint64 all = (G_GUINT64_CONSTANT (1) << n_fields) - 1;

  g_assert_true (way_record_fields_equal (a, b, all & ~changed));
  for (guint64 left = changed; left != 0; left &= left - 1)
    g_assert_false (way_record_fields_equal (a, b, left & -left));
}

/* Gives some fields of @record other values, or takes them away */
static WayRecord *
change_at_random (GRand *rand, WayRecordBuilder *builder, WayPlan *plan, const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  way_record_builder_start_from (builder, record);
  for (int left = g_rand_int_range (rand, 0, 4); left > 0; left--)
    {
      const WayFieldInfo *info = &kind->fields[g_rand_int_range (rand, 0, (int)kind->n_fields)];

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          way_record_builder_clear (builder, info->field);
          break;
        case 1:
          if (info->type != WAY_TYPE_COUNTS)
            way_record_builder_set_unread (builder, info->field, "unread", -1);
          break;
        default:
          way_random_plan_set_field (rand, builder, info, plan);
        }
    }

  return way_record_builder_end (builder);
}

static void
test_changes_are_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 8, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);

      for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
        {
          guint n_records;
          WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

          for (guint i = 0; i < n_records; i++)
            {
              g_autoptr (WayRecord) changed = change_at_random (rand, builder, plan, records[i]);

              g_assert_cmphex (way_record_find_changes (records[i], changed), ==,
                               find_changes_by_field (records[i], changed));
              assert_equal_but (records[i], changed, way_record_find_changes (records[i], changed));
              g_assert_cmphex (way_record_find_changes (records[i], records[n_records - 1]), ==,
                               find_changes_by_field (records[i], records[n_records - 1]));
            }
        }
    }
}

/* The same bytes as the builder makes of them */
static void
test_dates_change_in_a_copy (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) record = make_milestone ();

  for (guint i = 0; i < 50; i++)
    {
      WayFieldDate date = { WAY_MILESTONE_START, way_random_date (rand, 0) };
      g_autoptr (WayRecord) copy = way_record_copy_with_dates (record, &date, 1);
      g_autoptr (WayRecord) built = NULL;

      way_record_builder_start_from (builder, record);
      way_record_builder_set_date (builder, date.field, date.date);
      built = way_record_builder_end (builder);
      g_assert_true (way_record_equal (copy, built));
    }
}

/* The bytes do not depend on the way a record came to its values */
static void
test_order_of_setting_does_not_matter (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) record = make_milestone ();
  g_autoptr (WayRecord) detour = NULL;

  way_record_builder_start_from (builder, record);
  way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, "Something else", -1);
  way_record_builder_set_text (builder, WAY_MILESTONE_NOTES, "A thought", -1);
  way_record_builder_clear (builder, WAY_MILESTONE_END);
  way_record_builder_set_unread (builder, WAY_MILESTONE_END, "31 June", -1);
  way_record_builder_set_text (builder, WAY_MILESTONE_NOTES, NULL, -1);
  way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, "Sit the CCRN", -1);
  detour = way_record_builder_end (builder);
  g_assert_true (way_record_equal (record, detour));
}

static void
test_counts_come_back (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (WayRecord) copy = NULL;
  WayId id = way_id_new (), credentials[3] = { way_id_new (), way_id_new (), way_id_new () };
  static const char *const categories[] = { "Category A", "", "Safety" };

  way_record_builder_start (builder, WAY_KIND_ACTIVITY, &id);
  for (guint i = 0; i < 3; i++)
    way_record_builder_add_count (builder, WAY_ACTIVITY_COUNTS, &credentials[i], categories[i], -1);
  way_record_builder_set_text (builder, WAY_ACTIVITY_REFLECTION, "Learnt to ask", -1);
  record = way_record_builder_end (builder);
  way_record_builder_start_from (builder, record);
  copy = way_record_builder_end (builder);

  g_assert_true (way_record_equal (record, copy));
  g_assert_cmpuint (way_record_get_n_counts (copy, WAY_ACTIVITY_COUNTS), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      WayCount count = way_record_get_count (copy, WAY_ACTIVITY_COUNTS, i);

      g_assert_true (way_id_equal (&count.credential, &credentials[i]));
      g_assert_cmpstr (count.category, ==, categories[i]);
    }
}

static void
test_parsed_text_is_formatted_alike (void)
{
  static const struct
  {
    WayField field;
    const char *text;
  } good[] = {
    { WAY_MILESTONE_PROGRESS, "0" },
    { WAY_MILESTONE_PROGRESS, "100" },
    { WAY_MILESTONE_EFFORT, "12.5" },
    { WAY_MILESTONE_COST, "9999999.99" },
    { WAY_MILESTONE_STATUS, "done" },
    { WAY_MILESTONE_END, "2027-06~" },
    { WAY_MILESTONE_CREDENTIAL, "0f8fad5b-d9cb-469f-a165-70867728950e" },
    { WAY_MILESTONE_PEOPLE,
      "0f8fad5b-d9cb-469f-a165-70867728950e 7c9e6679-7425-40de-944b-e07fc1f90ae7" },
    { WAY_DEPENDENCY_LAG, "-14" },
    { WAY_COMMENT_INSTANT, "2026-11-22T09:30:00Z" },
    { WAY_COMMENT_INSTANT, "1969-12-31T23:59:59Z" },
    { WAY_COMMENT_RESOLVED, "true" },
    { WAY_GOAL_HEARTFELT, "Because <they> & I\nneed it" },
  };
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (WayRecord) record = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      WayId id = way_id_new ();

      way_record_builder_start (builder, WAY_FIELD_KIND (good[i].field), &id);
      way_record_builder_parse (builder, good[i].field, good[i].text, -1, &error);
      g_assert_no_error (error);
      record = way_record_builder_end (builder);
      g_assert_true (way_value_format (record, good[i].field, text));
      g_assert_cmpstr (text->str, ==, good[i].text);
    }
}

static void
test_parse_says_what_is_expected (void)
{
  static const struct
  {
    WayField field;
    const char *text;
    const char *expected;
  } bad[] = {
    { WAY_MILESTONE_PROGRESS, "101", "*“101”*“Progress”*from 0 to 100*" },
    { WAY_MILESTONE_PROGRESS, "-1", "*from 0 to 100*" },
    { WAY_MILESTONE_PROGRESS, "4.5", "*whole number*" },
    { WAY_MILESTONE_EFFORT, "1.234", "*two decimals*" },
    { WAY_MILESTONE_EFFORT, "1,5", "*two decimals*" },
    { WAY_MILESTONE_EFFORT, ".5", "*two decimals*" },
    { WAY_MILESTONE_EFFORT, "99999999999999999999", "*number from*" },
    { WAY_MILESTONE_STATUS, "Done", "*planned, active, waiting, done, missed, dropped*" },
    { WAY_MILESTONE_START, "June 2027", "*2027-06-30*" },
    { WAY_MILESTONE_GOAL, "g1", "*UUID*" },
    { WAY_MILESTONE_PEOPLE, "0f8fad5b-d9cb-469f-a165-70867728950e g2", "*UUID*" },
    { WAY_COMMENT_INSTANT, "2026-11-22T24:30:00Z", "*2026-11-22T09:30:00Z*" },
    { WAY_COMMENT_RESOLVED, "yes", "*true or false*" },
  };
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      WayId id = way_id_new ();

      way_record_builder_start (builder, WAY_FIELD_KIND (bad[i].field), &id);
      g_assert_false (way_record_builder_parse (builder, bad[i].field, bad[i].text, -1, &error));
      g_assert_error (error, WAY_MODEL_ERROR, WAY_MODEL_ERROR_VALUE);
      if (!g_pattern_match_simple (bad[i].expected, error->message))
        g_error ("%s", error->message);
      g_assert_false (way_record_builder_has (builder, bad[i].field));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/values-come-back", test_values_come_back);
  g_test_add_func ("/model/record/goes-through-the-fields-it-has",
                   test_goes_through_the_fields_it_has);
  g_test_add_func ("/model/record/hidden-fields-are-not-gone-through",
                   test_hidden_fields_are_not_gone_through);
  g_test_add_func ("/model/record/absent-fields-have-defaults", test_absent_fields_have_defaults);
  g_test_add_func ("/model/record/unread-values-are-kept-but-not-used",
                   test_unread_values_are_kept_but_not_used);
  g_test_add_func ("/model/record/a-copy-is-equal", test_a_copy_is_equal);
  g_test_add_func ("/model/record/changes-are-found", test_changes_are_found);
  g_test_add_func ("/model/record/dates-change-in-a-copy", test_dates_change_in_a_copy);
  g_test_add_func ("/model/record/order-of-setting-does-not-matter",
                   test_order_of_setting_does_not_matter);
  g_test_add_func ("/model/record/counts-come-back", test_counts_come_back);
  g_test_add_func ("/model/record/parsed-text-is-formatted-alike",
                   test_parsed_text_is_formatted_alike);
  g_test_add_func ("/model/record/parse-says-what-is-expected", test_parse_says_what_is_expected);

  return g_test_run ();
}
