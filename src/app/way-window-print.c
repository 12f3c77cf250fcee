/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the plan that is open, and remembers how.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-print-job.h"
#include "way-print-memory.h"
#include "way-print-operation.h"

#include <glib/gi18n.h>

/* As they are remembered, with what was chosen before about this plan */
static WayPrintChoices *
get_choices (WayWindow *self)
{
  if (self->print_choices == NULL)
    self->print_choices = way_print_choices_new (self->settings);

  return self->print_choices;
}

static void
show_store_error (WayWindow *self, const char *reason)
{
  g_autofree char *text
      = g_strdup_printf (_ ("What you chose for printing could not be remembered. %s"), reason);

  way_window_show_toast (self, text, FALSE);
}

static void
remember (WayWindow *self, WayPrintOperation *operation)
{
  GtkPrintOperation *print = GTK_PRINT_OPERATION (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (print);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->print_choices, way_print_choices_free);
  self->print_choices = way_print_choices_copy (way_print_operation_get_choices (operation));
  self->print_choices->has_private_notes = FALSE;
  way_print_choices_store (self->print_choices, self->settings);
  if (!way_print_memory_store (settings, way_print_operation_get_setup (operation), &error))
    show_store_error (self, error->message);
}

static void
on_done (WayPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  WayWindow *self = user_data;
  const char *problem = way_print_operation_get_problem (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (GTK_PRINT_OPERATION (operation), &error);
      problem = error->message;
    }

  if (problem != NULL)
    way_window_show_error (self, _ ("The plan could not be printed"), problem);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (self, operation);
}

void
way_window_print (WayWindow *self)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (WayPrintOperation) operation = NULL;

  way_inspector_commit (self->inspector);
  way_print_memory_load (&settings, &setup);
  operation = way_print_operation_new (self->document, get_choices (self), settings, setup);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), self, 0);
  /* it tells its errors when it is done, as it tells all else */
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

static void
on_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WayWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (way_print_job_send_finish (result, &error))
    way_window_show_toast (self, _ ("The plan is in the printer’s queue."), FALSE);
  else
    way_window_show_error (self, _ ("The plan could not be printed"), error->message);
}

void
way_window_print_again (WayWindow *self)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  way_inspector_commit (self->inspector);
  way_print_memory_load (&settings, &setup);
  way_print_job_send_async (self->document, get_choices (self), settings, setup, on_sent,
                            g_object_ref (self));
}

static void
on_page_set_up (GtkPageSetup *setup, gpointer user_data)
{
  g_autoptr (WayWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!way_print_memory_store (NULL, setup, &error))
    show_store_error (self, error->message);
}

void
way_window_set_up_page (WayWindow *self)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  way_print_memory_load (&settings, &setup);
  gtk_print_run_page_setup_dialog_async (GTK_WINDOW (self), setup, settings, on_page_set_up,
                                         g_object_ref (self));
}
