/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan says that happens, in the order of days: milestones and goals that are due or begin,
 * credentials that expire, reviews. Internal to the room.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * WayEventKind:
 * @WAY_EVENT_DUE: a milestone of one date, or within one month, or a goal
 * @WAY_EVENT_BEGINS: of a milestone with a beginning and an end
 * @WAY_EVENT_ENDS: the same one's end
 * @WAY_EVENT_EXPIRES: of a credential
 * @WAY_EVENT_REVIEW: of the plan
 */
typedef enum
{
  WAY_EVENT_DUE,
  WAY_EVENT_BEGINS,
  WAY_EVENT_ENDS,
  WAY_EVENT_EXPIRES,
  WAY_EVENT_REVIEW,
} WayEventKind;

/**
 * WayEvent:
 * @record: milestone, goal, credential or review; the plan's
 * @start: the date, or the first of a range
 * @end: WAY_DATE_NONE, or the range's end
 * @day: where it stands in the order: the first day of what begins, the last of what is due
 * @is_done: whether there is nothing left to do
 */
typedef struct
{
  WayEventKind kind;
  WayRecord *record;
  WayDate start;
  WayDate end;
  WayDay day;
  gboolean is_done;
} WayEvent;

/**
 * way_events_new:
 *
 * What was dropped, or belongs to a goal that was, is left out. The goals of @options are looked
 * at, its range is not.
 *
 * Returns: (transfer full) (element-type WayEvent): in order
 */
GArray *way_events_new (WayPlan *plan, const WayPrintOptions *options);

/**
 * way_events_get_undated:
 *
 * Returns: (transfer full) (element-type WayEvent): milestones without a date, in canonical order
 */
GArray *way_events_get_undated (WayPlan *plan, const WayPrintOptions *options);

/**
 * way_event_is_overdue:
 *
 * Returns: whether it should have been done, or renewed, before @today
 */
gboolean way_event_is_overdue (const WayEvent *self, WayDay today);

/**
 * way_event_get_title:
 *
 * Returns: (transfer full): what it is about
 */
char *way_event_get_title (const WayEvent *self);

/**
 * way_event_get_word:
 *
 * Returns: (transfer none) (nullable): as "begins", "ends"; %NULL where the date says all
 */
const char *way_event_get_word (const WayEvent *self);

/**
 * way_event_get_category:
 *
 * Returns: (transfer none): as "Education", "Goal", "Licence"
 */
const char *way_event_get_category (const WayEvent *self);

WayIcon way_event_get_icon (const WayEvent *self);

/**
 * way_event_get_date:
 *
 * Returns: (transfer full): the date in words, in full
 */
char *way_event_get_date (const WayEvent *self);

/**
 * way_event_get_short_date:
 *
 * Returns: (transfer full): its day beside the name of its month, as "Sat 12"
 */
char *way_event_get_short_date (const WayEvent *self);

G_END_DECLS
