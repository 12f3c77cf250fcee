/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-filter.h"

#include "script.h"
#include "way-history.h"
#include "way-random-plan.h"

#include <string.h>

#define N_PLANS 40
#define N_QUESTIONS 25 /* about each, with an edit now and then */
#define MAX_RECORDS 30

typedef struct
{
  WayPlan *plan;
  WayHistory *history;
  WayFilter *filter;
} Fixture;

static const char plan_script[]
    = "add-goal id=icu title=\"Work in intensive care\" start=2027 due=2028-06\n"
      "add-person id=ann name=Ann relation=mentor\n"
      "add-person id=bob name=Bob\n"
      "add-milestone id=course goal=icu title=\"Critical care course\" category=education"
      " start=2027-01 end=2027-06 location=Zürich status=active people=ann\n"
      "add-milestone id=exam goal=icu title=\"Sit the CCRN\" category=certification start=2027-09~"
      " notes=\"Bring the course certificate\" people=\"ann bob\"\n"
      "add-milestone id=someday title=\"Prüfung ablegen\" private-notes=Heimlich\n"
      "add-credential id=rn name=\"Nursing licence\" kind=licence issued=2020-05-01"
      " expires=2028-05-01\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = way_plan_new (NULL);
  fixture->history = way_history_new (fixture->plan);
  fixture->filter = way_filter_new (fixture->plan);
  script_run (fixture->history, plan_script);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->filter, way_filter_free);
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->plan);
}

static WayId
get_id (Fixture *fixture, const char *handle)
{
  return way_id_derive (way_plan_get_id (fixture->plan), handle);
}

/* @handles: what is to answer, separated by spaces, in the order of the list below */
static void
assert_answers (Fixture *fixture, const WayCriteria *criteria, const char *handles)
{
  static const char *const all[] = { "icu", "course", "exam", "someday", "rn" };
  g_autoptr (GString) found = g_string_new (NULL);

  way_filter_set_criteria (fixture->filter, criteria);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      WayId id = get_id (fixture, all[i]);
      WayRecord *record = way_plan_lookup (fixture->plan, &id);

      if (record != NULL && way_filter_matches (fixture->filter, record))
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", all[i]);
    }
  g_assert_cmpstr (found->str, ==, handles);
}

static void
test_nothing_asked (Fixture *fixture, gconstpointer data)
{
  g_assert_false (way_filter_is_active (fixture->filter));
  assert_answers (fixture, &(WayCriteria){ .text = "  " }, "icu course exam someday rn");
  g_assert_false (way_filter_is_active (fixture->filter));
  g_assert_cmpuint (way_filter_get_n_matches (fixture->filter, WAY_KIND_MILESTONE), ==, 3);
  g_assert_true (way_filter_set_criteria (fixture->filter, &(WayCriteria){ .text = "x" }));
  g_assert_false (way_filter_set_criteria (fixture->filter, &(WayCriteria){ .text = " X " }));
  g_assert_true (way_filter_is_active (fixture->filter));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *handles;
  } cases[] = {
    { "course", "course exam" }, /* in a title, in notes */
    { "care", "icu course" },
    { "COURSE critical", "course" }, /* words in any order */
    { "zurich", "course" },          /* of a place, without its accent */
    { "Prufung", "someday" },
    { "PRÜFUNG", "someday" },
    { "heimlich", "someday" }, /* the owner's own notes */
    { "licence", "rn" },
    { "nowhere", "" },
    { "ccrnbring", "" }, /* nothing is found across two fields */
    { "ann", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_answers (fixture, &(WayCriteria){ .text = cases[i].text }, cases[i].handles);
}

static void
test_choices_and_people (Fixture *fixture, gconstpointer data)
{
  WayCriteria criteria = { .categories = 1u << WAY_CATEGORY_EDUCATION };

  assert_answers (fixture, &criteria, "course");
  criteria.categories |= 1u << WAY_CATEGORY_CERTIFICATION;
  assert_answers (fixture, &criteria, "course exam");
  criteria.statuses = 1u << WAY_STATUS_PLANNED;
  assert_answers (fixture, &criteria, "exam");
  criteria.text = "critical";
  assert_answers (fixture, &criteria, "");

  criteria = (WayCriteria){ .person = get_id (fixture, "ann") };
  assert_answers (fixture, &criteria, "course exam");
  criteria.person = get_id (fixture, "bob");
  assert_answers (fixture, &criteria, "exam");
}

static WayDate
parse (const char *text)
{
  WayDate date = WAY_DATE_NONE;

  g_assert_true (way_date_parse (text, strlen (text), &date));

  return date;
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *handles;
  } cases[] = {
    { "2027", NULL, "icu course exam rn" },
    { "2027-07", NULL, "icu exam rn" },
    { NULL, "2026", "rn" },
    { NULL, "2027-01", "icu course rn" },
    { "2027-02", "2027-03", "icu course rn" },
    { "2027-09-30", "2027-09-30", "icu exam rn" },
    { "2028-05-02", NULL, "icu" },
    { "2029", NULL, "" },
    { "2028", "2027", "icu rn" }, /* from later than to: what spans both */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayCriteria criteria = { 0 };

      if (cases[i].from != NULL)
        criteria.from = parse (cases[i].from);
      if (cases[i].to != NULL)
        criteria.to = parse (cases[i].to);
      assert_answers (fixture, &criteria, cases[i].handles);
    }
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  WayCriteria criteria = { .text = "course" };

  assert_answers (fixture, &criteria, "course exam");
  script_run (fixture->history, "set milestone someday title=\"Another course\"");
  script_run (fixture->history, "set milestone course title=Training");
  assert_answers (fixture, &criteria, "exam someday");
  g_assert_cmpuint (way_filter_get_n_matches (fixture->filter, WAY_KIND_MILESTONE), ==, 2);

  script_run (fixture->history, "remove milestone exam");
  g_assert_cmpuint (way_filter_get_n_matches (fixture->filter, WAY_KIND_MILESTONE), ==, 1);
  way_history_undo (fixture->history);
  assert_answers (fixture, &criteria, "exam someday");

  criteria.text = "course certificate"; /* narrower, after edits */
  assert_answers (fixture, &criteria, "exam");
  criteria.text = "c";
  assert_answers (fixture, &criteria, "icu course exam someday rn");
}

/* The naive way, by other means than the code's */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *folded = g_utf8_casefold (lower, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autofree char *again = g_utf8_casefold (apart, -1);
  g_autofree char *whole = g_utf8_normalize (again, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *at = whole; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_c (plain, ' ');
    else if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

static const WayField text_fields[] = {
  WAY_MILESTONE_TITLE,
  WAY_MILESTONE_LOCATION,
  WAY_MILESTONE_NOTES,
  WAY_MILESTONE_PRIVATE_NOTES,
};

static gboolean
has_word (const WayRecord *milestone, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const char *text = way_record_get_text (milestone, text_fields[i]);
      g_autofree char *folded = text != NULL ? fold (text) : NULL;

      if (folded != NULL && strstr (folded, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_within (const WayRecord *milestone, WayDate from, WayDate to)
{
  WayDate start = way_record_get_date (milestone, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (milestone, WAY_MILESTONE_END);
  WayDay first = way_date_get_earliest (start != WAY_DATE_NONE ? start : end);
  WayDay last = way_date_get_latest (end != WAY_DATE_NONE ? end : start);

  if (from == WAY_DATE_NONE && to == WAY_DATE_NONE)
    return TRUE;

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return FALSE;

  last = MAX (first, last);

  return (from == WAY_DATE_NONE || last >= way_date_get_earliest (from))
         && (to == WAY_DATE_NONE || first <= way_date_get_latest (to));
}

static gboolean
answers (const WayRecord *milestone, const WayCriteria *criteria)
{
  g_autofree char *folded = fold (criteria->text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_people;
  const WayId *people = way_record_get_refs (milestone, WAY_MILESTONE_PEOPLE, &n_people);
  gboolean has_person = way_id_is_null (&criteria->person);

  for (guint i = 0; i < n_people; i++)
    has_person |= way_id_equal (&people[i], &criteria->person);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (milestone, words[i]))
      return FALSE;

  return has_person && is_within (milestone, criteria->from, criteria->to)
         && (criteria->categories == 0
             || (criteria->categories >> way_record_get_choice (milestone, WAY_MILESTONE_CATEGORY)
                 & 1))
         && (criteria->statuses == 0
             || (criteria->statuses >> way_record_get_choice (milestone, WAY_MILESTONE_STATUS)
                 & 1));
}

static WayRecord *
pick (GRand *rand, WayPlan *plan, WayKind kind)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  return n_records > 0 ? records[g_rand_int_range (rand, 0, (gint32)n_records)] : NULL;
}

/* Some characters of some text of the plan */
static char *
pick_text (GRand *rand, WayPlan *plan)
{
  WayRecord *milestone = pick (rand, plan, WAY_KIND_MILESTONE);
  WayField field = text_fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (text_fields))];
  const char *text = milestone != NULL ? way_record_get_text (milestone, field) : NULL;
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  glong start, end;

  if (length == 0)
    return g_strdup (g_rand_boolean (rand) ? "e" : "");

  start = g_rand_int_range (rand, 0, (gint32)length);
  end = start + g_rand_int_range (rand, 1, 8);

  return g_utf8_substring (text, start, MIN (length, end));
}

static void
edit (GRand *rand, WayPlan *plan)
{
  WayRecord *before = pick (rand, plan, WAY_KIND_MILESTONE);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) after = NULL;
  g_autoptr (WayChangeSet) set = NULL;
  WayChange change;

  if (before == NULL)
    return;

  way_record_builder_start_from (builder, before);
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      g_autofree char *text = pick_text (rand, plan);

      if (*text != '\0')
        way_record_builder_set_text (builder, text_fields[i], text, -1);
    }
  way_record_builder_set_choice (builder, WAY_MILESTONE_STATUS,
                                 (guint)g_rand_int_range (rand, 0, WAY_N_STATUSES));
  after = way_record_builder_end (builder);

  change = (WayChange){ before, g_rand_int_range (rand, 0, 5) > 0 ? after : NULL };
  set = way_change_set_new (&change, 1);
  g_assert_true (way_plan_apply (plan, &change));
  way_plan_emit_changed (plan, set);
}

static void
assert_as_naively (WayPlan *plan, WayFilter *filter, const WayCriteria *criteria)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_records);
  guint n_matches = 0;

  for (guint i = 0; i < n_records; i++)
    {
      gboolean matches = answers (records[i], criteria);

      n_matches += matches;
      if (way_filter_matches (filter, records[i]) != matches)
        g_error ("“%s”: %d instead of %d for “%s”", criteria->text, !matches, matches,
                 way_record_get_called (records[i]));
    }
  g_assert_cmpuint (way_filter_get_n_matches (filter, WAY_KIND_MILESTONE), ==, n_matches);
}

/* Letter by letter there, and back by some */
static void
type (GRand *rand, WayPlan *plan, WayFilter *filter, WayCriteria *criteria, const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  for (glong i = 0; i <= length + 2; i++)
    {
      g_autofree char *typed = g_utf8_substring (text, 0, i <= length ? i : 2 * length - i);

      if (i > 2 * length)
        return;
      criteria->text = typed;
      way_filter_set_criteria (filter, criteria);
      assert_as_naively (plan, filter, criteria);
      if (g_rand_int_range (rand, 0, 20) == 0)
        {
          edit (rand, plan);
          assert_as_naively (plan, filter, criteria);
        }
    }
  criteria->text = NULL;
}

static void
test_of_nothing_nothing_is_found (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayFilter) filter = way_filter_new (plan);

  way_filter_set_criteria (filter, &(WayCriteria){ .text = "x" });
  g_assert_cmpuint (way_filter_get_n_matches (filter, WAY_KIND_MILESTONE), ==, 0);
}

static void
test_as_naively (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, MAX_RECORDS, WAY_RANDOM_SOUND);
      g_autoptr (WayFilter) filter = way_filter_new (plan);

      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          g_autofree char *first = pick_text (rand, plan);
          g_autofree char *second = pick_text (rand, plan);
          g_autofree char *text = g_strconcat (first, " ", second, NULL);
          WayRecord *person = pick (rand, plan, WAY_KIND_PERSON);
          WayCriteria criteria = { 0 };

          if (g_rand_int_range (rand, 0, 4) == 0)
            criteria.categories = g_rand_int (rand) & ((1u << WAY_N_CATEGORIES) - 1);
          if (g_rand_int_range (rand, 0, 4) == 0)
            criteria.statuses = g_rand_int (rand) & ((1u << WAY_N_STATUSES) - 1);
          if (person != NULL && g_rand_int_range (rand, 0, 4) == 0)
            criteria.person = *way_record_get_id (person);
          if (g_rand_int_range (rand, 0, 4) == 0)
            criteria.from = way_random_date (rand, WAY_DAY_MIN);
          if (g_rand_int_range (rand, 0, 4) == 0)
            criteria.to = way_random_date (rand, WAY_DAY_MIN);

          type (rand, plan, filter, &criteria, text);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/analysis/filter/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-asked", test_nothing_asked);
  ADD ("text", test_text);
  ADD ("choices-and-people", test_choices_and_people);
  ADD ("dates", test_dates);
  ADD ("follows-edits", test_follows_edits);
#undef ADD
  g_test_add_func ("/analysis/filter/of-nothing-nothing-is-found",
                   test_of_nothing_nothing_is_found);
  g_test_add_func ("/analysis/filter/as-naively", test_as_naively);

  return g_test_run ();
}
