/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of time that have a name, and places in them.
 */
#include "config.h"

#include "way-quick-stretch.h"

#define DAYS_IN_WEEK 7

static gboolean
set_stretch (WayQuickPoint *point, WayDay first, int days)
{
  WayYmd ymd = way_day_to_ymd (first);

  point->span = days;

  return way_quick_point_set (point, WAY_PRECISION_DAY, ymd.year, ymd.month, ymd.day);
}

gboolean
way_quick_read_quarter (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  const WayQuickToken *token = way_quick_reader_peek (self, *index);
  guint at = *index;
  int quarter = 0, year;
  WayDay first, last;

  if (token->kind == WAY_QUICK_WORD && g_str_equal (token->folded, "q")
      && way_quick_reader_is_glued_number (self, at + 1))
    {
      quarter = way_quick_reader_peek (self, at + 1)->number;
      at += 2;
    }
  else if (!way_quick_read_day (self, &at, &quarter)
           || !way_quick_reader_take (self, WAY_QUICK_QUARTERS, &at))
    return FALSE;

  if (quarter < 1 || quarter > 4)
    return FALSE;
  year = way_quick_read_year_behind (self, &at);
  if (year < 0)
    {
      WayYmd today = way_day_to_ymd (self->today);

      year = today.year + ((today.month - 1) / 3 >= quarter ? 1 : 0);
    }
  if (year > 9999)
    return FALSE;

  first = way_day_from_ymd (year, quarter * 3 - 2, 1);
  last = way_day_from_ymd (year, quarter * 3, way_days_in_month (year, quarter * 3));
  *index = at;

  return set_stretch (point, first, last - first + 1);
}

static WayDay
get_first_of_season (int year, guint season)
{
  return way_day_from_ymd (year, 3 * (int)(season + 1), 1);
}

static WayDay
get_last_of_season (int year, guint season)
{
  return way_day_add_months (get_first_of_season (year, season), 3) - 1;
}

/* The year in which the season begins that is meant by "this" or "next" */
static int
find_season (const WayQuickReader *self, guint season, gboolean is_next)
{
  int year = way_day_to_ymd (self->today).year;

  if (is_next)
    return get_first_of_season (year, season) > self->today ? year : year + 1;

  return get_last_of_season (year - 1, season) >= self->today ? year - 1 : year;
}

/* "2027", or of a winter "2027/28" */
static int
read_season_year (const WayQuickReader *self, guint *index)
{
  int year = way_quick_read_year_behind (self, index);

  if (year >= 0 && way_quick_reader_is_glued_sign (self, *index, '/')
      && way_quick_reader_is_glued_number (self, *index + 1)
      && way_quick_reader_peek (self, *index + 1)->number % 100 == (year + 1) % 100)
    *index += 2;

  return year;
}

gboolean
way_quick_read_season (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  static const WayQuickRole seasons[]
      = { WAY_QUICK_SPRING, WAY_QUICK_SUMMER, WAY_QUICK_AUTUMN, WAY_QUICK_WINTER };
  guint at = *index, season = 0;
  gboolean is_this = way_quick_reader_take (self, WAY_QUICK_THIS, &at);
  gboolean is_next = !is_this && way_quick_reader_take (self, WAY_QUICK_NEXT, &at);
  WayDay first;
  int year;

  while (season < G_N_ELEMENTS (seasons) && !way_quick_reader_take (self, seasons[season], &at))
    season++;
  if (season == G_N_ELEMENTS (seasons))
    return FALSE;

  year = is_this || is_next ? find_season (self, season, is_next) : read_season_year (self, &at);
  if (year < 0 || year >= 9999)
    return FALSE;

  first = get_first_of_season (year, season);
  point->qualifier = WAY_DATE_APPROXIMATE;
  *index = at;

  return set_stretch (point, first, get_last_of_season (year, season) - first + 1);
}

/* "this year", "next month", "next week", which is Monday to Sunday */
static gboolean
set_neighbour (const WayQuickReader *self, int offset, WayQuickUnit unit, WayQuickPoint *point)
{
  WayYmd ymd = way_day_to_ymd (way_day_add_months (self->today, offset));

  switch (unit)
    {
    case WAY_QUICK_UNIT_WEEK:
      return set_stretch (point,
                          self->today - way_day_weekday (self->today) + 1 + offset * DAYS_IN_WEEK,
                          DAYS_IN_WEEK);
    case WAY_QUICK_UNIT_MONTH:
      return way_quick_point_set (point, WAY_PRECISION_MONTH, ymd.year, ymd.month, 1);
    case WAY_QUICK_UNIT_YEAR:
      return way_quick_point_set (point, WAY_PRECISION_YEAR,
                                  way_day_to_ymd (self->today).year + offset, 1, 1);
    case WAY_QUICK_UNIT_NONE:
    case WAY_QUICK_UNIT_DAY:
    default:
      return FALSE;
    }
}

gboolean
way_quick_read_relative (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  static const struct
  {
    WayQuickRole role;
    int days;
  } days[] = { { WAY_QUICK_YESTERDAY, -1 }, { WAY_QUICK_TODAY, 0 }, { WAY_QUICK_TOMORROW, 1 } };
  gboolean is_next = FALSE;
  guint at = *index;
  WayQuickUnit unit;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (way_quick_reader_take (self, days[i].role, index))
      {
        WayYmd ymd = way_day_to_ymd (self->today + days[i].days);

        return way_quick_point_set (point, WAY_PRECISION_DAY, ymd.year, ymd.month, ymd.day);
      }
  if (!way_quick_reader_take (self, WAY_QUICK_THIS, &at)
      && !(is_next = way_quick_reader_take (self, WAY_QUICK_NEXT, &at)))
    return FALSE;
  if (!way_quick_read_unit (self, &at, &unit)
      || !set_neighbour (self, is_next ? 1 : 0, unit, point))
    return FALSE;
  *index = at;

  return TRUE;
}

static gboolean
narrow_stretch (WayQuickPoint *point, WayQuickPart part)
{
  int days[] = { 0, point->span / 2, point->span - 1 };
  WayYmd ymd
      = way_day_to_ymd (way_day_from_ymd (point->year, point->month, point->day) + days[part]);
  WayPrecision precision = point->span == DAYS_IN_WEEK ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH;

  point->span = 0;

  return way_quick_point_set (point, precision, ymd.year, ymd.month,
                              precision == WAY_PRECISION_DAY ? ymd.day : 1);
}

gboolean
way_quick_point_narrow (WayQuickPoint *point, WayQuickPart part)
{
  static const int months[] = { 1, 6, 12 };
  /* The last that each year has, where it is not known which */
  int days[] = { 1, 15, way_days_in_month (point->year < 0 ? 2001 : point->year, point->month) };

  point->qualifier |= WAY_DATE_APPROXIMATE;
  if (point->span > 0)
    return narrow_stretch (point, part);
  if (point->precision == WAY_PRECISION_YEAR)
    return way_quick_point_set (point, WAY_PRECISION_MONTH, point->year, months[part], 1);

  return point->precision == WAY_PRECISION_MONTH
         && way_quick_point_set (point, WAY_PRECISION_DAY, point->year, point->month, days[part]);
}
