/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block is aligned to its size, so that the address of a record tells which one it is in.
 */
#include "way-record-pool.h"

#include "way-memory.h"
#include "way-sanitizer.h"

/* The sanitizer sees only what it is told of memory that is not malloc()'s */
#if WAY_HAS_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#endif

#define BLOCK_SIZE WAY_MEMORY_PAGE
#define LARGEST (BLOCK_SIZE / 64) /* what is larger could leave much of a block empty */
#define ALIGNMENT sizeof (guint64)

/* The first block may stay nearly empty, and in small pages costs no more than it holds; what does
 * not end with its first part is better off in the next one. Those that follow are large pages, but
 * not without end: a virtual machine has to ask its host for most of them, which is quick for some
 * and slow for hundreds. */
#define FIRST_PART (BLOCK_SIZE / 4)
#define FIRST_LARGE 1
#define LAST_LARGE 40

/* While a block is being filled, as many pieces count as taken as could ever be; so taking one need
 * not count in step with other threads, which may give back already. */
#define MAX_TAKEN ((int)(BLOCK_SIZE / ALIGNMENT))

struct _WayRecordBlock
{
  int n_taken; /* atomic */
  guint64 memory[];
};

static void
drop (WayRecordBlock *block, int n)
{
  if (g_atomic_int_add (&block->n_taken, -n) != n)
    return;

  ASAN_UNPOISON_MEMORY_REGION (block, BLOCK_SIZE);
  way_memory_free (block, BLOCK_SIZE);
}

static void
close_block (WayRecordPool *self)
{
  if (self->block != NULL)
    drop (self->block, MAX_TAKEN - self->n_taken);

  self->block = NULL;
  self->n_taken = 0;
}

void
way_record_pool_clear (WayRecordPool *self)
{
  close_block (self);
  self->n_blocks = 0;
}

static gboolean
open_block (WayRecordPool *self)
{
  gboolean large = self->n_blocks >= FIRST_LARGE && self->n_blocks <= LAST_LARGE;

  close_block (self);

  self->block = way_memory_new (BLOCK_SIZE, large ? WAY_MEMORY_LARGE_PAGES : WAY_MEMORY_DEFAULT);
  if (self->block == NULL)
    return FALSE;

  self->size = self->n_blocks == 0 ? FIRST_PART : BLOCK_SIZE;
  self->n_blocks++;
  self->used = sizeof (WayRecordBlock);
  self->block->n_taken = MAX_TAKEN;
  ASAN_POISON_MEMORY_REGION (self->block->memory, BLOCK_SIZE - self->used);

  return TRUE;
}

gpointer
way_record_pool_take (WayRecordPool *self, gsize size)
{
  gsize room = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  char *memory;

  if (size > LARGEST
      || ((self->block == NULL || room > self->size - self->used) && !open_block (self)))
    return NULL;

  memory = (char *)self->block + self->used;
  self->used += room;
  self->n_taken++;
  ASAN_UNPOISON_MEMORY_REGION (memory, size);

  return memory;
}

void
way_record_pool_give_back (gpointer memory, gsize size)
{
  gsize offset = (guintptr)memory % BLOCK_SIZE;

  ASAN_POISON_MEMORY_REGION (memory, size);
  drop ((WayRecordBlock *)(gpointer)((char *)memory - offset), 1);
}
