/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns what a sentence said of time into the two dates of a milestone.
 */
#include "config.h"

#include "way-quick-date.h"

#define DAYS_IN_WEEK 7

static WayDate
make_date (const WayQuickPoint *point, int year)
{
  if (year > 9999 || point->day > way_days_in_month (year, point->month))
    return WAY_DATE_NONE;

  return way_date_new (point->precision, way_day_from_ymd (year, point->month, point->day),
                       point->qualifier);
}

/* The first such date that is not over by @from; 29 February may have to wait for years */
static WayDate
find_next (const WayQuickPoint *point, WayDay from)
{
  if (point->precision == WAY_PRECISION_NONE || point->year >= 0)
    return point->precision == WAY_PRECISION_NONE ? WAY_DATE_NONE : make_date (point, point->year);

  for (int year = way_day_to_ymd (from).year, last = year + 8; year <= last; year++)
    {
      WayDate date = make_date (point, year);

      if (date != WAY_DATE_NONE && way_date_get_latest (date) >= from)
        return date;
    }

  return WAY_DATE_NONE;
}

/* The last such date that is not after @end: from November to February 2028 */
static WayDate
find_last (const WayQuickPoint *point, WayDate end)
{
  for (int year = way_day_to_ymd (way_date_get_latest (end)).year, first = MAX (year - 8, 0);
       year >= first; year--)
    {
      WayDate date = make_date (point, year);

      if (date != WAY_DATE_NONE && way_date_get_earliest (date) <= way_date_get_latest (end))
        return date;
    }

  return WAY_DATE_NONE;
}

/* A length is kept: where the date is coarser, the first day or month that it can mean is about
 * right */
static WayDate
refine (WayDate date, WayQuickUnit unit)
{
  WayPrecision precision = unit <= WAY_QUICK_UNIT_WEEK    ? WAY_PRECISION_DAY
                           : unit == WAY_QUICK_UNIT_MONTH ? WAY_PRECISION_MONTH
                                                          : WAY_PRECISION_YEAR;

  if (way_date_get_precision (date) >= precision)
    return date;

  return way_date_new (precision, way_date_get_earliest (date),
                       way_date_get_qualifier (date) | WAY_DATE_APPROXIMATE);
}

/* What has a name as a whole begins and ends with months, but a week with days */
static WayDate
get_side (const WayQuickPoint *point, WayDate first, int day)
{
  WayPrecision precision = point->span == DAYS_IN_WEEK ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH;

  return way_date_new (precision, way_date_get_earliest (first) + day, point->qualifier);
}

/* The other end of a stretch of that length, both ends counted */
static WayDate
go (WayDate date, int count, WayQuickUnit unit, int direction)
{
  WayPrecision precision = way_date_get_precision (date);
  WayDateQualifier qualifier = way_date_get_qualifier (date);
  WayDay day = way_date_get_earliest (date);
  int months = (unit == WAY_QUICK_UNIT_YEAR ? 12 : 1) * count;

  if (unit <= WAY_QUICK_UNIT_WEEK)
    {
      int days = (unit == WAY_QUICK_UNIT_WEEK ? DAYS_IN_WEEK : 1) * count - 1;

      return way_date_new (precision, day + direction * days, qualifier);
    }
  if (precision == WAY_PRECISION_DAY)
    return way_date_new (precision, way_day_add_months (day, direction * months) - direction,
                         qualifier);

  months -= precision == WAY_PRECISION_YEAR ? 12 : 1;

  return way_date_new (precision, way_day_add_months (day, direction * months), qualifier);
}

gboolean
way_quick_when_resolve (const WayQuickWhen *when, WayDay today, WayDate *start, WayDate *end)
{
  gboolean has_length = when->unit != WAY_QUICK_UNIT_NONE;
  gboolean is_stretch = when->start.span > 0 && when->end.precision == WAY_PRECISION_NONE;

  if (when->start.precision != WAY_PRECISION_NONE && when->start.year < 0
      && when->end.precision != WAY_PRECISION_NONE && when->end.year >= 0)
    {
      *end = make_date (&when->end, when->end.year);
      *start = find_last (&when->start, *end);
    }
  else
    {
      *start = find_next (&when->start, today);
      *end = find_next (&when->end,
                        *start != WAY_DATE_NONE ? way_date_get_earliest (*start) : today);
    }

  if (when->end.span > 0 && *end != WAY_DATE_NONE)
    *end = get_side (&when->end, *end, when->end.span - 1);
  if (when->start.span > 0 && *start != WAY_DATE_NONE)
    {
      WayDate first = *start;

      *start = get_side (&when->start, first, 0);
      /* A quarter says when, and a length in it how long */
      if (is_stretch && !has_length)
        {
          *end = get_side (&when->start, first, when->start.span - 1);
          return FALSE;
        }
      if (is_stretch)
        *start = way_date_new (way_date_get_precision (*start), way_date_get_earliest (*start),
                               when->start.qualifier | WAY_DATE_APPROXIMATE);
    }
  if (!has_length || (*start == WAY_DATE_NONE) == (*end == WAY_DATE_NONE))
    return FALSE;

  if (*start != WAY_DATE_NONE)
    {
      *start = refine (*start, when->unit);
      *end = go (*start, when->count, when->unit, 1);
      return *end != WAY_DATE_NONE;
    }
  *end = refine (*end, when->unit);
  *start = go (*end, when->count, when->unit, -1);

  return *start != WAY_DATE_NONE;
}
