/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document and its journal.
 */
#include "config.h"

#include "way-document-journal.h"

#include "way-document-private.h"

static void
tell_unkept (const GError *error, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "unkept", error->message);
}

/* Nothing lies in any folder before there is something to lose */
static gboolean
ensure_journal (WayDocument *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->journal != NULL)
    return TRUE;

  if (self->claim != NULL)
    path = g_strdup (way_journal_claim_get_path (self->claim));
  else
    path = way_journal_make_path (&error);

  if (path == NULL)
    {
      if (!self->told_unkept)
        tell_unkept (error, self);
      self->told_unkept = TRUE;
      return FALSE;
    }

  self->journal = way_journal_new (path, tell_unkept, self);

  return TRUE;
}

static void
start_journal (WayDocument *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (self->plan);
  WayJournalBase base = { path, self->stamp };

  way_journal_start (self->journal, &base, snapshot, self->n_unsaved);
}

static void
on_plan_changed (WayPlan *plan, WayChangeSet *changes, WayDocument *self)
{
  if (way_history_is_saved (self->history))
    {
      self->n_unsaved = 0;
      if (self->journal != NULL)
        way_journal_remove (self->journal);
      return;
    }

  self->n_unsaved++;
  if (!ensure_journal (self))
    return;

  if (way_journal_wants_start (self->journal))
    start_journal (self);
  else
    way_journal_append (self->journal, changes, way_history_get_undo_name (self->history, 0));
}

void
way_document_keep_unsaved (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->changed_handler != 0)
    return;

  self->changed_handler
      = g_signal_connect (self->plan, "changed", G_CALLBACK (on_plan_changed), self);
  if (way_document_get_modified (self))
    way_document_keep_whole (self);
}

void
way_document_forget_unsaved (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->claim != NULL)
    way_journal_claim_remove (self->claim);
  if (self->journal != NULL)
    way_journal_remove (self->journal);
  way_document_close_journal (self);
}

void
way_document_close_journal (WayDocument *self)
{
  g_clear_signal_handler (&self->changed_handler, self->plan);
  g_clear_pointer (&self->journal, way_journal_free);
  g_clear_pointer (&self->claim, way_journal_claim_free);
}

void
way_document_keep_whole (WayDocument *self)
{
  if (self->changed_handler != 0 && ensure_journal (self))
    start_journal (self);
}

void
way_document_wait_kept (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->journal != NULL)
    way_journal_wait (self->journal);
}

void
way_document_note_saved (WayDocument *self, WayFileStamp stamp, guint n_steps)
{
  self->stamp = stamp;
  self->n_unsaved -= MIN (self->n_unsaved, n_steps);

  if (self->changed_handler == 0)
    return;

  if (!way_document_get_modified (self))
    {
      self->n_unsaved = 0;
      if (self->journal != NULL)
        way_journal_remove (self->journal);
    }
  else
    way_document_keep_whole (self);
}
