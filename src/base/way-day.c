/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole days in the proleptic Gregorian calendar.
 */
#include "way-day.h"

#define DAYS_IN_400_YEARS 146097

/* The year is counted from March, so that the leap day is its last: Euclidean Affine Functions,
 * Neri and Schneider 2021, in the simpler form by H. Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms". */
WayDay
way_day_from_ymd (int year, int month, int day)
{
  int y = year - (month <= 2);
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_400_YEARS + day_of_era + WAY_DAY_MIN + 60;
}

/* The same paper's way back: products and shifts stand for the divisions by the length of a year
 * and of a month. The days before March of the year 0 are counted in the era before. */
WayYmd
way_day_to_ymd (WayDay day)
{
  guint32 since = (guint32)(day - WAY_DAY_MIN - 60 + DAYS_IN_400_YEARS);
  guint32 century = (4 * since + 3) / 146097;
  guint32 day_of_century = (4 * since + 3) % 146097 / 4;
  guint64 years = G_GUINT64_CONSTANT (2939745) * (4 * day_of_century + 3);
  guint32 day_of_year = (guint32)years / 2939745 / 4;
  guint32 months = 2141 * day_of_year + 197913;
  gboolean wraps = day_of_year >= 306; /* into January and February */

  return (WayYmd){
    .year = (int)(100 * century + (guint32)(years >> 32)) - 400 + wraps,
    .month = (int)(months >> 16) - (wraps ? 12 : 0),
    .day = (int)((months & 0xffff) / 2141) + 1,
  };
}

int
way_day_weekday (WayDay day)
{
  int from_monday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
way_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

WayDay
way_day_add_months (WayDay day, int months)
{
  WayYmd ymd = way_day_to_ymd (CLAMP (day, WAY_DAY_MIN, WAY_DAY_MAX));
  gint64 month = (gint64)ymd.year * 12 + ymd.month - 1 + months;
  int year, month_of_year;

  if (month < 0)
    return WAY_DAY_MIN;
  if (month >= 10000 * 12)
    return WAY_DAY_MAX;

  year = (int)(month / 12);
  month_of_year = (int)(month % 12) + 1;

  return way_day_from_ymd (year, month_of_year,
                           MIN (ymd.day, way_days_in_month (year, month_of_year)));
}
