/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is done to a timeline in whatever order, undo gives back the first bytes, and what is
 * drawn is what a timeline draws that is opened on the plan as it is.
 */
#include "app-fixture.h"
#include "timeline-fixture.h"
#include "way-hit.h"
#include "way-saved-plan.h"
#include "way-snapshot.h"

#include <adwaita.h>

#define SEQUENCES 12
#define STEPS 60

static const char *const actions[] = {
  "timeline.walk-earlier", "timeline.walk-later",  "timeline.walk-up",
  "timeline.walk-down",    "timeline.walk-first",  "timeline.walk-last",
  "timeline.extend-later", "timeline.extend-down", "timeline.select-all",
  "timeline.cancel",       "timeline.toggle-done", "timeline.remove",
  "timeline.move-earlier", "timeline.move-later",  "timeline.end-earlier",
  "timeline.end-later",    "timeline.start-later", "timeline.start-earlier",
  "timeline.start-link",   "timeline.place-up",    "timeline.place-down",
  "timeline.place-in",     "timeline.place-out",   "timeline.repair",
  "timeline.repair-all",   "timeline.zoom-in",     "timeline.zoom-out",
  "timeline.zoom-fit",     "timeline.go-to-today", "timeline.page-earlier",
  "timeline.page-later",
};

static const WayId *
pick_record (TimelineFixture *fixture, GRand *rand, WayKind kind)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (fixture->plan, kind, &n_records);

  if (n_records == 0)
    return NULL;
  return way_record_get_id (records[g_rand_int_range (rand, 0, (int)n_records)]);
}

/* A point on an item or on a goal's head, or anywhere; mostly something that can be taken hold of
 */
static void
pick_point (TimelineFixture *fixture, GRand *rand, double *x, double *y)
{
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  WayLayout *layout = way_timeline_view_get_layout (fixture->view);
  const WayId *id = pick_record (fixture, rand, WAY_KIND_MILESTONE);
  WayRect rect;

  *x = g_rand_double_range (rand, 0, viewport.width);
  *y = g_rand_double_range (rand, 0, viewport.height);
  if (g_rand_int_range (rand, 0, 5) == 0)
    *x = g_rand_double_range (rand, 20, viewport.head_width);
  else if (g_rand_int_range (rand, 0, 5) > 0 && id != NULL
           && way_hit_item_rect (layout, &viewport, id, &rect))
    {
      const double grips[] = { 1, rect.width / 2, rect.width - 1 };

      *x = rect.x + grips[g_rand_int_range (rand, 0, G_N_ELEMENTS (grips))];
      *y = rect.y + (g_rand_boolean (rand) ? rect.height / 2 : rect.height);
    }
}

static void
drag (TimelineFixture *fixture, GRand *rand)
{
  double dx = g_rand_double_range (rand, -300, 300);
  double dy = g_rand_boolean (rand) ? 0 : g_rand_double_range (rand, -150, 150);
  double x, y;

  pick_point (fixture, rand, &x, &y);
  if (g_rand_int_range (rand, 0, 4) > 0)
    {
      timeline_fixture_drag (fixture, x, y, dx, dy);
      return;
    }
  timeline_fixture_drag_half (fixture, x, y, dx, dy);
  if (g_rand_boolean (rand)) /* an undo or another key in the middle of it */
    gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                actions[g_rand_int_range (rand, 0, G_N_ELEMENTS (actions))], NULL);
  if (g_rand_boolean (rand))
    way_document_undo (fixture->document);
  timeline_fixture_act (fixture, "timeline.cancel");
  g_signal_emit_by_name (timeline_fixture_controller (GTK_WIDGET (fixture->view),
                                                      GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY),
                         "drag-end", dx, dy);
}

static void
create (TimelineFixture *fixture, GRand *rand)
{
  GtkWidget *entry;
  double x, y;

  if (g_rand_boolean (rand))
    {
      pick_point (fixture, rand, &x, &y);
      timeline_fixture_click (fixture, x, y, 2);
    }
  else
    timeline_fixture_act (fixture,
                          g_rand_boolean (rand) ? "timeline.add-milestone" : "timeline.add-goal");
  entry = app_find (GTK_WIDGET (fixture->view), GTK_TYPE_ENTRY);
  if (entry == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), "Made up & “quoted”");
  if (g_rand_int_range (rand, 0, 4) > 0)
    g_signal_emit_by_name (entry, "activate");
  else
    timeline_fixture_act (fixture, "timeline.cancel");
}

static void
fold (TimelineFixture *fixture, GRand *rand)
{
  const WayId *goal = pick_record (fixture, rand, WAY_KIND_GOAL);

  if (goal == NULL)
    return;
  way_selection_select (fixture->selection, goal);
  timeline_fixture_act (fixture, "timeline.walk-earlier");
}

static void
step (TimelineFixture *fixture, GRand *rand)
{
  double x, y;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      drag (fixture, rand);
      break;
    case 3:
      create (fixture, rand);
      break;
    case 4:
      pick_point (fixture, rand, &x, &y);
      timeline_fixture_click (fixture, x, y, 1);
      break;
    case 5:
      if (g_rand_boolean (rand))
        way_document_undo (fixture->document);
      else
        way_document_redo (fixture->document);
      break;
    case 6:
      fold (fixture, rand);
      break;
    default:
      gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                  actions[g_rand_int_range (rand, 0, G_N_ELEMENTS (actions))],
                                  NULL);
    }
}

/* Where everything is, from the lanes to the labels, as text */
static char *
dump_layout (WayLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      g_string_append_printf (text, "lane %.2f %.2f %u %s\n", lane->y, lane->height, lane->depth,
                              lane->goal != NULL ? way_record_get_called (lane->goal) : "-");
    }
  return g_string_free (text, FALSE);
}

static void
append_item (TimelineFixture *fixture, WayLayout *layout, WayScale scale, WayRecord *record,
             GString *text)
{
  const WayItem *item = way_layout_find_item (layout, way_record_get_id (record));
  WayRect rect;
  char id[WAY_ID_BUFFER_SIZE];

  way_id_format (way_record_get_id (record), id);
  if (item == NULL)
    {
      g_string_append_printf (text, "item %s none\n", id);
      return;
    }
  rect = way_layout_get_item_rect (layout, item, scale);
  g_string_append_printf (text, "item %s %d-%d %.2f %.2f %.2f %.2f label %d\n", id, item->start,
                          item->end, rect.x, rect.y, rect.width, rect.height, item->label_place);
}

static char *
dump_all (TimelineFixture *fixture, WayLayout *layout)
{
  WayScale scale = way_timeline_view_get_viewport (fixture->view).scale;
  g_autofree char *lanes = dump_layout (layout);
  GString *text = g_string_new (lanes);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (fixture->plan, WAY_KIND_MILESTONE, &n_records);

  for (guint i = 0; i < n_records; i++)
    append_item (fixture, layout, scale, records[i], text);
  return g_string_free (text, FALSE);
}

/* The view's layout has followed each edit; another one is made of the plan as it is */
static void
assert_layout_is_fresh (TimelineFixture *fixture)
{
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  WayLayout *layout = way_timeline_view_get_layout (fixture->view);
  WayLayout *fresh
      = way_layout_new (fixture->plan, way_layout_get_labels (layout), viewport.scale.day_width);
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (fixture->plan, WAY_KIND_GOAL, &n_goals);
  g_autofree char *kept = NULL;
  g_autofree char *made = NULL;

  for (guint i = 0; i < n_goals; i++)
    if (way_layout_get_folded (layout, way_record_get_id (goals[i])))
      way_layout_set_folded (fresh, way_record_get_id (goals[i]), TRUE);
  kept = dump_all (fixture, layout);
  made = dump_all (fixture, fresh);
  g_assert_cmpstr (kept, ==, made);
  way_layout_free (fresh);
}

static void
test_any_sequence_is_undone_to_the_byte (void)
{
  guint32 seed = g_test_rand_int ();

  for (guint i = 0; i < SEQUENCES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
      g_autofree char *before = way_saved_text (fixture->plan);
      g_autofree char *after = NULL;

      g_test_message ("seed %u", seed + i);
      for (guint j = 0; j < STEPS; j++)
        {
          step (fixture, rand);
          if (way_history_get_undo_name (way_document_get_history (fixture->document), 0) == NULL)
            way_document_redo (fixture->document); /* what made the plan stays done */
          if (j % 6 == 0)
            timeline_fixture_settle_view (fixture);
          assert_layout_is_fresh (fixture);
        }
      while (way_history_get_undo_name (way_document_get_history (fixture->document), 1) != NULL)
        way_document_undo (fixture->document);
      after = way_saved_text (fixture->plan);
      g_assert_cmpstr (after, ==, before);
      assert_layout_is_fresh (fixture);
    }
}

static void
long_press (TimelineFixture *fixture, double x, double y)
{
  GtkEventController *press
      = timeline_fixture_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_LONG_PRESS, 0);

  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (press)));
  g_signal_emit_by_name (press, "pressed", x, y);
  app_settle ();
}

static GtkEventController *
get_drag (TimelineFixture *fixture)
{
  return timeline_fixture_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG,
                                      GDK_BUTTON_PRIMARY);
}

/* What a finger begins on the timeline, as far as it gets before a scrolled window takes it */
static void
put_finger_down (TimelineFixture *fixture, double x, double y)
{
  static int finger;
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkEventController *click
      = timeline_fixture_controller (view, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  GtkEventController *drag = get_drag (fixture);

  g_signal_emit_by_name (click, "begin", &finger);
  g_signal_emit_by_name (drag, "begin", &finger);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
}

static void
lift_finger (TimelineFixture *fixture, double x, double y)
{
  g_signal_emit_by_name (timeline_fixture_controller (GTK_WIDGET (fixture->view),
                                                      GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY),
                         "released", 1, x, y);
}

static void
move_finger (TimelineFixture *fixture, double dx, double dy)
{
  g_signal_emit_by_name (get_drag (fixture), "drag-update", dx, dy);
}

/* Whose click is over, since the drag has it */
static void
lift_held_finger (TimelineFixture *fixture, double dx, double dy)
{
  g_signal_emit_by_name (get_drag (fixture), "drag-end", dx, dy);
  app_settle ();
}

/* Asks for the menu as the secondary button does, and gives the last thing it offers */
static char *
get_last_offer (TimelineFixture *fixture, double x, double y)
{
  GtkEventController *click = timeline_fixture_controller (
      GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_SECONDARY);
  g_autoptr (GMenuModel) section = NULL;
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;
  GMenuModel *model;
  GtkWidget *menu;

  g_signal_emit_by_name (click, "pressed", 1, x, y);
  menu = app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU);
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  section = g_menu_model_get_item_link (model, g_menu_model_get_n_items (model) - 1,
                                        G_MENU_LINK_SECTION);
  g_menu_model_get_item_attribute (section, g_menu_model_get_n_items (section) - 1,
                                   G_MENU_ATTRIBUTE_ACTION, "s", &action);
  if (g_menu_model_get_item_attribute (section, g_menu_model_get_n_items (section) - 1,
                                       G_MENU_ATTRIBUTE_TARGET, "s", &target))
    return g_strconcat (action, " ", target, NULL);

  return g_steal_pointer (&action);
}

static void
on_activated (WayTimelineView *view, const WayId *id, GtkWindow *window)
{
  gtk_window_set_focus (window, NULL); /* as it goes to the details */
}

/* What is typed next is for the details, and no key of the timeline's */
static void
test_a_double_click_gives_the_focus_away (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect b = timeline_fixture_rect (fixture, "b");

  g_signal_connect (fixture->view, "activate-record", G_CALLBACK (on_activated), fixture->window);
  timeline_fixture_click (fixture, b.x + b.width / 2, b.y + b.height / 2, 1);
  g_assert_true (gtk_widget_is_focus (timeline_fixture_item (fixture, "b")));
  timeline_fixture_click (fixture, b.x + b.width / 2, b.y + b.height / 2, 2);
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

static void
test_an_arrow_has_a_menu (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "c");
  g_autofree char *of_arrow = NULL;
  g_autofree char *of_item = NULL;
  g_autofree char *of_lane = NULL;
  g_autofree char *wanted = NULL;
  char id[WAY_ID_BUFFER_SIZE];
  WayRecord *const *links;
  guint n_links;

  links = way_plan_get_records (fixture->plan, WAY_KIND_DEPENDENCY, &n_links);
  wanted = g_strdup_printf ("win.remove-dependency %s",
                            way_id_format (way_record_get_id (links[0]), id));
  of_arrow = get_last_offer (fixture, rect.x - 12, rect.y + rect.height / 2);
  g_assert_cmpstr (of_arrow, ==, wanted);
  of_item = get_last_offer (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2);
  g_assert_cmpstr (of_item, ==, "timeline.remove");
  of_lane = get_last_offer (fixture, rect.x - 60, rect.y + rect.height / 2 + 9);
  g_assert_cmpstr (of_lane, ==, "timeline.select-all");
}

/* Credentials have no details in the window that would list what falls on them */
static void
test_points_at_milestones_and_goals (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (
      TIMELINE_FIXTURE_SCRIPT
      "add-credential id=l name=Licence kind=licence issued=2027-01-01 expires=2027-12-31\n");
  const char *const handles[] = { "a", "l" };
  WayRect rect;
  WayId wanted, id;

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      rect = timeline_fixture_rect (fixture, handles[i]);
      wanted = timeline_fixture_id (fixture, handles[i]);
      g_assert_cmpint (way_timeline_view_point_at (fixture->view, rect.x + rect.width / 2,
                                                   rect.y + rect.height / 2, &id),
                       ==, i == 0);
      if (i == 0)
        g_assert_true (way_id_equal (&id, &wanted));
    }

  wanted = timeline_fixture_id (fixture, "g");
  rect = timeline_fixture_rect (fixture, "a");
  g_assert_true (way_timeline_view_point_at (fixture->view, 100, rect.y + 4, &id));
  g_assert_true (way_id_equal (&id, &wanted));
  g_assert_false (way_timeline_view_point_at (fixture->view, -1, -1, &id));
}

static void
test_a_finger_held_shows_the_menu (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "b");
  WayId id = timeline_fixture_id (fixture, "b");
  double x = rect.x + rect.width / 2;
  double y = rect.y + rect.height / 2;
  GtkWidget *menu;

  put_finger_down (fixture, x, y);
  long_press (fixture, x, y);
  g_assert_null (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU));
  move_finger (fixture, 3, -2); /* nobody holds quite still */
  lift_held_finger (fixture, 3, -2);
  menu = app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &id));
  gtk_popover_popdown (GTK_POPOVER (menu));
  app_settle ();

  put_finger_down (fixture, x, 590); /* below all lanes */
  long_press (fixture, x, 590);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_null (way_selection_get_primary (fixture->selection));
  lift_held_finger (fixture, 0, 0);
}

/* By its body and by either end, which a finger hides */
static void
test_a_finger_held_drags (void)
{
  for (int grip = -1; grip <= 1; grip++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
      WayRect rect = timeline_fixture_rect (fixture, "b");
      WayDate before
          = way_record_get_date (timeline_fixture_record (fixture, "b"), WAY_MILESTONE_START);
      double x = rect.x + rect.width / 2 + grip * (rect.width / 2 - 1);
      double y = rect.y + rect.height / 2;
      WayRecord *moved;

      put_finger_down (fixture, x, y);
      long_press (fixture, x, y);
      for (int dx = 10; dx <= 60; dx += 10)
        move_finger (fixture, dx, 0);
      g_assert_cmpint (
          way_record_get_date (timeline_fixture_record (fixture, "b"), WAY_MILESTONE_START), ==,
          before);
      lift_held_finger (fixture, 60, 0);

      moved = timeline_fixture_record (fixture, "b");
      g_assert_cmpint (way_record_get_date (moved, WAY_MILESTONE_START), >, before);
      g_assert_cmpfloat_with_epsilon (timeline_fixture_rect (fixture, "b").width, rect.width, 2);
      g_assert_null (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU));
    }
}

/* What the system takes away is as if it had never been held */
static void
test_a_held_finger_can_be_taken_away (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = way_saved_text (fixture->plan);
  g_autofree char *after = NULL;
  WayRect rect = timeline_fixture_rect (fixture, "b");

  put_finger_down (fixture, rect.x + 20, rect.y + 5);
  long_press (fixture, rect.x + 20, rect.y + 5);
  g_signal_emit_by_name (get_drag (fixture), "cancel", NULL);
  lift_held_finger (fixture, 0, 0);
  g_assert_null (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU));

  put_finger_down (fixture, rect.x + 20, rect.y + 5); /* the next one scrolls */
  move_finger (fixture, 60, 0);
  lift_held_finger (fixture, 60, 0);
  after = way_saved_text (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_finger_held_while_dragging_does_nothing (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "b");

  timeline_fixture_drag_half (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 80, 0);
  long_press (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2);
  g_assert_null (app_find (GTK_WIDGET (fixture->view), GTK_TYPE_POPOVER_MENU));
  timeline_fixture_act (fixture, "timeline.cancel");
}

static void
test_a_finger_selects_when_it_is_lifted (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "b");
  WayId id = timeline_fixture_id (fixture, "b");
  double x = rect.x + rect.width / 2;
  double y = rect.y + rect.height / 2;

  put_finger_down (fixture, x, y);
  g_assert_null (way_selection_get_primary (fixture->selection));
  lift_finger (fixture, x + 1, y);
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &id));

  put_finger_down (fixture, x, 590); /* to scroll, from below all lanes */
  lift_finger (fixture, x, 500);
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &id));
}

/* Down, where the lanes all fit into the view and nothing scrolls */
static void
test_a_finger_that_moves_changes_nothing (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = way_saved_text (fixture->plan);
  g_autofree char *after = NULL;
  WayRect rect = timeline_fixture_rect (fixture, "b");
  WayRect other = timeline_fixture_rect (fixture, "c");
  const double places[] = { 100, rect.x + rect.width / 2 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double y = rect.y + rect.height / 2;
      GtkEventController *drag = timeline_fixture_controller (
          GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);

      put_finger_down (fixture, places[i], y);
      g_signal_emit_by_name (drag, "drag-update", 0.0, other.y - rect.y);
      g_signal_emit_by_name (drag, "drag-end", 0.0, other.y - rect.y);
      lift_finger (fixture, places[i], other.y + rect.height / 2);
    }
  after = way_saved_text (fixture->plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (way_selection_get_primary (fixture->selection));
}

static void
test_what_is_pinched_goes_with_the_fingers (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkEventController *pinch = timeline_fixture_controller (view, GTK_TYPE_GESTURE_ZOOM, 0);
  GtkEventController *motion
      = timeline_fixture_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  WayViewport before = way_timeline_view_get_viewport (fixture->view);
  double day = way_viewport_day (&before, 500);

  g_signal_emit_by_name (motion, "motion", 500.0, 200.0);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (double moved = 20; moved <= 100; moved += 20)
    {
      WayViewport after;

      g_signal_emit_by_name (motion, "motion", 500 + moved, 200.0);
      g_signal_emit_by_name (pinch, "scale-changed", 1 + moved / 100);
      after = way_timeline_view_get_viewport (fixture->view);
      g_assert_cmpfloat_with_epsilon (way_viewport_day (&after, 500 + moved), day,
                                      3 / after.scale.day_width);
    }
}

/* Fingers move one after the other: their middle goes back and forth by parts of a pixel, and each
 * way is rounded. @amount: of what they spread by */
static void
pinch_for_long (TimelineFixture *fixture, double amount, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkEventController *pinch = timeline_fixture_controller (view, GTK_TYPE_GESTURE_ZOOM, 0);
  GtkEventController *motion
      = timeline_fixture_controller (view, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  const int steps = 200;

  g_signal_emit_by_name (motion, "motion", x, y);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (int i = 1; i <= steps; i++)
    {
      double aside = i % 2 == 0 ? 0 : 1.5;

      g_signal_emit_by_name (motion, "motion", x - aside, y - aside);
      g_signal_emit_by_name (pinch, "scale-changed", pow (amount, (double)i / steps));
    }
}

/* In the view; lanes above it may grow and shrink with the zoom */
static double
get_lane_y (TimelineFixture *fixture, guint lane)
{
  return way_layout_get_lane (way_timeline_view_get_layout (fixture->view), lane)->y
         - way_timeline_view_get_viewport (fixture->view).scroll_y;
}

static void
test_what_is_pinched_stays_between_the_fingers (void)
{
  const double amounts[] = { 0.5, 1, 2 };
  g_autoptr (GString) script = g_string_new (TIMELINE_FIXTURE_SCRIPT);

  for (int i = 0; i < 40; i++)
    g_string_append_printf (script, "add-goal id=g%d title=\"Goal %d\"\n", i, i);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (script->str);
      GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
      WayViewport before;
      WayViewport after;
      double lane_y;

      gtk_adjustment_set_value (vertical, 300);
      lane_y = get_lane_y (fixture, 10);
      before = way_timeline_view_get_viewport (fixture->view);
      pinch_for_long (fixture, amounts[i], 500, 200);
      after = way_timeline_view_get_viewport (fixture->view);
      g_assert_cmpfloat_with_epsilon (after.scale.day_width, before.scale.day_width * amounts[i],
                                      0.001);
      g_assert_cmpfloat_with_epsilon (way_viewport_day (&after, 500),
                                      way_viewport_day (&before, 500), 1 / after.scale.day_width);
      g_assert_cmpfloat_with_epsilon (get_lane_y (fixture, 10), lane_y, 1);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-gestures/any-sequence-is-undone-to-the-byte",
                   test_any_sequence_is_undone_to_the_byte);
  g_test_add_func ("/app/timeline-gestures/points-at-milestones-and-goals",
                   test_points_at_milestones_and_goals);
  g_test_add_func ("/app/timeline-gestures/a-double-click-gives-the-focus-away",
                   test_a_double_click_gives_the_focus_away);
  g_test_add_func ("/app/timeline-gestures/an-arrow-has-a-menu", test_an_arrow_has_a_menu);
  g_test_add_func ("/app/timeline-gestures/a-finger-held-shows-the-menu",
                   test_a_finger_held_shows_the_menu);
  g_test_add_func ("/app/timeline-gestures/a-finger-held-drags", test_a_finger_held_drags);
  g_test_add_func ("/app/timeline-gestures/a-held-finger-can-be-taken-away",
                   test_a_held_finger_can_be_taken_away);
  g_test_add_func ("/app/timeline-gestures/a-finger-held-while-dragging-does-nothing",
                   test_a_finger_held_while_dragging_does_nothing);
  g_test_add_func ("/app/timeline-gestures/a-finger-selects-when-it-is-lifted",
                   test_a_finger_selects_when_it_is_lifted);
  g_test_add_func ("/app/timeline-gestures/a-finger-that-moves-changes-nothing",
                   test_a_finger_that_moves_changes_nothing);
  g_test_add_func ("/app/timeline-gestures/what-is-pinched-goes-with-the-fingers",
                   test_what_is_pinched_goes_with_the_fingers);
  g_test_add_func ("/app/timeline-gestures/what-is-pinched-stays-between-the-fingers",
                   test_what_is_pinched_stays_between_the_fingers);
  return g_test_run ();
}
