/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A snapshot of the plan goes to the thread, bytes come back.
 */
#include "way-print-bytes.h"

#include "way-snapshot.h"

typedef struct
{
  WaySnapshot *snapshot;
  WayPrintOptions options;
  char *header;
  char *footer;
} Order;

static void
order_free (Order *self)
{
  way_snapshot_unref (self->snapshot);
  g_free (self->header);
  g_free (self->footer);
  g_free (self);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  g_autoptr (WayPlan) plan = way_snapshot_make_plan (order->snapshot);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  if (!way_print_render (plan, &order->options, memory, cancellable, &error)
      || !g_output_stream_close (memory, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task,
                         g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory)),
                         (GDestroyNotify)g_bytes_unref);
}

void
way_print_bytes_async (WayPlan *plan, const WayPrintOptions *options, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order;

  g_return_if_fail (WAY_IS_PLAN (plan));

  order = g_new0 (Order, 1);
  order->snapshot = way_snapshot_new (plan);
  order->options = *options;
  order->options.setup.header = order->header = g_strdup (options->setup.header);
  order->options.setup.footer = order->footer = g_strdup (options->setup.footer);
  g_task_set_source_tag (task, way_print_bytes_async);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

GBytes *
way_print_bytes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
