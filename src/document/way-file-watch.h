/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices that somebody else has changed a file, taken it away or brought it back.
 */
#pragma once

#include "way-fingerprint.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayFileState:
 * @WAY_FILE_STATE_SAME: the file holds what is known of it
 * @WAY_FILE_STATE_CHANGED: it holds something else
 * @WAY_FILE_STATE_GONE: there is no such file
 */
typedef enum
{
  WAY_FILE_STATE_SAME,
  WAY_FILE_STATE_CHANGED,
  WAY_FILE_STATE_GONE,
} WayFileState;

/* By how much a look waits, in milliseconds: others write a file in several steps, or take it away
 * for a moment to put another in its place */
#define WAY_FILE_WATCH_DELAY 250
#define WAY_FILE_WATCH_GONE_DELAY 800

#define WAY_TYPE_FILE_WATCH (way_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (WayFileWatch, way_file_watch, WAY, FILE_WATCH, GObject)

/**
 * WayFileWatch::noticed:
 *
 * Emitted when the state has become another, and when a changed file has changed again.
 */

/**
 * way_file_watch_new:
 * @known: what the file holds as far as is known
 *
 * What the system tells about the file is taken as a hint to look at its content, on another
 * thread. Where the system tells nothing there is way_file_watch_look().
 */
WayFileWatch *way_file_watch_new (GFile *file, WayFingerprint known);

/**
 * way_file_watch_hold:
 *
 * From now until way_file_watch_set_known() or way_file_watch_release() it is us who may be
 * changing the file, and nothing is noticed.
 */
void way_file_watch_hold (WayFileWatch *self);

/* The changes that may have come meanwhile are looked at */
void way_file_watch_release (WayFileWatch *self);

/**
 * way_file_watch_set_known:
 * @known: what was written to the file, or is accepted as what it holds
 *
 * As way_file_watch_release(), and the state is the same from now on.
 */
void way_file_watch_set_known (WayFileWatch *self, WayFingerprint known);

/**
 * way_file_watch_look:
 *
 * Looks at the file now, and reads it when it does not look as it did. Costs next to nothing when
 * it does.
 */
void way_file_watch_look (WayFileWatch *self);

WayFileState way_file_watch_get_state (WayFileWatch *self);

G_END_DECLS
