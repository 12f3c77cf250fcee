/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of items in time: brought into order once, and kept in it as items come and go.
 */
#include "way-layout-private.h"

#include <stdlib.h>
#include <string.h>

static void
clear_item (gpointer data)
{
  WayItem *item = data;

  way_record_unref (item->record);
}

GArray *
way_items_new (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (WayItem));

  g_array_set_clear_func (items, clear_item);

  return items;
}

void
way_items_cut (GArray *items, guint n_left)
{
  g_array_set_clear_func (items, NULL);
  g_array_set_size (items, n_left);
  g_array_set_clear_func (items, clear_item);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return way_item_compare (a, b);
}

void
way_items_sort (GArray *items)
{
  for (guint i = 1; i < items->len; i++)
    if (way_item_compare (&g_array_index (items, WayItem, i - 1),
                          &g_array_index (items, WayItem, i))
        > 0)
      {
        qsort (items->data, items->len, sizeof (WayItem), compare);
        return;
      }
}

guint
way_items_search (const GArray *items, const WayItem *item)
{
  guint low = 0, high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (way_item_compare (&g_array_index (items, WayItem, middle), item) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Those that come and go are looked for one after the other: a list that changes is gone through
 * again to be packed, and that the next start is still an earlier one is guessed right more often
 * than which half to look at. */

/* The first item from @place on that does not come before @item */
static guint
search_forward (const GArray *items, guint place, const WayItem *item)
{
  const WayItem *all = (const WayItem *)(gconstpointer)items->data;

  while (place < items->len && all[place].start < item->start)
    place++;
  while (place < items->len && way_item_compare (&all[place], item) < 0)
    place++;

  return place;
}

/* The first item that does not, when the one at @end does not */
static guint
search_back (const GArray *items, guint end, const WayItem *item)
{
  const WayItem *all = (const WayItem *)(gconstpointer)items->data;

  while (end > 0 && all[end - 1].start > item->start)
    end--;
  while (end > 0 && way_item_compare (&all[end - 1], item) >= 0)
    end--;

  return end;
}

static void
move_items (GArray *items, guint to, guint from, guint n_items)
{
  WayItem *all = (WayItem *)(gpointer)items->data;

  memmove (&all[to], &all[from], n_items * sizeof *all);
}

void
way_items_remove (GArray *items, GPtrArray *gone)
{
  guint n_left = 0, next = 0; /* those before were looked at, and these are left of them */

  for (guint i = 0; i < gone->len; i++)
    {
      const WayItem *item = g_ptr_array_index (gone, i);
      guint place = search_forward (items, next, item);

      if (place == items->len || g_array_index (items, WayItem, place).record != item->record)
        continue;

      if (n_left < next)
        move_items (items, n_left, next, place - next);
      n_left += place - next;
      next = place + 1;
    }

  if (n_left == next)
    return;

  move_items (items, n_left, next, items->len - next);
  way_items_cut (items, n_left + items->len - next);
}

void
way_items_insert (GArray *items, GPtrArray *come)
{
  guint end = items->len; /* those behind have moved to where they stay */

  g_array_set_size (items, items->len + come->len);
  for (guint i = come->len; i-- > 0;)
    {
      const WayItem *item = g_ptr_array_index (come, i);
      guint place = search_back (items, end, item);

      move_items (items, place + i + 1, place, end - place);
      g_array_index (items, WayItem, place + i) = *item;
      end = place;
    }
}
