/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-paths.h"

#include <glib/gstdio.h>

/* An installation that was moved: opt/bin/waymark-cli beside opt/share/waymark in a temporary
 * folder */
typedef struct
{
  char *root;
  char *share;
  char *data_dir;
  char *program;
} Moved;

static void
set_up (Moved *moved, gconstpointer unused)
{
  moved->root = g_dir_make_tmp ("way-paths-XXXXXX", NULL);
  moved->share = g_build_filename (moved->root, "share", NULL);
  moved->data_dir = g_build_filename (moved->share, "waymark", NULL);
  moved->program = g_build_filename (moved->root, "bin", "waymark-cli", NULL);
  g_assert_cmpint (g_mkdir_with_parents (moved->data_dir, 0700), ==, 0);
}

static void
tear_down (Moved *moved, gconstpointer unused)
{
  g_rmdir (moved->data_dir);
  g_rmdir (moved->share);
  g_rmdir (moved->root);
  g_free (moved->root);
  g_free (moved->share);
  g_free (moved->data_dir);
  g_free (moved->program);
}

static void
test_override_wins (Moved *moved, gconstpointer unused)
{
  g_autofree char *found
      = way_paths_find ("/somewhere/else", moved->data_dir, moved->root, moved->program);

  g_assert_cmpstr (found, ==, "/somewhere/else");
}

static void
test_empty_override_does_not_count (Moved *moved, gconstpointer unused)
{
  g_autofree char *found = way_paths_find ("", moved->data_dir, moved->root, moved->program);

  g_assert_cmpstr (found, ==, moved->data_dir);
}

static void
test_relative_override_becomes_absolute (Moved *moved, gconstpointer unused)
{
  g_autofree char *expected = g_canonicalize_filename ("resources", NULL);
  g_autofree char *found = way_paths_find ("resources", moved->data_dir, moved->root, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_built_folder_comes_before_the_moved_one (Moved *moved, gconstpointer unused)
{
  g_autofree char *built = g_build_filename (moved->root, "share", NULL);
  g_autofree char *found = way_paths_find (NULL, built, moved->root, "/elsewhere/bin/waymark-cli");

  g_assert_cmpstr (found, ==, built);
}

static void
test_moved_installation_is_found (Moved *moved, gconstpointer unused)
{
  g_autofree char *found
      = way_paths_find (NULL, "/no/such/prefix/share/waymark", "/no/such/prefix", moved->program);

  g_assert_cmpstr (found, ==, moved->data_dir);
}

static void
test_nothing_there_gives_the_built_path (Moved *moved, gconstpointer unused)
{
  g_autofree char *found
      = way_paths_find (NULL, "/no/such/prefix/share/other", "/no/such/prefix", moved->program);

  g_assert_cmpstr (found, ==, "/no/such/prefix/share/other");
}

static void
test_environment_is_asked (void)
{
  g_autofree char *data_dir = NULL;
  g_autofree char *locale_dir = NULL;

  g_setenv ("WAYMARK_DATADIR", "/data", TRUE);
  g_setenv ("WAYMARK_LOCALEDIR", "/locale", TRUE);
  data_dir = way_paths_get_data_dir ();
  locale_dir = way_paths_get_locale_dir ();

  g_assert_cmpstr (data_dir, ==, "/data");
  g_assert_cmpstr (locale_dir, ==, "/locale");
}

static void
add (const char *path, void (*test) (Moved *moved, gconstpointer unused))
{
  g_test_add (path, Moved, NULL, set_up, test, tear_down);
}

static void
test_private_folder_is_closed_to_others (void)
{
  for (guint place = WAY_PRIVATE_STATE; place <= WAY_PRIVATE_DATA; place++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = way_paths_get_private_folder (place, "things");
      g_autofree char *folder = NULL;
      GStatBuf status;

      g_assert_cmpint (g_mkdir_with_parents (expected, 0755), ==, 0);
      folder = way_paths_make_private_folder (place, "things", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (folder, ==, expected);
      g_assert_cmpint (g_stat (folder, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0700);
    }
}

static void
test_private_folder_that_cannot_be_is_an_error (void)
{
  g_autofree char *expected = way_paths_get_private_folder (WAY_PRIVATE_DATA, "things");
  g_autofree char *parent = g_path_get_dirname (expected);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (expected, "in the way", -1, NULL));

  folder = way_paths_make_private_folder (WAY_PRIVATE_DATA, "things", &error);
  g_assert_null (folder);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_nonnull (strstr (error->message, expected));
}

/* What lies beside the running program, as this test does beside itself, is taken unless the folder
 * that is named has one of that name, too */
static void
test_helper_of_a_named_folder_comes_first (Moved *moved, gconstpointer unused)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *name = g_path_get_basename (program);
  g_autofree char *named = g_build_filename (moved->root, name, NULL);
  g_autofree char *kept = g_strdup (g_getenv ("WAYMARK_LIBEXECDIR"));
  g_autofree char *beside = NULL;
  g_autofree char *first = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *missing = g_build_filename (moved->root, "no-such-helper", NULL);

  g_setenv ("WAYMARK_LIBEXECDIR", moved->root, TRUE);
  beside = way_paths_get_helper (name);
  g_assert_cmpstr (beside, ==, program);
  nowhere = way_paths_get_helper ("no-such-helper");
  g_assert_cmpstr (nowhere, ==, missing);

  g_assert_true (g_file_set_contents (named, "", 0, NULL));
  g_assert_cmpint (g_chmod (named, 0700), ==, 0);
  first = way_paths_get_helper (name);
  g_assert_cmpstr (first, ==, named);

  g_unlink (named);
  if (kept != NULL)
    g_setenv ("WAYMARK_LIBEXECDIR", kept, TRUE);
  else
    g_unsetenv ("WAYMARK_LIBEXECDIR");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/base/paths/override-wins", test_override_wins);
  add ("/base/paths/empty-override-does-not-count", test_empty_override_does_not_count);
  add ("/base/paths/relative-override-becomes-absolute", test_relative_override_becomes_absolute);
  add ("/base/paths/built-folder-comes-first", test_built_folder_comes_before_the_moved_one);
  add ("/base/paths/moved-installation-is-found", test_moved_installation_is_found);
  add ("/base/paths/helper-of-a-named-folder-comes-first",
       test_helper_of_a_named_folder_comes_first);
  add ("/base/paths/nothing-there-gives-the-built-path", test_nothing_there_gives_the_built_path);
  g_test_add_func ("/base/paths/environment-is-asked", test_environment_is_asked);
  g_test_add_func ("/base/paths/private-folder-is-closed-to-others",
                   test_private_folder_is_closed_to_others);
  g_test_add_func ("/base/paths/private-folder-that-cannot-be-is-an-error",
                   test_private_folder_that_cannot_be_is_an_error);

  return g_test_run ();
}
