/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#define SCRIPT                                                                                     \
  "add-goal id=g title=\"First\"\n"                                                                \
  "add-goal id=h title=\"Second\"\n"                                                               \
  "add-goal id=k title=\"Child of the second\" parent=h\n"                                         \
  "add-goal id=l title=\"Last\"\n"                                                                 \
  "add-milestone id=a goal=g title=\"One\" start=2027-01-01 end=2027-06-30\n"                      \
  "add-milestone id=b goal=l title=\"Two\" start=2027-05-01 end=2027-12-31\n"                      \
  "add-milestone id=c title=\"Loose\" start=2027-03\n"

static const WayLane *
get_lane (TimelineFixture *fixture, const char *handle)
{
  WayLayout *layout = way_timeline_view_get_layout (fixture->view);
  WayId id = timeline_fixture_id (fixture, handle);

  return way_layout_get_lane (layout, (guint)way_layout_find_goal (layout, &id));
}

static double
get_y (TimelineFixture *fixture, const char *handle, double part)
{
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  const WayLane *lane = get_lane (fixture, handle);

  return lane->y + lane->height * part - viewport.scroll_y + viewport.scale_height;
}

/* Takes the goal by its head and lets it go @part of the way down the lane of another */
static void
drag_goal (TimelineFixture *fixture, const char *handle, const char *to, double part)
{
  double y = get_y (fixture, handle, 0.5);

  timeline_fixture_drag (fixture, 150, y, 0, get_y (fixture, to, part) - y);
}

/* The goals in the order of their lanes, each with its depth */
static void
assert_lanes (TimelineFixture *fixture, const char *expected)
{
  WayLayout *layout = way_timeline_view_get_layout (fixture->view);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      if (lane->kind == WAY_LANE_GOAL)
        g_string_append_printf (found, "%.*s%s|", (int)lane->depth, "....",
                                way_record_get_text (lane->goal, WAY_GOAL_TITLE));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

#define BEFORE "First|Second|.Child of the second|Last|"

static void
test_goals_are_dragged_among_the_lanes (void)
{
  static const struct
  {
    const char *from, *to;
    double part;
    const char *expected;
  } drags[] = {
    { "g", "h", 0.02, BEFORE },
    { "g", "l", 0.02, "Second|.Child of the second|First|Last|" },
    { "g", "l", 0.98, "Second|.Child of the second|Last|First|" },
    { "l", "g", 0.02, "Last|First|Second|.Child of the second|" },
    { "g", "l", 0.5, "Second|.Child of the second|Last|.First|" },
    { "g", "h", 0.98, "Second|.First|.Child of the second|Last|" },
    { "k", "g", 0.98, "First|Child of the second|Second|Last|" },
    { "h", "g", 0.5, "First|.Second|..Child of the second|Last|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);
      g_autofree char *before = app_dump (fixture->plan);
      g_autofree char *after = NULL;

      assert_lanes (fixture, BEFORE);
      drag_goal (fixture, drags[i].from, drags[i].to, drags[i].part);
      assert_lanes (fixture, drags[i].expected);

      if (!g_str_equal (drags[i].expected, BEFORE))
        way_document_undo (fixture->document);
      after = app_dump (fixture->plan);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_a_goal_is_not_put_into_itself (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);

  drag_goal (fixture, "h", "k", 0.5);
  assert_lanes (fixture, BEFORE);
  g_assert_nonnull (fixture->toast);
}

static void
test_escape_leaves_the_goal_where_it_was (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);
  double y = get_y (fixture, "g", 0.5);

  timeline_fixture_drag_half (fixture, 150, y, 0, get_y (fixture, "l", 0.98) - y);
  timeline_fixture_act (fixture, "timeline.cancel");
  assert_lanes (fixture, BEFORE);
}

static void
test_keys_move_goals (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);
  WayId goal = timeline_fixture_id (fixture, "l");

  way_selection_select (fixture->selection, &goal);
  timeline_fixture_act (fixture, "timeline.place-up");
  assert_lanes (fixture, "First|Last|Second|.Child of the second|");
  timeline_fixture_act (fixture, "timeline.place-in");
  assert_lanes (fixture, "First|.Last|Second|.Child of the second|");
  timeline_fixture_act (fixture, "timeline.place-out");
  assert_lanes (fixture, "First|Last|Second|.Child of the second|");
  timeline_fixture_act (fixture, "timeline.place-down");
  assert_lanes (fixture, BEFORE);
  timeline_fixture_act (fixture, "timeline.place-down");
  assert_lanes (fixture, BEFORE);
}

static void
assert_goal (TimelineFixture *fixture, const char *milestone, const char *goal)
{
  const WayId *found
      = way_record_get_ref (timeline_fixture_record (fixture, milestone), WAY_MILESTONE_GOAL);
  WayId expected = goal != NULL ? timeline_fixture_id (fixture, goal) : WAY_ID_NULL;

  g_assert_true (goal == NULL ? found == NULL : found != NULL && way_id_equal (found, &expected));
}

static void
test_milestones_are_dragged_to_another_goal (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;
  WayRect rect = timeline_fixture_rect (fixture, "a");
  double y = rect.y + rect.height / 2;
  g_autofree char *start = NULL;

  timeline_fixture_drag (fixture, rect.x + rect.width / 2, y, 0, get_y (fixture, "l", 0.5) - y);
  assert_goal (fixture, "a", "l");
  start = timeline_fixture_value (fixture, "a", WAY_MILESTONE_START);
  g_assert_cmpstr (start, ==, "2027-01-01");

  way_document_undo (fixture->document);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_keys_send_milestones_to_another_goal (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);
  WayId milestone = timeline_fixture_id (fixture, "b");

  way_selection_select (fixture->selection, &milestone);
  timeline_fixture_act (fixture, "timeline.place-up");
  assert_goal (fixture, "b", "k");
  timeline_fixture_act (fixture, "timeline.place-up");
  assert_goal (fixture, "b", "h");
  for (guint i = 0; i < 3; i++)
    timeline_fixture_act (fixture, "timeline.place-down");
  assert_goal (fixture, "b", NULL);
  timeline_fixture_act (fixture, "timeline.place-down");
  assert_goal (fixture, "b", NULL);
}

/* The row of the menu that says so; NULL when there is none */
static GtkWidget *
find_row (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkModelButton"))
    {
      g_autofree char *label = NULL;

      g_object_get (root, "text", &label, NULL);
      return g_strcmp0 (label, text) == 0 ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, text);
  return found;
}

/* @expected: of up, down, in and out those that the menu offers, as "ud-o" */
static void
assert_offers (TimelineFixture *fixture, const char *handle, const char *expected)
{
  static const char *const rows[]
      = { "Move up", "Move down", "Make part of the goal above", "Take out of its goal" };
  WayId id = timeline_fixture_id (fixture, handle);
  char offered[] = "udio";

  way_selection_select (fixture->selection, &id);
  timeline_fixture_act (fixture, "timeline.menu");
  app_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!gtk_widget_is_sensitive (find_row (GTK_WIDGET (fixture->view), rows[i])))
      offered[i] = '-';
  g_assert_cmpstr (offered, ==, expected);
  gtk_popover_popdown (GTK_POPOVER (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU)));
  app_settle ();
}

/* Where there is no such place, the menu does not offer it */
static void
test_only_places_that_are_there_are_offered (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (SCRIPT);

  assert_offers (fixture, "g", "-d--");
  assert_offers (fixture, "h", "udi-");
  assert_offers (fixture, "k", "---o");
  assert_offers (fixture, "l", "u-i-");
  timeline_fixture_act (fixture, "timeline.place-up");
  assert_offers (fixture, "l", "udi-");
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-place/goals-are-dragged-among-the-lanes",
                   test_goals_are_dragged_among_the_lanes);
  g_test_add_func ("/app/timeline-place/a-goal-is-not-put-into-itself",
                   test_a_goal_is_not_put_into_itself);
  g_test_add_func ("/app/timeline-place/escape-leaves-the-goal-where-it-was",
                   test_escape_leaves_the_goal_where_it_was);
  g_test_add_func ("/app/timeline-place/keys-move-goals", test_keys_move_goals);
  g_test_add_func ("/app/timeline-place/milestones-are-dragged-to-another-goal",
                   test_milestones_are_dragged_to_another_goal);
  g_test_add_func ("/app/timeline-place/keys-send-milestones-to-another-goal",
                   test_keys_send_milestones_to_another_goal);
  g_test_add_func ("/app/timeline-place/only-places-that-are-there-are-offered",
                   test_only_places_that_are_there_are_offered);

  return g_test_run ();
}
