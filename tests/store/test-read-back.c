/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the disk gives back is all of the file, however much of it was read along.
 */
#include "way-read-back.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <fcntl.h>
#include <unistd.h>

#define STEP (2 * 1024 * 1024) /* by which it reads along */

static int
open_temporary (int flags)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);
  int other = open (path, flags | O_CLOEXEC);

  g_unlink (path);
  close (fd);

  return other;
}

static guint8 *
make_bytes (gsize length)
{
  guint8 *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8)(i * 7 + i / 4096);

  return bytes;
}

static WayReadBack *
write_all (int fd, const guint8 *bytes, gsize length)
{
  WayReadBack *read_back = way_read_back_new (fd);

  for (gsize at = 0; at < length; at += STEP)
    {
      gsize piece = MIN (length - at, STEP);

      g_assert_cmpint (write (fd, bytes + at, piece), ==, (gssize)piece);
      if (piece == STEP)
        way_read_back_follow (read_back, (goffset)(at + piece));
    }

  return read_back;
}

static const gsize lengths[] = { 0, 1, STEP - 1, STEP, STEP + 1, 5 * STEP + 12345 };

static void
test_all_is_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *bytes = make_bytes (lengths[i]);
      int fd = open_temporary (O_RDWR);
      g_autoptr (WayReadBack) read_back = write_all (fd, bytes, lengths[i]);
      g_autoptr (GError) error = NULL;
      WayFingerprint found;

      g_assert_true (way_read_back_finish (read_back, &found, &error));
      g_assert_no_error (error);
      g_assert_true (way_fingerprint_equal (found, way_fingerprint_bytes (bytes, lengths[i])));
      close (fd);
    }
}

/* Whether it was read along or not, a byte that is another is found */
static void
test_damage_is_found (void)
{
  gsize length = 3 * STEP + 1000;
  const gsize places[] = { 0, STEP, length - 1 };
  g_autofree guint8 *bytes = make_bytes (length);
  WayFingerprint meant = way_fingerprint_bytes (bytes, length);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int fd = open_temporary (O_RDWR);
      g_autoptr (WayReadBack) read_back = NULL;
      WayFingerprint found;

      bytes[places[i]] ^= 4;
      read_back = write_all (fd, bytes, length);
      g_assert_true (way_read_back_finish (read_back, &found, NULL));
      g_assert_false (way_fingerprint_equal (found, meant));
      bytes[places[i]] ^= 4;
      close (fd);
    }
}

/* Of a file that may only be written nothing comes back */
static void
test_error_is_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *bytes = make_bytes (lengths[i]);
      int fd = open_temporary (O_WRONLY);
      g_autoptr (WayReadBack) read_back = write_all (fd, bytes, lengths[i]);
      g_autoptr (GError) error = NULL;
      WayFingerprint found;

      g_assert_false (way_read_back_finish (read_back, &found, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR);
      close (fd);
    }
}

/* As when a save fails half way */
static void
test_may_be_left (void)
{
  g_autofree guint8 *bytes = make_bytes (3 * STEP);
  int fd = open_temporary (O_RDWR);

  way_read_back_free (write_all (fd, bytes, 3 * STEP));
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/read-back/all-is-read", test_all_is_read);
  g_test_add_func ("/store/read-back/damage-is-found", test_damage_is_found);
  g_test_add_func ("/store/read-back/error-is-told", test_error_is_told);
  g_test_add_func ("/store/read-back/may-be-left", test_may_be_left);

  return g_test_run ();
}
