/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-hit.h"
#include "way-record-commands.h"
#include "way-undated-row.h"

#include <adwaita.h>

#define SCRIPT                                                                                     \
  TIMELINE_FIXTURE_SCRIPT                                                                          \
  "add-milestone id=u goal=g title=\"Find a mentor\"\n"                                            \
  "add-milestone id=v goal=g title=\"Join a study group\"\n"                                       \
  "add-milestone id=w title=\"Renew the passport\"\n"

static void
set_up (TimelineFixture **fixture, gconstpointer data)
{
  *fixture = timeline_fixture_new (SCRIPT);
  way_timeline_view_zoom_to_days ((*fixture)->view, 730);
  timeline_fixture_settle_view (*fixture);
}

static void
tear_down (TimelineFixture **fixture, gconstpointer data)
{
  g_clear_pointer (fixture, timeline_fixture_free);
}

static int
get_lane (TimelineFixture *fixture, const char *handle)
{
  WayId id = handle != NULL ? timeline_fixture_id (fixture, handle) : WAY_ID_NULL;

  return way_layout_find_goal (way_timeline_view_get_layout (fixture->view),
                               handle != NULL ? &id : NULL);
}

static void
click_words (TimelineFixture *fixture, const char *goal)
{
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  WayRect rect;

  g_assert_true (way_hit_undated_rect (way_timeline_view_get_layout (fixture->view), &viewport,
                                       (guint)get_lane (fixture, goal), &rect));
  timeline_fixture_click (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
  app_settle ();
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type, guint *skip)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, skip);

  return found;
}

/* (nullable): a row of the list that is open */
static WayUndatedRow *
get_row (TimelineFixture *fixture, guint index)
{
  GtkWidget *row = find_widget (GTK_WIDGET (fixture->view), WAY_TYPE_UNDATED_ROW, &index);

  return row != NULL && gtk_widget_get_mapped (row) ? WAY_UNDATED_ROW (row) : NULL;
}

static void
assert_rows (TimelineFixture *fixture, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; get_row (fixture, i) != NULL; i++)
    g_string_append_printf (
        titles, "%s|", way_record_get_called (way_undated_row_get_record (get_row (fixture, i))));
  g_assert_cmpstr (titles->str, ==, expected);
}

static GtkEntry *
get_entry (TimelineFixture *fixture, guint index)
{
  guint skip = 0;

  return GTK_ENTRY (find_widget (GTK_WIDGET (get_row (fixture, index)), GTK_TYPE_ENTRY, &skip));
}

static void
type_date (TimelineFixture *fixture, guint index, const char *text)
{
  GtkEntry *entry = get_entry (fixture, index);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  app_settle ();
}

static void
test_head_opens_the_list (TimelineFixture **fixture, gconstpointer data)
{
  click_words (*fixture, "g");
  assert_rows (*fixture, "Find a mentor|Join a study group|");
  click_words (*fixture, NULL);
  assert_rows (*fixture, "Renew the passport|");
}

static void
test_a_folded_head_opens_it_as_well (TimelineFixture **fixture, gconstpointer data)
{
  WayId goal = timeline_fixture_id (*fixture, "g");

  way_selection_select ((*fixture)->selection, &goal);
  way_layout_set_folded (way_timeline_view_get_layout ((*fixture)->view), &goal, TRUE);
  timeline_fixture_settle_view (*fixture);
  click_words (*fixture, "g");
  assert_rows (*fixture, "Find a mentor|Join a study group|");
}

static void
test_a_date_is_typed (TimelineFixture **fixture, gconstpointer data)
{
  click_words (*fixture, "g");
  type_date (*fixture, 0, "soonish");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (*fixture, 0)), "error"));
  assert_rows (*fixture, "Find a mentor|Join a study group|");

  type_date (*fixture, 0, "June 2027");
  timeline_fixture_assert_value (*fixture, "u", WAY_MILESTONE_START, "2027-06");
  assert_rows (*fixture, "Join a study group|");

  /* The last one closes it */
  type_date (*fixture, 0, "2028");
  assert_rows (*fixture, "");
  g_assert_cmpuint (
      way_layout_get_lane (way_timeline_view_get_layout ((*fixture)->view), 0)->n_undated, ==, 0);

  way_document_undo ((*fixture)->document);
  timeline_fixture_assert_value (*fixture, "v", WAY_MILESTONE_START, "");
  timeline_fixture_assert_value (*fixture, "u", WAY_MILESTONE_START, "2027-06");
}

static gboolean
drop (TimelineFixture *fixture, WayUndatedRow *row, double x, double y)
{
  GtkEventController *target
      = timeline_fixture_controller (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_TARGET, 0);
  g_auto (GValue) value = G_VALUE_INIT;
  GdkDragAction action;
  gboolean is_done;

  g_value_init (&value, WAY_TYPE_UNDATED_ROW);
  g_value_set_object (&value, row);
  g_signal_emit_by_name (target, "motion", x, y, &action);
  timeline_fixture_settle_view (fixture);
  g_signal_emit_by_name (target, "drop", &value, x, y, &is_done);
  g_assert_true (is_done == (action == GDK_ACTION_MOVE));

  return is_done;
}

static void
test_it_is_dropped_on_a_day (TimelineFixture **fixture, gconstpointer data)
{
  WayViewport viewport = way_timeline_view_get_viewport ((*fixture)->view);
  WayRect rect = timeline_fixture_rect (*fixture, "c"); /* on the second goal's lane */
  double x = viewport.head_width + way_scale_x (viewport.scale, way_day_from_ymd (2028, 2, 10));
  g_autoptr (WayUndatedRow) row = NULL;

  click_words (*fixture, "g");
  row = g_object_ref (get_row (*fixture, 0));
  g_assert_false (drop (*fixture, row, 20, rect.y));             /* a head */
  g_assert_false (drop (*fixture, row, x, viewport.height - 2)); /* below all lanes */
  g_assert_true (drop (*fixture, row, x, rect.y + rect.height / 2));
  timeline_fixture_assert_value (*fixture, "u", WAY_MILESTONE_START, "2028-02");
  timeline_fixture_assert_value (*fixture, "u", WAY_MILESTONE_END, "");
  g_assert_cmpint (get_lane (*fixture, "h"), ==,
                   (int)way_layout_find_item (way_timeline_view_get_layout ((*fixture)->view),
                                              way_selection_get_primary ((*fixture)->selection))
                       ->lane);

  /* What it was when the drag began is another record by now */
  g_assert_false (
      way_plan_lookup ((*fixture)->plan, way_record_get_id (way_undated_row_get_record (row)))
      == way_undated_row_get_record (row));
}

static double
get_first_day (TimelineFixture *fixture)
{
  return way_timeline_view_get_viewport (fixture->view).scale.origin;
}

static double first_day;

static gboolean
has_scrolled (gpointer fixture)
{
  return get_first_day (fixture) > first_day + 30;
}

/* To a day that is not in sight */
static void
test_it_scrolls_at_the_edge (TimelineFixture **fixture, gconstpointer data)
{
  WayViewport viewport = way_timeline_view_get_viewport ((*fixture)->view);
  WayRect rect = timeline_fixture_rect (*fixture, "c");
  GtkEventController *target
      = timeline_fixture_controller (GTK_WIDGET ((*fixture)->view), GTK_TYPE_DROP_TARGET, 0);
  GdkDragAction action;

  first_day = viewport.scale.origin;
  g_signal_emit_by_name (target, "motion", viewport.width - 4.0, rect.y + rect.height / 2, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  app_wait_for (has_scrolled, *fixture);

  g_signal_emit_by_name (target, "leave");
  first_day = get_first_day (*fixture);
  timeline_fixture_settle_view (*fixture);
  g_assert_cmpfloat (get_first_day (*fixture), ==, first_day);
}

static void
test_a_key_opens_it (TimelineFixture **fixture, gconstpointer data)
{
  WayId goal = timeline_fixture_id (*fixture, "g");
  WayId dated = timeline_fixture_id (*fixture, "c");

  way_selection_select ((*fixture)->selection, &goal);
  timeline_fixture_act (*fixture, "timeline.show-undated");
  app_settle ();
  assert_rows (*fixture, "Find a mentor|Join a study group|");

  /* Where the goal has none, all of the plan */
  way_selection_select ((*fixture)->selection, &dated);
  timeline_fixture_act (*fixture, "timeline.show-undated");
  app_settle ();
  assert_rows (*fixture, "Find a mentor|Join a study group|Renew the passport|");

  for (guint i = 0; i < 3; i++)
    type_date (*fixture, 0, "2028");
  timeline_fixture_act (*fixture, "timeline.show-undated");
  g_assert_cmpstr ((*fixture)->toast, ==, "All milestones have a date");
}

/* One asks for the details of a row */
static void
test_a_row_leads_to_the_details (TimelineFixture **fixture, gconstpointer data)
{
  WayId id = timeline_fixture_id (*fixture, "v");

  click_words (*fixture, "g");
  g_signal_emit_by_name (get_row (*fixture, 1), "activate");
  app_settle ();
  g_assert_true (way_id_equal (&(*fixture)->activated, &id));
  g_assert_true (way_selection_contains ((*fixture)->selection, &id));
  assert_rows (*fixture, "");
}

typedef struct
{
  WayId id;
  WayField field;
  const char *title;
} Renaming;

static gboolean
run_rename (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Renaming *renaming = user_data;

  return way_edit_set_text (group, &renaming->id, renaming->field, renaming->title, error);
}

static void
rename_record (TimelineFixture *fixture, const char *handle, WayField field, const char *title)
{
  Renaming renaming = { timeline_fixture_id (fixture, handle), field, title };

  g_assert_true (
      way_document_execute (fixture->document, "rename", NULL, run_rename, &renaming, NULL));
  app_settle ();
}

/* As when the name is changed by undo, while the list is open */
static void
test_it_shows_what_they_are_called (TimelineFixture **fixture, gconstpointer data)
{
  timeline_fixture_act (*fixture, "timeline.show-undated");
  app_settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_entry (*fixture, 0)), "June 2027");
  rename_record (*fixture, "u", WAY_MILESTONE_TITLE, "Find two mentors");
  rename_record (*fixture, "g", WAY_GOAL_TITLE, "Become a midwife");

  assert_rows (*fixture, "Find two mentors|Join a study group|Renew the passport|");
  g_assert_nonnull (app_find_label (GTK_WIDGET (get_row (*fixture, 0)), "Find two mentors"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (get_row (*fixture, 1)), "Become a midwife"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (*fixture, 0))), ==, "June 2027");

  way_document_undo ((*fixture)->document);
  way_document_undo ((*fixture)->document);
  assert_rows (*fixture, "Find a mentor|Join a study group|Renew the passport|");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func)                                                                            \
  g_test_add ("/app/timeline-undated/" name, TimelineFixture *, NULL, set_up, func, tear_down)

  ADD ("head-opens-the-list", test_head_opens_the_list);
  ADD ("a-folded-head-opens-it-as-well", test_a_folded_head_opens_it_as_well);
  ADD ("a-date-is-typed", test_a_date_is_typed);
  ADD ("it-is-dropped-on-a-day", test_it_is_dropped_on_a_day);
  ADD ("it-scrolls-at-the-edge", test_it_scrolls_at_the_edge);
  ADD ("a-key-opens-it", test_a_key_opens_it);
  ADD ("it-shows-what-they-are-called", test_it_shows_what_they_are_called);
  ADD ("a-row-leads-to-the-details", test_a_row_leads_to_the_details);

  return g_test_run ();
}
