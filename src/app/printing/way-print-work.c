/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a copy of the plan, so that it may be edited meanwhile.
 */
#include "config.h"

#include "way-print-work.h"

struct _WayPrintWork
{
  WayPlan *plan;
  WayPages *pages; /* nullable: an option makes no sense */
  gboolean landscape;
};

WayPrintWork *
way_print_work_new (WaySnapshot *plan, const WayPrintChoices *choices, const WayPrintPaper *paper,
                    GError **error)
{
  g_autoptr (WayPrintWork) self = g_new0 (WayPrintWork, 1);
  WayPrintOptions options = way_print_choices_get_options (choices, paper);

  self->plan = way_snapshot_make_plan (plan);
  self->pages = choices->turn == WAY_PRINT_TURN_BEST
                    ? way_print_make_best_pages (self->plan, &options, error)
                    : way_print_make_pages (self->plan, &options, error);
  self->landscape = options.landscape;

  return self->pages != NULL ? g_steal_pointer (&self) : NULL;
}

void
way_print_work_free (WayPrintWork *self)
{
  g_clear_object (&self->pages);
  g_object_unref (self->plan);
  g_free (self);
}

WayPages *
way_print_work_get_pages (WayPrintWork *self)
{
  return self->pages;
}

GtkPageOrientation
way_print_work_get_orientation (WayPrintWork *self)
{
  return self->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT;
}

/* On a thread */

typedef struct
{
  WaySnapshot *plan;
  WayPrintChoices *choices;
  WayPrintPaper paper;
} Order;

static void
order_free (Order *self)
{
  way_snapshot_unref (self->plan);
  way_print_choices_free (self->choices);
  g_free (self);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;
  WayPrintWork *work = way_print_work_new (order->plan, order->choices, &order->paper, &error);

  if (work != NULL)
    g_task_return_pointer (task, work, (GDestroyNotify)way_print_work_free);
  else
    g_task_return_error (task, error);
}

void
way_print_work_new_async (WaySnapshot *plan, const WayPrintChoices *choices,
                          const WayPrintPaper *paper, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new (Order, 1);

  *order = (Order){ way_snapshot_ref (plan), way_print_choices_copy (choices), *paper };
  g_task_set_source_tag (task, way_print_work_new_async);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, make_in_thread);
}

WayPrintWork *
way_print_work_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
