/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory by the large page, for what grows with a plan of many thousand records.
 *
 * Taking memory in pages of 4 KB costs the kernel more time than filling them costs us, and the
 * processor knows the places of few of them at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_MEMORY_PAGE (2u * 1024 * 1024) /* of a large page */

/**
 * WayMemoryFlags:
 * @WAY_MEMORY_DEFAULT: pages of the usual size, of which only those cost memory that are written to
 * @WAY_MEMORY_LARGE_PAGES: large pages where the system has them to spare
 */
typedef enum
{
  WAY_MEMORY_DEFAULT = 0,
  WAY_MEMORY_LARGE_PAGES = 1 << 0,
} WayMemoryFlags;

/* The least that is no less than @size and can be taken */
static inline gsize
way_memory_round_up (gsize size)
{
  return (size + WAY_MEMORY_PAGE - 1) / WAY_MEMORY_PAGE * WAY_MEMORY_PAGE;
}

/**
 * way_memory_new:
 * @size: bytes, a multiple of #WAY_MEMORY_PAGE
 *
 * Returns: (nullable): memory that is all zero and begins at a multiple of #WAY_MEMORY_PAGE, for
 * way_memory_free(); %NULL when there is none
 */
gpointer way_memory_new (gsize size, WayMemoryFlags flags);

/**
 * way_memory_free:
 * @size: what it was made with
 */
void way_memory_free (gpointer pages, gsize size);

G_END_DECLS
