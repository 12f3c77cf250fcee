/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds dates in a sentence: "in June 2027", "from March to May", "by 2028", "for 3 months".
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
 */
typedef struct
{
  WayPrecision precision;
  int year;
  int month;
  int day;
  WayDateQualifier qualifier;
  int span;
} WayQuickPoint;

/**
 * WayQuickWhen:
 *
 * What a sentence said of time so far. Starts as all zeros.
 */
typedef struct
{
  WayQuickPoint start;
  WayQuickPoint end;
  int count;
  WayQuickUnit unit;
} WayQuickWhen;

typedef enum
{
  WAY_QUICK_READ_NOTHING,
  WAY_QUICK_READ_DATES,
  WAY_QUICK_READ_LENGTH,
} WayQuickReading;

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
 * way_quick_when_read:
 * @index: (inout): a token; moves behind what was understood
 * @when: (inout): gains what was understood; what it has is never replaced
 */
WayQuickReading way_quick_when_read (const WayQuickReader *reader, guint *index,
                                     WayQuickWhen *when);

/**
 * way_quick_when_read_alone:
 * @may_end: whether a deadline makes sense: "by June 2027"
 * @when: (inout): all zeros; gains the date
 *
 * Where nothing but a date is asked for, none needs to be plain: "may" is a month, 1984 is a year.
 *
 * Returns: whether all tokens are one date, and no other
 */
gboolean way_quick_when_read_alone (const WayQuickReader *reader, gboolean may_end,
                                    WayQuickWhen *when);

/**
 * way_quick_when_resolve:
 * @start: (out): WAY_DATE_NONE without one
 * @end: (out): WAY_DATE_NONE without one
 *
 * Fills in the years that were left out, with the next such date, and lets a length end what has
 * begun or begin what ends. A length in finer units than the date says "about".
 *
 * Returns: whether the length was used; it is not where both ends or neither are given
 */
gboolean way_quick_when_resolve (const WayQuickWhen *when, WayDay today, WayDate *start,
                                 WayDate *end);

G_END_DECLS
