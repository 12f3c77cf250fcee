/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that people may write, and the milestone that each of them means.
 */
#include "config.h"

#include "edit-fixture.h"

#include "way-quick-add.h"
#include "way-quick-complete.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define TODAY way_day_from_ymd (2026, 11, 22) /* a Sunday */

#define PLAN                                                                                       \
  "add-goal id=care title=\"Critical care nurse\"\n"                                               \
  "add-goal id=well title=\"Überleben: stay well\"\n"                                             \
  "add-goal id=ms title=\"Master of Science in Nursing\"\n"                                        \
  "add-goal id=ms2 title=\"Master of Public Health\"\n"                                            \
  "add-person id=anna name=\"Anna Berg\"\n"                                                        \
  "add-person id=okafor name=\"R. Okafor\"\n"

typedef struct
{
  const char *text;
  const char *title;
  const char *dates; /* EDTF: start, slash, end; without the slash when there is no end */
  const char *rest;  /* category, status, handle of the goal, handles of people */
} Sentence;

static const Sentence english[] = {
  { "Sit the CCRN exam in June 2027 for 3 months #certification @Critical care",
    "Sit the CCRN exam", "2027-06/2027-08", "certification care" },
  { "Sit the CCRN", "Sit the CCRN", "", "" },
  /* One date */
  { "Exam in June 2027", "Exam", "2027-06", "" },
  { "Exam June 2027", "Exam", "2027-06", "" },
  { "June 2027 exam", "exam", "2027-06", "" },
  { "Exam, June 2027, at home", "Exam, at home", "2027-06", "" },
  { "Exam in sept. 2027.", "Exam.", "2027-09", "" },
  { "Exam 2027-06", "Exam", "2027-06", "" },
  { "Exam 2027-06-14", "Exam", "2027-06-14", "" },
  { "Exam 2027", "Exam", "2027", "" },
  { "Exam on 14 June 2027", "Exam", "2027-06-14", "" },
  { "Exam on the 14th of June 2027", "Exam", "2027-06-14", "" },
  { "Exam on June 14, 2027", "Exam", "2027-06-14", "" },
  { "Exam on June 14th", "Exam", "2027-06-14", "" },
  { "Exam 14.6.2027", "Exam", "2027-06-14", "" },
  { "Exam 14.06.27", "Exam", "2027-06-14", "" },
  { "Exam 6/14/2027", "Exam", "2027-06-14", "" },
  { "Exam 14/6/2027", "Exam", "2027-06-14", "" },
  { "Exam 6/2027", "Exam", "2027-06", "" },
  { "Exam 2027 June", "Exam", "2027-06", "" },
  { "Exam 2027 June 14", "Exam", "2027-06-14", "" },
  { "Exam c. 2028", "Exam", "2028~", "" },
  { "Vitamin C 2028", "Vitamin C", "2028", "" },
  { "Exam 2027/6/14", "Exam", "2027-06-14", "" },
  { "Exam on 14.6.", "Exam", "2027-06-14", "" },
  { "Register for June 2027", "Register", "2027-06", "" },
  { "Move to 2028", "Move", "2028", "" },
  /* Without the year it is the next one */
  { "Exam in June", "Exam", "2027-06", "" },
  { "Exam in November", "Exam", "2026-11", "" },
  { "Exam in october", "Exam", "2027-10", "" },
  { "Exam on 21 November", "Exam", "2027-11-21", "" },
  { "Exam on 22 November", "Exam", "2026-11-22", "" },
  { "Leap on 29 February", "Leap", "2028-02-29", "" },
  /* How sure */
  { "Exam about June 2027", "Exam", "2027-06~", "" },
  { "Exam in ca. June 2027", "Exam", "2027-06~", "" },
  { "Exam ~June 2027", "Exam", "2027-06~", "" },
  { "Exam June 2027~", "Exam", "2027-06~", "" },
  { "Exam June 2027?", "Exam", "2027-06?", "" },
  { "Exam perhaps 2030", "Exam", "2030?", "" },
  { "Exam 2027-06%", "Exam", "2027-06%", "" },
  /* A place in a year, a month or a stretch with a name is about right */
  { "Exam end of 2029", "Exam", "2029-12~", "" },
  { "Exam at the end of 2029", "Exam", "2029-12~", "" },
  { "Exam early 2028", "Exam", "2028-01~", "" },
  { "Exam in early 2028", "Exam", "2028-01~", "" },
  { "Exam late in 2028", "Exam", "2028-12~", "" },
  { "Exam mid 2027", "Exam", "2027-06~", "" },
  { "Exam mid-2027", "Exam", "2027-06~", "" },
  { "Exam perhaps in the middle of 2027", "Exam", "2027-06%", "" },
  { "Exam at the beginning of June 2027", "Exam", "2027-06-01~", "" },
  { "Exam mid-June 2027", "Exam", "2027-06-15~", "" },
  { "Exam at the end of February", "Exam", "2027-02-28~", "" },
  { "Exam end of February 2028", "Exam", "2028-02-29~", "" },
  { "Exam in early May", "Exam", "2027-05-01~", "" },
  { "Exam end of next year", "Exam", "2027-12~", "" },
  { "Exam late Q3 2027", "Exam", "2027-09~", "" },
  { "Exam at the end of next week", "Exam", "2026-11-29~", "" },
  { "Apply by mid-2027", "Apply", "/2027-06~", "" },
  { "Course from early 2028 to mid 2029", "Course", "2028-01~/2029-06~", "" },
  { "Course in early 2028 for 3 months", "Course", "2028-01~/2028-03~", "" },
  /* Seasons */
  { "Course about summer 2028", "Course", "2028-06~/2028-08~", "" },
  { "Course in the summer of 2028", "Course", "2028-06~/2028-08~", "" },
  { "Course fall 2028", "Course", "2028-09~/2028-11~", "" },
  { "Course in winter 2027/28", "Course", "2027-12~/2028-02~", "" },
  { "Course perhaps next spring", "Course", "2027-03%/2027-05%", "" },
  { "Course this winter", "Course", "2026-12~/2027-02~", "" },
  { "Course next winter", "Course", "2026-12~/2027-02~", "" },
  { "Course in summer 2028 for 2 months", "Course", "2028-06~/2028-07~", "" },
  { "Course in early summer 2028", "Course", "2028-06~", "" },
  { "Course from spring 2028 to autumn 2028", "Course", "2028-03~/2028-11~", "" },
  { "Apply by autumn 2028", "Apply", "/2028-11~", "" },
  { "Apply by Q3 2027", "Apply", "/2027-09", "" },
  /* Between dates */
  { "Course from March to May 2027", "Course", "2027-03/2027-05", "" },
  { "Course March–May 2027", "Course", "2027-03/2027-05", "" },
  { "Course March - May 2027", "Course", "2027-03/2027-05", "" },
  { "Course from November to February 2028", "Course", "2027-11/2028-02", "" },
  { "Course from March to May", "Course", "2027-03/2027-05", "" },
  { "Course from 2027 to 2029", "Course", "2027/2029", "" },
  { "Course 14–18 June 2027", "Course", "2027-06-14/2027-06-18", "" },
  { "Course from 14 June until 2 July 2027", "Course", "2027-06-14/2027-07-02", "" },
  { "Course from June 2027", "Course", "2027-06", "" },
  { "Course in Q3 2027", "Course", "2027-07/2027-09", "" },
  { "Course 3rd quarter of 2027", "Course", "2027-07/2027-09", "" },
  { "Course in Q1", "Course", "2027-01/2027-03", "" },
  { "Course in Q4", "Course", "2026-10/2026-12", "" },
  /* Deadlines */
  { "Apply by June 2027", "Apply", "/2027-06", "" },
  { "Apply until 14 June 2027", "Apply", "/2027-06-14", "" },
  { "Apply by the end of 2027", "Apply", "/2027", "" },
  { "Apply by about June 2027", "Apply", "/2027-06~", "" },
  { "Study in March 2027 by June 2027", "Study", "2027-03/2027-06", "" },
  /* Lengths */
  { "Course in June 2027 for 1 month", "Course", "2027-06/2027-06", "" },
  { "Course in June 2027 for a year", "Course", "2027-06/2028-05", "" },
  { "Course for three months in June 2027", "Course", "2027-06/2027-08", "" },
  { "Course on 14 June 2027 for 10 days", "Course", "2027-06-14/2027-06-23", "" },
  { "Course on 14 June 2027 for 2 weeks", "Course", "2027-06-14/2027-06-27", "" },
  { "Course on 14 June 2027 for 3 months", "Course", "2027-06-14/2027-09-13", "" },
  { "Course in June 2027 for 90 days", "Course", "2027-06-01~/2027-08-29~", "" },
  { "Course in 2027 for 2 years", "Course", "2027/2028", "" },
  { "Course in 2027 for 3 months", "Course", "2027-01~/2027-03~", "" },
  { "Course in Q3 2027 for 2 months", "Course", "2027-07~/2027-08~", "" },
  { "Course by June 2027 for 3 months", "Course", "2027-04/2027-06", "" },
  { "Course about June 2027 for 3 months", "Course", "2027-06~/2027-08~", "" },
  { "Course for 3 months", "Course for 3 months", "", "" },
  { "Course from March to May 2027 for 3 months", "Course for 3 months", "2027-03/2027-05", "" },
  /* From today */
  { "Call today", "Call", "2026-11-22", "" },
  { "Call tomorrow", "Call", "2026-11-23", "" },
  { "Called yesterday", "Called", "2026-11-21", "" },
  { "Call in 10 days", "Call", "2026-12-02", "" },
  { "Call in 2 weeks", "Call", "2026-12-06", "" },
  { "Call in 3 months", "Call", "2027-02", "" },
  { "Call in a year", "Call", "2027-11", "" },
  { "Call next week", "Call", "2026-11-23/2026-11-29", "" },
  { "Call next month", "Call", "2026-12", "" },
  { "Call next year", "Call", "2027", "" },
  { "Call this year", "Call", "2026", "" },
  /* Tags, goals, people */
  { "Rest #well", "Rest", "", "wellbeing" },
  { "Rest #WELLBEING", "Rest", "", "wellbeing" },
  { "Rest #done", "Rest", "", "done" },
  { "Rest #lic #act", "Rest", "", "licence active" },
  { "Rest #certificate", "Rest", "", "certification" },
  { "Rest #license", "Rest", "", "licence" },
  { "Rest #course", "Rest", "", "education" },
  { "Rest #cour", "Rest #cour", "", "?" },
  { "Rest #e", "Rest #e", "", "?" },
  { "Rest #nothing", "Rest #nothing", "", "?" },
  { "Room #5", "Room #5", "", "" },
  { "Rest @crit", "Rest", "", "care" },
  { "Rest @Critical care nurse in June 2027", "Rest", "2027-06", "care" },
  { "Rest @\"Critical care\" now", "Rest now", "", "care" },
  { "Rest @uberleben", "Rest", "", "well" },
  { "Rest @stay well", "Rest", "", "well" },
  { "Rest @master", "Rest @master", "", "?" },
  { "Rest @master of p", "Rest @master of p", "", "?" },
  { "Rest @master of pub", "Rest", "", "ms2" },
  { "Rest @nowhere", "Rest @nowhere", "", "?" },
  { "Mail a@critical", "Mail a@critical", "", "" },
  { "Meet with Anna in June 2027", "Meet", "2027-06", "anna" },
  { "Meet with R. Okafor and Anna Berg", "Meet", "", "okafor anna" },
  { "Meet with Berta", "Meet with Berta", "", "" },
  { "Cope with nights", "Cope with nights", "", "" },
  /* What is no date stays in the title */
  { "Read 1984", "Read 1984", "", "" },
  { "Arrive early may it rain or not", "Arrive early may it rain or not", "", "" },
  { "Early years education", "Early years education", "", "" },
  { "Mid year review", "Mid year review", "", "" },
  { "Train staff in fall prevention", "Train staff in fall prevention", "", "" },
  { "Teach at summer school", "Teach at summer school", "", "" },
  { "Read “end of 2029”", "Read “end of 2029”", "", "" },
  { "Plan the end of 14 June 2027", "Plan the end", "2027-06-14", "" },
  { "I may march in line", "I may march in line", "", "" },
  { "Read “June 2027” aloud", "Read “June 2027” aloud", "", "" },
  { "Exam on 31 June 2027", "Exam on 31", "2027-06", "" },
  { "Go from nights to days", "Go from nights to days", "", "" },
  { "Exam in June 2027 in July 2027", "Exam in July 2027", "2027-06", "" },
  { "COVID-19 ward", "COVID-19 ward", "", "" },
  { "Pass 2027b", "Pass 2027b", "", "" },
  { "", "", "", "" },
  { "in June 2027", "", "2027-06", "" },
};

/* Under English with the formats of Germany */
static const Sentence mixed[] = {
  { "Prüfung März 2027", "Prüfung", "2027-03", "" },
  { "Exam in March 2027 for 3 months #cert", "Exam", "2027-03/2027-05", "certification" },
  { "Prüfung 6/7/2027", "Prüfung", "2027-07-06", "" },
  { "Prüfung Ende 2028", "Prüfung", "2028-12~", "" },
  { "Kurs von Ende März bis Anfang Mai 2027", "Kurs", "2027-03-31~/2027-05-01~", "" },
  { "Prüfung im Feber 2028", "Prüfung", "2028-02", "" },
  { "Anrufen in zwei Wochen", "Anrufen", "2026-12-06", "" },
  { "Call in two weeks", "Call", "2026-12-06", "" },
};

static const Sentence german[] = {
  { "CCRN-Prüfung ablegen im Juni 2027 für 3 Monate #Zertifi @Critical care",
    "CCRN-Prüfung ablegen", "2027-06/2027-08", "certification care" },
  { "Kurs von März bis Mai 2027", "Kurs", "2027-03/2027-05", "" },
  { "Kurs vom 14. bis 18. Juni 2027", "Kurs", "2027-06-14/2027-06-18", "" },
  { "Kurs vom 14. Juni bis zum 2. Juli 2027", "Kurs", "2027-06-14/2027-07-02", "" },
  { "Kurs ab marz 2027", "Kurs", "2027-03", "" },
  { "Bewerben bis Juni 2027", "Bewerben", "/2027-06", "" },
  { "Bewerben bis zum 14. Juni 2027", "Bewerben", "/2027-06-14", "" },
  { "Bewerben bis Ende Juni 2027", "Bewerben", "/2027-06", "" },
  { "Bewerben spätestens im Juni", "Bewerben", "/2027-06", "" },
  { "Prüfung am 14. Juni 2027", "Prüfung", "2027-06-14", "" },
  { "Prüfung am 14.6.", "Prüfung", "2027-06-14", "" },
  { "Prüfung 6/7/2027", "Prüfung", "2027-07-06", "" },
  { "Prüfung im Okt. 2027", "Prüfung", "2027-10", "" },
  { "Prüfung etwa Juni 2027", "Prüfung", "2027-06~", "" },
  { "Prüfung vielleicht 2030", "Prüfung", "2030?", "" },
  { "Prüfung Ende 2029", "Prüfung", "2029-12~", "" },
  { "Prüfung Anfang 2028", "Prüfung", "2028-01~", "" },
  { "Prüfung Mitte 2027", "Prüfung", "2027-06~", "" },
  { "Prüfung gegen Ende 2027", "Prüfung", "2027-12~", "" },
  { "Prüfung Anfang Mai", "Prüfung", "2027-05-01~", "" },
  { "Prüfung Ende nächsten Jahres", "Prüfung", "2027-12~", "" },
  { "Bewerben bis Mitte 2027", "Bewerben", "/2027-06~", "" },
  { "Kurs von Ende März bis Anfang Mai 2027", "Kurs", "2027-03-31~/2027-05-01~", "" },
  { "Kurs etwa Sommer 2028", "Kurs", "2028-06~/2028-08~", "" },
  { "Kurs im Frühjahr 2028", "Kurs", "2028-03~/2028-05~", "" },
  { "Kurs Winter 2027/28", "Kurs", "2027-12~/2028-02~", "" },
  { "Kurs nächsten Herbst", "Kurs", "2027-09~/2027-11~", "" },
  { "Prüfung im Jänner 2028", "Prüfung", "2028-01", "" },
  { "Prüfung am 6. Jänner 2028", "Prüfung", "2028-01-06", "" },
  { "Prüfung im Feber 2028", "Prüfung", "2028-02", "" },
  { "Ende der Nachtschicht", "Ende der Nachtschicht", "", "" },
  { "„Ende 2029“ lesen", "„Ende 2029“ lesen", "", "" },
  { "Exam end of 2029", "Exam", "2029-12~", "" },
  { "Anrufen in 3 Monaten", "Anrufen", "2027-02", "" },
  { "Anrufen in zwei Wochen", "Anrufen", "2026-12-06", "" },
  { "Anrufen in einem Jahr", "Anrufen", "2027-11", "" },
  { "Anrufen nächsten Monat", "Anrufen", "2026-12", "" },
  { "Anrufen nächstes Jahr", "Anrufen", "2027", "" },
  { "Anrufen heute", "Anrufen", "2026-11-22", "" },
  { "Anrufen morgen", "Anrufen", "2026-11-23", "" },
  { "Kurs im 3. Quartal 2027", "Kurs", "2027-07/2027-09", "" },
  { "Kurs am 14. Juni 2027 für 10 Tage", "Kurs", "2027-06-14/2027-06-23", "" },
  { "Kurs im Juni 2027 für ein Jahr", "Kurs", "2027-06/2028-05", "" },
  { "Treffen mit Anna und Okafor", "Treffen", "", "anna okafor" },
  { "Ruhen #Zertifizierung", "Ruhen", "", "certification" },
  { "Ruhen #Approbation", "Ruhen", "", "licence" },
  { "Ruhen #Fortbildung", "Ruhen", "", "education" },
  { "Ruhen #erledigt", "Ruhen", "", "done" },
  { "Ruhen #education", "Ruhen", "", "education" },
  { "Exam in June 2027 for 3 months", "Exam", "2027-06/2027-08", "" },
};

static void
append_choice (GString *text, WayField field, guint choice)
{
  const WayFieldInfo *info = way_schema_get_field (field);

  if (choice != info->default_choice)
    g_string_append_printf (text, " %s", info->choices[choice].word);
}

static void
append_handle (GString *text, WayPlan *plan, const WayId *id)
{
  static const char *const handles[] = { "care", "well", "ms", "ms2", "anna", "okafor" };

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      WayId known = way_id_derive (way_plan_get_id (plan), handles[i]);

      if (way_id_equal (&known, id))
        g_string_append_printf (text, " %s", handles[i]);
    }
}

static char *
describe_dates (const WayQuickAdd *add)
{
  GString *text = g_string_new (NULL);
  char buffer[WAY_DATE_BUFFER_SIZE];

  if (add->start != WAY_DATE_NONE)
    g_string_append (text, way_date_format (add->start, buffer));
  if (add->end != WAY_DATE_NONE)
    g_string_append_printf (text, "/%s", way_date_format (add->end, buffer));

  return g_string_free (text, FALSE);
}

static char *
describe_rest (const WayQuickAdd *add, WayPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_choice (text, WAY_MILESTONE_CATEGORY, add->category);
  append_choice (text, WAY_MILESTONE_STATUS, add->status);
  append_handle (text, plan, &add->goal);
  for (guint i = 0; i < add->people->len; i++)
    append_handle (text, plan, &g_array_index (add->people, WayId, i));
  if (add->doubt != NULL)
    g_string_append (text, " ?");

  return g_strdup (text->len > 0 ? text->str + 1 : "");
}

static void
check_sentences (const Sentence *sentences, guint n_sentences)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (WayQuickWords) words = way_quick_words_new ();

  edit_fixture_init (&fixture, PLAN);
  for (guint i = 0; i < n_sentences; i++)
    {
      g_autoptr (WayQuickAdd) add
          = way_quick_add_parse (words, sentences[i].text, fixture.plan, TODAY);
      g_autofree char *dates = describe_dates (add);
      g_autofree char *rest = describe_rest (add, fixture.plan);

      g_test_message ("“%s”", sentences[i].text);
      g_assert_cmpstr (add->title, ==, sentences[i].title);
      g_assert_cmpstr (dates, ==, sentences[i].dates);
      g_assert_cmpstr (rest, ==, sentences[i].rest);
    }
}

static void
test_understands_english (void)
{
  check_sentences (english, G_N_ELEMENTS (english));
}

static void
test_understands_german (void)
{
  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  check_sentences (german, G_N_ELEMENTS (german));
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

static void
test_understands_the_language_of_formats (void)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));

  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (setlocale (LC_TIME, "de_DE.UTF-8"));
  check_sentences (mixed, G_N_ELEMENTS (mixed));
  setlocale (LC_ALL, "");
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
}

/* Each letter and digit that was not understood stands in the title, in the same order */
static void
assert_nothing_is_lost (const char *text, const WayQuickAdd *add)
{
  g_autofree char *rest = g_strdup (text);
  const char *title = add->title;

  for (guint i = 0; i < add->spans->len; i++)
    {
      const WayQuickSpan *span = &g_array_index (add->spans, WayQuickSpan, i);

      memset (rest + span->start, ' ', span->end - span->start);
    }
  g_assert_true (g_utf8_validate (rest, -1, NULL));
  for (const char *c = rest; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      {
        title = g_utf8_strchr (title, -1, g_utf8_get_char (c));
        g_assert_nonnull (title);
        title = g_utf8_next_char (title);
      }
  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_false (g_unichar_isalnum (g_utf8_get_char (c)));
}

static void
append_random (GString *text)
{
  static const char *const pieces[]
      = { "in",     "June", "2027",   "for",   "3",        "months", "#",          "@",
          "\"",     "“",    "”",      "Q3",    "14",       ".",      "/",          "-",
          "–",      "~",    "?",      "%",     "from",     "to",     "by",         "next",
          "week",   "with", "Anna",   "today", "a",        "9999",   "years",      "about",
          "end",    "of",   "the",    "29",    "February", "0",      "31",         "early",
          "summer", "mid",  "master", "#cert", "@crit",    "and",    "99999999999" };
  guint n = g_test_rand_int_range (0, 14);

  for (guint i = 0; i < n; i++)
    {
      if (g_test_rand_int_range (0, 4) > 0)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      else
        {
          gunichar c = (gunichar)g_test_rand_int_range (1, g_test_rand_bit () ? 0x250 : 0x110000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      if (g_test_rand_int_range (0, 3) > 0)
        g_string_append_c (text, ' ');
    }
}

static void
test_survives_anything (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (WayQuickWords) words = way_quick_words_new ();

  edit_fixture_init (&fixture, PLAN);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (WayQuickAdd) add = NULL;
      gsize end = 0;

      append_random (text);
      add = way_quick_add_parse (words, text->str, fixture.plan,
                                 g_test_rand_int_range (WAY_DAY_MIN, WAY_DAY_MAX));
      for (guint j = 0; j < add->spans->len; j++)
        {
          const WayQuickSpan *span = &g_array_index (add->spans, WayQuickSpan, j);

          g_assert_cmpuint (span->start, >=, end);
          g_assert_cmpuint (span->end, >, span->start);
          end = span->end;
        }
      g_assert_cmpuint (end, <=, text->len);
      assert_nothing_is_lost (text->str, add);
    }
}

static WayId
add_text (EditFixture *fixture, const char *text, const char *goal, GError **error)
{
  g_autoptr (WayQuickWords) words = way_quick_words_new ();
  g_autoptr (WayQuickAdd) add = way_quick_add_parse (words, text, fixture->plan, TODAY);
  WayEditGroup *group = way_history_begin (fixture->history, "Add", NULL);
  WayId goal_id = way_id_derive (way_plan_get_id (fixture->plan), goal);
  WayId id = WAY_ID_NULL;

  if (way_quick_add_run (group, add, &goal_id, &id, error))
    way_history_commit (fixture->history);
  else
    way_history_rollback (fixture->history);

  return id;
}

static void
test_adds_what_was_understood (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  WayId care, well, id;
  WayRecord *record;
  guint n_people;

  edit_fixture_init (&fixture, PLAN);
  care = way_id_derive (way_plan_get_id (fixture.plan), "care");
  well = way_id_derive (way_plan_get_id (fixture.plan), "well");

  id = add_text (&fixture, "Sit it by June 2027 #cert #done with Anna @crit", "well", &error);
  g_assert_no_error (error);
  record = way_plan_lookup (fixture.plan, &id);
  g_assert_cmpstr (way_record_get_called (record), ==, "Sit it");
  g_assert_true (way_id_equal (way_record_get_ref (record, WAY_MILESTONE_GOAL), &care));
  g_assert_cmpuint (way_record_get_choice (record, WAY_MILESTONE_CATEGORY), ==,
                    WAY_CATEGORY_CERTIFICATION);
  g_assert_cmpuint (way_record_get_choice (record, WAY_MILESTONE_STATUS), ==, WAY_STATUS_DONE);
  g_assert_cmpint (way_record_get_integer (record, WAY_MILESTONE_PROGRESS), ==, 100);
  g_assert_false (way_record_has (record, WAY_MILESTONE_START));
  g_assert_nonnull (way_record_get_refs (record, WAY_MILESTONE_PEOPLE, &n_people));
  g_assert_cmpuint (n_people, ==, 1);

  id = add_text (&fixture, "Rest", "well", &error);
  g_assert_no_error (error);
  record = way_plan_lookup (fixture.plan, &id);
  g_assert_true (way_id_equal (way_record_get_ref (record, WAY_MILESTONE_GOAL), &well));
  g_assert_false (way_record_has (record, WAY_MILESTONE_CATEGORY));
  g_assert_false (way_record_has (record, WAY_MILESTONE_STATUS));

  way_history_undo (fixture.history);
  way_history_undo (fixture.history);
  g_assert_cmpuint (way_plan_get_count (fixture.plan, WAY_KIND_MILESTONE), ==, 0);
}

static void
test_refuses_in_words (void)
{
  static const char *const refused[]
      = { "", "  ", "in June 2027", "Exam from May 2027 to March 2027" };
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, PLAN);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      add_text (&fixture, refused[i], "well", &error);
      g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE);
      g_assert_cmpuint (way_plan_get_count (fixture.plan, WAY_KIND_MILESTONE), ==, 0);
    }
}

/* What is offered where one types, at the end of the text */
static char *
list_offers (WayPlan *plan, const char *text)
{
  g_autoptr (GPtrArray) offers = way_quick_complete (plan, text, strlen (text), 3);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      const WayQuickCompletion *offer = g_ptr_array_index (offers, i);

      g_assert_cmpuint (offer->end, ==, strlen (text));
      g_string_append_printf (list, "%s%s", i == 0 ? "" : "|", offer->text);
    }

  return g_string_free (list, FALSE);
}

static void
test_completes_signs (void)
{
  static const struct
  {
    const char *text;
    const char *offers;
  } cases[] = {
    { "Rest #cer", "#certification" },
    { "Rest #e", "#education|#experience" },
    { "Rest #", "#step|#education|#licence" },
    { "#wai", "#waiting" },
    { "Rest #certification", "" },
    { "Rest #certification ", "" },
    { "Rest @crit", "@Critical care nurse" },
    { "Rest @mast", "@Master of Science in Nursing|@Master of Public Health" },
    { "Rest @master of pu", "@Master of Public Health" },
    { "Rest @uber", "@Überleben: stay well" },
    { "Rest @Critical care nurse", "" },
    { "Rest @nowhere", "" },
    { "a@crit", "" },
    { "Rest", "" },
    { "", "" },
  };
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, PLAN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offers = list_offers (fixture.plan, cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (offers, ==, cases[i].offers);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("WAYMARK_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  setlocale (LC_ALL, "");
  g_test_add_func ("/edit/quick-add/understands-english", test_understands_english);
  g_test_add_func ("/edit/quick-add/understands-german", test_understands_german);
  g_test_add_func ("/edit/quick-add/understands-the-language-of-formats",
                   test_understands_the_language_of_formats);
  g_test_add_func ("/edit/quick-add/completes-signs", test_completes_signs);
  g_test_add_func ("/edit/quick-add/survives-anything", test_survives_anything);
  g_test_add_func ("/edit/quick-add/adds-what-was-understood", test_adds_what_was_understood);
  g_test_add_func ("/edit/quick-add/refuses-in-words", test_refuses_in_words);

  return g_test_run ();
}
