/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendar days as whole numbers, so that no time zone or daylight saving can move a date.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayDay:
 *
 * Days since 1970-01-01 in the proleptic Gregorian calendar; negative before. The years 0 to 9999
 * are in range.
 */
typedef gint32 WayDay;

#define WAY_DAY_MIN (-719528)   /* 0000-01-01 */
#define WAY_DAY_MAX 2932896     /* 9999-12-31 */
#define WAY_DAY_NONE G_MININT32 /* "no day", where a function says so */

/**
 * WayYmd:
 * @year: 0 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 */
typedef struct
{
  int year;
  int month;
  int day;
} WayYmd;

WayDay way_day_from_ymd (int year, int month, int day);
WayYmd way_day_to_ymd (WayDay day);

/**
 * way_day_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int way_day_weekday (WayDay day);

/**
 * way_days_in_month:
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int way_days_in_month (int year, int month);

/**
 * way_day_add_months:
 *
 * Returns: the same day of the month @months later, or that month's last day where it has no such
 * day; clamped to WAY_DAY_MIN and WAY_DAY_MAX
 */
WayDay way_day_add_months (WayDay day, int months);

G_END_DECLS
