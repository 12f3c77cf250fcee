/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-item-text.h"

#include <locale.h>

static WayDate
date (const char *text)
{
  WayDate result = WAY_DATE_NONE;

  if (text != NULL)
    g_assert_true (way_date_parse (text, strlen (text), &result));

  return result;
}

static void
test_dates (void)
{
  static const struct
  {
    const char *edtf;
    const char *words;
  } cases[] = {
    { "2028-09-01", "1 September 2028" },
    { "2028-09", "September 2028" },
    { "2028", "2028" },
    { "2028-09~", "about September 2028" },
    { "2028?", "perhaps 2028" },
    { "2028-09-01%", "perhaps about 1 September 2028" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = way_text_date (date (cases[i].edtf));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *words;
  } cases[] = {
    { "2029-06", "2029-08", "June to August 2029" },
    { "2028-06", "2029-08", "June 2028 to August 2029" },
    { "2029-06~", "2029-08", "about June 2029 to August 2029" },
    { "2027-05-03", "2027-05-14", "3 to 14 May 2027" },
    { "2027-05-03", "2027-06-14", "3 May 2027 to 14 June 2027" },
    { "2027", "2029", "2027 to 2029" },
    { "2027-05-12", NULL, "12 May 2027" },
    { "2027-05", "2027-05", "May 2027" },
    { NULL, "2030-06", "by June 2030" },
    { NULL, NULL, "no date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = way_text_range (date (cases[i].start), date (cases[i].end));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    int days;
    const char *words;
  } cases[] = {
    { 0, "0 days" },     { 1, "1 day" },       { 13, "13 days" },    { 14, "2 weeks" },
    { 42, "6 weeks" },   { 61, "2 months" },   { 365, "12 months" }, { 731, "24 months" },
    { 1096, "3 years" }, { 913, "30 months" }, { 7305, "20 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = way_text_length (cases[i].days);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_ghost_says_dates_and_length (void)
{
  g_autofree char *bar
      = way_text_ghost (way_day_from_ymd (2026, 9, 1), way_day_from_ymd (2027, 7, 1));
  g_autofree char *point
      = way_text_ghost (way_day_from_ymd (2026, 9, 1), way_day_from_ymd (2026, 9, 1));

  g_assert_cmpstr (bar, ==, "1 Sep 2026 – 30 Jun 2027 · 10 months");
  g_assert_cmpstr (point, ==, "1 Sep 2026");
}

static void
test_name_for_screen_readers (void)
{
  g_autoptr (WayRecord) record = sample_milestone_new ("m", NULL, "Pass boards", "2029-06",
                                                       "2029-08", "licence", "planned", 0);
  g_autoptr (WayRecord) bare = sample_milestone_new ("m", NULL, NULL, NULL, NULL, NULL, NULL, 40);
  g_autofree char *name = way_text_item_name (record);
  g_autofree char *bare_name = way_text_item_name (bare);
  g_autoptr (WayRecord) done
      = sample_milestone_new ("m", NULL, "Falls project", "2025", NULL, "experience", "done", 0);
  g_autofree char *done_name = way_text_item_name (done);

  g_assert_cmpstr (name, ==, "Pass boards, licence, June to August 2029, planned, 0 percent");
  g_assert_cmpstr (bare_name, ==, "Untitled, step, no date, planned, 40 percent");
  g_assert_cmpstr (done_name, ==, "Falls project, experience, 2025, done, 100 percent");
}

static void
test_tooltip_has_dates_and_length (void)
{
  g_autoptr (WayRecord) record = sample_milestone_new ("m", NULL, "Rotation <A> & B", "2029-06",
                                                       "2029-08", "experience", "active", 35);
  g_autofree char *tooltip = way_text_item_tooltip (record);

  g_assert_cmpstr (tooltip, ==,
                   "Rotation <A> & B\nJune to August 2029 · 3 months\nExperience · Active · 35 %");
}

static void
test_due_of_goals (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  const char *const names[] = { "icu", "msn", "boards" };
  const char *const words[] = { "due Dec 2027", "due about May 2030", "ongoing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WayId id = sample_id (names[i]);
      g_autofree char *due = way_text_goal_due (way_plan_lookup (plan, &id));

      g_assert_cmpstr (due, ==, words[i]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/item-text/dates", test_dates);
  g_test_add_func ("/timeline/item-text/ranges", test_ranges);
  g_test_add_func ("/timeline/item-text/lengths", test_lengths);
  g_test_add_func ("/timeline/item-text/ghost-says-dates-and-length",
                   test_ghost_says_dates_and_length);
  g_test_add_func ("/timeline/item-text/name-for-screen-readers", test_name_for_screen_readers);
  g_test_add_func ("/timeline/item-text/tooltip-has-dates-and-length",
                   test_tooltip_has_dates_and_length);
  g_test_add_func ("/timeline/item-text/due-of-goals", test_due_of_goals);

  return g_test_run ();
}
