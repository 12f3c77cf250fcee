/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and milestones in words, for tooltips, ghosts, screen readers and lane heads.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_text_month:
 * @month: 1 to 12
 * @full: "September" and not "Sep"
 *
 * Returns: (transfer full): the month's name as it stands alone, in the locale's language
 */
char *way_text_month (int month, gboolean full);

/**
 * way_text_month_and_year:
 *
 * Returns: (transfer full): as "June 2029"
 */
char *way_text_month_and_year (const char *month, int year);

/**
 * way_text_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer full): as "Mon", in the locale's language
 */
char *way_text_weekday (int weekday);

/**
 * way_text_date:
 * @date: a date, not WAY_DATE_NONE
 *
 * Returns: (transfer full): as "1 September 2028", "about September 2028", "perhaps 2030", in the
 * locale's words
 */
char *way_text_date (WayDate date);

/**
 * way_text_range:
 * @start: may be WAY_DATE_NONE
 * @end: may be WAY_DATE_NONE
 *
 * Returns: (transfer full): as "June to August 2029", "by June 2030", "12 May 2027"; "no date"
 * without any
 */
char *way_text_range (WayDate start, WayDate end);

/**
 * way_text_length:
 * @days: 0 or more
 *
 * Returns: (transfer full): as "3 days", "6 weeks", "24 months", "4 years"
 */
char *way_text_length (int days);

/**
 * way_text_ghost:
 * @start: first day
 * @end: the day after the last
 *
 * Returns: (transfer full): exact dates and the length, as "1 Sep 2026 – 30 Jun 2027 · 10 months",
 * for a ghost
 */
char *way_text_ghost (WayDay start, WayDay end);

/**
 * way_text_title:
 *
 * Returns: (transfer full): what a record is called, "Untitled" when it has no title; one line
 */
char *way_text_title (const WayRecord *record);

/**
 * way_text_item_name:
 * @record: a milestone or a credential
 *
 * Returns: (transfer full): for screen readers, as "Pass boards, licence, June to August 2029,
 * planned, 0 percent"
 */
char *way_text_item_name (const WayRecord *record);

/**
 * way_text_item_tooltip:
 * @record: a milestone or a credential
 *
 * Returns: (transfer full): title, dates and state on lines of their own; plain text, not markup
 */
char *way_text_item_tooltip (const WayRecord *record);

/**
 * way_text_goal_due:
 *
 * Returns: (transfer full): as "due December 2027", "ongoing" without a date
 */
char *way_text_goal_due (const WayRecord *goal);

/**
 * way_text_undated:
 *
 * Returns: (transfer full): of the milestones in a lane, as "2 without a date"
 */
char *way_text_undated (guint n_undated);

G_END_DECLS
