/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document and what others do to its file.
 */
#include "config.h"

#include "way-document-watch.h"

#include "way-document-private.h"
#include "way-paths.h"
#include "way-plan-writer.h"

#include <glib/gi18n-lib.h>

#define VERSIONS_FOLDER "versions"
#define LOCK_RENEWAL (60 * 60) /* seconds; others call a lock old after days */

void
way_document_lose_file (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  way_history_mark_saved (self->history, WAY_HISTORY_NEVER_SAVED);
  way_document_keep_whole (self);
}

static void
on_noticed (WayDocument *self)
{
  switch (way_file_watch_get_state (self->watch))
    {
    case WAY_FILE_STATE_GONE:
      way_document_lose_file (self);
      break;
    case WAY_FILE_STATE_SAME:
      way_history_mark_saved (self->history, self->saved_serial);
      way_document_note_saved (self, self->stamp, 0);
      break;
    case WAY_FILE_STATE_CHANGED:
    default:
      break;
    }

  g_signal_emit_by_name (self, "file-noticed");
}

static gboolean
on_lock_due (gpointer data)
{
  WayDocument *self = data;

  way_file_lock_renew (self->lock);

  return G_SOURCE_CONTINUE;
}

/* @lock is nullable */
static void
hold (WayDocument *self, WayFileLock *lock)
{
  self->lock = lock;
  if (lock != NULL)
    self->lock_source = g_timeout_add_seconds (LOCK_RENEWAL, on_lock_due, self);
}

void
way_document_attend_file (WayDocument *self)
{
  if (!self->is_following || self->file == NULL)
    return;

  if (self->is_known && self->watch == NULL)
    {
      self->watch = way_file_watch_new (self->file, self->known);
      g_signal_connect_swapped (self->watch, "noticed", G_CALLBACK (on_noticed), self);
    }
  way_document_lock (self, NULL);
}

void
way_document_part_with_file (WayDocument *self)
{
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      g_object_run_dispose (G_OBJECT (self->watch));
    }
  g_clear_object (&self->watch);
  g_clear_handle_id (&self->lock_source, g_source_remove);
  g_clear_pointer (&self->lock, way_file_lock_release);
}

void
way_document_follow_file (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->is_following = TRUE;
  way_document_attend_file (self);
}

void
way_document_leave_file (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->is_following = FALSE;
  way_document_part_with_file (self);
}

void
way_document_look_at_file (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->watch != NULL)
    way_file_watch_look (self->watch);
  if (self->lock != NULL)
    way_file_lock_renew (self->lock);
}

WayFileState
way_document_get_file_state (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), WAY_FILE_STATE_SAME);

  return self->watch != NULL ? way_file_watch_get_state (self->watch) : WAY_FILE_STATE_SAME;
}

gboolean
way_document_get_edited (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  return way_history_get_serial (self->history) != self->saved_serial;
}

gboolean
way_document_lock (WayDocument *self, WayLockHolder **holder)
{
  g_autoptr (WayLockHolder) other = NULL;

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), TRUE);

  if (holder != NULL)
    *holder = NULL;
  if (self->lock != NULL || self->file == NULL || self->read_only != WAY_READ_ONLY_NO)
    return TRUE;

  hold (self, way_file_lock_take (self->file, &other));
  if (other == NULL)
    return TRUE;
  if (holder != NULL)
    *holder = g_steal_pointer (&other);

  return FALSE;
}

void
way_document_take_over_lock (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->lock == NULL && self->file != NULL)
    hold (self, way_file_lock_take_over (self->file));
}

static char *
make_path (GError **error)
{
  g_autofree char *folder
      = way_paths_make_private_folder (WAY_PRIVATE_DATA, VERSIONS_FOLDER, error);
  g_autofree char *name = g_uuid_string_random ();

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

gboolean
way_document_keep_version (WayDocument *self, GError **error)
{
  WayKeeping keeping = { *way_plan_get_id (self->plan), self->n_versions };
  g_autoptr (WaySnapshot) snapshot = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  if (keeping.count == 0 || way_document_get_private (self))
    {
      g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE,
                   _ ("No earlier versions are kept of “%s”."), way_document_get_title (self));
      return FALSE;
    }

  path = make_path (error);
  if (path == NULL)
    return FALSE;

  file = g_file_new_for_path (path);
  snapshot = way_snapshot_new (self->plan);

  /* It is compared with the other versions only: what is newer than it lies in the plan's file */
  return way_plan_write_file (snapshot, file, NULL, NULL, NULL, error)
         && way_versions_move (&keeping, path, (WayContent){ .size = -1 }, g_get_real_time (),
                               error);
}
