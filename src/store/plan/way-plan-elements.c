/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each element means: the plan, a record, a field, or something to be kept as it is.
 */
#include "config.h"

#include "way-plan-handler-private.h"

#include "way-plan-format.h"
#include "way-xml-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Notes something about the open record; what it is called is filled in when its element ends */
static void
report (WayPlanHandler *self, WayDiagnosticSeverity severity, char *text, const char *remedy)
{
  WayDiagnostic *diagnostic;

  if (severity == WAY_DIAGNOSTIC_ERROR)
    self->entry->failed = TRUE;
  if (self->diagnostics->len == WAY_MAX_DIAGNOSTICS && severity == WAY_DIAGNOSTIC_WARNING)
    {
      g_free (text);
      return;
    }

  diagnostic = g_new0 (WayDiagnostic, 1);
  diagnostic->severity = severity;
  diagnostic->line = way_plan_handler_current_line (self);
  diagnostic->kind = self->entry->kind;
  diagnostic->id = self->entry->id;
  diagnostic->text = text;
  diagnostic->remedy = g_strdup (remedy);
  g_ptr_array_add (self->diagnostics, diagnostic);
}

/* In a file of our own version everything is known, so what is not is likely a slip; a newer one
 * may well have more */
static void
warn_unknown (WayPlanHandler *self, const char *what, const xmlChar *name)
{
  if (self->version.major != WAY_PLAN_MAJOR || self->version.minor > WAY_PLAN_MINOR)
    return;

  report (self, WAY_DIAGNOSTIC_WARNING, g_strdup_printf ("%s: %s", what, (const char *)name),
          _ ("It is kept as it is. Check how it is spelt."));
}

void
way_plan_elements_check_size (WayPlanHandler *self)
{
  gsize size = self->n_unknown + self->root.content->len + self->root.attributes->len
               + self->record.content->len + self->record.attributes->len;

  if (size > WAY_PLAN_MAX_UNKNOWN)
    way_plan_handler_refuse (self, WAY_REFUSAL_UNKNOWN, NULL);
}

static void
take_id (WayPlanHandler *self, const char *text, gsize length)
{
  if (!way_id_parse (text, length, &self->entry->id))
    report (self, WAY_DIAGNOSTIC_ERROR,
            g_strdup_printf (_ ("its id “%.*s” is no UUID"), (int)MIN (length, 80), text),
            _ ("Give it an id such as 6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978, and change the "
               "references to it alike."));
}

static void
take_version (WayPlanHandler *self, const char *text, gsize length)
{
  g_autofree char *found = g_strndup (text, length);

  if (!way_format_version_parse (text, length, &self->version))
    {
      way_plan_handler_refuse (self, WAY_REFUSAL_FORMAT, found);
      return;
    }

  /* What a newer minor put in is written back, so the file stays one of that version */
  if (self->version.major == WAY_PLAN_MAJOR && self->version.minor > WAY_PLAN_MINOR)
    way_unknown_add_attributes (self->entry->attributes, "format", found);
}

/* Takes an attribute that every record has, or that the plan has besides its fields */
static gboolean
take_special (WayPlanHandler *self, const xmlChar **part)
{
  const char *value = (const char *)part[WAY_XML_BEGIN];
  gsize length = (gsize)(part[WAY_XML_END] - part[WAY_XML_BEGIN]);

  if (part[WAY_XML_NAME] == self->names.id)
    {
      take_id (self, value, length);
      return TRUE;
    }

  if (part[WAY_XML_NAME] == self->names.format && self->entry == &self->root)
    {
      take_version (self, value, length);
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_attribute (WayPlanHandler *self, const xmlChar **part)
{
  const WayFieldInfo *info;

  if (part[WAY_XML_URI] != NULL)
    return FALSE;
  if (take_special (self, part))
    return TRUE;

  info = way_plan_names_find_field (&self->names, self->entry->kind, part[WAY_XML_NAME]);
  if (info == NULL || way_field_is_element (info))
    return FALSE;

  way_plan_entry_set_value (self->entry, info, (const char *)part[WAY_XML_BEGIN],
                            (gsize)(part[WAY_XML_END] - part[WAY_XML_BEGIN]));

  return TRUE;
}

static void
take_attributes (WayPlanHandler *self, const WayXmlElement *element)
{
  g_autoptr (GString) unknown = NULL;

  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **part = &element->attributes[i * WAY_XML_ATTRIBUTE_SIZE];

      if (take_attribute (self, part))
        continue;

      if (unknown == NULL)
        unknown = g_string_new (NULL);
      way_unknown_append_attribute (unknown, element, i);
      if (part[WAY_XML_URI] == NULL)
        warn_unknown (self, _ ("an attribute is not known"), part[WAY_XML_NAME]);
    }

  if (unknown == NULL && element->n_namespaces == 0)
    return;

  if (unknown == NULL)
    unknown = g_string_new (NULL);
  way_unknown_append_declarations (unknown, element, self->own);
  if (unknown->len > 0)
    way_unknown_add_attributes (self->entry->attributes, "", unknown->str);
  way_plan_elements_check_size (self);
}

/* Records */

static void
start_entry (WayPlanHandler *self, WayPlanEntry *entry, WayKind kind, const WayXmlElement *element)
{
  self->entry = entry;
  self->place = PLACE_ENTRY;
  way_plan_entry_start (entry, kind, way_plan_handler_current_line (self));
  take_attributes (self, element);

  if (self->plan != NULL)
    way_plan_expect_loaded (self->plan, &entry->id);
  if (!entry->failed && way_id_is_null (&entry->id))
    report (self, WAY_DIAGNOSTIC_ERROR, g_strdup (_ ("it has no id")),
            _ ("Give it an id of its own such as 6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978."));
}

/* What is said about a record names it, and that is only known at its end */
static void
name_diagnostics (WayPlanHandler *self, WayPlanEntry *entry, guint first)
{
  g_autoptr (WayRecord) record = NULL;

  if (first == self->diagnostics->len)
    return;

  record = way_plan_entry_end (entry);
  for (guint i = first; i < self->diagnostics->len; i++)
    {
      WayDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, i);

      if (diagnostic->kind == entry->kind)
        diagnostic->called = g_strdup (way_record_get_called (record));
    }
}

static void
keep_line (WayPlanHandler *self, const WayPlanEntry *entry)
{
  RecordLine line = { entry->id, entry->line };

  if (entry->unread || (self->flags & WAY_HANDLER_LINES) != 0)
    g_array_append_val (self->lines, line);
}

static void
add_record (WayPlanHandler *self, WayPlanEntry *entry)
{
  WayRecord *record = way_plan_entry_end (entry);

  keep_line (self, entry);
  if (self->listener != NULL)
    self->listener (record, self->listener_data);
  if (way_plan_add_loaded (self->plan, record))
    return;

  report (self, WAY_DIAGNOSTIC_ERROR, g_strdup (_ ("another record has the same id")),
          _ ("Give one of the two an id of its own."));
}

static void
end_record (WayPlanHandler *self)
{
  WayPlanEntry *entry = &self->record;

  if (!entry->failed)
    add_record (self, entry);
  name_diagnostics (self, entry, self->n_named);
  self->n_named = self->diagnostics->len;

  self->n_unknown += entry->attributes->len + entry->content->len;
  way_plan_entry_forget_unknown (entry);
  self->entry = &self->root;

  if (++self->n_records > WAY_PLAN_MAX_RECORDS)
    way_plan_handler_refuse (self, WAY_REFUSAL_RECORDS, NULL);
  else if (entry->failed
           && ((self->flags & WAY_HANDLER_COLLECT) == 0
               || self->diagnostics->len >= WAY_MAX_DIAGNOSTICS))
    way_plan_handler_stop (self);
}

static void
end_root (WayPlanHandler *self)
{
  self->place = PLACE_OUTSIDE;
  if (!self->root.failed)
    add_record (self, &self->root);
  name_diagnostics (self, &self->root, 0);
}

/* Whether @uri is the namespace of the version that the file says it has; a newer version may have
 * kept ours */
static gboolean
is_plan_namespace (const char *uri, guint major)
{
  g_autofree char *expected = g_strdup_printf ("%s%u", WAY_PLAN_NAMESPACE_STEM, major);

  return strcmp (uri, expected) == 0
         || (major > WAY_PLAN_MAJOR && strcmp (uri, WAY_PLAN_NAMESPACE) == 0);
}

void
way_plan_elements_start_root (WayPlanHandler *self, const WayXmlElement *element)
{
  const char *uri = element->uri != NULL ? (const char *)element->uri : "";

  if (element->name != self->names.kinds[WAY_KIND_PLAN])
    {
      way_plan_handler_refuse (self, WAY_REFUSAL_ROOT, (const char *)element->name);
      return;
    }
  if (!g_str_has_prefix (uri, WAY_PLAN_NAMESPACE_STEM))
    {
      way_plan_handler_refuse (self, WAY_REFUSAL_NAMESPACE, uri);
      return;
    }

  self->own = element->uri;
  start_entry (self, &self->root, WAY_KIND_PLAN, element);
  self->plan = way_plan_new (&self->root.id);

  if (self->version.major == 0 && self->version.minor == 0)
    way_plan_handler_refuse (self, WAY_REFUSAL_FORMAT, "");
  else if (!is_plan_namespace (uri, self->version.major))
    way_plan_handler_refuse (self, WAY_REFUSAL_NAMESPACE, uri);
}

/* Unknown content */

static void
begin_capture (WayPlanHandler *self)
{
  self->place = PLACE_UNKNOWN;
  way_capture_begin (self->capture, self->entry->content, self->entry->indent, self->own);
}

static void
start_unknown (WayPlanHandler *self, const WayXmlElement *element)
{
  if (element->uri == self->own)
    warn_unknown (self, _ ("an element is not known here"), element->name);
  begin_capture (self);
  way_capture_start_element (self->capture, element);
}

/* Text where only elements should be: kept on a line of its own */
static void
keep_stray_text (WayPlanHandler *self)
{
  GString *content = self->entry->content;

  g_strstrip (self->text->str);
  if (*self->text->str == '\0')
    {
      g_string_truncate (self->text, 0);
      return;
    }

  warn_unknown (self, _ ("there is text that belongs to no field"),
                (const xmlChar *)self->text->str);
  g_string_append (content, self->entry->indent);
  way_xml_append_escaped (content, self->text->str, strlen (self->text->str),
                          WAY_XML_ESCAPE_VERBATIM);
  g_string_append_c (content, '\n');
  g_string_truncate (self->text, 0);
  way_plan_elements_check_size (self);
}

void
way_plan_elements_turn_unknown (WayPlanHandler *self)
{
  warn_unknown (self, _ ("an element holds more than is known"),
                (const xmlChar *)self->field->xml_name);
  begin_capture (self);
  way_capture_start_field (self->capture, self->field->xml_name, self->field_attributes->str);
  if (self->text->len > 0)
    way_capture_text (self->capture, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
}

/* Fields */

static gboolean
read_count (WayPlanHandler *self, const WayXmlElement *element)
{
  gboolean found = FALSE;

  g_string_truncate (self->category, 0);
  for (int i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **part = &element->attributes[i * WAY_XML_ATTRIBUTE_SIZE];
      gsize length = (gsize)(part[WAY_XML_END] - part[WAY_XML_BEGIN]);
      const char *value = way_xml_decode_attribute ((const char *)part[WAY_XML_BEGIN], &length,
                                                    self->entry->scratch);

      if (part[WAY_XML_URI] != NULL || memchr (value, '\r', length) != NULL)
        return FALSE;
      if (part[WAY_XML_NAME] == self->names.credential)
        found = way_id_parse (value, length, &self->count.credential);
      else if (part[WAY_XML_NAME] == self->names.category)
        g_string_append_len (self->category, value, (gssize)length);
      else
        return FALSE;
    }

  return found && element->n_namespaces == 0;
}

static void
start_field (WayPlanHandler *self, const WayFieldInfo *info, const WayXmlElement *element)
{
  if (way_plan_entry_is_repeated (self->entry, info)
      || (info->type == WAY_TYPE_COUNTS && !read_count (self, element)))
    {
      start_unknown (self, element);
      return;
    }

  self->place = PLACE_FIELD;
  self->field = info;
  if (self->field_attributes->len > 0)
    g_string_truncate (self->field_attributes, 0);
  if (element->n_attributes == 0 && element->n_namespaces == 0)
    return;

  for (int i = 0; i < element->n_attributes; i++)
    way_unknown_append_attribute (self->field_attributes, element, i);
  way_unknown_append_declarations (self->field_attributes, element, self->own);
}

void
way_plan_elements_end_field (WayPlanHandler *self)
{
  WayPlanEntry *entry = self->entry;
  const WayFieldInfo *info = self->field;
  gboolean annotated = self->field_attributes->len > 0;

  self->place = PLACE_ENTRY;
  if (info->type == WAY_TYPE_COUNTS)
    {
      way_record_builder_add_count (entry->builder, info->field, &self->count.credential,
                                    self->category->str, (gssize)self->category->len);
      return;
    }

  if (self->text->len > 0)
    {
      way_plan_entry_set_text (entry, info->field, self->text->str, self->text->len);
      if (annotated)
        way_unknown_add_attributes (entry->attributes, info->xml_name, self->field_attributes->str);
    }
  else if (annotated)
    {
      way_plan_elements_turn_unknown (self);
      way_capture_end_element (self->capture, NULL, NULL, NULL);
      self->place = PLACE_ENTRY;
    }
  else
    way_plan_entry_pass_over (entry, info);

  g_string_truncate (self->text, 0);
  if (annotated)
    way_plan_elements_check_size (self);
}

void
way_plan_elements_start_child (WayPlanHandler *self, const WayXmlElement *element)
{
  const WayFieldInfo *info;
  WayKind child;

  if (self->text->len > 0)
    keep_stray_text (self);

  if (element->uri != self->own)
    {
      start_unknown (self, element);
      return;
    }

  if (self->entry == &self->root)
    {
      child = way_plan_names_find_kind (&self->names, element->name, self->record.kind);
      if (child != WAY_N_KINDS)
        {
          start_entry (self, &self->record, child, element);
          return;
        }
    }

  info = way_plan_names_find_field (&self->names, self->entry->kind, element->name);
  if (info != NULL && way_field_is_element (info))
    start_field (self, info, element);
  else
    start_unknown (self, element);
}

void
way_plan_elements_end_entry (WayPlanHandler *self)
{
  if (self->text->len > 0)
    keep_stray_text (self);
  self->field = NULL;
  if (self->entry == &self->record)
    end_record (self);
  else
    end_root (self);
}

void
way_plan_elements_keep_aside (WayPlanHandler *self, const xmlChar *target, const xmlChar *text)
{
  GString *content = self->entry->content;
  gboolean alone = self->place != PLACE_UNKNOWN;

  if (self->place == PLACE_ENTRY && self->text->len > 0)
    keep_stray_text (self);

  if (alone)
    way_capture_begin (self->capture, content, self->entry->indent, self->own);
  if (target != NULL)
    way_capture_instruction (self->capture, (const char *)target, (const char *)text);
  else
    way_capture_comment (self->capture, (const char *)text);
  if (alone)
    g_string_append_c (content, '\n');
  way_plan_elements_check_size (self);
}
