/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file holds and this program does not know, as text that can be written back. For this room
 * only.
 *
 * A record keeps it in two hidden fields. WAY_FIELD_UNKNOWN_CONTENT holds whole lines, indented, as
 * they are to stand before the record's end. WAY_FIELD_UNKNOWN_ATTRIBUTES holds a line an element:
 * the name of the field whose element it is, nothing for the record's own, a space, and attributes.
 * In the plan's record, the line "format" holds the version of a file that is newer by a minor.
 */
#pragma once

#include <glib.h>
#include <libxml/xmlstring.h>

G_BEGIN_DECLS

/**
 * way_unknown_find_attributes:
 * @all: the hidden field's text
 * @name: a field's XML name, or "" for the record's own element
 * @length: (out): bytes of the result
 *
 * Returns: (nullable): the attributes as they are to be written, within @all
 */
const char *way_unknown_find_attributes (const char *all, const char *name, gsize *length);

/**
 * way_unknown_add_attributes:
 * @all: the hidden field's text so far
 * @name: as above
 * @attributes: what to keep, not empty
 */
void way_unknown_add_attributes (GString *all, const char *name, const char *attributes);

/**
 * WayXmlElement:
 *
 * A start tag, as SAX2 hands it over. Names and namespaces are interned: equal ones are the same
 * pointer. An attribute is five pointers: name, prefix, namespace, begin and end of its value.
 */
typedef struct
{
  const xmlChar *name;
  const xmlChar *prefix;
  const xmlChar *uri;
  int n_namespaces;
  const xmlChar **namespaces; /* prefix and namespace in turn */
  int n_attributes;
  const xmlChar **attributes;
} WayXmlElement;

typedef enum
{
  WAY_XML_NAME,
  WAY_XML_PREFIX,
  WAY_XML_URI,
  WAY_XML_BEGIN,
  WAY_XML_END,
  WAY_XML_ATTRIBUTE_SIZE,
} WayXmlAttributePart;

/**
 * way_unknown_append_attribute:
 *
 * Appends one attribute of @element, after a space unless @out is empty.
 */
void way_unknown_append_attribute (GString *out, const WayXmlElement *element, int index);

/**
 * way_unknown_append_declarations:
 * @own: the namespace of plans
 *
 * Appends the declarations of namespaces that the attributes with a prefix need, and what other
 * declarations @element has, so that what is kept means the same wherever its record goes.
 */
void way_unknown_append_declarations (GString *out, const WayXmlElement *element,
                                      const xmlChar *own);

/**
 * WayCapture:
 *
 * Writes down an element that is not known, with all that it holds.
 */
typedef struct _WayCapture WayCapture;

WayCapture *way_capture_new (void);
void way_capture_free (WayCapture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCapture, way_capture_free)

/**
 * way_capture_begin:
 * @out: what to append to
 * @indent: what stands before the element
 * @own: the namespace of plans, which needs no declaration
 */
void way_capture_begin (WayCapture *self, GString *out, const char *indent, const xmlChar *own);

void way_capture_start_element (WayCapture *self, const WayXmlElement *element);

/**
 * way_capture_start_field:
 * @name: a field of ours that turned out to hold more than we know
 * @attributes: all of its attributes, or ""
 */
void way_capture_start_field (WayCapture *self, const char *name, const char *attributes);

/**
 * way_capture_end_element:
 *
 * Returns: whether that was the outermost one; the capture is over then
 */
gboolean way_capture_end_element (WayCapture *self, const xmlChar *name, const xmlChar *prefix,
                                  const xmlChar *uri);

void way_capture_text (WayCapture *self, const char *text, gsize length);
void way_capture_comment (WayCapture *self, const char *text);
void way_capture_instruction (WayCapture *self, const char *target, const char *text);

G_END_DECLS
