/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline in a window, over a plan that a script makes, and hands to work it.
 */
#include "timeline-fixture.h"

#include "app-fixture.h"
#include "way-hit.h"
#include "way-test-commands.h"
#include "way-timeline-item.h"
#include "way-value.h"

static void
on_toast (WayTimelineView *view, const char *text, gboolean undo, TimelineFixture *self)
{
  g_free (self->toast);
  self->toast = g_strdup (text);
  self->toast_undo = undo;
}

static void
on_activate (WayTimelineView *view, const WayId *id, TimelineFixture *self)
{
  self->activated = *id;
}

static TimelineFixture *
make (WayPlan *plan)
{
  TimelineFixture *self = g_new0 (TimelineFixture, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->document = way_document_new (plan);
  self->plan = way_document_get_plan (self->document);
  self->view = WAY_TIMELINE_VIEW (way_timeline_view_new ());
  self->selection = way_timeline_view_get_selection (self->view);
  g_signal_connect (self->view, "toast", G_CALLBACK (on_toast), self);
  g_signal_connect (self->view, "activate-record", G_CALLBACK (on_activate), self);

  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  return self;
}

static void
show (TimelineFixture *self)
{
  way_timeline_view_set_document (self->view, self->document);
  app_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

TimelineFixture *
timeline_fixture_new (const char *script)
{
  TimelineFixture *self = make (NULL);

  way_test_edit (self->document, script);
  show (self);
  return self;
}

TimelineFixture *
timeline_fixture_new_for (WayPlan *plan)
{
  TimelineFixture *self = make (plan);

  show (self);
  return self;
}

void
timeline_fixture_free (TimelineFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->document);
  g_free (self->toast);
  g_free (self);
}

void
timeline_fixture_settle_view (TimelineFixture *self)
{
  app_draw (GTK_WIDGET (self->view));
}

WayId
timeline_fixture_id (TimelineFixture *self, const char *handle)
{
  return way_id_derive (way_plan_get_id (self->plan), handle);
}

WayRecord *
timeline_fixture_record (TimelineFixture *self, const char *handle)
{
  WayId id = timeline_fixture_id (self, handle);

  return way_plan_lookup (self->plan, &id);
}

char *
timeline_fixture_value (TimelineFixture *self, const char *handle, WayField field)
{
  GString *text = g_string_new (NULL);

  way_value_format (timeline_fixture_record (self, handle), field, text);
  return g_string_free (text, FALSE);
}

WayRect
timeline_fixture_rect (TimelineFixture *self, const char *handle)
{
  WayViewport viewport = way_timeline_view_get_viewport (self->view);
  WayId id = timeline_fixture_id (self, handle);
  WayRect rect;

  g_assert_true (
      way_hit_item_rect (way_timeline_view_get_layout (self->view), &viewport, &id, &rect));
  return rect;
}

GtkWidget *
timeline_fixture_item (TimelineFixture *self, const char *handle)
{
  WayId id = timeline_fixture_id (self, handle);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WAY_IS_TIMELINE_ITEM (child) && gtk_widget_get_child_visible (child))
      {
        WayRecord *record = way_timeline_item_get_record (WAY_TIMELINE_ITEM (child));

        if (record != NULL && way_id_equal (way_record_get_id (record), &id))
          return child;
      }
  return NULL;
}

GtkEventController *
timeline_fixture_controller (GtkWidget *widget, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n_controllers = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n_controllers; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type
          && (button == 0
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

void
timeline_fixture_click (TimelineFixture *self, double x, double y, int n_press)
{
  GtkEventController *click = timeline_fixture_controller (
      GTK_WIDGET (self->view), GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);

  for (int i = 1; i <= n_press; i++)
    {
      g_signal_emit_by_name (click, "pressed", i, x, y);
      g_signal_emit_by_name (click, "released", i, x, y);
    }
}

void
timeline_fixture_drag_half (TimelineFixture *self, double x, double y, double dx, double dy)
{
  GtkEventController *drag = timeline_fixture_controller (
      GTK_WIDGET (self->view), GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  for (int i = 1; i <= 4; i++)
    g_signal_emit_by_name (drag, "drag-update", dx * i / 4, dy * i / 4);
}

void
timeline_fixture_drag (TimelineFixture *self, double x, double y, double dx, double dy)
{
  timeline_fixture_drag_half (self, x, y, dx, dy);
  g_signal_emit_by_name (timeline_fixture_controller (GTK_WIDGET (self->view),
                                                      GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-end", dx, dy);
}

void
timeline_fixture_act (TimelineFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), action, NULL));
}

void
timeline_fixture_assert_value (TimelineFixture *self, const char *handle, WayField field,
                               const char *expected)
{
  g_autofree char *value = timeline_fixture_value (self, handle, field);

  g_assert_cmpstr (value, ==, expected);
}

void
timeline_fixture_select (TimelineFixture *self, const char *handle)
{
  WayId id = timeline_fixture_id (self, handle);

  way_selection_select (self->selection, &id);
}

double
timeline_fixture_day_width (TimelineFixture *self)
{
  return way_timeline_view_get_viewport (self->view).scale.day_width;
}

TimelineFixture *
timeline_fixture_new_at_months (void)
{
  TimelineFixture *fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId id = timeline_fixture_id (fixture, "b");

  way_timeline_view_reveal (fixture->view, &id);
  way_timeline_view_zoom_to_days (fixture->view, 730);
  way_selection_select (fixture->selection, NULL);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpint (way_scale_get_unit (way_timeline_view_get_viewport (fixture->view).scale), ==,
                   WAY_UNIT_MONTH);
  return fixture;
}

void
timeline_fixture_assert_undo_gives (TimelineFixture *self, const char *before)
{
  g_autofree char *after = NULL;

  while (way_history_get_undo_name (way_document_get_history (self->document), 1) != NULL)
    way_document_undo (self->document);
  after = app_dump (self->plan);
  g_assert_cmpstr (after, ==, before);
}

void
timeline_fixture_assert_one_step (TimelineFixture *self, const char *expected)
{
  WayHistory *history = way_document_get_history (self->document);

  g_assert_cmpstr (way_history_get_undo_name (history, 0), ==, expected);
  g_assert_null (way_history_get_undo_name (history, 2)); /* one step, after the script's */
}
