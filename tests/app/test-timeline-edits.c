/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-timeline-overlay.h"

#include <adwaita.h>

static void
test_drag_moves_and_undo_takes_back (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2,
                         31 * timeline_fixture_day_width (fixture), 0);
  /* It comes to rest where the next one begins */
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_START, "2027-01-31");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");
  timeline_fixture_assert_one_step (fixture, "Move “Review course”");
  timeline_fixture_assert_undo_gives (fixture, before);
}

static void
test_several_move_in_one_step (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_act (fixture, "timeline.select-all");
  timeline_fixture_drag (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2,
                         31 * timeline_fixture_day_width (fixture), 0);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_START, "2027-02-01");
  timeline_fixture_assert_value (fixture, "c", WAY_MILESTONE_START, "2027-10-02");
  timeline_fixture_assert_one_step (fixture, "Move 3 milestones");
  timeline_fixture_assert_undo_gives (fixture, before);
}

static void
test_edges_resize (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag (fixture, rect.x + rect.width - 1, rect.y + rect.height / 2,
                         30 * timeline_fixture_day_width (fixture), 0);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_START, "2027-01-01");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");

  timeline_fixture_drag (fixture, rect.x + 1, rect.y + rect.height / 2,
                         31 * timeline_fixture_day_width (fixture), 0);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_START, "2027-02-01");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");
  timeline_fixture_assert_undo_gives (fixture, before);
}

static void
test_an_end_stops_at_the_other (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  WayRect rect = timeline_fixture_rect (fixture, "b");

  timeline_fixture_drag (fixture, rect.x + rect.width - 1, rect.y + rect.height / 2, -5000, 0);
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_START, "2027-05-01");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_END, "2027-05-01");
}

/* Of several each at its own, as it is shown while they are dragged; what has no date has no ends
 */
static void
test_each_end_stops_at_its_other (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Ends\n"
                              "add-milestone id=a goal=g title=A start=2027-01-01 end=2028-03-31\n"
                              "add-milestone id=b goal=g title=B start=2027-05-01 end=2027-06-30\n"
                              "add-milestone id=y goal=g title=Y start=2027 end=2028\n"
                              "add-milestone id=m goal=g title=M start=2027-02-10 end=2027-05\n"
                              "add-milestone id=never goal=g title=Never\n");
  g_autofree char *before = app_dump (fixture->plan);
  WayRect a = timeline_fixture_rect (fixture, "a");

  timeline_fixture_act (fixture, "timeline.select-all");
  timeline_fixture_drag (fixture, a.x + 1, a.y + a.height / 2, 5000, 0);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_START, "2028-03-31");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_START, "2027-06-30");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-05-31");
  timeline_fixture_assert_undo_gives (fixture, before);

  timeline_fixture_act (fixture, "timeline.select-all");
  a = timeline_fixture_rect (fixture, "a");
  timeline_fixture_drag (fixture, a.x + a.width - 1, a.y + a.height / 2, -5000, 0);
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_END, "2027-01-01");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_END, "2027-05-01");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_END, "2027");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_END, "2027-02");
  timeline_fixture_assert_undo_gives (fixture, before);
}

/* Those without two ends are resized along, and are known no better afterwards than before */
static void
test_a_new_end_is_known_as_roughly (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Ends\n"
                              "add-milestone id=a goal=g title=A start=2027-01-01 end=2028-03-31\n"
                              "add-milestone id=m goal=g title=Month start=2027-02~\n"
                              "add-milestone id=y goal=g title=Year start=2027\n");
  WayRect a = timeline_fixture_rect (fixture, "a");

  timeline_fixture_act (fixture, "timeline.select-all");
  timeline_fixture_drag (fixture, a.x + a.width - 1, a.y + a.height / 2,
                         60 * timeline_fixture_day_width (fixture), 0);
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-02~");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_END, "2027-04~");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_END,
                                 ""); /* it would be the same year */
}

/* What is known by the year stops where its ends are the same year */
static void
test_a_year_stops_at_the_other (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Ends\n"
                              "add-milestone id=y goal=g title=Y start=2027 end=2028\n");
  WayRect rect = timeline_fixture_rect (fixture, "y");

  timeline_fixture_drag (fixture, rect.x + 1, rect.y + rect.height / 2, 5000, 0);
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_END, "2028");
}

static void
test_plan_is_untouched_while_dragging (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag_half (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2, 200, 0);
  timeline_fixture_settle_view (fixture);
  during = app_dump (fixture->plan);
  g_assert_cmpstr (during, ==, before);

  timeline_fixture_act (fixture, "timeline.cancel");
  timeline_fixture_drag (fixture, 990, 590, 5, 0);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (way_history_get_undo_name (way_document_get_history (fixture->document), 1));
}

static void
test_keys_move_by_the_unit (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);

  way_timeline_view_zoom_to_days (fixture->view, 730);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpint (way_scale_get_unit (way_timeline_view_get_viewport (fixture->view).scale), ==,
                   WAY_UNIT_MONTH);
  timeline_fixture_select (fixture, "b");
  timeline_fixture_act (fixture, "timeline.move-later");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_START, "2027-06-01");
  timeline_fixture_act (fixture, "timeline.move-earlier");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_START, "2027-05-01");
  timeline_fixture_act (fixture, "timeline.end-later");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_END, "2027-07-31");
  timeline_fixture_act (fixture, "timeline.start-earlier");
  timeline_fixture_assert_value (fixture, "b", WAY_MILESTONE_START, "2027-04-01");
  timeline_fixture_assert_undo_gives (fixture, before);
}

/* A year is moved by a year where the scale counts in days: by less it would not move at all */
static void
test_keys_move_what_is_known_roughly (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Rough\n"
                              "add-milestone id=y goal=g title=Years start=2027 end=2028\n"
                              "add-milestone id=m goal=g title=Month start=2027-06~\n"
                              "add-milestone id=d goal=g title=Deadline end=2027-08\n"
                              "add-milestone id=x goal=g title=Mixed start=2027-03-10 end=2028\n");
  g_autofree char *before = app_dump (fixture->plan);

  way_timeline_view_zoom_to_days (fixture->view, 60);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpint (way_scale_get_unit (way_timeline_view_get_viewport (fixture->view).scale), ==,
                   WAY_UNIT_DAY);

  timeline_fixture_select (fixture, "y");
  timeline_fixture_act (fixture, "timeline.move-later");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_END, "2029");
  timeline_fixture_act (fixture, "timeline.end-later");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_END, "2030");
  timeline_fixture_act (fixture, "timeline.start-earlier");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_START, "2027");

  timeline_fixture_select (fixture, "m");
  timeline_fixture_act (fixture, "timeline.move-earlier");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-05~");
  timeline_fixture_act (fixture, "timeline.end-later"); /* a new end, known as roughly */
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_END, "2027-06~");

  timeline_fixture_select (fixture, "d");
  timeline_fixture_act (fixture, "timeline.move-later");
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_END, "2027-09");
  timeline_fixture_act (fixture, "timeline.end-earlier");
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_END, "2027-08");

  /* The finer of two dates says how far */
  timeline_fixture_select (fixture, "x");
  timeline_fixture_act (fixture, "timeline.move-later");
  timeline_fixture_assert_value (fixture, "x", WAY_MILESTONE_START, "2027-03-11");
  timeline_fixture_assert_value (fixture, "x", WAY_MILESTONE_END, "2028");
  timeline_fixture_assert_undo_gives (fixture, before);
}

typedef struct
{
  TimelineFixture *fixture;
  double x; /* of what it scrolls away from */
} Scrolling;

static gboolean
has_scrolled (gpointer user_data)
{
  Scrolling *scrolling = user_data;

  return fabs (timeline_fixture_rect (scrolling->fixture, "a").x - scrolling->x) > 500;
}

/* Also from where the edge has taken it meanwhile, years away from all that there is */
static void
test_escape_goes_back_to_where_it_began (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  WayRect before;
  WayRect after;

  for (int rtl = 0; rtl < 2; rtl++)
    {
      gtk_widget_set_direction (GTK_WIDGET (fixture->view),
                                rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      timeline_fixture_settle_view (fixture);
      before = timeline_fixture_rect (fixture, "a");
      timeline_fixture_drag_half (fixture, before.x + before.width / 2,
                                  before.y + before.height / 2,
                                  (rtl ? 2 : width - 2) - before.x - before.width / 2, 0);
      app_wait_for (has_scrolled, &(Scrolling){ fixture, before.x });
      timeline_fixture_act (fixture, "timeline.cancel");
      after = timeline_fixture_rect (fixture, "a");
      g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
      g_assert_cmpfloat_with_epsilon (after.y, before.y, 1);
    }
}

static void
test_arrows_walk (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId b = timeline_fixture_id (fixture, "b");
  WayId c = timeline_fixture_id (fixture, "c");
  WayId g = timeline_fixture_id (fixture, "g");

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.walk-later");
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &b));
  timeline_fixture_act (fixture, "timeline.walk-down");
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &c));
  timeline_fixture_act (fixture, "timeline.walk-up");
  timeline_fixture_act (fixture, "timeline.walk-first");
  timeline_fixture_act (fixture, "timeline.walk-earlier"); /* out of the lane, to its head */
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &g));
  timeline_fixture_act (fixture, "timeline.walk-earlier");
  g_assert_true (way_layout_get_folded (way_timeline_view_get_layout (fixture->view), &g));
  timeline_fixture_act (fixture, "timeline.walk-later");
  g_assert_false (way_layout_get_folded (way_timeline_view_get_layout (fixture->view), &g));
}

/* From goal to goal, and never into one or out of sight */
static void
test_shift_arrows_take_goals_too (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId g = timeline_fixture_id (fixture, "g");
  WayId h = timeline_fixture_id (fixture, "h");

  timeline_fixture_select (fixture, "g");
  timeline_fixture_act (fixture, "timeline.extend-later");
  timeline_fixture_act (fixture, "timeline.extend-earlier");
  timeline_fixture_act (fixture, "timeline.extend-up"); /* there is none */
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 1);
  g_assert_true (way_selection_contains (fixture->selection, &g));
  g_assert_false (way_layout_get_folded (way_timeline_view_get_layout (fixture->view), &g));

  timeline_fixture_act (fixture, "timeline.extend-down");
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 2);
  g_assert_true (way_selection_contains (fixture->selection, &g));
  g_assert_true (way_id_equal (way_selection_get_primary (fixture->selection), &h));

  timeline_fixture_act (fixture, "timeline.walk-up"); /* and without Shift one only */
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 1);
  g_assert_true (way_selection_contains (fixture->selection, &g));
}

static void
test_space_toggles_done (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.toggle-done");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_STATUS, "done");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_PROGRESS, "100");
  timeline_fixture_assert_undo_gives (fixture, before);
}

static void
test_delete_offers_undo (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);

  timeline_fixture_select (fixture, "b");
  timeline_fixture_act (fixture, "timeline.remove");
  g_assert_null (timeline_fixture_record (fixture, "b"));
  g_assert_cmpstr (fixture->toast, ==, "“Sit the CCRN” deleted");
  g_assert_true (fixture->toast_undo);
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 1);
  timeline_fixture_assert_undo_gives (fixture, before);
}

static void
test_keyboard_links_and_refuses_circles (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_select (fixture, "b");
  timeline_fixture_act (fixture, "timeline.start-link");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY), ==, 2);

  timeline_fixture_select (fixture, "c");
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY), ==, 2);
  g_assert_nonnull (strstr (fixture->toast, "Two weeks off"));
  g_assert_nonnull (strstr (fixture->toast, "Review course"));
}

/* How much of the picture has the colour of what is not to be, while @from is being linked to @to
 */
static guint
count_refused (TimelineFixture *fixture, const char *from, const char *to)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GdkRGBA broken = way_timeline_get_colour (way_style_get (WAY_THEME_LIGHT)->broken);
  guint n_pixels;

  timeline_fixture_select (fixture, from);
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_select (fixture, to);
  timeline_fixture_settle_view (fixture);
  app_draw (view);
  n_pixels = app_count_pixels (view, &broken);
  timeline_fixture_act (fixture, "timeline.cancel");

  return n_pixels;
}

/* As that of the pointer: "c" waits for "b" */
static void
test_a_link_that_would_be_a_circle_looks_so (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  guint n_allowed = count_refused (fixture, "c", "a");

  g_assert_cmpuint (count_refused (fixture, "c", "b"), >, n_allowed + 20);
  g_assert_cmpuint (count_refused (fixture, "a", "c"), <=, n_allowed);

  /* nor what is one only since it began */
  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_select (fixture, "b");
  timeline_fixture_act (fixture, "timeline.start-link");
  g_assert_cmpuint (count_refused (fixture, "c", "a"), >, n_allowed + 20);
}

static void
test_a_link_ends_with_what_it_began_at (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  guint n_links = way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY);

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_act (fixture, "timeline.remove");
  timeline_fixture_select (fixture, "c");
  timeline_fixture_act (fixture, "timeline.start-link"); /* begins another */
  timeline_fixture_select (fixture, "b");
  timeline_fixture_act (fixture, "timeline.cancel");
  timeline_fixture_settle_view (fixture);
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY), ==, n_links);
}

/* Whoever chose it from the menu has the pointer in the hand */
static void
test_a_click_ends_the_link (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect target = timeline_fixture_rect (fixture, "c");
  WayId a = timeline_fixture_id (fixture, "a");
  WayId c = timeline_fixture_id (fixture, "c");
  g_autoptr (GPtrArray) before = way_plan_get_referrers (fixture->plan, &a, WAY_DEPENDENCY_FROM);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  way_selection_select (fixture->selection, &a);
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_click (fixture, target.x + target.width / 2, target.y + target.height / 2, 1);
  after = way_plan_get_referrers (fixture->plan, &a, WAY_DEPENDENCY_FROM);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (way_id_equal (way_record_get_ref (after->pdata[0], WAY_DEPENDENCY_TO), &c));

  /* The next one is a click as any other */
  target = timeline_fixture_rect (fixture, "b");
  timeline_fixture_click (fixture, target.x + target.width / 2, target.y + target.height / 2, 1);
  g_clear_pointer (&after, g_ptr_array_unref);
  after = way_plan_get_referrers (fixture->plan, &a, WAY_DEPENDENCY_FROM);
  g_assert_cmpuint (after->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-edits/drag-moves-and-undo-takes-back",
                   test_drag_moves_and_undo_takes_back);
  g_test_add_func ("/app/timeline-edits/several-move-in-one-step", test_several_move_in_one_step);
  g_test_add_func ("/app/timeline-edits/a-click-ends-the-link", test_a_click_ends_the_link);
  g_test_add_func ("/app/timeline-edits/edges-resize", test_edges_resize);
  g_test_add_func ("/app/timeline-edits/an-end-stops-at-the-other", test_an_end_stops_at_the_other);
  g_test_add_func ("/app/timeline-edits/each-end-stops-at-its-other",
                   test_each_end_stops_at_its_other);
  g_test_add_func ("/app/timeline-edits/a-new-end-is-known-as-roughly",
                   test_a_new_end_is_known_as_roughly);
  g_test_add_func ("/app/timeline-edits/a-year-stops-at-the-other", test_a_year_stops_at_the_other);
  g_test_add_func ("/app/timeline-edits/plan-is-untouched-while-dragging",
                   test_plan_is_untouched_while_dragging);
  g_test_add_func ("/app/timeline-edits/keys-move-by-the-unit", test_keys_move_by_the_unit);
  g_test_add_func ("/app/timeline-edits/keys-move-what-is-known-roughly",
                   test_keys_move_what_is_known_roughly);
  g_test_add_func ("/app/timeline-edits/escape-goes-back-to-where-it-began",
                   test_escape_goes_back_to_where_it_began);
  g_test_add_func ("/app/timeline-edits/arrows-walk", test_arrows_walk);
  g_test_add_func ("/app/timeline-edits/shift-arrows-take-goals-too",
                   test_shift_arrows_take_goals_too);
  g_test_add_func ("/app/timeline-edits/space-toggles-done", test_space_toggles_done);
  g_test_add_func ("/app/timeline-edits/delete-offers-undo", test_delete_offers_undo);
  g_test_add_func ("/app/timeline-edits/keyboard-links-and-refuses-circles",
                   test_keyboard_links_and_refuses_circles);
  g_test_add_func ("/app/timeline-edits/a-link-that-would-be-a-circle-looks-so",
                   test_a_link_that_would_be_a_circle_looks_so);
  g_test_add_func ("/app/timeline-edits/a-link-ends-with-what-it-began-at",
                   test_a_link_ends_with_what_it_began_at);
  return g_test_run ();
}
