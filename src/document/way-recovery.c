/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What journals hold, beside what the files hold.
 */
#include "config.h"

#include "way-recovery.h"

#include "way-document-private.h"
#include "way-plan-reader.h"

#include <glib/gi18n-lib.h>

struct _WayRecovery
{
  GObject parent_instance;

  WayJournalClaim *claim; /* NULL once it was restored or discarded */
  WayJournalContent content;
  GError *error;      /* nullable */
  GFile *file;        /* nullable */
  WayFileStamp stamp; /* of the file */
  WayRecoveryFile state;
  WayComparison *comparison; /* nullable: with the file */
};

G_DEFINE_FINAL_TYPE (WayRecovery, way_recovery, G_TYPE_OBJECT)

static void
way_recovery_finalize (GObject *object)
{
  WayRecovery *self = WAY_RECOVERY (object);

  g_clear_pointer (&self->claim, way_journal_claim_free);
  way_journal_content_clear (&self->content);
  g_clear_error (&self->error);
  g_clear_object (&self->file);
  g_clear_pointer (&self->comparison, way_comparison_unref);

  G_OBJECT_CLASS (way_recovery_parent_class)->finalize (object);
}

static void
way_recovery_class_init (WayRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_recovery_finalize;
}

static void
way_recovery_init (WayRecovery *self)
{
}

/* The plan that is in the file now, and what has become of the file */
static WayPlan *
read_file (WayRecovery *self)
{
  const char *path = self->content.path;
  WayFingerprint fingerprint;
  WayPlan *plan;

  if (path == NULL)
    {
      self->state = WAY_RECOVERY_FILE_NONE;
      return way_plan_new (way_plan_get_id (self->content.plan));
    }

  self->file = g_file_new_for_path (path);
  self->stamp = way_file_stamp_take (path);
  self->state = WAY_RECOVERY_FILE_GONE;
  if (!way_fingerprint_file (path, &fingerprint, NULL))
    return way_plan_new (way_plan_get_id (self->content.plan));

  self->state
      = self->content.is_known && way_fingerprint_equal (fingerprint, self->content.fingerprint)
            ? WAY_RECOVERY_FILE_SAME
            : WAY_RECOVERY_FILE_CHANGED;
  plan = way_plan_read_file (self->file, NULL, NULL, NULL);

  return plan != NULL ? plan : way_plan_new (way_plan_get_id (self->content.plan));
}

static WayRecovery *
recovery_new (WayJournalClaim *claim)
{
  WayRecovery *self = g_object_new (WAY_TYPE_RECOVERY, NULL);
  g_autoptr (WayPlan) before = NULL;

  self->claim = claim;
  if (!way_journal_claim_read (claim, &self->content, &self->error))
    {
      WayFileStamp stamp = way_file_stamp_take (way_journal_claim_get_path (claim));

      self->content.time = stamp.modified / G_GINT64_CONSTANT (1000000000);
      return self;
    }

  before = read_file (self);
  self->comparison = way_comparison_new (before, self->content.plan);

  return self;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const WayRecovery *left = *(WayRecovery *const *)a, *right = *(WayRecovery *const *)b;

  return (left->content.time < right->content.time) - (left->content.time > right->content.time);
}

GPtrArray *
way_recovery_list (void)
{
  g_autoptr (GPtrArray) claims = way_journal_claim_all (NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  while (claims->len > 0)
    {
      WayRecovery *self = recovery_new (g_ptr_array_steal_index_fast (claims, claims->len - 1));

      if (self->comparison != NULL && way_comparison_get_n_records (self->comparison) == 0)
        {
          way_recovery_discard (self);
          g_object_unref (self);
        }
      else
        g_ptr_array_add (list, self);
    }
  g_ptr_array_sort (list, compare_times);

  return list;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, way_recovery_list (), (GDestroyNotify)g_ptr_array_unref);
}

void
way_recovery_list_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, way_recovery_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
way_recovery_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, way_recovery_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
way_recovery_get_title (WayRecovery *self)
{
  const char *title = NULL;

  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  if (self->content.plan != NULL)
    title = way_record_get_called (way_plan_get_root (self->content.plan));

  return title != NULL ? title : _ ("Untitled plan");
}

GFile *
way_recovery_get_file (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  return self->file;
}

WayRecoveryFile
way_recovery_get_file_state (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), WAY_RECOVERY_FILE_NONE);

  return self->state;
}

gint64
way_recovery_get_time (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), 0);

  return self->content.time;
}

guint64
way_recovery_get_n_steps (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), 0);

  return self->content.n_steps;
}

const GError *
way_recovery_get_error (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  return self->error;
}

WayComparison *
way_recovery_get_comparison (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  return self->comparison;
}

char *
way_recovery_dup_summary (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  return self->comparison != NULL ? way_comparison_dup_summary (self->comparison) : g_strdup ("");
}

const char *
way_recovery_get_reason (WayRecovery *self)
{
  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  switch (self->state)
    {
    case WAY_RECOVERY_FILE_CHANGED:
      return _ ("Its file has changed since, so it becomes a copy without a file. Save it under a "
                "name of its own.");
    case WAY_RECOVERY_FILE_BUSY:
      return _ ("Its file is open and has other changes, so it becomes a copy without a file. Save "
                "it under a name of its own.");
    case WAY_RECOVERY_FILE_GONE:
      return _ ("Its file is not there any more, or cannot be read, so it becomes a plan without a "
                "file. Save it under a name of your choice.");
    case WAY_RECOVERY_FILE_NONE:
    case WAY_RECOVERY_FILE_SAME:
    default:
      return NULL;
    }
}

/* While the person made up their mind */
static gboolean
has_changed (WayRecovery *self)
{
  WayFileStamp stamp = way_file_stamp_take (self->content.path);

  return !way_file_stamp_equal (&stamp, &self->stamp);
}

WayDocument *
way_recovery_restore (WayRecovery *self, gboolean is_busy)
{
  WayDocument *document;

  g_return_val_if_fail (WAY_IS_RECOVERY (self), NULL);

  if (self->content.plan == NULL || self->claim == NULL)
    return NULL;

  if (self->state == WAY_RECOVERY_FILE_SAME && is_busy)
    self->state = WAY_RECOVERY_FILE_BUSY;
  if (self->state == WAY_RECOVERY_FILE_SAME && has_changed (self))
    self->state = WAY_RECOVERY_FILE_CHANGED;

  document = way_document_new (self->content.plan);
  way_history_mark_saved (way_document_get_history (document), WAY_HISTORY_NEVER_SAVED);
  document->saved_serial = WAY_HISTORY_NEVER_SAVED;
  document->n_unsaved = (guint)MIN (self->content.n_steps, G_MAXUINT);
  document->claim = g_steal_pointer (&self->claim);
  if (self->state == WAY_RECOVERY_FILE_SAME)
    {
      way_document_set_file (document, self->file);
      document->stamp = self->stamp;
      document->known = self->content.fingerprint;
      document->is_known = TRUE;
    }

  return document;
}

void
way_recovery_discard (WayRecovery *self)
{
  g_return_if_fail (WAY_IS_RECOVERY (self));

  if (self->claim != NULL)
    way_journal_claim_remove (self->claim);
  g_clear_pointer (&self->claim, way_journal_claim_free);
}
