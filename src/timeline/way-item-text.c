/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and milestones in words.
 */
#include "config.h"

#include "way-item-text.h"

#include "way-milestone.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_IN_MONTH 30.44
#define DAYS_IN_YEAR 365.25

/* GDateTime is good enough for names, and knows them in every language of the C library */
static char *
format_name (int month, int day, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, month, day, 0, 0, 0);

  return g_date_time_format (date, format);
}

char *
way_text_month (int month, gboolean full)
{
  return format_name (month, 1, full ? "%OB" : "%Ob");
}

char *
way_text_month_and_year (const char *month, int year)
{
  /* Translators: a month and a year, as "June 2029" */
  return g_strdup_printf (C_ ("date", "%s %d"), month, year);
}

char *
way_text_weekday (int weekday)
{
  return format_name (1, weekday, "%a"); /* 2001 began on a Monday */
}

static char *
format_day (WayYmd ymd, gboolean full)
{
  g_autofree char *month = format_name (ymd.month, 1, full ? "%B" : "%b");

  /* Translators: a day, a month's name and a year, as "1 September 2028" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), ymd.day, month, ymd.year);
}

/* What the date says, without how sure it is */
static char *
format_plain (WayDate date, gboolean full)
{
  WayYmd ymd = way_day_to_ymd (way_date_get_earliest (date));
  g_autofree char *month = NULL;

  switch (way_date_get_precision (date))
    {
    case WAY_PRECISION_DAY:
      return format_day (ymd, full);
    case WAY_PRECISION_MONTH:
      month = way_text_month (ymd.month, full);
      return way_text_month_and_year (month, ymd.year);
    case WAY_PRECISION_YEAR:
    case WAY_PRECISION_NONE:
    default:
      return g_strdup_printf ("%d", ymd.year);
    }
}

static char *
format_date (WayDate date, gboolean full)
{
  static const char *const forms[] = {
    [WAY_DATE_EXACT] = "%s",
    [WAY_DATE_APPROXIMATE] = NC_ ("date", "about %s"),
    [WAY_DATE_UNCERTAIN] = NC_ ("date", "perhaps %s"),
    [WAY_DATE_APPROXIMATE | WAY_DATE_UNCERTAIN] = NC_ ("date", "perhaps about %s"),
  };
  WayDateQualifier qualifier = way_date_get_qualifier (date);
  g_autofree char *plain = format_plain (date, full);

  if (qualifier == WAY_DATE_EXACT)
    return g_steal_pointer (&plain);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* one of the literals above */
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "date", forms[qualifier]), plain);
#pragma GCC diagnostic pop
}

char *
way_text_date (WayDate date)
{
  g_return_val_if_fail (date != WAY_DATE_NONE, NULL);

  return format_date (date, TRUE);
}

/* "June to August 2029" instead of "June 2029 to August 2029"; NULL where the two have less in
 * common */
static char *
format_shared_range (WayDate start, WayDate end)
{
  WayYmd first = way_day_to_ymd (way_date_get_earliest (start));
  WayYmd last = way_day_to_ymd (way_date_get_earliest (end));
  WayPrecision precision = way_date_get_precision (start);
  g_autofree char *end_text = NULL;

  if (precision != way_date_get_precision (end) || first.year != last.year
      || way_date_get_qualifier (start) != WAY_DATE_EXACT
      || way_date_get_qualifier (end) != WAY_DATE_EXACT)
    return NULL;

  end_text = format_plain (end, TRUE);

  if (precision == WAY_PRECISION_MONTH)
    {
      g_autofree char *month = way_text_month (first.month, TRUE);

      return g_strdup_printf (C_ ("date", "%s to %s"), month, end_text);
    }

  if (precision == WAY_PRECISION_DAY && first.month == last.month)
    /* Translators: days of one month, as "3 to 14 May 2027" */
    return g_strdup_printf (C_ ("date", "%d to %s"), first.day, end_text);

  return NULL;
}

char *
way_text_range (WayDate start, WayDate end)
{
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;
  char *shared;

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return g_strdup (C_ ("date", "no date"));

  if (end == WAY_DATE_NONE || start == end)
    return way_text_date (start);

  end_text = way_text_date (end);
  if (start == WAY_DATE_NONE)
    return g_strdup_printf (C_ ("date", "by %s"), end_text);

  shared = format_shared_range (start, end);
  if (shared != NULL)
    return shared;

  start_text = way_text_date (start);

  return g_strdup_printf (C_ ("date", "%s to %s"), start_text, end_text);
}

char *
way_text_length (int days)
{
  int weeks = (int)round (days / 7.0);
  int months = (int)round (days / DAYS_IN_MONTH);
  int years = (int)round (days / DAYS_IN_YEAR);

  if (days < 14)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", days), days);

  if (days < 2 * DAYS_IN_MONTH)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d week", "%d weeks", weeks), weeks);

  if (months <= 24 || (months < 120 && months % 12 != 0))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", months), months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", years), years);
}

char *
way_text_ghost (WayDay start, WayDay end)
{
  g_autofree char *start_text = format_day (way_day_to_ymd (start), FALSE);
  g_autofree char *end_text = NULL;
  g_autofree char *length = NULL;

  if (end <= start + 1)
    return g_steal_pointer (&start_text);

  end_text = format_day (way_day_to_ymd (end - 1), FALSE);
  length = way_text_length (end - start);

  /* Translators: first day, last day and length, as "1 Sep 2026 – 30 Jun 2027 · 10 months" */
  return g_strdup_printf (C_ ("date", "%s – %s · %s"), start_text, end_text, length);
}

char *
way_text_title (const WayRecord *record)
{
  const char *called = way_record_get_called (record);

  return g_strdup (called != NULL ? called : _ ("Untitled"));
}

static const char *
get_choice_label (const WayRecord *record, WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);

  return g_dgettext (GETTEXT_PACKAGE, info->choices[way_record_get_choice (record, field)].label);
}

/* Labels stand at the start of rows in the inspector; within a sentence they are lower case, as
 * English has it. */
static char *
get_choice_word (const WayRecord *record, WayField field)
{
  const char *label = get_choice_label (record, field);

  /* Translators: "yes" if a category or a status within a sentence begins with a small letter, else
   * "no" */
  if (g_strcmp0 (C_ ("small letters within a sentence", "yes"), "yes") == 0)
    return g_utf8_strdown (label, -1);

  return g_strdup (label);
}

static char *
get_milestone_range (const WayRecord *record)
{
  return way_text_range (way_record_get_date (record, WAY_MILESTONE_START),
                         way_record_get_date (record, WAY_MILESTONE_END));
}

static char *
get_credential_validity (const WayRecord *record)
{
  WayDate issued = way_record_get_date (record, WAY_CREDENTIAL_ISSUED);
  WayDate expires = way_record_get_date (record, WAY_CREDENTIAL_EXPIRES);
  g_autofree char *text = NULL;

  if (expires == WAY_DATE_NONE && issued == WAY_DATE_NONE)
    return g_strdup (C_ ("date", "no date"));

  text = way_text_date (expires != WAY_DATE_NONE ? expires : issued);
  if (expires != WAY_DATE_NONE)
    return g_strdup_printf (_ ("expires %s"), text);

  return g_strdup_printf (_ ("issued %s"), text);
}

char *
way_text_item_name (const WayRecord *record)
{
  g_autofree char *title = way_text_title (record);
  g_autofree char *range = NULL;
  g_autofree char *category = NULL;
  g_autofree char *status = NULL;

  if (way_record_get_kind (record) == WAY_KIND_CREDENTIAL)
    {
      category = get_choice_word (record, WAY_CREDENTIAL_KIND);
      range = get_credential_validity (record);
      return g_strdup_printf (C_ ("accessible name", "%s, %s, %s"), title, category, range);
    }

  category = get_choice_word (record, WAY_MILESTONE_CATEGORY);
  status = get_choice_word (record, WAY_MILESTONE_STATUS);
  range = get_milestone_range (record);

  /* Translators: title, category, dates, status and progress, as
   * "Pass boards, licence, June to August 2029, planned, 0 percent" */
  return g_strdup_printf (C_ ("accessible name", "%s, %s, %s, %s, %d percent"), title, category,
                          range, status, way_milestone_get_percent (record));
}

/* "June to August 2029 · 3 months" */
static char *
get_range_and_length (const WayRecord *record)
{
  WayDate start = way_record_get_date (record, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (record, WAY_MILESTONE_END);
  g_autofree char *range = way_text_range (start, end);
  g_autofree char *length = NULL;

  if (start == WAY_DATE_NONE || end == WAY_DATE_NONE)
    return g_steal_pointer (&range);

  length = way_text_length (MAX (1, way_date_get_latest (end) + 1 - way_date_get_earliest (start)));

  return g_strdup_printf ("%s · %s", range, length);
}

char *
way_text_item_tooltip (const WayRecord *record)
{
  g_autofree char *title = way_text_title (record);
  g_autofree char *when = NULL;

  if (way_record_get_kind (record) == WAY_KIND_CREDENTIAL)
    {
      when = get_credential_validity (record);
      return g_strdup_printf ("%s\n%s · %s", title, get_choice_label (record, WAY_CREDENTIAL_KIND),
                              when);
    }

  when = get_range_and_length (record);

  return g_strdup_printf (
      "%s\n%s\n%s · %s · %d %%", title, when, get_choice_label (record, WAY_MILESTONE_CATEGORY),
      get_choice_label (record, WAY_MILESTONE_STATUS), way_milestone_get_percent (record));
}

char *
way_text_goal_due (const WayRecord *goal)
{
  WayGoalStatus status = way_record_get_choice (goal, WAY_GOAL_STATUS);
  WayDate due = way_record_get_date (goal, WAY_GOAL_DUE);
  g_autofree char *text = NULL;

  if (status == WAY_GOAL_STATUS_ACHIEVED)
    return g_strdup (C_ ("goal", "achieved"));

  if (status == WAY_GOAL_STATUS_DROPPED)
    return g_strdup (C_ ("goal", "dropped"));

  if (due == WAY_DATE_NONE)
    return g_strdup (status == WAY_GOAL_STATUS_PAUSED ? C_ ("goal", "paused")
                                                      : C_ ("goal", "ongoing"));

  text = format_date (due, FALSE);
  if (status == WAY_GOAL_STATUS_PAUSED)
    return g_strdup_printf (C_ ("goal", "paused, due %s"), text);

  return g_strdup_printf (C_ ("goal", "due %s"), text);
}

char *
way_text_undated (guint n_undated)
{
  /* Translators: of the milestones in a lane */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u without a date", "%u without a date", n_undated),
      n_undated);
}
