/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the document share. Internal to the room.
 */
#pragma once

#include "way-document.h"
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
  GQueue waiting; /* of GTask: saves that have yet to begin */
  State state;
};

void way_document_set_file (WayDocument *self, GFile *file);
void way_document_set_read_only (WayDocument *self, gboolean read_only);

G_END_DECLS
