/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Partial dates: a year, a month or a day, perhaps approximate or uncertain (EDTF, ISO 8601-2:2019
 * level 0 with the level 1 qualifiers ~, ? and %).
 */
#pragma once

#include "way-day.h"

G_BEGIN_DECLS

/**
 * WayDate:
 *
 * A partial date in one word; a plain value. 0 is "no date". Read it with the functions here only.
 */
typedef guint32 WayDate;

#define WAY_DATE_NONE ((WayDate)0)
#define WAY_DATE_BUFFER_SIZE 12 /* 2027-06-30% and a NUL */

typedef enum
{
  WAY_PRECISION_NONE,
  WAY_PRECISION_YEAR,
  WAY_PRECISION_MONTH,
  WAY_PRECISION_DAY,
} WayPrecision;

/**
 * WayDateQualifier:
 * @WAY_DATE_APPROXIMATE: "about", written ~
 * @WAY_DATE_UNCERTAIN: "perhaps", written ?; both together are written %
 */
typedef enum
{
  WAY_DATE_EXACT = 0,
  WAY_DATE_APPROXIMATE = 1,
  WAY_DATE_UNCERTAIN = 2,
} WayDateQualifier;

/**
 * way_date_new:
 * @precision: year, month or day
 * @day: any day within the year, month or day that is meant
 * @qualifier: flags
 *
 * Returns: the date, WAY_DATE_NONE when @day is out of range
 */
WayDate way_date_new (WayPrecision precision, WayDay day, WayDateQualifier qualifier);

/**
 * way_date_is_valid:
 * @date: a word that may come from anywhere
 *
 * Returns: whether it is a date that the functions here give
 */
gboolean way_date_is_valid (WayDate date);

/**
 * way_date_from_day:
 *
 * Returns: the exact date of @day
 */
WayDate way_date_from_day (WayDay day);

/**
 * way_date_parse:
 * @text: 2027, 2027-06, 2027-06-30, each perhaps followed by ~, ? or %; need not end in NUL
 * @length: how many bytes @text has
 * @date: (out): the date; untouched when FALSE is returned
 *
 * Returns: whether @text is a date that exists
 */
gboolean way_date_parse (const char *text, gsize length, WayDate *date);

/**
 * way_date_format:
 * @date: a date, not WAY_DATE_NONE
 * @buffer: (out): room for WAY_DATE_BUFFER_SIZE bytes
 *
 * Returns: (transfer none): @buffer with the EDTF text
 */
char *way_date_format (WayDate date, char buffer[WAY_DATE_BUFFER_SIZE]);

/**
 * way_date_write:
 * @buffer: (out): room for WAY_DATE_BUFFER_SIZE bytes
 *
 * As way_date_format(), for who needs the length.
 *
 * Returns: the bytes before the NUL
 */
gsize way_date_write (WayDate date, char buffer[WAY_DATE_BUFFER_SIZE]);

WayPrecision way_date_get_precision (WayDate date);
WayDateQualifier way_date_get_qualifier (WayDate date);

/**
 * way_date_get_earliest:
 *
 * Returns: the first day that @date can mean; WAY_DAY_NONE without a date
 */
WayDay way_date_get_earliest (WayDate date);

/**
 * way_date_get_latest:
 *
 * Returns: the last day that @date can mean; WAY_DAY_NONE without a date
 */
WayDay way_date_get_latest (WayDate date);

/**
 * way_date_is_fuzzy:
 *
 * Returns: whether @date means more than one day or is qualified
 */
gboolean way_date_is_fuzzy (WayDate date);

/**
 * way_date_shift:
 * @days: may be negative
 *
 * Moves a date and keeps its precision and qualifier: "June 2027" moved by 20 days is "July 2027",
 * moved by 10 it stays. The result is the year, month or day that begins nearest to the shifted
 * beginning.
 *
 * Returns: the date, clamped to the years 0 to 9999
 */
WayDate way_date_shift (WayDate date, int days);

/**
 * way_date_add_months:
 *
 * Returns: @date as many months later, with the same precision; a year moves by the nearest whole
 * years
 */
WayDate way_date_add_months (WayDate date, int months);

/**
 * way_date_compare:
 *
 * Orders by the earliest day, then the latest; no date comes last.
 */
int way_date_compare (WayDate a, WayDate b);

G_END_DECLS
