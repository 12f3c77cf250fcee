/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

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
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
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
  timeline_fixture_assert_one_step (fixture, "Add “Learn to sleep”");
  timeline_fixture_assert_undo_gives (fixture, before);
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
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  g_autofree char *before = app_dump (fixture->plan);
  WayId goal = timeline_fixture_id (fixture, "h");
  double width = 61 * timeline_fixture_day_width (fixture);

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
      timeline_fixture_assert_one_step (fixture, "Add “Night shifts”");
      timeline_fixture_assert_undo_gives (fixture, before);
    }
}

/* Also when its place is out of sight, as after a drag that went beyond the edge */
static void
test_the_title_stays_beside_the_heads (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  WayViewport viewport;
  graphene_rect_t bounds;

  draw (fixture, -61 * timeline_fixture_day_width (fixture), 2, 3);
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
      timeline_fixture_select (fixture, "h");
      timeline_fixture_act (fixture, "timeline.add-milestone");
      assert_entry_is_in_sight (fixture);

      gtk_adjustment_set_value (vertical, gtk_adjustment_get_upper (vertical));
      assert_entry_is_in_sight (fixture);
      timeline_fixture_act (fixture, "timeline.cancel");

      gtk_adjustment_set_value (vertical, 0);
      timeline_fixture_select (fixture, "more19");
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
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new_at_months ();
  WayRect b = timeline_fixture_rect (fixture, "b");
  WayRect c = timeline_fixture_rect (fixture, "c");
  double width = 61 * timeline_fixture_day_width (fixture);

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
        timeline_fixture_select (fixture, handles[i]);
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

  timeline_fixture_select (fixture, "a");
  timeline_fixture_act (fixture, "timeline.rename");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture))), ==,
                   "Review course");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "Revise");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  timeline_fixture_assert_value (fixture, "a", WAY_MILESTONE_TITLE, "Revise");
  timeline_fixture_assert_one_step (fixture, "Rename “Review course”");
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-titles/double-click-creates", test_double_click_creates);
  g_test_add_func ("/app/timeline-titles/drag-on-an-empty-place-creates",
                   test_drag_on_an_empty_place_creates);
  g_test_add_func ("/app/timeline-titles/the-title-stays-beside-the-heads",
                   test_the_title_stays_beside_the_heads);
  g_test_add_func ("/app/timeline-titles/the-title-is-in-sight", test_the_title_is_in_sight);
  g_test_add_func ("/app/timeline-titles/a-band-creates-nothing", test_a_band_creates_nothing);
  g_test_add_func ("/app/timeline-titles/escape-creates-nothing", test_escape_creates_nothing);
  g_test_add_func ("/app/timeline-titles/first-goal-of-an-empty-plan",
                   test_first_goal_of_an_empty_plan);
  g_test_add_func ("/app/timeline-titles/a-new-one-is-of-the-same-goal",
                   test_a_new_one_is_of_the_same_goal);
  g_test_add_func ("/app/timeline-titles/a-long-title-is-seen-from-its-beginning",
                   test_a_long_title_is_seen_from_its_beginning);
  g_test_add_func ("/app/timeline-titles/rename-in-place", test_rename_in_place);
  return g_test_run ();
}
