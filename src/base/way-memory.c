/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mapping that is a page too long, cut to where it is aligned.
 */
#include "way-memory.h"

#include <sys/mman.h>

static void
unmap (char *from, const char *to)
{
  if (from < to)
    munmap (from, (gsize)(to - from));
}

gpointer
way_memory_new (gsize size, WayMemoryFlags flags)
{
  gsize whole = size + WAY_MEMORY_PAGE;
  char *mapping, *pages;

  g_return_val_if_fail (size > 0 && size % WAY_MEMORY_PAGE == 0, NULL);

  mapping = mmap (NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapping == MAP_FAILED)
    return NULL;

  pages = mapping + (WAY_MEMORY_PAGE - (guintptr)mapping % WAY_MEMORY_PAGE) % WAY_MEMORY_PAGE;
  unmap (mapping, pages);
  unmap (pages + size, mapping + whole);

  /* Only a wish: a system without large pages says no, and all is well */
  if ((flags & WAY_MEMORY_LARGE_PAGES) != 0)
    madvise (pages, size, MADV_HUGEPAGE);

  return pages;
}

void
way_memory_free (gpointer pages, gsize size)
{
  if (pages != NULL)
    munmap (pages, size);
}
