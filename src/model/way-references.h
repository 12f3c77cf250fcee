/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who refers to whom; for this room only.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * WayReferences:
 *
 * For each id that is referred to, the records that do so and by which field.
 */
typedef struct _WayReferences WayReferences;

typedef void (*WayReferenceFunc) (const WayId *referrer, WayField field, gpointer user_data);

WayReferences *way_references_new (void);
void way_references_free (WayReferences *self);

/**
 * way_references_add:
 *
 * Notes all references that @record makes.
 */
void way_references_add (WayReferences *self, const WayRecord *record);

/**
 * way_references_update:
 * @before: (nullable): the record as it was
 * @after: (nullable): as it is now
 */
void way_references_update (WayReferences *self, const WayRecord *before, const WayRecord *after);

/**
 * way_references_foreach:
 *
 * Calls @func for each reference to @id, in no particular order.
 */
void way_references_foreach (WayReferences *self, const WayId *id, WayReferenceFunc func,
                             gpointer user_data);

guint way_references_count (WayReferences *self, const WayId *id);

/**
 * way_record_foreach_reference:
 *
 * Calls @func with each id that @record refers to and the field that does so.
 */
void way_record_foreach_reference (const WayRecord *record, WayReferenceFunc func,
                                   gpointer user_data);

G_END_DECLS
