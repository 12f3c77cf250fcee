/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms in which people write one date.
 */
#include "config.h"

#include "way-quick-point.h"

#include "way-quick-stretch.h"

gboolean
way_quick_reader_take (const WayQuickReader *self, WayQuickRole role, guint *index)
{
  guint n = way_quick_words_match (self->words, role, way_quick_reader_peek (self, *index));

  *index += n;

  return n > 0;
}

gboolean
way_quick_reader_is_start (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = way_quick_reader_peek (self, index);

  return index == 0 || !token->is_glued
         || (way_quick_reader_peek (self, index - 1)->kind == WAY_QUICK_SIGN
             && g_utf8_strchr ("(,;:–—", -1, way_quick_reader_peek (self, index - 1)->sign)
                    != NULL);
}

gboolean
way_quick_reader_is_end (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = way_quick_reader_peek (self, index);

  return token->kind == WAY_QUICK_END || !token->is_glued
         || (token->kind == WAY_QUICK_SIGN && g_utf8_strchr (",;:.!?)", -1, token->sign) != NULL);
}

static gboolean
exists (int year, int month, int day)
{
  return year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && day <= way_days_in_month (year < 0 ? 2000 : year, month);
}

gboolean
way_quick_point_set (WayQuickPoint *point, WayPrecision precision, int year, int month, int day)
{
  if (!exists (year, month, day))
    return FALSE;

  point->precision = precision;
  point->year = year;
  point->month = month;
  point->day = day;

  return TRUE;
}

gboolean
way_quick_read_year (const WayQuickReader *self, guint *index, int *year)
{
  const WayQuickToken *token = way_quick_reader_peek (self, *index);

  if (token->kind != WAY_QUICK_NUMBER || token->n_digits != 4 || token->number < 1000)
    return FALSE;
  *year = token->number;
  (*index)++;

  return TRUE;
}

gboolean
way_quick_read_day (const WayQuickReader *self, guint *index, int *day)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  const WayQuickToken *token = way_quick_reader_peek (self, *index);

  if (token->kind != WAY_QUICK_NUMBER || token->n_digits > 2 || token->number < 1
      || token->number > 31)
    return FALSE;

  *day = token->number;
  (*index)++;
  token = way_quick_reader_peek (self, *index);
  if (token->is_glued && token->kind == WAY_QUICK_WORD)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (endings) && !g_str_equal (token->folded, endings[i]))
        i++;
      if (i == G_N_ELEMENTS (endings))
        return FALSE;
      (*index)++;
    }
  else if (way_quick_reader_is_glued_sign (self, *index, '.'))
    (*index)++;

  return TRUE;
}

static gboolean
read_month (const WayQuickReader *self, guint *index, int *month)
{
  *month = way_quick_words_match_month (self->words, way_quick_reader_peek (self, *index));
  if (*month == 0)
    return FALSE;

  (*index)++;
  if (way_quick_reader_is_glued_sign (self, *index, '.')
      && way_quick_reader_peek (self, *index + 1)->kind == WAY_QUICK_NUMBER) /* and no full stop */
    (*index)++;

  return TRUE;
}

int
way_quick_read_year_behind (const WayQuickReader *self, guint *index)
{
  guint at = *index;
  int year;

  if (way_quick_reader_is_sign (self, at, ','))
    at++;
  way_quick_reader_take (self, WAY_QUICK_OF, &at);
  if (!way_quick_read_year (self, &at, &year))
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

  if (way_quick_read_day (self, &at, &day))
    {
      way_quick_reader_take (self, WAY_QUICK_OF, &at);
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
      way_quick_reader_take (self, WAY_QUICK_OF, &behind);
      if (way_quick_read_day (self, &behind, &day) && way_quick_reader_is_end (self, behind))
        at = behind;
      else
        day = 0;
    }

  if (!way_quick_point_set (point, day > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH,
                            way_quick_read_year_behind (self, &at), month, MAX (day, 1)))
    return FALSE;
  *index = at;

  return TRUE;
}

/* "2027 June", "2027, June 14" */
static gboolean
read_year_first (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  guint at = *index, behind;
  int year, month, day;

  if (!way_quick_read_year (self, &at, &year))
    return FALSE;
  if (way_quick_reader_is_sign (self, at, ','))
    at++;
  if (!read_month (self, &at, &month))
    return FALSE;

  behind = at;
  if (way_quick_read_day (self, &behind, &day) && way_quick_reader_is_end (self, behind))
    {
      *index = behind;
      return way_quick_point_set (point, WAY_PRECISION_DAY, year, month, day);
    }
  *index = at;

  return way_quick_point_set (point, WAY_PRECISION_MONTH, year, month, 1);
}

/* "2027-06", "2027-06-14" */
static gboolean
read_iso (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  guint at = *index;
  int year, month, day = 0;

  if (!way_quick_read_year (self, &at, &year) || !way_quick_reader_is_glued_sign (self, at, '-')
      || !way_quick_reader_is_glued_number (self, at + 1)
      || way_quick_reader_peek (self, at + 1)->n_digits != 2)
    return FALSE;
  month = way_quick_reader_peek (self, at + 1)->number;
  at += 2;
  if (way_quick_reader_is_glued_sign (self, at, '-')
      && way_quick_reader_is_glued_number (self, at + 1))
    {
      if (way_quick_reader_peek (self, at + 1)->n_digits != 2)
        return FALSE;
      day = way_quick_reader_peek (self, at + 1)->number;
      if (day == 0)
        return FALSE;
      at += 2;
    }
  *index = at;

  return way_quick_point_set (point, day > 0 ? WAY_PRECISION_DAY : WAY_PRECISION_MONTH, year, month,
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
    return way_quick_point_set (point, WAY_PRECISION_DAY, year, day, month);

  return way_quick_point_set (point, WAY_PRECISION_DAY, year, month, day);
}

/* "14.6.2027", "14/6/27", "2027/6/14", "6/2027", "14.6." */
static gboolean
read_numeric (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  const WayQuickToken *first = way_quick_reader_peek (self, *index);
  const WayQuickToken *second, *third;
  gunichar sign;
  gboolean has_second_sign;
  guint at = *index + 1;

  if (first->kind != WAY_QUICK_NUMBER
      || !(way_quick_reader_is_glued_sign (self, at, '.')
           || way_quick_reader_is_glued_sign (self, at, '/'))
      || !way_quick_reader_is_glued_number (self, at + 1))
    return FALSE;

  sign = way_quick_reader_peek (self, at)->sign;
  second = way_quick_reader_peek (self, at + 1);
  at += 2;
  has_second_sign = way_quick_reader_is_glued_sign (self, at, sign);
  if (!has_second_sign
      || (second->n_digits == 4 && !way_quick_reader_is_glued_number (self, at + 1)))
    {
      *index = at;
      return first->n_digits <= 2 && second->n_digits == 4
             && way_quick_point_set (point, WAY_PRECISION_MONTH, second->number, first->number, 1);
    }
  if (!way_quick_reader_is_glued_number (self, at + 1))
    {
      *index = at + 1;
      return sign == '.' && first->n_digits <= 2 && second->n_digits <= 2
             && way_quick_point_set (point, WAY_PRECISION_DAY, -1, second->number, first->number);
    }

  third = way_quick_reader_peek (self, at + 1);
  *index = at + 2;
  if (first->n_digits == 4)
    return way_quick_point_set (point, WAY_PRECISION_DAY, first->number, second->number,
                                third->number);

  return set_numeric (self, (int[]){ first->number, second->number, third->number },
                      third->n_digits, sign, point);
}

gboolean
way_quick_read_unit (const WayQuickReader *self, guint *index, WayQuickUnit *unit)
{
  static const WayQuickRole roles[] = {
    [WAY_QUICK_UNIT_DAY] = WAY_QUICK_DAYS,
    [WAY_QUICK_UNIT_WEEK] = WAY_QUICK_WEEKS,
    [WAY_QUICK_UNIT_MONTH] = WAY_QUICK_MONTHS,
    [WAY_QUICK_UNIT_YEAR] = WAY_QUICK_YEARS,
  };

  for (*unit = WAY_QUICK_UNIT_DAY; *unit < G_N_ELEMENTS (roles); (*unit)++)
    if (way_quick_reader_take (self, roles[*unit], index))
      return TRUE;

  return FALSE;
}

static gboolean
read_plain_year (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  int year;

  return way_quick_read_year (self, index, &year)
         && way_quick_point_set (point, WAY_PRECISION_YEAR, year, 1, 1);
}

/* "c. 2028": a letter without its point is a title's */
static gboolean
is_short_circa (const WayQuickReader *self, guint index)
{
  const WayQuickToken *token = way_quick_reader_peek (self, index);

  return token->kind == WAY_QUICK_WORD && g_str_equal (token->folded, "c")
         && way_quick_reader_is_glued_sign (self, index + 1, '.');
}

void
way_quick_point_read_qualifiers (const WayQuickReader *self, guint *index,
                                 WayDateQualifier *qualifier)
{
  for (;;)
    if (way_quick_reader_is_sign (self, *index, '~'))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        (*index)++;
      }
    else if (is_short_circa (self, *index))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        *index += 2;
      }
    else if (way_quick_reader_take (self, WAY_QUICK_ABOUT, index))
      {
        *qualifier |= WAY_DATE_APPROXIMATE;
        if (way_quick_reader_is_glued_sign (self, *index, '.'))
          (*index)++;
      }
    else if (way_quick_reader_take (self, WAY_QUICK_PERHAPS, index))
      *qualifier |= WAY_DATE_UNCERTAIN;
    else
      return;
}

/* The signs of EDTF */
static void
read_qualifiers_behind (const WayQuickReader *self, guint *index, WayDateQualifier *qualifier)
{
  for (; way_quick_reader_peek (self, *index)->is_glued; (*index)++)
    if (way_quick_reader_is_sign (self, *index, '~'))
      *qualifier |= WAY_DATE_APPROXIMATE;
    else if (way_quick_reader_is_sign (self, *index, '?'))
      *qualifier |= WAY_DATE_UNCERTAIN;
    else if (way_quick_reader_is_sign (self, *index, '%'))
      *qualifier |= WAY_DATE_APPROXIMATE | WAY_DATE_UNCERTAIN;
    else
      return;
}

/* The words before a stretch of time that take a place in it */
static const struct
{
  WayQuickRole role;
  WayQuickPart part;
  gboolean is_doubtful; /* without a year: "early may" */
} parts[] = {
  { WAY_QUICK_START_OF, WAY_QUICK_PART_FIRST, FALSE },
  { WAY_QUICK_MIDDLE_OF, WAY_QUICK_PART_MIDDLE, FALSE },
  { WAY_QUICK_END_OF, WAY_QUICK_PART_LAST, FALSE },
  { WAY_QUICK_EARLY, WAY_QUICK_PART_FIRST, TRUE },
  { WAY_QUICK_LATE, WAY_QUICK_PART_LAST, TRUE },
};

static gboolean
read_form (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  static gboolean (*const forms[]) (const WayQuickReader *, guint *, WayQuickPoint *) = {
    read_iso,
    read_numeric,
    way_quick_read_quarter,
    way_quick_read_season,
    read_named,
    way_quick_read_relative,
    read_year_first,
    read_plain_year,
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      WayQuickPoint found = { .precision = WAY_PRECISION_NONE };
      guint at = *index;

      if (!forms[i](self, &at, &found))
        continue;
      *point = found;
      *index = at;
      return TRUE;
    }

  return FALSE;
}

/* "end of 2029", "mid-2027", "early June" */
static gboolean
read_part (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint at = *index;

      if (!way_quick_reader_take (self, parts[i].role, &at))
        continue;
      if (way_quick_reader_is_glued_sign (self, at, '-'))
        at++;
      way_quick_reader_take (self, WAY_QUICK_OF, &at);
      if (!read_form (self, &at, point) || !way_quick_point_narrow (point, parts[i].part))
        continue;
      point->is_doubtful = parts[i].is_doubtful && point->year < 0;
      *index = at;
      return TRUE;
    }

  return FALSE;
}

gboolean
way_quick_point_read (const WayQuickReader *self, guint *index, WayQuickPoint *point)
{
  WayDateQualifier qualifier = WAY_DATE_EXACT;
  WayQuickPoint found = { .precision = WAY_PRECISION_NONE };
  guint at = *index;

  way_quick_point_read_qualifiers (self, &at, &qualifier);
  if (!read_part (self, &at, &found) && !read_form (self, &at, &found))
    return FALSE;

  read_qualifiers_behind (self, &at, &qualifier);
  found.qualifier |= qualifier;
  *point = found;
  *index = at;

  return TRUE;
}
