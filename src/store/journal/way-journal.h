/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps work that is not saved yet, so that it survives the program.
 */
#pragma once

#include "way-file-stamp.h"
#include "way-snapshot.h"
#include "way-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayJournalBase:
 * @path: (nullable): the plan's file
 * @stamp: of that file when it was last read or saved
 *
 * What work is based on.
 */
typedef struct
{
  const char *path;
  WayFileStamp stamp;
} WayJournalBase;

/**
 * WayJournal:
 *
 * The unsaved work of one document. It has a thread of its own that does all writing; what is
 * called here only notes what there is to do. There is no file before way_journal_start().
 */
typedef struct _WayJournal WayJournal;

/**
 * WayJournalFailedFunc:
 * @error: what, and what to do about it
 *
 * Is called on the thread that made the journal, for the first of several failures in a row.
 */
typedef void (*WayJournalFailedFunc) (const GError *error, gpointer user_data);

/**
 * way_journal_new:
 * @path: its file, as way_journal_make_path() gives it or as another journal had it that this one
 * takes over
 * @failed: is told when the work cannot be kept; that is no reason to stop working
 *
 * Returns: (transfer full): a journal
 */
WayJournal *way_journal_new (const char *path, WayJournalFailedFunc failed, gpointer user_data);

/**
 * way_journal_make_path:
 * @error: return location; domain G_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): a path that no journal has, in the folder of journals
 */
char *way_journal_make_path (GError **error);

/**
 * way_journal_free:
 *
 * Writes what there is to write, and waits for that. The file stays, and is nobody's.
 */
void way_journal_free (WayJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJournal, way_journal_free)

/**
 * way_journal_start:
 * @base: what has been saved
 * @snapshot: the plan as it is, with what has not
 * @n_unsaved: how many steps that is
 *
 * Begins the journal, or begins it anew.
 */
void way_journal_start (WayJournal *self, const WayJournalBase *base, WaySnapshot *snapshot,
                        guint n_unsaved);

/**
 * way_journal_wants_start:
 *
 * Returns: whether way_journal_start() should take the place of the next way_journal_append():
 * there is no file yet, it has become long, or it could not be written some time ago
 */
gboolean way_journal_wants_start (WayJournal *self);

/**
 * way_journal_append:
 * @changes: what a step has done
 * @name: (nullable): what it is called
 *
 * Costs the same however large the step or the plan.
 */
void way_journal_append (WayJournal *self, WayChangeSet *changes, const char *name);

/**
 * way_journal_remove:
 *
 * Takes the file away: all has been saved, or may go. Another way_journal_start() may follow.
 */
void way_journal_remove (WayJournal *self);

/**
 * way_journal_get_serial:
 *
 * Returns: how many steps there have been so far; each start and each step makes it one more
 */
guint64 way_journal_get_serial (WayJournal *self);

/**
 * way_journal_get_written:
 *
 * Returns: up to which serial the work survives the end of this program
 */
guint64 way_journal_get_written (WayJournal *self);

/**
 * way_journal_get_flushed:
 *
 * Returns: up to which serial it survives a power cut
 */
guint64 way_journal_get_flushed (WayJournal *self);

/**
 * way_journal_wait:
 *
 * Waits until all is written that there is to write.
 */
void way_journal_wait (WayJournal *self);

G_END_DECLS
