/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UUIDs as sixteen bytes.
 */
#include "way-id.h"

#include <string.h>

/* The bits that say "version 4, RFC 4122 variant" */
static void
mark_version_4 (WayId *id)
{
  id->bytes[6] = (id->bytes[6] & 0x0f) | 0x40;
  id->bytes[8] = (id->bytes[8] & 0x3f) | 0x80;
}

WayId
way_id_new (void)
{
  g_autofree char *text = g_uuid_string_random ();
  WayId id = WAY_ID_NULL;

  way_id_parse (text, strlen (text), &id);

  return id;
}

WayId
way_id_derive (const WayId *seed, const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  WayId id;

  g_checksum_update (checksum, seed->bytes, sizeof seed->bytes);
  g_checksum_update (checksum, (const guchar *)name, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (id.bytes, digest, sizeof id.bytes);
  mark_version_4 (&id);

  return id;
}

#define EACH_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* Reads eight digits at once, each in a byte of one word, since ids are most of a file. A byte
 * below 0x80 is more than n when adding 0x7f - n sets its top bit. */
static gboolean
read_hex (const char *text, guint32 *value)
{
  guint64 bytes, lower, is_digit, is_letter;

  memcpy (&bytes, text, sizeof bytes);
  bytes = GUINT64_FROM_BE (bytes);
  if ((bytes & EACH_BYTE (0x80)) != 0)
    return FALSE;

  lower = bytes | EACH_BYTE (0x20);
  is_digit = (bytes + EACH_BYTE (0x80 - '0')) & ~(bytes + EACH_BYTE (0x7f - '9'));
  is_letter = (lower + EACH_BYTE (0x80 - 'a')) & ~(lower + EACH_BYTE (0x7f - 'f'));
  if (((is_digit | is_letter) & EACH_BYTE (0x80)) != EACH_BYTE (0x80))
    return FALSE;

  /* The low half of '1' is 1, and that of 'a' is 1 too */
  bytes = (bytes & EACH_BYTE (0x0f)) + 9 * ((is_letter & EACH_BYTE (0x80)) >> 7);

  /* Halves of bytes to bytes, these to words of 16 bits, these to one of 32 */
  bytes = (bytes | bytes >> 4) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  bytes = (bytes | bytes >> 8) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
  *value = GUINT32_TO_BE ((guint32)(bytes | bytes >> 16));

  return TRUE;
}

gboolean
way_id_parse (const char *text, gsize length, WayId *id)
{
  char middle[16];
  guint32 parts[4];

  if (length != WAY_ID_TEXT_LENGTH || text[8] != '-' || text[13] != '-' || text[18] != '-'
      || text[23] != '-')
    return FALSE;

  memcpy (middle, text + 9, 4);
  memcpy (middle + 4, text + 14, 4);
  memcpy (middle + 8, text + 19, 4);
  memcpy (middle + 12, text + 24, 4);
  if (!read_hex (text, &parts[0]) || !read_hex (middle, &parts[1])
      || !read_hex (middle + 8, &parts[2]) || !read_hex (text + 28, &parts[3])
      || (parts[0] | parts[1] | parts[2] | parts[3]) == 0)
    return FALSE;

  memcpy (id->bytes, parts, sizeof id->bytes);

  return TRUE;
}

char *
way_id_format (const WayId *id, char buffer[WAY_ID_BUFFER_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *at = buffer;

  for (guint i = 0; i < sizeof id->bytes; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';
      *at++ = digits[id->bytes[i] >> 4];
      *at++ = digits[id->bytes[i] & 15];
    }
  *at = '\0';

  return buffer;
}

/* An id as two numbers: a comparison by memcmp() is a call, and ids are compared for each reference
 * of a plan */
typedef struct
{
  guint64 first;
  guint64 second;
} Halves;

static Halves
get_halves (gconstpointer id)
{
  Halves halves;

  memcpy (&halves, id, sizeof halves);

  return halves;
}

gboolean
way_id_is_null (const WayId *id)
{
  Halves halves = get_halves (id);

  return (halves.first | halves.second) == 0;
}

gboolean
way_id_equal (gconstpointer a, gconstpointer b)
{
  Halves left = get_halves (a), right = get_halves (b);

  return left.first == right.first && left.second == right.second;
}

guint
way_id_hash (gconstpointer id)
{
  guint hash;

  /* The last bytes of a UUID are random in every version that is in use */
  memcpy (&hash, ((const WayId *)id)->bytes + sizeof (WayId) - sizeof hash, sizeof hash);

  return hash;
}

int
way_id_compare (gconstpointer a, gconstpointer b)
{
  Halves left = get_halves (a), right = get_halves (b);
  guint64 first = GUINT64_FROM_BE (left.first), other = GUINT64_FROM_BE (right.first);

  if (first == other)
    {
      first = GUINT64_FROM_BE (left.second);
      other = GUINT64_FROM_BE (right.second);
    }

  return (first > other) - (first < other);
}
