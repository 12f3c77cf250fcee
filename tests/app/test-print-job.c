/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "print-fixture.h"

#include "way-pager.h"
#include "way-print-job.h"
#include "way-print-memory.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *printed;
  WayDocument *document;
  WayPrintChoices *choices;
  GtkPrintSettings *settings;
  GtkPageSetup *setup;
  gboolean is_over;
  GError *error;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->printed = g_getenv ("PRINTED");
  g_assert_nonnull (self->printed);
  g_unlink (self->printed);
  self->document = app_document_new ();
  self->choices = way_print_choices_new (NULL);
  self->settings = gtk_print_settings_new ();
  self->setup = gtk_page_setup_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->document);
  way_print_choices_free (self->choices);
  g_object_unref (self->settings);
  g_object_unref (self->setup);
  g_clear_error (&self->error);
}

static void
on_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (way_print_job_send_finish (result, &self->error), ==, self->error == NULL);
  self->is_over = TRUE;
}

static gboolean
is_over (gpointer user_data)
{
  return ((Fixture *)user_data)->is_over;
}

static void
send (Fixture *self, const char *printer)
{
  if (printer != NULL)
    gtk_print_settings_set_printer (self->settings, printer);
  way_print_job_send_async (self->document, self->choices, self->settings, self->setup, on_sent,
                            self);
  app_wait_for (is_over, self);
}

static gboolean
is_printed (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Only wakes the loop, for a file says nothing of itself */
static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until_printed (Fixture *self)
{
  guint source = g_timeout_add (50, on_tick, NULL);

  app_wait_for (is_printed, (gpointer)self->printed);
  g_source_remove (source);
}

static void
test_the_printer_gets_the_plan (Fixture *self, gconstpointer data)
{
  self->choices->across = 2;
  send (self, "Paper");
  g_assert_no_error (self->error);

  wait_until_printed (self);
  g_assert_cmpuint (pdf_count_pages (self->printed), ==, 2);
  pdf_assert_says (self->printed, "Sit the CCRN");
  pdf_assert_says (self->printed, "page 1 of 2");
}

static void
test_the_paper_is_not_cut (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (self->setup, paper);
  self->choices->turn = WAY_PRINT_TURN_LANDSCAPE;
  send (self, "Paper");
  g_assert_no_error (self->error);

  wait_until_printed (self);
  g_assert_true (pdf_has_size (self->printed, 595, 842) || pdf_has_size (self->printed, 842, 595));
  pdf_assert_says (self->printed, "Sit the CCRN");
  pdf_assert_says (self->printed, "Planned");
}

static void
test_a_printer_that_is_gone (Fixture *self, gconstpointer data)
{
  send (self, "Attic");
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (self->error->message, "“Attic”"));
}

static void
test_a_queue_that_is_closed (Fixture *self, gconstpointer data)
{
  send (self, "Closed");
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_nonnull (strstr (self->error->message, "“Closed”"));
}

static void
test_a_file_is_no_printer (Fixture *self, gconstpointer data)
{
  send (self, "Print to File");
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_nothing_printed_yet (Fixture *self, gconstpointer data)
{
  send (self, NULL);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_what_makes_no_sense_is_told (Fixture *self, gconstpointer data)
{
  self->choices->from = way_date_from_day (20001);
  self->choices->to = way_date_from_day (20000);
  send (self, "Paper");
  g_assert_error (self->error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION);
  g_assert_false (g_file_test (self->printed, G_FILE_TEST_EXISTS));
}

static void
test_printer_and_paper_are_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  gtk_print_settings_set_printer (self->settings, "Paper");
  gtk_print_settings_set_n_copies (self->settings, 40);
  gtk_print_settings_set (self->settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///secret.pdf");
  gtk_page_setup_set_paper_size (self->setup, paper);
  g_assert_true (way_print_memory_store (self->settings, self->setup, &error));
  g_assert_no_error (error);

  way_print_memory_load (&settings, &setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "Paper");
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 1);
  g_assert_null (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_true (gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (setup), paper));

  /* paper alone leaves the printer */
  gtk_page_setup_set_top_margin (setup, 50, GTK_UNIT_POINTS);
  g_assert_true (way_print_memory_store (NULL, setup, &error));
  g_clear_object (&settings);
  g_clear_object (&setup);
  way_print_memory_load (&settings, &setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "Paper");
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS), 50, 0.1);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

/* With a print server of its own, see with-printers */
int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  /* GTK warns of a missing service for the colours of printers */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  ADD ("/app/print-job/the-printer-gets-the-plan", test_the_printer_gets_the_plan);
  ADD ("/app/print-job/the-paper-is-not-cut", test_the_paper_is_not_cut);
  ADD ("/app/print-job/a-printer-that-is-gone", test_a_printer_that_is_gone);
  ADD ("/app/print-job/a-queue-that-is-closed", test_a_queue_that_is_closed);
  ADD ("/app/print-job/a-file-is-no-printer", test_a_file_is_no_printer);
  ADD ("/app/print-job/nothing-printed-yet", test_nothing_printed_yet);
  ADD ("/app/print-job/what-makes-no-sense-is-told", test_what_makes_no_sense_is_told);
  ADD ("/app/print-job/printer-and-paper-are-remembered", test_printer_and_paper_are_remembered);

  return g_test_run ();
}
