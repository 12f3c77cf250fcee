/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-filter-bar.h"
#include "way-milestone-commands.h"
#include "way-quick-answer.h"
#include "way-quick-bar.h"
#include "way-timeline-view.h"
#include "way-today.h"

#include <string.h>

#define EVENING "2026-11-22" /* as the other tests have it */
#define MORNING "2026-11-23"

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  WayTimelineView *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_setenv ("WAYMARK_TODAY", EVENING, TRUE);
  self->document = app_document_new ();
  self->window = app_window_open (self->document);
  self->view = WAY_TIMELINE_VIEW (app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_window_close (self->window);
  g_clear_object (&self->document);
}

/* The night goes by while nobody works in the window, and somebody comes back to it */
static void
sleep_till_morning (Fixture *self)
{
  g_setenv ("WAYMARK_TODAY", MORNING, TRUE);
  g_object_notify (G_OBJECT (self->window), "is-active");
  app_settle ();
}

static void
test_the_line_moves_on (Fixture *self, gconstpointer data)
{
  WayDay evening = way_day_today ();
  WayViewport before = way_timeline_view_get_viewport (self->view);
  WayViewport after;

  g_assert_cmpint (way_timeline_view_get_today (self->view), ==, evening);
  sleep_till_morning (self);
  g_assert_cmpint (way_timeline_view_get_today (self->view), ==, evening + 1);

  after = way_timeline_view_get_viewport (self->view);
  g_assert_true (way_viewport_equal (&before, &after)); /* nobody has scrolled */
}

static gboolean
run_set_yesterday (WayEditGroup *group, gpointer user_data, GError **error)
{
  WayDate date = way_date_from_day (way_day_from_ymd (2026, 11, 22));

  return way_milestone_set_dates (group, &app_milestone, date, date, error);
}

/* What the evening still has before it is past in the morning */
static void
test_what_is_past_moves_on (Fixture *self, gconstpointer data)
{
  GtkWidget *bar;
  GtkWidget *row;

  g_assert_true (
      way_document_execute (self->document, "date", NULL, run_set_yesterday, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", NULL);
  app_settle ();
  bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_FILTER_BAR);
  row = GTK_WIDGET (gtk_widget_get_template_child (bar, WAY_TYPE_FILTER_BAR, "period"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  app_settle ();

  g_assert_true (app_says (self->window, "0 of 2 milestones"));
  sleep_till_morning (self);
  g_assert_true (app_says (self->window, "1 of 2 milestones"));
}

static gboolean
says (GtkWidget *root, const char *part)
{
  return app_find_label (root, part) != NULL;
}

static void
test_what_tomorrow_means_moves_on (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_QUICK_BAR);
  GtkWidget *entry = app_find (bar, GTK_TYPE_ENTRY);
  GtkWidget *answer;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.quick-add", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Call Ann tomorrow");
  answer = app_find (bar, WAY_TYPE_QUICK_ANSWER);
  g_assert_true (says (answer, "23"));

  sleep_till_morning (self);
  g_assert_true (says (answer, "24"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Call Ann tomorrow");
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
#define ADD(path, test) g_test_add ("/app/day-watch/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("the-line-moves-on", test_the_line_moves_on);
  ADD ("what-is-past-moves-on", test_what_is_past_moves_on);
  ADD ("what-tomorrow-means-moves-on", test_what_tomorrow_means_moves_on);

  return g_test_run ();
}
