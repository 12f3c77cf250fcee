/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a record's values out of its block.
 */
#include "way-record-pool.h"
#include "way-record-private.h"

#include <string.h>

WayRecord *
way_record_ref (const WayRecord *self)
{
  WayRecord *shared = (WayRecord *)self;

  g_atomic_int_inc (&shared->ref_count);

  return shared;
}

void
way_record_unref (WayRecord *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  if (self->pooled)
    way_record_pool_give_back (self, self->size);
  else
    g_free (self);
}

#define CACHE_LINE 64

void
way_record_prefetch_bytes (const WayRecord *self)
{
  const char *bytes;

  if (self == NULL)
    return;

  bytes = (const char *)&self->slots[way_record_count_fields (self->present)];
  __builtin_prefetch (bytes);
  __builtin_prefetch (bytes + CACHE_LINE);
}

void
way_record_prefetch_whole (const WayRecord *self)
{
  guintptr end = (guintptr)self + self->size;

  for (guintptr line = (guintptr)self / CACHE_LINE * CACHE_LINE; line < end; line += CACHE_LINE)
    __builtin_prefetch ((gconstpointer)line);
}

WayKind
way_record_get_kind (const WayRecord *self)
{
  return self->kind;
}

const WayId *
way_record_get_id (const WayRecord *self)
{
  return &self->id;
}

/* The slot of a field that is present, or NULL */
static const guint32 *
find_slot (const WayRecord *self, WayField field)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (field);

  g_return_val_if_fail (WAY_FIELD_KIND (field) == self->kind, NULL);

  if ((self->present & bit) == 0)
    return NULL;

  return &self->slots[way_record_count_fields (self->present & (bit - 1))];
}

/* The slot of a field that is present and could be read, or NULL */
static const guint32 *
find_sound_slot (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_slot (self, field);

  return slot != NULL && (*slot & WAY_SLOT_UNREAD) == 0 ? slot : NULL;
}

/* The bytes of a field that is present and could be read, or NULL */
static const char *
find_bytes (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_sound_slot (self, field);

  return slot != NULL ? (const char *)self + *slot : NULL;
}

/* The number in a slot: 31 bits with a sign */
static int
slot_number (guint32 slot)
{
  return (int)(slot << 1) >> 1;
}

gboolean
way_record_has (const WayRecord *self, WayField field)
{
  return find_slot (self, field) != NULL;
}

WayField
way_record_next_field (const WayRecord *self, WayField field)
{
  guint from = field == WAY_FIELD_NONE ? 0 : WAY_FIELD_INDEX (field) + 1;
  guint64 left = self->present & WAY_RECORD_KNOWN & ~G_GUINT64_CONSTANT (0) << from;

  if (left == 0)
    return WAY_FIELD_NONE;

  return (WayField)(self->kind * WAY_FIELDS_PER_KIND + (guint)__builtin_ctzll (left));
}

void
way_field_iter_init (WayFieldIter *self, const WayRecord *record)
{
  *self = (WayFieldIter){ .field = WAY_FIELD_NONE,
                          .record = record,
                          .left = record->present & WAY_RECORD_KNOWN };
}

gboolean
way_field_iter_next (WayFieldIter *self)
{
  const WayRecord *record = self->record;

  if (self->left == 0)
    return FALSE;

  self->slot = self->slot != NULL ? self->slot + 1 : record->slots;
  self->field
      = (WayField)(record->kind * WAY_FIELDS_PER_KIND + (guint)__builtin_ctzll (self->left));
  self->left &= self->left - 1;

  return TRUE;
}

const char *
way_field_iter_get_unread (const WayFieldIter *self)
{
  return (*self->slot & WAY_SLOT_UNREAD) != 0 ? way_field_iter_get_text (self) : NULL;
}

const char *
way_field_iter_get_text (const WayFieldIter *self)
{
  return (const char *)self->record + (*self->slot & WAY_SLOT_VALUE);
}

const WayId *
way_field_iter_get_ref (const WayFieldIter *self)
{
  return (const WayId *)way_field_iter_get_text (self);
}

guint32
way_field_iter_get_number (const WayFieldIter *self)
{
  return *self->slot;
}

const char *
way_record_get_unread (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_slot (self, field);

  if (slot == NULL || (*slot & WAY_SLOT_UNREAD) == 0)
    return NULL;

  return (const char *)self + (*slot & WAY_SLOT_VALUE);
}

const char *
way_record_get_text (const WayRecord *self, WayField field)
{
  return find_bytes (self, field);
}

WayDate
way_record_get_date (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_sound_slot (self, field);

  return slot != NULL ? *slot : WAY_DATE_NONE;
}

guint
way_record_get_choice (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_sound_slot (self, field);

  return slot != NULL ? *slot : way_schema_get_field (field)->default_choice;
}

int
way_record_get_integer (const WayRecord *self, WayField field)
{
  const guint32 *slot = find_sound_slot (self, field);

  return slot != NULL ? slot_number (*slot) : 0;
}

int
way_record_get_decimal (const WayRecord *self, WayField field)
{
  return way_record_get_integer (self, field);
}

gint64
way_record_get_instant (const WayRecord *self, WayField field)
{
  const char *bytes = find_bytes (self, field);
  gint64 seconds = 0;

  if (bytes != NULL)
    memcpy (&seconds, bytes, sizeof seconds);

  return seconds;
}

gboolean
way_record_get_flag (const WayRecord *self, WayField field)
{
  return way_record_get_integer (self, field) != 0;
}

const WayId *
way_record_get_ref (const WayRecord *self, WayField field)
{
  return (const WayId *)find_bytes (self, field);
}

const WayId *
way_record_get_refs (const WayRecord *self, WayField field, guint *n_ids)
{
  const char *bytes = find_bytes (self, field);
  guint32 count;

  *n_ids = 0;
  if (bytes == NULL)
    return NULL;

  if (way_record_field_type (field) == WAY_TYPE_REF)
    {
      *n_ids = 1;
      return (const WayId *)bytes;
    }

  memcpy (&count, bytes, sizeof count);
  *n_ids = count;

  return (const WayId *)(bytes + sizeof count);
}

guint
way_record_get_n_counts (const WayRecord *self, WayField field)
{
  const char *bytes = find_bytes (self, field);
  guint32 count = 0;

  if (bytes != NULL)
    memcpy (&count, bytes, sizeof count);

  return count;
}

WayCount
way_record_get_count (const WayRecord *self, WayField field, guint index)
{
  const char *bytes = find_bytes (self, field);
  WayCount count = { WAY_ID_NULL, "" };

  g_return_val_if_fail (index < way_record_get_n_counts (self, field), count);

  bytes += sizeof (guint32);
  for (guint i = 0; i < index; i++)
    bytes += sizeof (WayId) + strlen (bytes + sizeof (WayId)) + 1;

  memcpy (&count.credential, bytes, sizeof (WayId));
  count.category = bytes + sizeof (WayId);

  return count;
}

const char *
way_record_get_called (const WayRecord *self)
{
  WayField called = way_schema_get_kind (self->kind)->called;

  return called != WAY_FIELD_NONE ? way_record_get_text (self, called) : NULL;
}

WayRecord *
way_record_copy_with_dates (const WayRecord *self, const WayFieldDate *dates, guint n_dates)
{
  WayRecord *copy = g_memdup2 (self, self->size);

  copy->ref_count = 1;
  copy->pooled = FALSE;
  for (guint i = 0; i < n_dates; i++)
    {
      guint32 *slot = (guint32 *)find_sound_slot (copy, dates[i].field);

      g_return_val_if_fail (slot != NULL && dates[i].date != WAY_DATE_NONE, copy);
      *slot = dates[i].date;
    }

  return copy;
}

gboolean
way_record_equal (const WayRecord *a, const WayRecord *b)
{
  gsize head = G_STRUCT_OFFSET (WayRecord, present);

  if (a == b)
    return TRUE;

  return a->kind == b->kind && a->size == b->size
         && memcmp ((const char *)a + head, (const char *)b + head, a->size - head) == 0;
}

/* Whether a field of @kind keeps its value in the slot itself, as @slot says it does here */
static gboolean
is_number (WayKind kind, guint index, guint32 slot)
{
  return (slot & WAY_SLOT_UNREAD) == 0
         && !way_record_type_has_bytes (
             way_record_field_type ((WayField)(kind * WAY_FIELDS_PER_KIND + index)));
}

/* The bytes of a field and how many: up to where the next field's begin, or the block's end */
static const char *
field_bytes (const WayRecord *self, WayField field, gsize *length)
{
  const guint32 *slot = find_slot (self, field), *next = slot;
  guint32 begin = *slot & WAY_SLOT_VALUE;
  gsize end = self->size;

  for (guint64 left = self->present & ~G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (field); left != 0;
       left &= left - 1)
    {
      guint index = (guint)__builtin_ctzll (left);

      if (is_number (self->kind, index, *++next))
        continue;

      end = *next & WAY_SLOT_VALUE;
      break;
    }

  *length = end - begin;

  return (const char *)self + begin;
}

gboolean
way_record_field_equal (const WayRecord *a, const WayRecord *b, WayField field)
{
  const guint32 *slot_a = find_slot (a, field);
  const guint32 *slot_b = find_slot (b, field);
  const char *bytes_a, *bytes_b;
  gsize length_a, length_b;

  if (slot_a == NULL || slot_b == NULL)
    return slot_a == slot_b;

  if ((*slot_a & WAY_SLOT_UNREAD) != (*slot_b & WAY_SLOT_UNREAD))
    return FALSE;

  if ((*slot_a & WAY_SLOT_UNREAD) == 0
      && !way_record_type_has_bytes (way_record_field_type (field)))
    return *slot_a == *slot_b;

  bytes_a = field_bytes (a, field, &length_a);
  bytes_b = field_bytes (b, field, &length_b);

  return length_a == length_b && memcmp (bytes_a, bytes_b, length_a) == 0;
}

gboolean
way_record_fields_equal (const WayRecord *a, const WayRecord *b, guint64 fields)
{
  g_return_val_if_fail (a->kind == b->kind, FALSE);

  if (((a->present ^ b->present) & fields) != 0)
    return FALSE;

  for (guint64 left = a->present & fields; left != 0; left &= left - 1)
    {
      guint index = (guint)__builtin_ctzll (left);

      if (!way_record_field_equal (a, b, (WayField)(a->kind * WAY_FIELDS_PER_KIND + index)))
        return FALSE;
    }

  return TRUE;
}

/* Sets the bits of the slots that differ; FALSE when more does than numbers, which after an edit is
 * rare */
static gboolean
compare_numbers (const WayRecord *a, const WayRecord *b, guint64 *changed)
{
  const guint32 *slot_a = a->slots, *slot_b = b->slots;

  *changed = 0;
  if (a->present != b->present || a->size != b->size)
    return FALSE;

  for (guint64 left = a->present; left != 0; left &= left - 1, slot_a++, slot_b++)
    if (*slot_a != *slot_b)
      {
        guint index = (guint)__builtin_ctzll (left);

        if (!is_number (a->kind, index, *slot_a) || !is_number (b->kind, index, *slot_b))
          return FALSE;
        *changed |= G_GUINT64_CONSTANT (1) << index;
      }

  return memcmp (slot_a, slot_b, a->size - (gsize)((const char *)slot_a - (const char *)a)) == 0;
}

guint64
way_record_find_changes (const WayRecord *a, const WayRecord *b)
{
  guint64 changed;

  g_return_val_if_fail (a->kind == b->kind, 0);

  if (compare_numbers (a, b, &changed))
    return changed;

  changed = (a->present ^ b->present) & WAY_RECORD_KNOWN;
  for (guint64 left = a->present & b->present & WAY_RECORD_KNOWN; left != 0; left &= left - 1)
    {
      guint index = (guint)__builtin_ctzll (left);

      if (!way_record_field_equal (a, b, (WayField)(a->kind * WAY_FIELDS_PER_KIND + index)))
        changed |= G_GUINT64_CONSTANT (1) << index;
    }

  return changed;
}

int
way_record_compare (const WayRecord *a, const WayRecord *b)
{
  WayField rank = way_schema_get_kind (a->kind)->rank;

  if (rank != WAY_FIELD_NONE)
    {
      const char *rank_a = way_record_get_text (a, rank);
      const char *rank_b = way_record_get_text (b, rank);
      int order = strcmp (rank_a != NULL ? rank_a : "", rank_b != NULL ? rank_b : "");

      if (order != 0)
        return order;
    }

  return way_id_compare (&a->id, &b->id);
}

gsize
way_record_get_size (const WayRecord *self)
{
  return self->size;
}
