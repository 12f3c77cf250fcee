/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files with too many records are found out wherever the records are, and no others.
 */
#include "way-record-count.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIMIT 20000
#define N_LONG 40
#define LONG_TEXT (100 * 1024)

/* Where the many short records stand among the few long ones */
typedef enum
{
  FIRST,
  LAST,
  BETWEEN,
  N_ARRANGEMENTS,
} Arrangement;

static void
append_short (GString *text, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    g_string_append_printf (text, "  <link id=\"%08x-0000-4000-8000-000000000000\"/>\n", i + 1);
}

static void
append_long (GString *text, guint index, const char *title)
{
  g_string_append_printf (text, "  <goal id=\"%08x-0000-4000-9000-000000000000\">\n", index + 1);
  g_string_append_printf (text, "    <title>%s</title>\n  </goal>\n", title);
}

static GString *
make_plan (Arrangement arrangement, guint n_records)
{
  GString *text = g_string_new ("<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\">\n");
  g_autofree char *title = g_strnfill (LONG_TEXT, 'x');
  guint n_short = n_records - N_LONG, n_done = 0;

  if (arrangement == FIRST)
    append_short (text, 0, n_short);
  for (guint i = 0; i < N_LONG; i++)
    {
      guint n = i + 1 < N_LONG ? n_short / N_LONG : n_short - n_done;

      append_long (text, i, title);
      if (arrangement != BETWEEN)
        continue;
      append_short (text, n_done, n);
      n_done += n;
    }
  if (arrangement == LAST)
    append_short (text, 0, n_short);
  g_string_append (text, "</plan>\n");

  return text;
}

static gboolean
exceeds (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayByteSource) source = way_byte_source_new_for_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (way_byte_source_get_bound (source, NULL), >, 1024 * 1024);

  return way_record_count_exceeds (source, LIMIT, NULL);
}

static void
test_one_too_many_is_found_anywhere (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-count-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "many.waymark", NULL);

  g_assert_no_error (error);
  for (guint arrangement = 0; arrangement < N_ARRANGEMENTS; arrangement++)
    {
      static const guint counts[] = { LIMIT / 4, LIMIT, LIMIT + 1 };

      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          GString *text = make_plan ((Arrangement)arrangement, counts[i]);

          g_file_set_contents (path, text->str, (gssize)text->len, &error);
          g_assert_no_error (error);
          g_string_free (text, TRUE);
          g_assert_cmpint (exceeds (path), ==, counts[i] > LIMIT);
        }
    }

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/record-count/one-too-many-is-found-anywhere",
                   test_one_too_many_is_found_anywhere);

  return g_test_run ();
}
