/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-record-commands.h"
#include "way-versions-dialog.h"
#include "way-versions.h"

typedef struct
{
  GFile *file;
  WayDocument *document;
  GtkWidget *dialog;
  gboolean is_restored;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "plan.waymark", NULL);

  self->file = g_file_new_for_path (path);
  self->document = app_document_new ();
  way_document_set_n_versions (self->document, 10);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  app_settle ();
  way_versions_forget (way_plan_get_id (way_document_get_plan (self->document)));
  g_file_delete (self->file, NULL, NULL);
  g_object_unref (self->document);
  g_object_unref (self->file);
}

static gboolean
rename_goal (WayEditGroup *group, gpointer title, GError **error)
{
  return way_edit_set_text (group, &app_goal, WAY_GOAL_TITLE, title, error);
}

static void
save_as (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  way_document_execute (self->document, "Rename", NULL, rename_goal, (gpointer)title, &error);
  g_assert_no_error (error);
  way_document_save (self->document, self->file, NULL, &error);
  g_assert_no_error (error);
}

static void
open_dialog (Fixture *self, guint n_kept)
{
  self->dialog = way_versions_dialog_new (NULL, self->document, n_kept);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *)&self->dialog);
  app_present (GTK_WINDOW (self->dialog));
}

/* The first label at or below @widget that is shown and has @part in it */
static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_words (gpointer data)
{
  gconstpointer *pair = data;

  return find_label (GTK_WIDGET (pair[0]), pair[1]) != NULL;
}

static void
wait_for_words (Fixture *self, const char *part)
{
  gconstpointer pair[] = { self->dialog, part };

  app_wait_for (has_words, pair);
}

static void
test_says_why_there_are_none (Fixture *self, gconstpointer data)
{
  open_dialog (self, 10);
  g_assert_nonnull (find_label (self->dialog, "not in a file yet"));
  gtk_window_destroy (GTK_WINDOW (self->dialog));

  save_as (self, "One");
  open_dialog (self, 10);
  g_assert_nonnull (find_label (self->dialog, "one is kept each time you save"));
  gtk_window_destroy (GTK_WINDOW (self->dialog));

  open_dialog (self, 0);
  g_assert_nonnull (find_label (self->dialog, "as the preferences have it"));
}

static gboolean
make_private (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_flag (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_PRIVATE, TRUE, error);
}

static void
test_a_plan_without_traces_has_none (Fixture *self, gconstpointer data)
{
  save_as (self, "One");
  way_document_execute (self->document, "Private", NULL, make_private, NULL, NULL);
  open_dialog (self, 10);
  g_assert_nonnull (find_label (self->dialog, "no traces"));
}

static void
on_restore (Fixture *self, WayPlan *plan, const char *when)
{
  const WayRecord *goal = way_plan_lookup (plan, &app_goal);

  g_assert_cmpstr (way_record_get_text (goal, WAY_GOAL_TITLE), ==, "One");
  self->is_restored = TRUE;
}

/* The list of versions, and not that of differences */
static GtkListBox *
find_list (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "navigation-sidebar"))
    return GTK_LIST_BOX (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_shows_what_differs_and_gives_it_back (Fixture *self, gconstpointer data)
{
  save_as (self, "One");
  save_as (self, "Two");
  save_as (self, "Three");
  open_dialog (self, 10);
  g_signal_connect_swapped (self->dialog, "restore", G_CALLBACK (on_restore), self);

  wait_for_words (self, "Then: Two");
  g_assert_nonnull (find_label (self->dialog, "Now: Three"));
  gtk_list_box_select_row (find_list (self->dialog),
                           gtk_list_box_get_row_at_index (find_list (self->dialog), 1));
  wait_for_words (self, "Then: One");

  g_signal_emit_by_name (
      gtk_widget_get_ancestor (find_label (self->dialog, "_Restore"), GTK_TYPE_BUTTON), "clicked");
  app_settle ();
  g_assert_true (self->is_restored);
  g_assert_null (self->dialog);
}

static void
keep_at (Fixture *self, const char *title, int minute, int second)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 3, 12, 14, minute, second);
  WayKeeping keeping = { *way_plan_get_id (way_document_get_plan (self->document)), 10 };
  g_autoptr (GError) error = NULL;

  save_as (self, title);
  way_versions_copy (&keeping, path, (WayContent){ .size = -1 },
                     g_date_time_to_unix (time) * G_USEC_PER_SEC, &error);
  g_assert_no_error (error);
}

static void
test_tells_versions_of_a_minute_apart (Fixture *self, gconstpointer data)
{
  way_document_set_n_versions (self->document, 0);
  keep_at (self, "One", 5, 2);
  keep_at (self, "Two", 5, 9);
  keep_at (self, "Three", 6, 1);
  open_dialog (self, 10);
  g_assert_nonnull (find_label (self->dialog, "12 March 2026, 14:05:02"));
  g_assert_nonnull (find_label (self->dialog, "12 March 2026, 14:05:09"));
  g_assert_null (find_label (self->dialog, "14:06:01"));
}

/* While a version is read */
static void
test_may_be_closed_at_any_time (Fixture *self, gconstpointer data)
{
  save_as (self, "One");
  save_as (self, "Two");
  for (int i = 0; i < 20; i++)
    {
      open_dialog (self, 10);
      for (int j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
      app_settle ();
      g_assert_null (self->dialog);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/versions-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  ADD ("says-why-there-are-none", test_says_why_there_are_none);
  ADD ("a-plan-without-traces-has-none", test_a_plan_without_traces_has_none);
  ADD ("shows-what-differs-and-gives-it-back", test_shows_what_differs_and_gives_it_back);
  ADD ("tells-versions-of-a-minute-apart", test_tells_versions_of_a_minute_apart);
  ADD ("may-be-closed-at-any-time", test_may_be_closed_at_any_time);

  return g_test_run ();
}
