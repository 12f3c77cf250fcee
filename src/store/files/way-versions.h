/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earlier versions of plans, kept in this person's private folder.
 */
#pragma once

#include "way-fingerprint.h"
#include "way-id.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayKeeping:
 * @plan: whose versions they are
 * @count: how many are kept at most, at least 1
 *
 * How earlier versions of a plan are kept. A plain value: copy it.
 */
typedef struct
{
  WayId plan;
  guint count;
} WayKeeping;

/**
 * WayVersion:
 * @time: when it was saved, in microseconds since 1970 UTC
 * @size: in bytes
 * @path: the file; an ordinary plan
 */
typedef struct
{
  gint64 time;
  goffset size;
  char *path;
} WayVersion;

/**
 * WayContent:
 * @fingerprint: of all bytes
 * @size: how many they are
 *
 * What a file holds, to tell whether another holds the same. A plain value: copy it.
 */
typedef struct
{
  WayFingerprint fingerprint;
  goffset size;
} WayContent;

/**
 * way_versions_list:
 *
 * Returns: (transfer full) (element-type WayVersion): the earlier versions of @plan, newest first
 */
GArray *way_versions_list (const WayId *plan);

/**
 * way_versions_move:
 * @path: a file that has lost its place to a newer one; gone from there afterwards, whatever
 *   happens
 * @newer: what that holds
 * @now: the time, in microseconds since 1970 UTC
 * @error: return location; domain WAY_STORE_ERROR, code WAY_STORE_ERROR_WRITE
 *
 * Keeps a file as a version, unless its content is that of the newer one or of another version, and
 * forgets what is too much (see way_versions_choose()). Costs next to nothing on the file system of
 * the versions, and a copy on another.
 *
 * Returns: whether that could be done
 */
gboolean way_versions_move (const WayKeeping *keeping, const char *path, WayContent newer,
                            gint64 now, GError **error);

/**
 * way_versions_copy:
 * @path: a file that stays
 *
 * As way_versions_move().
 */
gboolean way_versions_copy (const WayKeeping *keeping, const char *path, WayContent newer,
                            gint64 now, GError **error);

/**
 * way_versions_forget:
 *
 * Removes all versions of @plan.
 */
void way_versions_forget (const WayId *plan);

/**
 * way_versions_choose:
 * @times: of versions, newest first, in microseconds
 * @count: how many there are, at least 1
 * @now: the time
 *
 * Which version to forget first, so that the gaps between those that stay grow with their age:
 * never the newest, nor the oldest while there is another choice, but the one whose neighbours are
 * closest to each other in proportion to their age.
 *
 * Returns: its index
 */
guint way_versions_choose (const gint64 *times, guint count, gint64 now);

G_END_DECLS
