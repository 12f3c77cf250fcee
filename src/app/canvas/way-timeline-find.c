/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the timeline does with a filter: dims or hides, and walks from match to match.
 */
#include "way-timeline-view-private.h"

/* A goal or one of the items in its lane */
typedef struct
{
  guint lane;
  int item; /* -1 is the goal itself */
} Place;

static gboolean
matches (const WayRecord *record, gpointer user_data)
{
  return way_filter_state_matches (user_data, record);
}

void
way_timeline_find_apply (WayTimelineView *self)
{
  gboolean is_active = self->filter != NULL && way_filter_state_is_active (self->filter);

  way_layout_set_filter (self->layout, is_active ? matches : NULL, self->filter,
                         is_active && way_filter_state_get_hides (self->filter));
}

gboolean
way_timeline_find_hides (WayTimelineView *self, const WayRecord *record)
{
  return self->filter != NULL && way_filter_state_get_hides (self->filter)
         && !way_filter_state_matches (self->filter, record);
}

/* Nothing is to be done to what cannot be seen */
void
way_timeline_find_prune_selection (WayTimelineView *self)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (WayId));

  if (self->filter == NULL || !way_filter_state_get_hides (self->filter))
    return;

  for (guint i = 0; i < n_ids; i++)
    {
      WayRecord *record = way_plan_lookup (plan, &ids[i]);
      gboolean is_goal = record != NULL && way_record_get_kind (record) == WAY_KIND_GOAL;

      if (is_goal ? way_layout_find_goal (self->layout, &ids[i]) >= 0
                  : record != NULL && !way_timeline_find_hides (self, record))
        g_array_append_val (kept, ids[i]);
    }
  if (kept->len < n_ids)
    way_selection_set (self->selection, (const WayId *)(gpointer)kept->data, kept->len);
}

static WayRecord *
get_record (WayLayout *layout, Place place)
{
  const WayLane *lane = way_layout_get_lane (layout, place.lane);

  return place.item < 0 ? lane->goal : lane->items[place.item].record;
}

static gboolean
is_match (WayTimelineView *self, Place place)
{
  WayRecord *record = get_record (self->layout, place);

  return record != NULL && way_filter_state_matches (self->filter, record);
}

/* Down the lanes and along them, and around at the end */
static Place
step (WayLayout *layout, Place place, gboolean forwards)
{
  guint n_lanes = way_layout_get_n_lanes (layout);

  if (forwards)
    {
      if (place.item + 1 < (int)way_layout_get_lane (layout, place.lane)->n_items)
        return (Place){ place.lane, place.item + 1 };
      return (Place){ (place.lane + 1) % n_lanes, -1 };
    }

  if (place.item >= 0)
    return (Place){ place.lane, place.item - 1 };

  place.lane = (place.lane + n_lanes - 1) % n_lanes;

  return (Place){ place.lane, (int)way_layout_get_lane (layout, place.lane)->n_items - 1 };
}

/* Where the walk goes on from: what was selected last, else before the first and after the last */
static Place
get_start (WayTimelineView *self, gboolean forwards)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  const WayItem *item = primary != NULL ? way_layout_find_item (self->layout, primary) : NULL;
  int lane = primary != NULL ? way_layout_find_goal (self->layout, primary) : -1;
  guint n_lanes = way_layout_get_n_lanes (self->layout);

  if (item != NULL)
    return (Place){ item->lane,
                    (int)(item - way_layout_get_lane (self->layout, item->lane)->items) };

  if (lane >= 0)
    return (Place){ (guint)lane, -1 };

  if (!forwards)
    return (Place){ 0, -1 };

  return (Place){ n_lanes - 1, (int)way_layout_get_lane (self->layout, n_lanes - 1)->n_items - 1 };
}

typedef struct
{
  WayFilterState *filter;
  gboolean is_found;
} Search;

static gboolean
search (const WayItem *item, gpointer user_data)
{
  Search *self = user_data;

  self->is_found = way_filter_state_matches (self->filter, item->record);
  return !self->is_found;
}

/* Of what has a date, else of the goals */
static WayRecord *
find_first (WayTimelineView *self)
{
  guint n_lanes = way_layout_get_n_lanes (self->layout);
  WayRecord *goal = NULL;

  for (guint i = 0; i < n_lanes; i++)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, i);

      for (guint j = 0; j < lane->n_items; j++)
        if (way_filter_state_matches (self->filter, lane->items[j].record))
          return lane->items[j].record;
      if (goal == NULL && lane->goal != NULL && way_filter_state_matches (self->filter, lane->goal))
        goal = lane->goal;
    }
  return goal;
}

static gboolean
is_any_found (WayFilterState *filter)
{
  static const WayKind kinds[] = { WAY_KIND_GOAL, WAY_KIND_MILESTONE, WAY_KIND_CREDENTIAL };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    n_found += way_filter_state_get_n_found (filter, kinds[i]);

  return n_found > 0;
}

void
way_timeline_find_show (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayRect area = way_viewport_get_area (&viewport);
  Search in_sight = { self->filter, FALSE };
  WayRecord *first;

  if (!is_any_found (self->filter))
    return;
  way_layout_foreach_visible (self->layout, viewport.scale, &area, search, &in_sight);
  if (in_sight.is_found)
    return;

  first = find_first (self);
  if (first != NULL)
    way_timeline_scroll_to_record (self, way_record_get_id (first));
}

gboolean
way_timeline_view_find (WayTimelineView *self, gboolean forwards)
{
  Place start, place;

  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), FALSE);

  if (self->layout == NULL || self->filter == NULL || !way_filter_state_is_active (self->filter))
    return FALSE;

  start = place = get_start (self, forwards);
  do
    {
      place = step (self->layout, place, forwards);
      if (is_match (self, place))
        {
          WayId id = *way_record_get_id (get_record (self->layout, place));

          way_timeline_view_reveal (self, &id);
          return TRUE;
        }
    }
  while (place.lane != start.lane || place.item != start.item);

  return FALSE;
}

guint
way_timeline_view_select_found (WayTimelineView *self)
{
  guint n_records;
  WayRecord *const *records;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));

  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), 0);

  if (self->layout == NULL || self->filter == NULL || !way_filter_state_is_active (self->filter))
    return 0;

  records
      = way_plan_get_records (way_timeline_view_get_plan (self), WAY_KIND_MILESTONE, &n_records);
  for (guint i = 0; i < n_records; i++)
    if (way_filter_state_matches (self->filter, records[i]))
      g_array_append_vals (ids, way_record_get_id (records[i]), 1);

  way_selection_set (self->selection, (const WayId *)(gpointer)ids->data, ids->len);

  return ids->len;
}
