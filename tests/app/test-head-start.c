/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-head-start.h"

static GFile *
example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "examples",
                                                 "ward-nurse-to-nurse-practitioner.waymark", NULL);

  return g_file_new_for_path (path);
}

static void
test_gives_what_loading_gives (void)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WayHeadStart) head_start = way_head_start_new (file);
  g_autoptr (WayDocument) loaded = way_document_load (file, NULL, &error);
  g_autoptr (WayDocument) document = NULL;

  g_assert_no_error (error);
  g_assert_true (way_head_start_is_for (head_start, file));
  document = way_head_start_finish (head_start, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (way_document_get_title (document), ==, way_document_get_title (loaded));
  g_assert_true (g_file_equal (way_document_get_file (document), file));
}

static void
test_is_taken_once (void)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (WayHeadStart) head_start = way_head_start_new (file);
  g_autoptr (WayDocument) document = way_head_start_finish (head_start, NULL);

  g_assert_nonnull (document);
  g_assert_false (way_head_start_is_for (head_start, file));
}

static void
test_is_for_one_file (void)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (WayHeadStart) head_start = way_head_start_new (file);

  g_assert_false (way_head_start_is_for (head_start, folder));
}

static void
test_says_why_it_failed (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/plan.waymark");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayHeadStart) head_start = way_head_start_new (file);

  g_assert_null (way_head_start_finish (head_start, &error));
  g_assert_nonnull (error);
}

static void
test_nobody_may_come_for_it (void)
{
  g_autoptr (GFile) file = example ();

  for (guint i = 0; i < 10; i++)
    way_head_start_free (way_head_start_new (file));
}

static void
test_only_files_can_be_small (void)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/plan.waymark");

  g_assert_true (way_head_start_is_small (file));
  g_assert_false (way_head_start_is_small (folder));
  g_assert_false (way_head_start_is_small (missing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/head-start/gives-what-loading-gives", test_gives_what_loading_gives);
  g_test_add_func ("/app/head-start/is-taken-once", test_is_taken_once);
  g_test_add_func ("/app/head-start/is-for-one-file", test_is_for_one_file);
  g_test_add_func ("/app/head-start/says-why-it-failed", test_says_why_it_failed);
  g_test_add_func ("/app/head-start/nobody-may-come-for-it", test_nobody_may_come_for_it);
  g_test_add_func ("/app/head-start/only-files-can-be-small", test_only_files_can_be_small);

  return g_test_run ();
}
