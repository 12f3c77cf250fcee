/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One record of a plan: immutable, reference-counted, and as small as the fields it has.
 */
#pragma once

#include "way-date.h"
#include "way-id.h"
#include "way-schema.h"

G_BEGIN_DECLS

/**
 * WayRecord:
 *
 * A goal, a milestone, or any other kind of #WayKind. It never changes once made, so threads may
 * share it; make another with #WayRecordBuilder and put it in its place.
 */
typedef struct _WayRecord WayRecord;

/**
 * WayCount:
 * @credential: what it counts towards
 * @category: under which of the credential's categories; may be empty
 */
typedef struct
{
  WayId credential;
  const char *category;
} WayCount;

/**
 * WayRecordFunc:
 * @record: one of several
 */
typedef void (*WayRecordFunc) (const WayRecord *record, gpointer user_data);

WayRecord *way_record_ref (const WayRecord *self);
void way_record_unref (WayRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRecord, way_record_unref)

/**
 * way_record_prefetch:
 * @self: (nullable): a record that is looked at soon
 *
 * Asks memory for its head and its first values.
 */
static inline void
way_record_prefetch (const WayRecord *self)
{
  __builtin_prefetch (self);
  __builtin_prefetch ((gconstpointer)((guintptr)self + 64)); /* the next cache line */
}

/**
 * way_record_prefetch_bytes:
 * @self: (nullable): a record whose head is at hand
 *
 * Asks memory for the first values that do not lie in its slots: ids and ranks.
 */
void way_record_prefetch_bytes (const WayRecord *self);

/**
 * way_record_prefetch_whole:
 * @self: a record that is copied soon, and whose head is at hand
 *
 * Asks memory for all of it.
 */
void way_record_prefetch_whole (const WayRecord *self);

WayKind way_record_get_kind (const WayRecord *self);
const WayId *way_record_get_id (const WayRecord *self);

/**
 * way_record_has:
 *
 * Returns: whether @field has a value, be it one that could not be read
 */
gboolean way_record_has (const WayRecord *self, WayField field);

/**
 * way_record_next_field:
 * @field: a field of the record's kind, or %WAY_FIELD_NONE to begin
 *
 * Goes through the fields that have a value, in the order of the table, and leaves the hidden ones
 * out. It costs what there is and not what there could be.
 *
 * Returns: the next field, %WAY_FIELD_NONE after the last
 */
WayField way_record_next_field (const WayRecord *self, WayField field);

/**
 * WayFieldIter:
 * @field: the field that way_field_iter_next() came to
 *
 * What way_record_next_field() does, for who reads the values as well: each lies behind the one
 * before, and need not be looked for.
 */
typedef struct
{
  WayField field;
  /*< private >*/
  const WayRecord *record;
  guint64 left;
  const guint32 *slot;
} WayFieldIter;

/**
 * way_field_iter_init:
 * @record: has to live as long as the iterator
 */
void way_field_iter_init (WayFieldIter *self, const WayRecord *record);

/**
 * way_field_iter_next:
 *
 * Returns: whether there is another field
 */
gboolean way_field_iter_next (WayFieldIter *self);

/**
 * way_field_iter_get_unread:
 *
 * Returns: (nullable) (transfer none): as way_record_get_unread()
 */
const char *way_field_iter_get_unread (const WayFieldIter *self);

/**
 * way_field_iter_get_text:
 *
 * Returns: (transfer none): the text of a field of type TEXT, PROSE or WORD
 */
const char *way_field_iter_get_text (const WayFieldIter *self);

/**
 * way_field_iter_get_ref:
 *
 * Returns: (transfer none): the id in a field of type REF that could be read
 */
const WayId *way_field_iter_get_ref (const WayFieldIter *self);

/**
 * way_field_iter_get_number:
 *
 * Returns: the date of a DATE, or the index of a CHOICE, that could be read
 */
guint32 way_field_iter_get_number (const WayFieldIter *self);

/**
 * way_record_get_unread:
 *
 * Returns: (nullable) (transfer none): the text of a value that could not be read, as "31 June";
 * %NULL when the field is absent or sound. A getter of such a field answers as if it were absent.
 */
const char *way_record_get_unread (const WayRecord *self, WayField field);

/**
 * way_record_get_text:
 * @field: of type TEXT, PROSE or WORD
 *
 * Returns: (nullable) (transfer none): the text, %NULL when absent, never empty
 */
const char *way_record_get_text (const WayRecord *self, WayField field);

/**
 * way_record_get_date:
 *
 * Returns: the date, WAY_DATE_NONE when absent
 */
WayDate way_record_get_date (const WayRecord *self, WayField field);

/**
 * way_record_get_choice:
 *
 * Returns: the index into the field's list, its default when absent
 */
guint way_record_get_choice (const WayRecord *self, WayField field);

/**
 * way_record_get_integer:
 *
 * Returns: the number, 0 when absent
 */
int way_record_get_integer (const WayRecord *self, WayField field);

/**
 * way_record_get_decimal:
 *
 * Returns: the number in hundredths, 0 when absent
 */
int way_record_get_decimal (const WayRecord *self, WayField field);

/**
 * way_record_get_instant:
 *
 * Returns: seconds since 1970-01-01T00:00:00Z, 0 when absent
 */
gint64 way_record_get_instant (const WayRecord *self, WayField field);

gboolean way_record_get_flag (const WayRecord *self, WayField field);

/**
 * way_record_get_ref:
 *
 * Returns: (nullable) (transfer none): the id, %NULL when absent
 */
const WayId *way_record_get_ref (const WayRecord *self, WayField field);

/**
 * way_record_get_refs:
 * @n_ids: (out): how many
 *
 * Returns: (nullable) (transfer none) (array length=n_ids): the ids, of a REF or a REFS field
 */
const WayId *way_record_get_refs (const WayRecord *self, WayField field, guint *n_ids);

/**
 * way_record_get_n_counts:
 *
 * Returns: the number of entries of a COUNTS field
 */
guint way_record_get_n_counts (const WayRecord *self, WayField field);

/**
 * way_record_get_count:
 * @index: below way_record_get_n_counts()
 *
 * Returns: one entry; its category lives as long as the record
 */
WayCount way_record_get_count (const WayRecord *self, WayField field, guint index);

/**
 * way_record_get_called:
 *
 * Returns: (nullable) (transfer none): what people call the record: its title or name
 */
const char *way_record_get_called (const WayRecord *self);

/**
 * WayFieldDate:
 * @field: of the type of dates
 * @date: its value
 */
typedef struct
{
  WayField field;
  WayDate date;
} WayFieldDate;

/**
 * way_record_copy_with_dates:
 * @dates: (array length=n_dates): other values, none of them WAY_DATE_NONE, of fields that have one
 * that could be read
 *
 * What a #WayRecordBuilder makes of any values this does at the price of a copy.
 *
 * Returns: (transfer full): the copy
 */
WayRecord *way_record_copy_with_dates (const WayRecord *self, const WayFieldDate *dates,
                                       guint n_dates);

/**
 * way_record_equal:
 *
 * Returns: whether both are of one kind and id, and have the same values
 */
gboolean way_record_equal (const WayRecord *a, const WayRecord *b);

/**
 * way_record_field_equal:
 *
 * Returns: whether the two records of one kind have the same value, or none, in @field
 */
gboolean way_record_field_equal (const WayRecord *a, const WayRecord *b, WayField field);

/**
 * way_record_fields_equal:
 * @fields: a bit for each field's index
 *
 * Looks at nothing of them but these fields, for they may lie far away.
 *
 * Returns: whether way_record_field_equal() holds for each of @fields
 */
gboolean way_record_fields_equal (const WayRecord *a, const WayRecord *b, guint64 fields);

/**
 * way_record_find_changes:
 *
 * Returns: the fields of the schema in which two records of one kind differ, a bit for each one's
 * index
 */
guint64 way_record_find_changes (const WayRecord *a, const WayRecord *b);

/**
 * way_record_compare:
 *
 * The order within a kind: by rank where the kind has one, then by id.
 */
int way_record_compare (const WayRecord *a, const WayRecord *b);

/**
 * way_record_get_size:
 *
 * Returns: the bytes of its allocation
 */
gsize way_record_get_size (const WayRecord *self);

G_END_DECLS
