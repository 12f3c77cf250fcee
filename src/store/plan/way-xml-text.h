/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping, in the one form that canonical files have.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Where the next @length bytes may be put; the string has them once way_xml_end() has said where
 * they end */
static inline char *
way_xml_begin (GString *out, gsize length)
{
  gsize before = out->len;

  if (G_UNLIKELY (length >= out->allocated_len - before))
    {
      g_string_set_size (out, before + length);
      g_string_truncate (out, before);
    }

  return out->str + before;
}

static inline void
way_xml_end (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize)(end - out->str);
}

/* Copies a few bytes: for those memcpy() takes longer to be called than to do its work */
static inline char *
way_xml_put (char *to, const char *bytes, gsize length)
{
  guint64 words[2];
  guint32 halves[2];

  if (length > sizeof words)
    memcpy (to, bytes, length);
  else if (length >= sizeof *words)
    {
      memcpy (&words[0], bytes, sizeof *words);
      memcpy (&words[1], bytes + length - sizeof *words, sizeof *words);
      memcpy (to, &words[0], sizeof *words);
      memcpy (to + length - sizeof *words, &words[1], sizeof *words);
    }
  else if (length >= sizeof *halves)
    {
      memcpy (&halves[0], bytes, sizeof *halves);
      memcpy (&halves[1], bytes + length - sizeof *halves, sizeof *halves);
      memcpy (to, &halves[0], sizeof *halves);
      memcpy (to + length - sizeof *halves, &halves[1], sizeof *halves);
    }
  else
    for (gsize i = 0; i < length; i++)
      to[i] = bytes[i];

  return to + length;
}

/* What g_string_append_len() does; here the compiler sees through it, and a few bytes cost no more
 * than to copy them */
static inline void
way_xml_append (GString *out, const char *bytes, gsize length)
{
  char *to = way_xml_begin (out, length);

  memcpy (to, bytes, length);
  way_xml_end (out, to + length);
}

/**
 * WayXmlEscape:
 * @WAY_XML_ESCAPE_TEXT: of a field's element: line breaks and tabs become references, so that a
 * field is one line
 * @WAY_XML_ESCAPE_ATTRIBUTE: of an attribute: the quotation mark as well
 * @WAY_XML_ESCAPE_VERBATIM: of unknown content: line breaks and tabs stay, for they are its layout
 */
typedef enum
{
  WAY_XML_ESCAPE_TEXT,
  WAY_XML_ESCAPE_ATTRIBUTE,
  WAY_XML_ESCAPE_VERBATIM,
} WayXmlEscape;

/* Appends a literal */
#define way_xml_append_static(out, text) way_xml_append (out, text, sizeof (text) - 1)

/**
 * way_xml_append_escaped:
 * @out: where to append
 * @text: clean text; need not end in NUL
 * @length: its bytes
 * @escape: for which place
 */
void way_xml_append_escaped (GString *out, const char *text, gsize length, WayXmlEscape escape);

/**
 * way_xml_decode_attribute:
 * @text: a value as SAX2 hands it over; need not end in NUL
 * @length: (inout): its bytes
 * @scratch: where to put the value when it is not in @text as it is
 *
 * Without XML_PARSE_NOENT, libxml2 leaves one reference in the values of attributes: `&amp;`
 * arrives as `&#38;`.
 *
 * Returns: (transfer none): the value
 */
const char *way_xml_decode_attribute (const char *text, gsize *length, GString *scratch);

G_END_DECLS
