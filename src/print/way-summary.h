/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan on one page: goals and why, the next twelve months, credentials, people. Internal to the
 * room.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * way_summary_new:
 * @options: the goal chooses what is shown; twelve months from the first day of its range, or from
 *   today
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): exactly one page; what it has no room for is counted there
 */
WayPages *way_summary_new (WayPlan *plan, const WayPrintOptions *options, GError **error);

G_END_DECLS
