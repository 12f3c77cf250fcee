/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking the timeline with the keyboard: between items in time, between lanes, and in and out of
 * them like a tree.
 */
#include "way-timeline-view-private.h"

static const WayItem *
get_primary_item (WayTimelineView *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);

  return primary != NULL ? way_layout_find_item (self->layout, primary) : NULL;
}

static const WayLane *
get_primary_lane (WayTimelineView *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  int index = primary != NULL ? way_layout_find_goal (self->layout, primary) : -1;

  return index >= 0 ? way_layout_get_lane (self->layout, (guint)index) : NULL;
}

static guint
get_lane_index (WayTimelineView *self, const WayLane *lane)
{
  return (guint)way_layout_find_goal (self->layout, way_record_get_id (lane->goal));
}

static void
go_to (WayTimelineView *self, const WayId *id, gboolean extend)
{
  WayId wanted = *id;

  if (extend)
    way_selection_add (self->selection, &wanted);
  else
    way_selection_select (self->selection, &wanted);
  way_timeline_scroll_to_record (self, &wanted);
}

static gboolean
take_first (const WayItem *item, gpointer user_data)
{
  *(const WayItem **)user_data = item;
  return FALSE;
}

/* Nothing is selected: begin with the first item in sight, or with the first there is */
static void
begin (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayRect area = way_viewport_get_area (&viewport);
  const WayItem *found = NULL;

  way_layout_foreach_visible (self->layout, viewport.scale, &area, take_first, &found);
  for (guint i = 0; found == NULL && i < way_layout_get_n_lanes (self->layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, i);

      if (lane->n_items > 0)
        found = &lane->items[0];
    }
  if (found != NULL)
    go_to (self, way_record_get_id (found->record), FALSE);
  else if (way_layout_get_n_lanes (self->layout) > 0
           && way_layout_get_lane (self->layout, 0)->goal != NULL)
    go_to (self, way_record_get_id (way_layout_get_lane (self->layout, 0)->goal), FALSE);
}

static void
walk_from_item (WayTimelineView *self, const WayItem *item, WayDirection direction, gboolean extend)
{
  const WayItem *next = way_layout_get_neighbour (self->layout, item, direction);
  const WayLane *lane = way_layout_get_lane (self->layout, item->lane);

  if (next != NULL)
    go_to (self, way_record_get_id (next->record), extend);
  else if (direction == WAY_DIRECTION_EARLIER && lane->goal != NULL && !extend)
    go_to (self, way_record_get_id (lane->goal), FALSE);
}

static void
go_to_lane (WayTimelineView *self, int index, int step, gboolean extend)
{
  int n_lanes = (int)way_layout_get_n_lanes (self->layout);

  for (; index >= 0 && index < n_lanes; index += step)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)index);

      if (lane->goal != NULL)
        {
          go_to (self, way_record_get_id (lane->goal), extend);
          return;
        }
    }
}

static void
leave_lane_outwards (WayTimelineView *self, const WayLane *lane)
{
  const WayId *parent = way_record_get_ref (lane->goal, WAY_GOAL_PARENT);

  if (!lane->folded && (lane->has_children || lane->n_items > 0))
    way_timeline_set_folded (self, way_record_get_id (lane->goal), TRUE);
  else if (parent != NULL)
    go_to (self, parent, FALSE);
}

static void
walk_from_lane (WayTimelineView *self, const WayLane *lane, WayDirection direction, gboolean extend)
{
  int index = (int)get_lane_index (self, lane);

  if (extend && (direction == WAY_DIRECTION_EARLIER || direction == WAY_DIRECTION_LATER))
    return; /* there are no goals beside one another to take, and folding takes none */

  switch (direction)
    {
    case WAY_DIRECTION_UP:
      go_to_lane (self, index - 1, -1, extend);
      break;
    case WAY_DIRECTION_DOWN:
      go_to_lane (self, index + 1, 1, extend);
      break;
    case WAY_DIRECTION_EARLIER:
      leave_lane_outwards (self, lane);
      break;
    case WAY_DIRECTION_LATER:
      if (lane->folded)
        way_timeline_set_folded (self, way_record_get_id (lane->goal), FALSE);
      else if (lane->n_items > 0)
        go_to (self, way_record_get_id (lane->items[0].record), FALSE);
      break;
    }
}

void
way_timeline_walk (WayTimelineView *self, WayDirection direction, gboolean extend)
{
  const WayItem *item;
  const WayLane *lane;

  if (self->layout == NULL)
    return;
  item = get_primary_item (self);
  lane = get_primary_lane (self);
  if (item != NULL)
    walk_from_item (self, item, direction, extend);
  else if (lane != NULL)
    walk_from_lane (self, lane, direction, extend);
  else
    begin (self);
}

void
way_timeline_walk_to_end (WayTimelineView *self, gboolean last)
{
  const WayItem *item;
  const WayLane *lane;

  if (self->layout == NULL)
    return;
  item = get_primary_item (self);
  lane = item != NULL ? way_layout_get_lane (self->layout, item->lane) : get_primary_lane (self);
  if (lane == NULL || lane->n_items == 0)
    begin (self);
  else
    go_to (self, way_record_get_id (lane->items[last ? lane->n_items - 1 : 0].record), FALSE);
}

void
way_timeline_walk_find_next (WayTimelineView *self, WayId *id)
{
  const WayItem *item = get_primary_item (self);

  for (WayDirection direction = WAY_DIRECTION_EARLIER; direction <= WAY_DIRECTION_DOWN; direction++)
    {
      const WayItem *next
          = item != NULL ? way_layout_get_neighbour (self->layout, item, direction) : NULL;

      if (next != NULL
          && !way_selection_contains (self->selection, way_record_get_id (next->record)))
        {
          *id = *way_record_get_id (next->record);
          return;
        }
    }
}

void
way_timeline_set_folded (WayTimelineView *self, const WayId *goal, gboolean folded)
{
  WayId id = *goal;

  way_layout_set_folded (self->layout, &id, folded);
  way_timeline_view_relayout (self);
}

void
way_timeline_unfold_to (WayTimelineView *self, const WayId *id)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  WayRecord *record = way_plan_lookup (plan, id);
  const WayId *goal = NULL;
  gboolean unfolded = FALSE;

  if (record != NULL && way_record_get_kind (record) == WAY_KIND_MILESTONE)
    goal = way_record_get_ref (record, WAY_MILESTONE_GOAL);
  else if (record != NULL && way_record_get_kind (record) == WAY_KIND_GOAL)
    goal = way_record_get_ref (record, WAY_GOAL_PARENT);

  while (goal != NULL)
    {
      if (way_layout_get_folded (self->layout, goal))
        {
          way_layout_set_folded (self->layout, goal, FALSE);
          unfolded = TRUE;
        }
      record = way_plan_lookup_kind (plan, WAY_KIND_GOAL, goal);
      goal = record != NULL ? way_record_get_ref (record, WAY_GOAL_PARENT) : NULL;
    }
  if (unfolded)
    way_timeline_view_relayout (self);
}

int
way_timeline_find_lane (WayTimelineView *self, const WayId *goal)
{
  WayPlan *plan = way_timeline_view_get_plan (self);

  for (guint depth = 0; goal != NULL && depth < 64; depth++)
    {
      WayRecord *record = way_plan_lookup_kind (plan, WAY_KIND_GOAL, goal);
      int index = way_layout_find_goal (self->layout, goal);

      if (index >= 0 || record == NULL)
        return index;
      goal = way_record_get_ref (record, WAY_GOAL_PARENT);
    }

  return way_layout_find_goal (self->layout, NULL);
}

gboolean
way_timeline_has_place (WayTimelineView *self, const WayId *id)
{
  return self->layout != NULL
         && (way_layout_find_goal (self->layout, id) >= 0
             || way_layout_find_item (self->layout, id) != NULL);
}

void
way_timeline_scroll_to_record (WayTimelineView *self, const WayId *id)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  int index = way_layout_find_goal (self->layout, id);
  WayRect rect;

  if (index >= 0)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)index);

      /* Up or down only: the head is always there */
      rect = (WayRect){ viewport.width / 2, lane->y - viewport.scroll_y + viewport.scale_height, 1,
                        MIN (lane->height, viewport.height / 2) };
      way_timeline_view_scroll_to (self, &rect);
    }
  else if (way_hit_item_rect (self->layout, &viewport, id, &rect))
    way_timeline_view_scroll_to (self, &rect);
}
