/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at the bytes before the parser does, and stops what would cost it time or memory. For this
 * room only.
 */
#pragma once

#include "way-refusal.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_XML_GUARD_TEXT,
  WAY_XML_GUARD_OPEN,   /* after < */
  WAY_XML_GUARD_BANG,   /* after <! */
  WAY_XML_GUARD_DASH,   /* after <!- */
  WAY_XML_GUARD_TAG,    /* in a tag, outside of quotation marks */
  WAY_XML_GUARD_DOUBLE, /* in a value in "" */
  WAY_XML_GUARD_SINGLE, /* in a value in '' */
  WAY_XML_GUARD_COMMENT,
  WAY_XML_GUARD_CDATA,
  WAY_XML_GUARD_INSTRUCTION, /* <?…?> */
} WayXmlGuardState;

/**
 * WayXmlGuard:
 * @state: where in the document the next byte stands
 * @length: bytes since the state's markup began
 * @attributes: of the tag so far
 * @matched: how much of the end of a comment, CDATA section or instruction was just seen
 *
 * Begins as all zero.
 *
 * It need not judge whether the document is well-formed: where a document is not, the parser stops,
 * and up to there the two agree on what is markup.
 */
typedef struct
{
  WayXmlGuardState state;
  gsize length;
  guint attributes;
  guint matched;
} WayXmlGuard;

/**
 * way_xml_guard_take_declaration:
 * @data: (inout): the first bytes, without a byte order mark; the XML declaration is overwritten
 * with spaces
 * @length: all bytes of the file, or at least some hundred
 * @wide: whether the file was in UTF-16
 * @error: return location; domain WAY_REFUSAL
 *
 * Reads the XML declaration in the parser's stead, which would believe any encoding that it names.
 *
 * Returns: whether what follows may be a plan in UTF-8
 */
gboolean way_xml_guard_take_declaration (char *data, gsize length, gboolean wide, GError **error);

/**
 * way_xml_guard_scan:
 * @data: the next bytes
 * @length: how many
 * @safe: (out): on failure, how many of them stand before the markup that is refused
 * @error: return location; domain WAY_REFUSAL
 *
 * Returns: whether the parser may have them
 */
gboolean way_xml_guard_scan (WayXmlGuard *self, const char *data, gsize length, gsize *safe,
                             GError **error);

G_END_DECLS
