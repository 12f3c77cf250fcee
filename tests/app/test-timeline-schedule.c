/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-document-schedule.h"

#include <adwaita.h>

/* Moving "b" by three months makes "c" too early, and "d" with it */
#define SCRIPT                                                                                     \
  TIMELINE_FIXTURE_SCRIPT                                                                          \
  "add-milestone id=d goal=h title=\"First night shift\" start=2027-11-01\n"                       \
  "link from=c to=d type=finish-start\n"

typedef struct
{
  TimelineFixture *timeline;
  guint n_early; /* as was told last */
  guint n_kept;
  char *before;
} Fixture;

static void
on_early (WayDocument *document, guint n_early, guint n_kept, Fixture *fixture)
{
  fixture->n_early = n_early;
  fixture->n_kept = n_kept;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline->view), action, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = timeline_fixture_new (SCRIPT);
  fixture->before = app_dump (fixture->timeline->plan);
  way_document_set_push (fixture->timeline->document, WAY_PUSH_ASK);
  g_signal_connect (fixture->timeline->document, "early", G_CALLBACK (on_early), fixture);
  way_timeline_view_zoom_to_days (fixture->timeline->view, 730);
  timeline_fixture_settle_view (fixture->timeline);
  timeline_fixture_select (fixture->timeline, "b");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->timeline, timeline_fixture_free);
  g_clear_pointer (&fixture->before, g_free);
}

static void
assert_start (Fixture *fixture, const char *handle, const char *expected)
{
  g_autofree char *value = timeline_fixture_value (fixture->timeline, handle, WAY_MILESTONE_START);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_undo_name (Fixture *fixture, guint depth, const char *expected)
{
  WayHistory *history = way_document_get_history (fixture->timeline->document);

  g_assert_cmpstr (way_history_get_undo_name (history, depth), ==, expected);
}

static void
assert_as_before (Fixture *fixture)
{
  g_autofree char *after = app_dump (fixture->timeline->plan);

  g_assert_cmpstr (after, ==, fixture->before);
}

static void
push_along (Fixture *fixture)
{
  WayPushResult result;
  g_autoptr (GError) error = NULL;

  way_document_push_along (fixture->timeline->document, &result, &error);
  g_assert_no_error (error);
}

static void
test_ask (Fixture *fixture, gconstpointer data)
{
  WayDocument *document = fixture->timeline->document;

  /* Two months fit, the third does not */
  act (fixture, "timeline.move-later");
  act (fixture, "timeline.move-later");
  g_assert_cmpuint (fixture->n_early, ==, 0);
  act (fixture, "timeline.move-later");
  g_assert_cmpuint (fixture->n_early, ==, 1);
  act (fixture, "timeline.move-later");
  g_assert_cmpuint (fixture->n_early, ==, 1);
  assert_start (fixture, "b", "2027-09-01");
  assert_start (fixture, "c", "2027-09-01");

  push_along (fixture);
  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_start (fixture, "c", "2027-11-01");
  assert_start (fixture, "d", "2028-01-01");
  assert_undo_name (fixture, 0, "Push 2 milestones along");
  assert_undo_name (fixture, 1, "Move “Sit the CCRN”");

  way_document_undo (document);
  assert_start (fixture, "c", "2027-09-01");
  way_document_undo (document);
  assert_as_before (fixture);
}

/* What was offered is no longer to be had once it holds again, or something else was done */
static void
test_offers_pass (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    act (fixture, "timeline.move-later");
  g_assert_cmpuint (fixture->n_early, ==, 1);
  act (fixture, "timeline.move-earlier");
  g_assert_cmpuint (fixture->n_early, ==, 0);

  act (fixture, "timeline.move-later");
  g_assert_cmpuint (fixture->n_early, ==, 1);
  act (fixture, "timeline.toggle-done");
  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_start (fixture, "c", "2027-09-01");
}

static void
test_always (Fixture *fixture, gconstpointer data)
{
  way_document_set_push (fixture->timeline->document, WAY_PUSH_ALWAYS);
  for (guint i = 0; i < 4; i++)
    act (fixture, "timeline.move-later");

  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_start (fixture, "c", "2027-11-01");
  assert_start (fixture, "d", "2028-01-01");
  assert_undo_name (fixture, 0, "Move “Sit the CCRN” and 2 that depend on it");
  way_document_undo (fixture->timeline->document);
  assert_as_before (fixture);
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  way_document_set_push (fixture->timeline->document, WAY_PUSH_NEVER);
  for (guint i = 0; i < 4; i++)
    act (fixture, "timeline.move-later");

  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_start (fixture, "c", "2027-09-01");
}

static gboolean
can_repair_all (Fixture *fixture)
{
  gboolean can;

  g_object_get (fixture->timeline->view, "can-repair-all", &can, NULL);

  return can;
}

static void
test_repair (Fixture *fixture, gconstpointer data)
{
  g_assert_false (can_repair_all (fixture));
  way_document_set_push (fixture->timeline->document, WAY_PUSH_NEVER);
  for (guint i = 0; i < 4; i++)
    act (fixture, "timeline.move-later");

  g_assert_true (can_repair_all (fixture));
  timeline_fixture_select (fixture->timeline, "c");
  act (fixture, "timeline.repair");
  assert_start (fixture, "c", "2027-11-01");
  assert_start (fixture, "d", "2028-01-01");
  assert_undo_name (fixture, 0, "Repair dependencies");
  g_assert_false (can_repair_all (fixture));

  way_document_undo (fixture->timeline->document);
  act (fixture, "timeline.repair-all");
  assert_start (fixture, "d", "2028-01-01");
  assert_undo_name (fixture, 0, "Repair all dependencies");
}

#define N_MANY 600

static TimelineFixture *
make_many (void)
{
  g_autoptr (GString) script = g_string_new (SCRIPT);

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (script, "add-milestone goal=h title=Shift id=m%u start=2027-01-04\n",
                            i);

  return timeline_fixture_new (script->str);
}

static gboolean
can_repair (gpointer fixture)
{
  return can_repair_all (fixture);
}

static gboolean
cannot_repair (gpointer fixture)
{
  return !can_repair_all (fixture);
}

/* Of a large edit, the frame that shows it comes first, and what can be repaired follows */
static void
test_repair_of_many (Fixture *fixture, gconstpointer data)
{
  static const char *const left[] = { "c", "d" };

  timeline_fixture_free (fixture->timeline);
  fixture->timeline = make_many ();
  way_document_set_push (fixture->timeline->document, WAY_PUSH_NEVER);
  way_timeline_view_zoom_to_days (fixture->timeline->view, 730);
  timeline_fixture_settle_view (fixture->timeline);
  act (fixture, "timeline.select-all");
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      WayId id = timeline_fixture_id (fixture->timeline, left[i]);

      way_selection_remove (fixture->timeline->selection, &id);
    }
  g_assert_cmpuint (way_selection_get_count (fixture->timeline->selection), >, N_MANY);
  g_assert_false (can_repair_all (fixture));

  for (guint i = 0; i < 4; i++)
    act (fixture, "timeline.move-later");
  g_assert_false (can_repair_all (fixture));
  app_wait_for (can_repair, fixture);

  for (guint i = 0; i < 4; i++)
    way_document_undo (fixture->timeline->document);
  g_assert_true (can_repair_all (fixture));
  app_wait_for (cannot_repair, fixture);
}

static void
assert_name (GtkWidget *item, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Without eyes for the dashed arrow, "c" is known by its name */
static void
test_names_say_what_is_early (Fixture *fixture, gconstpointer data)
{
  const char *fits = "Two weeks off, step, 1 September 2027 to 31 October 2027, planned, 0 percent";
  g_autofree char *early = g_strconcat (fits, ", 61 days too early", NULL);

  way_document_set_push (fixture->timeline->document, WAY_PUSH_NEVER);
  assert_name (timeline_fixture_item (fixture->timeline, "c"), fits);
  for (guint i = 0; i < 4; i++)
    act (fixture, "timeline.move-later");
  assert_name (timeline_fixture_item (fixture->timeline, "c"), early);

  /* It is heard where it is repaired, too */
  timeline_fixture_select (fixture->timeline, "c");
  way_document_undo (fixture->timeline->document); /* the four moves */
  assert_name (timeline_fixture_item (fixture->timeline, "c"), fits);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (timeline_fixture_item (fixture->timeline, "c")),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fits);
}

/* Of a plan that comes so, they say it from the first look */
static void
test_names_say_what_was_early_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayPlan) plan = NULL;
  WayId id = timeline_fixture_id (fixture->timeline, "c");

  way_selection_select (fixture->timeline->selection, &id);
  for (guint i = 0; i < 5; i++)
    act (fixture, "timeline.move-earlier");
  plan = app_read_again (fixture->timeline->plan);
  timeline_fixture_free (fixture->timeline);
  fixture->timeline = timeline_fixture_new_for (plan);
  timeline_fixture_settle_view (fixture->timeline);
  assert_name (timeline_fixture_item (fixture->timeline, "c"),
               "Two weeks off, step, 1 April 2027 to 31 May 2027, planned, 0 percent, "
               "91 days too early");
}

static void
test_what_is_done_stays (Fixture *fixture, gconstpointer data)
{
  timeline_fixture_select (fixture->timeline, "c");
  act (fixture, "timeline.toggle-done");
  timeline_fixture_select (fixture->timeline, "b");
  way_document_set_push (fixture->timeline->document, WAY_PUSH_ALWAYS);
  for (guint i = 0; i < 3; i++)
    act (fixture, "timeline.move-later");

  assert_start (fixture, "c", "2027-09-01");
  g_assert_cmpuint (fixture->n_kept, ==, 1);
}

static void
test_critical_path (Fixture *fixture, gconstpointer data)
{
  gboolean is_shown;

  act (fixture, "timeline.show-critical");
  g_object_get (fixture->timeline->view, "show-critical", &is_shown, NULL);
  g_assert_true (is_shown);
  timeline_fixture_settle_view (fixture->timeline);
  act (fixture, "timeline.move-later");
  timeline_fixture_settle_view (fixture->timeline);

  /* Another plan is marked, too, and none is no harm */
  way_timeline_view_set_document (fixture->timeline->view, NULL);
  act (fixture, "timeline.show-critical");
  g_object_get (fixture->timeline->view, "show-critical", &is_shown, NULL);
  g_assert_false (is_shown);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func)                                                                            \
  g_test_add ("/app/timeline-schedule/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("ask", test_ask);
  ADD ("offers-pass", test_offers_pass);
  ADD ("always", test_always);
  ADD ("never", test_never);
  ADD ("repair", test_repair);
  ADD ("repair-of-many", test_repair_of_many);
  ADD ("names-say-what-is-early", test_names_say_what_is_early);
  ADD ("names-say-what-was-early-before", test_names_say_what_was_early_before);
  ADD ("what-is-done-stays", test_what_is_done_stays);
  ADD ("critical-path", test_critical_path);

  return g_test_run ();
}
