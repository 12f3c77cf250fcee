/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing with an earlier version, and bringing it back.
 */
#include "config.h"

#include "way-document-version.h"

#include "way-document-private.h"
#include "way-reader-process.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GFile *file;
  WaySnapshot *now;
} Order;

static void
order_free (Order *self)
{
  g_object_unref (self->file);
  way_snapshot_unref (self->now);
  g_free (self);
}

/* In a process of its own, for a version may be what a stranger sent before it was saved here */
static WayPlan *
read_version (GFile *file, GCancellable *cancellable, GError **error)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = way_plan_read_apart (file, &report, cancellable, error);

  if (plan == NULL || !report.read_only)
    return g_steal_pointer (&plan);

  g_set_error_literal (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY,
                       _ ("It was made by a newer Waymark, and this one would lose what that has "
                          "added. Restore it with the newer one."));
  return NULL;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;
  g_autoptr (WayPlan) version = read_version (order->file, cancellable, &error);
  g_autoptr (WayPlan) now = NULL;

  if (version == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  now = way_snapshot_make_plan (order->now);
  g_task_return_pointer (task, way_comparison_new (now, version),
                         (GDestroyNotify)way_comparison_unref);
}

void
way_document_compare_async (WayDocument *self, GFile *file, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (WAY_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  order = g_new (Order, 1);
  *order = (Order){ g_object_ref (file), way_snapshot_new (self->plan) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, way_document_compare_async);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, compare_in_thread);
}

WayComparison *
way_document_compare_finish (WayDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, way_document_compare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A plan keeps its id, whatever that of the version is */
static void
replace_root (WayEditGroup *group, const WayRecord *before, const WayRecord *after)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  g_autoptr (WayRecord) root = NULL;

  way_record_builder_start_from (builder, after);
  way_record_builder_set_id (builder, way_record_get_id (before));
  root = way_record_builder_end (builder);
  way_edit_group_replace (group, before, root);
}

static void
replace_record (WayEditGroup *group, const WayDifference *difference)
{
  if (difference->kind == WAY_KIND_PLAN)
    replace_root (group, difference->before, difference->after);
  else
    way_edit_group_replace (group, difference->before, difference->after);
}

/* A record that differs in several fields is replaced once. What goes, goes first, for its id may
 * come back as that of another kind. */
static gboolean
run_restore (WayEditGroup *group, gpointer version, GError **error)
{
  g_autoptr (GArray) differences
      = way_compare_plans (way_edit_group_get_plan (group), WAY_PLAN (version));
  const WayRecord *last = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const WayDifference *difference = &g_array_index (differences, WayDifference, i);

      if (difference->after == NULL)
        replace_record (group, difference);
    }

  for (guint i = 0; i < differences->len; i++)
    {
      const WayDifference *difference = &g_array_index (differences, WayDifference, i);

      if (difference->after != NULL && difference->after != last)
        replace_record (group, difference);
      last = difference->after;
    }

  return TRUE;
}

gboolean
way_document_restore (WayDocument *self, WayPlan *plan, const char *name, GError **error)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (WAY_IS_PLAN (plan), FALSE);

  return way_document_run (self, name, NULL, run_restore, plan, WAY_PUSH_NEVER, error);
}

WayDocument *
way_document_new_copy (WayPlan *plan)
{
  WayDocument *self = way_document_new (plan);

  way_history_mark_saved (way_document_get_history (self), WAY_HISTORY_NEVER_SAVED);

  return self;
}
