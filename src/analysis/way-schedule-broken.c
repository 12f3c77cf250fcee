/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What edits break that the schedule has not heard of yet.
 */
#include "way-schedule-private.h"

#define NEAR (WAY_CHANGE_LOOK_AHEAD / 2)

typedef struct
{
  WaySchedule *schedule;
  const WayChange *edits;
  guint64 *moved; /* set of activities */
  guint *last;    /* the last edit of each that is in it */
  GArray *broken; /* of WayId */
} Search;

/* Asks for where the activity of an edit a little further on is found, once its record is at hand
 */
static void
look_for_activity (const Search *self, guint n_edits, guint index)
{
  way_changes_look_ahead (self->edits, n_edits, index);
  if (n_edits - index > NEAR)
    way_id_map_prefetch (self->schedule->activities,
                         way_change_get_id (&self->edits[index + NEAR]));
}

/* A record may be edited several times in one step: what counts is the last of them */
static gboolean
find_moved (Search *self, guint n_edits)
{
  gboolean is_any = FALSE;
  guint activity;

  for (guint i = 0; i < n_edits; i++)
    {
      const WayChange *edit = &self->edits[i];

      look_for_activity (self, n_edits, i);
      if (way_change_get_kind (edit) != WAY_KIND_MILESTONE
          || !way_schedule_find_activity (self->schedule, way_change_get_id (edit), &activity))
        continue;

      self->last[activity] = i;
      if (!way_milestone_change_moves (edit))
        continue;
      way_schedule_set_add (self->moved, activity);
      is_any = TRUE;
    }

  return is_any;
}

static WayRecord *
get_after (const Search *self, guint activity)
{
  return self->edits[self->last[activity]].after;
}

/* Asks for what ties the milestones that wait for @activity, and for their days */
static void
look_for_heads (const Search *self, guint activity)
{
  const WayNetwork *network = &self->schedule->network;
  const WayArc *arc;

  for (guint i = way_network_get (network, activity)->first_out; i != WAY_NETWORK_NONE;
       i = arc->next_out)
    {
      const WayMilestoneDays *days;

      arc = way_network_get_arc (network, i);
      days = &way_schedule_get_milestone (self->schedule, arc->to)->days;
      __builtin_prefetch (days);
      __builtin_prefetch (days + 1);
      __builtin_prefetch (way_schedule_get_link (self->schedule, i));
    }
}

/* Of those moved in a word to come, first what is kept by their numbers is asked for, then what
 * that leads to, and then what that does */
static void
look_ahead (const Search *self, guint n_words, guint nearest)
{
  guint near = nearest + 1, far = nearest + 2;
  WaySchedule *schedule = self->schedule;

  for (guint64 left = far < n_words ? self->moved[far] : 0; left != 0; left &= left - 1)
    {
      guint activity = way_schedule_set_get_first (far, left);

      __builtin_prefetch (way_network_get (&schedule->network, activity));
      __builtin_prefetch (&self->edits[self->last[activity]]);
    }

  for (guint64 left = near < n_words ? self->moved[near] : 0; left != 0; left &= left - 1)
    {
      guint activity = way_schedule_set_get_first (near, left);
      guint arc = way_network_get (&schedule->network, activity)->first_out;

      __builtin_prefetch (get_after (self, activity));
      way_network_prefetch_arc (&schedule->network, arc);
      if (arc != WAY_NETWORK_NONE)
        __builtin_prefetch (way_schedule_get_link (schedule, arc));
    }

  for (guint64 left = nearest < n_words ? self->moved[nearest] : 0; left != 0; left &= left - 1)
    look_for_heads (self, way_schedule_set_get_first (nearest, left));
}

/* Appends the dependencies that @activity breaks with its new dates */
static void
find_broken_after (Search *self, guint activity)
{
  WaySchedule *schedule = self->schedule;
  const WayRecord *record = get_after (self, activity);
  WayMilestoneDays days;
  const WayArc *arc;

  if (record == NULL)
    return;

  days = way_milestone_get_days (record);
  for (guint i = way_network_get (&schedule->network, activity)->first_out; i != WAY_NETWORK_NONE;
       i = arc->next_out)
    {
      const WayScheduleLink *link = way_schedule_get_link (schedule, i);

      arc = way_network_get_arc (&schedule->network, i);
      if (arc->room >= 0 && !arc->is_knot && !way_schedule_set_has (self->moved, arc->to)
          && way_schedule_link_get_room (link, &days,
                                         &way_schedule_get_milestone (schedule, arc->to)->days)
                 < 0)
        g_array_append_vals (self->broken, way_record_get_id (link->record), 1);
    }
}

static void
find_broken (Search *self)
{
  guint n_words = way_schedule_count_words (self->schedule);

  self->broken = g_array_new (FALSE, FALSE, sizeof (WayId));
  for (guint word = 0; word < n_words; word++)
    {
      look_ahead (self, n_words, word + 1);
      for (guint64 left = self->moved[word]; left != 0; left &= left - 1)
        find_broken_after (self, way_schedule_set_get_first (word, left));
    }
}

GArray *
way_schedule_find_broken_by (WaySchedule *self, const WayChange *edits, guint n_edits)
{
  Search search = { self, edits, NULL, NULL, NULL };

  way_schedule_build (self);
  search.moved = way_schedule_new_set (self);
  search.last = g_new (guint, self->milestones->len);
  if (find_moved (&search, n_edits))
    find_broken (&search);
  g_free (search.moved);
  g_free (search.last);

  return search.broken;
}
