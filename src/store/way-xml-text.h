/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping, in the one form that canonical files have.
 */
#pragma once

#include <glib.h>
#include <string.h>
#include <string.h>

G_BEGIN_DECLS

/* What g_string_append_len() does; here the compiler sees through it, and a few bytes cost no more
 * than to copy them */
static inline void
way_xml_append (GString *out, const char *bytes, gsize length)
{
  if (G_UNLIKELY (length >= out->allocated_len - out->len))
    {
      g_string_append_len (out, bytes, (gssize)length);
      return;
    }

  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
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
