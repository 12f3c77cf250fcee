/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip below the timeline with the whole plan: drag its window to travel.
 */
#include "config.h"

#include "way-timeline-overview.h"

#include "way-overview.h"
#include "way-pace.h"
#include "way-painter.h"
#include "way-timeline-overlay.h"
#include "way-timeline-tiles.h"

#include <glib/gi18n.h>

#define HEIGHT 72

struct _WayTimelineOverview
{
  GtkWidget parent_instance;

  WayTimelineView *view; /* weak */
  WayTimelineTiles
      *strip; /* one row of tiles, painted again only when the plan or the colours change */
  WayTimelineOverlay *overlay; /* what lies above it */
  double strip_width;
  WayScale strip_scale;
  const WayStyle *style;

  WayPace pace; /* at which it shows where the view has moved to */

  gboolean is_dragged;
  double press_x; /* where the drag began */
  double grab;    /* days from the window's beginning to where it is held */
};

G_DEFINE_FINAL_TYPE (WayTimelineOverview, way_timeline_overview, GTK_TYPE_WIDGET)

static gboolean
is_rtl (WayTimelineOverview *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static WayLayout *
get_layout (WayTimelineOverview *self)
{
  return self->view != NULL ? way_timeline_view_get_layout (self->view) : NULL;
}

static gboolean
paint_strip (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  WayTimelineOverview *self = user_data;
  WayLayout *layout = get_layout (self);
  WayLabels *labels = way_layout_get_labels (layout);
  g_autoptr (WayScene) scene
      = way_overview_build (layout, self->strip_width, HEIGHT, self->style,
                            way_timeline_view_get_today (self->view), is_rtl (self));

  cairo_translate (cr, -area->x, -area->y);
  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);
  way_painter_paint (scene, labels, cr);
  return TRUE;
}

static double
get_day_at (WayTimelineOverview *self, double x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  WayScale scale
      = way_overview_get_scale (get_layout (self), width, way_timeline_view_get_today (self->view));

  return way_scale_day (scale, is_rtl (self) ? width - x : x);
}

static double
get_days_shown (const WayViewport *viewport)
{
  return way_viewport_body_width (viewport) / viewport->scale.day_width;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, WayTimelineOverview *self)
{
  WayViewport viewport;
  double day;
  double shown;

  if (get_layout (self) == NULL)
    return;
  self->is_dragged = TRUE;
  self->press_x = x;
  viewport = way_timeline_view_get_viewport (self->view);
  day = get_day_at (self, x);
  shown = get_days_shown (&viewport);
  self->grab = day - viewport.scale.origin;
  if (self->grab < 0 || self->grab > shown) /* beside the window: it comes to the pointer */
    {
      self->grab = shown / 2;
      way_timeline_view_show_day (self->view, day - self->grab);
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, WayTimelineOverview *self)
{
  if (get_layout (self) != NULL)
    way_timeline_view_show_day (self->view, get_day_at (self, self->press_x + dx) - self->grab);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, WayTimelineOverview *self)
{
  self->is_dragged = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WayTimelineOverview *self)
{
  WayViewport viewport;

  if (get_layout (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  viewport = way_timeline_view_get_viewport (self->view);
  way_timeline_view_show_day (self->view,
                              viewport.scale.origin + (dx + dy) * get_days_shown (&viewport) / 10);
  return GDK_EVENT_STOP;
}

static void
forget_strip (WayTimelineOverview *self)
{
  way_timeline_tiles_clear (self->strip);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_layout_changed (WayTimelineOverview *self)
{
  forget_strip (self);
}

static void
follow (gpointer self)
{
  gtk_widget_queue_draw (self);
}

/* What else there is to draw in a frame makes the X server take twice as long for the view, which
 * alone is one rectangle. What is dragged here stays at the pointer. */
static void
on_viewport_changed (WayTimelineOverview *self)
{
  if (self->is_dragged)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    way_pace_ask (&self->pace);
}

static void
way_timeline_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

/* The strip's scale goes by what there is; when that changes, all of it does */
static void
check_strip (WayTimelineOverview *self, WayLayout *layout, double width)
{
  WayScale scale = way_overview_get_scale (layout, width, way_timeline_view_get_today (self->view));
  const WayStyle *style = way_timeline_view_get_style (self->view);
  GdkRGBA background;

  if (self->strip_width == width && self->style == style && self->strip_scale.origin == scale.origin
      && self->strip_scale.day_width == scale.day_width)
    return;
  way_timeline_tiles_clear (self->strip);
  background = way_timeline_get_colour (style->background);
  way_timeline_tiles_set_background (self->strip, &background);
  self->strip_width = width;
  self->strip_scale = scale;
  self->style = style;
}

static void
way_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayTimelineOverview *self = WAY_TIMELINE_OVERVIEW (widget);
  WayLayout *layout = get_layout (self);
  double width = gtk_widget_get_width (widget);
  g_autoptr (WayScene) window = NULL;
  WayViewport viewport;

  if (self->view == NULL || width <= 0)
    return;

  if (layout == NULL)
    {
      GdkRGBA background
          = way_timeline_get_colour (way_timeline_view_get_style (self->view)->background);

      gtk_snapshot_append_color (
          snapshot, &background,
          &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)gtk_widget_get_height (widget)));
      return;
    }

  viewport = way_timeline_view_get_viewport (self->view);
  check_strip (self, layout, width);
  way_timeline_tiles_set_scale (self->strip, gtk_widget_get_scale_factor (widget));
  way_timeline_tiles_set_renderer (self->strip,
                                   gtk_native_get_renderer (gtk_widget_get_native (widget)));
  way_timeline_tiles_snapshot (self->strip, snapshot, &(WayRect){ 0, 0, width, HEIGHT },
                               G_MAXINT32);
  window = way_overview_build_window (layout, width, HEIGHT, self->style,
                                      way_timeline_view_get_today (self->view), &viewport);
  way_timeline_overlay_begin_frame (self->overlay, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  way_timeline_overlay_snapshot (self->overlay, snapshot, window, way_layout_get_labels (layout));
}

static void
way_timeline_overview_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (way_timeline_overview_parent_class)->direction_changed (widget, previous);
  forget_strip (WAY_TIMELINE_OVERVIEW (widget));
}

static void
way_timeline_overview_dispose (GObject *object)
{
  WayTimelineOverview *self = WAY_TIMELINE_OVERVIEW (object);

  way_timeline_overview_set_view (self, NULL);
  way_pace_clear (&self->pace);
  G_OBJECT_CLASS (way_timeline_overview_parent_class)->dispose (object);
}

static void
way_timeline_overview_finalize (GObject *object)
{
  WayTimelineOverview *self = WAY_TIMELINE_OVERVIEW (object);

  way_timeline_tiles_free (self->strip);
  way_timeline_overlay_free (self->overlay);
  G_OBJECT_CLASS (way_timeline_overview_parent_class)->finalize (object);
}

static void
way_timeline_overview_class_init (WayTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_timeline_overview_dispose;
  object_class->finalize = way_timeline_overview_finalize;
  widget_class->measure = way_timeline_overview_measure;
  widget_class->snapshot = way_timeline_overview_snapshot;
  widget_class->direction_changed = way_timeline_overview_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_timeline_overview_init (WayTimelineOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->pace = (WayPace){ .func = follow, .data = self, .milliseconds = WAY_PACE_MS };
  self->strip = way_timeline_tiles_new (0, HEIGHT, paint_strip, self);
  self->overlay = way_timeline_overlay_new ();
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (widget, "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the whole plan"), -1);
}

GtkWidget *
way_timeline_overview_new (void)
{
  return g_object_new (WAY_TYPE_TIMELINE_OVERVIEW, NULL);
}

void
way_timeline_overview_set_view (WayTimelineOverview *self, WayTimelineView *view)
{
  g_return_if_fail (WAY_IS_TIMELINE_OVERVIEW (self));
  g_return_if_fail (view == NULL || WAY_IS_TIMELINE_VIEW (view));

  if (self->view == view)
    return;
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_object_remove_weak_pointer (G_OBJECT (self->view), (gpointer *)&self->view);
    }
  self->view = view;
  if (view != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (view), (gpointer *)&self->view);
      g_signal_connect_object (view, "viewport-changed", G_CALLBACK (on_viewport_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "layout-changed", G_CALLBACK (on_layout_changed), self,
                               G_CONNECT_SWAPPED);
    }
  forget_strip (self);
}
