/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which items of a layout come and go with a change of the plan.
 *
 * What comes and goes is gathered lane by lane, so that a large edit goes through each lane once,
 * and costs there what has changed and not what there is. No lane knows of another, so that two
 * threads can share them.
 */
#include "way-layout-private.h"

#include <stdlib.h>

#define AT_HAND 4096 /* bytes of a lane's items that are asked for before its turn */
#define FEW 32
#define NEAR (WAY_CHANGE_LOOK_AHEAD / 2)
#define WORTH_A_THREAD 4000 /* moves, which take five times as long as to begin a thread */
#define LANES_AT_ONCE 32    /* that a thread takes */

/* An item that comes or goes; one record may do so several times in one step */
typedef struct
{
  WayItem item; /* of what has no date only the record */
  int by;       /* 1 when it comes, -1 when it goes */
  guint lane;   /* its number */
} Move;

typedef struct
{
  WayLayout *layout;
  GArray *moves; /* of Move */
  guint *ends;   /* of each lane's moves, after those of the lane before */
  Move **order;  /* those of a lane next to one another */
  gboolean stays_large;
  int n_taken; /* atomic, lanes by the threads that share them; more than there are when all are */
} Update;

/* What a lane is changed by, each list of WayItem */
typedef struct
{
  GPtrArray *gone;
  GPtrArray *come;
  GPtrArray *hidden; /* what comes and is taken out by a filter */
} Lists;

static gboolean
is_dated (const WayItem *item)
{
  return item->end > item->start;
}

/* The references that lists hold to what comes and goes are taken and given up here, while the
 * record is at hand. The change keeps it until all have gone. */
static void
note_move (Update *self, WayRecord *record, int by)
{
  Move move = { .by = by, .lane = way_layout_find_number (self->layout, record) };

  if (move.lane == WAY_LANE_NONE)
    return;

  if (way_item_init (&move.item, record))
    {
      if (!way_layout_has_days (self->layout, &move.item))
        return;
      if (by > 0)
        way_record_ref (record);
      else
        way_record_unref (record);
    }
  else if (!way_item_is_undated (record))
    return;

  /* As it stands in its lane */
  if (move.lane == self->layout->credentials->number)
    way_item_extend (&move.item, self->layout->horizon);

  g_array_append_val (self->moves, move);
  self->ends[move.lane]++;
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
  guint n_lanes = way_layout_count_numbers (self->layout);
  Move *moves = (Move *)(gpointer)self->moves->data;
  Move **order = g_new (Move *, self->moves->len);
  guint end = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      guint n_moves = self->ends[i];

      self->ends[i] = end;
      end += n_moves;
    }

  for (guint i = 0; i < self->moves->len; i++)
    order[self->ends[moves[i].lane]++] = &moves[i];

  return order;
}

static int
compare_moves (const Move *left, const Move *right)
{
  int order = way_item_compare (&left->item, &right->item);

  if (order != 0 || left->item.record == right->item.record)
    return order;

  return (guintptr)left->item.record < (guintptr)right->item.record ? -1 : 1;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return compare_moves (*(Move *const *)a, *(Move *const *)b);
}

/* A lane has a few of them most often, which are in order before others are set up to sort many */
static void
sort_moves (Move **moves, guint n_moves)
{
  if (n_moves > FEW)
    {
      qsort (moves, n_moves, sizeof *moves, compare_pointers);
      return;
    }

  for (guint i = 1; i < n_moves; i++)
    {
      Move *move = moves[i];
      guint place = i;

      for (; place > 0 && compare_moves (moves[place - 1], move) > 0; place--)
        moves[place] = moves[place - 1];
      moves[place] = move;
    }
}

/* Leaves one move for each record that comes or goes, in the order of the lane, and none for those
 * that do both; how many are left */
static guint
sum_up (Move **moves, guint n_moves)
{
  guint n = 0;

  sort_moves (moves, n_moves);
  for (guint i = 0; i < n_moves; i++)
    if (n == 0 || moves[n - 1]->item.record != moves[i]->item.record)
      moves[n++] = moves[i];
    else if (moves[n - 1]->by + moves[i]->by == 0)
      n--;
    else
      moves[n - 1]->by += moves[i]->by;

  return n;
}

/* Adds what comes to what its list is changed by */
static void
note_coming (Update *self, Lists *lists, WayLaneRows *rows, WayItem *item)
{
  GArray *list = way_lane_rows_choose_list (rows, self->layout, item);

  g_ptr_array_add (list == rows->items ? lists->come : lists->hidden, item);
}

static void
update_lane (Update *self, Lists *lists, WayLaneRows *rows, Move **moves, guint n_moves)
{
  n_moves = sum_up (moves, n_moves);

  g_ptr_array_set_size (lists->gone, 0);
  g_ptr_array_set_size (lists->come, 0);
  g_ptr_array_set_size (lists->hidden, 0);
  for (guint i = 0; i < n_moves; i++)
    if (!is_dated (&moves[i]->item))
      rows->n_undated += (guint)moves[i]->by;
    else if (moves[i]->by < 0)
      g_ptr_array_add (lists->gone, &moves[i]->item);
    else
      note_coming (self, lists, rows, &moves[i]->item);

  way_items_remove (rows->items, lists->gone);
  way_items_remove (rows->hidden, lists->gone);
  way_items_insert (rows->items, lists->come);
  way_items_insert (rows->hidden, lists->hidden);
  rows->is_dirty = TRUE;
}

/* Lanes lie anywhere in memory, and so do their moves. Of a lane to come, first its head is asked
 * for and then what that leads to, as far as it is not very long; but of none from @to on, for
 * that another thread may be changing. */
static void
look_ahead (const Update *self, guint near, guint far, guint to)
{
  if (far < to)
    way_layout_prefetch (way_layout_get_numbered (self->layout, far), sizeof (WayLaneRows));

  if (near < to)
    {
      const WayLaneRows *rows = way_layout_get_numbered (self->layout, near);
      guint first = near > 0 ? self->ends[near - 1] : 0;

      for (guint i = first; i < MIN (self->ends[near], first + FEW); i++)
        way_layout_prefetch (self->order[i], sizeof (Move));
      way_layout_prefetch (rows->hidden, sizeof (GArray));
      way_layout_prefetch (rows->lane.items, MIN (rows->lane.n_items * sizeof (WayItem), AT_HAND));
      way_layout_prefetch (rows->items, sizeof (GArray));
    }
}

static void
update_lanes (Update *self, Lists *lists, guint from, guint to)
{
  guint first = from > 0 ? self->ends[from - 1] : 0;

  for (guint i = from; i < to; first = self->ends[i++])
    {
      WayLaneRows *rows = way_layout_get_numbered (self->layout, i);

      if (self->ends[i] == first)
        continue;

      look_ahead (self, i + 3, i + 6, to);
      update_lane (self, lists, rows, &self->order[first], self->ends[i] - first);
      if (self->stays_large && rows != self->layout->credentials)
        way_layout_settle_rows (self->layout, rows);
    }
}

/* Of what is left as much as there is time for, whether by one thread or by two */
static gpointer
share_lanes (gpointer data)
{
  Update *self = data;
  int n_lanes = (int)way_layout_count_numbers (self->layout);
  Lists lists = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  int first;

  while ((first = g_atomic_int_add (&self->n_taken, LANES_AT_ONCE)) < n_lanes)
    update_lanes (self, &lists, (guint)first, (guint)MIN (first + LANES_AT_ONCE, n_lanes));

  g_ptr_array_unref (lists.gone);
  g_ptr_array_unref (lists.come);
  g_ptr_array_unref (lists.hidden);

  return NULL;
}

/* A filter may be asked in its own thread only; and where lanes mind labels they are not packed
 * here, so that little is left to share */
static gboolean
is_worth_a_thread (const Update *self)
{
  return self->moves->len >= WORTH_A_THREAD && self->stays_large
         && self->layout->match_func == NULL;
}

void
way_layout_update_items (WayLayout *self, const WayChange *changes, guint n_changes)
{
  g_autoptr (GArray) moves = g_array_sized_new (FALSE, FALSE, sizeof (Move), 2 * n_changes);
  g_autofree guint *ends = g_new0 (guint, way_layout_count_numbers (self));
  g_autofree Move **order = NULL;
  Update update = { self, moves, ends, NULL, FALSE, 0 };
  GThread *helper = NULL;

  note_changes (&update, changes, n_changes);
  update.order = order = order_moves (&update);
  update.stays_large = way_layout_stays_large (self, moves->len);
  if (is_worth_a_thread (&update))
    helper = g_thread_try_new ("lanes", share_lanes, &update, NULL);
  share_lanes (&update);
  g_clear_pointer (&helper, g_thread_join);
}
