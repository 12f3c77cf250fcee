/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks what WayCapture and way_unknown_append_attribute() write: balanced, with each prefix
 * declared, and nothing in it that the reader would take for more than it is.
 */
#include "way-unknown-check.h"

#include "way-markup-scan.h"
#include "way-migration.h"
#include "way-plan-format.h"
#include "way-unknown.h"

#include <string.h>

#define MAX_BINDINGS 256 /* that hold at the same time */
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"
#define XMLNS_NAMESPACE "http://www.w3.org/2000/xmlns/"

typedef struct
{
  WaySpan prefix;
  WaySpan uri;
  guint depth;
} Binding;

typedef struct
{
  const WayRecord *record;
  const WayKindInfo *kind;
  WayScan scan;
  GArray *bindings; /* of Binding, the innermost last */
  GArray *open;     /* of WaySpan: names of the elements that are open, as written */
  guint64 seen;     /* fields that the record has, or that content was found of */
} Check;

/* Namespaces */

static const Binding *
find_binding (Check *self, WaySpan prefix)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (way_span_equal (binding->prefix, prefix))
        return binding;
    }

  return NULL;
}

static gboolean
is_own (Check *self)
{
  const Binding *binding = find_binding (self, (WaySpan){ "", 0 });

  return binding == NULL || way_span_is (binding->uri, WAY_PLAN_NAMESPACE);
}

/* What holds already is not written again; but a field that turns out to hold more than is known is
 * written down as it came, and what is in it declares for itself */
static gboolean
is_redundant (Check *self, WaySpan prefix, WaySpan uri)
{
  const Binding *binding = find_binding (self, prefix);

  if (binding == NULL)
    return prefix.length == 0 && way_span_is (uri, WAY_PLAN_NAMESPACE);

  return way_span_equal (binding->uri, uri) && (prefix.length == 0 || binding->depth > 1);
}

static gboolean
bind (Check *self, const WayMarkupAttribute *attribute)
{
  Binding binding = { attribute->name.name, attribute->value, self->open->len };
  gboolean is_default = binding.prefix.length == 0;

  if (self->bindings->len == MAX_BINDINGS || is_redundant (self, binding.prefix, binding.uri)
      || way_span_is (binding.prefix, "xml") || way_span_is (binding.prefix, "xmlns")
      || way_span_is (binding.uri, XML_NAMESPACE) || way_span_is (binding.uri, XMLNS_NAMESPACE)
      || !((is_default && binding.uri.length == 0) || way_span_is_uri (binding.uri)))
    return FALSE;
  g_array_append_val (self->bindings, binding);

  return TRUE;
}

/* Finds what a prefix stands for; nothing for none */
static gboolean
resolve (Check *self, WaySpan prefix, WaySpan *uri)
{
  const Binding *binding = NULL;

  *uri = (WaySpan){ "", 0 };
  if (prefix.length == 0 || way_span_is (prefix, "xml"))
    return TRUE;

  binding = find_binding (self, prefix);
  if (binding != NULL)
    *uri = binding->uri;

  return binding != NULL;
}

/* Attributes */

/* Two of one name, by whatever prefix */
static gboolean
is_same (const WayMarkupAttribute *a, const WayMarkupAttribute *b)
{
  if (a->is_declaration != b->is_declaration || !way_span_equal (a->name.name, b->name.name))
    return FALSE;
  if (a->is_declaration || way_span_equal (a->name.prefix, b->name.prefix))
    return TRUE;

  return a->uri.length > 0 && way_span_equal (a->uri, b->uri);
}

/* After the element's name; binds what is declared */
static gboolean
take_attributes (Check *self, GArray *attributes)
{
  while (way_scan_skip (&self->scan, " "))
    {
      WayMarkupAttribute attribute;

      if (!way_scan_take_attribute (&self->scan, &attribute)
          || attributes->len == WAY_PLAN_MAX_ATTRIBUTES
          || (attribute.is_declaration && !bind (self, &attribute)))
        return FALSE;
      g_array_append_val (attributes, attribute);
    }

  for (guint i = 0; i < attributes->len; i++)
    {
      WayMarkupAttribute *attribute = &g_array_index (attributes, WayMarkupAttribute, i);

      if (!attribute->is_declaration
          && (!resolve (self, attribute->name.prefix, &attribute->uri)
              || !way_markup_attribute_is_legal (attribute)))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (is_same (attribute, &g_array_index (attributes, WayMarkupAttribute, j)))
          return FALSE;
    }

  return TRUE;
}

/* Elements */

static void
close_element (Check *self)
{
  while (self->bindings->len > 0
         && g_array_index (self->bindings, Binding, self->bindings->len - 1).depth
                == self->open->len)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
}

/* Whether a declaration follows on an attribute (@is_declaration), or the other way round */
static gboolean
has_order (GArray *attributes, gboolean is_declaration)
{
  for (guint i = 1; i < attributes->len; i++)
    {
      const WayMarkupAttribute *here = &g_array_index (attributes, WayMarkupAttribute, i);

      if (here->is_declaration == is_declaration && here[-1].is_declaration != is_declaration)
        return TRUE;
    }

  return FALSE;
}

/* What an outermost element is like, as far as the reader looks at it */
typedef struct
{
  WaySpan name;
  gboolean is_ours;
  gboolean has_odd_attributes; /* such as <counts> does not have */
  gboolean has_credential;
  gboolean is_empty;
  gboolean declares_first;
  gboolean declares_last;
  guint n_attributes;
  gboolean has_elements;
  gboolean has_aside; /* a comment or an instruction before the first of them */
} Outer;

static gboolean
is_odd (const WayMarkupAttribute *attribute)
{
  return attribute->is_declaration || attribute->name.prefix.length > 0
         || !(way_span_is (attribute->name.name, "credential")
              || way_span_is (attribute->name.name, "category"));
}

static void
look_at_outer (Check *self, Outer *outer, const WayMarkupName *name, GArray *attributes)
{
  outer->name = name->name;
  outer->is_ours = name->prefix.length == 0 && is_own (self);
  outer->n_attributes = attributes->len;
  outer->declares_first = has_order (attributes, FALSE);
  outer->declares_last = has_order (attributes, TRUE);
  for (guint i = 0; i < attributes->len; i++)
    {
      const WayMarkupAttribute *attribute = &g_array_index (attributes, WayMarkupAttribute, i);
      WayId id;

      if (is_odd (attribute)
          || g_strstr_len (attribute->value.at, (gssize)attribute->value.length, "&#13;") != NULL)
        outer->has_odd_attributes = TRUE;
      else if (way_span_is (attribute->name.name, "credential"))
        outer->has_credential = way_id_parse (attribute->value.at, attribute->value.length, &id);
    }
}

static gboolean
take_start (Check *self, Outer *outer)
{
  g_autoptr (GArray) attributes = g_array_new (FALSE, FALSE, sizeof (WayMarkupAttribute));
  const char *start = self->scan.at;
  guint n_outside = self->kind->kind == WAY_KIND_PLAN ? 1 : 2; /* the plan's, and a record's */
  WaySpan written, uri;
  WayMarkupName name;

  if (!way_scan_take_name (&self->scan, &name))
    return FALSE;
  written = way_span_between (start, self->scan.at);
  if (self->open->len + 1 + n_outside > WAY_PLAN_MAX_DEPTH)
    return FALSE;
  g_array_append_val (self->open, written);
  if (!take_attributes (self, attributes) || !resolve (self, name.prefix, &uri)
      || way_span_is (name.prefix, "xml") || way_span_is (name.prefix, "xmlns")
      || self->scan.at - start >= WAY_PLAN_MAX_TAG - 2)
    return FALSE;

  if (self->open->len == 1)
    look_at_outer (self, outer, &name, attributes);
  else
    {
      outer->has_elements = TRUE;
      if (has_order (attributes, TRUE))
        return FALSE;
    }

  if (way_scan_skip (&self->scan, "/>"))
    {
      outer->is_empty |= self->open->len == 1;
      close_element (self);
      return TRUE;
    }
  if (!way_scan_skip (&self->scan, ">"))
    return FALSE;

  return strncmp (self->scan.at, "</", 2) != 0; /* it would have been written as empty */
}

static gboolean
take_end (Check *self)
{
  WaySpan name = g_array_index (self->open, WaySpan, self->open->len - 1);

  if (strncmp (self->scan.at, name.at, name.length) != 0)
    return FALSE;
  self->scan.at += name.length;
  close_element (self);

  return way_scan_skip (&self->scan, ">");
}

/* The rest of an element, the < of which was taken */
static gboolean
take_element (Check *self, Outer *outer)
{
  if (!take_start (self, outer))
    return FALSE;

  while (self->open->len > 0)
    {
      if (!way_scan_take_text (&self->scan))
        return FALSE;
      if (way_scan_skip (&self->scan, "<!--") || way_scan_skip (&self->scan, "<?"))
        {
          outer->has_aside |= !outer->has_elements;
          if (!(self->scan.at[-1] == '?' ? way_scan_take_instruction (&self->scan)
                                         : way_scan_take_comment (&self->scan)))
            return FALSE;
        }
      else if (way_scan_skip (&self->scan, "</"))
        {
          if (!take_end (self))
            return FALSE;
        }
      else if (!way_scan_skip (&self->scan, "<") || !take_start (self, outer))
        return FALSE;
    }

  return TRUE;
}

/* Lines of content */

static const WayFieldInfo *
find_field (Check *self, WaySpan name)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (way_span_is (name, self->kind->fields[i].xml_name))
      return &self->kind->fields[i];

  return NULL;
}

/* Whether the reader would take an element for a record or a field, or write it otherwise */
static gboolean
is_known (Check *self, const Outer *outer)
{
  const WayKindInfo *kind = way_schema_find_kind (outer->name.at, (gssize)outer->name.length);
  const WayFieldInfo *info = find_field (self, outer->name);
  guint64 bit;
  gboolean is_first;

  if (!outer->is_ours)
    return outer->declares_last;
  if (self->kind->kind == WAY_KIND_PLAN && kind != NULL && kind->kind != WAY_KIND_PLAN)
    return TRUE;
  if (info == NULL || !way_field_is_element (info))
    return outer->declares_last;

  bit = G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (info->field);
  is_first = (self->seen & bit) == 0 || info->type == WAY_TYPE_COUNTS;
  self->seen |= bit;
  if (!is_first
      || (info->type == WAY_TYPE_COUNTS && (outer->has_odd_attributes || !outer->has_credential)))
    return outer->declares_last;

  /* With elements in it, or with nothing but attributes, it is more than a field; of such its
   * declarations come last */
  if (outer->declares_first)
    return TRUE;
  if (outer->has_elements)
    return outer->has_aside;

  return info->type == WAY_TYPE_COUNTS || !outer->is_empty || outer->n_attributes == 0;
}

static gboolean
take_item (Check *self, const char *indent)
{
  Outer outer = { { NULL, 0 } };
  const char *start;

  if (!way_scan_skip (&self->scan, indent))
    return FALSE;
  if (way_scan_skip (&self->scan, "<!--"))
    return way_scan_take_comment (&self->scan) && way_scan_skip (&self->scan, "\n");
  if (way_scan_skip (&self->scan, "<?"))
    return way_scan_take_instruction (&self->scan) && way_scan_skip (&self->scan, "\n");
  if (way_scan_skip (&self->scan, "<"))
    return take_element (self, &outer) && !is_known (self, &outer)
           && way_scan_skip (&self->scan, "\n");

  /* Text between fields goes on up to the next element, with the indent of that */
  start = self->scan.at;
  if (g_ascii_isspace (*start) || *start == '\0' || !way_scan_take_text (&self->scan))
    return FALSE;
  if (*self->scan.at == '<')
    self->scan.at -= strlen (indent);

  return self->scan.at > start + 1 && self->scan.at[-1] == '\n'
         && !g_ascii_isspace (self->scan.at[-2])
         && (*self->scan.at == '\0' || strncmp (self->scan.at, indent, strlen (indent)) == 0);
}

static gboolean
check_content (Check *self, const char *content)
{
  const char *indent = self->kind->kind == WAY_KIND_PLAN ? "  " : "    ";

  if (strlen (content) > WAY_PLAN_MAX_UNKNOWN)
    return FALSE;

  self->scan.at = content;
  while (*self->scan.at != '\0')
    if (!take_item (self, indent))
      return FALSE;

  return TRUE;
}

/* Lines of attributes */

/* What a file says already of an element that it writes itself */
static gboolean
is_taken (Check *self, const WayMarkupAttribute *attribute)
{
  const WayFieldInfo *info;

  if (attribute->is_declaration)
    return attribute->name.name.length == 0;
  if (attribute->name.prefix.length > 0)
    return FALSE;

  info = find_field (self, attribute->name.name);

  return way_span_is (attribute->name.name, "id")
         || (self->kind->kind == WAY_KIND_PLAN && way_span_is (attribute->name.name, "format"))
         || (info != NULL && !way_field_is_element (info));
}

static gboolean
take_attribute_line (Check *self, gboolean is_record)
{
  g_autoptr (GArray) attributes = g_array_new (FALSE, FALSE, sizeof (WayMarkupAttribute));
  const char *start = self->scan.at;
  gboolean is_sound
      = take_attributes (self, attributes) && attributes->len > 0 && !has_order (attributes, FALSE);

  for (guint i = 0; is_record && is_sound && i < attributes->len; i++)
    is_sound = !is_taken (self, &g_array_index (attributes, WayMarkupAttribute, i));
  for (guint i = 0; is_sound && i < attributes->len; i++)
    {
      const WayMarkupAttribute *attribute = &g_array_index (attributes, WayMarkupAttribute, i);

      is_sound = !attribute->is_declaration || attribute->name.name.length > 0;
    }
  g_array_set_size (self->bindings, 0);

  return is_sound && self->scan.at - start < WAY_PLAN_MAX_TAG;
}

static gboolean
take_version (Check *self)
{
  const char *end = self->scan.at + strcspn (self->scan.at, "\n");
  WayFormatVersion version;
  gboolean is_newer
      = way_scan_skip (&self->scan, " ")
        && way_format_version_parse (self->scan.at, (gsize)(end - self->scan.at), &version)
        && version.major == WAY_PLAN_MAJOR && version.minor > WAY_PLAN_MINOR;

  self->scan.at = end;

  return is_newer;
}

static gboolean
take_line (Check *self)
{
  const WayFieldInfo *info;
  WaySpan name = { self->scan.at, strcspn (self->scan.at, " ") };

  self->scan.at += name.length;
  if (name.length == 0)
    return take_attribute_line (self, TRUE);
  if (self->kind->kind == WAY_KIND_PLAN && way_span_is (name, "format"))
    return take_version (self);

  info = find_field (self, name);

  return info != NULL && way_field_is_element (info) && info->type != WAY_TYPE_COUNTS
         && way_record_has (self->record, info->field) && take_attribute_line (self, FALSE);
}

static gboolean
check_attributes (Check *self, const char *attributes)
{
  self->scan.at = attributes;
  for (;;)
    {
      if (!take_line (self))
        return FALSE;
      if (*self->scan.at == '\0')
        return TRUE;
      if (!way_scan_skip (&self->scan, "\n"))
        return FALSE;
    }
}

gboolean
way_unknown_is_sound (const WayRecord *record)
{
  WayKind kind = way_record_get_kind (record);
  const char *attributes = way_record_get_text (record, WAY_FIELD_UNKNOWN_ATTRIBUTES (kind));
  const char *content = way_record_get_text (record, WAY_FIELD_UNKNOWN_CONTENT (kind));
  Check check = { .record = record, .kind = way_schema_get_kind (kind) };
  gboolean is_sound;

  if (attributes == NULL && content == NULL)
    return TRUE;

  check.bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  check.open = g_array_new (FALSE, FALSE, sizeof (WaySpan));
  for (guint i = 0; i < check.kind->n_fields; i++)
    if (way_record_has (record, check.kind->fields[i].field))
      check.seen |= G_GUINT64_CONSTANT (1) << i;
  is_sound = (attributes == NULL || check_attributes (&check, attributes))
             && (content == NULL || check_content (&check, content));
  g_array_unref (check.open);
  g_array_unref (check.bindings);

  return is_sound;
}
