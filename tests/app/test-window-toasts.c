/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-timeline-view.h"

typedef struct
{
  WayDocument *document;
  WayWindow *window;
  GtkWidget *view;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  app_window_close (self->window);
  g_clear_object (&self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
fixture_init (Fixture *self)
{
  self->document = app_document_new ();
  self->window = app_window_open (self->document);
  self->view = app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW);
}

static void
select_and_act (Fixture *self, const WayId *id, const char *action)
{
  way_selection_select (way_timeline_view_get_selection (WAY_TIMELINE_VIEW (self->view)), id);
  gtk_widget_activate_action (self->view, action, NULL);
}

static void
test_what_to_do_is_said_while_it_is_to_be_done (void)
{
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  select_and_act (&self, &app_milestone, "timeline.start-link");
  g_assert_true (app_says (self.window, "Click what waits for"));
  gtk_widget_activate_action (self.view, "timeline.cancel", NULL);
  g_assert_false (app_says (self.window, "Click what waits for"));

  select_and_act (&self, &app_milestone, "timeline.start-link");
  g_assert_true (app_says (self.window, "Click what waits for"));
  select_and_act (&self, &app_other_milestone, "timeline.start-link");
  g_assert_false (app_says (self.window, "Click what waits for"));
}

static void
link_them (Fixture *self, const WayId *from, const WayId *to)
{
  select_and_act (self, from, "timeline.start-link");
  select_and_act (self, to, "timeline.start-link");
}

static void
test_a_refusal_waits_for_nothing (void)
{
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  link_them (&self, &app_milestone, &app_other_milestone);
  select_and_act (&self, &app_milestone, "timeline.duplicate"); /* says so, and offers to undo it */
  link_them (&self, &app_other_milestone, &app_milestone);
  g_assert_true (app_says (self.window, "circle"));
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/window-toasts/what-to-do-is-said-while-it-is-to-be-done",
                   test_what_to_do_is_said_while_it_is_to_be_done);
  g_test_add_func ("/app/window-toasts/a-refusal-waits-for-nothing",
                   test_a_refusal_waits_for_nothing);

  return g_test_run ();
}
