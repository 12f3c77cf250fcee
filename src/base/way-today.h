/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day it is.
 */
#pragma once

#include "way-day.h"

G_BEGIN_DECLS

/**
 * way_day_today:
 *
 * Returns: today on this computer's clock and in its time zone. Set WAYMARK_TODAY=2026-11-22 in the
 *   environment to fix it, as tests and reproducible pictures do.
 */
WayDay way_day_today (void);

/**
 * way_today_get_seconds_left:
 * @now: a moment, in the time zone of its own
 *
 * Returns: how many seconds it is until the next day begins there, rounded up; at least 1. Days on
 *   which clocks are put forward or back are shorter or longer.
 */
guint way_today_get_seconds_left (GDateTime *now);

G_END_DECLS
