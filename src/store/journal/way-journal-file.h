/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal's file while it is being written, and the lock that tells that it is. For this room
 * only.
 */
#pragma once

#include "way-journal.h"
#include "way-snapshot.h"

G_BEGIN_DECLS

typedef struct _WayJournalFile WayJournalFile;

/**
 * WayJournalStart:
 * @base: what the work is based on
 * @snapshot: the plan as it is
 * @serial: of the step that made it so
 * @since: the serial of the state that the base has; it wraps around where that is older than the
 * serials
 * @time: of that step, in seconds since 1970
 *
 * What a journal begins with.
 */
typedef struct
{
  WayJournalBase base;
  WaySnapshot *snapshot;
  guint64 serial;
  guint64 since;
  gint64 time;
} WayJournalStart;

/**
 * way_journal_file_new:
 * @path: what it is called once it is whole
 * @error: return location; domain WAY_STORE_ERROR
 *
 * Writes the beginning of a journal beside @path, flushes it, and puts it in the place of what may
 * be there.
 *
 * Returns: (transfer full) (nullable): the file, locked, to which steps may be appended
 */
WayJournalFile *way_journal_file_new (const char *path, const WayJournalStart *start,
                                      GCancellable *cancellable, GError **error);

/**
 * way_journal_file_free:
 *
 * Closes it, by which the lock is gone; the file stays.
 */
void way_journal_file_free (WayJournalFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJournalFile, way_journal_file_free)

/**
 * way_journal_file_append:
 * @name: (nullable): what the step is called
 *
 * Writes one step; not yet to the disk. When it fails what was written before is still sound.
 */
gboolean way_journal_file_append (WayJournalFile *self, WayChangeSet *changes, guint64 serial,
                                  gint64 time, const char *name, GError **error);

gboolean way_journal_file_flush (WayJournalFile *self, GError **error);

/**
 * way_journal_file_is_long:
 *
 * Returns: whether the steps take so much room that a new checkpoint would save most of it
 */
gboolean way_journal_file_is_long (WayJournalFile *self);

G_END_DECLS
