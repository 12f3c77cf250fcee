/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which items of a layout come and go with a change of the plan.
 *
 * What comes and goes is gathered lane by lane, so that a large edit goes through each lane once,
 * and costs there what has changed and not what there is.
 */
#include "way-layout-private.h"

#include <stdlib.h>

#define AT_HAND 64 /* items and moves of a lane that are asked for before its turn */
#define NEAR (WAY_CHANGE_LOOK_AHEAD / 2)

/* An item that comes or goes; one record may do so several times in one step */
typedef struct
{
  WayItem item; /* of what has no date only the record */
  int by;       /* 1 when it comes, -1 when it goes */
  guint lane;   /* of those that have moves */
} Move;

typedef struct
{
  WayLaneRows *rows;
  guint n_moves;
  guint end; /* of them, among all in the order of lanes */
} Lane;

typedef struct
{
  WayLayout *layout;
  GArray *moves;   /* of Move */
  GArray *lanes;   /* of Lane, those that have moves */
  Move **order;    /* those of a lane next to one another */
  GPtrArray *gone; /* of WayItem, of one lane */
} Update;

static gboolean
is_dated (const WayItem *item)
{
  return item->end > item->start;
}

static Lane *
get_lane (const Update *self, guint lane)
{
  return &g_array_index (self->lanes, Lane, lane);
}

static Move **
get_moves (const Update *self, const Lane *lane)
{
  return &self->order[lane->end - lane->n_moves];
}

static void
note_move (Update *self, WayRecord *record, int by)
{
  WayLaneRows *rows = way_layout_find_rows (self->layout, record);
  Move *move;

  if (rows == NULL)
    return;

  g_array_set_size (self->moves, self->moves->len + 1);
  move = &g_array_index (self->moves, Move, self->moves->len - 1);
  if (!way_item_init (&move->item, record) && !way_item_is_undated (record))
    {
      g_array_set_size (self->moves, self->moves->len - 1);
      return;
    }

  /* As it stands in its lane */
  if (rows == self->layout->credentials)
    way_item_extend (&move->item, self->layout->horizon);

  if (rows->update == 0)
    {
      Lane lane = { .rows = rows };

      g_array_append_val (self->lanes, lane);
      rows->update = self->lanes->len;
    }
  move->by = by;
  move->lane = rows->update - 1;
  get_lane (self, move->lane)->n_moves++;
}

static gboolean
is_item (const WayChange *change)
{
  WayKind kind = way_change_get_kind (change);

  return kind == WAY_KIND_MILESTONE || kind == WAY_KIND_CREDENTIAL;
}

/* Asks for where the lane of a change a little further on is found, once its record is at hand */
static void
look_for_lane (Update *self, const WayChange *changes, guint n_changes, guint index)
{
  const WayRecord *record;
  const WayId *goal;

  way_changes_look_ahead (changes, n_changes, index);
  if (n_changes - index <= NEAR)
    return;

  record = changes[index + NEAR].after;
  if (record == NULL || way_record_get_kind (record) != WAY_KIND_MILESTONE)
    return;

  goal = way_record_get_ref (record, WAY_MILESTONE_GOAL);
  if (goal != NULL)
    way_id_map_prefetch (self->layout->by_goal, goal);
}

static void
note_changes (Update *self, const WayChange *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    {
      look_for_lane (self, changes, n_changes, i);
      if (!is_item (&changes[i]))
        continue;
      if (changes[i].before != NULL)
        note_move (self, changes[i].before, -1);
      if (changes[i].after != NULL)
        note_move (self, changes[i].after, 1);
    }
}

/* A counting sort by lane */
static Move **
order_moves (Update *self)
{
  Move **order = g_new (Move *, self->moves->len);
  guint end = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = get_lane (self, i);

      lane->end = end;
      end += lane->n_moves;
    }

  for (guint i = 0; i < self->moves->len; i++)
    {
      Move *move = &g_array_index (self->moves, Move, i);

      order[get_lane (self, move->lane)->end++] = move;
    }

  return order;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const Move *left = *(Move *const *)a, *right = *(Move *const *)b;
  int order = way_item_compare (&left->item, &right->item);

  if (order != 0 || left->item.record == right->item.record)
    return order;

  return (guintptr)left->item.record < (guintptr)right->item.record ? -1 : 1;
}

/* Leaves one move for each record that comes or goes, in the order of the lane, and none for those
 * that do both; how many are left */
static guint
sum_up (Move **moves, guint n_moves)
{
  guint n = 0;

  qsort (moves, n_moves, sizeof *moves, compare_moves);
  for (guint i = 0; i < n_moves; i++)
    if (n == 0 || moves[n - 1]->item.record != moves[i]->item.record)
      moves[n++] = moves[i];
    else if (moves[n - 1]->by + moves[i]->by == 0)
      n--;
    else
      moves[n - 1]->by += moves[i]->by;

  return n;
}

static void
update_lane (Update *self, const Lane *lane)
{
  WayLaneRows *rows = lane->rows;
  Move **moves = get_moves (self, lane);
  guint n_moves = sum_up (moves, lane->n_moves);

  g_ptr_array_set_size (self->gone, 0);
  for (guint i = 0; i < n_moves; i++)
    if (!is_dated (&moves[i]->item))
      rows->lane.n_undated += (guint)moves[i]->by;
    else if (moves[i]->by < 0)
      g_ptr_array_add (self->gone, &moves[i]->item);
  way_lane_rows_drop (rows, (const WayItem *const *)self->gone->pdata, self->gone->len);

  for (guint i = 0; i < n_moves; i++)
    if (is_dated (&moves[i]->item) && moves[i]->by > 0)
      way_lane_rows_add (rows, self->layout, &moves[i]->item);

  rows->update = 0;
}

/* Lanes lie anywhere in memory, and so do their moves. Of a lane to come, first its head is asked
 * for and then what that leads to, as far as it is not very long. */
static void
look_ahead (Update *self, guint near, guint far)
{
  if (far < self->lanes->len)
    {
      const WayLaneRows *rows = get_lane (self, far)->rows;

      __builtin_prefetch (rows);
      __builtin_prefetch (rows->items);
    }

  if (near < self->lanes->len)
    {
      const Lane *lane = get_lane (self, near);
      Move *const *moves = get_moves (self, lane);
      const GArray *items = lane->rows->items;

      for (guint i = 0; i < MIN (lane->n_moves, AT_HAND); i++)
        {
          __builtin_prefetch (moves[i]);
          __builtin_prefetch (&moves[i]->by);
        }
      for (guint i = 0; i < MIN (items->len, AT_HAND); i++)
        __builtin_prefetch (&g_array_index (items, WayItem, i));
    }
}

void
way_layout_update_items (WayLayout *self, const WayChange *changes, guint n_changes)
{
  g_autoptr (GArray) moves = g_array_sized_new (FALSE, FALSE, sizeof (Move), 2 * n_changes);
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autofree Move **order = NULL;
  Update update = { self, moves, lanes, NULL, gone };

  note_changes (&update, changes, n_changes);
  update.order = order = order_moves (&update);
  for (guint i = 0; i < lanes->len; i++)
    {
      look_ahead (&update, i + 1, i + 4);
      update_lane (&update, get_lane (&update, i));
    }
}
