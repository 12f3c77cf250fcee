/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day it is.
 */
#include "way-today.h"

#include "way-date.h"

#include <string.h>

WayDay
way_day_today (void)
{
  const char *fixed = g_getenv ("WAYMARK_TODAY");
  g_autoptr (GDateTime) now = NULL;
  int year, month, day;
  WayDate date;

  if (fixed != NULL && way_date_parse (fixed, strlen (fixed), &date))
    return way_date_get_earliest (date);

  now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day);

  return way_day_from_ymd (year, month, day);
}

guint
way_today_get_seconds_left (GDateTime *now)
{
  g_autoptr (GDateTime) noon
      = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                         g_date_time_get_month (now), g_date_time_get_day_of_month (now), 12, 0, 0);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (noon, 1);
  g_autoptr (GDateTime) midnight = g_date_time_new (
      g_date_time_get_timezone (now), g_date_time_get_year (tomorrow),
      g_date_time_get_month (tomorrow), g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  GTimeSpan left = g_date_time_difference (midnight, now);

  return (guint)MAX ((left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND, 1);
}
