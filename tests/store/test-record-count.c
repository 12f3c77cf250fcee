/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files with too many records are found out wherever the records are, and no others; and what is
 * packed is unpacked no further than it takes.
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

  if (way_record_count_check (source, LIMIT, NULL, &error))
    return FALSE;

  g_assert_error (error, WAY_REFUSAL, WAY_REFUSAL_RECORDS);

  return TRUE;
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

/* A packed stream that begins with @opening and goes on with @filling for @n_times. Each piece is
 * packed as what comes after one like it, so that one is enough to repeat. */
static GInputStream *
pack (const char *opening, const char *filling, guint n_times)
{
  g_autoptr (GConverter) gzip
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) packer = g_converter_output_stream_new (out, gzip);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (out);
  g_autofree char *piece = NULL;
  gsize begin, length;

  g_output_stream_write_all (packer, opening, strlen (opening), NULL, NULL, NULL);
  g_output_stream_write_all (packer, filling, strlen (filling), NULL, NULL, NULL);
  g_output_stream_flush (packer, NULL, NULL);
  begin = g_memory_output_stream_get_data_size (memory);
  g_output_stream_write_all (packer, filling, strlen (filling), NULL, NULL, NULL);
  g_output_stream_flush (packer, NULL, NULL);
  length = g_memory_output_stream_get_data_size (memory) - begin;

  piece = g_memdup2 ((char *)g_memory_output_stream_get_data (memory) + begin, length);
  for (guint i = 2; i < n_times; i++)
    g_output_stream_write_all (out, piece, length, NULL, NULL, NULL);
  g_output_stream_close (out, NULL, NULL);

  return g_memory_input_stream_new_from_bytes (g_memory_output_stream_steal_as_bytes (memory));
}

#define MEBI (1024 * 1024)

/* How much of 256 MiB of one kind of filling the count reads before it leaves them to the reader */
static double
get_part_read (const char *opening, const char *filling)
{
  GString *piece = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (WayByteSource) source = NULL;
  g_autoptr (GError) error = NULL;
  double n_read;

  while (piece->len < MEBI)
    g_string_append (piece, filling);
  stream = pack (opening, piece->str, 256);
  g_string_free (piece, TRUE);
  source = way_byte_source_new_for_stream (stream);

  g_assert_true (way_record_count_check (source, LIMIT, NULL, &error));
  g_assert_no_error (error);
  n_read = (double)g_seekable_tell (G_SEEKABLE (stream));
  g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, NULL);

  return n_read / (double)g_seekable_tell (G_SEEKABLE (stream));
}

static void
test_what_will_be_refused_is_not_unpacked (void)
{
  static const char *const bombs[][2] = {
    { "<plan>", "                " },
    { "<plan><title>", "xxxxxxxxxxxxxxxx" },
    { "<plan><!--", "----------------" },
    { "<plan><goal foreign=\"", "xxxxxxxxxxxxxxxx" },
    { "<plan><a>", "<a>" },
    { "", "                " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    g_assert_cmpfloat (get_part_read (bombs[i][0], bombs[i][1]), <, 0.5);

  /* So that these can fail */
  g_assert_cmpfloat (get_part_read ("<plan>", "</plan><plan>"), >, 0.99);
}

static void
test_more_than_the_bound_is_refused (void)
{
  g_autofree char *title = g_strnfill (MEBI, 'x');
  g_autofree char *filling = g_strdup_printf ("<goal>%s</goal>", title);
  g_autoptr (GInputStream) stream = pack ("<plan>", filling, 1025);
  g_autoptr (WayByteSource) source = way_byte_source_new_for_stream (stream);
  g_autoptr (GError) error = NULL;

  g_assert_false (way_record_count_check (source, LIMIT, NULL, &error));
  g_assert_error (error, WAY_REFUSAL, WAY_REFUSAL_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/record-count/one-too-many-is-found-anywhere",
                   test_one_too_many_is_found_anywhere);
  g_test_add_func ("/store/record-count/what-will-be-refused-is-not-unpacked",
                   test_what_will_be_refused_is_not_unpacked);
  g_test_add_func ("/store/record-count/more-than-the-bound-is-refused",
                   test_more_than_the_bound_is_refused);

  return g_test_run ();
}
