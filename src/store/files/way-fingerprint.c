/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fingerprints by xxHash, which is as fast as memory is.
 */
#include "config.h"

#include "way-fingerprint.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#define CHUNK (64 * 1024)

static WayFingerprint
from_hash (XXH128_hash_t hash)
{
  return (WayFingerprint){ hash.high64, hash.low64 };
}

char *
way_fingerprint_format (WayFingerprint self)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", self.high,
                          self.low);
}

static gboolean
parse_half (const char *text, guint64 *half)
{
  guint64 value = 0;

  for (guint i = 0; i < 16; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value << 4 | (guint64)g_ascii_xdigit_value (text[i]);
    }
  *half = value;

  return TRUE;
}

gboolean
way_fingerprint_parse (const char *text, WayFingerprint *fingerprint)
{
  WayFingerprint parsed;

  if (text == NULL || !parse_half (text, &parsed.high) || !parse_half (text + 16, &parsed.low)
      || text[32] != '\0')
    return FALSE;
  *fingerprint = parsed;

  return TRUE;
}

WayFingerprinter *
way_fingerprinter_new (void)
{
  XXH3_state_t *state = XXH3_createState ();

  XXH3_128bits_reset (state);

  return (WayFingerprinter *)state;
}

void
way_fingerprinter_free (WayFingerprinter *self)
{
  XXH3_freeState ((XXH3_state_t *)self);
}

void
way_fingerprinter_add (WayFingerprinter *self, gconstpointer bytes, gsize length)
{
  XXH3_128bits_update ((XXH3_state_t *)self, bytes, length);
}

WayFingerprint
way_fingerprinter_get (WayFingerprinter *self)
{
  return from_hash (XXH3_128bits_digest ((const XXH3_state_t *)self));
}

WayFingerprint
way_fingerprint_bytes (gconstpointer bytes, gsize length)
{
  return from_hash (XXH3_128bits (bytes, length));
}

static gboolean
fail_errno (int number, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));

  return FALSE;
}

goffset
way_fingerprinter_add_file (WayFingerprinter *self, int fd, goffset from, goffset to,
                            GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  goffset at = from;

  while (at < to)
    {
      gssize length;

      do
        length = pread (fd, chunk, (gsize)MIN (CHUNK, to - at), at);
      while (length < 0 && errno == EINTR);

      if (length < 0)
        {
          fail_errno (errno, error);
          return -1;
        }
      if (length == 0)
        break;
      way_fingerprinter_add (self, chunk, (gsize)length);
      at += length;
    }

  return at;
}

gboolean
way_fingerprint_fd (int fd, WayFingerprint *fingerprint, GError **error)
{
  g_autoptr (WayFingerprinter) maker = way_fingerprinter_new ();

  if (way_fingerprinter_add_file (maker, fd, 0, G_MAXOFFSET, error) < 0)
    return FALSE;
  *fingerprint = way_fingerprinter_get (maker);

  return TRUE;
}

gboolean
way_fingerprint_file (const char *path, WayFingerprint *fingerprint, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  gboolean done;

  if (fd < 0)
    return fail_errno (errno, error);
  done = fstat (fd, &status) != 0    ? fail_errno (errno, error)
         : !S_ISREG (status.st_mode) ? fail_errno (EINVAL, error)
                                     : way_fingerprint_fd (fd, fingerprint, error);
  close (fd);

  return done;
}
