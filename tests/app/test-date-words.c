/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "way-date-words.h"
#include "way-item-text.h"

#include <libintl.h>
#include <locale.h>

#define TODAY way_day_from_ymd (2026, 11, 22)

/* What people may write, and the EDTF that it means */
static const struct
{
  const char *typed;
  const char *edtf;
} understood[] = {
  { "2027", "2027" },
  { "2027-06", "2027-06" },
  { "2027-06-30", "2027-06-30" },
  { "2027-06~", "2027-06~" },
  { "June 2027", "2027-06" },
  { "june 2027", "2027-06" },
  { "Jun 2027", "2027-06" },
  { "sept 2028", "2028-09" },
  { "sep. 2028", "2028-09" },
  { "2027 June", "2027-06" },
  { "30 June 2027", "2027-06-30" },
  { "June 30, 2027", "2027-06-30" },
  { "30th June 2027", "2027-06-30" },
  { "30.6.2027", "2027-06-30" },
  { "30/06/2027", "2027-06-30" },
  { "2027/6/30", "2027-06-30" },
  { "6/2027", "2027-06" },
  { "29 Feb 2028", "2028-02-29" },
  { "about September 2028", "2028-09~" },
  { "~ September 2028", "2028-09~" },
  { "~2028", "2028~" },
  { "c. 2028", "2028~" },
  { "perhaps 2030", "2030?" },
  { "2030 ?", "2030?" },
  { "perhaps about 2030", "2030%" },
  { "  1 September 2026 ", "2026-09-01" },
  { "today", "2026-11-22" },
  { "Tomorrow", "2026-11-23" },
  { "in 10 days", "2026-12-02" },
  { "in 2 weeks", "2026-12-06" },
  { "in 3 months", "2027-02" },
  { "in a year", "2027-11" },
  { "December", "2026-12" },
  { "3 May", "2027-05-03" },
  /* As quick add understands them */
  { "next month", "2026-12" },
  { "this year", "2026" },
  { "next week", "2026-11-23" },
  { "Q3 2027", "2027-07" },
  { "3rd quarter of 2027", "2027-07" },
  { "in June", "2027-06" },
  { "on the 14th of June", "2027-06-14" },
  { "from March 2027", "2027-03" },
  { "in three months", "2027-02" },
  { "14.6.", "2027-06-14" },
  { "14.06.27", "2027-06-14" },
  { "2027-06%", "2027-06%" },
  { "end of 2027", "2027-12~" },
  { "early 2028", "2028-01~" },
  { "mid-June 2027", "2027-06-15~" },
  { "early May", "2027-05-01~" },
  { "summer 2028", "2028-06~" },
  { "1984", "1984" },
  { "may", "2027-05" },
  { "yesterday", "2026-11-21" },
  { "29 February", "2028-02-29" },
  { "30. 6. 2027", "2027-06-30" },
  { "30 6 2027", "2027-06-30" },
  { "30 / 6 / 2027", "2027-06-30" },
  { "2027 June 30", "2027-06-30" },
  { "June 30 2027", "2027-06-30" },
};

static void
test_understands_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      char buffer[WAY_DATE_BUFFER_SIZE];
      WayDate date = WAY_DATE_NONE;

      g_test_message ("“%s”", understood[i].typed);
      g_assert_true (way_date_from_words (understood[i].typed, TODAY, WAY_DATE_SIDE_START, &date));
      g_assert_cmpstr (way_date_format (date, buffer), ==, understood[i].edtf);
    }
}

/* The last of a stretch, and deadlines */
static const struct
{
  const char *typed;
  const char *edtf;
} ends[] = {
  { "Q3 2027", "2027-09" },         { "next week", "2026-11-29" },
  { "next month", "2026-12" },      { "by June 2027", "2027-06" },
  { "by the end of 2027", "2027" }, { "until 14 June 2027", "2027-06-14" },
  { "30 June 2027", "2027-06-30" }, { "end of 2027", "2027" },
  { "mid 2027", "2027-06~" },       { "summer 2028", "2028-08~" },
};

static void
test_ends_with_the_last (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char buffer[WAY_DATE_BUFFER_SIZE];
      WayDate date = WAY_DATE_NONE;

      g_test_message ("“%s”", ends[i].typed);
      g_assert_true (way_date_from_words (ends[i].typed, TODAY, WAY_DATE_SIDE_END, &date));
      g_assert_cmpstr (way_date_format (date, buffer), ==, ends[i].edtf);
    }
}

static const struct
{
  const char *typed;
  const char *edtf;
} german[] = {
  { "nächsten Monat", "2026-12" },
  { "nächstes Jahr", "2027" },
  { "im 3. Quartal 2027", "2027-07" },
  { "am 14. Juni 2027", "2027-06-14" },
  { "14. 6. 2027", "2027-06-14" },
  { "6/7/2027", "2027-07-06" },
  { "in zwei Wochen", "2026-12-06" },
  { "in einem Jahr", "2027-11" },
  { "heute", "2026-11-22" },
  { "gestern", "2026-11-21" },
  { "etwa Juni 2027", "2027-06~" },
  { "vielleicht etwa 2030", "2030%" },
  { "marz 2027", "2027-03" },
  { "Okt. 2027", "2027-10" },
  { "about September 2028", "2028-09~" },
};

static void
test_understands_german (void)
{
  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));

  for (guint i = 0; i < G_N_ELEMENTS (german); i++)
    {
      char buffer[WAY_DATE_BUFFER_SIZE];
      WayDate date = WAY_DATE_NONE;

      g_test_message ("“%s”", german[i].typed);
      g_assert_true (way_date_from_words (german[i].typed, TODAY, WAY_DATE_SIDE_START, &date));
      g_assert_cmpstr (way_date_format (date, buffer), ==, german[i].edtf);
    }
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "C");
}

static void
test_refuses_what_is_no_date (void)
{
  static const char *const refused[] = { "soon",
                                         "31 June 2027",
                                         "29 Feb 2027",
                                         "13/2027",
                                         "June July 2027",
                                         "2027 2028",
                                         "1 2 3 2027",
                                         "se 2028",
                                         "27",
                                         "in x months",
                                         "in 3 moons",
                                         "0 June 2027",
                                         "a b c d e f g h i j",
                                         "20270",
                                         "32.13.2027",
                                         "in 99999 years",
                                         "March to May 2027",
                                         "for 3 months",
                                         "by June 2027",
                                         "exam June 2027",
                                         "June 2027 exam" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      WayDate date = way_date_from_day (7);

      g_test_message ("“%s”", refused[i]);
      g_assert_false (way_date_from_words (refused[i], TODAY, WAY_DATE_SIDE_START, &date));
      g_assert_cmpuint (date, ==, way_date_from_day (7));
    }
}

static void
test_nothing_is_no_date (void)
{
  WayDate date = way_date_from_day (7);

  g_assert_true (way_date_from_words (" ", TODAY, WAY_DATE_SIDE_START, &date));
  g_assert_cmpuint (date, ==, WAY_DATE_NONE);
}

/* What a field shows is understood when it is typed again, in English and in German */
static void
test_understands_what_is_shown (void)
{
  static const char *const languages[] = { "en", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_setenv ("LANGUAGE", languages[i], TRUE);
      setlocale (LC_ALL, "");

      for (WayDay day = TODAY; day < TODAY + 400; day += 13)
        for (guint kind = 0; kind < 12; kind++)
          {
            WayDate date = way_date_new (WAY_PRECISION_YEAR + kind / 4, day, kind % 4);
            g_autofree char *shown = way_text_date (date);
            WayDate read = WAY_DATE_NONE;

            g_test_message ("%s", shown);
            g_assert_true (way_date_from_words (shown, TODAY, WAY_DATE_SIDE_START, &read));
            g_assert_cmpuint (read, ==, date);
          }
    }
}

/* As quick add reads them: a date means the same wherever it is typed */
static void
test_slashes_follow_the_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *typed;
    WayYmd expected;
  } cases[] = {
    { "C.UTF-8", "6/7/2027", { 2027, 6, 7 } },     { "C.UTF-8", "30/6/2027", { 2027, 6, 30 } },
    { "C.UTF-8", "6.7.2027", { 2027, 7, 6 } },     { "de_DE.UTF-8", "6/7/2027", { 2027, 7, 6 } },
    { "de_DE.UTF-8", "6.7.2027", { 2027, 7, 6 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayYmd ymd = cases[i].expected;
      WayDate date;

      g_assert_nonnull (setlocale (LC_ALL, cases[i].locale));
      g_assert_true (way_date_from_words (cases[i].typed, TODAY, WAY_DATE_SIDE_START, &date));
      g_assert_cmpint (date, ==,
                       way_date_from_day (way_day_from_ymd (ymd.year, ymd.month, ymd.day)));
    }
  setlocale (LC_ALL, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("WAYMARK_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/app/date-words/understands-people", test_understands_people);
  g_test_add_func ("/app/date-words/ends-with-the-last", test_ends_with_the_last);
  g_test_add_func ("/app/date-words/understands-german", test_understands_german);
  g_test_add_func ("/app/date-words/refuses-what-is-no-date", test_refuses_what_is_no_date);
  g_test_add_func ("/app/date-words/understands-what-is-shown", test_understands_what_is_shown);
  g_test_add_func ("/app/date-words/slashes-follow-the-locale", test_slashes_follow_the_locale);
  g_test_add_func ("/app/date-words/nothing-is-no-date", test_nothing_is_no_date);

  return g_test_run ();
}
