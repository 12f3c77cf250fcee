/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-document.h"

#include "way-add-commands.h"
#include "way-edit-error.h"
#include "way-own-files.h"
#include "way-record-commands.h"
#include "way-store-error.h"
#include "way-test-commands.h"
#include "way-versions.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  GFile *file;
  GFile *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("way-document-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->file = g_file_new_build_filename (fixture->folder, "plan.waymark", NULL);
  fixture->other = g_file_new_build_filename (fixture->folder, "other.waymark", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (fixture->other, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* so nothing was left beside the files */
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->other);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
run_half (WayEditGroup *group, gpointer data, GError **error)
{
  WayId nowhere = way_id_new ();

  return way_goal_add (group, "One", NULL, NULL, error)
         && way_goal_add (group, "Two", &nowhere, NULL, error);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_properties_tell_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *undo_name = NULL;
  gboolean can_undo, modified;

  g_assert_cmpstr (way_document_get_title (document), ==, "Untitled plan");
  g_assert_false (way_document_get_modified (document));
  g_signal_connect (document, "notify", G_CALLBACK (on_notify), told);

  way_test_set_title (document, "My way");
  g_object_get (document, "can-undo", &can_undo, "undo-name", &undo_name, "modified", &modified,
                NULL);
  g_assert_true (can_undo);
  g_assert_true (modified);
  g_assert_cmpstr (undo_name, ==, "Title");
  g_assert_cmpstr (way_document_get_title (document), ==, "My way");
  for (const char *const *name
       = (const char *[]){ "title", "modified", "undo-name", "can-undo", NULL };
       *name != NULL; name++)
    g_assert_nonnull (strstr (told->str, *name));
  g_assert_null (strstr (told->str, "redo"));

  g_string_truncate (told, 0);
  g_assert_true (way_document_undo (document));
  g_assert_nonnull (strstr (told->str, "can-redo"));
  g_assert_false (way_document_get_modified (document));
  g_assert_false (way_document_undo (document));
}

static void
test_failed_command_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_document_execute (document, "Half", NULL, run_half, NULL, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_REFERENCE);
  g_assert_cmpuint (way_plan_get_count (way_document_get_plan (document), WAY_KIND_GOAL), ==, 0);
  g_assert_false (way_document_get_modified (document));
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (WayDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  way_test_set_title (document, "My way");
  g_assert_false (way_document_save (document, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_NO_FILE);
  g_clear_error (&error);

  g_assert_true (way_document_save (document, fixture->file, NULL, &error));
  g_assert_true (g_file_equal (way_document_get_file (document), fixture->file));
  g_assert_false (way_document_get_modified (document));

  /* Undoing to before the save makes it differ from its file; redoing makes it the same again. */
  way_document_undo (document);
  g_assert_true (way_document_get_modified (document));
  way_document_redo (document);
  g_assert_false (way_document_get_modified (document));

  again = way_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (way_document_get_title (again), ==, "My way");
  g_assert_false (way_document_get_modified (again));
  g_assert_true (way_id_equal (way_plan_get_id (way_document_get_plan (again)),
                               way_plan_get_id (way_document_get_plan (document))));
}

static void
test_failed_save_stays_modified (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GFile) nowhere
      = g_file_new_build_filename (fixture->folder, "no", "plan.waymark", NULL);
  g_autoptr (GError) error = NULL;

  way_test_set_title (document, "My way");
  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
  way_test_set_title (document, "My other way");
  g_assert_false (way_document_save (document, nowhere, NULL, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
  g_assert_true (way_document_get_modified (document));
  g_assert_true (g_file_equal (way_document_get_file (document), fixture->file));
}

static void
test_failed_load_says_why (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_document_load (fixture->other, NULL, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "other.waymark"));
}

static void
test_newer_major_is_read_only (Fixture *fixture, gconstpointer data)
{
  const char *namespace = data;
  g_autofree char *newer = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                            "<plan xmlns=\"%s\" format=\"2.0\" "
                                            "id=\"6f0c1234-5678-4abc-9def-0123456789ab\">\n"
                                            "  <title>From the future</title>\n</plan>\n",
                                            namespace);
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *link = g_file_get_path (fixture->other);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, newer, -1, NULL));
  document = way_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (way_document_get_read_only (document));

  g_assert_false (
      way_document_execute (document, "Title", NULL, way_test_run_title, (gpointer) "x", &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_false (way_document_save (document, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* Nor by another name of the same file */
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_false (way_document_save (document, fixture->other, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, newer);

  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_true (way_document_save (document, fixture->other, NULL, NULL));
  g_assert_false (way_document_get_read_only (document));
  way_test_set_title (document, "Now mine");
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (result);
}

static char *
load_title (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = way_document_load (file, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (way_document_get_title (document));
}

/* What was done while a save was going on is not in the file, until it is saved in its turn. */
static void
test_edits_go_on_during_a_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (WayDocument) again = NULL;
  g_autoptr (GAsyncResult) first = NULL, third = NULL;
  GAsyncResult *pending = NULL;
  g_autoptr (GError) error = NULL;

  way_test_set_title (document, "Before");
  way_document_save_async (document, fixture->file, NULL, on_done, &pending);
  way_test_set_title (document, "After");
  g_assert_false (way_document_save (document, fixture->file, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_BUSY);
  g_clear_error (&error);

  first = wait (&pending);
  g_assert_true (way_document_save_finish (document, first, &error));
  g_assert_true (way_document_get_modified (document));
  way_document_undo (document);
  g_assert_false (way_document_get_modified (document));

  way_document_load_async (fixture->file, NULL, on_done, &pending);
  third = wait (&pending);
  again = way_document_load_finish (third, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (way_document_get_title (again), ==, "Before");
}

/* One after the other, each with what the plan was when its turn came */
static void
test_a_save_waits_for_the_one_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  GAsyncResult *pending = NULL, *waiting = NULL, *own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *other_title = NULL;

  way_test_set_title (document, "Before");
  way_document_save_async (document, fixture->file, NULL, on_done, &pending);
  way_test_set_title (document, "After");
  way_document_save_async (document, fixture->other, NULL, on_done, &waiting);
  way_document_save_async (document, NULL, NULL, on_done, &own);

  first = wait (&pending);
  g_assert_true (way_document_save_finish (document, first, &error));
  g_assert_null (waiting);
  g_assert_true (way_document_get_modified (document));

  second = wait (&waiting);
  g_assert_true (way_document_save_finish (document, second, &error));
  g_assert_false (way_document_get_modified (document));

  third = wait (&own);
  g_assert_true (way_document_save_finish (document, third, &error));
  g_assert_true (g_file_equal (way_document_get_file (document), fixture->other));

  title = load_title (fixture->file);
  g_assert_cmpstr (title, ==, "Before");
  other_title = load_title (fixture->other);
  g_assert_cmpstr (other_title, ==, "After");
}

/* A save that fails does not keep the next from its turn */
static void
test_a_failed_save_lets_the_next_begin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GFile) nowhere
      = g_file_new_build_filename (fixture->folder, "no", "plan.waymark", NULL);
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  GAsyncResult *pending = NULL, *without_file = NULL, *waiting = NULL;
  g_autoptr (GError) error = NULL;

  way_test_set_title (document, "My way");
  way_document_save_async (document, nowhere, NULL, on_done, &pending);
  way_document_save_async (document, NULL, NULL, on_done, &without_file);
  way_document_save_async (document, fixture->file, NULL, on_done, &waiting);

  first = wait (&pending);
  g_assert_false (way_document_save_finish (document, first, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
  g_clear_error (&error);

  second = wait (&without_file);
  g_assert_false (way_document_save_finish (document, second, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_NO_FILE);
  g_clear_error (&error);

  third = wait (&waiting);
  g_assert_true (way_document_save_finish (document, third, &error));
  g_assert_false (way_document_get_modified (document));
}

static void
test_cancelled_load_gives_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *pending = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
  g_cancellable_cancel (cancellable);
  way_document_load_async (fixture->file, cancellable, on_done, &pending);
  result = wait (&pending);
  g_assert_null (way_document_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_new_from_a_template (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document
      = way_document_new_from_template (way_templates_find ("student"), &error);
  WayDay first, last;

  g_assert_no_error (error);
  g_assert_null (way_document_get_file (document));
  g_assert_false (way_document_get_modified (document));
  g_assert_true (way_plan_get_span (way_document_get_plan (document), &first, &last));
  g_assert_cmpint (first, ==, way_day_from_ymd (2026, 11, 1));
}

static gboolean
run_add_goal (WayEditGroup *group, gpointer title, GError **error)
{
  return way_goal_add (group, title, NULL, NULL, error);
}

/* A document whose file holds a goal, while it has none any more */
static WayDocument *
new_emptied (Fixture *fixture)
{
  WayDocument *document = way_document_new (NULL);

  g_assert_true (
      way_document_execute (document, "Goal", NULL, run_add_goal, (gpointer) "One", NULL));
  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
  g_assert_true (way_document_undo (document));

  return document;
}

static void
test_an_empty_plan_asks_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = new_emptied (fixture);
  g_autoptr (WayDocument) there = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (way_document_save (document, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "plan.waymark"));
  g_assert_true (way_document_get_modified (document));
  there = way_document_load (fixture->file, NULL, NULL);
  g_assert_cmpuint (way_plan_get_count (way_document_get_plan (there), WAY_KIND_GOAL), ==, 1);

  /* Told once, it is done once */
  way_document_confirm_empty (document);
  g_assert_true (way_document_save (document, NULL, NULL, NULL));
  g_assert_false (way_document_get_modified (document));
  g_assert_true (way_document_save (document, NULL, NULL, NULL));
  g_assert_true (way_document_redo (document));
  g_assert_true (way_document_save (document, NULL, NULL, NULL));
  g_assert_true (way_document_undo (document));
  g_assert_false (way_document_save (document, NULL, NULL, NULL));
}

/* Whatever it is, it is more than nothing */
static void
test_an_empty_plan_over_something_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "<plan damaged", -1, NULL));
  g_assert_false (way_document_save (document, fixture->file, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_EMPTY);

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "", -1, NULL));
  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
}

static guint
count_versions (WayDocument *document)
{
  g_autoptr (GArray) versions
      = way_versions_list (way_plan_get_id (way_document_get_plan (document)));

  return versions->len;
}

static void
test_versions_are_kept_when_wanted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      way_document_set_n_versions (document, i < 2 ? 0 : 2);
      way_test_set_title (document, title);
      g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
      g_assert_cmpuint (count_versions (document), ==, i < 2 ? 0 : MIN (i - 1, 2));
      g_assert_null (way_document_get_unkept (document));
    }
}

static gboolean
run_set_private (WayEditGroup *group, gpointer is_private, GError **error)
{
  return way_edit_set_flag (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_PRIVATE, GPOINTER_TO_INT (is_private), error);
}

static void
set_private (WayDocument *document, gboolean is_private)
{
  g_assert_true (way_document_execute (document, "Private", NULL, run_set_private,
                                       GINT_TO_POINTER (is_private), NULL));
}

/* A plan that is to leave no traces has no earlier versions, not even those from before */
static gboolean
is_own (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  WayFingerprint content;

  g_assert_true (way_fingerprint_file (path, &content, NULL));

  return way_own_files_has (file, &content);
}

static void
test_private_plans_keep_no_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  g_autoptr (WayDocument) again = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  way_document_set_n_versions (document, 10);
  way_test_set_title (document, "One");
  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
  way_test_set_title (document, "Two");
  g_assert_true (way_document_save (document, fixture->file, NULL, NULL));
  g_assert_cmpuint (count_versions (document), ==, 1);
  g_assert_true (is_own (fixture->file));

  g_signal_connect (document, "notify", G_CALLBACK (on_notify), told);
  set_private (document, TRUE);
  g_assert_nonnull (strstr (told->str, "private"));
  g_assert_true (way_document_get_private (document));
  g_assert_cmpuint (count_versions (document), ==, 1);
  g_assert_true (way_document_undo (document));
  g_assert_false (way_document_get_private (document));

  set_private (document, TRUE);
  g_assert_true (way_document_save (document, NULL, NULL, NULL));
  g_assert_cmpuint (count_versions (document), ==, 0);
  g_assert_false (is_own (fixture->file));
  again = way_document_load (fixture->file, NULL, NULL);
  g_assert_true (way_document_get_private (again));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/document/properties-tell-once", test_properties_tell_once);
  ADD ("/document/failed-command-leaves-no-trace", test_failed_command_leaves_no_trace);
  ADD ("/document/new-from-a-template", test_new_from_a_template);
  ADD ("/document/save-and-load", test_save_and_load);
  ADD ("/document/failed-save-stays-modified", test_failed_save_stays_modified);
  ADD ("/document/failed-load-says-why", test_failed_load_says_why);
  g_test_add ("/document/newer-major-is-read-only", Fixture, "urn:waymark:plan:2", set_up,
              test_newer_major_is_read_only, tear_down);
  g_test_add ("/document/newer-major-in-our-namespace-is-read-only", Fixture, "urn:waymark:plan:1",
              set_up, test_newer_major_is_read_only, tear_down);
  ADD ("/document/edits-go-on-during-a-save", test_edits_go_on_during_a_save);
  ADD ("/document/a-save-waits-for-the-one-before", test_a_save_waits_for_the_one_before);
  ADD ("/document/a-failed-save-lets-the-next-begin", test_a_failed_save_lets_the_next_begin);
  ADD ("/document/cancelled-load-gives-nothing", test_cancelled_load_gives_nothing);
  ADD ("/document/an-empty-plan-asks-first", test_an_empty_plan_asks_first);
  ADD ("/document/an-empty-plan-over-something-else", test_an_empty_plan_over_something_else);
  ADD ("/document/versions-are-kept-when-wanted", test_versions_are_kept_when_wanted);
  ADD ("/document/private-plans-keep-no-versions", test_private_plans_keep_no_versions);
#undef ADD

  return g_test_run ();
}
