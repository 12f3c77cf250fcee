/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network of activities, and the forward and the backward pass over it.
 *
 * The critical path method of Kelley and Walker ("Critical-Path Planning and Scheduling", 1959),
 * told in delays: dates and lengths are given, so all that a pass has to find is by how many days
 * an activity is later than planned. With the room r of an arc from i to j, that is the days by
 * which i can be later while j stays:
 *
 *     early (j) = max (0, early (i) - r)            over all i before j
 *     tail (i)  = max (finish (i), tail (j) - r)    over all j after i
 *     end       = max (finish (i) + early (i))
 *     limit (i) = min (latest (i) - finish (i), limit (j) + r)   over all j after i
 *     late (i)  = min (end - tail (i), limit (i))
 *     slack (i) = late (i) - early (i)
 *
 * where latest is the day by which an activity has to end, if there is one, so that slack is below
 * 0 where days are missing.
 *
 * Lengths do not occur, so that all four types of dependency are alike. A tail does not depend on
 * the end of the network, so that an edit reaches no further than it has to.
 *
 * Activities stand in topological order, which is kept up as arcs come and go (Pearce and Kelly, "A
 * Dynamic Topological Sort Algorithm for Directed Acyclic Graphs", 2006). A set of bits by that
 * order is what waits to be looked at: never more than one look at each, and to find the next costs
 * a word for 64 places, whether three wait or all. Internal to the room.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_NETWORK_NONE G_MAXUINT
#define WAY_NETWORK_FREE G_MAXINT32

/**
 * WayActivity:
 * @finish: the day on which it ends as planned
 * @latest: the day by which it has to, WAY_NETWORK_FREE when there is none
 * @early: by how many days it has to be later
 * @tail: see above
 * @limit: see above; WAY_NETWORK_FREE when nothing limits it
 * @first_out: arcs that leave it, by `next_out`
 * @first_in: arcs that enter it, by `next_in`
 * @place: in the topological order
 * @counts: whether it takes part; if not, its arcs do not, either
 * @is_used: whether there is one of this number
 * @is_later: whether it stands in the list of those that the forward pass has to look at
 * @is_earlier: the same of the backward pass
 */
typedef struct
{
  gint32 finish;
  gint32 latest;
  gint32 early;
  gint32 tail;
  gint32 limit;
  guint first_out;
  guint first_in;
  guint place;
  guint8 counts;
  guint8 is_used;
  guint8 is_later;
  guint8 is_earlier;
} WayActivity;

/**
 * WayArc:
 * @room: days, negative when the end is too early
 * @is_knot: whether it would close a circle, and is left out for that
 */
typedef struct
{
  guint from;
  guint to;
  gint32 room;
  guint next_out;
  guint next_in;
  guint8 is_knot;
} WayArc;

typedef struct
{
  GArray *activities; /* of WayActivity, by number */
  GArray *arcs;       /* of WayArc, by number */
  GArray *free_activities;
  GArray *free_arcs;
  GArray *order; /* number by place, WAY_NETWORK_NONE where one was removed */
  guint n_knots;
  gboolean is_ordered; /* FALSE until the first pass, and when all is to be put in order again */
  GArray *later;       /* numbers that the forward pass has to look at */
  GArray *earlier;     /* the same of the backward pass */
  GArray *waiting;     /* guint64, the bits of a pass; all 0 between passes */
  gint32 end;
  gboolean end_is_stale;
} WayNetwork;

void way_network_init (WayNetwork *self);
void way_network_clear (WayNetwork *self);

/* All of these leave the passes to way_network_update() */
guint way_network_add (WayNetwork *self);
void way_network_set (WayNetwork *self, guint activity, gint32 finish, gint32 latest,
                      gboolean counts);
void way_network_remove (WayNetwork *self, guint activity); /* without arcs */
guint way_network_add_arc (WayNetwork *self, guint from, guint to);
void way_network_set_room (WayNetwork *self, guint arc, gint32 room);
void way_network_remove_arc (WayNetwork *self, guint arc);

/* Brings order, early, tail, limit and end up to date */
void way_network_update (WayNetwork *self);

static inline WayActivity *
way_network_get (const WayNetwork *self, guint activity)
{
  return &g_array_index (self->activities, WayActivity, activity);
}

static inline WayArc *
way_network_get_arc (const WayNetwork *self, guint arc)
{
  return &g_array_index (self->arcs, WayArc, arc);
}

/* Asks memory for an arc that is looked at soon, if it is one */
static inline void
way_network_prefetch_arc (const WayNetwork *self, guint arc)
{
  if (arc != WAY_NETWORK_NONE)
    __builtin_prefetch (way_network_get_arc (self, arc));
}

/* By how many days it may be later; for one that is tied or has a limit */
gint32 way_network_get_late (const WayNetwork *self, const WayActivity *activity);

/* Whether it takes part and there is something that it waits for or that waits for it */
static inline gboolean
way_activity_is_tied (const WayActivity *self)
{
  return self->counts
         && (self->first_out != WAY_NETWORK_NONE || self->first_in != WAY_NETWORK_NONE);
}

G_END_DECLS
