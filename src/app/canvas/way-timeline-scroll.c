/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling the timeline: GtkScrollable over a range of days that is as long as the plan needs.
 */
#include "way-timeline-view-private.h"

/* Beyond the plan one can scroll by a year or by a view, whichever is more */
#define MARGIN_DAYS 365

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_SHOW_CRITICAL,
  PROP_CAN_REPAIR_ALL,
};

static double
get_canvas_x (WayTimelineView *self, double day)
{
  return (day - self->anchor) * self->day_width;
}

/* Whole pixels of the screen, so that what is kept as tiles stays crisp */
static double
round_to_pixel (WayTimelineView *self, double value)
{
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return round (value * scale_factor) / scale_factor;
}

static void
update_range (WayTimelineView *self, double body_width)
{
  double shown = body_width / self->day_width;
  double margin = MAX (MARGIN_DAYS, shown);
  double left = self->anchor + self->offset / self->day_width;
  WayDay first = self->today;
  WayDay last = self->today;
  WayDay plan_first;
  WayDay plan_last;

  if (self->layout != NULL && way_layout_get_span (self->layout, &plan_first, &plan_last))
    {
      first = MIN (first, plan_first);
      last = MAX (last, plan_last);
    }
  self->first_day = MAX (WAY_DAY_MIN, MIN (first - margin, left));
  self->last_day = MIN (WAY_DAY_MAX, MAX (last + margin, left + shown));
}

/* An adjustment counts from the left, as scrollbars do; the offset from where time starts */
static double
offset_to_value (WayTimelineView *self, const WayViewport *viewport, double offset)
{
  if (viewport->rtl)
    return get_canvas_x (self, self->last_day) - offset - way_viewport_body_width (viewport);
  return offset - get_canvas_x (self, self->first_day);
}

static double
value_to_offset (WayTimelineView *self, const WayViewport *viewport, double value)
{
  if (viewport->rtl)
    return get_canvas_x (self, self->last_day) - value - way_viewport_body_width (viewport);
  return value + get_canvas_x (self, self->first_day);
}

static void
on_value_changed (GtkAdjustment *adjustment, WayTimelineView *self)
{
  WayViewport viewport;

  if (self->setting_adjustments)
    return;

  viewport = way_timeline_view_get_viewport (self);
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    {
      double offset = value_to_offset (self, &viewport, gtk_adjustment_get_value (adjustment));

      self->offset = round_to_pixel (self, offset);
      self->is_fitted = FALSE;
    }
  way_timeline_view_follow (self);
}

static void
set_adjustment (WayTimelineView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_value_changed, self);
  g_clear_object (&self->adjustments[orientation]);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  way_timeline_view_update_adjustments (self);
}

static void
way_timeline_view_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_SHOW_CRITICAL:
      g_value_set_boolean (value, self->show_critical);
      break;
    case PROP_CAN_REPAIR_ALL:
      g_value_set_boolean (value, self->can_repair_all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
way_timeline_view_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    case PROP_SHOW_CRITICAL:
      if (self->show_critical == g_value_get_boolean (value))
        break;
      self->show_critical = g_value_get_boolean (value);
      way_timeline_schedule_apply_critical (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

void
way_timeline_view_scroll_class_init (GObjectClass *object_class)
{
  object_class->get_property = way_timeline_view_get_property;
  object_class->set_property = way_timeline_view_set_property;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_object_class_install_property (
      object_class, PROP_SHOW_CRITICAL,
      g_param_spec_boolean ("show-critical", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_CAN_REPAIR_ALL,
      g_param_spec_boolean ("can-repair-all", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

void
way_timeline_view_dispose_adjustments (WayTimelineView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_value_changed, self);
      g_clear_object (&self->adjustments[i]);
    }
}

void
way_timeline_view_update_adjustments (WayTimelineView *self)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  double height = way_viewport_body_height (&viewport);
  double content = self->layout != NULL ? way_layout_get_height (self->layout) : 0;

  if (width <= 0 || height <= 0)
    return;

  self->offset = round_to_pixel (self, self->offset);
  update_range (self, width);
  self->setting_adjustments = TRUE;
  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal, offset_to_value (self, &viewport, self->offset), 0,
                              get_canvas_x (self, self->last_day)
                                  - get_canvas_x (self, self->first_day),
                              width * 0.1, width * 0.9, width);
  if (vertical != NULL)
    {
      double upper = MAX (ceil (content), height);

      gtk_adjustment_configure (vertical,
                                CLAMP (gtk_adjustment_get_value (vertical), 0, upper - height), 0,
                                upper, height * 0.1, height * 0.9, height);
    }
  self->setting_adjustments = FALSE;
}

double
way_timeline_view_get_scroll_y (WayTimelineView *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return vertical != NULL ? round_to_pixel (self, gtk_adjustment_get_value (vertical)) : 0;
}

void
way_timeline_view_set_scroll_y (WayTimelineView *self, double y)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL)
    gtk_adjustment_set_value (vertical, y);
}

void
way_timeline_view_set_offset (WayTimelineView *self, double offset)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double width = way_viewport_body_width (&viewport);
  double before = self->offset;

  self->offset
      = CLAMP (offset, get_canvas_x (self, WAY_DAY_MIN),
               MAX (get_canvas_x (self, WAY_DAY_MIN), get_canvas_x (self, WAY_DAY_MAX) - width));
  if (self->offset != before)
    self->is_fitted = FALSE;
  way_timeline_view_update_adjustments (self);
  way_timeline_view_follow (self);
}

/* By how much [@from, @to) has to move to be within [@low, @high); its beginning counts more than
 * its end */
static double
get_way_into_sight (double from, double to, double low, double high)
{
  if (from >= low && to <= high)
    return 0;
  if (from < low || to - from > high - low)
    return low - from;
  return high - to;
}

void
way_timeline_view_stop_gliding (WayTimelineView *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (window == NULL)
    return;
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (window), FALSE);
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (window), TRUE);
}

void
way_timeline_view_scroll_to (WayTimelineView *self, const WayRect *rect)
{
  const double margin = 24;
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double from = viewport.rtl ? viewport.width - rect->x - rect->width : rect->x;
  double dx = get_way_into_sight (from, from + rect->width, viewport.head_width + margin,
                                  viewport.width - margin);
  double dy = get_way_into_sight (rect->y, rect->y + rect->height, viewport.scale_height,
                                  viewport.height - margin);

  way_timeline_view_stop_gliding (self);
  if (dy != 0)
    way_timeline_view_set_scroll_y (self, viewport.scroll_y - dy);
  if (dx != 0)
    way_timeline_view_set_offset (self, self->offset - dx);
  way_timeline_items_catch_up (self);
}

void
way_timeline_view_show_day (WayTimelineView *self, double day)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));

  way_timeline_view_stop_moving (self);
  self->is_fitted = FALSE;
  way_timeline_view_set_offset (self, get_canvas_x (self, day));
  way_timeline_items_catch_up (self);
}
