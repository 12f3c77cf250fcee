/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-timeline-overlay.h"

#include <adwaita.h>

static void
assert_value (TimelineFixture *fixture, const char *handle, WayField field, const char *expected)
{
  g_autofree char *value = timeline_fixture_value (fixture, handle, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
select_one (TimelineFixture *fixture, const char *handle)
{
  WayId id = timeline_fixture_id (fixture, handle);

  way_selection_select (fixture->selection, &id);
}

static double
get_day_width (TimelineFixture *fixture)
{
  return way_timeline_view_get_viewport (fixture->view).scale.day_width;
}

/* Two years in sight: the scale counts in months, and a day is a little more than a pixel */
static TimelineFixture *
new_at_months (void)
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

/* Undoes all but the script that made the plan, and looks whether all is as before */
static void
assert_undo_gives (TimelineFixture *fixture, const char *before)
{
  g_autofree char *after = NULL;

  while (way_history_get_undo_name (way_document_get_history (fixture->document), 1) != NULL)
    way_document_undo (fixture->document);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_undo_name (TimelineFixture *fixture, const char *expected)
{
  WayHistory *history = way_document_get_history (fixture->document);

  g_assert_cmpstr (way_history_get_undo_name (history, 0), ==, expected);
  g_assert_null (way_history_get_undo_name (history, 2)); /* one step, after the script's */
}

static void
test_drag_moves_and_undo_takes_back (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2,
                         31 * get_day_width (fixture), 0);
  /* It comes to rest where the next one begins */
  assert_value (fixture, "a", WAY_MILESTONE_START, "2027-01-31");
  assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");
  assert_undo_name (fixture, "Move “Review course”");
  assert_undo_gives (fixture, before);
}

static void
test_several_move_in_one_step (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_act (fixture, "timeline.select-all");
  timeline_fixture_drag (fixture, rect.x + rect.width / 2, rect.y + rect.height / 2,
                         31 * get_day_width (fixture), 0);
  assert_value (fixture, "a", WAY_MILESTONE_START, "2027-02-01");
  assert_value (fixture, "c", WAY_MILESTONE_START, "2027-10-02");
  assert_undo_name (fixture, "Move 3 milestones");
  assert_undo_gives (fixture, before);
}

static void
test_edges_resize (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect rect = timeline_fixture_rect (fixture, "a");

  timeline_fixture_drag (fixture, rect.x + rect.width - 1, rect.y + rect.height / 2,
                         30 * get_day_width (fixture), 0);
  assert_value (fixture, "a", WAY_MILESTONE_START, "2027-01-01");
  assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");

  timeline_fixture_drag (fixture, rect.x + 1, rect.y + rect.height / 2,
                         31 * get_day_width (fixture), 0);
  assert_value (fixture, "a", WAY_MILESTONE_START, "2027-02-01");
  assert_value (fixture, "a", WAY_MILESTONE_END, "2027-04-30");
  assert_undo_gives (fixture, before);
}

static void
test_an_end_stops_at_the_other (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  WayRect rect = timeline_fixture_rect (fixture, "b");

  timeline_fixture_drag (fixture, rect.x + rect.width - 1, rect.y + rect.height / 2, -5000, 0);
  assert_value (fixture, "b", WAY_MILESTONE_START, "2027-05-01");
  assert_value (fixture, "b", WAY_MILESTONE_END, "2027-05-01");
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
  assert_value (fixture, "a", WAY_MILESTONE_START, "2028-03-31");
  assert_value (fixture, "b", WAY_MILESTONE_START, "2027-06-30");
  assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  assert_value (fixture, "m", WAY_MILESTONE_START, "2027-05-31");
  assert_undo_gives (fixture, before);

  timeline_fixture_act (fixture, "timeline.select-all");
  a = timeline_fixture_rect (fixture, "a");
  timeline_fixture_drag (fixture, a.x + a.width - 1, a.y + a.height / 2, -5000, 0);
  assert_value (fixture, "a", WAY_MILESTONE_END, "2027-01-01");
  assert_value (fixture, "b", WAY_MILESTONE_END, "2027-05-01");
  assert_value (fixture, "y", WAY_MILESTONE_END, "2027");
  assert_value (fixture, "m", WAY_MILESTONE_END, "2027-02");
  assert_undo_gives (fixture, before);
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
                         60 * get_day_width (fixture), 0);
  assert_value (fixture, "m", WAY_MILESTONE_START, "2027-02~");
  assert_value (fixture, "m", WAY_MILESTONE_END, "2027-04~");
  assert_value (fixture, "y", WAY_MILESTONE_END, ""); /* it would be the same year */
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
  assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  assert_value (fixture, "y", WAY_MILESTONE_END, "2028");
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
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);

  way_timeline_view_zoom_to_days (fixture->view, 730);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpint (way_scale_get_unit (way_timeline_view_get_viewport (fixture->view).scale), ==,
                   WAY_UNIT_MONTH);
  select_one (fixture, "b");
  timeline_fixture_act (fixture, "timeline.move-later");
  assert_value (fixture, "b", WAY_MILESTONE_START, "2027-06-01");
  timeline_fixture_act (fixture, "timeline.move-earlier");
  assert_value (fixture, "b", WAY_MILESTONE_START, "2027-05-01");
  timeline_fixture_act (fixture, "timeline.end-later");
  assert_value (fixture, "b", WAY_MILESTONE_END, "2027-07-31");
  timeline_fixture_act (fixture, "timeline.start-earlier");
  assert_value (fixture, "b", WAY_MILESTONE_START, "2027-04-01");
  assert_undo_gives (fixture, before);
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

  select_one (fixture, "y");
  timeline_fixture_act (fixture, "timeline.move-later");
  assert_value (fixture, "y", WAY_MILESTONE_START, "2028");
  assert_value (fixture, "y", WAY_MILESTONE_END, "2029");
  timeline_fixture_act (fixture, "timeline.end-later");
  assert_value (fixture, "y", WAY_MILESTONE_END, "2030");
  timeline_fixture_act (fixture, "timeline.start-earlier");
  assert_value (fixture, "y", WAY_MILESTONE_START, "2027");

  select_one (fixture, "m");
  timeline_fixture_act (fixture, "timeline.move-earlier");
  assert_value (fixture, "m", WAY_MILESTONE_START, "2027-05~");
  timeline_fixture_act (fixture, "timeline.end-later"); /* a new end, known as roughly */
  assert_value (fixture, "m", WAY_MILESTONE_END, "2027-06~");

  select_one (fixture, "d");
  timeline_fixture_act (fixture, "timeline.move-later");
  assert_value (fixture, "d", WAY_MILESTONE_END, "2027-09");
  timeline_fixture_act (fixture, "timeline.end-earlier");
  assert_value (fixture, "d", WAY_MILESTONE_END, "2027-08");

  /* The finer of two dates says how far */
  select_one (fixture, "x");
  timeline_fixture_act (fixture, "timeline.move-later");
  assert_value (fixture, "x", WAY_MILESTONE_START, "2027-03-11");
  assert_value (fixture, "x", WAY_MILESTONE_END, "2028");
  assert_undo_gives (fixture, before);
}

static void
test_arrows_walk (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId b = timeline_fixture_id (fixture, "b");
  WayId c = timeline_fixture_id (fixture, "c");
  WayId g = timeline_fixture_id (fixture, "g");

  select_one (fixture, "a");
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

  select_one (fixture, "g");
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

  select_one (fixture, "a");
  timeline_fixture_act (fixture, "timeline.toggle-done");
  assert_value (fixture, "a", WAY_MILESTONE_STATUS, "done");
  assert_value (fixture, "a", WAY_MILESTONE_PROGRESS, "100");
  assert_undo_gives (fixture, before);
}

static void
test_delete_offers_undo (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);

  select_one (fixture, "b");
  timeline_fixture_act (fixture, "timeline.remove");
  g_assert_null (timeline_fixture_record (fixture, "b"));
  g_assert_cmpstr (fixture->toast, ==, "“Sit the CCRN” deleted");
  g_assert_true (fixture->toast_undo);
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 1);
  assert_undo_gives (fixture, before);
}

static GtkWidget *
find_entry (TimelineFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child))
      return child;
  return NULL;
}

static void
test_double_click_creates (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayRect b = timeline_fixture_rect (fixture, "b");
  WayRect c = timeline_fixture_rect (fixture, "c");
  WayRecord *added;
  WayId goal = timeline_fixture_id (fixture, "h");
  GtkWidget *entry;

  timeline_fixture_click (fixture, b.x, c.y + c.height / 2, 2); /* an empty place of lane h */
  entry = find_entry (fixture);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Learn to\nsleep ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (find_entry (fixture));

  added = way_plan_lookup (fixture->plan, way_selection_get_primary (fixture->selection));
  g_assert_cmpstr (way_record_get_called (added), ==, "Learn to sleep");
  g_assert_true (way_id_equal (way_record_get_ref (added, WAY_MILESTONE_GOAL), &goal));
  g_assert_true (way_record_has (added, WAY_MILESTONE_START));
  assert_undo_name (fixture, "Add “Learn to sleep”");
  assert_undo_gives (fixture, before);
}

/* Drawn from @from to @to pixels from where b begins, in lane h */
static void
draw (TimelineFixture *fixture, double from, double to, double down)
{
  WayRect b = timeline_fixture_rect (fixture, "b");
  WayRect c = timeline_fixture_rect (fixture, "c");

  timeline_fixture_drag (fixture, b.x + from, c.y + c.height / 2, to - from, down);
}

static void
test_drag_on_an_empty_place_creates (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayId goal = timeline_fixture_id (fixture, "h");
  double width = 61 * get_day_width (fixture);

  for (guint i = 0; i < 2; i++)
    {
      WayRecord *added;
      WayDate start, end;

      draw (fixture, i == 0 ? -width : 2, i == 0 ? 2 : -width, 3); /* also towards the beginning */
      g_assert_nonnull (find_entry (fixture));
      gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Night shifts");
      g_signal_emit_by_name (find_entry (fixture), "activate");

      added = way_plan_lookup (fixture->plan, way_selection_get_primary (fixture->selection));
      start = way_record_get_date (added, WAY_MILESTONE_START);
      end = way_record_get_date (added, WAY_MILESTONE_END);
      g_assert_cmpint (way_date_get_earliest (start), ==, way_day_from_ymd (2027, 3, 1));
      g_assert_cmpint (way_date_get_latest (end), ==, way_day_from_ymd (2027, 4, 30));
      g_assert_true (way_id_equal (way_record_get_ref (added, WAY_MILESTONE_GOAL), &goal));
      assert_undo_name (fixture, "Add “Night shifts”");
      assert_undo_gives (fixture, before);
    }
}

/* Also when its place is out of sight, as after a drag that went beyond the edge */
static void
test_the_title_stays_beside_the_heads (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  WayViewport viewport;
  graphene_rect_t bounds;

  draw (fixture, -61 * get_day_width (fixture), 2, 3);
  timeline_fixture_act (fixture, "timeline.page-later");
  timeline_fixture_settle_view (fixture);
  g_assert_nonnull (find_entry (fixture));
  viewport = way_timeline_view_get_viewport (fixture->view);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_entry (fixture)),
                                            GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, viewport.head_width);
}

static void
assert_entry_is_in_sight (TimelineFixture *fixture)
{
  WayViewport viewport = way_timeline_view_get_viewport (fixture->view);
  graphene_rect_t bounds;
  double start;

  timeline_fixture_settle_view (fixture);
  g_assert_nonnull (find_entry (fixture));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_entry (fixture)),
                                            GTK_WIDGET (fixture->view), &bounds));
  start = viewport.rtl ? viewport.width - bounds.origin.x - bounds.size.width : bounds.origin.x;
  g_assert_cmpfloat (start, >=, viewport.head_width);
  g_assert_cmpfloat (start + bounds.size.width, <=, viewport.width);
  g_assert_cmpfloat (bounds.origin.y, >=, viewport.scale_height);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, viewport.height);
}

/* Nobody types what cannot be seen: neither beyond the other edge nor above or below */
static void
test_the_title_is_in_sight (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (GString) script = g_string_new (TIMELINE_FIXTURE_SCRIPT);
      g_autoptr (TimelineFixture) fixture = NULL;
      GtkAdjustment *vertical;

      for (guint goal = 0; goal < 20; goal++)
        g_string_append_printf (script, "add-goal id=more%u title=More\n", goal);
      gtk_widget_set_default_direction (directions[i]);
      fixture = timeline_fixture_new (script->str);
      vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));

      way_timeline_view_show_day (fixture->view, 15000); /* 2011: today is far ahead */
      select_one (fixture, "h");
      timeline_fixture_act (fixture, "timeline.add-milestone");
      assert_entry_is_in_sight (fixture);

      gtk_adjustment_set_value (vertical, gtk_adjustment_get_upper (vertical));
      assert_entry_is_in_sight (fixture);
      timeline_fixture_act (fixture, "timeline.cancel");

      gtk_adjustment_set_value (vertical, 0);
      select_one (fixture, "more19");
      timeline_fixture_act (fixture, "timeline.add-milestone");
      assert_entry_is_in_sight (fixture);
      timeline_fixture_act (fixture, "timeline.cancel");
      gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
    }
}

/* What selects something, or is as high as a band, is one */
static void
test_a_band_creates_nothing (void)
{
  g_autoptr (TimelineFixture) fixture = new_at_months ();
  WayRect b = timeline_fixture_rect (fixture, "b");
  WayRect c = timeline_fixture_rect (fixture, "c");
  double width = 61 * get_day_width (fixture);

  draw (fixture, 0, c.x + 5 - b.x, 0);
  g_assert_null (find_entry (fixture));
  g_assert_cmpuint (way_selection_get_count (fixture->selection), ==, 1);

  draw (fixture, 0, -width, 80); /* below the last lane */
  g_assert_null (find_entry (fixture));

  timeline_fixture_drag (fixture, 500, 580, 120, 0);
  g_assert_null (find_entry (fixture));

  timeline_fixture_drag_half (fixture, b.x, c.y + c.height / 2, -width, 0);
  timeline_fixture_act (fixture, "timeline.cancel");
  timeline_fixture_drag (fixture, 990, 590, 5, 0);
  g_assert_null (find_entry (fixture));
}

static void
test_escape_creates_nothing (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;

  timeline_fixture_act (fixture, "timeline.add-milestone");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Never mind");
  timeline_fixture_act (fixture, "timeline.cancel");
  g_assert_null (find_entry (fixture));
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_first_goal_of_an_empty_plan (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new ("");

  timeline_fixture_act (fixture, "timeline.add-goal");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Become a midwife");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_GOAL), ==, 1);

  timeline_fixture_act (fixture, "timeline.add-milestone");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Apply");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_MILESTONE), ==, 1);
  timeline_fixture_settle_view (fixture);
}

/* With a date or without, in a lane of its own or within a folded goal */
static void
test_a_new_one_is_of_the_same_goal (void)
{
  static const char *const handles[] = { "g", "in", "dated", "undated", "inner", "alone" };
  static const char *const goals[] = { "g", "in", "g", "g", "in", NULL };
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Goal\n"
                              "add-goal id=in title=Part parent=g\n"
                              "add-milestone id=dated goal=g title=Dated start=2027\n"
                              "add-milestone id=undated goal=g title=Undated\n"
                              "add-milestone id=inner goal=in title=Inner start=2027\n"
                              "add-milestone id=alone title=Alone\n");
  WayId outer = timeline_fixture_id (fixture, "g");

  for (guint folds = 0; folds < 2; folds++)
    for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
      {
        WayId expected = goals[i] != NULL ? timeline_fixture_id (fixture, goals[i]) : WAY_ID_NULL;
        const WayId *goal;

        way_layout_set_folded (way_timeline_view_get_layout (fixture->view), &outer, folds > 0);
        select_one (fixture, handles[i]);
        timeline_fixture_act (fixture, "timeline.add-milestone");
        gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "New");
        g_signal_emit_by_name (find_entry (fixture), "activate");

        goal = way_record_get_ref (
            way_plan_lookup (fixture->plan, way_selection_get_primary (fixture->selection)),
            WAY_MILESTONE_GOAL);
        g_assert_true (goal != NULL ? way_id_equal (goal, &expected) : way_id_is_null (&expected));
      }
}

/* All of it is marked, and the cursor is where one reads from; there is room for most of it, but
 * no more than the timeline has */
static void
test_a_long_title_is_seen_from_its_beginning (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (
      "add-goal id=g title=\"Stay well\"\n"
      "add-milestone id=a goal=g title=\"Sit the examination\" start=2027-01-01\n"
      "add-milestone id=b goal=g start=2027-05-01 title=\"Final examination in intensive care "
      "before the examining board of the state, with all that it takes to be admitted\"\n");
  static const char *const handles[] = { "a", "b", "g" };
  int before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      WayId id = timeline_fixture_id (fixture, handles[i]);
      GtkWidget *entry;
      int start, end, cursor, width;

      way_selection_select (fixture->selection, &id);
      timeline_fixture_act (fixture, "timeline.rename");
      timeline_fixture_settle_view (fixture);
      entry = find_entry (fixture);
      g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
      g_assert_cmpint (start, ==, 0);
      g_assert_cmpuint (end, ==, gtk_entry_get_text_length (GTK_ENTRY (entry)));
      /* the entry itself gives the end of what is marked */
      g_object_get (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "cursor-position", &cursor,
                    NULL);
      g_assert_cmpint (cursor, ==, 0);

      width = gtk_widget_get_width (entry);
      if (i == 1)
        {
          g_assert_cmpint (width, >, before);
          g_assert_cmpint (width, <, gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2);
        }
      before = width;
    }
}

static void
test_rename_in_place (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  select_one (fixture, "a");
  timeline_fixture_act (fixture, "timeline.rename");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture))), ==,
                   "Review course");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Revise");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  assert_value (fixture, "a", WAY_MILESTONE_TITLE, "Revise");
  assert_undo_name (fixture, "Rename “Review course”");
}

static void
test_keyboard_links_and_refuses_circles (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  select_one (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  select_one (fixture, "b");
  timeline_fixture_act (fixture, "timeline.start-link");
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY), ==, 2);

  select_one (fixture, "c");
  timeline_fixture_act (fixture, "timeline.start-link");
  select_one (fixture, "a");
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

  select_one (fixture, from);
  timeline_fixture_act (fixture, "timeline.start-link");
  select_one (fixture, to);
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
  select_one (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  select_one (fixture, "b");
  timeline_fixture_act (fixture, "timeline.start-link");
  g_assert_cmpuint (count_refused (fixture, "c", "a"), >, n_allowed + 20);
}

static void
test_a_link_ends_with_what_it_began_at (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  guint n_links = way_plan_get_count (fixture->plan, WAY_KIND_DEPENDENCY);

  select_one (fixture, "a");
  timeline_fixture_act (fixture, "timeline.start-link");
  timeline_fixture_act (fixture, "timeline.remove");
  select_one (fixture, "c");
  timeline_fixture_act (fixture, "timeline.start-link"); /* begins another */
  select_one (fixture, "b");
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
  g_test_add_func ("/app/timeline-edits/arrows-walk", test_arrows_walk);
  g_test_add_func ("/app/timeline-edits/shift-arrows-take-goals-too",
                   test_shift_arrows_take_goals_too);
  g_test_add_func ("/app/timeline-edits/space-toggles-done", test_space_toggles_done);
  g_test_add_func ("/app/timeline-edits/delete-offers-undo", test_delete_offers_undo);
  g_test_add_func ("/app/timeline-edits/double-click-creates", test_double_click_creates);
  g_test_add_func ("/app/timeline-edits/drag-on-an-empty-place-creates",
                   test_drag_on_an_empty_place_creates);
  g_test_add_func ("/app/timeline-edits/the-title-stays-beside-the-heads",
                   test_the_title_stays_beside_the_heads);
  g_test_add_func ("/app/timeline-edits/the-title-is-in-sight", test_the_title_is_in_sight);
  g_test_add_func ("/app/timeline-edits/a-band-creates-nothing", test_a_band_creates_nothing);
  g_test_add_func ("/app/timeline-edits/escape-creates-nothing", test_escape_creates_nothing);
  g_test_add_func ("/app/timeline-edits/first-goal-of-an-empty-plan",
                   test_first_goal_of_an_empty_plan);
  g_test_add_func ("/app/timeline-edits/a-new-one-is-of-the-same-goal",
                   test_a_new_one_is_of_the_same_goal);
  g_test_add_func ("/app/timeline-edits/rename-in-place", test_rename_in_place);
  g_test_add_func ("/app/timeline-edits/a-long-title-is-seen-from-its-beginning",
                   test_a_long_title_is_seen_from_its_beginning);
  g_test_add_func ("/app/timeline-edits/keyboard-links-and-refuses-circles",
                   test_keyboard_links_and_refuses_circles);
  g_test_add_func ("/app/timeline-edits/a-link-that-would-be-a-circle-looks-so",
                   test_a_link_that_would_be_a_circle_looks_so);
  g_test_add_func ("/app/timeline-edits/a-link-ends-with-what-it-began-at",
                   test_a_link_ends_with_what_it_began_at);
  return g_test_run ();
}
