/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same content has the same fingerprint however it comes, and another content another one.
 */
#include "way-fingerprint.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define LENGTH 200000

static guint8 *
make_bytes (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint8 *bytes = g_malloc (LENGTH);

  for (guint i = 0; i < LENGTH; i++)
    bytes[i] = (guint8)g_rand_int_range (random, 0, 256);

  return bytes;
}

static void
test_pieces_do_not_matter (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree guint8 *bytes = make_bytes (seed);
  g_autoptr (WayFingerprinter) maker = way_fingerprinter_new ();

  for (guint at = 0; at < LENGTH;)
    {
      guint length = (guint)g_rand_int_range (random, 0, 5000);

      length = MIN (length, LENGTH - at);
      way_fingerprinter_add (maker, bytes + at, length);
      at += length;
    }

  g_assert_true (
      way_fingerprint_equal (way_fingerprinter_get (maker), way_fingerprint_bytes (bytes, LENGTH)));
}

static void
test_any_byte_matters (void)
{
  g_autofree guint8 *bytes = make_bytes (1);
  WayFingerprint before = way_fingerprint_bytes (bytes, LENGTH);

  for (guint at = 0; at < LENGTH; at += 9973)
    {
      bytes[at] ^= 1;
      g_assert_false (way_fingerprint_equal (way_fingerprint_bytes (bytes, LENGTH), before));
      bytes[at] ^= 1;
    }
  g_assert_false (way_fingerprint_equal (way_fingerprint_bytes (bytes, LENGTH - 1), before));
}

static void
test_file_is_its_content (void)
{
  g_autofree guint8 *bytes = make_bytes (2);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  WayFingerprint found;
  int fd = g_file_open_tmp ("way-fingerprint-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, (const char *)bytes, LENGTH, &error);
  g_assert_no_error (error);

  g_assert_true (way_fingerprint_file (path, &found, &error));
  g_assert_true (way_fingerprint_equal (found, way_fingerprint_bytes (bytes, LENGTH)));
  g_remove (path);

  g_assert_false (way_fingerprint_file (path, &found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Nobody writes into the pipe: who waited for it would wait for ever */
static void
test_pipe_is_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("way-fingerprint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GError) error = NULL;
  WayFingerprint found;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (way_fingerprint_file (path, &found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_text_is_read_back (void)
{
  const char *bad[] = { NULL, "", "0123", "0123456789abcdef0123456789abcdeg",
                        "0123456789abcdef0123456789abcdef0" };
  WayFingerprint fingerprint = { 0x0123456789abcdef, 0x00000000000000ff };
  WayFingerprint read = { 0, 0 };
  g_autofree char *text = way_fingerprint_format (fingerprint);

  g_assert_cmpstr (text, ==, "0123456789abcdef00000000000000ff");
  g_assert_true (way_fingerprint_parse (text, &read));
  g_assert_true (way_fingerprint_equal (read, fingerprint));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (way_fingerprint_parse (bad[i], &read));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fingerprint/pieces-do-not-matter", test_pieces_do_not_matter);
  g_test_add_func ("/store/fingerprint/any-byte-matters", test_any_byte_matters);
  g_test_add_func ("/store/fingerprint/file-is-its-content", test_file_is_its_content);
  g_test_add_func ("/store/fingerprint/pipe-is-no-file", test_pipe_is_no_file);
  g_test_add_func ("/store/fingerprint/text-is-read-back", test_text_is_read_back);

  return g_test_run ();
}
