/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was not saved is there again, however the program ended.
 */
#include "way-document-journal.h"
#include "way-recovery.h"

#include "way-add-commands.h"
#include "way-plan-reader.h"
#include "way-record-commands.h"
#include "way-test-commands.h"

#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("WAYMARK_THOROUGH"), "1") == 0;
}

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("way-recovery-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.waymark", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Step n: the plan is called so, and has n milestones */
static gboolean
run_step (WayEditGroup *group, gpointer data, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  g_autofree char *title = g_strdup_printf ("Step %u", GPOINTER_TO_UINT (data));
  WayId id;

  return way_edit_set_text (group, way_plan_get_id (plan), WAY_PLAN_TITLE, title, error)
         && way_milestone_add (group, title, NULL, WAY_DATE_NONE, WAY_DATE_NONE, &id, error);
}

static void
do_step (WayDocument *document, guint n)
{
  g_autoptr (GError) error = NULL;

  way_document_execute (document, "Step", NULL, run_step, GUINT_TO_POINTER (n), &error);
  g_assert_no_error (error);
}

/* Which step @plan is the state after; whatever is between steps ends the test */
static guint
get_step (WayPlan *plan)
{
  const char *title = way_record_get_called (way_plan_get_root (plan));
  guint n_milestones = way_plan_get_count (plan, WAY_KIND_MILESTONE);
  g_autofree char *expected = g_strdup_printf ("Step %u", n_milestones);

  if (n_milestones == 0)
    return 0;
  g_assert_cmpstr (title, ==, expected);

  return n_milestones;
}

static void
save (WayDocument *document, GFile *file)
{
  g_autoptr (GError) error = NULL;

  way_document_save (document, file, NULL, &error);
  g_assert_no_error (error);
}

static WayDocument *
open_saved (Fixture *fixture)
{
  g_autoptr (WayDocument) first = way_document_new (NULL);
  g_autoptr (GError) error = NULL;
  WayDocument *document;

  do_step (first, 1);
  save (first, fixture->file);
  document = way_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  way_document_keep_unsaved (document);

  return document;
}

/* As if the program had ended: what is written stays */
static void
lose (WayDocument *document)
{
  way_document_wait_kept (document);
  g_assert_finalize_object (document);
}

static WayRecovery *
find_only (void)
{
  g_autoptr (GPtrArray) list = way_recovery_list ();

  g_assert_cmpuint (list->len, ==, 1);

  return g_object_ref (list->pdata[0]);
}

static void
assert_nothing_left (void)
{
  g_autoptr (GPtrArray) list = way_recovery_list ();

  g_assert_cmpuint (list->len, ==, 0);
}

static char *
read_file (const char *path)
{
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static void
test_restored_in_its_file (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autofree char *before = read_file (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (WayRecovery) recovery = NULL;
  g_autoptr (WayDocument) restored = NULL;

  do_step (document, 2);
  do_step (document, 3);
  lose (document);

  recovery = find_only ();
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_SAME);
  g_assert_cmpstr (way_recovery_get_title (recovery), ==, "Step 3");
  g_assert_cmpuint (way_recovery_get_n_steps (recovery), ==, 2);
  summary = way_recovery_dup_summary (recovery);
  g_assert_cmpstr (summary, ==, "2 milestones added, 1 other thing changed");

  restored = way_recovery_restore (recovery, FALSE);
  g_assert_null (way_recovery_get_reason (recovery));
  g_assert_true (way_document_get_modified (restored));
  g_assert_true (g_file_equal (way_document_get_file (restored), fixture->file));
  g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, 3);
  after = read_file (fixture->path);
  g_assert_cmpstr (after, ==, before);

  way_document_keep_unsaved (restored);
  assert_nothing_left ();
  save (restored, NULL);
  way_document_wait_kept (restored);
  g_clear_object (&restored);
  assert_nothing_left ();
}

static void
test_restored_twice (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);

  do_step (document, 2);
  lose (document);
  for (guint n = 3; n < 6; n++)
    {
      g_autoptr (WayRecovery) recovery = find_only ();
      WayDocument *restored = way_recovery_restore (recovery, FALSE);

      g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_SAME);
      g_assert_cmpuint (way_recovery_get_n_steps (recovery), ==, n - 2);
      g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, n - 1);
      way_document_keep_unsaved (restored);
      do_step (restored, n);
      lose (restored);
    }
  way_recovery_discard (find_only ());
  assert_nothing_left ();
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autoptr (WayDocument) other = NULL;
  g_autoptr (WayDocument) restored = NULL;
  g_autoptr (WayRecovery) recovery = NULL;

  do_step (document, 2);
  lose (document);
  other = way_document_load (fixture->file, NULL, NULL);
  do_step (other, 2);
  save (other, NULL);

  recovery = find_only ();
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_CHANGED);
  g_assert_nonnull (way_recovery_get_reason (recovery));
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_null (way_document_get_file (restored));
  g_assert_true (way_document_get_modified (restored));
  way_document_forget_unsaved (restored);
  assert_nothing_left ();
}

/* Between the list and the answer */
static void
test_changed_while_asked (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autoptr (WayDocument) restored = NULL;
  g_autoptr (WayRecovery) recovery = NULL;

  do_step (document, 2);
  lose (document);
  recovery = find_only ();
  g_assert_true (g_file_set_contents (fixture->path, "something else", -1, NULL));
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_null (way_document_get_file (restored));
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_CHANGED);
  way_document_forget_unsaved (restored);
}

static void
test_file_gone (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autoptr (WayDocument) restored = NULL;
  g_autoptr (WayRecovery) recovery = NULL;

  do_step (document, 2);
  lose (document);
  g_unlink (fixture->path);
  recovery = find_only ();
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_GONE);
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_null (way_document_get_file (restored));
  g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, 2);
  way_document_forget_unsaved (restored);
}

static void
test_untitled (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = way_document_new (NULL);
  g_autoptr (WayDocument) restored = NULL;
  g_autoptr (WayRecovery) recovery = NULL;

  way_document_keep_unsaved (document);
  do_step (document, 1);
  lose (document);
  recovery = find_only ();
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_NONE);
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_null (way_document_get_file (restored));
  g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, 1);
  way_document_forget_unsaved (restored);
}

static void
test_undone_is_nothing (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);

  do_step (document, 2);
  way_document_undo (document);
  way_document_wait_kept (document);
  way_document_redo (document);
  way_document_undo (document);
  lose (document);
  assert_nothing_left ();
}

static void
test_undone_in_part (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autoptr (WayRecovery) recovery = NULL;
  g_autoptr (WayDocument) restored = NULL;

  do_step (document, 2);
  do_step (document, 3);
  do_step (document, 4);
  way_document_undo (document);
  lose (document);
  recovery = find_only ();
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, 3);
  way_document_forget_unsaved (restored);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  way_document_save_finish (WAY_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
test_edits_while_saving (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = open_saved (fixture);
  g_autoptr (WayRecovery) recovery = NULL;
  g_autoptr (WayDocument) restored = NULL;
  gboolean is_saved = FALSE;

  do_step (document, 2);
  way_document_save_async (document, NULL, NULL, on_saved, &is_saved);
  do_step (document, 3);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  lose (document);

  recovery = find_only ();
  g_assert_cmpint (way_recovery_get_file_state (recovery), ==, WAY_RECOVERY_FILE_SAME);
  g_assert_cmpuint (way_recovery_get_n_steps (recovery), ==, 1);
  restored = way_recovery_restore (recovery, FALSE);
  g_assert_cmpuint (get_step (way_document_get_plan (restored)), ==, 3);
  way_document_forget_unsaved (restored);
}

static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = open_saved (fixture);

  do_step (document, 2);
  way_document_forget_unsaved (document);
  assert_nothing_left ();
}

static void
on_unkept (WayDocument *document, const char *reason, guint *n_told)
{
  g_assert_nonnull (strstr (reason, "recovery"));
  (*n_told)++;
}

/* Where nothing can be kept, work goes on, and the person is told once */
static void
test_nowhere_to_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waymark", NULL);
  g_autofree char *path = g_build_filename (folder, "recovery", NULL);
  g_autoptr (WayDocument) document = NULL;
  guint n_told = 0;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  document = open_saved (fixture);
  g_signal_connect (document, "unkept", G_CALLBACK (on_unkept), &n_told);
  do_step (document, 2);
  do_step (document, 3);
  g_assert_cmpuint (n_told, ==, 1);
  save (document, NULL);
  g_unlink (path);
}

/* A program that is killed */

#define SAVE_EVERY 60

/* Works until it is killed, and says what it may be held to */
static void
work (Fixture *fixture, int out)
{
  g_autoptr (WayDocument) document = open_saved (fixture);

  for (guint n = 2;; n++)
    {
      do_step (document, n);
      if (n % SAVE_EVERY == 0)
        save (document, NULL);
      if (n % 3 == 0)
        {
          way_document_undo (document);
          way_document_redo (document);
        }
      way_document_wait_kept (document);
      if (write (out, &n, sizeof n) != sizeof n)
        _exit (1);
    }
}

static guint
kill_at_random (Fixture *fixture)
{
  int ends[2];
  guint n = 0, promised = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (fixture, ends[1]);
    }

  close (ends[1]);
  g_assert_cmpint (read (ends[0], &promised, sizeof promised), ==, sizeof promised);
  g_usleep ((gulong)g_test_rand_int_range (0, 30000));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (ends[0], &n, sizeof n) == sizeof n)
    promised = n;
  close (ends[0]);

  return promised;
}

/* A save that was killed between naming its new file and putting it in place leaves that */
static void
sweep (Fixture *fixture)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_str_has_prefix (name, ".waymark-"))
        g_unlink (path);
    }
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  guint n_rounds = is_thorough () ? 2000 : 50, n_restored = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      guint promised = kill_at_random (fixture);
      g_autoptr (GPtrArray) list = way_recovery_list ();
      g_autoptr (WayPlan) saved = way_plan_read_file (fixture->file, NULL, NULL, NULL);
      guint found = get_step (saved);

      g_assert_cmpuint (list->len, <=, 1);
      if (list->len == 1)
        {
          g_autoptr (WayDocument) restored = way_recovery_restore (list->pdata[0], FALSE);

          g_assert_no_error (way_recovery_get_error (list->pdata[0]));
          found = get_step (way_document_get_plan (restored));
          way_document_forget_unsaved (restored);
          n_restored++;
        }
      g_assert_cmpuint (found, >=, promised);
      g_assert_cmpuint (found, <=, promised + 1);
    }
  g_test_message ("restored in %u of %u rounds", n_restored, n_rounds);
  g_assert_cmpuint (n_restored, >, n_rounds / 4);
  sweep (fixture);
}

/* Long work */

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

static guint64
get_journal_size (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waymark", "recovery", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint64 size = 0;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0)
        size += (guint64)status.st_size;
    }

  return size;
}

static guint64
get_resident (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, "VmRSS:");

  return g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) * 1024;
}

/* Undo remembers each step, which takes some 2 KB; what is beyond that would be a leak. A sanitizer
 * keeps what was freed for a while, and sees leaks by itself. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BYTES_A_STEP (64 * 1024)
#endif
#endif
#ifndef BYTES_A_STEP
#define BYTES_A_STEP 4096
#endif

static void
test_long_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayDocument) document = open_saved (fixture);
  guint n_steps = is_thorough () ? 100000 : 5000, n_saves = is_thorough () ? 1000 : 50;
  guint n_files = 0;
  guint64 resident = 0, largest = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      g_assert_true (
          way_document_execute (document, "Title", NULL, way_test_run_title, title, NULL));
      if (i % (n_steps / n_saves) == n_steps / n_saves - 1)
        {
          way_document_wait_kept (document);
          largest = MAX (largest, get_journal_size ());
          save (document, NULL);
        }
      if (i == n_steps / 5)
        {
          n_files = count_entries ("/proc/self/fd");
          resident = get_resident ();
        }
    }
  way_document_wait_kept (document);

  g_test_message ("journal at most %" G_GUINT64_FORMAT " bytes, resident %" G_GUINT64_FORMAT
                  " bytes after a fifth and %" G_GUINT64_FORMAT " in the end",
                  largest, resident, get_resident ());
  g_assert_cmpuint (largest, >, 0);
  g_assert_cmpuint (largest, <, 1024 * 1024);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), <=, n_files + 1);
  g_assert_cmpuint (get_resident (), <, resident + (guint64)n_steps * BYTES_A_STEP);
  way_document_forget_unsaved (document);
  assert_nothing_left ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    /* first, while this program has no threads that a child could miss */
    { "/document/recovery/killed", test_killed },
    { "/document/recovery/restored-in-its-file", test_restored_in_its_file },
    { "/document/recovery/restored-twice", test_restored_twice },
    { "/document/recovery/changed-meanwhile", test_changed_meanwhile },
    { "/document/recovery/changed-while-asked", test_changed_while_asked },
    { "/document/recovery/file-gone", test_file_gone },
    { "/document/recovery/untitled", test_untitled },
    { "/document/recovery/undone-is-nothing", test_undone_is_nothing },
    { "/document/recovery/undone-in-part", test_undone_in_part },
    { "/document/recovery/edits-while-saving", test_edits_while_saving },
    { "/document/recovery/forgotten", test_forgotten },
    { "/document/recovery/nowhere-to-keep", test_nowhere_to_keep },
    { "/document/recovery/long-work", test_long_work },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
