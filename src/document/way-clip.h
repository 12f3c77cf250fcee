/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of a plan, cut out so that it makes sense elsewhere: what a clipboard holds.
 */
#pragma once

#include "way-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_CLIP_ERROR (way_clip_error_quark ())
GQuark way_clip_error_quark (void);

/**
 * WayClipError:
 * @WAY_CLIP_ERROR_UNREADABLE: the data is no plan that this program can read
 * @WAY_CLIP_ERROR_EMPTY: there is nothing to paste
 * @WAY_CLIP_ERROR_TOO_LONG: the text has too many lines to be a list of milestones
 */
typedef enum
{
  WAY_CLIP_ERROR_UNREADABLE,
  WAY_CLIP_ERROR_EMPTY,
  WAY_CLIP_ERROR_TOO_LONG,
} WayClipError;

/**
 * way_clip_copy:
 * @ids: (array length=n_ids): what is selected; ids that @plan does not hold are passed over
 *
 * Takes along what belongs to it (sub-goals, milestones, evidence, comments, and dependencies that
 * have both ends in it) and the people and credentials that it refers to. References to all else
 * are left out. Records keep their ids. Private fields come along, for the clip is for the same
 * person's plans; texts for others are made by way_clip_get_text() and way_clip_get_csv().
 *
 * Returns: (transfer full): a sound plan of its own, with a new id
 */
WayPlan *way_clip_copy (WayPlan *plan, const WayId *ids, guint n_ids);

/**
 * way_clip_write:
 *
 * Returns: (transfer full) (nullable): @clip as a native file
 */
GBytes *way_clip_write (WayPlan *clip, GError **error);

/**
 * way_clip_get_text:
 *
 * Returns: (transfer full): a line for each goal, milestone, and credential that no milestone
 * refers to: title, dates in words, status. What is in a goal is indented below it.
 */
char *way_clip_get_text (WayPlan *clip);

/**
 * way_clip_get_csv:
 * @plan: where @clip was copied from, for the names of goals that are not in it
 *
 * Returns: (transfer full) (nullable): the milestones of @clip as way_csv_write_labelled() writes
 * them; %NULL when there are none
 */
char *way_clip_get_csv (WayPlan *clip, WayPlan *plan);

/**
 * way_clip_read:
 * @bytes: what this program has put on a clipboard
 * @error: WAY_CLIP_ERROR
 *
 * Returns: (transfer full) (nullable): the clip
 */
WayPlan *way_clip_read (GBytes *bytes, GError **error);

/**
 * way_clip_read_apart_async:
 * @stream: what a clipboard holds, from whatever program; read to its end, on a thread
 *
 * As way_clip_read(), in a process of its own, for nobody vouches for what others offer nor for how
 * much of it there is.
 */
void way_clip_read_apart_async (GInputStream *stream, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * way_clip_read_apart_finish:
 * @error: WAY_CLIP_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the clip
 */
WayPlan *way_clip_read_apart_finish (GAsyncResult *result, GError **error);

G_END_DECLS
