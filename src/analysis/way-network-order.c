/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The topological order of a network, as a whole and as arcs come.
 */
#include "way-network-order.h"

static void
place (WayNetwork *self, guint number)
{
  way_network_get (self, number)->place = self->order->len;
  g_array_append_val (self->order, number);
}

/* Places an activity of which all predecessors have a place, and those that waited for it alone */
static void
place_with_followers (WayNetwork *self, guint number, guint *n_before)
{
  guint next = self->order->len;

  place (self, number);
  for (; next < self->order->len; next++)
    {
      guint at = g_array_index (self->order, guint, next);

      for (guint i = way_network_get (self, at)->first_out; i != WAY_NETWORK_NONE;)
        {
          const WayArc *arc = way_network_get_arc (self, i);

          if (!arc->is_knot && --n_before[arc->to] == 0)
            place (self, arc->to);
          i = arc->next_out;
        }
    }
}

/* Leaves out all arcs by which an activity still waits for others */
static void
cut (WayNetwork *self, guint number, const guint *n_before)
{
  for (guint i = way_network_get (self, number)->first_in; i != WAY_NETWORK_NONE;)
    {
      WayArc *arc = way_network_get_arc (self, i);

      if (n_before[arc->from] > 0)
        {
          arc->is_knot = TRUE;
          self->n_knots++;
        }
      i = arc->next_in;
    }
}

void
way_network_order_all (WayNetwork *self)
{
  g_autofree guint *n_before = g_new0 (guint, MAX (1, self->activities->len));

  self->n_knots = 0;
  g_array_set_size (self->order, 0);

  for (guint i = 0; i < self->activities->len; i++)
    for (guint j = way_network_get (self, i)->first_in;
         way_network_get (self, i)->is_used && j != WAY_NETWORK_NONE;
         j = way_network_get_arc (self, j)->next_in)
      {
        way_network_get_arc (self, j)->is_knot = FALSE;
        n_before[i]++;
      }

  for (guint i = 0; i < self->activities->len; i++)
    {
      const WayActivity *activity = way_network_get (self, i);

      if (activity->is_used && activity->first_in == WAY_NETWORK_NONE)
        place_with_followers (self, i, n_before);
    }

  for (guint i = 0; i < self->activities->len; i++)
    if (way_network_get (self, i)->is_used && n_before[i] > 0)
      {
        cut (self, i, n_before);
        n_before[i] = 0;
        place_with_followers (self, i, n_before);
      }
}

/* What can be reached from @start by arcs that end between two places; NULL when @forbidden can */
static GArray *
reach (WayNetwork *self, guint start, gboolean forward, guint low, guint high, guint forbidden)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_hash_table_add (seen, GUINT_TO_POINTER (start));
  g_array_append_val (found, start);

  for (guint next = 0; next < found->len; next++)
    {
      const WayActivity *at = way_network_get (self, g_array_index (found, guint, next));

      for (guint i = forward ? at->first_out : at->first_in; i != WAY_NETWORK_NONE;)
        {
          const WayArc *arc = way_network_get_arc (self, i);
          guint other = forward ? arc->to : arc->from;
          guint other_place = way_network_get (self, other)->place;

          i = forward ? arc->next_out : arc->next_in;
          if (arc->is_knot || other_place < low || other_place > high)
            continue;
          if (other == forbidden)
            return NULL;
          if (g_hash_table_add (seen, GUINT_TO_POINTER (other)))
            g_array_append_val (found, other);
        }
    }

  return g_steal_pointer (&found);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *first = a, *second = b;
  guint first_place = way_network_get (user_data, *first)->place;
  guint second_place = way_network_get (user_data, *second)->place;

  return first_place < second_place ? -1 : first_place > second_place;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

gboolean
way_network_order_arc (WayNetwork *self, guint arc)
{
  WayArc *added = way_network_get_arc (self, arc);
  guint low = way_network_get (self, added->to)->place;
  guint high = way_network_get (self, added->from)->place;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  if (added->from == added->to)
    return FALSE;
  if (high < low)
    return TRUE;

  added->is_knot = TRUE; /* not to be followed here */
  after = reach (self, added->to, TRUE, low, high, added->from);
  if (after == NULL)
    return FALSE;

  before = reach (self, added->from, FALSE, low, high, added->to);
  added->is_knot = FALSE;

  /* They share out the places that they have among them: first those that come before the arc. */
  g_array_sort_with_data (before, compare_places, self);
  g_array_sort_with_data (after, compare_places, self);
  g_array_append_vals (before, after->data, after->len);
  for (guint i = 0; i < before->len; i++)
    g_array_append_val (places, way_network_get (self, g_array_index (before, guint, i))->place);
  g_array_sort (places, compare_numbers);

  for (guint i = 0; i < before->len; i++)
    {
      guint number = g_array_index (before, guint, i);
      guint at = g_array_index (places, guint, i);

      way_network_get (self, number)->place = at;
      g_array_index (self->order, guint, at) = number;
    }

  return TRUE;
}
