/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of fields as text, in the one form that files and edit scripts use.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_value_format:
 * @field: of any type but COUNTS
 * @text: where the value is appended, unescaped; an unreadable value is appended as it was found
 *
 * Returns: whether the field has a value
 */
gboolean way_value_format (const WayRecord *record, WayField field, GString *text);

/**
 * way_instant_format:
 * @seconds: since 1970-01-01T00:00:00Z
 * @text: where 2026-11-22T09:30:00Z is appended
 */
void way_instant_format (gint64 seconds, GString *text);

/**
 * way_instant_parse:
 * @seconds: (out): the instant
 *
 * Returns: whether @text is such an instant, in UTC with Z
 */
gboolean way_instant_parse (const char *text, gsize length, gint64 *seconds);

/**
 * way_decimal_format:
 * @hundredths: as 1250 for 12.5
 * @text: where the shortest form is appended, with a point
 */
void way_decimal_format (int hundredths, GString *text);

/**
 * way_decimal_parse:
 * @hundredths: (out): the number
 *
 * Returns: whether @text is a number with at most two decimals, within 31 bits
 */
gboolean way_decimal_parse (const char *text, gsize length, int *hundredths);

G_END_DECLS
