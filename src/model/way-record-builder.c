/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers values in a scratch buffer and packs them into a record's block.
 */
#include "config.h"

#include "way-record-builder.h"

#include "way-model-error.h"
#include "way-record-pool.h"
#include "way-record-private.h"
#include "way-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a field has so far: a number, or a piece of the scratch buffer */
typedef struct
{
  guint32 number;
  guint32 begin;
  guint32 length;
  gboolean unread;
} Value;

struct _WayRecordBuilder
{
  WayKind kind;
  WayId id;
  guint64 present;
  guint n_passed; /* fields up to the last one that was set */
  gboolean
      in_order; /* whether @bytes holds the values in the order of their fields, and no others */
  Value values[WAY_FIELDS_PER_KIND];
  char
      *bytes; /* plain memory and not a GByteArray, since every value of a file passes through it */
  gsize length;
  gsize size;
  gboolean many; /* whether records go into @pool */
  WayRecordPool pool;
};

#define FIRST_SIZE 1024

WayRecordBuilder *
way_record_builder_new (void)
{
  WayRecordBuilder *self = g_new0 (WayRecordBuilder, 1);

  self->size = FIRST_SIZE;
  self->bytes = g_malloc (self->size);

  return self;
}

WayRecordBuilder *
way_record_builder_new_for_many (void)
{
  WayRecordBuilder *self = way_record_builder_new ();

  self->many = TRUE;

  return self;
}

void
way_record_builder_free (WayRecordBuilder *self)
{
  way_record_pool_clear (&self->pool);
  g_free (self->bytes);
  g_free (self);
}

void
way_record_builder_start (WayRecordBuilder *self, WayKind kind, const WayId *id)
{
  g_return_if_fail (kind < WAY_N_KINDS);

  self->kind = kind;
  self->id = *id;
  self->present = 0;
  self->n_passed = 0;
  self->in_order = TRUE;
  self->length = 0;
}

static void
reserve (WayRecordBuilder *self, gsize length)
{
  if (length <= self->size - self->length)
    return;

  self->size = 2 * (self->length + length);
  self->bytes = g_realloc (self->bytes, self->size);
}

static void
append_bytes (WayRecordBuilder *self, gconstpointer bytes, gsize length)
{
  reserve (self, length);
  memcpy (self->bytes + self->length, bytes, length);
  self->length += length;
}

void
way_record_builder_start_from (WayRecordBuilder *self, const WayRecord *record)
{
  guint slot = way_record_count_fields (record->present);
  gsize end = record->size;

  way_record_builder_start (self, record->kind, &record->id);
  append_bytes (self, record, record->size);
  self->present = record->present;
  self->in_order = FALSE;

  /* From the last field to the first, so that each knows where the bytes of the next begin */
  for (guint64 left = record->present; left != 0;)
    {
      guint index = 63 - (guint)__builtin_clzll (left);
      WayField field = (WayField)(record->kind * WAY_FIELDS_PER_KIND + index);
      guint32 content = record->slots[--slot];
      Value *value = &self->values[index];

      *value = (Value){ .unread = (content & WAY_SLOT_UNREAD) != 0 };
      if (value->unread || way_record_type_has_bytes (way_record_field_type (field)))
        {
          value->begin = content & WAY_SLOT_VALUE;
          value->length = (guint32)end - value->begin;
          end = value->begin;
        }
      else
        value->number = content;

      left &= ~(G_GUINT64_CONSTANT (1) << index);
    }
}

void
way_record_builder_set_id (WayRecordBuilder *self, const WayId *id)
{
  self->id = *id;
}

static WayRecord *
allocate (WayRecordBuilder *self, gsize size)
{
  WayRecord *record = self->many ? way_record_pool_take (&self->pool, size) : NULL;
  gboolean pooled = record != NULL;

  if (!pooled)
    record = g_malloc (size);
  record->pooled = pooled;

  return record;
}

/* Where the values' bytes begin that lie in the order of their fields and without gaps. Those of a
 * file came so; others are copied. */
static gsize
arrange (WayRecordBuilder *self)
{
  gsize begin = self->length;

  if (self->in_order)
    return 0;

  reserve (self, self->length);
  for (guint64 left = self->present; left != 0; left &= left - 1)
    {
      Value *value = &self->values[__builtin_ctzll (left)];
      guint32 old = value->begin;

      value->begin = (guint32)self->length;
      append_bytes (self, self->bytes + old, value->length);
    }

  return begin;
}

WayRecord *
way_record_builder_end (WayRecordBuilder *self)
{
  guint n_slots = way_record_count_fields (self->present);
  gsize head = sizeof (WayRecord) + n_slots * sizeof (guint32);
  gsize begin = arrange (self);
  gsize size = head + self->length - begin;
  WayRecord *record;
  guint32 *slot;

  g_assert (size <= WAY_RECORD_MAX_SIZE);

  record = allocate (self, size);
  record->ref_count = 1;
  record->size = (guint32)size & WAY_RECORD_MAX_SIZE;
  record->kind = self->kind & 0xf;
  record->present = self->present;
  record->id = self->id;

  slot = record->slots;
  for (guint64 left = self->present; left != 0; left &= left - 1)
    {
      const Value *value = &self->values[__builtin_ctzll (left)];

      if (value->length == 0)
        *slot++ = value->number;
      else
        *slot++ = (guint32)(head + value->begin - begin) | (value->unread ? WAY_SLOT_UNREAD : 0);
    }
  memcpy (slot, self->bytes + begin, self->length - begin);

  return record;
}

gboolean
way_record_builder_has (WayRecordBuilder *self, WayField field)
{
  return (self->present >> WAY_FIELD_INDEX (field) & 1) != 0;
}

void
way_record_builder_clear (WayRecordBuilder *self, WayField field)
{
  g_return_if_fail (WAY_FIELD_KIND (field) == self->kind);

  if (!way_record_builder_has (self, field))
    return;

  self->present &= ~(G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (field));
  self->in_order = FALSE;
}

static void
set_value (WayRecordBuilder *self, WayField field, Value value)
{
  guint index = WAY_FIELD_INDEX (field);

  g_return_if_fail (WAY_FIELD_KIND (field) == self->kind);

  self->in_order = self->in_order && index >= self->n_passed;
  self->n_passed = index + 1;
  self->present |= G_GUINT64_CONSTANT (1) << index;
  self->values[index] = value;
}

static void
set_number (WayRecordBuilder *self, WayField field, int number)
{
  g_return_if_fail (number >= WAY_SLOT_NUMBER_MIN && number <= WAY_SLOT_NUMBER_MAX);

  set_value (self, field, (Value){ .number = (guint32)number & WAY_SLOT_VALUE });
}

/* Begins a field's bytes; they are what is appended until the next field's */
static Value
begin_bytes (WayRecordBuilder *self)
{
  return (Value){ .begin = (guint32)self->length };
}

static void
end_bytes (WayRecordBuilder *self, WayField field, Value value)
{
  value.length = (guint32)self->length - value.begin;
  set_value (self, field, value);
}

static void
set_string (WayRecordBuilder *self, WayField field, const char *text, gssize length,
            gboolean unread)
{
  gsize bytes = text == NULL ? 0 : length < 0 ? strlen (text) : (gsize)length;
  Value value = begin_bytes (self);

  if (bytes == 0)
    {
      way_record_builder_clear (self, field);
      return;
    }

  append_bytes (self, text, bytes);
  append_bytes (self, "", 1);
  value.unread = unread;
  end_bytes (self, field, value);
}

void
way_record_builder_set_text (WayRecordBuilder *self, WayField field, const char *text,
                             gssize length)
{
  set_string (self, field, text, length, FALSE);
}

void
way_record_builder_set_unread (WayRecordBuilder *self, WayField field, const char *text,
                               gssize length)
{
  set_string (self, field, text, length, TRUE);
}

void
way_record_builder_set_date (WayRecordBuilder *self, WayField field, WayDate date)
{
  if (date == WAY_DATE_NONE)
    way_record_builder_clear (self, field);
  else
    set_value (self, field, (Value){ .number = date });
}

void
way_record_builder_set_choice (WayRecordBuilder *self, WayField field, guint choice)
{
  g_return_if_fail (choice < way_schema_get_field (field)->n_choices);

  set_value (self, field, (Value){ .number = choice });
}

void
way_record_builder_set_integer (WayRecordBuilder *self, WayField field, int value)
{
  set_number (self, field, value);
}

void
way_record_builder_set_decimal (WayRecordBuilder *self, WayField field, int hundredths)
{
  set_number (self, field, hundredths);
}

void
way_record_builder_set_instant (WayRecordBuilder *self, WayField field, gint64 seconds)
{
  Value value = begin_bytes (self);

  append_bytes (self, &seconds, sizeof seconds);
  end_bytes (self, field, value);
}

void
way_record_builder_set_flag (WayRecordBuilder *self, WayField field, gboolean flag)
{
  set_number (self, field, flag ? 1 : 0);
}

void
way_record_builder_set_ref (WayRecordBuilder *self, WayField field, const WayId *id)
{
  Value value = begin_bytes (self);

  if (id == NULL || way_id_is_null (id))
    {
      way_record_builder_clear (self, field);
      return;
    }

  append_bytes (self, id, sizeof *id);
  end_bytes (self, field, value);
}

void
way_record_builder_set_refs (WayRecordBuilder *self, WayField field, const WayId *ids, guint n_ids)
{
  guint32 count = n_ids;
  Value value = begin_bytes (self);

  if (n_ids == 0)
    {
      way_record_builder_clear (self, field);
      return;
    }

  append_bytes (self, &count, sizeof count);
  append_bytes (self, ids, n_ids * sizeof *ids);
  end_bytes (self, field, value);
}

static void
append_count (WayRecordBuilder *self, const WayId *credential, const char *category, gsize length)
{
  append_bytes (self, credential, sizeof *credential);
  append_bytes (self, category, length);
  append_bytes (self, "", 1);
}

void
way_record_builder_set_counts (WayRecordBuilder *self, WayField field, const WayCount *counts,
                               guint n_counts)
{
  guint32 count = n_counts;
  Value value = begin_bytes (self);

  if (n_counts == 0)
    {
      way_record_builder_clear (self, field);
      return;
    }

  append_bytes (self, &count, sizeof count);
  for (guint i = 0; i < n_counts; i++)
    append_count (self, &counts[i].credential, counts[i].category, strlen (counts[i].category));
  end_bytes (self, field, value);
}

void
way_record_builder_add_count (WayRecordBuilder *self, WayField field, const WayId *credential,
                              const char *category, gssize length)
{
  gsize bytes = length < 0 ? strlen (category) : (gsize)length;
  Value value = begin_bytes (self);
  guint32 count = 0;

  if (way_record_builder_has (self, field))
    {
      const Value *earlier = &self->values[WAY_FIELD_INDEX (field)];
      gsize rest = earlier->length - sizeof count;

      memcpy (&count, self->bytes + earlier->begin, sizeof count);
      count++;
      append_bytes (self, &count, sizeof count);
      reserve (self, rest);
      append_bytes (self, self->bytes + earlier->begin + sizeof count, rest);
    }
  else
    {
      count = 1;
      append_bytes (self, &count, sizeof count);
    }

  append_count (self, credential, category, bytes);
  end_bytes (self, field, value);
}

/* Each reads one type; FALSE leaves the field as it was */
typedef gboolean (*ParseFunc) (WayRecordBuilder *self, const WayFieldInfo *info, const char *text,
                               gsize length);

static gboolean
parse_text (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  way_record_builder_set_text (self, info->field, text, (gssize)length);

  return TRUE;
}

static gboolean
parse_choice (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  for (guint i = 0; i < info->n_choices; i++)
    if (info->choices[i].length == length && *info->choices[i].word == *text
        && memcmp (info->choices[i].word, text, length) == 0)
      {
        set_value (self, info->field, (Value){ .number = i });
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_date (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  WayDate date;

  if (!way_date_parse (text, length, &date))
    return FALSE;

  way_record_builder_set_date (self, info->field, date);

  return TRUE;
}

static gboolean
parse_instant (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  gint64 seconds;

  if (!way_instant_parse (text, length, &seconds))
    return FALSE;

  way_record_builder_set_instant (self, info->field, seconds);

  return TRUE;
}

static gboolean
parse_integer (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  int hundredths;

  /* A whole number is a decimal without a point */
  if (memchr (text, '.', length) != NULL || !way_decimal_parse (text, length, &hundredths))
    return FALSE;
  if (hundredths / 100 < info->lowest || hundredths / 100 > info->highest)
    return FALSE;

  way_record_builder_set_integer (self, info->field, hundredths / 100);

  return TRUE;
}

static gboolean
parse_decimal (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  int hundredths;

  if (!way_decimal_parse (text, length, &hundredths))
    return FALSE;
  if (hundredths < info->lowest * 100 || hundredths > info->highest * 100)
    return FALSE;

  way_record_builder_set_decimal (self, info->field, hundredths);

  return TRUE;
}

static gboolean
parse_flag (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  gboolean yes = length == 4 && memcmp (text, "true", 4) == 0;
  gboolean no = length == 5 && memcmp (text, "false", 5) == 0;

  if (!yes && !no)
    return FALSE;

  way_record_builder_set_flag (self, info->field, yes);

  return TRUE;
}

static gboolean
parse_ref (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  WayId id;

  if (!way_id_parse (text, length, &id))
    return FALSE;

  way_record_builder_set_ref (self, info->field, &id);

  return TRUE;
}

static gboolean
parse_refs (WayRecordBuilder *self, const WayFieldInfo *info, const char *text, gsize length)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  const char *end = text + length;

  while (text < end)
    {
      const char *space = memchr (text, ' ', (gsize)(end - text));
      const char *stop = space != NULL ? space : end;
      WayId id;

      if (stop > text)
        {
          if (!way_id_parse (text, (gsize)(stop - text), &id))
            return FALSE;
          g_array_append_val (ids, id);
        }
      text = stop + 1;
    }

  way_record_builder_set_refs (self, info->field, (const WayId *)(gpointer)ids->data, ids->len);

  return TRUE;
}

/* Several elements are no one value */
static gboolean
parse_counts (WayRecordBuilder *self G_GNUC_UNUSED, const WayFieldInfo *info G_GNUC_UNUSED,
              const char *text G_GNUC_UNUSED, gsize length G_GNUC_UNUSED)
{
  return FALSE;
}

static const ParseFunc parsers[] = {
  [WAY_TYPE_TEXT] = parse_text,       [WAY_TYPE_PROSE] = parse_text,
  [WAY_TYPE_WORD] = parse_text,       [WAY_TYPE_CHOICE] = parse_choice,
  [WAY_TYPE_DATE] = parse_date,       [WAY_TYPE_INSTANT] = parse_instant,
  [WAY_TYPE_INTEGER] = parse_integer, [WAY_TYPE_DECIMAL] = parse_decimal,
  [WAY_TYPE_FLAG] = parse_flag,       [WAY_TYPE_REF] = parse_ref,
  [WAY_TYPE_REFS] = parse_refs,       [WAY_TYPE_COUNTS] = parse_counts,
};

/* The words of a choice, for people who chose another */
static char *
list_words (const WayFieldInfo *info)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < info->n_choices; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", info->choices[i].word);

  return g_string_free (words, FALSE);
}

static char *
describe_expected (const WayFieldInfo *info)
{
  g_autofree char *words = NULL;

  switch (info->type)
    {
    case WAY_TYPE_CHOICE:
      words = list_words (info);
      return g_strdup_printf (_ ("Use one of: %s."), words);
    case WAY_TYPE_DATE:
      return g_strdup (_ ("Write a date such as 2027, 2027-06 or 2027-06-30, with ~ after it for "
                          "“about” and ? for “perhaps”."));
    case WAY_TYPE_INSTANT:
      return g_strdup (_ ("Write a moment in UTC such as 2026-11-22T09:30:00Z."));
    case WAY_TYPE_INTEGER:
      return g_strdup_printf (_ ("Write a whole number from %d to %d."), info->lowest,
                              info->highest);
    case WAY_TYPE_DECIMAL:
      return g_strdup_printf (_ ("Write a number from %d to %d, with two decimals at most."),
                              info->lowest, info->highest);
    case WAY_TYPE_FLAG:
      return g_strdup (_ ("Write true or false."));
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
      return g_strdup (_ ("Use the id of a record, a UUID."));
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_COUNTS:
    default:
      return g_strdup (_ ("It cannot be given as one value."));
    }
}

gboolean
way_record_builder_read (WayRecordBuilder *self, const WayFieldInfo *info, const char *text,
                         gsize length)
{
  if (length > 0)
    return parsers[info->type](self, info, text, length);

  way_record_builder_clear (self, info->field);

  return TRUE;
}

gboolean
way_record_builder_parse (WayRecordBuilder *self, WayField field, const char *text, gssize length,
                          GError **error)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  g_autofree char *expected = NULL;

  if (way_record_builder_read (self, info, text, bytes))
    return TRUE;

  expected = describe_expected (info);
  g_set_error (error, WAY_MODEL_ERROR, WAY_MODEL_ERROR_VALUE,
               _ ("“%.*s” cannot be the value of “%s”. %s"), (int)MIN (bytes, 80), text,
               _ (info->label), expected);

  return FALSE;
}
