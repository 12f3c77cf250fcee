/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The word lists that titles and notes are put together from; markup in them is escaped as a file
 * has it.
 */
#include "way-plan-words.h"

static const char *const roles[] = {
  "family nurse practitioner",
  "clinical teacher",
  "ward manager",
  "consultant pharmacist",
  "attending physician",
  "critical care nurse",
  "midwife",
  "clinical informatics lead",
  "advanced physiotherapist",
  "community mental health nurse",
};

static const char *const aims[] = {
  "Practise as",        "Become", "Move from the ward to work as", "Qualify and be appointed as",
  "Prepare to lead as",
};

static const char *const actions[] = {
  "Complete", "Pass",    "Apply for", "Book",  "Prepare for",
  "Write up", "Present", "Review",    "Renew", "Start",
  "Discuss",  "Agree",   "Observe",   "Teach", "Submit the papers for",
};

static const char *const objects[] = {
  "the advanced pharmacology module",
  "the certification examination",
  "the annual appraisal",
  "two hundred supervised hours",
  "the research methods course",
  "resuscitation training",
  "the medication safety audit",
  "the portfolio of evidence",
  "the mentorship agreement",
  "the licence",
  "the entry interview",
  "a case report on sepsis",
  "the non-medical prescribing course",
  "night shifts in the emergency department",
  "the leadership programme",
  "the health assessment &amp; diagnosis module",
  "the thesis",
  "a week of rest",
};

static const char *const circumstances[] = {
  "with the cohort of the autumn term",
  "at the university hospital",
  "before the contract ends",
  "while working 80 %",
  "with Dr Núñez as supervisor",
  "– second attempt",
  "for the regional register",
  "once childcare is settled",
  "and ask the manager for study leave",
  "together with the pharmacy team on the surgical ward",
};

static const char *const sentences[] = {
  "Ask the registrar which papers must be certified and how long that takes.",
  "The fee is paid back when the score is &gt; 75 %.",
  "Needs a reference from the last two employers.",
  "Places are scarce: the list opens in January and closes within a week.",
  "Study on Tuesday evenings &amp; alternate Saturdays.",
  "The supervisor signs each block; keep copies of the forms.",
  "Talk it over at home first.",
  "Counts towards continuing education as well.",
};

static const char *const places[] = {
  "University Hospital, Ward 7B",   "Faculty of Nursing", "St Mary’s Clinic", "Online",
  "Regional Institute of Pharmacy", "Skills laboratory",
};

static const char *const first_names[] = {
  "Amara", "Jonas", "Mei", "Zoë", "Tomasz", "Priya", "Luis", "Hannah", "Yusuf", "Ingrid",
};

static const char *const last_names[] = {
  "Okafor", "Lindqvist", "Tan",   "O’Brien", "Kowalski",
  "Sharma", "García",    "Weber", "Demir",   "Haugen",
};

static const char *const credentials[] = {
  "Registered nurse",         "Advanced cardiac life support", "Non-medical prescriber",
  "Board certification",      "Member of the college",         "Clinical instructor",
  "Infection control course",
};

#define APPEND_ONE_OF(random, text, words)                                                         \
  g_string_append ((text), (words)[way_bench_random_below ((random), G_N_ELEMENTS (words))])

void
way_plan_words_goal_title (WayBenchRandom *random, GString *text)
{
  APPEND_ONE_OF (random, text, aims);
  g_string_append_c (text, ' ');
  APPEND_ONE_OF (random, text, roles);
}

void
way_plan_words_milestone_title (WayBenchRandom *random, GString *text)
{
  APPEND_ONE_OF (random, text, actions);
  g_string_append_c (text, ' ');
  APPEND_ONE_OF (random, text, objects);

  if (way_bench_random_percent (random, 45))
    {
      g_string_append_c (text, ' ');
      APPEND_ONE_OF (random, text, circumstances);
    }

  /* A number keeps most titles apart, as names of terms and places do in real plans */
  if (way_bench_random_percent (random, 60))
    g_string_append_printf (text, " (%u)", 1 + way_bench_random_below (random, 9999));
}

void
way_plan_words_note (WayBenchRandom *random, GString *text)
{
  guint n_sentences = 1 + way_bench_random_below (random, 3);

  for (guint i = 0; i < n_sentences; i++)
    {
      if (i > 0)
        g_string_append (text, way_bench_random_percent (random, 30) ? "&#10;" : " ");
      APPEND_ONE_OF (random, text, sentences);
    }
}

void
way_plan_words_place (WayBenchRandom *random, GString *text)
{
  APPEND_ONE_OF (random, text, places);
}

void
way_plan_words_person (WayBenchRandom *random, GString *text)
{
  APPEND_ONE_OF (random, text, first_names);
  g_string_append_c (text, ' ');
  APPEND_ONE_OF (random, text, last_names);
}

void
way_plan_words_credential (WayBenchRandom *random, GString *text)
{
  APPEND_ONE_OF (random, text, credentials);
}
