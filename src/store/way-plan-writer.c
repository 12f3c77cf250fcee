/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical writer: walks the schema table and appends to one buffer that is handed on when it
 * is full.
 */
#include "config.h"

#include "way-plan-writer.h"

#include "way-plan-format.h"
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

/* Each appends a value of its type that could be read */
typedef void (*AppendFunc) (GString *out, const WayRecord *record, const WayFieldInfo *info);

static void
append_choice (GString *out, const WayRecord *record, const WayFieldInfo *info)
{
  const WayChoice *choice = &info->choices[way_record_get_choice (record, info->field)];

  way_xml_append (out, choice->word, choice->length);
}

static void
append_date (GString *out, const WayRecord *record, const WayFieldInfo *info)
{
  char date[WAY_DATE_BUFFER_SIZE];

  way_date_format (way_record_get_date (record, info->field), date);
  way_xml_append (out, date, strlen (date));
}

static void
append_id (GString *out, const WayId *id)
{
  char text[WAY_ID_BUFFER_SIZE];

  way_xml_append (out, way_id_format (id, text), WAY_ID_TEXT_LENGTH);
}

static void
append_ref (GString *out, const WayRecord *record, const WayFieldInfo *info)
{
  append_id (out, way_record_get_ref (record, info->field));
}

static void
append_other (GString *out, const WayRecord *record, const WayFieldInfo *info)
{
  way_value_format (record, info->field, out);
}

/* NULL for text, the only value in which there may be what XML gives a meaning to */
static const AppendFunc append_funcs[] = {
  [WAY_TYPE_TEXT] = NULL,
  [WAY_TYPE_PROSE] = NULL,
  [WAY_TYPE_WORD] = NULL,
  [WAY_TYPE_CHOICE] = append_choice,
  [WAY_TYPE_DATE] = append_date,
  [WAY_TYPE_INSTANT] = append_other,
  [WAY_TYPE_INTEGER] = append_other,
  [WAY_TYPE_DECIMAL] = append_other,
  [WAY_TYPE_FLAG] = append_other,
  [WAY_TYPE_REF] = append_ref,
  [WAY_TYPE_REFS] = append_other,
  [WAY_TYPE_COUNTS] = NULL, /* elements of its own */
};

static void
append_value (Writer *self, const WayRecord *record, const WayFieldInfo *info, WayXmlEscape escape)
{
  const char *text = way_record_get_unread (record, info->field);

  if (text == NULL && append_funcs[info->type] != NULL)
    {
      append_funcs[info->type](self->out, record, info);
      return;
    }

  if (text == NULL)
    text = way_record_get_text (record, info->field);
  way_xml_append_escaped (self->out, text, strlen (text), escape);
}

static void
append_attribute (Writer *self, const WayRecord *record, const WayFieldInfo *info)
{
  way_xml_append_static (self->out, " ");
  way_xml_append (self->out, info->xml_name, info->xml_length);
  way_xml_append_static (self->out, "=\"");
  append_value (self, record, info, WAY_XML_ESCAPE_ATTRIBUTE);
  way_xml_append_static (self->out, "\"");
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
  way_xml_append_static (self->out, "<");
  way_xml_append (self->out, info->xml_name, info->xml_length);
  append_unknown_attributes (self, record, info->xml_name);
  way_xml_append_static (self->out, ">");

  start = self->out->len;
  append_value (self, record, info, WAY_XML_ESCAPE_TEXT);
  /* A text that is within bounds when escaped is so unescaped; the exact count is only made where
   * it matters */
  if (self->out->len - start > WAY_PLAN_MAX_TEXT
      && strlen (way_record_get_text (record, info->field)) > WAY_PLAN_MAX_TEXT)
    return refuse_long (record, _ (info->label), error);

  way_xml_append_static (self->out, "</");
  way_xml_append (self->out, info->xml_name, info->xml_length);
  way_xml_append_static (self->out, ">\n");

  return TRUE;
}

static void
append_counts (Writer *self, const WayRecord *record, const WayFieldInfo *info, const char *indent)
{
  guint n_counts = way_record_get_n_counts (record, info->field);

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (record, info->field, i);

      way_xml_append (self->out, indent, strlen (indent));
      way_xml_append_static (self->out, "<");
      way_xml_append (self->out, info->xml_name, info->xml_length);
      way_xml_append_static (self->out, " credential=\"");
      append_id (self->out, &count.credential);
      if (*count.category != '\0')
        {
          way_xml_append_static (self->out, "\" category=\"");
          way_xml_append_escaped (self->out, count.category, strlen (count.category),
                                  WAY_XML_ESCAPE_ATTRIBUTE);
        }
      way_xml_append_static (self->out, "\"/>\n");
    }
}

/* Appends from the id to the last attribute; the element's name stands already */
static gboolean
append_attributes (Writer *self, const WayRecord *record, gsize start, GError **error)
{
  way_xml_append_static (self->out, " id=\"");
  append_id (self->out, way_record_get_id (record));
  way_xml_append_static (self->out, "\"");

  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      const WayFieldInfo *info = way_schema_get_field (field);

      if (!way_field_is_element (info))
        append_attribute (self, record, info);
    }
  append_unknown_attributes (self, record, "");

  if (self->out->len - start >= WAY_PLAN_MAX_TAG)
    return refuse_long (record, _ ("The line of attributes"), error);

  return TRUE;
}

static gboolean
append_elements (Writer *self, const WayRecord *record, const char *indent, GError **error)
{
  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      const WayFieldInfo *info = way_schema_get_field (field);

      if (info->type == WAY_TYPE_COUNTS)
        append_counts (self, record, info, indent);
      else if (way_field_is_element (info) && !append_element (self, record, info, indent, error))
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

  way_xml_append_static (self->out, "  <");
  way_xml_append (self->out, kind->xml_name, kind->xml_length);
  if (!append_attributes (self, record, start, error))
    return FALSE;

  tag_end = self->out->len;
  way_xml_append_static (self->out, ">\n");
  start = self->out->len;
  if (!append_elements (self, record, "    ", error))
    return FALSE;
  append_unknown_content (self, record);

  if (self->out->len == start)
    {
      g_string_truncate (self->out, tag_end);
      way_xml_append_static (self->out, "/>\n");
      return TRUE;
    }

  way_xml_append_static (self->out, "  </");
  way_xml_append (self->out, kind->xml_name, kind->xml_length);
  way_xml_append_static (self->out, ">\n");

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
way_plan_write_record (const WayRecord *record, GString *out, GError **error)
{
  Writer self = { .out = out };

  if (way_record_get_kind (record) != WAY_KIND_PLAN)
    return append_record (&self, record, error);

  if (!append_head (&self, record, error))
    return FALSE;
  append_unknown_content (&self, record);

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
way_plan_write_file (WaySnapshot *snapshot, GFile *file, const WayKeeping *keeping,
                     WaySaveReport *report, GCancellable *cancellable, GError **error)
{
  return way_safe_file_write (file, write_to, snapshot, keeping, report, cancellable, error);
}

gboolean
way_plan_replace_file (WaySnapshot *snapshot, GFile *file, const WayFingerprint *expected,
                       const WayKeeping *keeping, WaySaveReport *report, GCancellable *cancellable,
                       GError **error)
{
  return way_safe_file_replace (file, expected, write_to, snapshot, keeping, report, cancellable,
                                error);
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
