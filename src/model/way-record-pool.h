/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Room for records that are made one after the other; for this room only.
 *
 * The records of a file are many, small, of all sizes, and stay for as long as the plan does. They
 * lie side by side in blocks, in the order in which they were made, which is also that in which
 * they are gone through. A block goes when the last of its records has gone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WayRecordBlock WayRecordBlock;

/**
 * WayRecordPool:
 * @block: (nullable): the one that is being filled
 * @used: bytes of it
 * @size: bytes of it that may be used
 * @n_taken: pieces of it
 * @n_blocks: begun so far
 *
 * Begins as all zero. What is taken from it may be given back after it was cleared, and from any
 * thread.
 */
typedef struct
{
  WayRecordBlock *block;
  gsize used;
  gsize size;
  int n_taken;
  guint n_blocks;
} WayRecordPool;

void way_record_pool_clear (WayRecordPool *self);

/**
 * way_record_pool_take:
 * @size: bytes
 *
 * Returns: (nullable): memory, aligned for numbers of 64 bits; %NULL when it is too much for a
 * block, or there is none
 */
gpointer way_record_pool_take (WayRecordPool *self, gsize size);

/**
 * way_record_pool_give_back:
 * @memory: what was taken from any pool
 * @size: what it was taken with
 */
void way_record_pool_give_back (gpointer memory, gsize size);

G_END_DECLS
