/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the values of one record and makes it in a single allocation.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * WayRecordBuilder:
 *
 * Reusable: after way_record_builder_end() start the next. Not for several threads at once.
 */
typedef struct _WayRecordBuilder WayRecordBuilder;

WayRecordBuilder *way_record_builder_new (void);

/**
 * way_record_builder_new_for_many:
 *
 * As way_record_builder_new(), for a loader: the records that are built lie side by side, and their
 * memory is free again when all that lie in the same 2 MB are gone.
 */
WayRecordBuilder *way_record_builder_new_for_many (void);
void way_record_builder_free (WayRecordBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRecordBuilder, way_record_builder_free)

/**
 * way_record_builder_start:
 *
 * Begins an empty record of @kind with @id.
 */
void way_record_builder_start (WayRecordBuilder *self, WayKind kind, const WayId *id);

/**
 * way_record_builder_start_from:
 *
 * Begins with all that @record has, its id included.
 */
void way_record_builder_start_from (WayRecordBuilder *self, const WayRecord *record);

/**
 * way_record_builder_set_id:
 *
 * Gives the record that is being made another id, as for a copy.
 */
void way_record_builder_set_id (WayRecordBuilder *self, const WayId *id);

/**
 * way_record_builder_end:
 *
 * Returns: (transfer full): the record
 */
WayRecord *way_record_builder_end (WayRecordBuilder *self);

gboolean way_record_builder_has (WayRecordBuilder *self, WayField field);
void way_record_builder_clear (WayRecordBuilder *self, WayField field);

/**
 * way_record_builder_set_text:
 * @field: of type TEXT, PROSE or WORD, or a hidden field
 * @text: (nullable): the text, clean by way_text_is_clean(); %NULL or empty clears the field
 * @length: its bytes, or -1
 */
void way_record_builder_set_text (WayRecordBuilder *self, WayField field, const char *text,
                                  gssize length);

/**
 * way_record_builder_set_unread:
 * @text: a value that cannot be read as the field's type, to be kept as it is
 */
void way_record_builder_set_unread (WayRecordBuilder *self, WayField field, const char *text,
                                    gssize length);

/* WAY_DATE_NONE clears */
void way_record_builder_set_date (WayRecordBuilder *self, WayField field, WayDate date);
void way_record_builder_set_choice (WayRecordBuilder *self, WayField field, guint choice);
void way_record_builder_set_integer (WayRecordBuilder *self, WayField field, int value);
/* in hundredths */
void way_record_builder_set_decimal (WayRecordBuilder *self, WayField field, int hundredths);
void way_record_builder_set_instant (WayRecordBuilder *self, WayField field, gint64 seconds);
void way_record_builder_set_flag (WayRecordBuilder *self, WayField field, gboolean value);
/* %NULL or the null id clears */
void way_record_builder_set_ref (WayRecordBuilder *self, WayField field, const WayId *id);
void way_record_builder_set_refs (WayRecordBuilder *self, WayField field, const WayId *ids,
                                  guint n_ids);
void way_record_builder_set_counts (WayRecordBuilder *self, WayField field, const WayCount *counts,
                                    guint n_counts);
void way_record_builder_add_count (WayRecordBuilder *self, WayField field, const WayId *credential,
                                   const char *category, gssize length);

/**
 * way_record_builder_read:
 * @info: a field of the record's kind
 * @text: as for way_record_builder_parse()
 *
 * As way_record_builder_parse(), for a loader that says itself what is wrong.
 *
 * Returns: whether it could be read
 */
gboolean way_record_builder_read (WayRecordBuilder *self, const WayFieldInfo *info,
                                  const char *text, gsize length);

/**
 * way_record_builder_parse:
 * @field: of any type but COUNTS
 * @text: the value as it stands in a file or an edit script, clean by way_text_is_clean()
 * @length: its bytes, or -1
 * @error: return location; domain WAY_MODEL_ERROR
 *
 * Reads a value by the field's type. An empty text clears the field.
 *
 * Returns: whether it could be read; if not, the field is as before and @error says what is
 * expected
 */
gboolean way_record_builder_parse (WayRecordBuilder *self, WayField field, const char *text,
                                   gssize length, GError **error);

G_END_DECLS
