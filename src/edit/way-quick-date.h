/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds dates in a sentence: "in June 2027", "from March to May", "by 2028", "for 3 months".
 */
#pragma once

#include "way-quick-point.h"

G_BEGIN_DECLS

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
