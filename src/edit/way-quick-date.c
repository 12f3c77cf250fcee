/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds dates in a sentence. Each read_* function looks at the tokens from @index on, and moves
 * @index only when it understood them.
 */
#include "config.h"

#include "way-quick-date.h"

#define DAYS_IN_WEEK 7
#define FARTHEST_YEAR 100 /* from today, for a year that stands alone: "Read 1984" is no date */
#define MAX_COUNT 9999

static const WayQuickToken *
peek (const WayQuickReader *self, guint index)
{
  return &self->tokens[index];
}

static gboolean
is_sign (const WayQuickReader *self, guint index, gunichar sign)
{
  return way_quick_token_is_sign (peek (self, index), sign);
}

static gboolean
is_glued_sign (const WayQuickReader *self, guint index, gunichar sign)
{
  return is_sign (self, index, sign) && peek (self, index)->is_glued;
}

static gboolean
is_glued_number (const WayQuickReader *self, guint index)
{
  return peek (self, index)->kind == WAY_QUICK_NUMBER && peek (self, index)->is_glued;
}

static gboolean
take (const WayQuickReader *self, WayQuickRole role, guint *index)
{
  guint n = way_quick_words_match (self->words, role, peek (self, *index));

  *index += n;

  return n > 0;
}

gboolean
way_quick_reader_is_start (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = peek (self, index);

  return index == 0 || !token->is_glued
         || (peek (self, index - 1)->kind == WAY_QUICK_SIGN
             && g_utf8_strchr ("(,;:–—", -1, peek (self, index - 1)->sign) != NULL);
}

gboolean
way_quick_reader_is_end (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = peek (self, index);

  return token->kind == WAY_QUICK_END || !token->is_glued
         || (token->kind == WAY_QUICK_SIGN && g_utf8_strchr (",;:.!?)", -1, token->sign) != NULL);
}

static gboolean
exists (int year, int month, int day)
{
  return year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && day <= way_days_in_month (year < 0 ? 2000 : year, month);
}

static gboolean
set_point (WayQuickPoint *point, WayPrecision precision, int year, int month, int day)
{
  if (!exists (year, month, day))
    return FALSE;

  point->precision = precision;
  point->year = year;
  point->month = month;
  point->day = day;

  return TRUE;
}

static gboolean
set_stretch (WayQuickPoint *point, WayDay first, int days)
{
  WayYmd ymd = way_day_to_ymd (first);

  point->span = days;

  return set_point (point, WAY_PRECISION_DAY, ymd.year, ymd.month, ymd.day);
}

static gboolean
read_year (const WayQuickReader *self, guint *index, int *year)
{
  const WayQuickToken *token = peek (self, *index);

  if (token->kind != WAY_QUICK_NUMBER || token->n_digits != 4 || token->number < 1000)
    return FALSE;
  *year = token->number;
  (*index)++;

  return TRUE;
}

/* A day's number, perhaps as 14th or 14. */
static gboolean
read_day (const WayQuickReader *self, guint *index, int *day)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  const WayQuickToken *token = peek (self, *index);

  if (token->kind != WAY_QUICK_NUMBER || token->n_digits > 2 || token->number < 1
      || token->number > 31)
    return FALSE;

  *day = token->number;
  (*index)++;
  token = peek (self, *index);
  if (token->is_glued && token->kind == WAY_QUICK_WORD)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (endings) && !g_str_equal (token->folded, endings[i]))
        i++;
      if (i == G_N_ELEMENTS (endings))
        return FALSE;
      (*index)++;
    }
  else if (is_glued_sign (self, *index, '.'))
    (*index)++;

  return TRUE;
}

static gboolean
read_month (const WayQuickReader *self, guint *index, int *month)
{
  *month = way_quick_words_match_month (self->words, peek (self, *index));
  if (*month == 0)
    return FALSE;

  (*index)++;
  if (is_glued_sign (self, *index, '.')
      && peek (self, *index + 1)->kind == WAY_QUICK_NUMBER) /* and no full stop */
    (*index)++;

  return TRUE;
}

/* The year behind a month or a day, perhaps behind a comma or a filler */
static int
read_year_behind (const WayQuickReader *self, guint *index)
{
  guint at = *index;
  int year;

  if (is_sign (self, at, ','))
    at++;
  take (self, WAY_QUICK_OF, &at);
  if (!read_year (self, &at, &year))
    return -1;
  *index = at;

  return year;
}

/* "14 June 2027", "14th of June", "June 14, 2027", "June 2027", "June" */
static gboolean
read_named (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  guint at = *index, behind;
  int month, day = 0;

  if (read_day (self, &at, &day))
    {
      take (self, WAY_QUICK_OF, &at);
      if (!read_month (self, &at, &month))
        return FALSE;
    }
  else
    {
      at = *index;
      day = 0;
      if (!read_month (self, &at, &month))
        return FALSE;
      behind = at;
      take (self, WAY_QUICK_OF, &behind);
      if (read_day (self, &behind, &day) && way_quick_reader_is_end (self, behind))
        at = behind;
      else
        day = 0;
    }

  if (!set_point (point, day > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH,
                  read_year_behind (self, &at), month, MAX (day, 1)))
    return FALSE;
  *index = at;

  return TRUE;
}

/* "Q3 2027", "3rd quarter of 2027", "Q3", which is the next to come */
static gboolean
read_quarter (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  const WayQuickToken *token = peek (self, *index);
  guint at = *index;
  int quarter = 0, year;
  WayDay first, last;

  if (token->kind == WAY_QUICK_WORD && g_str_equal (token->folded, "q")
      && is_glued_number (self, at + 1))
    {
      quarter = peek (self, at + 1)->number;
      at += 2;
    }
  else if (!read_day (self, &at, &quarter) || !take (self, WAY_QUICK_QUARTERS, &at))
    return FALSE;

  if (quarter < 1 || quarter > 4)
    return FALSE;
  year = read_year_behind (self, &at);
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

/* "2027 June", "2027, June 14" */
static gboolean
read_year_first (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  guint at = *index, behind;
  int year, month, day;

  if (!read_year (self, &at, &year))
    return FALSE;
  if (is_sign (self, at, ','))
    at++;
  if (!read_month (self, &at, &month))
    return FALSE;

  behind = at;
  if (read_day (self, &behind, &day) && way_quick_reader_is_end (self, behind))
    {
      *index = behind;
      return set_point (point, WAY_PRECISION_DAY, year, month, day);
    }
  *index = at;

  return set_point (point, WAY_PRECISION_MONTH, year, month, 1);
}

/* "2027-06", "2027-06-14" */
static gboolean
read_iso (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  guint at = *index;
  int year, month, day = 0;

  if (!read_year (self, &at, &year) || !is_glued_sign (self, at, '-')
      || !is_glued_number (self, at + 1) || peek (self, at + 1)->n_digits != 2)
    return FALSE;
  month = peek (self, at + 1)->number;
  at += 2;
  if (is_glued_sign (self, at, '-') && is_glued_number (self, at + 1))
    {
      if (peek (self, at + 1)->n_digits != 2)
        return FALSE;
      day = peek (self, at + 1)->number;
      if (day == 0)
        return FALSE;
      at += 2;
    }
  *index = at;

  return set_point (point, day > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH, year, month,
                    MAX (day, 1));
}

/* Three numbers with the same sign between them: points are always day, month, year */
static gboolean
set_numeric (const WayQuickReader *self, const int numbers[3], guint n_last_digits, gunichar sign,
             WayQuickPoint *point)
{
  gboolean is_month_first = sign == '/' && way_quick_words_is_month_first (self->words);
  int year = n_last_digits == 2 ? 2000 + numbers[2] : numbers[2];
  int day = numbers[is_month_first ? 1 : 0];
  int month = numbers[is_month_first ? 0 : 1];

  if (n_last_digits != 2 && n_last_digits != 4)
    return FALSE;
  if (sign == '/' && month > 12)
    return set_point (point, WAY_PRECISION_DAY, year, day, month);

  return set_point (point, WAY_PRECISION_DAY, year, month, day);
}

/* "14.6.2027", "14/6/27", "2027/6/14", "6/2027", "14.6." */
static gboolean
read_numeric (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  const WayQuickToken *first = peek (self, *index);
  const WayQuickToken *second, *third;
  gunichar sign;
  gboolean has_second_sign;
  guint at = *index + 1;

  if (first->kind != WAY_QUICK_NUMBER
      || !(is_glued_sign (self, at, '.') || is_glued_sign (self, at, '/'))
      || !is_glued_number (self, at + 1))
    return FALSE;

  sign = peek (self, at)->sign;
  second = peek (self, at + 1);
  at += 2;
  has_second_sign = is_glued_sign (self, at, sign);
  if (!has_second_sign || (second->n_digits == 4 && !is_glued_number (self, at + 1)))
    {
      *index = at;
      return first->n_digits <= 2 && second->n_digits == 4
             && set_point (point, WAY_PRECISION_MONTH, second->number, first->number, 1);
    }
  if (!is_glued_number (self, at + 1))
    {
      *index = at + 1;
      return sign == '.' && first->n_digits <= 2 && second->n_digits <= 2
             && set_point (point, WAY_PRECISION_DAY, -1, second->number, first->number);
    }

  third = peek (self, at + 1);
  *index = at + 2;
  if (first->n_digits == 4)
    return set_point (point, WAY_PRECISION_DAY, first->number, second->number, third->number);

  return set_numeric (self, (int[]){ first->number, second->number, third->number },
                      third->n_digits, sign, point);
}

static gboolean
read_unit (const WayQuickReader *self, guint *index, WayQuickUnit *unit)
{
  static const WayQuickRole roles[] = {
    [WAY_QUICK_UNIT_DAY] = WAY_QUICK_DAYS,
    [WAY_QUICK_UNIT_WEEK] = WAY_QUICK_WEEKS,
    [WAY_QUICK_UNIT_MONTH] = WAY_QUICK_MONTHS,
    [WAY_QUICK_UNIT_YEAR] = WAY_QUICK_YEARS,
  };

  for (*unit = WAY_QUICK_UNIT_DAY; *unit < G_N_ELEMENTS (roles); (*unit)++)
    if (take (self, roles[*unit], index))
      return TRUE;

  return FALSE;
}

/* "3 months", "a year" */
static gboolean
read_length (const WayQuickReader *self, guint *index, int *count, WayQuickUnit *unit)
{
  const WayQuickToken *token = peek (self, *index);
  guint at = *index + 1;

  *count = token->kind == WAY_QUICK_NUMBER ? token->number
                                           : way_quick_words_match_number (self->words, token);
  if (*count < 1 || *count > MAX_COUNT || !read_unit (self, &at, unit))
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

  return set_point (point, days > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH, ymd.year, ymd.month,
                    days > 0 ? ymd.day : 1);
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
      return set_point (point, WAY_PRECISION_MONTH, ymd.year, ymd.month, 1);
    case WAY_QUICK_UNIT_YEAR:
      return set_point (point, WAY_PRECISION_YEAR, way_day_to_ymd (self->today).year + offset, 1,
                        1);
    case WAY_QUICK_UNIT_NONE:
    case WAY_QUICK_UNIT_DAY:
    default:
      return FALSE;
    }
}

static gboolean
read_relative (const WayQuickReader *self, guint *index, WayQuickPoint *point)
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
    if (take (self, days[i].role, index))
      {
        WayYmd ymd = way_day_to_ymd (self->today + days[i].days);

        return set_point (point, WAY_PRECISION_DAY, ymd.year, ymd.month, ymd.day);
      }
  if (!take (self, WAY_QUICK_THIS, &at) && !(is_next = take (self, WAY_QUICK_NEXT, &at)))
    return FALSE;
  if (!read_unit (self, &at, &unit) || !set_neighbour (self, is_next ? 1 : 0, unit, point))
    return FALSE;
  *index = at;

  return TRUE;
}

static gboolean
read_plain_year (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  int year;

  return read_year (self, index, &year) && set_point (point, WAY_PRECISION_YEAR, year, 1, 1);
}

/* "c. 2028": a letter without its point is a title's */
static gboolean
is_short_circa (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = peek (self, index);

  return token->kind == WAY_QUICK_WORD && g_str_equal (token->folded, "c")
         && is_glued_sign (self, index + 1, '.');
}

static void
read_qualifiers_before (const WayQuickReader *self, guint *index, WayDateQualifier *qualifier)
{
  for (;;)
    if (is_sign (self, *index, '~'))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        (*index)++;
      }
    else if (is_short_circa (self, *index))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        *index += 2;
      }
    else if (take (self, WAY_QUICK_ABOUT, index))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        if (is_glued_sign (self, *index, '.'))
          (*index)++;
      }
    else if (take (self, WAY_QUICK_PERHAPS, index))
      *qualifier |= WAY_DATE_UNCERTAIN;
    else
      return;
}

/* The signs of EDTF */
static void
read_qualifiers_behind (const WayQuickReader *self, guint *index, WayDateQualifier *qualifier)
{
  for (; peek (self, *index)->is_glued; (*index)++)
    if (is_sign (self, *index, '~'))
      *qualifier |= WAY_DATE_APPROXIMATE;
    else if (is_sign (self, *index, '?'))
      *qualifier |= WAY_DATE_UNCERTAIN;
    else if (is_sign (self, *index, '%'))
      *qualifier |= WAY_DATE_APPROXIMATE | WAY_DATE_UNCERTAIN;
    else
      return;
}

static gboolean
read_point (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  static gboolean (*const forms[]) (const WayQuickReader *, guint *, WayQuickPoint *) = {
    read_iso,      read_numeric,    read_quarter,    read_named,
    read_relative, read_year_first, read_plain_year,
  };
  WayDateQualifier qualifier = WAY_DATE_EXACT;
  guint at = *index;

  read_qualifiers_before (self, &at, &qualifier);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      WayQuickPoint found = { .precision = WAY_PRECISION_NONE };
      guint behind = at;

      if (!forms[i](self, &behind, &found))
        continue;
      read_qualifiers_behind (self, &behind, &qualifier);
      found.qualifier = qualifier;
      *point = found;
      *index = behind;
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_until (const WayQuickReader *self, guint *index)
{
  if (is_sign (self, *index, 0x2013) || is_sign (self, *index, 0x2014)
      || is_sign (self, *index, '-'))
    {
      (*index)++;
      return TRUE;
    }
  if (!take (self, WAY_QUICK_TO, index))
    return FALSE;
  take (self, WAY_QUICK_END_OF, index);

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
  if (read_day (self, &behind, &day) && take_until (self, &behind)
      && read_point (self, &behind, end) && end->precision == WAY_PRECISION_DAY
      && way_quick_reader_is_end (self, behind))
    {
      *index = behind;
      return set_point (start, WAY_PRECISION_DAY, end->year, end->month, day);
    }

  end->precision = WAY_PRECISION_NONE;
  if (!read_point (self, &at, start))
    return FALSE;
  behind = at;
  if (take_until (self, &behind) && read_point (self, &behind, end)
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

  if (when->unit != WAY_QUICK_UNIT_NONE || !take (self, WAY_QUICK_FOR, &at)
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

  if (!take (self, WAY_QUICK_IN, &at))
    return FALSE;
  read_qualifiers_before (self, &at, &qualifier);
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

  if (!take (self, WAY_QUICK_BY, &at))
    return FALSE;
  if (!take (self, WAY_QUICK_END_OF, &at))
    take (self, WAY_QUICK_OF, &at);
  if (!read_point (self, &at, end) || !way_quick_reader_is_end (self, at))
    return FALSE;
  *index = at;

  return TRUE;
}

static gboolean
read_start_phrase (const WayQuickReader *self, guint *index, WayQuickPoint *start,
                   WayQuickPoint *end)
{
  guint at = *index;
  gboolean is_sure = take (self, WAY_QUICK_FROM, &at) || take (self, WAY_QUICK_IN, &at);

  /* "Move to 2028", "Register for June 2027" */
  if (!is_sure && !take (self, WAY_QUICK_FOR, &at))
    take (self, WAY_QUICK_TO, &at);
  take (self, WAY_QUICK_OF, &at);
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

  if (read_distance_phrase (reader, &at, &when->start) && peek (reader, at)->kind == WAY_QUICK_END)
    return TRUE;

  at = 0;
  if (may_end && read_deadline_phrase (reader, &at, &when->end)
      && peek (reader, at)->kind == WAY_QUICK_END)
    {
      when->start.precision = WAY_PRECISION_NONE;
      return TRUE;
    }

  at = 0;
  when->end.precision = WAY_PRECISION_NONE;
  if (!take (reader, WAY_QUICK_IN, &at))
    take (reader, WAY_QUICK_FROM, &at);
  if (!take (reader, WAY_QUICK_END_OF, &at))
    take (reader, WAY_QUICK_OF, &at);

  return read_point (reader, &at, &when->start) && peek (reader, at)->kind == WAY_QUICK_END;
}
