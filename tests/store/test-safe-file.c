/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is written whole or not at all, and nothing is left lying beside it.
 */
#include "way-safe-file.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("waymark-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "plan.waymark", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Removes all of the folder, and asserts that there is nothing but @expected in it */
static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *expected = data;
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (strcmp (name, "other") != 0)
        g_ptr_array_add (names, g_strdup (name));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  found = g_strjoinv (" ", (char **)names->pdata);
  g_assert_cmpstr (found, ==, expected);

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
write_text (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const char *text = user_data;

  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

/* Writes half, then says that it cannot go on */
static gboolean
write_half (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  if (write_text (stream, user_data, cancellable, error))
    g_set_error_literal (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE, "That is all I know.");

  return FALSE;
}

static gboolean
write_megabyte (GOutputStream *stream, gpointer user_data G_GNUC_UNUSED, GCancellable *cancellable,
                GError **error)
{
  g_autofree char *bytes = g_malloc0 (1 << 20);

  return g_output_stream_write_all (stream, bytes, 1 << 20, NULL, cancellable, error);
}

static gboolean
write_and_cancel (GOutputStream *stream, gpointer user_data, GCancellable *cancellable,
                  GError **error)
{
  g_cancellable_cancel (cancellable);

  return write_text (stream, user_data, NULL, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
put (const char *path, const char *content, int mode)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
assert_mode (const char *path, guint mode)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

static void
assert_saves (const char *path, const char *content)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean saved
      = way_safe_file_write (file, write_text, (gpointer)content, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
  assert_content (path, content);
}

static void
assert_fails (const char *path, WayWriteFunc func, const char *words)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_safe_file_write (file, func, (gpointer) "new", NULL, NULL, NULL, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "plan"));
}

static void
test_new_is_private (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  assert_saves (self->path, "new");
  assert_mode (self->path, 0600);
}

static void
test_mode_is_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const guint modes[] = { 0600, 0640, 0644, 0664, 0700 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      put (self->path, "old", (int)modes[i]);
      assert_saves (self->path, "new");
      assert_mode (self->path, modes[i]);
    }
}

static void
test_link_stays (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  put (other, "old", 0640);
  g_assert_cmpint (symlink ("other", self->path), ==, 0);

  assert_saves (self->path, "new");
  assert_content (other, "new");
  assert_mode (other, 0640);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));

  /* Also when there is nothing yet where it leads */
  g_assert_cmpint (g_remove (other), ==, 0);
  assert_saves (self->path, "newer");
  assert_content (other, "newer");
}

static void
test_links_in_a_circle (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (symlink ("plan.waymark", self->path), ==, 0);
  assert_fails (self->path, write_text, "circle");
}

static void
test_failure_keeps_the_old (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  put (self->path, "old", 0644);
  assert_fails (self->path, write_half, "the old file is as it was. That is all I know.");
  assert_content (self->path, "old");
}

static void
test_failure_leaves_nothing (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  assert_fails (self->path, write_half, "could not be saved. That");
}

/* Saving would part the names, and somebody would go on with the old content */
static void
test_several_names (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  put (self->path, "old", 0644);
  g_assert_cmpint (link (self->path, other), ==, 0);
  assert_fails (self->path, write_text, "other names");
  assert_content (self->path, "old");
  assert_content (other, "old");
}

static void
test_fingerprint (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_auto (WaySaveReport) report = { 0 };

  g_assert_true (
      way_safe_file_write (file, write_text, (gpointer) "new", NULL, &report, NULL, NULL));
  g_assert_true (way_fingerprint_equal (report.fingerprint, way_fingerprint_bytes ("new", 3)));
  g_assert_null (report.unkept);
}

static void
put_beside (Fixture *self, const char *name, int age, gboolean is_locked)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  gint64 then = g_get_real_time () / G_USEC_PER_SEC - age;
  const struct timespec times[] = { { then, 0 }, { then, 0 } };

  put (path, "half a pl", 0600);
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  if (is_locked)
    g_assert_cmpint (flock (open (path, O_RDONLY | O_CLOEXEC), LOCK_EX), ==, 0);
}

/* What a power cut has left goes; what may be somebody's stays */
static void
test_sweeps (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  put_beside (self, ".waymark-0badcafe", 3600, FALSE);
  put_beside (self, ".waymark-00000001", 3600, TRUE);
  put_beside (self, ".waymark-00000002", 0, FALSE);
  put_beside (self, ".waymark-notes", 3600, FALSE);
  put_beside (self, ".waymark-0badcafe.bak", 3600, FALSE);

  assert_saves (self->path, "new");
}

static gboolean
write_and_die (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  write_text (stream, user_data, cancellable, error);
  raise (SIGKILL);

  return FALSE;
}

static gboolean
has_nameless_files (const char *folder)
{
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);

  return fd >= 0;
}

/* Nor does a program that is killed while it writes leave a part of somebody's plan lying about */
static void
test_killed (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  pid_t child;
  int status;

  put (self->path, "old", 0644);
  if (!has_nameless_files (self->folder))
    {
      g_test_skip ("this file system has no files without a name");
      return;
    }

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      way_safe_file_write (file, write_and_die, (gpointer) "new", NULL, NULL, NULL, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  assert_content (self->path, "old");
}

/* A bound on the size of files is what comes nearest to a full disk that a test may do; /dev/full
 * is a device and never opened */
static void
test_no_room (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  struct rlimit before, small;

  put (self->path, "old", 0644);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);

  assert_fails (self->path, write_megabyte, "the old file is as it was");

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  assert_content (self->path, "old");
}

static void
test_cancelled (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (self->path, "old", 0644);
  g_assert_false (way_safe_file_write (file, write_and_cancel, (gpointer) "new", NULL, NULL,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (self->path, "old");
}

static void
test_what_is_no_file (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *below = g_build_filename (self->path, "plan.waymark", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "none", "plan.waymark", NULL);
  g_autofree char *name = g_strnfill (300, 'n');
  g_autofree char *longer = g_strconcat (self->path, name, NULL);
  struct stat status;

  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_fails (self->path, write_text, "folder");
  g_assert_cmpint (g_rmdir (self->path), ==, 0);

  put (self->path, "old", 0600);
  assert_fails (below, write_text, "is a file and no folder");
  assert_fails (missing, write_text, "folder does not exist");
  assert_fails (longer, write_text, "name is too long");
  g_assert_cmpint (g_remove (self->path), ==, 0);

  g_assert_cmpint (symlink ("/dev/full", self->path), ==, 0);
  {
    g_autoptr (GFile) file = g_file_new_for_path (self->path);
    g_autoptr (GError) error = NULL;

    g_assert_false (
        way_safe_file_write (file, write_text, (gpointer) "new", NULL, NULL, NULL, &error));
    g_assert_nonnull (strstr (error->message, "device"));
  }
  g_assert_cmpint (g_remove (self->path), ==, 0);

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_fails (self->path, write_text, "pipe");
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

/* Root may write anywhere and becomes nobody for this */
static void
test_no_permission (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  uid_t before = geteuid (), nobody = 65534;

  if (before == 0 && (chown (self->folder, nobody, (gid_t)-1) != 0 || seteuid (nobody) != 0))
    {
      g_test_skip ("run by a root who cannot become nobody");
      return;
    }

  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);
  assert_fails (self->path, write_text, "permission");
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);

  put (self->path, "old", 0400);
  assert_fails (self->path, write_text, "write-protected");
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  assert_content (self->path, "old");
  g_assert_cmpint (seteuid (before), ==, 0);
}

#define ADD(name, func, left)                                                                      \
  g_test_add ("/store/safe-file/" name, Fixture, left, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-is-private", test_new_is_private, "plan.waymark");
  ADD ("mode-is-kept", test_mode_is_kept, "plan.waymark");
  ADD ("link-stays", test_link_stays, "plan.waymark");
  ADD ("links-in-a-circle", test_links_in_a_circle, "plan.waymark");
  ADD ("failure-keeps-the-old", test_failure_keeps_the_old, "plan.waymark");
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing, "");
  ADD ("several-names", test_several_names, "plan.waymark");
  ADD ("fingerprint", test_fingerprint, "plan.waymark");
  ADD ("sweeps", test_sweeps,
       ".waymark-00000001 .waymark-00000002 .waymark-0badcafe.bak .waymark-notes plan.waymark");
  ADD ("no-room", test_no_room, "plan.waymark");
  ADD ("killed", test_killed, "plan.waymark");
  ADD ("cancelled", test_cancelled, "plan.waymark");
  ADD ("what-is-no-file", test_what_is_no_file, "plan.waymark");
  ADD ("no-permission", test_no_permission, "plan.waymark");

  return g_test_run ();
}
