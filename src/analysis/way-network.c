/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network of activities, and the forward and the backward pass over it.
 */
#include "way-network.h"

#include "way-network-order.h"

#define NO_END G_MININT32

void
way_network_init (WayNetwork *self)
{
  *self = (WayNetwork){
    .activities = g_array_new (FALSE, FALSE, sizeof (WayActivity)),
    .arcs = g_array_new (FALSE, FALSE, sizeof (WayArc)),
    .free_activities = g_array_new (FALSE, FALSE, sizeof (guint)),
    .free_arcs = g_array_new (FALSE, FALSE, sizeof (guint)),
    .order = g_array_new (FALSE, FALSE, sizeof (guint)),
    .later = g_array_new (FALSE, FALSE, sizeof (guint)),
    .earlier = g_array_new (FALSE, FALSE, sizeof (guint)),
    .waiting = g_array_new (FALSE, TRUE, sizeof (guint64)),
    .end = NO_END,
  };
}

void
way_network_clear (WayNetwork *self)
{
  g_array_unref (self->activities);
  g_array_unref (self->arcs);
  g_array_unref (self->free_activities);
  g_array_unref (self->free_arcs);
  g_array_unref (self->order);
  g_array_unref (self->later);
  g_array_unref (self->earlier);
  g_array_unref (self->waiting);
}

/* A number that is free, or a new one at the end of @records */
static guint
take_number (GArray *free_numbers, GArray *records)
{
  guint number;

  if (free_numbers->len == 0)
    {
      g_array_set_size (records, records->len + 1);
      return records->len - 1;
    }

  number = g_array_index (free_numbers, guint, free_numbers->len - 1);
  g_array_set_size (free_numbers, free_numbers->len - 1);

  return number;
}

guint
way_network_add (WayNetwork *self)
{
  guint number = take_number (self->free_activities, self->activities);

  *way_network_get (self, number) = (WayActivity){
    .latest = WAY_NETWORK_FREE,
    .limit = WAY_NETWORK_FREE,
    .first_out = WAY_NETWORK_NONE,
    .first_in = WAY_NETWORK_NONE,
    .place = self->order->len,
    .is_used = TRUE,
  };
  g_array_append_val (self->order, number);

  return number;
}

/* Notes that its delay may change, or the end that it makes; once, for a large edit comes to the
 * same activity by all its arcs */
static void
mark_later (WayNetwork *self, guint number)
{
  WayActivity *activity = way_network_get (self, number);

  if (activity->is_later)
    return;

  activity->is_later = TRUE;
  g_array_append_val (self->later, number);
}

/* The same of its tail and its limit */
static void
mark_earlier (WayNetwork *self, guint number)
{
  WayActivity *activity = way_network_get (self, number);

  if (activity->is_earlier)
    return;

  activity->is_earlier = TRUE;
  g_array_append_val (self->earlier, number);
}

/* For the neighbours of an activity that begins or ceases to take part, it is there or not */
static void
mark_neighbours (WayNetwork *self, const WayActivity *activity)
{
  for (guint i = activity->first_out; i != WAY_NETWORK_NONE;
       i = way_network_get_arc (self, i)->next_out)
    mark_later (self, way_network_get_arc (self, i)->to);

  for (guint i = activity->first_in; i != WAY_NETWORK_NONE;
       i = way_network_get_arc (self, i)->next_in)
    mark_earlier (self, way_network_get_arc (self, i)->from);
}

/* The first of an arc's ends may have become tied, or cease to be, which matters for the end */
static void
mark_arc (WayNetwork *self, const WayArc *arc)
{
  if (!self->is_ordered)
    return; /* all will be looked at */

  mark_later (self, arc->from);
  mark_later (self, arc->to);
  mark_earlier (self, arc->from);
}

/* Notes that an activity no longer ends where it did */
static void
leave_end (WayNetwork *self, const WayActivity *activity)
{
  if (activity->counts && activity->finish + activity->early == self->end)
    self->end_is_stale = TRUE;
}

/* Notes where an activity ends, so that the network does not end before */
static void
reach_end (WayNetwork *self, const WayActivity *activity)
{
  if (way_activity_is_tied (activity))
    self->end = MAX (self->end, activity->finish + activity->early);
}

void
way_network_set (WayNetwork *self, guint activity, gint32 finish, gint32 latest, gboolean counts)
{
  WayActivity *place = way_network_get (self, activity);
  gboolean comes_or_goes = place->counts != counts;

  if (place->finish == finish && place->latest == latest && !comes_or_goes)
    return;

  leave_end (self, place);
  place->finish = finish;
  place->latest = latest;
  place->counts = counts;
  if (!self->is_ordered)
    return;

  /* Its delay is that of what it waits for, wherever it ends itself */
  reach_end (self, place);
  mark_earlier (self, activity);
  if (comes_or_goes)
    {
      mark_later (self, activity);
      mark_neighbours (self, place);
    }
}

void
way_network_remove (WayNetwork *self, guint activity)
{
  WayActivity *place = way_network_get (self, activity);

  g_return_if_fail (place->first_out == WAY_NETWORK_NONE && place->first_in == WAY_NETWORK_NONE);

  leave_end (self, place);
  g_array_index (self->order, guint, place->place) = WAY_NETWORK_NONE;
  place->is_used = place->counts = FALSE;
  g_array_append_val (self->free_activities, activity);

  /* More holes than activities */
  if (self->order->len > 64 + 2 * (self->activities->len - self->free_activities->len))
    self->is_ordered = FALSE;
}

guint
way_network_add_arc (WayNetwork *self, guint from, guint to)
{
  guint number = take_number (self->free_arcs, self->arcs);
  WayArc *arc = way_network_get_arc (self, number);
  WayActivity *tail = way_network_get (self, from), *head = way_network_get (self, to);

  *arc = (WayArc){ .from = from, .to = to, .next_out = tail->first_out, .next_in = head->first_in };
  tail->first_out = number;
  head->first_in = number;

  if (self->is_ordered && !way_network_order_arc (self, number))
    {
      arc->is_knot = TRUE;
      self->n_knots++;
    }
  mark_arc (self, arc);

  return number;
}

/* Whether the greatest of several, of which one is so much less or more than before, may be
 * another */
static gboolean
moves_maximum (gint32 maximum, gint32 before, gint32 after)
{
  return after > maximum || (before == maximum && after < maximum);
}

void
way_network_set_room (WayNetwork *self, guint arc, gint32 room)
{
  WayArc *place = way_network_get_arc (self, arc);
  const WayActivity *from = way_network_get (self, place->from);
  const WayActivity *to = way_network_get (self, place->to);
  gint32 before = place->room;

  if (before == room)
    return;

  place->room = room;
  if (!self->is_ordered || place->is_knot || !from->counts || !to->counts)
    return;

  /* Most arcs leave room enough, or another one leaves less, and then nothing follows. What is
   * still to be looked at passes on what becomes different there. */
  if (moves_maximum (to->early, MAX (0, from->early - before), MAX (0, from->early - room)))
    mark_later (self, place->to);
  if (moves_maximum (from->tail, to->tail - before, to->tail - room)
      || (to->limit != WAY_NETWORK_FREE
          && moves_maximum (-from->limit, -to->limit - before, -to->limit - room)))
    mark_earlier (self, place->from);
}

static void
unlink_arc (WayNetwork *self, guint number)
{
  const WayArc *arc = way_network_get_arc (self, number);
  guint *link = &way_network_get (self, arc->from)->first_out;

  while (*link != number)
    link = &way_network_get_arc (self, *link)->next_out;
  *link = arc->next_out;

  link = &way_network_get (self, arc->to)->first_in;
  while (*link != number)
    link = &way_network_get_arc (self, *link)->next_in;
  *link = arc->next_in;
}

void
way_network_remove_arc (WayNetwork *self, guint arc)
{
  WayArc *place = way_network_get_arc (self, arc);

  leave_end (self, way_network_get (self, place->from));
  leave_end (self, way_network_get (self, place->to));
  unlink_arc (self, arc);
  mark_arc (self, place);
  g_array_append_val (self->free_arcs, arc);

  /* Without it another may fit in */
  if (self->n_knots > 0)
    self->is_ordered = FALSE;
}

static guint64 *
get_words (WayNetwork *self)
{
  return (guint64 *)(gpointer)self->waiting->data;
}

static void
await (WayNetwork *self, guint activity)
{
  guint place = way_network_get (self, activity)->place;

  get_words (self)[place / 64] |= G_GUINT64_CONSTANT (1) << place % 64;
}

/* Sets the bits of those that are marked, and says which words they are in */
static void
await_marked (WayNetwork *self, GArray *marked, guint *first_word, guint *last_word)
{
  *first_word = G_MAXUINT;
  *last_word = 0;

  for (guint i = 0; i < marked->len; i++)
    {
      guint number = g_array_index (marked, guint, i);
      WayActivity *activity = way_network_get (self, number);
      guint word = activity->place / 64;

      if (marked == self->later)
        activity->is_later = FALSE;
      else
        activity->is_earlier = FALSE;
      if (!activity->is_used)
        continue;

      await (self, number);
      *first_word = MIN (*first_word, word);
      *last_word = MAX (*last_word, word);
    }

  g_array_set_size (marked, 0);
}

/* What a pass looks at lies anywhere in memory. Of the places in a word to come, first the
 * activities are asked for and then, by them, their first arcs. */
static void
look_ahead (WayNetwork *self, guint near, guint far, gboolean forward)
{
  const guint *order = (const guint *)(gpointer)self->order->data;

  for (guint64 left = far < self->waiting->len ? get_words (self)[far] : 0; left != 0;
       left &= left - 1)
    __builtin_prefetch (way_network_get (self, order[far * 64 + (guint)__builtin_ctzll (left)]));

  for (guint64 left = near < self->waiting->len ? get_words (self)[near] : 0; left != 0;
       left &= left - 1)
    {
      const WayActivity *activity
          = way_network_get (self, order[near * 64 + (guint)__builtin_ctzll (left)]);

      way_network_prefetch_arc (self, forward ? activity->first_in : activity->first_out);
    }
}

static gint32
find_early (WayNetwork *self, const WayActivity *activity)
{
  gint32 early = 0;

  for (guint i = activity->first_in; i != WAY_NETWORK_NONE && activity->counts;)
    {
      const WayArc *arc = way_network_get_arc (self, i);
      const WayActivity *before = way_network_get (self, arc->from);

      if (before->counts && !arc->is_knot)
        early = MAX (early, before->early - arc->room);
      i = arc->next_in;
    }

  return early;
}

static gint32
find_tail (WayNetwork *self, const WayActivity *activity)
{
  gint32 tail = activity->finish;

  for (guint i = activity->first_out; i != WAY_NETWORK_NONE && activity->counts;)
    {
      const WayArc *arc = way_network_get_arc (self, i);
      const WayActivity *after = way_network_get (self, arc->to);

      if (after->counts && !arc->is_knot)
        tail = MAX (tail, after->tail - arc->room);
      i = arc->next_out;
    }

  return tail;
}

static gint32
find_limit (WayNetwork *self, const WayActivity *activity)
{
  gint32 limit = WAY_NETWORK_FREE;

  if (!activity->counts)
    return limit;
  if (activity->latest != WAY_NETWORK_FREE)
    limit = activity->latest - activity->finish;

  for (guint i = activity->first_out; i != WAY_NETWORK_NONE;)
    {
      const WayArc *arc = way_network_get_arc (self, i);
      const WayActivity *after = way_network_get (self, arc->to);

      if (after->counts && !arc->is_knot && after->limit != WAY_NETWORK_FREE)
        limit = MIN (limit, after->limit + arc->room);
      i = arc->next_out;
    }

  return limit;
}

static void
look_forward (WayNetwork *self, guint number)
{
  WayActivity *activity = way_network_get (self, number);
  gint32 early = find_early (self, activity);

  if (early != activity->early)
    {
      leave_end (self, activity);
      activity->early = early;
      for (guint i = activity->first_out; i != WAY_NETWORK_NONE;)
        {
          const WayArc *arc = way_network_get_arc (self, i);

          if (!arc->is_knot)
            await (self, arc->to);
          i = arc->next_out;
        }
    }

  reach_end (self, activity);
}

static void
look_back (WayNetwork *self, guint number)
{
  WayActivity *activity = way_network_get (self, number);
  gint32 tail = find_tail (self, activity), limit = find_limit (self, activity);

  if (tail == activity->tail && limit == activity->limit)
    return;

  activity->tail = tail;
  activity->limit = limit;
  for (guint i = activity->first_in; i != WAY_NETWORK_NONE;)
    {
      const WayArc *arc = way_network_get_arc (self, i);

      if (!arc->is_knot)
        await (self, arc->from);
      i = arc->next_in;
    }
}

static void
pass_forward (WayNetwork *self)
{
  guint64 *words = get_words (self);
  guint first, last;

  await_marked (self, self->later, &first, &last);
  for (guint word = first; word < self->waiting->len; word++)
    {
      look_ahead (self, word + 1, word + 2, TRUE);
      while (words[word] != 0)
        {
          guint bit = (guint)__builtin_ctzll (words[word]);

          words[word] &= words[word] - 1;
          look_forward (self, g_array_index (self->order, guint, word * 64 + bit));
        }
    }
}

static void
pass_back (WayNetwork *self)
{
  guint64 *words = get_words (self);
  guint first, last;

  await_marked (self, self->earlier, &first, &last);
  if (first == G_MAXUINT)
    return;

  for (guint word = last + 1; word-- > 0;)
    {
      /* Below 0 it is beyond the end, too */
      look_ahead (self, word - 1, word - 2, FALSE);
      while (words[word] != 0)
        {
          guint bit = 63 - (guint)__builtin_clzll (words[word]);

          words[word] &= ~(G_GUINT64_CONSTANT (1) << bit);
          look_back (self, g_array_index (self->order, guint, word * 64 + bit));
        }
    }
}

static void
mark_all (WayNetwork *self)
{
  g_array_set_size (self->later, 0);
  g_array_set_size (self->earlier, 0);
  g_array_append_vals (self->later, self->order->data, self->order->len);
  g_array_append_vals (self->earlier, self->order->data, self->order->len);
}

static void
find_end (WayNetwork *self)
{
  self->end = NO_END;

  for (guint i = 0; i < self->activities->len; i++)
    {
      const WayActivity *activity = way_network_get (self, i);

      if (way_activity_is_tied (activity))
        self->end = MAX (self->end, activity->finish + activity->early);
    }
  self->end_is_stale = FALSE;
}

void
way_network_update (WayNetwork *self)
{
  if (!self->is_ordered)
    {
      way_network_order_all (self);
      self->is_ordered = TRUE;
      mark_all (self);
    }

  g_array_set_size (self->waiting, (self->order->len + 63) / 64);
  pass_forward (self);
  pass_back (self);
  if (self->end_is_stale)
    find_end (self);
}

gint32
way_network_get_late (const WayNetwork *self, const WayActivity *activity)
{
  return way_activity_is_tied (activity) ? MIN (self->end - activity->tail, activity->limit)
                                         : activity->limit;
}
