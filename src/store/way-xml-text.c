/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping: whole runs of plain bytes are copied at once.
 */
#include "way-xml-text.h"

#include <string.h>

#define FOR_ALL ((1 << WAY_XML_ESCAPE_TEXT) | FOR_ATTRIBUTE | FOR_VERBATIM)
#define FOR_FIELDS ((1 << WAY_XML_ESCAPE_TEXT) | FOR_ATTRIBUTE)
#define FOR_ATTRIBUTE (1 << WAY_XML_ESCAPE_ATTRIBUTE)
#define FOR_VERBATIM (1 << WAY_XML_ESCAPE_VERBATIM)

/* In which places a byte is escaped, and as what */
static const struct
{
  guint8 places;
  const char *reference;
} escapes[256] = {
  ['&'] = { FOR_ALL, "&amp;" },     ['<'] = { FOR_ALL, "&lt;" },
  ['>'] = { FOR_ALL, "&gt;" },      ['"'] = { FOR_ATTRIBUTE, "&quot;" },
  ['\n'] = { FOR_FIELDS, "&#10;" }, ['\t'] = { FOR_FIELDS, "&#9;" },
  ['\r'] = { FOR_ALL, "&#13;" },
};

typedef guint8 Block __attribute__ ((vector_size (16)));

/* Whether nothing in a block is escaped in any place, as is so of nearly all; the processor looks
 * at all its bytes at once. < and > differ in one bit, and so do & and ". */
static gboolean
is_plain (const char *text)
{
  Block block, special;
  guint64 halves[2];

  memcpy (&block, text, sizeof block);
  special = (Block)(block < ' ') | (Block)((block & 0xfd) == '<') | (Block)((block & 0xfb) == '"');
  memcpy (halves, &special, sizeof halves);

  return (halves[0] | halves[1]) == 0;
}

void
way_xml_append_escaped (GString *out, const char *text, gsize length, WayXmlEscape escape)
{
  const char *end = text + length;
  const char *run = text;
  const char *at = text;

  while (at < end)
    {
      const char *stop = at + MIN ((gssize)sizeof (Block), end - at);

      if (stop - at == sizeof (Block) && is_plain (at))
        {
          at = stop;
          continue;
        }

      for (; at < stop; at++)
        {
          guchar c = (guchar)*at;

          if ((escapes[c].places >> escape & 1) == 0)
            continue;

          way_xml_append (out, run, (gsize)(at - run));
          g_string_append (out, escapes[c].reference);
          run = at + 1;
        }
    }

  way_xml_append (out, run, (gsize)(end - run));
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
