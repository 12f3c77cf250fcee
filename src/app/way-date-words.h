/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads dates as people write them.
 */
#pragma once

#include "way-date.h"

G_BEGIN_DECLS

/**
 * way_date_from_words:
 * @text: what was typed: EDTF, "September 2028", "about sep 2028", "30 June 2027", "30.6.2027",
 *   "perhaps 2030", "today", "in 3 months"; months in the language of the desktop or in English
 * @today: what "today" means
 * @date: (out): the date; WAY_DATE_NONE for an empty text; untouched when FALSE is returned
 *
 * Numbers with points are day, month, year; with the year first they are year, month, day. Slashes
 * stand as the locale has them, as in quick add.
 *
 * Returns: whether @text is a date that exists
 */
gboolean way_date_from_words (const char *text, WayDay today, WayDate *date);

G_END_DECLS
