/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping what is not known.
 */
#include "way-unknown.h"

#include "way-xml-text.h"

#include <string.h>

const char *
way_unknown_find_attributes (const char *all, const char *name, gsize *length)
{
  gsize name_length = strlen (name);

  for (const char *line = all; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      if (strncmp (line, name, name_length) == 0 && line[name_length] == ' ')
        {
          line += name_length + 1;
          *length = end != NULL ? (gsize)(end - line) : strlen (line);
          return line;
        }
      line = end != NULL ? end + 1 : NULL;
    }

  return NULL;
}

void
way_unknown_add_attributes (GString *all, const char *name, const char *attributes)
{
  if (all->len > 0)
    g_string_append_c (all, '\n');
  g_string_append (all, name);
  g_string_append_c (all, ' ');
  g_string_append (all, attributes);
}

static void
append_name (GString *out, const xmlChar *prefix, const xmlChar *name)
{
  if (prefix != NULL)
    {
      g_string_append (out, (const char *)prefix);
      g_string_append_c (out, ':');
    }
  g_string_append (out, (const char *)name);
}

static void
append_space (GString *out)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
}

void
way_unknown_append_attribute (GString *out, const WayXmlElement *element, int index)
{
  const xmlChar **part = &element->attributes[index * WAY_XML_ATTRIBUTE_SIZE];
  gsize length = (gsize)(part[WAY_XML_END] - part[WAY_XML_BEGIN]);
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *value
      = way_xml_decode_attribute ((const char *)part[WAY_XML_BEGIN], &length, scratch);

  append_space (out);
  append_name (out, part[WAY_XML_PREFIX], part[WAY_XML_NAME]);
  g_string_append (out, "=\"");
  way_xml_append_escaped (out, value, length, WAY_XML_ESCAPE_ATTRIBUTE);
  g_string_append_c (out, '"');
}

static void
append_declaration (GString *out, const xmlChar *prefix, const xmlChar *uri)
{
  const char *address = uri != NULL ? (const char *)uri : "";
  gsize length = strlen (address);
  g_autoptr (GString) scratch = g_string_new (NULL);

  address = way_xml_decode_attribute (address, &length, scratch);

  append_space (out);
  g_string_append (out, prefix != NULL ? "xmlns:" : "xmlns");
  if (prefix != NULL)
    g_string_append (out, (const char *)prefix);
  g_string_append (out, "=\"");
  way_xml_append_escaped (out, address, length, WAY_XML_ESCAPE_ATTRIBUTE);
  g_string_append_c (out, '"');
}

/* Whether one of the first @n_attributes has @prefix */
static gboolean
uses_prefix (const WayXmlElement *element, int n_attributes, const xmlChar *prefix)
{
  for (int i = 0; i < n_attributes; i++)
    if (element->attributes[i * WAY_XML_ATTRIBUTE_SIZE + WAY_XML_PREFIX] == prefix)
      return TRUE;

  return FALSE;
}

static gboolean
declares_prefix (const WayXmlElement *element, const xmlChar *prefix)
{
  for (int i = 0; i < element->n_namespaces; i++)
    if (element->namespaces[i * 2] == prefix)
      return TRUE;

  return FALSE;
}

/* The prefix that nobody has to declare */
static gboolean
is_built_in (const xmlChar *prefix)
{
  return strcmp ((const char *)prefix, "xml") == 0;
}

void
way_unknown_append_declarations (GString *out, const WayXmlElement *element, const xmlChar *own)
{
  for (int i = 0; i < element->n_namespaces; i++)
    {
      const xmlChar *prefix = element->namespaces[i * 2], *uri = element->namespaces[i * 2 + 1];

      if (prefix != NULL && (uri != own || uses_prefix (element, element->n_attributes, prefix)))
        append_declaration (out, prefix, uri);
    }

  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **part = &element->attributes[i * WAY_XML_ATTRIBUTE_SIZE];
      const xmlChar *prefix = part[WAY_XML_PREFIX];

      if (prefix != NULL && !is_built_in (prefix) && !declares_prefix (element, prefix)
          && !uses_prefix (element, i, prefix))
        append_declaration (out, prefix, part[WAY_XML_URI]);
    }
}

/* A namespace that a prefix stands for, from an element on */
typedef struct
{
  const xmlChar *prefix;
  const xmlChar *uri;
  guint depth;
} Binding;

struct _WayCapture
{
  GString *out;
  const xmlChar *own;
  GArray *bindings;  /* of Binding, the innermost last */
  guint depth;       /* open elements */
  gboolean tag_open; /* whether the last start tag still lacks its > */
};

WayCapture *
way_capture_new (void)
{
  WayCapture *self = g_new0 (WayCapture, 1);

  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));

  return self;
}

void
way_capture_free (WayCapture *self)
{
  g_array_unref (self->bindings);
  g_free (self);
}

void
way_capture_begin (WayCapture *self, GString *out, const char *indent, const xmlChar *own)
{
  self->out = out;
  self->own = own;
  self->depth = 0;
  self->tag_open = FALSE;
  g_array_set_size (self->bindings, 0);
  g_string_append (out, indent);
}

static gboolean
is_bound (WayCapture *self, const xmlChar *prefix, const xmlChar *uri)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (binding->prefix == prefix)
        return binding->uri == uri;
    }

  return prefix == NULL ? uri == self->own : is_built_in (prefix);
}

static void
bind (WayCapture *self, const xmlChar *prefix, const xmlChar *uri)
{
  Binding binding = { prefix, uri, self->depth };

  if (is_bound (self, prefix, uri))
    return;

  append_declaration (self->out, prefix, uri);
  g_array_append_val (self->bindings, binding);
}

static void
close_tag (WayCapture *self)
{
  if (self->tag_open)
    g_string_append_c (self->out, '>');
  self->tag_open = FALSE;
}

/* Our own namespace goes without a prefix, as everywhere in a canonical file */
static const xmlChar *
written_prefix (WayCapture *self, const xmlChar *prefix, const xmlChar *uri)
{
  return uri == self->own ? NULL : prefix;
}

void
way_capture_start_element (WayCapture *self, const WayXmlElement *element)
{
  const xmlChar *prefix = written_prefix (self, element->prefix, element->uri);

  close_tag (self);
  self->depth++;
  g_string_append_c (self->out, '<');
  append_name (self->out, prefix, element->name);

  /* The element's own first: it may bind the empty prefix otherwise than the file does */
  bind (self, prefix, element->uri);
  for (int i = 0; i < element->n_namespaces; i++)
    if (element->namespaces[i * 2] != NULL)
      bind (self, element->namespaces[i * 2], element->namespaces[i * 2 + 1]);
  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **part = &element->attributes[i * WAY_XML_ATTRIBUTE_SIZE];

      if (part[WAY_XML_PREFIX] != NULL)
        bind (self, part[WAY_XML_PREFIX], part[WAY_XML_URI]);
    }
  for (int i = 0; i < element->n_attributes; i++)
    way_unknown_append_attribute (self->out, element, i);

  self->tag_open = TRUE;
}

void
way_capture_start_field (WayCapture *self, const char *name, const char *attributes)
{
  self->depth++;
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  if (*attributes != '\0')
    {
      g_string_append_c (self->out, ' ');
      g_string_append (self->out, attributes);
    }
  self->tag_open = TRUE;
}

gboolean
way_capture_end_element (WayCapture *self, const xmlChar *name, const xmlChar *prefix,
                         const xmlChar *uri)
{
  GArray *bindings = self->bindings;

  if (self->tag_open)
    g_string_append (self->out, "/>");
  else
    {
      g_string_append (self->out, "</");
      append_name (self->out, written_prefix (self, prefix, uri), name);
      g_string_append_c (self->out, '>');
    }
  self->tag_open = FALSE;

  while (bindings->len > 0
         && g_array_index (bindings, Binding, bindings->len - 1).depth == self->depth)
    g_array_set_size (bindings, bindings->len - 1);

  self->depth--;
  if (self->depth > 0)
    return FALSE;

  g_string_append_c (self->out, '\n');

  return TRUE;
}

void
way_capture_text (WayCapture *self, const char *text, gsize length)
{
  close_tag (self);
  way_xml_append_escaped (self->out, text, length, WAY_XML_ESCAPE_VERBATIM);
}

void
way_capture_comment (WayCapture *self, const char *text)
{
  close_tag (self);
  g_string_append_printf (self->out, "<!--%s-->", text);
}

void
way_capture_instruction (WayCapture *self, const char *target, const char *text)
{
  close_tag (self);
  g_string_append_printf (self->out, text != NULL ? "<?%s %s?>" : "<?%s?>", target, text);
}
