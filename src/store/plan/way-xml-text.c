/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping: plain bytes are copied by the block that they are looked at in.
 */
#include "way-xml-text.h"

#include <string.h>

#define FOR_ALL ((1 << WAY_XML_ESCAPE_TEXT) | FOR_ATTRIBUTE | FOR_VERBATIM)
#define FOR_FIELDS ((1 << WAY_XML_ESCAPE_TEXT) | FOR_ATTRIBUTE)
#define FOR_ATTRIBUTE (1 << WAY_XML_ESCAPE_ATTRIBUTE)
#define FOR_VERBATIM (1 << WAY_XML_ESCAPE_VERBATIM)

#define LONGEST_REFERENCE 6 /* &quot; */
#define PIECE 512           /* for which room is made at once */

/* In which places a byte is escaped, and as what */
static const struct
{
  guint8 places;
  guint8 length;
  char reference[LONGEST_REFERENCE];
} escapes[256] = {
  ['&'] = { FOR_ALL, 5, "&amp;" },     ['<'] = { FOR_ALL, 4, "&lt;" },
  ['>'] = { FOR_ALL, 4, "&gt;" },      ['"'] = { FOR_ATTRIBUTE, 6, "&quot;" },
  ['\n'] = { FOR_FIELDS, 5, "&#10;" }, ['\t'] = { FOR_FIELDS, 4, "&#9;" },
  ['\r'] = { FOR_ALL, 5, "&#13;" },
};

typedef guint8 Block __attribute__ ((vector_size (16)));

/* Whether nothing in a block is escaped in any place, as is so of nearly all; the processor looks
 * at all its bytes at once. < and > differ in one bit, and so do & and ". */
static inline gboolean
is_plain (const guint64 words[2])
{
  Block block, special;
  guint64 halves[2];

  memcpy (&block, words, sizeof block);
  special = (Block)(block < ' ') | (Block)((block & 0xfd) == '<') | (Block)((block & 0xfb) == '"');
  memcpy (halves, &special, sizeof halves);

  return (halves[0] | halves[1]) == 0;
}

static inline char *
put_escaped (char *to, const char *text, const char *end, WayXmlEscape escape)
{
  for (; text < end; text++)
    {
      guchar c = (guchar)*text;

      if ((escapes[c].places >> escape & 1) == 0)
        {
          *to++ = *text;
          continue;
        }
      memcpy (to, escapes[c].reference, LONGEST_REFERENCE);
      to += escapes[c].length;
    }

  return to;
}

/* Eight bytes and more, but less than a block: its beginning and its end, which may overlap */
static inline char *
put_rest (char *to, const char *text, gsize length, WayXmlEscape escape)
{
  guint64 words[2];

  memcpy (&words[0], text, sizeof *words);
  memcpy (&words[1], text + length - sizeof *words, sizeof *words);
  if (!is_plain (words))
    return put_escaped (to, text, text + length, escape);

  memcpy (to, &words[0], sizeof *words);
  memcpy (to + length - sizeof *words, &words[1], sizeof *words);

  return to + length;
}

static inline char *
put_piece (char *to, const char *text, const char *end, WayXmlEscape escape)
{
  for (; end - text >= (gssize)sizeof (Block); text += sizeof (Block))
    {
      guint64 words[2];

      memcpy (words, text, sizeof words);
      if (!is_plain (words))
        {
          to = put_escaped (to, text, text + sizeof words, escape);
          continue;
        }
      memcpy (to, words, sizeof words);
      to += sizeof words;
    }

  if (end - text >= (gssize)sizeof (guint64))
    return put_rest (to, text, (gsize)(end - text), escape);

  return put_escaped (to, text, end, escape);
}

void
way_xml_append_escaped (GString *out, const char *text, gsize length, WayXmlEscape escape)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = end - text > PIECE ? text + PIECE : end;
      char *to = way_xml_begin (out, (gsize)(stop - text) * LONGEST_REFERENCE + LONGEST_REFERENCE);

      way_xml_end (out, put_piece (to, text, stop, escape));
      text = stop;
    }
}

const char *
way_xml_decode_attribute (const char *text, gsize *length, GString *scratch)
{
  static const char reference[] = "&#38;";
  gsize reference_length = strlen (reference);
  const char *end = text + *length;
  const char *at = memchr (text, '&', *length);

  if (at == NULL)
    return text;

  g_string_truncate (scratch, 0);
  for (; at != NULL; at = memchr (text, '&', (gsize)(end - text)))
    {
      g_string_append_len (scratch, text, at + 1 - text);
      text = at + 1;
      if ((gsize)(end - at) >= reference_length && memcmp (at, reference, reference_length) == 0)
        text = at + reference_length;
    }
  g_string_append_len (scratch, text, end - text);
  *length = scratch->len;

  return scratch->str;
}
