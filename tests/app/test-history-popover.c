/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-history-popover.h"
#include "way-record-commands.h"

static const char *const titles[] = { "One", "Two", "Three", "Four", "Five" };

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  GtkWidget *list;
} Fixture;

static gboolean
rename_goal (WayEditGroup *group, gpointer title, GError **error)
{
  return way_edit_set_text (group, &app_goal, WAY_GOAL_TITLE, title, error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = app_document_new ();
  self->window = app_window_new ();
  way_window_set_document (self->window, self->document);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_true (way_document_execute (self->document, titles[i], NULL, rename_goal,
                                         (gpointer)titles[i], NULL));

  app_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_window_close (self->window);
  g_object_unref (self->document);
}

static const char *
get_title (Fixture *self)
{
  WayRecord *goal = way_plan_lookup (way_document_get_plan (self->document), &app_goal);

  return way_record_get_text (goal, WAY_GOAL_TITLE);
}

static void
open_list (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.history", NULL);
  app_settle ();
  self->list = app_find (app_find (GTK_WIDGET (self->window), WAY_TYPE_HISTORY_POPOVER),
                         GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_get_mapped (self->list));
}

static void
test_lists_the_steps_newest_first (Fixture *self, gconstpointer data)
{
  GListModel *model;

  way_document_undo (self->document);
  open_list (self);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (titles) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (model, i);

      g_assert_cmpstr (gtk_string_object_get_string (name), ==,
                       titles[G_N_ELEMENTS (titles) - 1 - i]);
    }
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 1);
  /* Where the keyboard begins */
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), self->list));
}

static void
test_goes_back_and_forth_several_steps (Fixture *self, gconstpointer data)
{
  g_autofree char *whole = app_dump (way_document_get_plan (self->document));
  g_autofree char *again = NULL;

  open_list (self);
  g_signal_emit_by_name (self->list, "activate", 3);
  app_settle ();
  g_assert_cmpstr (get_title (self), ==, "Two");
  g_assert_false (gtk_widget_get_mapped (self->list));

  open_list (self);
  g_signal_emit_by_name (self->list, "activate", G_N_ELEMENTS (titles));
  g_assert_cmpuint (way_history_get_n_undo (way_document_get_history (self->document)), ==, 0);

  open_list (self);
  g_signal_emit_by_name (self->list, "activate", 0);
  again = app_dump (way_document_get_plan (self->document));
  g_assert_cmpstr (again, ==, whole);
}

static void
test_has_nothing_to_offer_before_the_first_step (void)
{
  g_autoptr (WayDocument) document = app_document_new ();
  WayWindow *window = app_window_new ();

  way_window_set_document (window, document);
  app_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", NULL);
  app_settle ();
  g_assert_null (app_find (GTK_WIDGET (window), WAY_TYPE_HISTORY_POPOVER));

  app_window_close (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add ("/app/history-popover/lists-the-steps-newest-first", Fixture, NULL, set_up,
              test_lists_the_steps_newest_first, tear_down);
  g_test_add ("/app/history-popover/goes-back-and-forth-several-steps", Fixture, NULL, set_up,
              test_goes_back_and_forth_several_steps, tear_down);
  g_test_add_func ("/app/history-popover/has-nothing-to-offer-before-the-first-step",
                   test_has_nothing_to_offer_before_the_first_step);

  return g_test_run ();
}
