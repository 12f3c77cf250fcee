/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records by id; for this room only.
 *
 * A plan of a million records spends a tenth of its loading in a GHashTable of ids, which looks
 * twice for each new record and hashes in a way that a hostile file can foresee. This one looks
 * once, takes a third less memory, and draws its hash function anew for each set.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * WayRecordSet:
 *
 * It takes no references. Records lie in the order of their hashes, or as near behind as there is
 * room.
 */
typedef struct
{
  guint32 *hashes; /* 0 is an empty place */
  WayRecord **records;
  guint n_places;
  guint n_records;
  guint64 keys[2];
} WayRecordSet;

void way_record_set_init (WayRecordSet *self);
void way_record_set_clear (WayRecordSet *self);

/**
 * way_record_set_lookup:
 *
 * Returns: (nullable) (transfer none): the record of that id
 */
WayRecord *way_record_set_lookup (const WayRecordSet *self, const WayId *id);

#define WAY_RECORD_SET_BATCH 64

/**
 * way_record_set_find:
 *
 * Returns: (nullable) (transfer none): where the record of @id is kept, until the set changes;
 *   another of the same id may be put there
 */
WayRecord **way_record_set_find (const WayRecordSet *self, const WayId *id);

/**
 * way_record_set_lookup_all:
 * @ids: (array length=n_ids): what to look for
 * @n_ids: how many, up to WAY_RECORD_SET_BATCH
 * @found: (out) (array length=n_ids): what way_record_set_lookup() gives for each
 *
 * Waits for memory once and not for each: in a large plan, every one of them is somewhere else.
 */
void way_record_set_lookup_all (const WayRecordSet *self, const WayId *ids, guint n_ids,
                                WayRecord **found);

/**
 * way_record_set_add:
 *
 * Returns: FALSE when there is a record of that id, which stays
 */
gboolean way_record_set_add (WayRecordSet *self, WayRecord *record);

void way_record_set_remove (WayRecordSet *self, const WayId *id);

/**
 * way_record_set_reserve:
 * @n_records: how many there may come to be, as well as one knows
 *
 * Makes room for them all at once.
 */
void way_record_set_reserve (WayRecordSet *self, guint n_records);

/* Fetches the memory that looking for @id will need, for a loader that has other things to do first
 */
void way_record_set_prefetch (const WayRecordSet *self, const WayId *id);

G_END_DECLS
