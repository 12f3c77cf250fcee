/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was written is read and written again as the same bytes.
 */
#include "way-plan-reader.h"
#include "way-plan-writer.h"

static void
test_examples (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "resources", "examples", NULL);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  guint n_examples = 0;

  for (const char *name = g_dir_read_name (names); name != NULL; name = g_dir_read_name (names))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (WayPlan) plan = NULL;
      g_autoptr (WaySnapshot) snapshot = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".waymark"))
        continue;

      before = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      plan = way_plan_read_file (file, NULL, NULL, &error);
      g_assert_no_error (error);
      snapshot = way_snapshot_new (plan);
      after = way_plan_write_bytes (snapshot, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (before, after));
      n_examples++;
    }

  g_assert_cmpuint (n_examples, >=, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-trip/examples", test_examples);

  return g_test_run ();
}
