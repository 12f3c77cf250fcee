/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the document share. Internal to the room.
 */
#pragma once

#include "way-document.h"
#include "way-file-lock.h"
#include "way-file-watch.h"
#include "way-journal-reader.h"
#include "way-journal.h"
#include "way-push.h"
#include "way-schedule.h"

G_BEGIN_DECLS

/* What listeners of properties were told last, to tell them only what has become different */
typedef struct
{
  char *title;
  char *undo_name;
  char *redo_name;
  gboolean modified;
  gboolean is_private;
} State;

struct _WayDocument
{
  GObject parent_instance;

  WayPlan *plan;
  WayHistory *history;
  WaySchedule *schedule;
  WayPush push;
  GArray *early; /* of WayId: dependencies that moves have broken, and nothing else since */
  GFile *file;
  WayReadOnly read_only;
  gboolean saving;
  gboolean empty_is_meant;     /* for the next save */
  gboolean overwrite_is_meant; /* for the next save */
  guint n_versions;
  char *unkept;         /* nullable: what was wrong with keeping the earlier version */
  GQueue waiting;       /* of GTask: saves that have yet to begin */
  WayFileStamp stamp;   /* of the file when it was last read or saved */
  WayFingerprint known; /* what it held then */
  gboolean is_known;
  guint64 saved_serial;   /* of the history then */
  gboolean is_following;  /* watches its file, and has a lock */
  WayFileWatch *watch;    /* nullable */
  WayFileLock *lock;      /* nullable */
  guint lock_source;      /* 0, or renews the lock now and then */
  guint n_unsaved;        /* steps, as far as they are counted */
  gulong changed_handler; /* 0 unless unsaved work is to be kept */
  WayJournal *journal;    /* nullable: where it is kept */
  WayJournalClaim *claim; /* nullable: the journal that the document was restored from */
  gboolean told_unkept;
  State state;
};

/**
 * way_document_run:
 * @push: what happens with what becomes too early
 *
 * As way_document_execute(), which asks for what the person prefers.
 */
gboolean way_document_run (WayDocument *self, const char *name, const char *coalesce,
                           WayCommandFunc command, gpointer user_data, WayPush push,
                           GError **error);

/**
 * WayAftermath:
 * @broken: of WayId: the dependencies that new dates have broken, which the person is to decide
 * about
 * @result: what was pushed along
 */
typedef struct
{
  GArray *broken;
  WayPushResult result;
} WayAftermath;

void way_aftermath_clear (WayAftermath *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayAftermath, way_aftermath_clear)

/* Has what @group moved push what waits for it, as the last part of the same step */
gboolean way_document_follow_moves (WayDocument *self, WayEditGroup *group, WayPush push,
                                    WayAftermath *aftermath, GError **error);

/* Adds what a step has broken to what could be pushed along, and tells of it */
void way_document_tell_early (WayDocument *self, const WayAftermath *aftermath);

/* Takes back what is too early: something else has been done since */
void way_document_forget_early (WayDocument *self);

void way_document_set_file (WayDocument *self, GFile *file);

/* In way-document-journal.c */

/* What was written of the journal stays */
void way_document_close_journal (WayDocument *self);

/* Keeps the plan as it is, though no step has made it so */
void way_document_keep_whole (WayDocument *self);

/* @n_steps: of way_document.n_unsaved, how many were saved */
void way_document_note_saved (WayDocument *self, WayFileStamp stamp, guint n_steps);

/* In way-document-watch.c */

/* Watches and locks the file, as far as that is wanted and not yet done */
void way_document_attend_file (WayDocument *self);

/* Ends that for the file it has had */
void way_document_part_with_file (WayDocument *self);

G_END_DECLS
