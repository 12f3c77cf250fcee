/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was saved here is known again, wherever the file goes, and nothing else is.
 */
#include "way-own-files.h"
#include "way-paths.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = way_paths_make_private_folder (WAY_PRIVATE_DATA, "own", NULL);

  g_assert_nonnull (folder);
  self->path = g_build_filename (folder, "plan.waymark", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_object_unref (self->file);
  g_free (self->path);
}

static void
write_number (Fixture *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("plan %u", number);

  g_remove (self->path); /* else it is written into, and what was longer keeps its end */
  g_assert_true (
      g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
save_number (Fixture *self, guint number)
{
  WayFingerprint fingerprint;

  write_number (self, number);
  g_assert_true (way_fingerprint_file (self->path, &fingerprint, NULL));
  way_own_files_add (fingerprint);
}

static gboolean
is_own (Fixture *self)
{
  WayFingerprint fingerprint;

  return way_own_files_has (
      self->file, way_fingerprint_file (self->path, &fingerprint, NULL) ? &fingerprint : NULL);
}

static void
test_what_was_saved_is_known (Fixture *self, gconstpointer data)
{
  write_number (self, 1);
  g_assert_false (is_own (self));

  save_number (self, 1);
  save_number (self, 2);
  g_assert_true (is_own (self));
  write_number (self, 1);
  g_assert_true (is_own (self));
  write_number (self, 3);
  g_assert_false (is_own (self));
  g_remove (self->path);
  g_assert_false (is_own (self));
}

static void
test_the_latest_are_remembered (Fixture *self, gconstpointer data)
{
  g_autofree char *list = way_paths_get_private_folder (WAY_PRIVATE_STATE, "saved/fingerprints");
  GStatBuf status;

  for (guint i = 0; i < 1700; i++)
    save_number (self, i);
  for (guint i = 1700 - 400; i < 1700; i++)
    {
      write_number (self, i);
      g_assert_true (is_own (self));
    }
  write_number (self, 100);
  g_assert_false (is_own (self));

  g_assert_cmpint (g_stat (list, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 40000);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_examples_came_with_us (void)
{
  g_autofree char *folder = way_paths_get_data_dir ();
  g_autofree char *path = g_build_filename (folder, "examples", "any.waymark", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (way_own_files_has (file, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/document/own-files/what-was-saved-is-known", Fixture, NULL, set_up,
              test_what_was_saved_is_known, tear_down);
  g_test_add ("/document/own-files/the-latest-are-remembered", Fixture, NULL, set_up,
              test_the_latest_are_remembered, tear_down);
  g_test_add_func ("/document/own-files/examples-came-with-us", test_examples_came_with_us);

  return g_test_run ();
}
