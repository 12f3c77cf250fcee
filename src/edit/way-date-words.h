/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a date as people write it, where nothing else is written.
 */
#pragma once

#include "way-date.h"

G_BEGIN_DECLS

/**
 * WayDateSide:
 * @WAY_DATE_SIDE_START: something begins then, or happens then
 * @WAY_DATE_SIDE_END: something ends then
 *
 * What a date is for: a stretch with a name, as a quarter, begins something with its first month
 * and ends it with its last.
 */
typedef enum
{
  WAY_DATE_SIDE_START,
  WAY_DATE_SIDE_END,
} WayDateSide;

/**
 * way_date_from_words:
 * @text: what was typed: EDTF, or any one date that quick add understands, in the language of the
 *   desktop or in English
 * @today: what "today" means
 * @date: (out): the date; WAY_DATE_NONE for an empty text; untouched when FALSE is returned
 *
 * Without the quirks of a sentence: each year is one, and spaces between numbers do no harm.
 *
 * Returns: whether @text is a date that exists, and nothing besides
 */
gboolean way_date_from_words (const char *text, WayDay today, WayDateSide side, WayDate *date);

G_END_DECLS
