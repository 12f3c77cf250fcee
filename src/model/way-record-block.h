/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as plain bytes, to hand from one process of this machine to another.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_record_get_block:
 * @size: (out): bytes of it
 *
 * The bytes mean something to the same build of the program only: they are for a pipe, and never
 * for a file.
 *
 * Returns: (transfer none): the record as it lies in memory
 */
gconstpointer way_record_get_block (const WayRecord *self, gsize *size);

/**
 * WayBlockReader:
 *
 * Makes records of blocks, side by side in memory as a loader does.
 */
typedef struct _WayBlockReader WayBlockReader;

WayBlockReader *way_block_reader_new (void);
void way_block_reader_free (WayBlockReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBlockReader, way_block_reader_free)

/**
 * way_block_reader_read:
 * @block: bytes that nobody vouches for
 * @size: how many
 *
 * Looks at each of the bytes before it believes any: a record that comes out of it could have been
 * made by a #WayRecordBuilder.
 *
 * Returns: (transfer full) (nullable): the record, %NULL when the bytes are none
 */
WayRecord *way_block_reader_read (WayBlockReader *self, gconstpointer block, gsize size);

G_END_DECLS
