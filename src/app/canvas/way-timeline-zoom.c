/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Zooming the timeline: at the pointer, in steps, to presets and to what there is.
 */
#include "way-timeline-view-private.h"

#define STEP_FACTOR 1.5
#define ANIMATION_MS 220
#define DAYS_SHOWN_LEAST 7
#define FIRST_LOOK_DAYS (5 * 365.25)
#define FIRST_LOOK_PAST 0.2 /* of its width lies before today */

static double
get_body_x (const WayViewport *viewport, double x)
{
  return (viewport->rtl ? viewport->width - x : x) - viewport->head_width;
}

/* A lane and how far down it something is, to find that again when lanes have moved */
typedef struct
{
  int lane;
  double part;
  double y;
} LaneMark;

static LaneMark
mark_lane (WayTimelineView *self, double y)
{
  LaneMark mark = { way_layout_find_lane (self->layout, y), 0, y };

  if (mark.lane >= 0 && (guint)mark.lane < way_layout_get_n_lanes (self->layout))
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)mark.lane);

      mark.part = (y - lane->y) / MAX (1, lane->height);
    }
  return mark;
}

static double
find_mark (WayTimelineView *self, const LaneMark *mark)
{
  const WayLane *lane;

  if (mark->lane < 0 || (guint)mark->lane >= way_layout_get_n_lanes (self->layout))
    return mark->y;
  lane = way_layout_get_lane (self->layout, (guint)mark->lane);
  return lane->y + mark->part * lane->height;
}

/* The one place where the zoom changes: @day comes to stand @body_x from where the body starts */
static void
set_zoom (WayTimelineView *self, double day_width, double day, double body_x, double lane_y)
{
  double before = self->day_width;
  LaneMark mark = mark_lane (self, lane_y);
  double dy;

  self->is_fitted = FALSE;
  self->zoomed_at = g_get_monotonic_time ();
  self->day_width = CLAMP (day_width, WAY_SCALE_MIN_DAY_WIDTH, WAY_SCALE_MAX_DAY_WIDTH);
  self->offset = (day - self->anchor) * self->day_width - body_x;

  if (self->day_width != before)
    {
      way_timeline_tiles_stretch (self->body, self->day_width / before);
      if (way_layout_set_day_width (self->layout, self->day_width))
        way_timeline_tiles_invalidate (self->heads, NULL);
    }

  dy = find_mark (self, &mark) - lane_y;
  way_timeline_view_set_offset (self, self->offset);
  if (dy != 0)
    way_timeline_view_set_scroll_y (self, way_timeline_view_get_scroll_y (self) + dy);
}

static double
get_middle_y (WayTimelineView *self, const WayViewport *viewport)
{
  return viewport->scroll_y
         + MIN (way_viewport_body_height (viewport), way_layout_get_height (self->layout)) / 2;
}

static void
on_zoom_value (double value, gpointer user_data)
{
  WayTimelineView *self = user_data;
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double day_width = self->zoom_from * pow (self->zoom_to / self->zoom_from, value);
  double body_x = self->zoom_x + (self->zoom_x_to - self->zoom_x) * value;

  set_zoom (self, day_width, self->zoom_day, body_x, get_middle_y (self, &viewport));
}

/* Glides to a zoom at which @day stands @body_x_to from where the body starts */
static void
glide_to (WayTimelineView *self, double day_width, double day, double body_x_to)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);

  way_timeline_view_stop_moving (self);
  self->zoom_from = self->day_width;
  self->zoom_to = CLAMP (day_width, WAY_SCALE_MIN_DAY_WIDTH, WAY_SCALE_MAX_DAY_WIDTH);
  self->zoom_day = day;
  self->zoom_x = way_scale_x (viewport.scale, day);
  self->zoom_x_to = body_x_to;
  self->zoom_animation
      = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION_MS,
                                 adw_callback_animation_target_new (on_zoom_value, self, NULL));
  adw_animation_play (self->zoom_animation);
}

void
way_timeline_view_stop_moving (WayTimelineView *self)
{
  way_timeline_view_stop_gliding (self);
  if (self->zoom_animation != NULL)
    adw_animation_pause (self->zoom_animation);
  g_clear_object (&self->zoom_animation);
}

double
way_timeline_view_get_day (WayTimelineView *self, double x)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);

  return way_scale_day (viewport.scale, MAX (0, get_body_x (&viewport, x)));
}

void
way_timeline_view_zoom_to (WayTimelineView *self, double day_width, double day, double x)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);

  if (self->layout == NULL)
    return;
  way_timeline_view_stop_moving (self);
  set_zoom (self, day_width, day, MAX (0, get_body_x (&viewport, x)),
            get_middle_y (self, &viewport));
}

/* Where the zoom is held fast when nobody points: the selected item, today, or the middle */
static double
get_fixed_day (WayTimelineView *self, const WayViewport *viewport)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  double first = way_scale_day (viewport->scale, 0);
  double last = way_scale_day (viewport->scale, way_viewport_body_width (viewport));
  const WayItem *item = primary != NULL ? way_layout_find_item (self->layout, primary) : NULL;

  if (item != NULL && item->end > first && item->start < last)
    return (MAX (item->start, first) + MIN (item->end, last)) / 2;
  if (self->today >= first && self->today <= last)
    return self->today;
  return (first + last) / 2;
}

void
way_timeline_view_zoom_step (WayTimelineView *self, gboolean closer)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double factor = closer ? STEP_FACTOR : 1 / STEP_FACTOR;
  double day;

  if (self->layout == NULL)
    return;
  day = get_fixed_day (self, &viewport);
  glide_to (self, self->day_width * factor, day, way_scale_x (viewport.scale, day));
}

void
way_timeline_view_zoom_to_days (WayTimelineView *self, double days)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  double day;

  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (days > 0);

  if (self->layout == NULL || width <= 0)
    return;
  day = get_fixed_day (self, &viewport);
  glide_to (self, width / days, day, way_scale_x (viewport.scale, day));
}

static void
glide_to_scale (WayTimelineView *self, WayScale scale, double width)
{
  double day = way_scale_day (scale, width / 2);

  glide_to (self, scale.day_width, day, width / 2);
}

void
way_timeline_view_zoom_to_fit (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  double before = self->day_width;
  WayScale scale;

  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL || width <= 0)
    return;
  scale = way_layout_fit (self->layout, width, self->today);
  way_layout_set_day_width (self->layout,
                            before); /* it is laid out for the fit, which is still to come */
  glide_to_scale (self, scale, width);
}

static gboolean
is_there (const WayItem *item, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return FALSE;
}

typedef struct
{
  WayDay today;
  WayDay distance;
  WayDay day; /* of it, the one that is nearest to today */
} Nearest;

static gboolean
find_nearest (const WayItem *item, gpointer user_data)
{
  Nearest *nearest = user_data;
  WayDay day = CLAMP (nearest->today, item->start, item->end);
  WayDay distance = ABS (day - nearest->today);

  if (distance < nearest->distance)
    {
      nearest->distance = distance;
      nearest->day = day;
    }

  return TRUE;
}

/* Years around today may be empty, between what was long ago and what is far ahead: then what is
 * nearest to today is looked at. @last is the last day of the plan. */
static void
look_at_something (WayTimelineView *self, WayScale *scale, double first, double last)
{
  double height = way_layout_get_height (self->layout);
  double width = FIRST_LOOK_DAYS * scale->day_width;
  gboolean is_anything = FALSE;
  Nearest nearest = { self->today, G_MAXINT32, self->today };
  double part;

  way_layout_foreach_visible (self->layout, *scale, &(WayRect){ 0, 0, width, height }, is_there,
                              &is_anything);
  if (is_anything)
    return;

  way_layout_foreach_visible (self->layout, *scale,
                              &(WayRect){ (first - scale->origin) * scale->day_width, 0,
                                          (last - first) * scale->day_width, height },
                              find_nearest, &nearest);
  part = nearest.day > self->today ? FIRST_LOOK_PAST : 1 - FIRST_LOOK_PAST;
  scale->origin = CLAMP (nearest.day - FIRST_LOOK_DAYS * part, first, last - FIRST_LOOK_DAYS);
}

/* Where a plan is looked at first: all of it when that is a few years, else the years ahead and a
 * little of what was */
static WayScale
get_first_scale (WayTimelineView *self, double width)
{
  WayScale scale = way_layout_fit (self->layout, width, self->today);
  double first = scale.origin;
  double last = way_scale_day (scale, width);
  double origin = self->today - FIRST_LOOK_DAYS * FIRST_LOOK_PAST;

  if (scale.day_width * FIRST_LOOK_DAYS >= width || self->today < scale.origin
      || self->today > last)
    return scale;

  scale.day_width = width / FIRST_LOOK_DAYS;
  scale.origin = CLAMP (origin, scale.origin, last - FIRST_LOOK_DAYS);
  way_layout_set_day_width (self->layout, scale.day_width);
  look_at_something (self, &scale, first, last);

  return scale;
}

void
way_timeline_view_fit_now (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  WayScale scale;

  if (width <= 0)
    return;
  self->fitted_width = viewport.width;
  scale = get_first_scale (self, width);
  self->day_width = scale.day_width;
  self->anchor = (WayDay)floor (scale.origin);
  self->offset = (scale.origin - self->anchor) * self->day_width;
  way_timeline_tiles_clear (self->body);
  way_timeline_tiles_clear (self->scale);
  way_timeline_tiles_clear (self->heads);
  way_timeline_view_update_adjustments (self);
  way_timeline_items_sync (self);
}

void
way_timeline_view_zoom_to_selection (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  WayDay first = G_MAXINT32;
  WayDay last = G_MININT32;
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  if (self->layout == NULL || width <= 0)
    return;
  for (guint i = 0; i < n_ids; i++)
    {
      const WayItem *item = way_layout_find_item (self->layout, &ids[i]);

      if (item != NULL)
        {
          first = MIN (first, item->start);
          last = MAX (last, item->end - 1);
        }
    }
  if (first > last)
    return;

  if (last - first < DAYS_SHOWN_LEAST)
    {
      first -= DAYS_SHOWN_LEAST;
      last += DAYS_SHOWN_LEAST;
    }
  glide_to_scale (self, way_layout_fit_days (self->layout, first, last, width), width);
}
