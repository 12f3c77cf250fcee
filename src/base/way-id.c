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

/* Digit values by character, and -1; a table because ids are most of a file */
static const gint8 hex_values[256] = {
  [0 ... '0' - 1] = -1,
  ['0'] = 0,
  ['1'] = 1,
  ['2'] = 2,
  ['3'] = 3,
  ['4'] = 4,
  ['5'] = 5,
  ['6'] = 6,
  ['7'] = 7,
  ['8'] = 8,
  ['9'] = 9,
  ['9' + 1 ... 'A' - 1] = -1,
  ['A'] = 10,
  ['B'] = 11,
  ['C'] = 12,
  ['D'] = 13,
  ['E'] = 14,
  ['F'] = 15,
  ['F' + 1 ... 'a' - 1] = -1,
  ['a'] = 10,
  ['b'] = 11,
  ['c'] = 12,
  ['d'] = 13,
  ['e'] = 14,
  ['f'] = 15,
  ['f' + 1 ... 255] = -1,
};

gboolean
way_id_parse (const char *text, gsize length, WayId *id)
{
  const guint8 *at = (const guint8 *)text;
  WayId parsed;

  if (length != WAY_ID_TEXT_LENGTH || text[8] != '-' || text[13] != '-' || text[18] != '-'
      || text[23] != '-')
    return FALSE;

  for (guint i = 0; i < sizeof parsed.bytes; i++)
    {
      int high, low;

      if (i == 4 || i == 6 || i == 8 || i == 10)
        at++;

      high = hex_values[at[0]];
      low = hex_values[at[1]];
      if ((high | low) < 0)
        return FALSE;

      parsed.bytes[i] = (guint8)(high << 4 | low);
      at += 2;
    }

  if (way_id_is_null (&parsed))
    return FALSE;

  *id = parsed;

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
