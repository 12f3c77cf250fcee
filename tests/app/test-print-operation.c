/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "print-fixture.h"

#include "way-print-operation.h"
#include "way-record-commands.h"
#include "way-settings.h"

#include <glib/gstdio.h>

#define A4_SHORT 595.28
#define A4_LONG 841.89

typedef struct
{
  char *path;
  WayDocument *document;
  WayPrintChoices *choices;
  GtkPageSetup *setup;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  self->path = g_build_filename (g_get_tmp_dir (), "waymark-print-operation.pdf", NULL);
  self->document = app_document_new ();
  self->choices = way_print_choices_new (NULL);
  self->setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (self->setup, paper);
  g_unlink (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_object_unref (self->document);
  g_object_unref (self->setup);
  way_print_choices_free (self->choices);
  g_free (self->path);
}

/* Prints into the file */
static GtkPrintOperationResult export(Fixture *self, char **problem)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (WayPrintOperation) operation
      = way_print_operation_new (self->document, self->choices, settings, self->setup);
  GtkPrintOperationResult result;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), self->path);
  result = gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                                    GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  if (problem != NULL)
    *problem = g_strdup (way_print_operation_get_problem (operation));

  return result;
}

static void
assert_printed (Fixture *self)
{
  g_assert_cmpint (export(self, NULL), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
test_plan_is_printed (Fixture *self, gconstpointer data)
{
  self->choices->turn = WAY_PRINT_TURN_PORTRAIT;
  assert_printed (self);
  g_assert_cmpuint (pdf_count_pages (self->path), ==, 1);
  g_assert_true (pdf_has_size (self->path, A4_SHORT, A4_LONG));
  pdf_assert_says (self->path, "Become an acute-care");
  pdf_assert_says (self->path, "Sit the CCRN");
  pdf_assert_says (self->path, "Planned");
}

static void
test_paper_is_turned (Fixture *self, gconstpointer data)
{
  self->choices->turn = WAY_PRINT_TURN_LANDSCAPE;
  assert_printed (self);
  g_assert_true (pdf_has_size (self->path, A4_LONG, A4_SHORT));

  /* few lanes: one page either way, and a timeline is wide */
  self->choices->turn = WAY_PRINT_TURN_BEST;
  assert_printed (self);
  g_assert_true (pdf_has_size (self->path, A4_LONG, A4_SHORT));
}

static void
test_paper_is_that_of_the_dialog (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);

  self->choices->turn = WAY_PRINT_TURN_PORTRAIT;
  gtk_page_setup_set_paper_size (self->setup, paper);
  assert_printed (self);
  g_assert_true (pdf_has_size (self->path, 612, 792));
}

/* Where a printer cannot print there is nothing */
static void
test_margins_are_kept (Fixture *self, gconstpointer data)
{
  g_autofree char *boxes = NULL;
  guint n_words = 0;

  gtk_page_setup_set_left_margin (self->setup, 70, GTK_UNIT_POINTS);
  self->choices->turn = WAY_PRINT_TURN_PORTRAIT;
  assert_printed (self);

  boxes = pdf_ask ("pdftotext", "-bbox", self->path);
  for (const char *word = strstr (boxes, "xMin=\""); word != NULL;
       word = strstr (word + 1, "xMin=\""))
    {
      double left = g_ascii_strtod (word + strlen ("xMin=\""), NULL);
      double right = g_ascii_strtod (strstr (word, "xMax=\"") + strlen ("xMax=\""), NULL);

      n_words++;
      g_assert_cmpfloat (left, >=, 69.5);
      g_assert_cmpfloat (right, <=, A4_SHORT - 69.5);
    }
  g_assert_cmpuint (n_words, >, 10);
}

static void
test_fits_to_pages (Fixture *self, gconstpointer data)
{
  self->choices->across = 3;
  self->choices->down = 1;
  assert_printed (self);
  g_assert_cmpuint (pdf_count_pages (self->path), ==, 3);
  pdf_assert_says (self->path, "page 2 of 3");
}

static void
test_has_a_scale (Fixture *self, gconstpointer data)
{
  self->choices->is_fitted = FALSE;
  self->choices->day_width = 20;
  self->choices->down = 1; /* which is for fitting only */
  assert_printed (self);
  g_assert_cmpuint (pdf_count_pages (self->path), >, 3);
}

static void
test_poster_has_its_sheets (Fixture *self, gconstpointer data)
{
  self->choices->is_poster = TRUE;
  self->choices->is_fitted = FALSE;
  self->choices->across = 3;
  self->choices->down = 2;
  assert_printed (self);
  g_assert_cmpuint (pdf_count_pages (self->path), ==, 6);
}

static void
test_range_and_goal_are_chosen (Fixture *self, gconstpointer data)
{
  g_array_append_val (self->choices->goals, app_goal);
  self->choices->from = way_date_from_day (way_day_from_ymd (2027, 5, 1));
  self->choices->to = way_date_from_day (way_day_from_ymd (2027, 8, 31));
  assert_printed (self);
  pdf_assert_says (self->path, "Sit the CCRN");
  pdf_assert_says (self->path, "May to August 2027");
  pdf_assert_says_nothing_of (self->path, "Review course");
  pdf_assert_says_nothing_of (self->path, "Learn with a mentor");
}

static void
test_head_and_foot (Fixture *self, gconstpointer data)
{
  g_free (self->choices->header);
  g_free (self->choices->footer);
  self->choices->header = g_strdup ("for my adviser|{date}");
  self->choices->footer = g_strdup ("sheet {page} of {pages}");
  self->choices->has_title = self->choices->has_legend = FALSE;
  assert_printed (self);
  pdf_assert_says (self->path, "for my adviser");
  pdf_assert_says (self->path, "22 November 2026");
  pdf_assert_says (self->path, "sheet 1 of 1");
  pdf_assert_says_nothing_of (self->path, "Planned");
}

static gboolean
set_notes (WayEditGroup *group, gpointer data, GError **error)
{
  return way_edit_set_text (group, &app_goal, WAY_GOAL_NOTES, "nobody else reads this", error);
}

static gboolean
set_private (WayEditGroup *group, gpointer data, GError **error)
{
  return way_edit_set_flag (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_PRIVATE, TRUE, error);
}

static void
test_private_notes_stay_at_home (Fixture *self, gconstpointer data)
{
  g_assert_true (way_document_execute (self->document, "Notes", NULL, set_notes, NULL, NULL));
  for (WayPrintKind kind = 0; kind < WAY_N_PRINT_KINDS; kind++)
    {
      self->choices->kind = kind;
      assert_printed (self);
      pdf_assert_says_nothing_of (self->path, "nobody else reads this");
    }
}

static void
test_a_queue_sees_no_private_title (Fixture *self, gconstpointer data)
{
  g_autofree char *before = way_print_dup_job_name (self->document);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, way_document_get_title (self->document));
  g_assert_true (way_document_execute (self->document, "Private", NULL, set_private, NULL, NULL));
  after = way_print_dup_job_name (self->document);
  g_assert_cmpstr (after, ==, "Plan");
}

static void
test_what_makes_no_sense_is_told (Fixture *self, gconstpointer data)
{
  g_autofree char *problem = NULL;

  self->choices->from = way_date_from_day (way_day_from_ymd (2028, 1, 1));
  self->choices->to = way_date_from_day (way_day_from_ymd (2027, 1, 1));
  g_assert_cmpint (export(self, &problem), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpstr (problem, ==, "The first day to draw is after the last one. Swap them.");
}

static void
test_choices_are_remembered (void)
{
  g_autoptr (GSettings) settings = way_settings_new ();
  g_autoptr (WayPrintChoices) first = NULL;
  g_autoptr (WayPrintChoices) again = NULL;
  g_autoptr (WayPrintChoices) without = way_print_choices_new (NULL);

  g_assert_nonnull (settings);
  first = way_print_choices_new (settings);
  g_assert_cmpint (first->is_fitted, ==, without->is_fitted);
  g_assert_cmpuint (first->across, ==, without->across);
  g_assert_cmpuint (first->down, ==, without->down);
  g_assert_cmpfloat (first->day_width, ==, without->day_width);
  g_assert_cmpint (first->has_title, ==, without->has_title);
  g_assert_cmpint (first->has_legend, ==, without->has_legend);
  g_assert_cmpint (first->turn, ==, without->turn);

  first->turn = WAY_PRINT_TURN_LANDSCAPE;
  first->across = 4;
  first->down = 7;
  first->is_fitted = FALSE;
  first->day_width = 2.5;
  first->is_poster = first->is_grey = first->has_private_notes = TRUE;
  first->has_legend = FALSE;
  g_array_append_val (first->goals, app_goal);
  first->from = way_date_from_day (20000);
  g_free (first->header);
  first->header = g_strdup ("{title}");
  way_print_choices_store (first, settings);

  again = way_print_choices_new (settings);
  g_assert_cmpint (again->turn, ==, WAY_PRINT_TURN_LANDSCAPE);
  g_assert_cmpuint (again->across, ==, 4);
  g_assert_cmpuint (again->down, ==, 7);
  g_assert_false (again->is_fitted);
  g_assert_cmpfloat (again->day_width, ==, 2.5);
  g_assert_true (again->is_poster);
  g_assert_true (again->is_grey);
  g_assert_false (again->has_legend);
  g_assert_cmpstr (again->header, ==, "{title}");

  /* of one plan, or more than is usual */
  g_assert_cmpuint (again->goals->len, ==, 0);
  g_assert_true (again->from == WAY_DATE_NONE);
  g_assert_false (again->has_private_notes);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

/* Without a display, as GTK prints into a file */
int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/app/print-operation/plan-is-printed", test_plan_is_printed);
  ADD ("/app/print-operation/paper-is-turned", test_paper_is_turned);
  ADD ("/app/print-operation/paper-is-that-of-the-dialog", test_paper_is_that_of_the_dialog);
  ADD ("/app/print-operation/margins-are-kept", test_margins_are_kept);
  ADD ("/app/print-operation/fits-to-pages", test_fits_to_pages);
  ADD ("/app/print-operation/has-a-scale", test_has_a_scale);
  ADD ("/app/print-operation/poster-has-its-sheets", test_poster_has_its_sheets);
  ADD ("/app/print-operation/range-and-goal-are-chosen", test_range_and_goal_are_chosen);
  ADD ("/app/print-operation/head-and-foot", test_head_and_foot);
  ADD ("/app/print-operation/private-notes-stay-at-home", test_private_notes_stay_at_home);
  ADD ("/app/print-operation/a-queue-sees-no-private-title", test_a_queue_sees_no_private_title);
  ADD ("/app/print-operation/what-makes-no-sense-is-told", test_what_makes_no_sense_is_told);
  g_test_add_func ("/app/print-operation/choices-are-remembered", test_choices_are_remembered);

  return g_test_run ();
}
