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
