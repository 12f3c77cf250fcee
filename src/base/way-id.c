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

/* Sixteen digits, which the processor looks at all at once: ids are most of a file */
typedef guint8 Digits __attribute__ ((vector_size (16)));
typedef guint32 Quarters __attribute__ ((vector_size (16)));

static guint32
get_four (const char *text)
{
  guint32 four;

  memcpy (&four, text, sizeof four);

  return four;
}

/* Digits from four places, which are put together without a detour by memory */
static Digits
gather (const char *first, const char *second, const char *third, const char *fourth)
{
  return (Digits)(Quarters){ get_four (first), get_four (second), get_four (third),
                             get_four (fourth) };
}

/* Turns digits into what they stand for, and takes those from @sound that are none */
static Digits
evaluate (Digits digits, Digits *sound)
{
  Digits lower = digits | 0x20;
  Digits is_digit = (Digits)(digits >= '0') & (Digits)(digits <= '9');
  Digits is_letter = (Digits)(lower >= 'a') & (Digits)(lower <= 'f');

  *sound &= is_digit | is_letter;

  /* The low half of '1' is 1, and that of 'a' is 1 too */
  return (digits & 0x0f) + (is_letter & 9);
}

gboolean
way_id_parse (const char *text, gsize length, WayId *id)
{
  Digits sound = ~(Digits){ 0 };
  Digits left, right, bytes;
  guint64 halves[2];

  if (length != WAY_ID_TEXT_LENGTH || text[8] != '-' || text[13] != '-' || text[18] != '-'
      || text[23] != '-')
    return FALSE;

  left = evaluate (gather (text, text + 4, text + 9, text + 14), &sound);
  right = evaluate (gather (text + 19, text + 24, text + 28, text + 32), &sound);
  memcpy (halves, &sound, sizeof halves);
  if ((halves[0] & halves[1]) != ~G_GUINT64_CONSTANT (0))
    return FALSE;

  /* Every second value is the upper half of a byte */
  bytes = __builtin_shufflevector (left, right, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26,
                                   28, 30)
              << 4
          | __builtin_shufflevector (left, right, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27,
                                     29, 31);
  memcpy (halves, &bytes, sizeof halves);
  if ((halves[0] | halves[1]) == 0)
    return FALSE;

  memcpy (id->bytes, &bytes, sizeof id->bytes);

  return TRUE;
}

/* In loops of a fixed length and without a table, which compilers turn into a few steps for all
 * digits at once */
char *
way_id_format (const WayId *id, char buffer[WAY_ID_BUFFER_SIZE])
{
  guint8 text[2 * sizeof id->bytes];

  for (guint i = 0; i < sizeof id->bytes; i++)
    {
      text[2 * i] = id->bytes[i] >> 4;
      text[2 * i + 1] = id->bytes[i] & 15;
    }
  for (guint i = 0; i < sizeof text; i++)
    text[i] = (guint8)(text[i] + '0' + (text[i] > 9 ? 'a' - '0' - 10 : 0));

  memcpy (buffer, text, 8);
  memcpy (buffer + 9, text + 8, 4);
  memcpy (buffer + 14, text + 12, 4);
  memcpy (buffer + 19, text + 16, 4);
  memcpy (buffer + 24, text + 20, 12);
  buffer[8] = buffer[13] = buffer[18] = buffer[23] = '-';
  buffer[WAY_ID_TEXT_LENGTH] = '\0';

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
