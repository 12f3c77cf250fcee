/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-layout.h"
#include "way-today.h"

#include <adwaita.h>

static GtkAdjustment *
get_horizontal (TimelineFixture *fixture)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->view));
}

static void
select_record (TimelineFixture *fixture, const char *handle)
{
  WayId id = timeline_fixture_id (fixture, handle);

  way_selection_select (fixture->selection, &id);
}

static void
test_fits_the_plan_at_first (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  const char *const handles[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      WayRect rect = timeline_fixture_rect (fixture, handles[i]);

      g_assert_cmpfloat (rect.x, >=, viewport.head_width);
      g_assert_cmpfloat (rect.x + rect.width, <=, viewport.width);
      g_assert_cmpfloat (rect.y, >=, viewport.scale_height);
    }
}

/* Twelve years are too many for one look */
static void
test_a_long_plan_begins_around_today (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Long\n"
                              "add-milestone id=past goal=g title=Past start=2020 end=2021\n"
                              "add-milestone id=now goal=g title=Now start=2028 end=2028\n"
                              "add-milestone id=ahead goal=g title=Ahead start=2031 end=2032\n");
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  double width = way_viewport_body_width (&viewport);

  g_assert_cmpfloat_with_epsilon (width / viewport.scale.day_width, 5 * 365.25, 2);
  g_assert_cmpfloat_with_epsilon (way_scale_x (viewport.scale, way_day_today ()), width / 5, 2);
}

/* An empty canvas would look like an empty plan */
static void
test_a_plan_with_a_gap_begins_where_something_is (void)
{
  static const struct
  {
    const char *past;
    const char *ahead;
    const char *seen;
  } plans[] = { { "2010", "2033", "ahead" }, { "2023", "2050", "past" } };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *script
          = g_strdup_printf ("add-goal id=g title=Long\n"
                             "add-milestone id=past goal=g title=Past start=%s end=%s\n"
                             "add-milestone id=ahead goal=g title=Ahead start=%s end=%s\n",
                             plans[i].past, plans[i].past, plans[i].ahead, plans[i].ahead);
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (script);
      WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
      WayRect rect = timeline_fixture_rect (fixture, plans[i].seen);

      g_assert_cmpfloat_with_epsilon (
          way_viewport_body_width (&viewport) / viewport.scale.day_width, 5 * 365.25, 2);
      g_assert_cmpfloat (rect.x, >=, viewport.head_width);
      g_assert_cmpfloat (rect.x + rect.width, <=, viewport.width);
    }
}

static void
test_scrolling_moves_the_picture (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect before = timeline_fixture_rect (fixture, "a");
  GtkAdjustment *horizontal = get_horizontal (fixture);

  gtk_adjustment_set_value (horizontal, gtk_adjustment_get_value (horizontal) + 100);
  g_assert_cmpfloat_with_epsilon (timeline_fixture_rect (fixture, "a").x, before.x - 100, 1);
}

/* What lies at the edge would run away from the pointer that takes hold of it */
static void
test_only_an_edge_that_is_come_to_scrolls (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  GtkEventController *drag = timeline_fixture_controller (
      GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);
  const double places[] = { viewport.head_width / 2, viewport.head_width + 5, viewport.width - 5 };
  double middle = (viewport.head_width + viewport.width) / 2;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double y = viewport.height - 60; /* below all lanes: a rubber band */
      double before = gtk_adjustment_get_value (get_horizontal (fixture));
      double inwards = places[i] < middle ? 12 : -12;

      g_signal_emit_by_name (drag, "drag-begin", places[i], y);
      g_signal_emit_by_name (drag, "drag-update", inwards, 0.0);
      for (guint frame = 0; frame < 5; frame++)
        timeline_fixture_settle_view (fixture);
      g_assert_cmpfloat (gtk_adjustment_get_value (get_horizontal (fixture)), ==, before);

      g_signal_emit_by_name (drag, "drag-update", middle - places[i], 0.0);
      timeline_fixture_settle_view (fixture);
      g_signal_emit_by_name (drag, "drag-update", viewport.width - 2 - places[i], 0.0);
      for (guint frame = 0; frame < 5; frame++)
        timeline_fixture_settle_view (fixture);
      g_assert_cmpfloat (gtk_adjustment_get_value (get_horizontal (fixture)), >, before);
      g_signal_emit_by_name (drag, "drag-end", viewport.width - 2 - places[i], 0.0);
    }
}

static void
test_wheel_with_control_keeps_the_day (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  GtkEventController *pinch
      = timeline_fixture_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_ZOOM, 0);
  GtkEventController *motion = timeline_fixture_controller (GTK_WIDGET (fixture->view),
                                                            GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  for (double x = 300; x < 900; x += 150)
    {
      WayViewport before = way_timeline_view_get_viewport (fixture->view);
      double day = way_viewport_day (&before, x);
      WayViewport after;

      g_signal_emit_by_name (motion, "motion", x, 200.0);
      g_signal_emit_by_name (pinch, "begin", NULL);
      g_signal_emit_by_name (pinch, "scale-changed", 1.7);
      after = way_timeline_view_get_viewport (fixture->view);
      g_assert_cmpfloat (after.scale.day_width, >, before.scale.day_width);
      g_assert_cmpfloat_with_epsilon (way_viewport_day (&after, x), day,
                                      1.5 / after.scale.day_width);
    }
}

static void
test_zoom_presets_show_that_many_days (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  const double presets[] = { 1826, 365, 91 };

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      WayViewport viewport;

      way_timeline_view_zoom_to_days (fixture->view, presets[i]);
      timeline_fixture_settle_view (fixture);
      viewport = way_timeline_view_get_viewport (fixture->view);
      g_assert_cmpfloat_with_epsilon (
          way_viewport_body_width (&viewport) / viewport.scale.day_width, presets[i], 0.5);
    }
}

static void
test_zoom_has_limits (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  for (guint i = 0; i < 60; i++)
    {
      timeline_fixture_act (fixture, "timeline.zoom-in");
      timeline_fixture_settle_view (fixture);
    }
  g_assert_cmpfloat (way_timeline_view_get_viewport (fixture->view).scale.day_width, ==,
                     WAY_SCALE_MAX_DAY_WIDTH);
  timeline_fixture_act (fixture, "timeline.zoom-fit");
  timeline_fixture_settle_view (fixture);
  test_fits_the_plan_at_first ();
}

static void
test_click_selects (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "b");
  WayId id = timeline_fixture_id (fixture, "b");

  timeline_fixture_click (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &id));

  timeline_fixture_click (fixture, rect.x + rect.width / 2, 590, 1);
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 0);
}

static void
test_click_on_head_selects_the_goal (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  WayId id = timeline_fixture_id (fixture, "g");

  timeline_fixture_click (fixture, viewport.head_width / 2, viewport.scale_height + 20, 1);
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &id));
}

static void
test_rubber_band_selects_what_it_touches (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect a = timeline_fixture_rect (fixture, "a");
  WayRect c = timeline_fixture_rect (fixture, "c");
  WayId b_id = timeline_fixture_id (fixture, "b");

  timeline_fixture_drag (fixture, 990, 590, a.x + 2 - 990, a.y + 2 - 590);
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 3);

  timeline_fixture_drag (fixture, 990, 590, c.x + 2 - 990, c.y + 2 - 590);
  g_assert_false (way_selection_contains (fixture->selection, &b_id));
}

static void
test_click_selects_a_credential (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (
      TIMELINE_FIXTURE_SCRIPT "add-credential id=l name=Licence issued=2027-02 expires=2027-08\n");
  WayRect rect = timeline_fixture_rect (fixture, "l");
  WayId id = timeline_fixture_id (fixture, "l");

  timeline_fixture_click (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
  g_assert_true (way_selection_contains (fixture->selection, &id));
}

static void
test_escape_clears (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  timeline_fixture_act (fixture, "timeline.select-all");
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 3);
  timeline_fixture_act (fixture, "timeline.cancel");
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 0);
}

static void
test_double_click_asks_for_the_inspector (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "a");
  WayId id = timeline_fixture_id (fixture, "a");

  timeline_fixture_click (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 2);
  g_assert_true (way_id_equal (&fixture->activated, &id));
}

static void
test_reveal_unfolds (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayLayout *layout = way_timeline_view_get_layout (fixture->view);
  WayId goal = timeline_fixture_id (fixture, "g");
  WayId id = timeline_fixture_id (fixture, "b");

  way_selection_select (fixture->selection, &goal);
  timeline_fixture_act (fixture, "timeline.walk-earlier");
  g_assert_true (way_layout_get_folded (layout, &goal));

  way_timeline_view_reveal (fixture->view, &id);
  g_assert_false (way_layout_get_folded (layout, &goal));
  g_assert_true (way_selection_contains (fixture->selection, &id));
}

static void
test_actions_need_something_to_act_on (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;

  timeline_fixture_act (fixture, "timeline.remove");
  timeline_fixture_act (fixture, "timeline.edit");
  timeline_fixture_act (fixture, "timeline.rename");
  timeline_fixture_act (fixture, "timeline.move-later");
  after = app_dump (fixture->plan);
  g_assert_cmpstr (before, ==, after);
}

static void
test_time_runs_the_other_way (void)
{
  g_autoptr (TimelineFixture) fixture = NULL;
  WayViewport viewport;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  viewport = way_timeline_view_get_viewport (fixture->view);
  g_assert_true (viewport.rtl);
  g_assert_cmpfloat (timeline_fixture_rect (fixture, "a").x, >,
                     timeline_fixture_rect (fixture, "c").x);
  g_assert_cmpfloat (timeline_fixture_rect (fixture, "a").x, <,
                     viewport.width - viewport.head_width);

  /* The scrollbar still counts from the left */
  {
    double before = timeline_fixture_rect (fixture, "a").x;
    GtkAdjustment *horizontal = get_horizontal (fixture);

    gtk_adjustment_set_value (horizontal, gtk_adjustment_get_value (horizontal) + 50);
    g_assert_cmpfloat_with_epsilon (timeline_fixture_rect (fixture, "a").x, before - 50, 1);
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_screen_readers_find_items_where_they_are (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect rect = timeline_fixture_rect (fixture, "b");
  GtkWidget *item = timeline_fixture_item (fixture, "b");
  graphene_rect_t bounds;

  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_widget_compute_bounds (item, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, rect.x, 1.5);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, rect.y, 1.5);
}

static void
test_focus_follows_selection (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId id = timeline_fixture_id (fixture, "b");

  way_selection_select (fixture->selection, &id);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == timeline_fixture_item (fixture, "b"));
}

static void
test_focus_survives_its_item (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId id = timeline_fixture_id (fixture, "b");

  way_selection_select (fixture->selection, &id);
  way_timeline_view_show_day (fixture->view, 0); /* 1970: nothing is in sight */
  timeline_fixture_settle_view (fixture);
  g_assert_null (timeline_fixture_item (fixture, "b"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
}

static void
test_nothing_leaks (void)
{
  TimelineFixture *fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  gpointer view = fixture->view;
  gpointer plan = fixture->plan;

  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (plan, &plan);
  timeline_fixture_act (fixture, "timeline.select-all");
  timeline_fixture_act (fixture, "timeline.zoom-in");
  timeline_fixture_act (fixture, "timeline.add-milestone");
  timeline_fixture_free (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (view);
  g_assert_null (plan);
}

static void
test_documents_come_and_go (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autoptr (WayDocument) other = way_document_new (NULL);

  timeline_fixture_act (fixture, "timeline.select-all");
  way_timeline_view_set_document (fixture->view, other);
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 0);
  timeline_fixture_settle_view (fixture);
  way_timeline_view_set_document (fixture->view, NULL);
  timeline_fixture_settle_view (fixture);
  g_assert_null (way_timeline_view_get_layout (fixture->view));
}

/* The widget of a lane's head comes to stand for an item: that has nothing to unfold */
static void
test_items_do_not_unfold (void)
{
  static const char *const items[] = { "a", "b", "c" };
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (timeline_fixture_item (fixture, "g")),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  way_timeline_view_set_document (fixture->view, NULL); /* lets go of all widgets */
  way_timeline_view_set_document (fixture->view, fixture->document);
  timeline_fixture_settle_view (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_false (gtk_test_accessible_has_state (
        GTK_ACCESSIBLE (timeline_fixture_item (fixture, items[i])), GTK_ACCESSIBLE_STATE_EXPANDED));
}

static void
on_layout_changed (guint *n_changes)
{
  (*n_changes)++;
}

/* The overview shows lanes, and so has to know when there are others */
static void
test_folding_is_told (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId goal = timeline_fixture_id (fixture, "g");
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->view, "layout-changed", G_CALLBACK (on_layout_changed),
                            &n_changes);
  way_selection_select (fixture->selection, &goal);
  timeline_fixture_act (fixture, "timeline.walk-earlier");
  g_assert_cmpuint (n_changes, ==, 1);
  timeline_fixture_act (fixture, "timeline.walk-later");
  g_assert_cmpuint (n_changes, ==, 2);
  g_signal_handlers_disconnect_by_data (fixture->view, &n_changes);
}

static void
set_width (TimelineFixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 600);
  app_draw (GTK_WIDGET (fixture->view));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) != width)
    g_main_context_iteration (NULL, TRUE);
}

/* As when the details open beside it: where one has gone, one stays */
static void
test_a_place_that_one_went_to_stays (void)
{
  static const char *const actions[] = { "timeline.page-later", "timeline.walk-last" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (TimelineFixture) fixture
          = timeline_fixture_new ("add-goal id=g title=Long\n"
                                  "add-milestone id=now goal=g title=Now start=2027 end=2027\n"
                                  "add-milestone id=far goal=g title=Far start=2070 end=2071\n");
      WayViewport before;

      select_record (fixture, "now");
      timeline_fixture_act (fixture, actions[i]);
      timeline_fixture_settle_view (fixture);
      before = way_timeline_view_get_viewport (fixture->view);
      set_width (fixture, 900);
      g_assert_cmpfloat_with_epsilon (way_timeline_view_get_viewport (fixture->view).scale.origin,
                                      before.scale.origin, 1);
    }
}

static WayId
add_record (WayPlan *plan, WayRecordBuilder *builder)
{
  WayRecord *record = way_record_builder_end (builder);
  WayId id = *way_record_get_id (record);

  g_assert_true (way_plan_add_loaded (plan, record));
  return id;
}

static WayPlan *
make_large_plan (guint n_goals, guint n_milestones)
{
  WayPlan *plan = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autofree WayId *goals = g_new (WayId, n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      WayId id = way_id_new ();

      way_record_builder_start (builder, WAY_KIND_GOAL, &id);
      way_record_builder_set_text (builder, WAY_GOAL_TITLE, "A goal of many", -1);
      goals[i] = add_record (plan, builder);
    }
  for (guint i = 0; i < n_milestones; i++)
    {
      WayId id = way_id_new ();
      WayDay start = 18000 + (WayDay)(i % 6000);

      way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
      way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &goals[i % n_goals]);
      way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, "A step of many", -1);
      way_record_builder_set_date (builder, WAY_MILESTONE_START, way_date_from_day (start));
      way_record_builder_set_date (builder, WAY_MILESTONE_END, way_date_from_day (start + 30));
      add_record (plan, builder);
    }
  return plan;
}

static guint
count_children (GtkWidget *widget)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  return n_children;
}

static void
test_large_plans_need_no_more_widgets (void)
{
  g_autoptr (WayPlan) plan = make_large_plan (50, 100000);
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_for (plan);
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  double step
      = (gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical)) / 20;

  for (guint i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (vertical, step * i);
      timeline_fixture_settle_view (fixture);
      if (i % 5 == 0)
        timeline_fixture_act (fixture, "timeline.zoom-in");
      g_assert_cmpuint (count_children (GTK_WIDGET (fixture->view)), <=, 600);
    }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-view/fits-the-plan-at-first", test_fits_the_plan_at_first);
  g_test_add_func ("/app/timeline-view/a-plan-with-a-gap-begins-where-something-is",
                   test_a_plan_with_a_gap_begins_where_something_is);
  g_test_add_func ("/app/timeline-view/a-long-plan-begins-around-today",
                   test_a_long_plan_begins_around_today);
  g_test_add_func ("/app/timeline-view/scrolling-moves-the-picture",
                   test_scrolling_moves_the_picture);
  g_test_add_func ("/app/timeline-view/only-an-edge-that-is-come-to-scrolls",
                   test_only_an_edge_that_is_come_to_scrolls);
  g_test_add_func ("/app/timeline-view/zoom-keeps-the-day-that-is-pointed-at",
                   test_wheel_with_control_keeps_the_day);
  g_test_add_func ("/app/timeline-view/zoom-presets-show-that-many-days",
                   test_zoom_presets_show_that_many_days);
  g_test_add_func ("/app/timeline-view/zoom-has-limits", test_zoom_has_limits);
  g_test_add_func ("/app/timeline-view/click-selects", test_click_selects);
  g_test_add_func ("/app/timeline-view/click-on-head-selects-the-goal",
                   test_click_on_head_selects_the_goal);
  g_test_add_func ("/app/timeline-view/rubber-band-selects-what-it-touches",
                   test_rubber_band_selects_what_it_touches);
  g_test_add_func ("/app/timeline-view/click-selects-a-credential",
                   test_click_selects_a_credential);
  g_test_add_func ("/app/timeline-view/escape-clears", test_escape_clears);
  g_test_add_func ("/app/timeline-view/double-click-asks-for-the-inspector",
                   test_double_click_asks_for_the_inspector);
  g_test_add_func ("/app/timeline-view/reveal-unfolds", test_reveal_unfolds);
  g_test_add_func ("/app/timeline-view/actions-need-something-to-act-on",
                   test_actions_need_something_to_act_on);
  g_test_add_func ("/app/timeline-view/time-runs-the-other-way", test_time_runs_the_other_way);
  g_test_add_func ("/app/timeline-view/screen-readers-find-items-where-they-are",
                   test_screen_readers_find_items_where_they_are);
  g_test_add_func ("/app/timeline-view/focus-follows-selection", test_focus_follows_selection);
  g_test_add_func ("/app/timeline-view/focus-survives-its-item", test_focus_survives_its_item);
  g_test_add_func ("/app/timeline-view/nothing-leaks", test_nothing_leaks);
  g_test_add_func ("/app/timeline-view/documents-come-and-go", test_documents_come_and_go);
  g_test_add_func ("/app/timeline-view/items-do-not-unfold", test_items_do_not_unfold);
  g_test_add_func ("/app/timeline-view/folding-is-told", test_folding_is_told);
  g_test_add_func ("/app/timeline-view/a-place-that-one-went-to-stays",
                   test_a_place_that_one_went_to_stays);
  g_test_add_func ("/app/timeline-view/large-plans-need-no-more-widgets",
                   test_large_plans_need_no_more_widgets);
  return g_test_run ();
}
