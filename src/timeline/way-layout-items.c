/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of items in time: brought into order once, and kept in it as items come and go.
 */
#include "way-layout-private.h"

#include <stdlib.h>

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

/* What is left of a list; its end stands behind all items that there are */
typedef struct
{
  const WayItem *const *next;
  guint n_left;
} Rest;

static const WayItem *
peek (const Rest *rest)
{
  static const WayItem end = { .start = G_MAXINT32 };

  return rest->n_left > 0 ? *rest->next : &end;
}

static const WayItem *
advance (Rest *rest)
{
  rest->next++;
  rest->n_left--;

  return peek (rest);
}

static Rest
get_rest (GPtrArray *items)
{
  return (Rest){ (const WayItem *const *)items->pdata, items->len };
}

void
way_items_change (GArray *items, GArray *room, GPtrArray *gone, GPtrArray *come)
{
  Rest to_go = get_rest (gone), to_come = get_rest (come);
  const WayItem *next_gone = peek (&to_go), *next_come = peek (&to_come);
  const WayItem *old;
  WayItem *end;

  if (come->len == 0 && (gone->len == 0 || items->len == 0))
    return;

  g_array_set_size (room, 0);
  g_array_append_vals (room, items->data, items->len);
  old = (const WayItem *)(gpointer)room->data;
  g_array_set_size (items, room->len + come->len);
  end = (WayItem *)(gpointer)items->data;

  for (guint i = 0; i < room->len; i++)
    {
      for (; way_item_compare (next_come, &old[i]) < 0; next_come = advance (&to_come))
        *end++ = *next_come;
      while (way_item_compare (next_gone, &old[i]) < 0)
        next_gone = advance (&to_go);

      if (next_gone->record == old[i].record)
        way_record_unref (old[i].record);
      else
        *end++ = old[i];
    }
  for (; to_come.n_left > 0; next_come = advance (&to_come))
    *end++ = *next_come;

  way_items_cut (items, (guint)(end - (WayItem *)(gpointer)items->data));
}
