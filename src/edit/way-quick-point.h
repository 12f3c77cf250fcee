/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date in a sentence, and what it is read with. Each way_quick_read_*() looks at tokens from
 * @index on, and says whether it understood them; only then has it moved @index.
 */
#pragma once

#include "way-date.h"
#include "way-quick-words.h"

G_BEGIN_DECLS

/**
 * WayQuickReader:
 * @tokens: all of the sentence, ending in WAY_QUICK_END
 */
typedef struct
{
  const WayQuickWords *words;
  const WayQuickToken *tokens;
  WayDay today;
} WayQuickReader;

typedef enum
{
  WAY_QUICK_UNIT_NONE,
  WAY_QUICK_UNIT_DAY,
  WAY_QUICK_UNIT_WEEK,
  WAY_QUICK_UNIT_MONTH,
  WAY_QUICK_UNIT_YEAR,
} WayQuickUnit;

/**
 * WayQuickPoint:
 * @precision: WAY_PRECISION_NONE where there is no date
 * @year: -1 where it was left out
 * @span: how many days a stretch with a name has, as a quarter; 0 for anything else. @year, @month
 *   and @day are its first.
 * @is_doubtful: whether the words are a date only where one is to come: "early may"
 */
typedef struct
{
  WayPrecision precision;
  int year;
  int month;
  int day;
  WayDateQualifier qualifier;
  int span;
  gboolean is_doubtful;
} WayQuickPoint;

static inline const WayQuickToken *
way_quick_reader_peek (const WayQuickReader *self, guint index)
{
  return &self->tokens[index];
}

static inline gboolean
way_quick_reader_is_sign (const WayQuickReader *self, guint index, gunichar sign)
{
  return way_quick_token_is_sign (&self->tokens[index], sign);
}

static inline gboolean
way_quick_reader_is_glued_sign (const WayQuickReader *self, guint index, gunichar sign)
{
  return way_quick_reader_is_sign (self, index, sign) && self->tokens[index].is_glued;
}

static inline gboolean
way_quick_reader_is_glued_number (const WayQuickReader *self, guint index)
{
  return self->tokens[index].kind == WAY_QUICK_NUMBER && self->tokens[index].is_glued;
}

/**
 * way_quick_reader_take:
 * @index: (inout): moves behind the words
 *
 * Returns: whether words of @role stand there
 */
gboolean way_quick_reader_take (const WayQuickReader *self, WayQuickRole role, guint *index);

/**
 * way_quick_reader_is_start:
 *
 * Returns: whether something may begin at token @index: it is not glued to a word before
 */
gboolean way_quick_reader_is_start (const WayQuickReader *self, guint index);

/**
 * way_quick_reader_is_end:
 *
 * Returns: whether something may end before token @index
 */
gboolean way_quick_reader_is_end (const WayQuickReader *self, guint index);

/**
 * way_quick_point_set:
 * @year: -1 for any
 *
 * Returns: whether there is such a day; @point is untouched when there is not
 */
gboolean way_quick_point_set (WayQuickPoint *point, WayPrecision precision, int year, int month,
                              int day);

/* A year in four digits */
gboolean way_quick_read_year (const WayQuickReader *self, guint *index, int *year);

/* The year behind a month or a day, perhaps behind a comma or a filler; -1 for none */
int way_quick_read_year_behind (const WayQuickReader *self, guint *index);

/* A day's number, perhaps as 14th or 14. */
gboolean way_quick_read_day (const WayQuickReader *self, guint *index, int *day);

/* "weeks" */
gboolean way_quick_read_unit (const WayQuickReader *self, guint *index, WayQuickUnit *unit);

/* "about", "perhaps", and the like, any number of them */
void way_quick_point_read_qualifiers (const WayQuickReader *self, guint *index,
                                      WayDateQualifier *qualifier);

/**
 * way_quick_point_read:
 *
 * Reads a date in any of its forms, with how sure it is.
 */
gboolean way_quick_point_read (const WayQuickReader *self, guint *index, WayQuickPoint *point);

G_END_DECLS
