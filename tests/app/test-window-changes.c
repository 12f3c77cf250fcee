/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window does when others change its plan's file, take it away, or have it open.
 */
#include "app-fixture.h"

#include "way-change-bar.h"
#include "way-document-watch.h"
#include "way-record-commands.h"
#include "way-test-commands.h"
#include "way-timeline-pane.h"
#include "way-versions-dialog.h"
#include "way-versions.h"

#include <glib/gstdio.h>

#include <string.h>

#define GOAL "6f0c0000-0000-4000-8000-000000000002"
#define OTHER "6f0c0000-0000-4000-8000-000000000003"

typedef struct
{
  WayWindow *window;
  char *folder;
  char *path;
  char *lock;
  GFile *file;
} Fixture;

static void
write_text (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* @is_whole: whether there is a second goal */
static void
write_plan (Fixture *self, const char *title, gboolean is_whole)
{
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\""
      " id=\"6f0c0000-0000-4000-8000-000000000001\">\n"
      "  <title>%s</title>\n"
      "  <goal id=\"" GOAL "\" rank=\"a\"><title>One</title></goal>\n%s"
      "</plan>\n",
      title, is_whole ? "  <goal id=\"" OTHER "\" rank=\"b\"><title>Two</title></goal>\n" : "");

  write_text (self->path, text);
}

static gboolean
has_document (gpointer window)
{
  return way_window_get_document (window) != NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.waymark", NULL);
  self->lock = g_build_filename (self->folder, ".~lock.plan.waymark#", NULL);
  self->file = g_file_new_for_path (self->path);
  write_plan (self, "Mine", TRUE);
  self->window = app_window_new ();
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *)&self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_null (self->window);

  g_remove (self->path);
  g_assert_no_errno (g_rmdir (self->folder)); /* no lock is left */
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock);
  g_object_unref (self->file);
}

static WayDocument *
open_plan (Fixture *self)
{
  way_window_open_file (self->window, self->file);
  app_wait_for (has_document, self->window);

  return way_window_get_document (self->window);
}

static void
rename_plan (Fixture *self, const char *title)
{
  way_test_set_title (way_window_get_document (self->window), title);
}

static const char *
get_title (Fixture *self)
{
  return way_document_get_title (way_window_get_document (self->window));
}

static gboolean
shows_theirs (gpointer fixture)
{
  return g_str_equal (get_title (fixture), "Theirs");
}

static gboolean
has_bar (gpointer fixture)
{
  GtkWidget *bar = app_find (GTK_WIDGET (((Fixture *)fixture)->window), WAY_TYPE_CHANGE_BAR);

  return bar != NULL
         && gtk_revealer_get_reveal_child (GTK_REVEALER (app_find (bar, GTK_TYPE_REVEALER)));
}

static gboolean
has_no_bar (gpointer fixture)
{
  return !has_bar (fixture);
}

static gboolean
is_saved (gpointer fixture)
{
  return !way_document_get_modified (way_window_get_document (((Fixture *)fixture)->window));
}

static void
assert_bar_says (Fixture *self, const char *words)
{
  GtkWidget *bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_CHANGE_BAR);
  GtkWidget *label = app_find (bar, GTK_TYPE_LABEL);

  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), words));
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

static GtkWidget *
find_versions (WayWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (WAY_IS_VERSIONS_DIALOG (l->data)
        && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;

  return NULL;
}

static gboolean
has_versions (gpointer window)
{
  return find_versions (window) != NULL;
}

/* As in a toast */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (self->window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
holds (const char *path, const char *title)
{
  g_autofree char *text = NULL;
  g_autofree char *element = g_strconcat ("<title>", title, "</title>", NULL);

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, element) != NULL;
}

static gboolean
is_kept (Fixture *self, const char *title)
{
  g_autoptr (GArray) versions = way_versions_list (
      way_plan_get_id (way_document_get_plan (way_window_get_document (self->window))));

  for (guint i = 0; i < versions->len; i++)
    if (holds (g_array_index (versions, WayVersion, i).path, title))
      return TRUE;

  return FALSE;
}

static WaySelection *
get_selection (Fixture *self)
{
  return way_timeline_pane_get_selection (
      WAY_TIMELINE_PANE (app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_PANE)));
}

/* Changes */

static void
test_reloads_when_nothing_is_unsaved (Fixture *self, gconstpointer data)
{
  WayId ids[2];

  g_assert_true (way_id_parse (GOAL, WAY_ID_TEXT_LENGTH, &ids[0]));
  g_assert_true (way_id_parse (OTHER, WAY_ID_TEXT_LENGTH, &ids[1]));
  open_plan (self);
  way_selection_set (get_selection (self), ids, 2);

  write_plan (self, "Theirs", TRUE);
  app_wait_for (shows_theirs, self);
  g_assert_cmpuint (way_selection_get_count (get_selection (self)), ==, 2);
  g_assert_true (way_id_equal (way_selection_get_primary (get_selection (self)), &ids[1]));
  g_assert_false (way_document_get_modified (way_window_get_document (self->window)));
  g_assert_false (has_bar (self));
  g_assert_true (is_kept (self, "Mine"));

  /* The lock has gone over to the new document, and it watches as well */
  g_assert_true (g_file_test (self->lock, G_FILE_TEST_EXISTS));
  write_plan (self, "Mine", FALSE);
  while (!g_str_equal (get_title (self), "Mine"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (way_selection_get_count (get_selection (self)), ==, 1);
}

static void
test_leaves_the_choice_when_something_is_unsaved (Fixture *self, gconstpointer data)
{
  open_plan (self);
  rename_plan (self, "Changed");
  write_plan (self, "Theirs", TRUE);
  app_wait_for (has_bar, self);
  assert_bar_says (self, "has changed on disk");
  g_assert_cmpstr (get_title (self), ==, "Changed");

  act (self, "win.take-theirs");
  app_wait_for (shows_theirs, self);
  app_wait_for (has_no_bar, self);
  g_assert_true (is_kept (self, "Changed"));
  g_assert_true (is_saved (self));
  press (self, "_Earlier Versions…");
  app_wait_for (has_versions, self->window);
  gtk_window_destroy (GTK_WINDOW (find_versions (self->window)));
}

static gboolean
run_set_private (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_flag (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_PRIVATE, TRUE, error);
}

/* A private plan has no earlier versions */
static void
test_asks_before_mine_is_lost (Fixture *self, gconstpointer data)
{
  WayDocument *document = open_plan (self);

  g_assert_true (way_document_execute (document, "Private", NULL, run_set_private, NULL, NULL));
  write_plan (self, "Theirs", TRUE);
  app_wait_for (has_bar, self);
  act (self, "win.take-theirs");
  app_answer (self->window, "cancel");
  g_assert_true (way_window_get_document (self->window) == document);

  act (self, "win.take-theirs");
  app_answer (self->window, "discard");
  app_wait_for (shows_theirs, self);
}

/* Nobody would find mine among the versions of a plan that only has the same file */
static void
test_another_plan_does_not_hide_mine (Fixture *self, gconstpointer data)
{
  WayDocument *document = open_plan (self);
  g_autofree char *text = NULL;
  g_autoptr (GString) theirs = NULL;
  AdwMessageDialog *dialog;

  rename_plan (self, "Changed");
  write_plan (self, "Theirs", TRUE);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  theirs = g_string_new (text);
  g_string_replace (theirs, "000000000001\"", "000000000009\"", 1);
  write_text (self->path, theirs->str);
  app_wait_for (has_bar, self);

  act (self, "win.take-theirs");
  dialog = app_wait_for_dialog (self->window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "another plan"));
  app_answer (self->window, "cancel");
  g_assert_true (way_window_get_document (self->window) == document);
}

static void
test_a_file_that_is_no_plan_takes_no_place (Fixture *self, gconstpointer data)
{
  open_plan (self);
  write_text (self->path, "<plan damaged");
  app_wait_for (has_bar, self);
  assert_bar_says (self, "cannot be opened");
  g_assert_cmpstr (get_title (self), ==, "Mine");
  g_assert_false (is_saved (self)); /* it is in no file any more */

  /* Half of it had been written only */
  write_plan (self, "Theirs", TRUE);
  app_wait_for (shows_theirs, self);
  g_assert_false (has_bar (self));
}

static void
save_against_theirs (Fixture *self, const char *response)
{
  open_plan (self);
  rename_plan (self, "Changed");
  write_plan (self, "Theirs", TRUE);
  act (self, "win.save");
  app_answer (self->window, response);
}

static void
test_saves_over_theirs_when_that_is_meant (Fixture *self, gconstpointer data)
{
  save_against_theirs (self, "overwrite");
  app_wait_for (is_saved, self);
  g_assert_true (holds (self->path, "Changed"));
  g_assert_true (is_kept (self, "Theirs"));
  app_wait_for (has_no_bar, self);
}

static void
test_a_save_may_end_with_theirs (Fixture *self, gconstpointer data)
{
  save_against_theirs (self, "theirs");
  app_wait_for (shows_theirs, self);
  g_assert_true (is_kept (self, "Changed"));
  g_assert_true (holds (self->path, "Theirs"));
}

static void
test_a_save_may_be_left_for_later (Fixture *self, gconstpointer data)
{
  save_against_theirs (self, "cancel");
  g_assert_true (holds (self->path, "Theirs"));
  g_assert_cmpstr (get_title (self), ==, "Changed");
  g_assert_false (is_saved (self));
  app_wait_for (has_bar, self);
}

static void
test_saves_again_what_is_gone (Fixture *self, gconstpointer data)
{
  open_plan (self);
  g_assert_no_errno (g_remove (self->path));
  app_wait_for (has_bar, self);
  assert_bar_says (self, "deleted or moved");
  g_assert_false (is_saved (self));

  act (self, "win.save");
  app_answer (self->window, "cancel");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  act (self, "win.save-again");
  app_wait_for (is_saved, self);
  app_wait_for (has_no_bar, self);
  g_assert_true (holds (self->path, "Mine"));
}

static gboolean
is_closed (gpointer fixture)
{
  return ((Fixture *)fixture)->window == NULL;
}

static void
test_does_not_close_over_what_is_gone (Fixture *self, gconstpointer data)
{
  open_plan (self);
  g_assert_no_errno (g_remove (self->path));
  app_wait_for (has_bar, self);

  gtk_window_close (GTK_WINDOW (self->window));
  app_answer (self->window, "save");
  app_answer (self->window, "overwrite");
  app_wait_for (is_closed, self);
  g_assert_true (holds (self->path, "Mine"));
}

/* Locks */

static void
lock_as_another (Fixture *self, int n_days_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -n_days_ago);
  g_autofree char *time = g_date_time_format (then, "%d.%m.%Y %H:%M");
  g_autofree char *text = g_strdup_printf ("Ana Lima,alima,ward-pc-3,%s,elsewhere;", time);
  g_autoptr (GFile) lock = g_file_new_for_path (self->lock);

  write_text (self->lock, text);
  g_assert_true (g_file_set_attribute_uint64 (lock, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                              (guint64)g_date_time_to_unix (then), 0, NULL, NULL));
}

static void
test_says_who_has_it_open (Fixture *self, gconstpointer data)
{
  const char *body;
  AdwMessageDialog *dialog;

  lock_as_another (self, 0);
  way_window_open_file (self->window, self->file);
  dialog = app_wait_for_dialog (self->window);
  body = adw_message_dialog_get_body (dialog);
  g_assert_nonnull (strstr (body, "Ana Lima on ward-pc-3 has had this plan open since"));
  app_answer (self->window, "cancel");
  g_assert_null (way_window_get_document (self->window));

  way_window_open_file (self->window, self->file);
  app_answer (self->window, "read-only");
  g_assert_true (way_document_get_read_only (way_window_get_document (self->window)));

  /* What they save is shown, and can still only be looked at */
  write_plan (self, "Theirs", TRUE);
  app_wait_for (shows_theirs, self);
  g_assert_cmpint (way_document_get_read_only_reason (way_window_get_document (self->window)), ==,
                   WAY_READ_ONLY_OTHERS);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_no_errno (g_remove (self->lock)); /* theirs was left alone */
}

static void
test_opens_anyway (Fixture *self, gconstpointer data)
{
  lock_as_another (self, 0);
  way_window_open_file (self->window, self->file);
  app_answer (self->window, "open");
  g_assert_false (way_document_get_read_only (way_window_get_document (self->window)));
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_no_errno (g_remove (self->lock));
}

static void
test_takes_over_what_was_left_behind (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  lock_as_another (self, 5);
  way_window_open_file (self->window, self->file);
  dialog = app_wait_for_dialog (self->window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "5 days ago"));
  app_answer (self->window, "open");
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_false (g_file_test (self->lock, G_FILE_TEST_EXISTS)); /* it was ours in the end */
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  add ("/app/window-changes/reloads-when-nothing-is-unsaved", test_reloads_when_nothing_is_unsaved);
  add ("/app/window-changes/leaves-the-choice-when-something-is-unsaved",
       test_leaves_the_choice_when_something_is_unsaved);
  add ("/app/window-changes/asks-before-mine-is-lost", test_asks_before_mine_is_lost);
  add ("/app/window-changes/another-plan-does-not-hide-mine", test_another_plan_does_not_hide_mine);
  add ("/app/window-changes/a-file-that-is-no-plan-takes-no-place",
       test_a_file_that_is_no_plan_takes_no_place);
  add ("/app/window-changes/saves-over-theirs-when-that-is-meant",
       test_saves_over_theirs_when_that_is_meant);
  add ("/app/window-changes/a-save-may-end-with-theirs", test_a_save_may_end_with_theirs);
  add ("/app/window-changes/a-save-may-be-left-for-later", test_a_save_may_be_left_for_later);
  add ("/app/window-changes/saves-again-what-is-gone", test_saves_again_what_is_gone);
  add ("/app/window-changes/does-not-close-over-what-is-gone",
       test_does_not_close_over_what_is_gone);
  add ("/app/window-changes/says-who-has-it-open", test_says_who_has_it_open);
  add ("/app/window-changes/opens-anyway", test_opens_anyway);
  add ("/app/window-changes/takes-over-what-was-left-behind", test_takes_over_what_was_left_behind);

  return g_test_run ();
}
