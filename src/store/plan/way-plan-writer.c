/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical writer: walks the schema table and appends to one buffer that is handed on when it
 * is full.
 */
#include "config.h"

#include "way-plan-writer.h"

#include "way-plan-format.h"
#include "way-plan-markup.h"
#include "way-unknown.h"
#include "way-value.h"
#include "way-xml-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FLUSH_SIZE (16 * 1024)

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

static char *
put_open (char *to, const WayMarkup *markup)
{
  memcpy (to, markup->open, sizeof markup->open);

  return to + markup->n_open;
}

static char *
put_id (char *to, const WayId *id)
{
  return way_id_format (id, to) + WAY_ID_TEXT_LENGTH;
}

static void
append_id (GString *out, const WayId *id)
{
  way_xml_end (out, put_id (way_xml_begin (out, WAY_ID_BUFFER_SIZE), id));
}

#define LONGEST_WORD 32 /* of a choice */

#define C(LIST, NAME, word, label) G_STATIC_ASSERT (sizeof word <= LONGEST_WORD);
#define L(list, CHOICES) CHOICES (C)
WAY_SCHEMA_CHOICE_LISTS (L)
#undef L
#undef C

/* Each puts a value of its type that could be read, which has room for LONGEST_VALUE bytes */
typedef char *(*PutFunc) (char *to, const WayFieldIter *iter, const WayFieldInfo *info);

#define LONGEST_VALUE MAX (LONGEST_WORD, MAX (WAY_ID_BUFFER_SIZE, WAY_DATE_BUFFER_SIZE))

static char *
put_choice (char *to, const WayFieldIter *iter, const WayFieldInfo *info)
{
  const WayChoice *choice = &info->choices[way_field_iter_get_number (iter)];

  return way_xml_put (to, choice->word, choice->length);
}

static char *
put_date (char *to, const WayFieldIter *iter, const WayFieldInfo *info G_GNUC_UNUSED)
{
  return to + way_date_write (way_field_iter_get_number (iter), to);
}

static char *
put_ref (char *to, const WayFieldIter *iter, const WayFieldInfo *info G_GNUC_UNUSED)
{
  return put_id (to, way_field_iter_get_ref (iter));
}

/* What most attributes are; NULL for what has other ways */
static const PutFunc put_funcs[] = {
  [WAY_TYPE_CHOICE] = put_choice,
  [WAY_TYPE_DATE] = put_date,
  [WAY_TYPE_REF] = put_ref,
  [WAY_TYPE_COUNTS] = NULL, /* the last type */
};

static gboolean
is_text (WayFieldType type)
{
  return type == WAY_TYPE_TEXT || type == WAY_TYPE_PROSE || type == WAY_TYPE_WORD;
}

static void
append_attribute (Writer *self, const WayFieldIter *iter, const WayFieldInfo *info)
{
  const WayMarkup *markup = way_markup_get_field (iter->field);
  const char *text = way_field_iter_get_unread (iter);
  char *to = way_xml_begin (self->out, WAY_MARKUP_SIZE + LONGEST_VALUE + 1);

  to = put_open (to, markup);
  if (text == NULL && put_funcs[info->type] != NULL)
    {
      to = put_funcs[info->type](to, iter, info);
      *to++ = '"';
      way_xml_end (self->out, to);
      return;
    }

  way_xml_end (self->out, to);
  if (text == NULL && is_text (info->type))
    text = way_field_iter_get_text (iter);
  if (text != NULL)
    way_xml_append_escaped (self->out, text, strlen (text), WAY_XML_ESCAPE_ATTRIBUTE);
  else
    way_value_format (iter->record, iter->field, self->out);
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

/* From the indentation to where the text begins */
static void
append_open_tag (Writer *self, const WayRecord *record, const WayFieldInfo *info)
{
  const WayMarkup *markup = way_markup_get_field (info->field);
  gsize start = self->out->len;

  way_xml_end (self->out, put_open (way_xml_begin (self->out, WAY_MARKUP_SIZE), markup));
  if (way_record_get_kind (record) == WAY_KIND_PLAN)
    g_string_erase (self->out, (gssize)start, 2);

  if (!way_record_has (record, WAY_FIELD_UNKNOWN_ATTRIBUTES (way_record_get_kind (record))))
    return;

  g_string_truncate (self->out, self->out->len - 1);
  append_unknown_attributes (self, record, info->xml_name);
  way_xml_append_static (self->out, ">");
}

static gboolean
append_element (Writer *self, const WayFieldIter *iter, const WayFieldInfo *info, GError **error)
{
  const WayMarkup *markup = way_markup_get_field (iter->field);
  const char *text = way_field_iter_get_text (iter);
  gsize length = strlen (text);

  if (length > WAY_PLAN_MAX_TEXT)
    return refuse_long (iter->record, _ (info->label), error);

  append_open_tag (self, iter->record, info);
  way_xml_append_escaped (self->out, text, length, WAY_XML_ESCAPE_TEXT);
  way_xml_append (self->out, markup->close, markup->n_close);

  return TRUE;
}

static void
append_counts (Writer *self, const WayRecord *record, const WayFieldInfo *info)
{
  guint n_counts = way_record_get_n_counts (record, info->field);

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (record, info->field, i);

      way_xml_append_static (self->out, "    <");
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

/* Appends from the id to the last attribute, and leaves @iter at the first field that is an
 * element; the quotation mark before the id stands already */
static gboolean
append_attributes (Writer *self, WayFieldIter *iter, gsize start, gboolean *has_more,
                   GError **error)
{
  append_id (self->out, way_record_get_id (iter->record));
  way_xml_append_static (self->out, "\"");

  while ((*has_more = way_field_iter_next (iter)))
    {
      const WayFieldInfo *info = way_schema_get_field (iter->field);

      if (way_field_is_element (info))
        break;
      append_attribute (self, iter, info);
    }
  append_unknown_attributes (self, iter->record, "");

  if (self->out->len - start >= WAY_PLAN_MAX_TAG)
    return refuse_long (iter->record, _ ("The line of attributes"), error);

  return TRUE;
}

/* From the field that @iter is at */
static gboolean
append_elements (Writer *self, WayFieldIter *iter, GError **error)
{
  do
    {
      const WayFieldInfo *info = way_schema_get_field (iter->field);

      if (info->type == WAY_TYPE_COUNTS)
        append_counts (self, iter->record, info);
      else if (!append_element (self, iter, info, error))
        return FALSE;
    }
  while (way_field_iter_next (iter));

  return TRUE;
}

static const char *
get_unknown_content (const WayRecord *record)
{
  return way_record_get_text (record, WAY_FIELD_UNKNOWN_CONTENT (way_record_get_kind (record)));
}

static void
append_unknown_content (Writer *self, const WayRecord *record)
{
  const char *content = get_unknown_content (record);

  if (content != NULL)
    g_string_append (self->out, content);
}

static gboolean
append_record (Writer *self, const WayRecord *record, GError **error)
{
  const WayMarkup *markup = way_markup_get_kind (way_record_get_kind (record));
  gsize start = self->out->len;
  gboolean has_elements;
  WayFieldIter iter;

  way_field_iter_init (&iter, record);
  way_xml_end (self->out, put_open (way_xml_begin (self->out, WAY_MARKUP_SIZE), markup));
  if (!append_attributes (self, &iter, start, &has_elements, error))
    return FALSE;

  if (!has_elements && get_unknown_content (record) == NULL)
    {
      way_xml_append_static (self->out, "/>\n");
      return TRUE;
    }

  way_xml_append_static (self->out, ">\n");
  if (has_elements && !append_elements (self, &iter, error))
    return FALSE;
  append_unknown_content (self, record);
  way_xml_append (self->out, markup->close, markup->n_close);

  return TRUE;
}

static gboolean
append_head (Writer *self, const WayRecord *root, GError **error)
{
  gsize length = strlen (WAY_PLAN_FORMAT);
  const char *format = find_unknown_attributes (root, "format", &length);
  gboolean has_elements;
  WayFieldIter iter;
  gsize start;

  way_field_iter_init (&iter, root);
  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  start = self->out->len;
  g_string_append_printf (self->out, "<plan xmlns=\"%s\" format=\"%.*s\" id=\"", WAY_PLAN_NAMESPACE,
                          (int)length, format != NULL ? format : WAY_PLAN_FORMAT);
  if (!append_attributes (self, &iter, start, &has_elements, error))
    return FALSE;
  g_string_append (self->out, ">\n");

  return !has_elements || append_elements (self, &iter, error);
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
