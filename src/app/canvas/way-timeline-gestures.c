/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pointer on the timeline: which controllers listen, and what a click, a wheel or a pinch
 * means.
 */
#include "way-timeline-view-private.h"

#define WHEEL_FACTOR 1.15

/* By WayHitPart */
static const char *const cursor_names[] = {
  [WAY_HIT_NOTHING] = "default",    [WAY_HIT_SCALE] = "grab",
  [WAY_HIT_HEAD] = "default",       [WAY_HIT_FOLD] = "pointer",
  [WAY_HIT_ITEM] = "pointer",       [WAY_HIT_START_EDGE] = "ew-resize",
  [WAY_HIT_END_EDGE] = "ew-resize", [WAY_HIT_END_DOT] = "crosshair",
  [WAY_HIT_LANE] = "default",       [WAY_HIT_UNDATED] = "pointer",
};

/* By WayTimelineDragKind */
static const char *const drag_cursor_names[] = {
  [WAY_TIMELINE_DRAG_NONE] = "default",         [WAY_TIMELINE_DRAG_MOVE] = "grabbing",
  [WAY_TIMELINE_DRAG_START_EDGE] = "ew-resize", [WAY_TIMELINE_DRAG_END_EDGE] = "ew-resize",
  [WAY_TIMELINE_DRAG_BAND] = "default",         [WAY_TIMELINE_DRAG_LINK] = "crosshair",
  [WAY_TIMELINE_DRAG_GOAL] = "grabbing",        [WAY_TIMELINE_DRAG_PAN] = "grabbing",
};

static gboolean
is_on_item (const WayHit *hit)
{
  return hit->part == WAY_HIT_ITEM || hit->part == WAY_HIT_START_EDGE
         || hit->part == WAY_HIT_END_EDGE || hit->part == WAY_HIT_END_DOT;
}

static gboolean
is_on_goal (const WayHit *hit)
{
  return (hit->part == WAY_HIT_HEAD || hit->part == WAY_HIT_UNDATED) && !way_id_is_null (&hit->id);
}

static GdkModifierType
get_modifiers (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (controller);
}

WayHit
way_timeline_view_hit (WayTimelineView *self, double x, double y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  const WayId *dotted
      = way_id_is_null (&self->hover) ? way_selection_get_primary (self->selection) : &self->hover;

  if (self->layout == NULL)
    return (WayHit){ .part = WAY_HIT_NOTHING, .lane = -1 };
  return way_hit_test (self->layout, &viewport, x, y, dotted);
}

void
way_timeline_view_update_cursor (WayTimelineView *self)
{
  WayHit hit = way_timeline_view_hit (self, self->pointer_x, self->pointer_y);
  const char *name = self->drag.kind != WAY_TIMELINE_DRAG_NONE ? drag_cursor_names[self->drag.kind]
                                                               : cursor_names[hit.part];

  if (self->cursor_name == name)
    return; /* the display is told each time, which takes longer than all else of a step */
  self->cursor_name = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_hover (WayTimelineView *self, const WayId *id)
{
  if (way_id_equal (&self->hover, id))
    return;
  self->hover = *id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_timeline_view_point_at (WayTimelineView *self, double x, double y, WayId *id)
{
  WayHit hit = way_timeline_view_hit (self, x, y);
  gboolean is_milestone
      = is_on_item (&hit)
        && way_plan_lookup_kind (way_timeline_view_get_plan (self), WAY_KIND_MILESTONE, &hit.id)
               != NULL;

  set_hover (self, is_milestone ? &hit.id : &WAY_ID_NULL);
  *id = hit.id;

  return is_milestone || is_on_goal (&hit);
}

static void
on_pointer_moved (GtkEventControllerMotion *motion, double x, double y, WayTimelineView *self)
{
  WayHit hit;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag.kind != WAY_TIMELINE_DRAG_NONE)
    return;

  hit = way_timeline_view_hit (self, x, y);
  set_hover (self, is_on_item (&hit) ? &hit.id : &WAY_ID_NULL);
  way_timeline_view_update_cursor (self);
}

static void
on_pointer_left (GtkEventControllerMotion *motion, WayTimelineView *self)
{
  set_hover (self, &WAY_ID_NULL);
}

static void
select_hit (WayTimelineView *self, const WayHit *hit, GdkModifierType modifiers)
{
  if (modifiers & GDK_CONTROL_MASK)
    way_selection_toggle (self->selection, &hit->id);
  else if (modifiers & GDK_SHIFT_MASK)
    way_selection_add (self->selection, &hit->id);
  else if (!way_selection_contains (self->selection, &hit->id))
    way_selection_select (self->selection, &hit->id);
  else if (!way_id_equal (way_selection_get_primary (self->selection), &hit->id))
    way_selection_add (self->selection, &hit->id); /* several may be about to be dragged */
}

static void
press_once (WayTimelineView *self, const WayHit *hit, GdkModifierType modifiers)
{
  if (hit->part == WAY_HIT_FOLD)
    way_timeline_set_folded (self, &hit->id, !way_layout_get_folded (self->layout, &hit->id));
  else if (is_on_item (hit) || is_on_goal (hit))
    select_hit (self, hit, modifiers);
  else if (!(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) && hit->part != WAY_HIT_SCALE)
    way_selection_select (self->selection, NULL);
}

static void
press_twice (WayTimelineView *self, const WayHit *hit, double x, double y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double from_start = viewport.rtl ? viewport.width - x : x;

  if (is_on_item (hit) || is_on_goal (hit))
    way_timeline_view_activate (self, &hit->id);
  else if (hit->part == WAY_HIT_NOTHING && from_start < viewport.head_width)
    way_timeline_create_goal (self);
  else if (hit->part == WAY_HIT_LANE || hit->part == WAY_HIT_NOTHING)
    way_timeline_create_at (self, x, y);
}

/* Fingers come as sequences, the pointer does not */
static void
on_sequence_begin (GtkGesture *gesture, GdkEventSequence *sequence, WayTimelineView *self)
{
  self->is_finger = sequence != NULL;
}

static void
press (WayTimelineView *self, GtkGestureClick *click, int n_press, double x, double y)
{
  GdkModifierType modifiers = get_modifiers (click);
  WayHit hit = way_timeline_view_hit (self, x, y);

  self->narrows_on_release = way_selection_get_count (self->selection) > 1
                             && !(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
                             && is_on_item (&hit);
  if (n_press == 1)
    {
      press_once (self, &hit, modifiers);
      way_timeline_view_grab_focus (self);
    }
  else if (n_press == 2)
    press_twice (self, &hit, x, y); /* which leads the focus to a title */
}

/* A finger may be about to scroll, which selects nothing: it has pressed when it is lifted */
static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, WayTimelineView *self)
{
  if (self->layout == NULL)
    return;
  way_timeline_entry_close (self, TRUE);
  self->finger_x = x;
  self->finger_y = y;
  if (!self->is_finger)
    press (self, click, n_press, x, y);
}

/* A click that dragged nothing: of several selected items the one that was clicked is left alone */
static void
release (WayTimelineView *self, const WayHit *hit, int n_press)
{
  if (self->narrows_on_release && is_on_item (hit))
    way_selection_select (self->selection, &hit->id);
  if (n_press != 1)
    return;

  if (is_on_item (hit) && !way_id_is_null (&self->link_from))
    way_timeline_link_toggle (self);
  else if (hit->part == WAY_HIT_UNDATED)
    way_timeline_undated_popup (self, hit->lane);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, WayTimelineView *self)
{
  WayHit hit = way_timeline_view_hit (self, x, y);

  if (self->is_finger)
    {
      if (self->layout == NULL
          || gtk_drag_check_threshold (GTK_WIDGET (self), (int)self->finger_x, (int)self->finger_y,
                                       (int)x, (int)y))
        return;
      press (self, click, n_press, x, y);
    }
  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE)
    release (self, &hit, n_press);
  self->narrows_on_release = FALSE;
}

/* All that is selected where that is among it */
static void
select_taken (WayTimelineView *self, const WayHit *hit)
{
  if (!is_on_item (hit) && !is_on_goal (hit))
    way_selection_select (self->selection, NULL);
  else if (!way_selection_contains (self->selection, &hit->id))
    way_selection_select (self->selection, &hit->id);
}

static void
show_menu (WayTimelineView *self, double x, double y)
{
  WayHit hit = way_timeline_view_hit (self, x, y);

  if (self->layout == NULL)
    return;
  way_timeline_entry_close (self, TRUE);
  select_taken (self, &hit);
  way_timeline_view_grab_focus (self);
  if (hit.part != WAY_HIT_LANE || !way_timeline_menu_popup_link (self, x, y))
    way_timeline_menu_popup (self, x, y);
}

static void
on_secondary_pressed (GtkGestureClick *click, int n_press, double x, double y,
                      WayTimelineView *self)
{
  show_menu (self, x, y);
}

/* FALSE where there is nothing that can be dragged */
static gboolean
take_hold (WayTimelineView *self, double x, double y)
{
  WayHit hit = way_timeline_view_hit (self, x, y);

  if (!is_on_item (&hit) && !is_on_goal (&hit))
    return FALSE;
  way_timeline_drag_begin (self, x, y, FALSE);
  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE)
    return FALSE;

  self->is_held_still = TRUE;
  select_taken (self, &hit);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self)); /* which lies over the new dates */
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* A finger that is held takes what is below it, and drags it when it moves. It has no secondary
 * button: when it is lifted where it was, or there is nothing to take, it asks for the menu. */
static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, WayTimelineView *self)
{
  if (self->layout == NULL || self->drag.kind != WAY_TIMELINE_DRAG_NONE)
    return;
  self->narrows_on_release = FALSE;
  if (take_hold (self, x, y))
    return;
  self->drag_was_cancelled = gtk_gesture_is_active (self->drag_gesture);
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, WayTimelineView *self)
{
  self->press_x = x;
  self->press_y = y;
}

/* A few pixels are a shaky click; and fingers that move at once scroll, which the scrolled window
 * sees to, also where there is nothing more to scroll */
static gboolean
begin_drag (WayTimelineView *self, GtkGesture *gesture, double dx, double dy)
{
  GdkModifierType modifiers = get_modifiers (gesture);

  if (self->drag_was_cancelled || self->is_finger
      || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    return FALSE;
  way_timeline_drag_begin (self, self->press_x, self->press_y,
                           (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE)
    return FALSE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  return TRUE;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, WayTimelineView *self)
{
  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE
      && !begin_drag (self, GTK_GESTURE (gesture), dx, dy))
    return;
  if (self->is_held_still && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    return;
  self->is_held_still = FALSE;
  way_timeline_drag_update (self, self->press_x + dx, self->press_y + dy,
                            (get_modifiers (gesture) & GDK_ALT_MASK) != 0);
  way_timeline_view_update_cursor (self);
}

/* Ends what one of them drags, and is not where to drop it */
static gboolean
is_second_finger (gpointer controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, WayTimelineView *self)
{
  if (is_second_finger (gesture))
    way_timeline_drag_cancel (self);
  else if (self->is_held_still && way_timeline_drag_cancel (self))
    show_menu (self, self->press_x, self->press_y);
  else
    way_timeline_drag_end (self);
  self->is_held_still = FALSE;
  self->drag_was_cancelled = FALSE;
  way_timeline_view_update_cursor (self);
}

static void
on_drag_gesture_cancel (GtkGesture *gesture, GdkEventSequence *sequence, WayTimelineView *self)
{
  way_timeline_drag_cancel (self);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WayTimelineView *self)
{
  if (!(get_modifiers (scroll) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE; /* the scrolled window's */
  if (dy != 0)
    way_timeline_view_zoom_to (self, self->day_width * pow (WHEEL_FACTOR, -dy),
                               way_timeline_view_get_day (self, self->pointer_x), self->pointer_x);
  return GDK_EVENT_STOP;
}

/* A touchpad has no fingers on the screen: there the pointer is what they are about */
static void
get_pinch_point (WayTimelineView *self, GtkGesture *pinch, double *x, double *y)
{
  *x = self->pointer_x;
  *y = self->pointer_y;
  if (gtk_gesture_is_recognized (pinch))
    gtk_gesture_get_bounding_box_center (pinch, x, y);
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, WayTimelineView *self)
{
  double x;

  way_timeline_drag_cancel (self);
  get_pinch_point (self, pinch, &x, &self->finger_y);
  self->pinch_day_width = self->day_width;
  self->pinch_day = way_timeline_view_get_day (self, x);
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What is between the fingers goes with them: the day that was there at first, and as many whole
 * pixels down as there were, for what is rounded at each of many steps adds up */
static void
on_pinch_scale (GtkGestureZoom *pinch, double scale, WayTimelineView *self)
{
  double before = way_timeline_view_get_scroll_y (self);
  double x;
  double y;

  if (self->pinch_day_width <= 0)
    return;
  get_pinch_point (self, GTK_GESTURE (pinch), &x, &y);
  way_timeline_view_set_scroll_y (self, before - (y - self->finger_y));
  self->finger_y += before - way_timeline_view_get_scroll_y (self);
  way_timeline_view_zoom_to (self, self->pinch_day_width * scale, self->pinch_day, x);
}

static void
add_click (WayTimelineView *self, guint button, GCallback pressed, GCallback released)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "begin", G_CALLBACK (on_sequence_begin), self);
  g_signal_connect (click, "pressed", pressed, self);
  if (released != NULL)
    g_signal_connect (click, "released", released, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_drag (WayTimelineView *self)
{
  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag_gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag_gesture, "begin", G_CALLBACK (on_sequence_begin), self);
  g_signal_connect (self->drag_gesture, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag_gesture, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag_gesture, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->drag_gesture, "cancel", G_CALLBACK (on_drag_gesture_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
}

static void
add_long_press (WayTimelineView *self)
{
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
way_timeline_view_init_gestures (WayTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_scale), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  add_drag (self);
  add_long_press (self);
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_pressed), G_CALLBACK (on_released));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (on_secondary_pressed), NULL);
}
