/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows something that changes in each frame, and need not do so in each.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_PACE_MS 64 /* no more than this does anything on the screen lag behind */

/**
 * WayPace:
 * @func: catches up
 * @data: for @func
 * @milliseconds: by which it lags behind at most, as #WAY_PACE_MS
 *
 * To be filled in by whoever has it; all else is this unit's.
 */
typedef struct
{
  void (*func) (gpointer data);
  gpointer data;
  guint milliseconds;
  guint source; /* 0, or catches up when its time has come */
} WayPace;

/**
 * way_pace_ask:
 *
 * Has @self catch up within its time, once however often it is asked.
 */
void way_pace_ask (WayPace *self);

/**
 * way_pace_clear:
 *
 * Takes back what was asked.
 */
void way_pace_clear (WayPace *self);

G_END_DECLS
