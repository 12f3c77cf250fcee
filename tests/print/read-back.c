/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans as files, and what tools that read such files say about them.
 */
#include "read-back.h"

#include <glib/gstdio.h>

GBytes *
render (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  way_print_render (plan, options, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
ask (const char *tool, const char *option, GBytes *bytes)
{
  g_autofree char *path = g_find_program_in_path (tool);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[5] = { path };
  guint n_args = 1;
  char *output = NULL;
  int fd, status;

  if (path == NULL)
    g_error ("%s is not installed, and nothing can be read back without it", tool);

  fd = g_file_open_tmp ("waymark-XXXXXX", &name, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  if (option != NULL)
    argv[n_args++] = option;
  argv[n_args++] = name;
  if (g_str_equal (tool, "pdftotext"))
    argv[n_args++] = "-";

  g_spawn_sync (NULL, (char **)argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (name);

  return output;
}

guint
count_pages (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GBytes) pdf = render (plan, options);
  g_autofree char *info = ask ("pdfinfo", "-isodates", pdf);
  const char *pages = strstr (info, "Pages:");

  return pages != NULL ? (guint)g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10) : 0;
}
