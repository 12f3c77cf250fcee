/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical writer: walks the schema table and appends to one buffer that is handed on when it
 * is full.
 */
#include "config.h"

#include "way-plan-writer.h"

#include "way-plan-format.h"
#include "way-safe-file.h"
#include "way-unknown.h"
#include "way-value.h"
#include "way-xml-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FLUSH_SIZE (64 * 1024)

typedef struct
{
  GString *out;
  GOutputStream *stream;
  GCancellable *cancellable;
} Writer;

static gboolean
flush (Writer *self, GError **error)
{
  gboolean done = g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                                             self->cancellable, error);

  g_string_truncate (self->out, 0);

  return done;
}

static gboolean
refuse_long (const WayRecord *record, const char *what, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  const char *called = way_record_get_called (record);

  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE,
               _ ("“%s” of %s “%s” is longer than a plan can hold. Shorten it, or keep it in a "
                  "file of its own."),
               what, _ (kind->label), called != NULL ? called : "");

  return FALSE;
}

/* Text is the only kind of value that can hold what XML gives a meaning to */
static gboolean
is_text (const WayRecord *record, const WayFieldInfo *info)
{
  return info->type == WAY_TYPE_TEXT || info->type == WAY_TYPE_PROSE || info->type == WAY_TYPE_WORD
         || way_record_get_unread (record, info->field) != NULL;
}

static void
append_value (Writer *self, const WayRecord *record, const WayFieldInfo *info, WayXmlEscape escape)
{
  const char *text;

  if (!is_text (record, info))
    {
      way_value_format (record, info->field, self->out);
      return;
    }

  text = way_record_get_unread (record, info->field);
  if (text == NULL)
    text = way_record_get_text (record, info->field);
  way_xml_append_escaped (self->out, text, strlen (text), escape);
}

static void
append_attribute (Writer *self, const WayRecord *record, const WayFieldInfo *info)
{
  way_xml_append (self->out, " ", 1);
  way_xml_append (self->out, info->xml_name, info->xml_length);
  way_xml_append (self->out, "=\"", 2);
  append_value (self, record, info, WAY_XML_ESCAPE_ATTRIBUTE);
  way_xml_append (self->out, "\"", 1);
}

/* The attributes that were not understood on the record's element, or on that of the field @name */
static const char *
find_unknown_attributes (const WayRecord *record, const char *name, gsize *length)
{
  WayField field = WAY_FIELD_UNKNOWN_ATTRIBUTES (way_record_get_kind (record));
  const char *all = way_record_get_text (record, field);

  return all != NULL ? way_unknown_find_attributes (all, name, length) : NULL;
}

static void
append_unknown_attributes (Writer *self, const WayRecord *record, const char *name)
{
  gsize length;
  const char *attributes = find_unknown_attributes (record, name, &length);

  if (attributes == NULL)
    return;

  way_xml_append (self->out, " ", 1);
  way_xml_append (self->out, attributes, length);
}

static gboolean
append_element (Writer *self, const WayRecord *record, const WayFieldInfo *info, const char *indent,
                GError **error)
{
  gsize start;

  way_xml_append (self->out, indent, strlen (indent));
  way_xml_append (self->out, "<", 1);
  way_xml_append (self->out, info->xml_name, info->xml_length);
  append_unknown_attributes (self, record, info->xml_name);
  way_xml_append (self->out, ">", 1);

  start = self->out->len;
  append_value (self, record, info, WAY_XML_ESCAPE_TEXT);
  /* A text that is within bounds when escaped is so unescaped; the exact count is only made where
   * it matters */
  if (self->out->len - start > WAY_PLAN_MAX_TEXT
      && strlen (way_record_get_text (record, info->field)) > WAY_PLAN_MAX_TEXT)
    return refuse_long (record, _ (info->label), error);

  way_xml_append (self->out, "</", 2);
  way_xml_append (self->out, info->xml_name, info->xml_length);
  way_xml_append (self->out, ">\n", 2);

  return TRUE;
}

static void
append_counts (Writer *self, const WayRecord *record, const WayFieldInfo *info, const char *indent)
{
  guint n_counts = way_record_get_n_counts (record, info->field);
  char id[WAY_ID_BUFFER_SIZE];

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (record, info->field, i);

      g_string_append_printf (self->out, "%s<%s credential=\"%s\"", indent, info->xml_name,
                              way_id_format (&count.credential, id));
      if (*count.category != '\0')
        {
          g_string_append (self->out, " category=\"");
          way_xml_append_escaped (self->out, count.category, strlen (count.category),
                                  WAY_XML_ESCAPE_ATTRIBUTE);
          g_string_append_c (self->out, '"');
        }
      g_string_append (self->out, "/>\n");
    }
}

/* Appends from the id to the last attribute; the element's name stands already */
static gboolean
append_attributes (Writer *self, const WayRecord *record, gsize start, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  char id[WAY_ID_BUFFER_SIZE];

  way_xml_append (self->out, " id=\"", 5);
  way_xml_append (self->out, way_id_format (way_record_get_id (record), id), WAY_ID_TEXT_LENGTH);
  way_xml_append (self->out, "\"", 1);

  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    if (!way_field_is_element (&kind->fields[WAY_FIELD_INDEX (field)]))
      append_attribute (self, record, &kind->fields[WAY_FIELD_INDEX (field)]);
  append_unknown_attributes (self, record, "");

  if (self->out->len - start >= WAY_PLAN_MAX_TAG)
    return refuse_long (record, _ ("The line of attributes"), error);

  return TRUE;
}

static gboolean
append_elements (Writer *self, const WayRecord *record, const char *indent, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      const WayFieldInfo *info = &kind->fields[WAY_FIELD_INDEX (field)];

      if (!way_field_is_element (info))
        continue;

      if (info->type == WAY_TYPE_COUNTS)
        append_counts (self, record, info, indent);
      else if (!append_element (self, record, info, indent, error))
        return FALSE;
    }

  return TRUE;
}

static void
append_unknown_content (Writer *self, const WayRecord *record)
{
  WayField field = WAY_FIELD_UNKNOWN_CONTENT (way_record_get_kind (record));
  const char *content = way_record_get_text (record, field);

  if (content != NULL)
    g_string_append (self->out, content);
}

static gboolean
append_record (Writer *self, const WayRecord *record, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  gsize start = self->out->len;
  gsize tag_end;

  way_xml_append (self->out, "  <", 3);
  way_xml_append (self->out, kind->xml_name, kind->xml_length);
  if (!append_attributes (self, record, start, error))
    return FALSE;

  tag_end = self->out->len;
  way_xml_append (self->out, ">\n", 2);
  start = self->out->len;
  if (!append_elements (self, record, "    ", error))
    return FALSE;
  append_unknown_content (self, record);

  if (self->out->len == start)
    {
      g_string_truncate (self->out, tag_end);
      way_xml_append (self->out, "/>\n", 3);
      return TRUE;
    }

  way_xml_append (self->out, "  </", 4);
  way_xml_append (self->out, kind->xml_name, kind->xml_length);
  way_xml_append (self->out, ">\n", 2);

  return TRUE;
}

static gboolean
append_head (Writer *self, const WayRecord *root, GError **error)
{
  gsize length = strlen (WAY_PLAN_FORMAT);
  const char *format = find_unknown_attributes (root, "format", &length);
  gsize start;

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  start = self->out->len;
  g_string_append_printf (self->out, "<plan xmlns=\"%s\" format=\"%.*s\"", WAY_PLAN_NAMESPACE,
                          (int)length, format != NULL ? format : WAY_PLAN_FORMAT);
  if (!append_attributes (self, root, start, error))
    return FALSE;
  g_string_append (self->out, ">\n");

  return append_elements (self, root, "  ", error);
}

static gboolean
append_records (Writer *self, WaySnapshot *snapshot, WayKind kind, GError **error)
{
  guint n_records;
  WayRecord *const *records = way_snapshot_get_records (snapshot, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      if (!append_record (self, records[i], error))
        return FALSE;
      if (self->out->len >= FLUSH_SIZE && !flush (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
way_plan_write_stream (WaySnapshot *snapshot, GOutputStream *stream, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (FLUSH_SIZE + 4096);
  Writer self = { out, stream, cancellable };
  guint n_records;
  const WayRecord *root = way_snapshot_get_records (snapshot, WAY_KIND_PLAN, &n_records)[0];

  if (!append_head (&self, root, error))
    return FALSE;

  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    if (!append_records (&self, snapshot, (WayKind)kind, error))
      return FALSE;

  append_unknown_content (&self, root);
  g_string_append (self.out, "</plan>\n");

  return flush (&self, error);
}

static gboolean
write_to (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return way_plan_write_stream (user_data, stream, cancellable, error);
}

gboolean
way_plan_write_file (WaySnapshot *snapshot, GFile *file, GCancellable *cancellable, GError **error)
{
  return way_safe_file_write (file, write_to, snapshot, cancellable, error);
}

GBytes *
way_plan_write_bytes (WaySnapshot *snapshot, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!way_plan_write_stream (snapshot, stream, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
