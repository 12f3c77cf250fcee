/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the document share. Internal to the room.
 */
#pragma once

#include "way-document.h"
#include "way-journal-reader.h"
#include "way-journal.h"
#include "way-schedule.h"

G_BEGIN_DECLS

/* What listeners of properties were told last, to tell them only what has become different */
typedef struct
{
  char *title;
  char *undo_name;
  char *redo_name;
  gboolean modified;
} State;

struct _WayDocument
{
  GObject parent_instance;

  WayPlan *plan;
  WayHistory *history;
  WaySchedule *schedule;
  GFile *file;
  gboolean read_only;
  gboolean saving;
  gboolean empty_is_meant; /* for the next save */
  guint n_versions;
  char *unkept;   /* nullable: what was wrong with keeping the earlier version */
  GQueue waiting;         /* of GTask: saves that have yet to begin */
  WayFileStamp stamp;     /* of the file when it was last read or saved */
  guint n_unsaved;        /* steps, as far as they are counted */
  gulong changed_handler; /* 0 unless unsaved work is to be kept */
  WayJournal *journal;    /* nullable: where it is kept */
  WayJournalClaim *claim; /* nullable: the journal that the document was restored from */
  gboolean told_unkept;
  State state;
};

void way_document_set_file (WayDocument *self, GFile *file);
void way_document_set_read_only (WayDocument *self, gboolean read_only);

/* In way-document-journal.c */

/* What was written of the journal stays */
void way_document_close_journal (WayDocument *self);

/* @n_steps: of way_document.n_unsaved, how many were saved */
void way_document_note_saved (WayDocument *self, WayFileStamp stamp, guint n_steps);

G_END_DECLS
