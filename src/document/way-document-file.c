/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading and saving a document, here or on another thread.
 */
#include "config.h"

#include "way-document-private.h"

#include "way-document-watch.h"
#include "way-own-files.h"
#include "way-plan-emptied.h"
#include "way-plan-writer.h"
#include "way-reader-process.h"
#include "way-today.h"

#include <glib/gi18n-lib.h>

#define MAX_READS 3 /* of a file that others write meanwhile */

WayDocument *
way_document_new_from_template (const WayTemplate *template, GError **error)
{
  g_autoptr (GBytes) bytes = way_template_load (template, error);
  g_autoptr (WayPlan) pattern
      = bytes == NULL ? NULL : way_plan_read_bytes (bytes, template->id, NULL, error);
  g_autoptr (WayPlan) plan = NULL;

  if (pattern == NULL)
    return NULL;

  plan = way_template_instantiate (pattern, NULL, way_day_today ());

  return way_document_new (plan);
}

/* What reading gives, on whatever thread */
typedef struct
{
  WayPlan *plan;
  gboolean read_only;
  WayFileStamp stamp;
  WayFingerprint fingerprint;
  gboolean is_known; /* the fingerprint */
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_object (&loaded->plan);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

/* A stranger's file is read where it can do no harm; what was written here needs no such care, and
 * a window is not kept waiting for it */
static WayPlan *
read_with_care (GFile *file, const WayFingerprint *content, WayReadReport *report,
                GCancellable *cancellable, GError **error)
{
  return way_own_files_has (file, content) ? way_plan_read_file (file, report, cancellable, error)
                                           : way_plan_read_apart (file, report, cancellable, error);
}

static Loaded *
read_once (GFile *file, const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->stamp = way_file_stamp_take (path);
  loaded->is_known = path != NULL && way_fingerprint_file (path, &loaded->fingerprint, NULL);
  loaded->plan = read_with_care (file, loaded->is_known ? &loaded->fingerprint : NULL, &report,
                                 cancellable, error);
  loaded->read_only = report.read_only;

  return loaded->plan != NULL ? g_steal_pointer (&loaded) : NULL;
}

/* What was read has to be what the fingerprint is of. A file that never keeps still is taken as it
 * was read last; the watch tells that it has changed. */
static Loaded *
read_plan (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  Loaded *loaded = read_once (file, path, cancellable, error);

  for (guint i = 1; i < MAX_READS && loaded != NULL; i++)
    {
      WayFileStamp stamp = way_file_stamp_take (path);

      if (way_file_stamp_equal (&stamp, &loaded->stamp))
        break;
      loaded_free (loaded);
      loaded = read_once (file, path, cancellable, error);
    }

  return loaded;
}

static WayDocument *
publish (GFile *file, const Loaded *loaded)
{
  WayDocument *self = way_document_new (loaded->plan);

  self->file = g_object_ref (file);
  self->read_only = loaded->read_only ? WAY_READ_ONLY_NEWER : WAY_READ_ONLY_NO;
  self->stamp = loaded->stamp;
  self->known = loaded->fingerprint;
  self->is_known = loaded->is_known;

  return self;
}

WayDocument *
way_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  loaded = read_plan (file, cancellable, error);

  return loaded == NULL ? NULL : publish (file, loaded);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Loaded *loaded = read_plan (task_data, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify)loaded_free);
  else
    g_task_return_error (task, error);
}

void
way_document_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, way_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

WayDocument *
way_document_load_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, way_document_load_async), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);

  return loaded == NULL ? NULL : publish (g_task_get_task_data (G_TASK (result)), loaded);
}

/* One save: what is written, and what the document is told when it is done */
typedef struct
{
  GFile *file;
  WaySnapshot *snapshot;
  guint64 serial;
  gboolean empty_is_meant;
  gboolean is_private;
  gboolean is_expected;    /* that the file holds something, */
  WayFingerprint expected; /* which is this */
  WayKeeping keeping;
  WaySaveReport report;
  guint n_steps;      /* that have not been saved before */
  WayFileStamp stamp; /* of the file, once it is written */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  way_snapshot_unref (save->snapshot);
  way_save_report_clear (&save->report);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autoptr (GFileInfo) info_a = NULL, info_b = NULL;

  if (g_file_equal (a, b))
    return TRUE;

  info_a = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);
  info_b = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);

  return info_a != NULL && info_b != NULL
         && g_strcmp0 (g_file_info_get_attribute_string (info_a, G_FILE_ATTRIBUTE_ID_FILE),
                       g_file_info_get_attribute_string (info_b, G_FILE_ATTRIBUTE_ID_FILE))
                == 0;
}

static void
refuse_read_only (WayDocument *self, GError **error)
{
  g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY,
               self->read_only == WAY_READ_ONLY_NEWER
                   ? _ ("“%s” was made by a newer Waymark; saving it here would lose what that "
                        "version added. Save it under another name.")
                   : _ ("“%s” is open elsewhere and was opened here only to be read. Save it under "
                        "another name."),
               way_document_get_title (self));
}

static Save *
begin_save (WayDocument *self, GFile *file, GError **error)
{
  Save *save;
  gboolean is_own;

  if (file == NULL)
    file = self->file;

  if (file == NULL)
    {
      g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_NO_FILE,
                   _ ("“%s” has no file yet. Choose a name to save it under."),
                   way_document_get_title (self));
      return NULL;
    }

  if (self->saving)
    {
      g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_BUSY,
                   _ ("“%s” is being saved already. Try again when that is done."),
                   way_document_get_title (self));
      return NULL;
    }

  is_own = self->file != NULL && is_same_file (file, self->file);
  if (self->read_only != WAY_READ_ONLY_NO && is_own)
    {
      refuse_read_only (self, error);
      return NULL;
    }

  save = g_new0 (Save, 1);
  save->file = g_object_ref (file);
  save->snapshot = way_snapshot_new (self->plan);
  save->serial = way_history_get_serial (self->history);
  save->empty_is_meant = self->empty_is_meant;
  save->is_private = way_document_get_private (self);
  save->keeping
      = (WayKeeping){ *way_plan_get_id (self->plan), save->is_private ? 0 : self->n_versions };
  save->is_expected = is_own && self->is_known && !self->overwrite_is_meant;
  save->expected = self->known;
  self->empty_is_meant = self->overwrite_is_meant = FALSE;
  if (self->watch != NULL)
    way_file_watch_hold (self->watch);
  save->n_steps = self->n_unsaved;
  self->saving = TRUE;

  return save;
}

static gboolean
refuse_empty (const Save *save, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (save->file);

  g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_EMPTY,
               _ ("%s holds a plan, and would be empty after this. Undo what has emptied the plan, "
                  "or save under another name."),
               name);

  return FALSE;
}

/* Has what others did to the file be an error of the document, which can be told to overwrite;
 * @cause: (transfer full) */
static gboolean
refuse_changed (GError *cause, GError **error)
{
  WayDocumentError code
      = cause->code == WAY_STORE_ERROR_GONE ? WAY_DOCUMENT_ERROR_GONE : WAY_DOCUMENT_ERROR_CHANGED;

  if (g_error_matches (cause, WAY_STORE_ERROR, WAY_STORE_ERROR_CHANGED)
      || g_error_matches (cause, WAY_STORE_ERROR, WAY_STORE_ERROR_GONE))
    {
      cause->domain = WAY_DOCUMENT_ERROR;
      cause->code = code;
    }
  g_propagate_error (error, cause);

  return FALSE;
}

/* On whatever thread */
static gboolean
write_save (Save *save, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (save->file);
  g_autoptr (GError) cause = NULL;

  if (!save->empty_is_meant && way_plan_is_emptied (save->snapshot, save->file, cancellable))
    return refuse_empty (save, error);

  if (!way_plan_replace_file (save->snapshot, save->file,
                              save->is_expected ? &save->expected : NULL, &save->keeping,
                              &save->report, cancellable, &cause))
    return refuse_changed (g_steal_pointer (&cause), error);

  save->stamp = way_file_stamp_take (path);
  /* What was kept before the plan became private goes now and not sooner, for that can be undone */
  if (save->is_private)
    way_versions_forget (&save->keeping.plan);
  else
    way_own_files_add (save->report.fingerprint);

  return TRUE;
}

static void
end_save (WayDocument *self, const Save *save, gboolean is_saved)
{
  self->saving = FALSE;
  if (!is_saved)
    {
      if (self->watch != NULL)
        way_file_watch_release (self->watch);
      way_document_look_at_file (self);
      return;
    }

  g_free (self->unkept);
  self->unkept = save->report.unkept != NULL ? g_strdup (save->report.unkept->message) : NULL;
  self->known = save->report.fingerprint;
  self->is_known = TRUE;
  self->saved_serial = save->serial;
  way_document_set_read_only (self, WAY_READ_ONLY_NO);
  way_document_set_file (self, save->file);
  way_document_attend_file (self);
  if (self->watch != NULL)
    way_file_watch_set_known (self->watch, self->known);
  way_history_mark_saved (self->history, save->serial);
  way_document_note_saved (self, save->stamp, save->n_steps);
}

gboolean
way_document_save (WayDocument *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Save) save = NULL;
  gboolean is_saved;

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  save = begin_save (self, file, error);
  if (save == NULL)
    return FALSE;

  is_saved = write_save (save, cancellable, error);
  end_save (self, save, is_saved);

  return is_saved;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_save (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void begin_next_save (WayDocument *self);

/* Back on the thread of the document, before the caller hears of it */
static void
on_save_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  WayDocument *self = WAY_DOCUMENT (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);

  end_save (self, g_task_get_task_data (G_TASK (result)), is_saved);
  if (is_saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  begin_next_save (self);
}

/* Begins the save that has waited longest, unless one is going on */
static void
begin_next_save (WayDocument *self)
{
  while (!self->saving && !g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);
      g_autoptr (GTask) writer = NULL;
      GError *error = NULL;
      Save *save = begin_save (self, g_task_get_task_data (task), &error);

      if (save == NULL)
        {
          g_task_return_error (task, error);
          g_object_unref (task);
          continue;
        }

      writer = g_task_new (self, g_task_get_cancellable (task), on_save_written, task);
      g_task_set_check_cancellable (writer, FALSE);
      g_task_set_task_data (writer, save, (GDestroyNotify)save_free);
      g_task_run_in_thread (writer, save_in_thread);
    }
}

void
way_document_save_async (WayDocument *self, GFile *file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (WAY_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, way_document_save_async);
  /* A file that was written before the cancelling was heard of is saved, and has to be reported so.
   */
  g_task_set_check_cancellable (task, FALSE);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);

  g_queue_push_tail (&self->waiting, task);
  begin_next_save (self);
}

gboolean
way_document_save_finish (WayDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, way_document_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
way_document_confirm_empty (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->empty_is_meant = TRUE;
}

void
way_document_confirm_overwrite (WayDocument *self)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->overwrite_is_meant = TRUE;
}

void
way_document_set_n_versions (WayDocument *self, guint n_versions)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->n_versions = n_versions;
}

const char *
way_document_get_unkept (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->unkept;
}
