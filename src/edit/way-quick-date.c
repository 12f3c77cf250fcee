/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds in a sentence when something is to be. Each read_* function looks at the tokens from @index
 * on, and moves @index only when it understood them.
 */
#include "config.h"

#include "way-quick-date.h"

#define FARTHEST_YEAR 100 /* from today, for a year that stands alone: "Read 1984" is no date */
#define MAX_COUNT 9999

/* "3 months", "a year" */
static gboolean
read_length (const WayQuickReader *self, guint *index, int *count, WayQuickUnit *unit)
{
  const WayQuickToken *token = way_quick_reader_peek (self, *index);
  guint at = *index + 1;

  *count = token->kind == WAY_QUICK_NUMBER ? token->number
                                           : way_quick_words_match_number (self->words, token);
  if (*count < 1 || *count > MAX_COUNT || !way_quick_read_unit (self, &at, unit))
    return FALSE;
  *index = at;

  return TRUE;
}

static gboolean
set_distance (const WayQuickReader *self, int count, WayQuickUnit unit, WayQuickPoint *point)
{
  int days = unit == WAY_QUICK_UNIT_DAY ? count : unit == WAY_QUICK_UNIT_WEEK ? 7 * count : 0;
  int months = unit == WAY_QUICK_UNIT_MONTH ? count : unit == WAY_QUICK_UNIT_YEAR ? 12 * count : 0;
  WayYmd ymd = way_day_to_ymd (way_day_add_months (self->today + days, months));

  return way_quick_point_set (point, days > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH, ymd.year,
                              ymd.month, days > 0 ? ymd.day : 1);
}

static gboolean
take_until (const WayQuickReader *self, guint *index)
{
  if (way_quick_reader_is_sign (self, *index, 0x2013)
      || way_quick_reader_is_sign (self, *index, 0x2014)
      || way_quick_reader_is_sign (self, *index, '-'))
    {
      (*index)++;
      return TRUE;
    }
  if (!way_quick_reader_take (self, WAY_QUICK_TO, index))
    return FALSE;
  way_quick_reader_take (self, WAY_QUICK_END_OF, index);

  return TRUE;
}

/* "March to May 2027", "14–18 June 2027", or one date alone */
static gboolean
read_range (const WayQuickReader *self, guint *index, WayQuickPoint *start, WayQuickPoint *end)
{
  guint at = *index, behind;
  int day;

  end->precision = WAY_PRECISION_NONE;
  behind = at;
  if (way_quick_read_day (self, &behind, &day) && take_until (self, &behind)
      && way_quick_point_read (self, &behind, end) && end->precision == WAY_PRECISION_DAY
      && way_quick_reader_is_end (self, behind))
    {
      *index = behind;
      return way_quick_point_set (start, WAY_PRECISION_DAY, end->year, end->month, day);
    }

  end->precision = WAY_PRECISION_NONE;
  if (!way_quick_point_read (self, &at, start))
    return FALSE;
  behind = at;
  if (take_until (self, &behind) && way_quick_point_read (self, &behind, end)
      && way_quick_reader_is_end (self, behind))
    {
      *index = behind;
      return TRUE;
    }

  end->precision = WAY_PRECISION_NONE;
  if (!way_quick_reader_is_end (self, at))
    return FALSE;
  *index = at;

  return TRUE;
}

/* Whether it can be nothing but a date: "may" alone is no month, and 1984 is a novel */
static gboolean
is_plain (const WayQuickReader *self, const WayQuickPoint *point)
{
  int this_year = way_day_to_ymd (self->today).year;

  if (point->is_doubtful)
    return FALSE;
  if (point->precision == WAY_PRECISION_YEAR)
    return point->qualifier != WAY_DATE_EXACT
           || (point->year >= this_year && point->year <= this_year + FARTHEST_YEAR);

  return point->year >= 0 || point->precision == WAY_PRECISION_DAY;
}

static WayQuickReading
read_length_phrase (const WayQuickReader *self, guint *index, WayQuickWhen *when)
{
  guint at = *index;
  WayQuickUnit unit;
  int count;

  if (when->unit != WAY_QUICK_UNIT_NONE || !way_quick_reader_take (self, WAY_QUICK_FOR, &at)
      || !read_length (self, &at, &count, &unit) || !way_quick_reader_is_end (self, at))
    return WAY_QUICK_READ_NOTHING;

  when->count = count;
  when->unit = unit;
  *index = at;

  return WAY_QUICK_READ_LENGTH;
}

/* "in 3 months" */
static gboolean
read_distance_phrase (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  WayDateQualifier qualifier = WAY_DATE_EXACT;
  guint at = *index;
  WayQuickUnit unit;
  int count;

  if (!way_quick_reader_take (self, WAY_QUICK_IN, &at))
    return FALSE;
  way_quick_point_read_qualifiers (self, &at, &qualifier);
  if (!read_length (self, &at, &count, &unit) || !way_quick_reader_is_end (self, at)
      || !set_distance (self, count, unit, point))
    return FALSE;

  point->qualifier = qualifier;
  *index = at;

  return TRUE;
}

static gboolean
read_deadline_phrase (const WayQuickReader *self, guint *index, WayQuickPoint *end)
{
  guint at = *index;

  if (!way_quick_reader_take (self, WAY_QUICK_BY, &at))
    return FALSE;
  if (!way_quick_reader_take (self, WAY_QUICK_END_OF, &at))
    way_quick_reader_take (self, WAY_QUICK_OF, &at);
  if (!way_quick_point_read (self, &at, end) || !way_quick_reader_is_end (self, at))
    return FALSE;
  *index = at;

  return TRUE;
}

static gboolean
read_start_phrase (const WayQuickReader *self, guint *index, WayQuickPoint *start,
                   WayQuickPoint *end)
{
  guint at = *index;
  gboolean is_sure = way_quick_reader_take (self, WAY_QUICK_FROM, &at)
                     || way_quick_reader_take (self, WAY_QUICK_IN, &at);

  /* "Move to 2028", "Register for June 2027" */
  if (!is_sure && !way_quick_reader_take (self, WAY_QUICK_FOR, &at))
    way_quick_reader_take (self, WAY_QUICK_TO, &at);
  way_quick_reader_take (self, WAY_QUICK_OF, &at);
  if (!read_range (self, &at, start, end))
    return FALSE;
  if (!is_sure
      && !is_plain (self, end->precision != WAY_PRECISION_NONE && start->year < 0 ? end : start))
    return FALSE;
  *index = at;

  return TRUE;
}

WayQuickReading
way_quick_when_read (const WayQuickReader *reader, guint *index, WayQuickWhen *when)
{
  gboolean has_start = when->start.precision != WAY_PRECISION_NONE;
  gboolean has_end = when->end.precision != WAY_PRECISION_NONE;
  WayQuickPoint start = { .precision = WAY_PRECISION_NONE };
  WayQuickPoint end = { .precision = WAY_PRECISION_NONE };
  guint at = *index;

  if (!way_quick_reader_is_start (reader, at))
    return WAY_QUICK_READ_NOTHING;
  if (read_length_phrase (reader, index, when) == WAY_QUICK_READ_LENGTH)
    return WAY_QUICK_READ_LENGTH;

  if (!has_end && read_deadline_phrase (reader, &at, &end))
    {
      when->end = end;
      *index = at;
      return WAY_QUICK_READ_DATES;
    }
  if (has_start
      || (!read_distance_phrase (reader, &at, &start)
          && !read_start_phrase (reader, &at, &start, &end))
      || (has_end && end.precision != WAY_PRECISION_NONE))
    return WAY_QUICK_READ_NOTHING;

  when->start = start;
  if (!has_end)
    when->end = end;
  *index = at;

  return WAY_QUICK_READ_DATES;
}

gboolean
way_quick_when_read_alone (const WayQuickReader *reader, gboolean may_end, WayQuickWhen *when)
{
  guint at = 0;

  if (read_distance_phrase (reader, &at, &when->start)
      && way_quick_reader_peek (reader, at)->kind == WAY_QUICK_END)
    return TRUE;

  at = 0;
  if (may_end && read_deadline_phrase (reader, &at, &when->end)
      && way_quick_reader_peek (reader, at)->kind == WAY_QUICK_END)
    {
      when->start.precision = WAY_PRECISION_NONE;
      return TRUE;
    }

  at = 0;
  when->end.precision = WAY_PRECISION_NONE;
  if (!way_quick_reader_take (reader, WAY_QUICK_IN, &at))
    way_quick_reader_take (reader, WAY_QUICK_FROM, &at);
  /* What ends with the end of a year ends with the year; what begins then does not */
  if (!may_end || !way_quick_reader_take (reader, WAY_QUICK_END_OF, &at))
    way_quick_reader_take (reader, WAY_QUICK_OF, &at);

  return way_quick_point_read (reader, &at, &when->start)
         && way_quick_reader_peek (reader, at)->kind == WAY_QUICK_END;
}
