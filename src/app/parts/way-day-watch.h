/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells when another day has begun.
 */
#pragma once

#include "way-day.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_DAY_WATCH (way_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (WayDayWatch, way_day_watch, WAY, DAY_WATCH, GObject)

/**
 * WayDayWatch::changed:
 * @watch: the watch
 * @today: the day that it is, as a #WayDay
 *
 * Emitted when it is another day than it was: after midnight, within the hour after a sleep over
 * it or a clock that was set, and at way_day_watch_check().
 */

/**
 * way_day_watch_new:
 *
 * Returns: (transfer full): what watches way_day_today() by itself, from a main loop
 */
WayDayWatch *way_day_watch_new (void);

/**
 * way_day_watch_check:
 *
 * Looks at once, as when a person comes back.
 */
void way_day_watch_check (WayDayWatch *self);

G_END_DECLS
