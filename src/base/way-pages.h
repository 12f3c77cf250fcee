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

#define WAY_PAGE_SIZE (2u * 1024 * 1024) /* of a large page */

/**
 * WayPagesFlags:
 * @WAY_PAGES_DEFAULT: pages of the usual size, of which only those cost memory that are written to
 * @WAY_PAGES_LARGE: large pages where the system has them to spare
 */
typedef enum
{
  WAY_PAGES_DEFAULT = 0,
  WAY_PAGES_LARGE = 1 << 0,
} WayPagesFlags;

/* The least that is no less than @size and can be taken */
static inline gsize
way_pages_round_up (gsize size)
{
  return (size + WAY_PAGE_SIZE - 1) / WAY_PAGE_SIZE * WAY_PAGE_SIZE;
}

/**
 * way_pages_new:
 * @size: bytes, a multiple of #WAY_PAGE_SIZE
 *
 * Returns: (nullable): memory that is all zero and begins at a multiple of #WAY_PAGE_SIZE, for
 * way_pages_free(); %NULL when there is none
 */
gpointer way_pages_new (gsize size, WayPagesFlags flags);

/**
 * way_pages_free:
 * @size: what it was made with
 */
void way_pages_free (gpointer pages, gsize size);

G_END_DECLS
