/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-day.h"
#include "way-today.h"

static void
test_every_day_agrees_with_gdate (void)
{
  GDate date;

  /* GDate knows the years from 1 on */
  g_date_set_dmy (&date, 1, 1, 1);
  for (WayDay day = way_day_from_ymd (1, 1, 1); day <= WAY_DAY_MAX; day++)
    {
      WayYmd ymd = way_day_to_ymd (day);

      if (ymd.year != g_date_get_year (&date) || ymd.month != (int)g_date_get_month (&date)
          || ymd.day != g_date_get_day (&date)
          || way_day_weekday (day) != (int)g_date_get_weekday (&date)
          || way_day_from_ymd (ymd.year, ymd.month, ymd.day) != day)
        g_error ("day %d is %04d-%02d-%02d", day, ymd.year, ymd.month, ymd.day);

      g_date_add_days (&date, 1);
    }
}

static void
test_known_days (void)
{
  g_assert_cmpint (way_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (way_day_from_ymd (0, 1, 1), ==, WAY_DAY_MIN);
  g_assert_cmpint (way_day_from_ymd (9999, 12, 31), ==, WAY_DAY_MAX);

  /* GDate has no year 0 */
  for (WayDay day = WAY_DAY_MIN; day < way_day_from_ymd (1, 1, 1); day++)
    {
      WayYmd ymd = way_day_to_ymd (day);

      g_assert_cmpint (ymd.year, ==, 0);
      g_assert_cmpint (way_day_from_ymd (ymd.year, ymd.month, ymd.day), ==, day);
    }
  g_assert_cmpint (way_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (way_day_weekday (way_day_from_ymd (2026, 11, 22)), ==, 7);
}

static void
test_months_end_where_they_end (void)
{
  WayDay january_31 = way_day_from_ymd (2027, 1, 31);

  g_assert_cmpint (way_day_add_months (january_31, 1), ==, way_day_from_ymd (2027, 2, 28));
  g_assert_cmpint (way_day_add_months (january_31, 13), ==, way_day_from_ymd (2028, 2, 29));
  g_assert_cmpint (way_day_add_months (january_31, -11), ==, way_day_from_ymd (2026, 2, 28));
  g_assert_cmpint (way_day_add_months (january_31, 1000000), ==, WAY_DAY_MAX);
  g_assert_cmpint (way_day_add_months (january_31, -1000000), ==, WAY_DAY_MIN);
}

static void
test_today_can_be_fixed (void)
{
  g_setenv ("WAYMARK_TODAY", "2031-05-17", TRUE);
  g_assert_cmpint (way_day_today (), ==, way_day_from_ymd (2031, 5, 17));
  g_setenv ("WAYMARK_TODAY", "soon", TRUE);
  g_assert_cmpint (way_day_today (), >, way_day_from_ymd (2020, 1, 1));
}

typedef struct
{
  const char *zone;
  const char *now;
  guint left;
} Evening;

static void
test_days_end_at_midnight (void)
{
  static const Evening evenings[] = {
    { "UTC", "2026-11-22T23:59:59.25", 1 },
    { "UTC", "2026-11-22T23:59:58.25", 2 },
    { "UTC", "2026-12-31T00:00:00", 86400 },
    { "UTC", "2028-02-28T12:00:00", 43200 },
    { "Europe/Berlin", "2027-03-28T00:00:00", 82800 }, /* clocks are put forward */
    { "Europe/Berlin", "2026-10-25T00:00:00", 90000 }, /* and back */
    { "America/Havana", "2027-03-13T23:00:00", 3600 }, /* the next day begins at one */
  };

  for (guint i = 0; i < G_N_ELEMENTS (evenings); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (evenings[i].zone);
      g_autoptr (GDateTime) now
          = zone != NULL ? g_date_time_new_from_iso8601 (evenings[i].now, zone) : NULL;

      if (now != NULL) /* not every computer knows all zones */
        g_assert_cmpuint (way_today_get_seconds_left (now), ==, evenings[i].left);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/every-day-agrees-with-gdate", test_every_day_agrees_with_gdate);
  g_test_add_func ("/base/day/known-days", test_known_days);
  g_test_add_func ("/base/day/months-end-where-they-end", test_months_end_where_they_end);
  g_test_add_func ("/base/day/today-can-be-fixed", test_today_can_be_fixed);
  g_test_add_func ("/base/day/days-end-at-midnight", test_days_end_at_midnight);

  return g_test_run ();
}
