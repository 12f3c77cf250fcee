/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Salvaging on a thread, for a file may be large and its damage in many places.
 */
#include "way-document-salvage.h"

#include "way-document-version.h"
#include "way-reader-process.h"

typedef struct
{
  WayPlan *plan;
  GPtrArray *missing;
} Salvaged;

static void
salvaged_free (Salvaged *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Salvaged, salvaged_free)

gboolean
way_document_can_salvage (const GError *error)
{
  return g_error_matches (error, WAY_STORE_ERROR, WAY_STORE_ERROR_SYNTAX)
         || g_error_matches (error, WAY_STORE_ERROR, WAY_STORE_ERROR_INVALID)
         || g_error_matches (error, WAY_STORE_ERROR, WAY_STORE_ERROR_REFUSED);
}

static void
salvage_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (Salvaged) salvaged = g_new0 (Salvaged, 1);
  GError *error = NULL;

  salvaged->plan = way_plan_salvage_apart (task_data, &salvaged->missing, cancellable, &error);
  if (salvaged->plan != NULL)
    g_task_return_pointer (task, g_steal_pointer (&salvaged), (GDestroyNotify)salvaged_free);
  else
    g_task_return_error (task, error);
}

void
way_document_salvage_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, way_document_salvage_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, salvage_in_thread);
}

WayDocument *
way_document_salvage_finish (GAsyncResult *result, GPtrArray **missing, GError **error)
{
  g_autoptr (Salvaged) salvaged = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, way_document_salvage_async), NULL);

  salvaged = g_task_propagate_pointer (G_TASK (result), error);
  if (salvaged == NULL)
    return NULL;

  *missing = g_steal_pointer (&salvaged->missing);

  return way_document_new_copy (salvaged->plan);
}
