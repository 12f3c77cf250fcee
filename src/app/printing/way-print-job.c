/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step after the other: the printer by its name, what it can do, a PDF for it, the queue.
 */
#include "config.h"

#include "way-print-job.h"

#include "way-print-operation.h"
#include "way-print-work.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>

#define PATIENCE 20 /* seconds, for a queue that does not answer */

typedef struct
{
  WaySnapshot *plan;
  WayPrintChoices *choices;
  GtkPrintSettings *settings;
  GtkPageSetup *setup;
  char *name;          /* of the job */
  GtkPrinter *printer; /* nullable: not found yet */
  gulong details_handler;
  guint timeout;
  GtkPageOrientation orientation;
  char *path;       /* nullable: of the PDF */
  gboolean is_over; /* the caller was told, or will be in a moment */
} Job;

static void
job_free (Job *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_handle_id (&self->timeout, g_source_remove);
  way_snapshot_unref (self->plan);
  way_print_choices_free (self->choices);
  g_object_unref (self->settings);
  g_object_unref (self->setup);
  g_clear_object (&self->printer);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* The first error ends it, whatever else is still on its way */
static void
fail (GTask *task, GError *error)
{
  Job *job = g_task_get_task_data (task);

  g_clear_handle_id (&job->timeout, g_source_remove);
  if (job->is_over)
    {
      g_error_free (error);
      return;
    }

  job->is_over = TRUE;
  g_task_return_error (task, error);
}

/* The last step: the queue */

static void
on_sent (GtkPrintJob *print, gpointer user_data, const GError *error)
{
  GTask *task = user_data;

  if (error != NULL)
    fail (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
send_file (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GtkPrintJob) print = NULL;
  GError *error = NULL;

  gtk_page_setup_set_orientation (job->setup, job->orientation);
  print = gtk_print_job_new (job->name, job->printer, job->settings, job->setup);
  if (!gtk_print_job_set_source_file (print, job->path, &error))
    fail (task, error);
  else
    gtk_print_job_send (print, on_sent, g_object_ref (task), g_object_unref);
}

/* A PDF, on a thread */

static gboolean
write_file (Job *job, GError **error)
{
  WayPrintPaper paper = way_print_paper_from_setup (job->setup);
  g_autoptr (WayPrintWork) work = way_print_work_new (job->plan, job->choices, &paper, error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileIOStream) stream = NULL;

  if (work == NULL)
    return FALSE;

  job->orientation = way_print_work_get_orientation (work);
  file = g_file_new_tmp ("waymark-XXXXXX.pdf", &stream, error);
  if (file == NULL)
    return FALSE;

  job->path = g_file_get_path (file);

  return way_render (way_print_work_get_pages (work), WAY_RENDER_PDF, WAY_RENDER_MIN_DPI,
                     g_io_stream_get_output_stream (G_IO_STREAM (stream)), NULL, error)
         && g_io_stream_close (G_IO_STREAM (stream), NULL, error);
}

static void
write_in_thread (GTask *writing, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (g_task_get_task_data (task_data), &error))
    g_task_return_boolean (writing, TRUE);
  else
    g_task_return_error (writing, error);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    send_file (task);
  else
    fail (task, error);
}

static void
write_for_printer (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) writing = NULL;

  g_clear_handle_id (&job->timeout, g_source_remove);
  /* GTK passes on no error of a queue that refuses */
  if (!gtk_printer_is_accepting_jobs (job->printer))
    {
      fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_BUSY,
                               _ ("The printer “%s” accepts nothing now. See what its queue says, "
                                  "or choose “Print…” and another one."),
                               gtk_printer_get_name (job->printer)));
      return;
    }
  if (!gtk_printer_accepts_pdf (job->printer))
    {
      fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("The printer “%s” takes no PDF. Choose “Print…” instead."),
                               gtk_printer_get_name (job->printer)));
      return;
    }

  writing = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_source_tag (writing, write_for_printer);
  g_task_set_task_data (writing, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (writing, write_in_thread);
}

/* What the printer can do */

static void
on_details (GtkPrinter *printer, gboolean success, gpointer user_data)
{
  g_autoptr (GTask) task = user_data; /* the handler's, which is needed once */
  Job *job = g_task_get_task_data (task);

  g_clear_signal_handler (&job->details_handler, printer);
  if (success && !job->is_over)
    write_for_printer (task);
  else
    fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                             _ ("The printer “%s” does not answer. See that it is on."),
                             gtk_printer_get_name (printer)));
}

static void
ask_printer (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (gtk_printer_has_details (job->printer))
    {
      write_for_printer (task);
      return;
    }

  job->details_handler = g_signal_connect (job->printer, "details-acquired",
                                           G_CALLBACK (on_details), g_object_ref (task));
  gtk_printer_request_details (job->printer);
}

/* The printer by its name */

static gboolean
on_printer (GtkPrinter *printer, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);

  if (job->is_over)
    return TRUE;
  if (g_strcmp0 (gtk_printer_get_name (printer), gtk_print_settings_get_printer (job->settings))
      != 0)
    return FALSE;

  if (gtk_printer_is_virtual (printer))
    fail (task, g_error_new_literal (
                    G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                    _ ("The last print went into a file. Choose “Print…” and a printer.")));
  else
    job->printer = g_object_ref (printer);

  return TRUE;
}

static void
on_listed (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);

  if (job->is_over)
    return;
  if (job->printer != NULL)
    ask_printer (task);
  else
    fail (task, g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("There is no printer “%s” now. Choose “Print…” and another one."),
                             gtk_print_settings_get_printer (job->settings)));
}

static gboolean
on_timeout (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);

  job->timeout = 0;
  fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                                   _ ("The printers do not answer. See whether they are on.")));

  return G_SOURCE_REMOVE;
}

void
way_print_job_send_async (WayDocument *document, const WayPrintChoices *choices,
                          GtkPrintSettings *settings, GtkPageSetup *setup,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (WAY_IS_DOCUMENT (document));

  job->plan = way_snapshot_new (way_document_get_plan (document));
  job->choices = way_print_choices_copy (choices);
  job->settings = gtk_print_settings_copy (settings);
  job->setup = gtk_page_setup_copy (setup);
  job->name = way_print_dup_job_name (document);
  g_task_set_source_tag (task, way_print_job_send_async);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);

  if (gtk_print_settings_get_printer (settings) == NULL)
    {
      fail (task, g_error_new_literal (
                      G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                      _ ("Nothing has been printed yet. Choose “Print…” and a printer.")));
      return;
    }

  job->timeout = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, PATIENCE, on_timeout,
                                             g_object_ref (task), g_object_unref);
  gtk_enumerate_printers (on_printer, g_object_ref (task), on_listed, FALSE);
}

gboolean
way_print_job_send_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
