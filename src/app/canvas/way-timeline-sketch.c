/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new milestone that is drawn on an empty place of a lane: a rubber band that stays in a row and
 * has nothing to select.
 */
#include "config.h"

#include "way-item-text.h"
#include "way-overlay.h"
#include "way-timeline-snap.h"
#include "way-timeline-view-private.h"

/* The lane where the drag began and still is, or NULL */
static const WayLane *
get_lane (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double y = self->drag.y - viewport.scale_height + viewport.scroll_y;
  int index = way_layout_find_lane (self->layout, self->drag.lane_y);
  const WayLane *lane;

  if (index < 0 || (guint)index >= way_layout_get_n_lanes (self->layout)
      || way_layout_find_lane (self->layout, y) != index)
    return NULL;

  lane = way_layout_get_lane (self->layout, (guint)index);
  if (lane->kind == WAY_LANE_CREDENTIALS || fabs (y - self->drag.lane_y) > lane->row_height)
    return NULL;

  return lane;
}

gboolean
way_timeline_sketch_get (WayTimelineView *self, WayTimelineSketch *sketch)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double day = way_viewport_day (&viewport, self->drag.x);
  double first = MIN (day, self->drag.day);
  double last = MAX (day, self->drag.day);
  const WayLane *lane;

  if (self->drag.kind != WAY_TIMELINE_DRAG_BAND || self->drag.adds
      || way_selection_get_count (self->selection) > 0)
    return FALSE;

  lane = get_lane (self);
  if (lane == NULL)
    return FALSE;

  *sketch = (WayTimelineSketch){
    .goal = lane->goal != NULL ? *way_record_get_id (lane->goal) : WAY_ID_NULL,
    .lane_y = self->drag.lane_y,
    .start = (WayDay)floor (first),
    .end = (WayDay)ceil (last),
  };
  if (!self->drag.is_free)
    {
      sketch->start = way_timeline_snap_day (viewport.scale, self->drag.targets, first);
      sketch->end = way_timeline_snap_day (viewport.scale, self->drag.targets, last);
    }

  return sketch->end > sketch->start;
}

void
way_timeline_sketch_add_ghost (WayTimelineView *self, const WayTimelineSketch *sketch,
                               WayScene *scene, const WayViewport *viewport)
{
  double height = way_layout_get_metrics (self->layout)->bar_height;
  g_autofree char *text = way_text_ghost (sketch->start, sketch->end);
  WayGhost ghost = {
    .start = sketch->start,
    .end = sketch->end,
    .y = sketch->lane_y - height / 2 - viewport->scroll_y + viewport->scale_height,
    .height = height,
    .text = text,
  };

  way_overlay_add_ghost (scene, self->labels, viewport, self->style, &ghost);
}
