/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped-plan.h"

#define FOLDER "examples"

static void
test_all_four_are_there (void)
{
  static const char *const expected[] = {
    "care-assistant-to-registered-nurse",
    "hospital-pharmacist-to-informatics",
    "resident-physician-to-clinical-teacher",
    "ward-nurse-to-nurse-practitioner",
  };
  g_autoptr (GPtrArray) names = shipped_plan_list (FOLDER);

  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), ==, expected[i]);
}

static void
test_is_sound_and_canonical (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);

  shipped_plan_assert_in_resource (FOLDER, name);
}

static gboolean
is_hard (const WayRecord *goal)
{
  return way_record_has (goal, WAY_GOAL_HEARTFELT) && way_record_has (goal, WAY_GOAL_ANIMATED)
         && way_record_has (goal, WAY_GOAL_REQUIRED) && way_record_has (goal, WAY_GOAL_DIFFICULT);
}

static gboolean
is_partial (const WayRecord *milestone)
{
  return way_date_is_fuzzy (way_record_get_date (milestone, WAY_MILESTONE_START))
         || way_date_is_fuzzy (way_record_get_date (milestone, WAY_MILESTONE_END));
}

static guint
count_if (WayPlan *plan, WayKind kind, gboolean (*predicate) (const WayRecord *record))
{
  guint count = 0;
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (predicate (records[i]))
      count++;

  return count;
}

static void
test_has_what_a_serious_plan_has (gconstpointer name)
{
  static const struct
  {
    WayKind kind;
    guint least;
    guint most;
  } promised[] = {
    { WAY_KIND_GOAL, 5, 10 },   { WAY_KIND_MILESTONE, 40, 120 }, { WAY_KIND_DEPENDENCY, 30, 200 },
    { WAY_KIND_PERSON, 4, 20 }, { WAY_KIND_CREDENTIAL, 4, 20 },  { WAY_KIND_ACTIVITY, 8, 50 },
    { WAY_KIND_REVIEW, 2, 20 }, { WAY_KIND_COMMENT, 2, 20 },     { WAY_KIND_LINK, 3, 20 },
  };
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);

  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      guint count = way_plan_get_count (plan, promised[i].kind);

      g_test_message ("%s: %u", way_schema_get_kind (promised[i].kind)->xml_name, count);
      g_assert_cmpuint (count, >=, promised[i].least);
      g_assert_cmpuint (count, <=, promised[i].most);
    }

  g_assert_cmpuint (count_if (plan, WAY_KIND_GOAL, is_hard), >=, 3);
  g_assert_cmpuint (count_if (plan, WAY_KIND_MILESTONE, is_partial), >=, 5);
}

static void
assert_uses_all (WayPlan *plan, WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  g_autofree gboolean *used = g_new0 (gboolean, info->n_choices);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_FIELD_KIND (field), &n_records);

  for (guint i = 0; i < n_records; i++)
    used[way_record_get_choice (records[i], field)] = TRUE;

  for (guint i = 0; i < info->n_choices; i++)
    {
      g_test_message ("%s=%s", info->xml_name, info->choices[i].word);
      g_assert_true (used[i]);
    }
}

static void
test_shows_each_kind_of_thing (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);

  assert_uses_all (plan, WAY_MILESTONE_CATEGORY);
  assert_uses_all (plan, WAY_MILESTONE_STATUS);
  assert_uses_all (plan, WAY_DEPENDENCY_TYPE);
}

static void
test_dates_make_sense (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);
  WayDay first, last;

  assert_dates_make_sense (plan);
  g_assert_true (way_plan_get_span (plan, &first, &last));
  g_assert_cmpint (first, >=, way_day_from_ymd (2024, 1, 1));
  g_assert_cmpint (last, <=, way_day_from_ymd (2032, 12, 31));
}

/* The examples are told from a day in November 2026, the one that tests and pictures take for today
 */
static void
test_status_fits_the_day (gconstpointer name)
{
  WayDay today = way_day_from_ymd (2026, 11, 22);
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);
  guint n_milestones;
  WayRecord *const *milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_milestones);

  for (guint i = 0; i < n_milestones; i++)
    {
      WayDay first = milestone_first (milestones[i]);
      WayDay last = milestone_last (milestones[i]);

      g_test_message ("“%s”", way_record_get_called (milestones[i]));
      switch (way_record_get_choice (milestones[i], WAY_MILESTONE_STATUS))
        {
        case WAY_STATUS_DONE:
          g_assert_cmpint (last, <=, today);
          break;
        case WAY_STATUS_ACTIVE:
          g_assert_cmpint (first, <=, today);
          g_assert_cmpint (last, >=, today);
          g_assert_true (way_record_has (milestones[i], WAY_MILESTONE_PROGRESS));
          break;
        case WAY_STATUS_PLANNED:
          g_assert_true (first == WAY_DAY_NONE || first > today);
          break;
        default: /* waiting, missed and dropped have to say why */
          g_assert_true (way_record_has (milestones[i], WAY_MILESTONE_NOTES));
          break;
        }
    }
}

static void
assert_fits (WayPlan *plan, WayField field, const char *pattern)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_FIELD_KIND (field), &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const char *text = way_record_get_text (records[i], field);

      if (text != NULL && !g_regex_match_simple (pattern, text, 0, 0))
        g_error ("“%s” does not fit “%s”", text, pattern);
    }
}

static gboolean
is_text (WayFieldType type)
{
  return type == WAY_TYPE_TEXT || type == WAY_TYPE_PROSE || type == WAY_TYPE_WORD;
}

/* Nor in a note or a comment */
static void
assert_no_real_address (const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayFieldInfo *info = &kind->fields[i];
      const char *text = is_text (info->type) ? way_record_get_text (record, info->field) : NULL;

      if (text != NULL
          && g_regex_match_simple ("\\w@(?!example\\.(org|com)\\b)|://(?!example\\.org/)", text, 0,
                                   0))
        g_error ("“%s” has an address that may be real", text);
    }
}

static void
test_nobody_real_is_named (gconstpointer name)
{
  g_autoptr (WayPlan) plan = shipped_plan_load (FOLDER, name);

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        assert_no_real_address (records[i]);
    }

  assert_fits (plan, WAY_PERSON_EMAIL, "^[a-z.]+@example\\.(org|com)$");
  assert_fits (plan, WAY_LINK_URI, "^https://example\\.org/");
  assert_fits (plan, WAY_LINK_SHA256, "^[0-9a-f]{64}$");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/examples/all-four-are-there", test_all_four_are_there);
  shipped_plan_add_tests (FOLDER, "is-sound-and-canonical", test_is_sound_and_canonical);
  shipped_plan_add_tests (FOLDER, "has-what-a-serious-plan-has", test_has_what_a_serious_plan_has);
  shipped_plan_add_tests (FOLDER, "shows-each-kind-of-thing", test_shows_each_kind_of_thing);
  shipped_plan_add_tests (FOLDER, "dates-make-sense", test_dates_make_sense);
  shipped_plan_add_tests (FOLDER, "status-fits-the-day", test_status_fits_the_day);
  shipped_plan_add_tests (FOLDER, "nobody-real-is-named", test_nobody_real_is_named);

  return g_test_run ();
}
