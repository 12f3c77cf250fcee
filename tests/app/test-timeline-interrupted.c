/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes in the middle of something: another key, another selection, another plan.
 */
#include "app-fixture.h"
#include "timeline-fixture.h"

static guint
count_entries (TimelineFixture *fixture)
{
  guint n_entries = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_entries += GTK_IS_ENTRY (child);
  return n_entries;
}

static void
type (TimelineFixture *fixture, const char *title)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_ENTRY)),
                         title);
}

/* The key that began it comes to the view again, for a line has no use for it */
static void
test_a_title_is_typed_once (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.rename");
  type (fixture, "Revise");
  timeline_fixture_act (fixture, "timeline.rename");
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  timeline_fixture_act (fixture, "timeline.cancel");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_TITLE, "Sit the CCRN");
}

static gboolean
is_left (gpointer window)
{
  return !gtk_window_is_active (window);
}

/* One may look something up in another window, and go on typing */
static void
test_a_title_waits_while_one_is_elsewhere (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  GtkWidget *other = gtk_window_new ();

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.rename");
  type (fixture, "Rev");
  app_present (GTK_WINDOW (other));
  app_wait_for (is_left, fixture->window);
  app_settle ();
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_TITLE, "Review course");
  gtk_window_destroy (GTK_WINDOW (other));
  timeline_fixture_act (fixture, "timeline.cancel");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* What is new takes its title before another one is renamed */
static void
test_a_new_title_is_not_anothers (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  guint n_milestones = way_plan_get_count (fixture->plan, WAY_KIND_MILESTONE);

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.add-milestone");
  type (fixture, "Book the exam");
  timeline_fixture_act (fixture, "timeline.rename");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_TITLE, "Review course");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_MILESTONE), ==, n_milestones + 1);
  timeline_fixture_act (fixture, "timeline.cancel");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* A key may select something else while the pointer holds an item: nothing else goes with it */
static void
test_only_what_is_held_moves (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag_half (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 90, 0);
  timeline_fixture_select (fixture, "b");
  g_signal_emit_by_name (timeline_fixture_controller (GTK_WIDGET (fixture->view),
                                                      GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-end", 90.0, 0.0);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* A plan may go while the button is down, and then the gesture ends */
static void
test_a_drag_ends_without_a_plan (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag_half (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 90, 0);
  way_timeline_view_set_document (fixture->view, NULL);
  g_signal_emit_by_name (timeline_fixture_controller (GTK_WIDGET (fixture->view),
                                                      GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-end", 90.0, 0.0);
}

/* What glides is the plan that is shown, and not the next one */
static void
test_a_plan_comes_while_another_glides (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autoptr (WayDocument) other = way_document_new (NULL);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  double day_width;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  timeline_fixture_act (fixture, "timeline.zoom-in");
  way_timeline_view_set_document (fixture->view, other);
  app_draw (GTK_WIDGET (fixture->view));
  day_width = way_timeline_view_get_viewport (fixture->view).scale.day_width;
  for (guint frame = 0; frame < 5; frame++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
      app_draw (GTK_WIDGET (fixture->view));
    }
  g_assert_cmpfloat (way_timeline_view_get_viewport (fixture->view).scale.day_width, ==, day_width);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-interrupted/a-title-is-typed-once", test_a_title_is_typed_once);
  g_test_add_func ("/app/timeline-interrupted/a-title-waits-while-one-is-elsewhere",
                   test_a_title_waits_while_one_is_elsewhere);
  g_test_add_func ("/app/timeline-interrupted/a-new-title-is-not-anothers",
                   test_a_new_title_is_not_anothers);
  g_test_add_func ("/app/timeline-interrupted/only-what-is-held-moves",
                   test_only_what_is_held_moves);
  g_test_add_func ("/app/timeline-interrupted/a-drag-ends-without-a-plan",
                   test_a_drag_ends_without_a_plan);
  g_test_add_func ("/app/timeline-interrupted/a-plan-comes-while-another-glides",
                   test_a_plan_comes_while_another_glides);
  return g_test_run ();
}
