/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments as people say them.
 */
#include "config.h"

#include "way-moment-words.h"

#include "way-day.h"

#include <glib/gi18n-lib.h>

/* Local time, and not the seconds between: a day has 23 of them where clocks are changed */
static WayDay
get_day (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);

  return way_day_from_ymd (year, month, day);
}

static char *
format (gint64 seconds, const char *form)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, form) : g_strdup ("?");
}

/* Returns: how many days ago that is, -1 when nobody knows */
static int
count_days (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_local (now);

  return time != NULL && present != NULL ? get_day (present) - get_day (time) : -1;
}

char *
way_moment_words (gint64 seconds)
{
  /* Translators: a moment for g_date_time_format(), as "26 November 2026, 14:05" */
  return format (seconds, _ ("%-d %B %Y, %H:%M"));
}

char *
way_moment_words_from (gint64 seconds, gint64 now)
{
  switch (count_days (seconds, now))
    {
    case 0:
      /* Translators: a moment for g_date_time_format(), as "Today 14:05" */
      return format (seconds, C_ ("moment", "Today %H:%M"));
    case 1:
      return format (seconds, C_ ("moment", "Yesterday %H:%M"));
    default:
      return way_moment_words (seconds);
    }
}

char *
way_moment_words_to_the_second (gint64 seconds, gint64 now)
{
  switch (count_days (seconds, now))
    {
    case 0:
      /* Translators: a moment for g_date_time_format(), as "Today 14:05:09" */
      return format (seconds, C_ ("moment", "Today %H:%M:%S"));
    case 1:
      return format (seconds, C_ ("moment", "Yesterday %H:%M:%S"));
    default:
      return format (seconds, _ ("%-d %B %Y, %H:%M:%S"));
    }
}
