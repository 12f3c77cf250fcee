/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rubber band: selects what it touches.
 */
#include "way-timeline-view-private.h"

WayRect
way_timeline_band_get_rect (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double x = way_viewport_x (&viewport, self->drag.day);
  double y = self->drag.lane_y - viewport.scroll_y + viewport.scale_height;

  return (WayRect){ MIN (x, self->drag.x), MIN (y, self->drag.y), fabs (x - self->drag.x),
                    fabs (y - self->drag.y) };
}

void
way_timeline_band_begin (WayTimelineView *self, gboolean keep)
{
  guint n_ids = 0;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  self->drag.adds = keep;
  if (keep && n_ids > 0)
    g_array_append_vals (self->drag.kept, ids, n_ids);
}

void
way_timeline_band_update (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayRect band = way_timeline_band_get_rect (self);
  g_autoptr (GArray) touched = way_hit_band (self->layout, &viewport, &band);
  GArray *kept = self->drag.kept;

  if (kept->len > 0)
    g_array_prepend_vals (touched, kept->data, kept->len);
  way_selection_set (self->selection, (const WayId *)(gpointer)touched->data, touched->len);
}
