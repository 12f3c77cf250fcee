/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is due, begins and expires, month by month, with boxes to tick. Internal to the room.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * way_agenda_new:
 * @options: range and goal choose what is listed; without a first day it begins with this month,
 *   and what is overdue stands before that
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the pages, with a bookmark a month
 */
WayPages *way_agenda_new (WayPlan *plan, const WayPrintOptions *options, GError **error);

G_END_DECLS
