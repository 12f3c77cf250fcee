/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fuzz-corpus SUBJECT FOLDER...: gives each file of the folders to a fuzz target, as a test. What a
 * fuzzer has ever found stays in there, and is found again without one.
 */
#include "fuzz.h"

#include <stdio.h>

static void
test_file (gconstpointer path)
{
  g_autofree char *text = NULL;
  g_autofree guint8 *exact = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  /* Without the NUL that GLib adds, so that a read beyond the end is seen */
  exact = g_memdup2 (text, MAX (size, 1));
  LLVMFuzzerTestOneInput (exact, size);
}

static void
add_folder (const char *subject, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", subject, name);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 3);
  for (int i = 2; i < argc; i++)
    add_folder (argv[1], argv[i]);

  return g_test_run ();
}
