/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record's block has no pointers in it, so it can be sent as it is; what comes out at the other
 * end is trusted only after each slot has been held against the schema table.
 */
#include "way-record-block.h"

#include "way-record-pool.h"
#include "way-record-private.h"
#include "way-text.h"

#include <string.h>

#define INSTANT_MIN (WAY_DAY_MIN * G_GINT64_CONSTANT (86400))
#define INSTANT_MAX ((WAY_DAY_MAX + 1) * G_GINT64_CONSTANT (86400) - 1)

struct _WayBlockReader
{
  WayRecordPool pool;
};

/* What of a block has yet to be looked at: each field's bytes follow those of the one before */
typedef struct
{
  const char *at;
  const char *end;
} Rest;

gconstpointer
way_record_get_block (const WayRecord *self, gsize *size)
{
  *size = self->size;

  return self;
}

WayBlockReader *
way_block_reader_new (void)
{
  return g_new0 (WayBlockReader, 1);
}

void
way_block_reader_free (WayBlockReader *self)
{
  way_record_pool_clear (&self->pool);
  g_free (self);
}

static gsize
count_left (const Rest *rest)
{
  return (gsize)(rest->end - rest->at);
}

static gboolean
take (Rest *rest, gpointer value, gsize length)
{
  if (count_left (rest) < length)
    return FALSE;

  memcpy (value, rest->at, length);
  rest->at += length;

  return TRUE;
}

/* Text that ends in NUL */
static gboolean
take_text (Rest *rest, gboolean may_be_empty)
{
  const char *end = memchr (rest->at, '\0', count_left (rest));
  gsize length;

  if (end == NULL)
    return FALSE;

  length = (gsize)(end - rest->at);
  if ((length == 0 && !may_be_empty) || !way_text_is_clean (rest->at, length))
    return FALSE;
  rest->at = end + 1;

  return TRUE;
}

static gboolean
take_instant (Rest *rest)
{
  gint64 seconds;

  return take (rest, &seconds, sizeof seconds) && seconds >= INSTANT_MIN && seconds <= INSTANT_MAX;
}

static gboolean
take_id (Rest *rest)
{
  WayId id;

  return take (rest, &id, sizeof id) && !way_id_is_null (&id);
}

/* At least one: a list without any is no value */
static gboolean
take_count (Rest *rest, guint32 *count)
{
  return take (rest, count, sizeof *count) && *count > 0
         && *count <= count_left (rest) / sizeof (WayId);
}

static gboolean
take_ids (Rest *rest)
{
  guint32 count;

  if (!take_count (rest, &count))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    if (!take_id (rest))
      return FALSE;

  return TRUE;
}

static gboolean
take_counts (Rest *rest)
{
  guint32 count;

  if (!take_count (rest, &count))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    if (!take_id (rest) || !take_text (rest, TRUE))
      return FALSE;

  return TRUE;
}

static gboolean
take_bytes (Rest *rest, WayFieldType type)
{
  switch (type)
    {
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
      return take_text (rest, FALSE);
    case WAY_TYPE_INSTANT:
      return take_instant (rest);
    case WAY_TYPE_REF:
      return take_id (rest);
    case WAY_TYPE_REFS:
      return take_ids (rest);
    case WAY_TYPE_COUNTS:
      return take_counts (rest);
    case WAY_TYPE_CHOICE:
    case WAY_TYPE_DATE:
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
    case WAY_TYPE_FLAG:
    default:
      return FALSE;
    }
}

static gboolean
is_number_of (guint32 slot, const WayFieldInfo *info)
{
  int number = (int)(slot << 1) >> 1;

  switch (info->type)
    {
    case WAY_TYPE_CHOICE:
      return slot < info->n_choices;
    case WAY_TYPE_DATE:
      return way_date_is_valid (slot);
    case WAY_TYPE_INTEGER:
      return number >= info->lowest && number <= info->highest;
    case WAY_TYPE_DECIMAL:
      return number >= info->lowest * 100 && number <= info->highest * 100;
    case WAY_TYPE_FLAG:
      return slot <= 1;
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_INSTANT:
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
    case WAY_TYPE_COUNTS:
    default:
      return FALSE;
    }
}

/* Text can always be read, and entries are read one by one */
static gboolean
can_be_unread (WayFieldType type)
{
  return type != WAY_TYPE_TEXT && type != WAY_TYPE_PROSE && type != WAY_TYPE_WORD
         && type != WAY_TYPE_COUNTS;
}

static gboolean
is_sound_field (const WayRecord *head, WayField field, guint32 slot, Rest *rest)
{
  WayFieldType type = way_record_field_type (field);
  gboolean unread = (slot & WAY_SLOT_UNREAD) != 0;

  if (!unread && !way_record_type_has_bytes (type))
    return is_number_of (slot, way_schema_get_field (field));

  if ((const char *)head + (slot & WAY_SLOT_VALUE) != rest->at)
    return FALSE;
  if (unread)
    return can_be_unread (type) && take_text (rest, FALSE);

  return take_bytes (rest, type);
}

/* The fields that a record of @kind can have, the hidden ones included */
static guint64
get_possible (WayKind kind)
{
  return ~WAY_RECORD_KNOWN | ((G_GUINT64_CONSTANT (1) << way_schema_get_kind (kind)->n_fields) - 1);
}

static gboolean
is_sound (const WayRecord *head, gsize size)
{
  Rest rest = { (const char *)head, (const char *)head + size };
  const guint32 *slot = head->slots;
  gsize n_slots;

  if (size < sizeof *head || size > WAY_RECORD_MAX_SIZE || head->size != size
      || head->kind >= WAY_N_KINDS || (head->present & ~get_possible (head->kind)) != 0
      || way_id_is_null (&head->id))
    return FALSE;

  n_slots = way_record_count_fields (head->present);
  if ((size - sizeof *head) / sizeof *slot < n_slots)
    return FALSE;

  rest.at = (const char *)(slot + n_slots);
  for (guint64 left = head->present; left != 0; left &= left - 1)
    {
      guint index = (guint)__builtin_ctzll (left);
      WayField field = (WayField)(head->kind * WAY_FIELDS_PER_KIND + index);

      if (!is_sound_field (head, field, *slot++, &rest))
        return FALSE;
    }

  return rest.at == rest.end;
}

/* The copy is judged, and not what the other process might still write to */
WayRecord *
way_block_reader_read (WayBlockReader *self, gconstpointer block, gsize size)
{
  WayRecord *record = way_record_pool_take (&self->pool, size);
  gboolean pooled = record != NULL;

  if (!pooled)
    record = g_malloc (size);
  memcpy (record, block, size);
  if (is_sound (record, size))
    {
      record->ref_count = 1;
      record->pooled = pooled;
      return record;
    }

  if (pooled)
    way_record_pool_give_back (record, size);
  else
    g_free (record);

  return NULL;
}
