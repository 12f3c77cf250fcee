/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work that a program which is gone has left unsaved.
 */
#pragma once

#include "way-comparison.h"
#include "way-document.h"

G_BEGIN_DECLS

/**
 * WayRecoveryFile:
 * @WAY_RECOVERY_FILE_NONE: the plan never was in a file of this computer
 * @WAY_RECOVERY_FILE_SAME: its file is as it was when the work was begun
 * @WAY_RECOVERY_FILE_CHANGED: its file has become another since
 * @WAY_RECOVERY_FILE_BUSY: it is open in a window, with other changes
 * @WAY_RECOVERY_FILE_GONE: its file is no more, or cannot be read
 *
 * What has become of the plan's file.
 */
typedef enum
{
  WAY_RECOVERY_FILE_NONE,
  WAY_RECOVERY_FILE_SAME,
  WAY_RECOVERY_FILE_CHANGED,
  WAY_RECOVERY_FILE_BUSY,
  WAY_RECOVERY_FILE_GONE,
} WayRecoveryFile;

#define WAY_TYPE_RECOVERY (way_recovery_get_type ())
G_DECLARE_FINAL_TYPE (WayRecovery, way_recovery, WAY, RECOVERY, GObject)

/**
 * way_recovery_list:
 *
 * Finds what there is to be restored; blocks. Work of which the file has all is not among it: that
 * was saved, and only the journal could not be taken away any more.
 *
 * Returns: (transfer full) (element-type WayRecovery): what was worked on last comes first
 */
GPtrArray *way_recovery_list (void);

/**
 * way_recovery_list_async:
 *
 * As way_recovery_list(), on another thread.
 */
void way_recovery_list_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *way_recovery_list_finish (GAsyncResult *result, GError **error);

/* (not nullable): translated "Untitled plan" where it has none, or its title cannot be read */
const char *way_recovery_get_title (WayRecovery *self);
/* (nullable): the plan's file, whatever has become of it */
GFile *way_recovery_get_file (WayRecovery *self);
WayRecoveryFile way_recovery_get_file_state (WayRecovery *self);

/**
 * way_recovery_get_time:
 *
 * Returns: when it was last worked on, in seconds since 1970
 */
gint64 way_recovery_get_time (WayRecovery *self);
guint64 way_recovery_get_n_steps (WayRecovery *self);

/**
 * way_recovery_get_error:
 *
 * Returns: (nullable): why it cannot be restored
 */
const GError *way_recovery_get_error (WayRecovery *self);

/**
 * way_recovery_get_comparison:
 *
 * Returns: (transfer none) (nullable): the file as it is now, or an empty plan where there is none,
 * and the work; %NULL where there is an error
 */
WayComparison *way_recovery_get_comparison (WayRecovery *self);

/**
 * way_recovery_dup_summary:
 *
 * Returns: (transfer full): what differs in few words, as "3 milestones changed, 1 goal added"
 */
char *way_recovery_dup_summary (WayRecovery *self);

/**
 * way_recovery_get_reason:
 *
 * Returns: (nullable): for people, why what is restored becomes a plan without a file although it
 * had one; %NULL when it does not
 */
const char *way_recovery_get_reason (WayRecovery *self);

/**
 * way_recovery_restore:
 * @is_busy: whether the plan is being worked on anew already
 *
 * The document is modified. It has the plan's file when that is as it was, and none otherwise; no
 * file is written. The journal stays until the document's own has taken its place.
 *
 * Returns: (transfer full) (nullable): the document, %NULL where there is an error
 */
WayDocument *way_recovery_restore (WayRecovery *self, gboolean is_busy);

/**
 * way_recovery_discard:
 *
 * Deletes the work.
 */
void way_recovery_discard (WayRecovery *self);

G_END_DECLS
