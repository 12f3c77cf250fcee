/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the dates of a record.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * WayShift:
 * @days: later when positive
 * @months: later when positive; one of the two is 0
 */
typedef struct
{
  int days;
  int months;
} WayShift;

/**
 * way_shift_dates:
 * @start: field of the one date
 * @end: field of the other
 *
 * Moves both dates of the record and keeps their precision. A span of whole months stays one when
 * it is moved by months: after January comes February, however long it is.
 */
gboolean way_shift_dates (WayEditGroup *group, const WayId *id, WayField start, WayField end,
                          WayShift shift, GError **error);

/**
 * way_shift_dates_on:
 * @before: the record as it was before it was moved
 * @by: how far it has been moved since then; by nothing at first
 * @to: how far it is to be moved, from then
 *
 * Moves a record further as way_shift_dates() does. Many steps get it as far as one long one: what
 * is less than half a month for a date that is known by the month counts in the end.
 */
gboolean way_shift_dates_on (WayEditGroup *group, const WayRecord *before, WayField start,
                             WayField end, WayShift by, WayShift to, GError **error);

/**
 * way_shift_date:
 * @record: where @date is from, for the message
 * @shifted: (out): the moved date
 *
 * Returns: FALSE with @error set when it would leave the calendar
 */
gboolean way_shift_date (WayPlan *plan, const WayRecord *record, WayDate date, WayShift shift,
                         WayDate *shifted, GError **error);

G_END_DECLS
