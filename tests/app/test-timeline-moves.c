/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

static void
show_days (TimelineFixture *fixture, double days, WayUnit unit)
{
  way_timeline_view_zoom_to_days (fixture->view, days);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpint (way_scale_get_unit (way_timeline_view_get_viewport (fixture->view).scale), ==,
                   unit);
}

static void
press (TimelineFixture *fixture, const char *action, guint times)
{
  for (guint i = 0; i < times; i++)
    timeline_fixture_act (fixture, action);
}

#define MIXED                                                                                      \
  "add-goal id=g title=Mixed\n"                                                                    \
  "add-milestone id=d goal=g title=Day start=2027-03-10\n"                                         \
  "add-milestone id=m goal=g title=Month start=2027-04~\n"                                         \
  "add-milestone id=y goal=g title=Year start=2027\n"

/* As when they are dragged as far at once, so that none stays behind for good */
static void
test_many_steps_are_one_long_one (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (MIXED);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *back = NULL;
  g_autofree char *undone = NULL;
  WayDate month;

  g_assert_true (way_date_parse ("2027-04~", 8, &month));
  show_days (fixture, 60, WAY_UNIT_DAY);
  timeline_fixture_act (fixture, "timeline.select-all");
  for (int days = 1; days <= 230; days++)
    {
      char expected[WAY_DATE_BUFFER_SIZE];

      press (fixture, "timeline.move-later", 1);
      way_date_format (way_date_shift (month, days), expected);
      timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, expected);
    }
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-10-26");
  timeline_fixture_assert_value (fixture, "y", WAY_MILESTONE_START, "2028");

  press (fixture, "timeline.move-earlier", 230);
  back = app_dump (fixture->plan);
  g_assert_cmpstr (back, ==, before);

  press (fixture, "timeline.move-earlier", 20);
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-03~");
  way_document_undo (fixture->document);
  undone = app_dump (fixture->plan);
  g_assert_cmpstr (undone, ==, before);
}

/* Of an edge as well; what got an end by it loses that again */
static void
test_many_steps_resize_as_one_long_one (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Mixed\n"
                              "add-milestone id=p goal=g title=Point start=2027-03~\n"
                              "add-milestone id=m goal=g title=Months start=2027-02 end=2027-04\n"
                              "add-milestone id=d goal=g title=Days start=2027-03-10"
                              " end=2027-03-20\n");
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *back = NULL;
  g_autofree char *undone = NULL;
  WayId ids[] = { timeline_fixture_id (fixture, "p"), timeline_fixture_id (fixture, "m"),
                  timeline_fixture_id (fixture, "d") };

  show_days (fixture, 60, WAY_UNIT_DAY);
  way_selection_set (fixture->selection, ids, G_N_ELEMENTS (ids));
  press (fixture, "timeline.end-later", 40);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_END, "2027-04-29");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_END, "2027-05");
  timeline_fixture_assert_value (fixture, "p", WAY_MILESTONE_END, "2027-04~");
  press (fixture, "timeline.end-earlier", 40);
  back = app_dump (fixture->plan);
  g_assert_cmpstr (back, ==, before);

  press (fixture, "timeline.end-later", 20);
  press (fixture, "timeline.start-earlier", 20);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_END, "2027-04-09");
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-02-18");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-01");
  way_document_undo (fixture->document);
  way_document_undo (fixture->document);
  undone = app_dump (fixture->plan);
  g_assert_cmpstr (undone, ==, before);
}

/* And not on the 28th for ever after it was in February */
static void
test_the_end_of_a_month_comes_back (void)
{
  g_autoptr (TimelineFixture) fixture
      = timeline_fixture_new ("add-goal id=g title=Ends\n"
                              "add-milestone id=d goal=g title=Last start=2027-01-31\n");

  show_days (fixture, 730, WAY_UNIT_MONTH);
  timeline_fixture_act (fixture, "timeline.select-all");
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-02-28");
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-31");
}

/* What was done meanwhile counts, and other selections go from where things are */
static void
test_other_work_begins_anew (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (MIXED);
  WayId day = timeline_fixture_id (fixture, "d");

  show_days (fixture, 60, WAY_UNIT_DAY);
  timeline_fixture_act (fixture, "timeline.select-all");
  press (fixture, "timeline.move-later", 10);
  way_selection_select (fixture->selection, &day);
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-21");
  timeline_fixture_act (fixture, "timeline.select-all");
  press (fixture, "timeline.move-later", 10);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-31");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-04~");

  way_document_undo (fixture->document);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-21");
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-22");

  timeline_fixture_act (fixture, "timeline.toggle-done");
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-03-23");
  g_assert_cmpint (
      way_record_get_choice (timeline_fixture_record (fixture, "d"), WAY_MILESTONE_STATUS), ==,
      WAY_STATUS_DONE);
}

/* By days and then by months, each as the scale counts */
static void
test_another_scale_goes_on_from_there (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (MIXED);

  show_days (fixture, 60, WAY_UNIT_DAY);
  timeline_fixture_act (fixture, "timeline.select-all");
  press (fixture, "timeline.move-later", 3);
  show_days (fixture, 730, WAY_UNIT_MONTH);
  press (fixture, "timeline.move-later", 1);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-04-13");
  timeline_fixture_assert_value (fixture, "m", WAY_MILESTONE_START, "2027-05~");
  show_days (fixture, 60, WAY_UNIT_DAY);
  press (fixture, "timeline.move-earlier", 3);
  timeline_fixture_assert_value (fixture, "d", WAY_MILESTONE_START, "2027-04-10");
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-moves/many-steps-are-one-long-one",
                   test_many_steps_are_one_long_one);
  g_test_add_func ("/app/timeline-moves/many-steps-resize-as-one-long-one",
                   test_many_steps_resize_as_one_long_one);
  g_test_add_func ("/app/timeline-moves/the-end-of-a-month-comes-back",
                   test_the_end_of_a_month_comes_back);
  g_test_add_func ("/app/timeline-moves/other-work-begins-anew", test_other_work_begins_anew);
  g_test_add_func ("/app/timeline-moves/another-scale-goes-on-from-there",
                   test_another_scale_goes_on_from_there);

  return g_test_run ();
}
