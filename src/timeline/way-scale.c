/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days to pixels and back for one zoom, and the calendar's units.
 */
#include "way-scale.h"

#include <langinfo.h>
#include <math.h>

#define FIT_MARGIN 0.025 /* of the width, at both sides */
#define FIT_MARGIN_MOST 0.25
#define SNAP_MIN_PIXELS 10 /* a unit narrower than this is too fine to aim at */

/* Length of each unit: in months where it follows the calendar, else in days; and its mean in days
 */
static const struct
{
  int months;
  int days;
  double mean_days;
} units[WAY_N_UNITS] = {
  [WAY_UNIT_DAY] = { 0, 1, 1.0 },
  [WAY_UNIT_WEEK] = { 0, 7, 7.0 },
  [WAY_UNIT_MONTH] = { 1, 0, 30.44 },
  [WAY_UNIT_QUARTER] = { 3, 0, 91.31 },
  [WAY_UNIT_YEAR] = { 12, 0, 365.25 },
  [WAY_UNIT_FIVE_YEARS] = { 60, 0, 1826.2 },
  [WAY_UNIT_DECADE] = { 120, 0, 3652.5 },
  [WAY_UNIT_TWENTY_FIVE_YEARS] = { 300, 0, 9131.0 },
  [WAY_UNIT_FIFTY_YEARS] = { 600, 0, 18262.0 },
};

/* 1 for Monday to 7 for Sunday, as glibc's locale says */
static int
get_first_weekday (void)
{
#ifdef __GLIBC__
  union
  {
    unsigned int word;
    char *string;
  } first_week_day = { .string = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  /* the day that 1 counts from: 19971130 was a Sunday, 19971201 a Monday */
  int base = first_week_day.word == 19971201 ? 1 : 7;

  return (base + first - 2) % 7 + 1;
#else
  return 1;
#endif
}

WayScale
way_scale_zoom (WayScale self, double x, double factor)
{
  double day = way_scale_day (self, x);
  double day_width
      = CLAMP (self.day_width * factor, WAY_SCALE_MIN_DAY_WIDTH, WAY_SCALE_MAX_DAY_WIDTH);

  return (WayScale){ .origin = day - x / day_width, .day_width = day_width };
}

WayScale
way_scale_pan (WayScale self, double pixels)
{
  self.origin = CLAMP (self.origin + pixels / self.day_width, WAY_DAY_MIN, WAY_DAY_MAX);

  return self;
}

WayScale
way_scale_fit (WayDay first, WayDay last, double width, double margin)
{
  double days = MAX (1.0, (double)last + 1 - first);
  double room = MAX (1.0, width);
  double inner = room - 2 * CLAMP (margin, FIT_MARGIN * room, FIT_MARGIN_MOST * room);
  double day_width = CLAMP (inner / days, WAY_SCALE_MIN_DAY_WIDTH, WAY_SCALE_MAX_DAY_WIDTH);
  double centre = first + days / 2;

  return (WayScale){ .origin = centre - width / 2 / day_width, .day_width = day_width };
}

WayScale
way_scale_align (WayScale self)
{
  self.origin = round (self.origin * self.day_width) / self.day_width;

  return self;
}

WayUnit
way_scale_get_unit (WayScale self)
{
  WayUnit unit = WAY_UNIT_DAY;

  while (unit + 1 < WAY_N_UNITS && units[unit].mean_days * self.day_width < SNAP_MIN_PIXELS)
    unit++;

  return unit;
}

static WayDay
find_nearest_beginning (WayUnit unit, double day)
{
  WayDay whole = CLAMP (floor (day), WAY_DAY_MIN, WAY_DAY_MAX);
  WayDay before = way_unit_floor (unit, whole);
  WayDay after = way_unit_add (unit, before, 1);

  return day - before <= after - day ? before : after;
}

/* All units begin with one of the next finer, but months: they begin amid weeks, and it is their
 * lines that the scale shows */
WayDay
way_scale_snap (WayScale self, double day)
{
  WayUnit unit = way_scale_get_unit (self);
  WayDay month = find_nearest_beginning (WAY_UNIT_MONTH, day);

  if (unit == WAY_UNIT_WEEK && fabs (day - month) * self.day_width <= SNAP_MIN_PIXELS / 2.0)
    return month;

  return find_nearest_beginning (unit, day);
}

WayDay
way_unit_floor (WayUnit unit, WayDay day)
{
  WayYmd ymd;
  int month;

  if (unit == WAY_UNIT_DAY)
    return day;

  if (unit == WAY_UNIT_WEEK)
    return MAX (WAY_DAY_MIN, day - (way_day_weekday (day) - get_first_weekday () + 7) % 7);

  ymd = way_day_to_ymd (day);
  month = ymd.year * 12 + ymd.month - 1;
  month -= month % units[unit].months;

  return way_day_from_ymd (month / 12, month % 12 + 1, 1);
}

WayDay
way_unit_add (WayUnit unit, WayDay day, int count)
{
  if (units[unit].months > 0)
    return way_day_add_months (day, units[unit].months * count);

  return CLAMP ((gint64)day + units[unit].days * (gint64)count, WAY_DAY_MIN, WAY_DAY_MAX);
}

double
way_unit_get_width (WayUnit unit, WayScale scale)
{
  return units[unit].mean_days * scale.day_width;
}
