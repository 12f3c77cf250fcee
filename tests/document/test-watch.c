/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Others write the file of a document, take it away, have it open: nothing is lost, and the
 * document knows.
 */
#include "way-document-journal.h"
#include "way-document-watch.h"

#include "way-plan-writer.h"
#include "way-test-commands.h"
#include "way-versions.h"

#include <glib/gstdio.h>

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Longer than it takes to notice anything there is to notice, in milliseconds */
#define LONG_ENOUGH (3 * (WAY_FILE_WATCH_DELAY + WAY_FILE_WATCH_GONE_DELAY))

typedef struct
{
  char *folder;
  char *path;
  char *other_path;
  char *lock;
  char *other_lock;
  GFile *file;
  GFile *other;
  WayDocument *document; /* saved to the file, and following it */
  guint n_noticed;
} Fixture;

static void
on_noticed (Fixture *self)
{
  self->n_noticed++;
}

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->folder = g_dir_make_tmp ("way-watch-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.waymark", NULL);
  self->other_path = g_build_filename (self->folder, "other.waymark", NULL);
  self->lock = g_build_filename (self->folder, ".~lock.plan.waymark#", NULL);
  self->other_lock = g_build_filename (self->folder, ".~lock.other.waymark#", NULL);
  self->file = g_file_new_for_path (self->path);
  self->other = g_file_new_for_path (self->other_path);

  self->document = way_document_new (NULL);
  way_document_set_n_versions (self->document, 1000);
  way_document_follow_file (self->document);
  way_test_set_title (self->document, "First");
  g_assert_true (way_document_save (self->document, self->file, NULL, NULL));
  g_signal_connect_swapped (self->document, "file-noticed", G_CALLBACK (on_noticed), self);
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  way_versions_forget (way_plan_get_id (way_document_get_plan (self->document)));
  way_document_leave_file (self->document);
  g_assert_finalize_object (self->document);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_remove (self->path);
  g_remove (self->other_path);
  g_assert_no_errno (g_rmdir (self->folder)); /* so no lock is left either */
  g_free (self->folder);
  g_free (self->path);
  g_free (self->other_path);
  g_free (self->lock);
  g_free (self->other_lock);
  g_object_unref (self->file);
  g_object_unref (self->other);
}

/* What another program would make of the plan */
static char *
make_theirs (WayDocument *document, const char *title)
{
  char id[WAY_ID_BUFFER_SIZE];

  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"%s\">\n"
                          "  <title>%s</title>\n"
                          "</plan>\n",
                          way_id_format (way_plan_get_id (way_document_get_plan (document)), id),
                          title);
}

/* By a rename, as most do */
static void
replace_file (Fixture *self, const char *title)
{
  g_autofree char *text = make_theirs (self->document, title);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

/* In place, as some do */
static void
rewrite_file (Fixture *self, const char *title)
{
  g_autofree char *text = make_theirs (self->document, title);
  FILE *stream = g_fopen (self->path, "w");

  g_assert_cmpint (fputs (text, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : g_strdup ("");
}

static gboolean
holds (const char *path, const char *title)
{
  g_autofree char *text = read_text (path);
  g_autofree char *element = g_strconcat ("<title>", title, "</title>", NULL);

  return strstr (text, element) != NULL;
}

static gboolean
is_kept (WayDocument *document, const char *title)
{
  g_autoptr (GArray) versions
      = way_versions_list (way_plan_get_id (way_document_get_plan (document)));

  for (guint i = 0; i < versions->len; i++)
    if (holds (g_array_index (versions, WayVersion, i).path, title))
      return TRUE;

  return FALSE;
}

static gboolean
on_timeout (gpointer is_over)
{
  *(gboolean *)is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for_state (Fixture *self, WayFileState state)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add_seconds (30, on_timeout, &is_over);

  while (way_document_get_file_state (self->document) != state && !is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_over);
  g_source_remove (source);
}

static void
wait_long_enough (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (LONG_ENOUGH, on_timeout, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Saving */

static void
test_does_not_save_over_what_others_wrote (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  replace_file (self, "Theirs");
  way_test_set_title (self->document, "Mine");
  g_assert_false (way_document_save (self->document, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_true (holds (self->path, "Theirs"));
  g_assert_true (way_document_get_modified (self->document));

  /* Nor by another name for the same file */
  g_assert_no_errno (symlink (self->path, self->other_path));
  g_assert_false (way_document_save (self->document, self->other, NULL, NULL));
  g_assert_true (holds (self->path, "Theirs"));

  /* Told once, it is done once */
  way_document_confirm_overwrite (self->document);
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_true (holds (self->path, "Mine"));
  g_assert_true (is_kept (self->document, "Theirs"));
  rewrite_file (self, "Theirs again");
  way_test_set_title (self->document, "Mine again");
  g_assert_false (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_true (holds (self->path, "Theirs again"));
}

static void
test_saves_what_others_wrote_as_well (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  way_test_set_title (self->document, "Both");
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
  text = read_text (self->path);
  way_test_set_title (self->document, "Mine");
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  way_test_set_title (self->document, "Both");

  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
}

static void
test_does_not_bring_back_unasked (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_remove (self->path));
  g_assert_false (way_document_save (self->document, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_GONE);
  g_assert_false (g_file_query_exists (self->file, NULL));

  way_document_confirm_overwrite (self->document);
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_true (holds (self->path, "First"));
}

static void
test_a_copy_is_saved_whatever_became_of_the_file (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  replace_file (self, "Theirs");
  g_assert_true (way_document_save (self->document, self->other, NULL, NULL));
  g_assert_true (holds (self->path, "Theirs"));
  g_assert_true (holds (self->other_path, "First"));
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
}

static void
test_what_was_loaded_is_known (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayDocument) again = way_document_load (self->file, NULL, NULL);

  way_test_set_title (again, "Again");
  g_assert_true (way_document_save (again, NULL, NULL, NULL));
  way_test_set_title (self->document, "Mine");
  g_assert_false (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_true (holds (self->path, "Again"));
}

/* Watching */

static void
test_notices_changes_of_others (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  replace_file (self, "Theirs");
  wait_for_state (self, WAY_FILE_STATE_CHANGED);
  g_assert_cmpuint (self->n_noticed, ==, 1);
  g_assert_false (way_document_get_modified (self->document));

  rewrite_file (self, "Theirs again");
  while (self->n_noticed < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (way_document_get_file_state (self->document), ==, WAY_FILE_STATE_CHANGED);
  wait_long_enough ();
  g_assert_cmpuint (self->n_noticed, ==, 2);
}

static void
test_notices_that_it_is_gone_and_back (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  way_document_keep_unsaved (self->document);
  g_assert_no_errno (g_rename (self->path, self->other_path));
  wait_for_state (self, WAY_FILE_STATE_GONE);
  g_assert_true (way_document_get_modified (self->document));
  g_assert_false (way_document_get_edited (self->document));

  g_assert_no_errno (g_rename (self->other_path, self->path));
  wait_for_state (self, WAY_FILE_STATE_SAME);
  g_assert_false (way_document_get_modified (self->document));
  g_assert_cmpuint (self->n_noticed, ==, 2);
}

static void
test_does_not_notice_its_own_saves (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      way_test_set_title (self->document, title);
      g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
    }
  wait_long_enough ();
  g_assert_cmpuint (self->n_noticed, ==, 0);
  g_assert_cmpint (way_document_get_file_state (self->document), ==, WAY_FILE_STATE_SAME);
}

static void
test_does_not_notice_what_changes_nothing (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = read_text (self->path);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  wait_long_enough ();
  /* As a sync tool does: away for a moment */
  g_assert_no_errno (g_remove (self->path));
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  wait_long_enough ();
  g_assert_cmpuint (self->n_noticed, ==, 0);
}

static void
test_a_refused_save_tells_of_the_change (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  replace_file (self, "Theirs");
  way_test_set_title (self->document, "Mine");
  g_assert_false (way_document_save (self->document, NULL, NULL, NULL));
  wait_for_state (self, WAY_FILE_STATE_CHANGED);
  way_document_confirm_overwrite (self->document);
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
  g_assert_cmpint (way_document_get_file_state (self->document), ==, WAY_FILE_STATE_SAME);
}

/* Locks */

static void
test_has_a_lock_while_it_follows (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayDocument) second = way_document_load (self->file, NULL, NULL);
  g_autoptr (WayLockHolder) holder = NULL;
  g_autoptr (WayLockHolder) nobody = NULL;

  g_assert_true (g_file_test (self->lock, G_FILE_TEST_EXISTS));
  g_assert_true (way_document_lock (self->document, NULL));
  g_assert_false (way_document_lock (second, &holder));
  g_assert_true (holder->is_us);

  /* It goes where the document goes */
  g_assert_true (way_document_save (self->document, self->other, NULL, NULL));
  g_assert_false (g_file_test (self->lock, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (self->other_lock, G_FILE_TEST_EXISTS));
  g_assert_true (way_document_lock (second, &nobody));
  g_assert_null (nobody);
  g_assert_true (g_file_test (self->lock, G_FILE_TEST_EXISTS));

  way_document_leave_file (self->document);
  g_assert_false (g_file_test (self->other_lock, G_FILE_TEST_EXISTS));
  g_clear_object (&second);
  g_assert_false (g_file_test (self->lock, G_FILE_TEST_EXISTS));
}

/* A plan may be open for weeks */
static void
test_its_lock_stays_young (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) lock = g_file_new_for_path (self->lock);
  struct stat status;

  g_assert_true (
      g_file_set_attribute_uint64 (lock, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000, 0, NULL, NULL));
  way_document_look_at_file (self->document);
  g_assert_no_errno (g_stat (self->lock, &status));
  g_assert_cmpint (status.st_mtim.tv_sec, >, 1000);

  /* That of somebody else is left as it is */
  g_assert_true (g_file_set_contents (self->lock, "Ana,ana,pc,26.11.2026 14:05,x;", -1, NULL));
  g_assert_true (
      g_file_set_attribute_uint64 (lock, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000, 0, NULL, NULL));
  way_document_look_at_file (self->document);
  g_assert_no_errno (g_stat (self->lock, &status));
  g_assert_cmpint (status.st_mtim.tv_sec, ==, 1000);
  g_assert_no_errno (g_remove (self->lock));
}

static void
test_read_only_until_saved_elsewhere (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayDocument) second = way_document_load (self->file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  way_document_set_read_only (second, WAY_READ_ONLY_OTHERS);
  way_document_follow_file (second);
  g_assert_false (
      way_document_execute (second, "Title", NULL, way_test_run_title, (gpointer) "No", &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (way_document_save (second, NULL, NULL, &error));
  g_assert_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY);

  g_assert_true (way_document_save (second, self->other, NULL, NULL));
  g_assert_false (way_document_get_read_only (second));
  g_assert_true (g_file_test (self->other_lock, G_FILE_TEST_EXISTS));
  way_test_set_title (second, "Yes");
  way_document_leave_file (second);
}

/* Losing nothing */

static void
test_keeps_what_gives_way (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  way_test_set_title (self->document, "Mine");
  g_assert_true (way_document_keep_version (self->document, &error));
  g_assert_no_error (error);
  g_assert_true (is_kept (self->document, "Mine"));
  g_assert_true (way_document_get_modified (self->document));

  way_document_set_n_versions (self->document, 0);
  g_assert_false (way_document_keep_version (self->document, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
}

/* As the window does it: keeps what was here, and shows what is there */
static void
take_theirs (Fixture *self)
{
  g_autoptr (WayDocument) theirs = way_document_load (self->file, NULL, NULL);

  if (theirs == NULL)
    return;
  g_assert_true (way_document_keep_version (self->document, NULL));
  way_document_leave_file (self->document);
  g_set_object (&self->document, theirs);
  way_document_set_n_versions (self->document, 1000);
  way_document_follow_file (self->document);
}

static void
save_or_decide (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  if (way_document_save (self->document, NULL, NULL, &error))
    return;
  if (g_test_rand_bit ())
    {
      take_theirs (self);
      return;
    }
  way_document_confirm_overwrite (self->document);
  g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
}

static void
drop (GPtrArray *titles, const char *title)
{
  guint index;

  if (title != NULL && g_ptr_array_find_with_equal_func (titles, title, g_str_equal, &index))
    g_ptr_array_remove_index (titles, index);
}

/* Whatever comes after what, all that either side has written and did not drop itself is still
 * somewhere: in the file, in the window, or among the earlier versions. They drop what they
 * overwrite of their own before anyone has seen it; I drop what I go on to change after they have
 * overwritten it in the file. */
static void
test_nothing_is_lost_in_any_order (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
      char *theirs = NULL; /* in @titles, while the file holds it and we have never seen it */

      for (guint step = 0; step < 25; step++)
        {
          char *title = g_strdup_printf ("%u %u", round, step);
          gboolean is_seen = FALSE;

          switch (g_test_rand_int_range (0, 5))
            {
            case 0:
            case 1: /* a step that is saved at once, or given up for theirs */
              if (!holds (self->path, way_document_get_title (self->document)))
                drop (titles, way_document_get_title (self->document));
              way_test_set_title (self->document, title);
              g_ptr_array_add (titles, g_steal_pointer (&title));
              save_or_decide (self);
              is_seen = TRUE;
              break;
            case 2:
            case 3:
              drop (titles, theirs);
              if (g_test_rand_bit ())
                replace_file (self, title);
              else
                rewrite_file (self, title);
              theirs = g_steal_pointer (&title);
              g_ptr_array_add (titles, theirs);
              break;
            default:
              if (g_test_rand_bit ())
                {
                  drop (titles, theirs);
                  theirs = NULL;
                  g_remove (self->path);
                }
              else
                {
                  take_theirs (self);
                  is_seen = TRUE;
                }
            }
          g_free (title);
          if (is_seen)
            theirs = NULL;

          for (guint i = 0; i < titles->len; i++)
            if (!holds (self->path, titles->pdata[i])
                && !g_str_equal (way_document_get_title (self->document), titles->pdata[i])
                && !is_kept (self->document, titles->pdata[i]))
              g_error ("“%s” is lost after step %u of round %u", (char *)titles->pdata[i], step,
                       round);
        }
      way_versions_forget (way_plan_get_id (way_document_get_plan (self->document)));
      way_document_confirm_overwrite (self->document);
      g_assert_true (way_document_save (self->document, NULL, NULL, NULL));
    }
}

/* Another program that writes whenever the file holds what is not its own, until it is killed */
static pid_t
start_rival (Fixture *self)
{
  pid_t pid = fork ();

  if (pid != 0)
    return pid;

  for (guint i = 0;; i++)
    {
      g_autofree char *title = g_strdup_printf ("Theirs %u", i);
      g_autofree char *text = make_theirs (self->document, title);
      g_autofree char *beside = g_strconcat (self->other_path, NULL);

      while (!holds (self->path, "Mine"))
        ;
      if (!g_file_set_contents_full (beside, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL)
          || g_rename (beside, self->path) != 0)
        _exit (1);
    }
}

/* Two that write at the same time: what the other wrote and I never saw is always to be found */
static void
test_nothing_is_lost_at_the_same_moment (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  pid_t rival = start_rival (self);
  guint n_refused = 0, n_theirs = 0;

  for (guint i = 0; i < 150; i++)
    {
      way_test_set_title (self->document, i % 2 == 0 ? "Mine" : "Between");
      if (!way_document_save (self->document, NULL, NULL, NULL))
        {
          n_refused++;
          take_theirs (self);
        }
    }
  kill (rival, SIGKILL);
  g_assert_cmpint (waitpid (rival, NULL, 0), ==, rival);

  for (;; n_theirs++)
    {
      g_autofree char *title = g_strdup_printf ("Theirs %u", n_theirs);

      if (!holds (self->path, title) && !is_kept (self->document, title))
        break;
    }
  for (guint i = n_theirs + 1; i < n_theirs + 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Theirs %u", i);

      /* A gap would be a loss */
      g_assert_false (holds (self->path, title) || is_kept (self->document, title));
    }
  g_test_message ("%u saves were refused, %u writes of the other found", n_refused, n_theirs);
  g_assert_cmpuint (n_theirs, >, 0);
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/document/watch/does-not-save-over-what-others-wrote",
       test_does_not_save_over_what_others_wrote);
  add ("/document/watch/saves-what-others-wrote-as-well", test_saves_what_others_wrote_as_well);
  add ("/document/watch/does-not-bring-back-unasked", test_does_not_bring_back_unasked);
  add ("/document/watch/a-copy-is-saved-whatever-became-of-the-file",
       test_a_copy_is_saved_whatever_became_of_the_file);
  add ("/document/watch/what-was-loaded-is-known", test_what_was_loaded_is_known);
  add ("/document/watch/notices-changes-of-others", test_notices_changes_of_others);
  add ("/document/watch/notices-that-it-is-gone-and-back", test_notices_that_it_is_gone_and_back);
  add ("/document/watch/does-not-notice-its-own-saves", test_does_not_notice_its_own_saves);
  add ("/document/watch/does-not-notice-what-changes-nothing",
       test_does_not_notice_what_changes_nothing);
  add ("/document/watch/a-refused-save-tells-of-the-change",
       test_a_refused_save_tells_of_the_change);
  add ("/document/watch/its-lock-stays-young", test_its_lock_stays_young);
  add ("/document/watch/has-a-lock-while-it-follows", test_has_a_lock_while_it_follows);
  add ("/document/watch/read-only-until-saved-elsewhere", test_read_only_until_saved_elsewhere);
  add ("/document/watch/keeps-what-gives-way", test_keeps_what_gives_way);
  add ("/document/watch/nothing-is-lost-in-any-order", test_nothing_is_lost_in_any_order);
  add ("/document/watch/nothing-is-lost-at-the-same-moment",
       test_nothing_is_lost_at_the_same_moment);

  return g_test_run ();
}
