/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Partial dates, packed: 22 bits of day since 0000-01-01, then two of precision, then two of
 * qualifiers.
 */
#include "way-date.h"

#include <string.h>

#define DAY_BITS 22
#define DAY_MASK ((1u << DAY_BITS) - 1)
#define PRECISION_SHIFT DAY_BITS
#define QUALIFIER_SHIFT (DAY_BITS + 2)

/* The first day of the year, month or day that @day is in */
static WayDay
floor_day (WayPrecision precision, WayDay day)
{
  WayYmd ymd;

  if (precision == WAY_PRECISION_DAY)
    return day;

  ymd = way_day_to_ymd (day);

  return way_day_from_ymd (ymd.year, precision == WAY_PRECISION_YEAR ? 1 : ymd.month, 1);
}

WayDate
way_date_new (WayPrecision precision, WayDay day, WayDateQualifier qualifier)
{
  if (precision == WAY_PRECISION_NONE || day < WAY_DAY_MIN || day > WAY_DAY_MAX)
    return WAY_DATE_NONE;

  return (guint32)(floor_day (precision, day) - WAY_DAY_MIN) | (guint32)precision << PRECISION_SHIFT
         | (guint32)qualifier << QUALIFIER_SHIFT;
}

gboolean
way_date_is_valid (WayDate date)
{
  return date != WAY_DATE_NONE
         && way_date_new (way_date_get_precision (date), way_date_get_earliest (date),
                          way_date_get_qualifier (date))
                == date;
}

WayDate
way_date_from_day (WayDay day)
{
  return way_date_new (WAY_PRECISION_DAY, day, WAY_DATE_EXACT);
}

/* Reads @n digits; -1 when one of them is none */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }

  return value;
}

/* Takes the qualifier off the end of the text */
static WayDateQualifier
read_qualifier (const char *text, gsize *length)
{
  switch (*length > 0 ? text[*length - 1] : '\0')
    {
    case '~':
      *length -= 1;
      return WAY_DATE_APPROXIMATE;
    case '?':
      *length -= 1;
      return WAY_DATE_UNCERTAIN;
    case '%':
      *length -= 1;
      return WAY_DATE_APPROXIMATE | WAY_DATE_UNCERTAIN;
    default:
      return WAY_DATE_EXACT;
    }
}

gboolean
way_date_parse (const char *text, gsize length, WayDate *date)
{
  WayDateQualifier qualifier = read_qualifier (text, &length);
  WayPrecision precision;
  int year, month = 1, day = 1;

  if (length == 4)
    precision = WAY_PRECISION_YEAR;
  else if (length == 7 && text[4] == '-')
    precision = WAY_PRECISION_MONTH;
  else if (length == 10 && text[4] == '-' && text[7] == '-')
    precision = WAY_PRECISION_DAY;
  else
    return FALSE;

  year = read_digits (text, 4);
  if (precision >= WAY_PRECISION_MONTH)
    month = read_digits (text + 5, 2);
  if (precision == WAY_PRECISION_DAY)
    day = read_digits (text + 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > way_days_in_month (year, month))
    return FALSE;

  *date = way_date_new (precision, way_day_from_ymd (year, month, day), qualifier);

  return TRUE;
}

/* 0 to 99 */
static void
write_pair (char *at, int value)
{
  static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                              "25262728293031323334353637383940414243444546474849"
                              "50515253545556575859606162636465666768697071727374"
                              "75767778798081828384858687888990919293949596979899";

  memcpy (at, &pairs[2 * value], 2);
}

gsize
way_date_write (WayDate date, char buffer[WAY_DATE_BUFFER_SIZE])
{
  static const gsize lengths[] = {
    [WAY_PRECISION_NONE] = 4,
    [WAY_PRECISION_YEAR] = 4,
    [WAY_PRECISION_MONTH] = 7,
    [WAY_PRECISION_DAY] = 10,
  };
  static const char signs[] = { '\0', '~', '?', '%' };
  WayDateQualifier qualifier = way_date_get_qualifier (date);
  WayYmd ymd = way_day_to_ymd (way_date_get_earliest (date));
  gsize length = lengths[way_date_get_precision (date)];

  write_pair (buffer, ymd.year / 100);
  write_pair (buffer + 2, ymd.year % 100);
  buffer[4] = buffer[7] = '-';
  write_pair (buffer + 5, ymd.month);
  write_pair (buffer + 8, ymd.day);
  buffer[length] = signs[qualifier];
  length += qualifier != WAY_DATE_EXACT;
  buffer[length] = '\0';

  return length;
}

char *
way_date_format (WayDate date, char buffer[WAY_DATE_BUFFER_SIZE])
{
  way_date_write (date, buffer);

  return buffer;
}

WayPrecision
way_date_get_precision (WayDate date)
{
  return (date >> PRECISION_SHIFT) & 3;
}

WayDateQualifier
way_date_get_qualifier (WayDate date)
{
  return (date >> QUALIFIER_SHIFT) & 3;
}

WayDay
way_date_get_earliest (WayDate date)
{
  if (date == WAY_DATE_NONE)
    return WAY_DAY_NONE;

  return (WayDay)(date & DAY_MASK) + WAY_DAY_MIN;
}

WayDay
way_date_get_latest (WayDate date)
{
  WayDay earliest = way_date_get_earliest (date);
  WayYmd ymd;

  switch (way_date_get_precision (date))
    {
    case WAY_PRECISION_YEAR:
      ymd = way_day_to_ymd (earliest);
      return way_day_from_ymd (ymd.year, 12, 31);
    case WAY_PRECISION_MONTH:
      ymd = way_day_to_ymd (earliest);
      return earliest + way_days_in_month (ymd.year, ymd.month) - 1;
    case WAY_PRECISION_DAY:
    case WAY_PRECISION_NONE:
    default:
      return earliest;
    }
}

gboolean
way_date_is_fuzzy (WayDate date)
{
  return date != WAY_DATE_NONE
         && (way_date_get_precision (date) != WAY_PRECISION_DAY
             || way_date_get_qualifier (date) != WAY_DATE_EXACT);
}

WayDate
way_date_shift (WayDate date, int days)
{
  WayPrecision precision = way_date_get_precision (date);
  gint64 shifted;
  WayDay day, below, above;

  if (date == WAY_DATE_NONE)
    return date;

  shifted = (gint64)way_date_get_earliest (date) + days;
  day = (WayDay)CLAMP (shifted, WAY_DAY_MIN, WAY_DAY_MAX);
  if (precision == WAY_PRECISION_DAY)
    return way_date_new (precision, day, way_date_get_qualifier (date));

  below = floor_day (precision, day);
  above = way_date_get_latest (way_date_new (precision, day, WAY_DATE_EXACT)) + 1;
  if (above <= WAY_DAY_MAX && above - day < day - below)
    below = above;

  return way_date_new (precision, below, way_date_get_qualifier (date));
}

WayDate
way_date_add_months (WayDate date, int months)
{
  WayPrecision precision = way_date_get_precision (date);

  if (date == WAY_DATE_NONE)
    return date;

  if (precision == WAY_PRECISION_YEAR)
    months = (months + (months < 0 ? -6 : 6)) / 12 * 12;

  return way_date_new (precision, way_day_add_months (way_date_get_earliest (date), months),
                       way_date_get_qualifier (date));
}

int
way_date_compare (WayDate a, WayDate b)
{
  WayDay first_a, first_b, last_a, last_b;

  if (a == WAY_DATE_NONE || b == WAY_DATE_NONE)
    return (a == WAY_DATE_NONE) - (b == WAY_DATE_NONE);

  first_a = way_date_get_earliest (a);
  first_b = way_date_get_earliest (b);
  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;

  last_a = way_date_get_latest (a);
  last_b = way_date_get_latest (b);

  return (last_a > last_b) - (last_a < last_b);
}
