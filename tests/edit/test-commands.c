/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

#include "way-add-commands.h"
#include "way-dependency-commands.h"
#include "way-goal-commands.h"
#include "way-milestone-commands.h"
#include "way-record-commands.h"

static const char *const base
    = "add-goal id=g1 title=One start=2027 due=2029-06\n"
      "add-goal id=g2 title=Two parent=g1 start=2027-02 due=2027-03\n"
      "add-milestone id=m1 goal=g1 title=First start=2027-01-31 end=2027-06~\n"
      "add-milestone id=m2 goal=g1 title=Second start=2028-03\n"
      "add-milestone id=m3 goal=g2 title=Third end=2029-06-30\n"
      "add-milestone id=m4 title=Fourth\n";

static void
assert_dates (EditFixture *fixture, const char *handle, const char *start, const char *end)
{
  edit_fixture_assert (fixture, handle, WAY_MILESTONE_START, start);
  edit_fixture_assert (fixture, handle, WAY_MILESTONE_END, end);
}

static void
test_move_keeps_precision (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "move milestone m1 by=28d");
  assert_dates (&fixture, "m1", "2027-02-28", "2027-07~");
  edit_fixture_run (&fixture, "move milestone m1 by=1m");
  assert_dates (&fixture, "m1", "2027-03-28", "2027-08~");
  edit_fixture_run (&fixture, "move milestone m4 by=1y");
  assert_dates (&fixture, "m4", "", "");
}

/* Nothing is said to be done that was not */
static void
test_move_refuses_to_stay (void)
{
  static const struct
  {
    const char *move;
    const char *part;
  } refused[] = {
    { "move milestone month by=14d", "Milestone “Month”: its dates are known by the month" },
    { "move milestone month by=14d", "Write by=1m." },
    { "move milestone month by=-2w", "“-2w” moves them by none. Write by=-1m." },
    { "move milestone year by=1m", "known by the year, and “1m” moves them by none. Write by=1y" },
    { "move milestone mixed by=1d", "Write by=1m" },
    { "move goal goal by=5", "Goal “Goal”: its dates are known by the month" },
  };
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, "add-milestone id=month title=Month start=2027-06\n"
                               "add-milestone id=year title=Year start=2027 end=2028\n"
                               "add-milestone id=mixed title=Mixed start=2027-06 end=2028\n"
                               "add-milestone id=none title=None\n"
                               "add-goal id=goal title=Goal due=2028-06\n"
                               "add-goal id=full title=Full due=2028-06\n"
                               "add-milestone goal=full title=Day id=day start=2027-06-01\n");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    edit_fixture_refuse (&fixture, refused[i].move, WAY_EDIT_ERROR_DATES, refused[i].part);

  edit_fixture_run (&fixture, "move milestone month by=20d\n"
                              "move milestone year by=7m\n"
                              "move milestone mixed by=1m\n"
                              "move milestone month by=0d\n"
                              "move milestone none by=1d\n"
                              "move goal full by=5d\n");
  assert_dates (&fixture, "month", "2027-07", "");
  assert_dates (&fixture, "year", "2028", "2029");
  assert_dates (&fixture, "day", "2027-06-06", "");
}

/* January moved by a month is February, and moved back it is January */
static void
test_whole_months_stay_whole (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, "add-milestone id=a title=A start=2027-01-01 end=2027-01-31\n"
                               "add-milestone id=b title=B start=2027-02-28 end=2027-02-28\n"
                               "add-milestone id=c title=C start=2027-01-01 end=2027-04-30\n");
  edit_fixture_run (&fixture, "move milestone a by=1m");
  assert_dates (&fixture, "a", "2027-02-01", "2027-02-28");
  edit_fixture_run (&fixture, "move milestone a by=1m");
  assert_dates (&fixture, "a", "2027-03-01", "2027-03-31");
  edit_fixture_run (&fixture, "move milestone a by=-2m");
  assert_dates (&fixture, "a", "2027-01-01", "2027-01-31");

  edit_fixture_run (&fixture, "move milestone b by=1m");
  assert_dates (&fixture, "b", "2027-03-28", "2027-03-28");
  edit_fixture_run (&fixture, "move milestone c by=1m");
  assert_dates (&fixture, "c", "2027-02-01", "2027-05-31");
}

/* Rounding a coarse date must never put an end before its start. */
static void
test_move_keeps_the_order_of_mixed_dates (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, "add-milestone id=a title=A start=2027-06-20 end=2027-06\n"
                               "add-milestone id=b title=B start=2027 end=2027-02-01\n");

  for (int days = -800; days <= 800; days += 7)
    {
      g_autofree char *script
          = g_strdup_printf ("move milestone a by=%dd\nmove milestone b by=%dd", days, days);

      edit_fixture_run (&fixture, script);
      way_history_undo (fixture.history);
    }
}

/* More than are looked up together */
static void
test_many_move_as_one_does (void)
{
  g_autoptr (GString) script = g_string_new (NULL);
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  g_autoptr (GError) error = NULL;
  WayId nowhere = way_id_new ();
  WayEditGroup *group;
  guint count;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (script, "add-milestone id=n%u title=N start=2027-%02u-15\n", i,
                            i % 12 + 1);
  edit_fixture_init (&fixture, script->str);
  for (guint i = 0; i < 150; i++)
    {
      WayRecord *const *records = way_plan_get_records (fixture.plan, WAY_KIND_MILESTONE, &count);

      g_array_append_vals (ids, way_record_get_id (records[i]), 1);
    }

  group = way_history_begin (fixture.history, "all", NULL);
  g_assert_true (way_milestone_move_all (group, (const WayId *)(gpointer)ids->data, ids->len,
                                         (WayShift){ .days = 3 }, &error));
  g_assert_no_error (error);
  g_assert_true (way_history_commit (fixture.history));
  for (guint i = 0; i < ids->len; i++)
    {
      const WayRecord *record = way_plan_lookup (fixture.plan, &g_array_index (ids, WayId, i));
      WayYmd ymd = way_day_to_ymd (
          way_date_get_earliest (way_record_get_date (record, WAY_MILESTONE_START)));

      g_assert_cmpint (ymd.day, ==, 18);
    }

  g_array_append_val (ids, nowhere);
  group = way_history_begin (fixture.history, "one too many", NULL);
  g_assert_false (way_milestone_move_all (group, (const WayId *)(gpointer)ids->data, ids->len,
                                          (WayShift){ .days = 3 }, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING);
  way_history_rollback (fixture.history);
}

static gboolean
run_move_on (EditFixture *self, const WayRecord *before, WayShift by, WayShift to, GError **error)
{
  WayEditGroup *group = way_history_begin (self->history, "on", NULL);

  if (!way_milestone_move_on (group, before, by, to, error))
    {
      way_history_rollback (self->history);
      return FALSE;
    }
  way_history_commit (self->history);
  return TRUE;
}

/* Moves the handle "once", and takes it back */
static void
assert_as_at_once (EditFixture *self, WayShift to)
{
  WayId id = *way_record_get_id (edit_fixture_get (self, "once"));
  WayEditGroup *group = way_history_begin (self->history, "once", NULL);

  g_assert_true (way_milestone_move_all (group, &id, 1, to, NULL));
  for (WayEdge edge = WAY_EDGE_START; edge <= WAY_EDGE_END; edge++)
    g_assert_true (
        way_record_field_equal (edit_fixture_get (self, "on"), edit_fixture_get (self, "once"),
                                edge == WAY_EDGE_START ? WAY_MILESTONE_START : WAY_MILESTONE_END));
  way_history_rollback (self->history);
}

/* By days, or by months, there and back */
static void
test_many_moves_on_are_one_long_one (void)
{
  static const char *const dates[]
      = { "start=2027", "end=2027-04~", "start=2027-01-31", "start=2027-01-01 end=2027-02-28",
          "start=2027-03-10 end=2028" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (dates); i++)
    {
      g_auto (EditFixture) fixture = { 0 };
      g_autofree char *script
          = g_strdup_printf ("add-milestone id=on title=M %s\nadd-milestone id=once title=M %s",
                             dates[i / 2], dates[i / 2]);
      g_autoptr (WayRecord) before = NULL;
      WayShift by = { 0, 0 };

      edit_fixture_init (&fixture, script);
      before = way_record_ref (edit_fixture_get (&fixture, "on"));
      for (guint step = 0; step < 60; step++)
        {
          int amount = g_test_rand_int_range (-20, 40);
          WayShift to
              = { by.days + (i % 2 == 0 ? amount : 0), by.months + (i % 2 > 0 ? amount : 0) };

          g_assert_true (run_move_on (&fixture, before, by, to, NULL));
          assert_as_at_once (&fixture, to);
          by = to;
        }
    }
}

static void
test_moving_on_leaves_what_it_does_not_move (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (WayRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  edit_fixture_init (&fixture, base);
  before = way_record_ref (edit_fixture_get (&fixture, "m2"));
  edit_fixture_run (&fixture, "set milestone m2 start=2029-01 title=Pushed");
  g_assert_true (
      run_move_on (&fixture, before, (WayShift){ .days = 2 }, (WayShift){ .days = 3 }, NULL));
  assert_dates (&fixture, "m2", "2029-01", "");
  g_assert_true (
      run_move_on (&fixture, before, (WayShift){ .days = 3 }, (WayShift){ .days = 31 }, NULL));
  assert_dates (&fixture, "m2", "2028-04", "");
  edit_fixture_assert (&fixture, "m2", WAY_MILESTONE_TITLE, "Pushed");

  g_assert_false (run_move_on (&fixture, before, (WayShift){ 0, 0 },
                               (WayShift){ .months = 12 * 9000 }, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES);
  g_clear_error (&error);
  edit_fixture_run (&fixture, "remove milestone m2");
  g_assert_false (
      run_move_on (&fixture, before, (WayShift){ 0, 0 }, (WayShift){ .days = 1 }, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING);
}

static gboolean
resize_m2_on (EditFixture *self, const WayRecord *before, int by, int to, GError **error)
{
  WayEditGroup *group = way_history_begin (self->history, "on", NULL);

  if (!way_milestone_resize_on (group, before, WAY_EDGE_END, by, to, error))
    {
      way_history_rollback (self->history);
      return FALSE;
    }
  way_history_commit (self->history);
  return TRUE;
}

static void
test_many_resizes_on_are_one_long_one (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (WayRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  edit_fixture_init (&fixture, base);
  before = way_record_ref (edit_fixture_get (&fixture, "m2"));
  for (int days = 0; days < 100; days++)
    g_assert_true (resize_m2_on (&fixture, before, days, days + 1, NULL));
  assert_dates (&fixture, "m2", "2028-03", "2028-06");
  for (int days = 100; days > 0; days--)
    g_assert_true (resize_m2_on (&fixture, before, days, days - 1, NULL));
  assert_dates (&fixture, "m2", "2028-03", "");

  g_assert_false (resize_m2_on (&fixture, before, 0, -31, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES);
  g_clear_error (&error);
  edit_fixture_run (&fixture, "remove milestone m2");
  g_assert_false (resize_m2_on (&fixture, before, 0, 31, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING);
}

static void
test_move_stays_in_the_calendar (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_refuse (&fixture, "move milestone m1 by=9000y", WAY_EDIT_ERROR_DATES, "First");
  edit_fixture_refuse (&fixture, "move milestone m1 by=-800000d", WAY_EDIT_ERROR_DATES, "First");
}

static void
test_goal_moves_what_lies_ahead (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "done milestone m1\nmove goal g1 by=1y");
  assert_dates (&fixture, "m1", "2027-01-31", "2027-06~");
  assert_dates (&fixture, "m2", "2029-03", "");
  assert_dates (&fixture, "m3", "", "2030-06-30");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_START, "2028");
  edit_fixture_assert (&fixture, "g2", WAY_GOAL_DUE, "2028-03");
}

static void
test_resize_moves_one_edge (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "resize milestone m1 edge=start by=-30d");
  assert_dates (&fixture, "m1", "2027-01-01", "2027-06~");
  edit_fixture_refuse (&fixture, "resize milestone m1 edge=end by=-365d", WAY_EDIT_ERROR_DATES,
                       "“First”");
  edit_fixture_refuse (&fixture, "resize milestone m4 edge=end by=1d", WAY_EDIT_ERROR_DATES,
                       "“Fourth”");
}

static void
test_resize_makes_a_span_of_a_point (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "resize milestone m2 edge=end by=31d\n"
                              "resize milestone m3 edge=start by=-29d");
  assert_dates (&fixture, "m2", "2028-03", "2028-04");
  assert_dates (&fixture, "m3", "2029-06-01", "2029-06-30");
}

/* Nobody knows the day of what begins in March */
static void
test_a_new_edge_is_known_as_roughly (void)
{
  static const char *const cases[][3] = {
    { "start=2027", "edge=end by=366d", "2027 2028" },
    { "start=2027-03~", "edge=end by=61d", "2027-03~ 2027-05~" },
    { "start=2027-03?", "edge=end by=40d", "2027-03? 2027-04?" },
    { "end=2027-03", "edge=start by=-28d", "2027-02 2027-03" },
    { "end=2027-03-10~", "edge=start by=-1d", "2027-03-09~ 2027-03-10~" },
    { "start=2027-03", "edge=end by=0", "2027-03 " },
    { "end=2027-03-10", "edge=start by=0", " 2027-03-10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (EditFixture) fixture = { 0 };
      g_autofree char *script = g_strdup_printf (
          "add-milestone id=m title=M %s\nresize milestone m %s", cases[i][0], cases[i][1]);
      g_auto (GStrv) dates = g_strsplit (cases[i][2], " ", 2);

      edit_fixture_init (&fixture, base);
      edit_fixture_run (&fixture, script);
      assert_dates (&fixture, "m", dates[0], dates[1]);
    }
}

/* One that would be where the other is does not come about */
static void
test_a_new_edge_is_told_when_rounded_away (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_refuse (&fixture, "resize milestone m2 edge=end by=10d", WAY_EDIT_ERROR_DATES,
                       "by=31d");
  assert_dates (&fixture, "m2", "2028-03", "");
}

static void
test_toggle_done_and_back (void)
{
  g_auto (EditFixture) fixture = { 0 };
  const char *expected[][2] = { { "done", "100" }, { "planned", "" } };

  edit_fixture_init (&fixture, base);
  for (guint i = 0; i < 4; i++)
    {
      WayEditGroup *group = way_history_begin (fixture.history, "toggle", NULL);
      WayId id = *way_record_get_id (edit_fixture_get (&fixture, "m1"));

      g_assert_true (way_milestone_toggle_done (group, &id, NULL));
      way_history_commit (fixture.history);
      edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_STATUS, expected[i % 2][0]);
      edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_PROGRESS, expected[i % 2][1]);
    }
}

static void
test_reparent_refuses_circles (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_refuse (&fixture, "reparent goal g1 to=g2", WAY_EDIT_ERROR_CYCLE, "“One”");
  edit_fixture_refuse (&fixture, "reparent goal g1 to=g1", WAY_EDIT_ERROR_CYCLE, "“One”");
  edit_fixture_refuse (&fixture, "set goal g1 parent=g2", WAY_EDIT_ERROR_CYCLE, "“One”");
  edit_fixture_run (&fixture, "reparent goal g2 to=\nreparent goal g1 to=g2");
  edit_fixture_assert (&fixture, "g2", WAY_GOAL_PARENT, "");
}

/* The handles of a goal's milestones in their order */
static void
assert_order (EditFixture *fixture, const char *goal, const char *expected)
{
  g_autoptr (GPtrArray) milestones = way_plan_get_referrers (
      fixture->plan, way_record_get_id (edit_fixture_get (fixture, goal)), WAY_MILESTONE_GOAL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < milestones->len; i++)
    g_string_append (titles, way_record_get_called (milestones->pdata[i]));

  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_reorder_moves_one_record (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture,
                     "add-goal id=g title=G\n"
                     "add-milestone id=a goal=g title=A\nadd-milestone id=b goal=g title=B\n"
                     "add-milestone id=c goal=g title=C\nadd-milestone id=d goal=g title=D\n");
  edit_fixture_run (&fixture, "reorder milestone d before=b");
  assert_order (&fixture, "g", "ADBC");
  edit_fixture_run (&fixture, "reorder milestone a");
  assert_order (&fixture, "g", "DBCA");
  edit_fixture_run (&fixture, "reorder milestone c before=d\nreorder milestone b before=b");
  assert_order (&fixture, "g", "CDBA");
}

/* A file may give siblings one rank, or none: then there is no room between them. */
static void
test_reorder_makes_room (void)
{
  const char *const ranks[] = { "a1", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_auto (EditFixture) fixture = { 0 };
      g_autofree char *same
          = g_strdup_printf ("set milestone a rank=%1$s\nset milestone b rank=%1$s\n"
                             "set milestone c rank=%1$s\nset milestone d rank=%1$s\n",
                             ranks[i]);

      edit_fixture_init (&fixture,
                         "add-goal id=g title=G\n"
                         "add-milestone id=a goal=g title=A\nadd-milestone id=b goal=g title=B\n"
                         "add-milestone id=c goal=g title=C\nadd-milestone id=d goal=g title=D\n");
      edit_fixture_run (&fixture, same);
      edit_fixture_run (&fixture, "reorder milestone d before=c\nreorder milestone b before=d\n"
                                  "reorder milestone a before=b");
      assert_order (&fixture, "g", "ABDC");
    }
}

static void
test_link_refuses_a_circle_by_title (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture,
                    "link id=d1 from=m1 to=m2\nlink from=m2 to=m3 type=start-start lag=-14");
  edit_fixture_refuse (&fixture, "link from=m3 to=m1", WAY_EDIT_ERROR_CYCLE,
                       "“First” → “Second” → “Third” → “First”");
  edit_fixture_refuse (&fixture, "link from=m1 to=m1", WAY_EDIT_ERROR_CYCLE, "“First”");
  edit_fixture_refuse (&fixture, "link from=m1 to=m2", WAY_EDIT_ERROR_DUPLICATE,
                       "“First” → “Second”");
  edit_fixture_refuse (&fixture, "link from=m1 to=g1", WAY_EDIT_ERROR_MISSING, "g1");
  edit_fixture_refuse (&fixture, "set dependency d1 from=m3 to=m2", WAY_EDIT_ERROR_CYCLE,
                       "“Third”");
}

static void
test_link_turns_round (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "link id=d1 from=m1 to=m2\nset dependency d1 from=m2 to=m1");
  edit_fixture_run (&fixture, "unlink from=m2 to=m1");
  g_assert_null (edit_fixture_get (&fixture, "d1"));
  edit_fixture_refuse (&fixture, "unlink from=m2 to=m1", WAY_EDIT_ERROR_MISSING, "“Second”");
}

static void
test_long_circle_is_told_in_short (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GString) script = g_string_new ("add-milestone id=m0 title=M0\n");

  for (int i = 1; i < 40; i++)
    g_string_append_printf (script, "add-milestone id=m%d title=M%d\nlink from=m%d to=m%d\n", i, i,
                            i - 1, i);
  edit_fixture_init (&fixture, script->str);
  edit_fixture_refuse (&fixture, "link from=m39 to=m0", WAY_EDIT_ERROR_CYCLE,
                       "“M0” → “M1” → “M2” → “M3” → … → “M37” → “M38” → “M39” → “M0”");
}

#define LONG 20000

/* A way to walk all of a chain for each link would take minutes. */
static void
test_long_chain_is_linked_in_any_order (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GString) script = g_string_new ("add-milestone id=m0 title=M0\n");

  for (int i = 1; i < LONG; i++)
    g_string_append_printf (script, "add-milestone id=m%d title=M%d\n", i, i);
  for (int i = LONG / 2; i > 0; i--)
    g_string_append_printf (script, "link from=m%d to=m%d\n", i - 1, i);
  for (int i = LONG / 2 + 1; i < LONG; i++)
    g_string_append_printf (script, "link from=m%d to=m%d\n", i - 1, i);
  edit_fixture_init (&fixture, script->str);
  edit_fixture_refuse (&fixture, "link from=m19999 to=m0", WAY_EDIT_ERROR_CYCLE,
                       "“M0” → “M1” → “M2” → “M3” → … → “M19997” → “M19998” → “M19999” → “M0”");
}

/* Nor may a link to a hub look at all others of that hub. */
static void
test_hub_takes_many_links (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GString) script = g_string_new ("add-milestone id=hub title=Hub\n");

  for (int i = 0; i < LONG; i++)
    {
      g_string_append_printf (script, "add-milestone id=m%d title=M%d\n", i, i);
      g_string_append_printf (script,
                              i % 2 == 0 ? "link from=hub to=m%d\n" : "link from=m%d to=hub\n", i);
    }
  edit_fixture_init (&fixture, script->str);
  edit_fixture_refuse (&fixture, "link from=hub to=m6", WAY_EDIT_ERROR_DUPLICATE, "“Hub”");
  edit_fixture_refuse (&fixture, "link from=m6 to=hub", WAY_EDIT_ERROR_CYCLE, "“Hub”");
}

static void
test_put_refuses_what_breaks_the_plan (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_refuse (&fixture, "set milestone m1 end=2026", WAY_EDIT_ERROR_DATES,
                       "Milestone “First”");
  edit_fixture_refuse (&fixture, "set goal g2 due=2026", WAY_EDIT_ERROR_DATES, "Goal “Two”");
  edit_fixture_refuse (&fixture, "set milestone m1 progress=101", WAY_EDIT_ERROR_VALUE, "100");
  edit_fixture_refuse (&fixture, "set milestone m1 status=ready", WAY_EDIT_ERROR_VALUE, "ready");
  edit_fixture_refuse (&fixture, "set milestone m1 start=2027-02-30", WAY_EDIT_ERROR_VALUE,
                       "Starts");
  edit_fixture_refuse (&fixture, "set milestone m1 goal=m2", WAY_EDIT_ERROR_MISSING, "m2");
  edit_fixture_refuse (&fixture, "add-milestone id=m1 title=Again", WAY_EDIT_ERROR_DUPLICATE,
                       "First");
  edit_fixture_refuse (&fixture, "add-comment text=Hm", WAY_EDIT_ERROR_VALUE, "On");
}

static void
test_typed_setters_keep_to_the_range (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  WayEditGroup *group;
  WayId id;

  edit_fixture_init (&fixture, base);
  id = *way_record_get_id (edit_fixture_get (&fixture, "m1"));
  group = way_history_begin (fixture.history, "set", NULL);

  g_assert_true (way_edit_set_integer (group, &id, WAY_MILESTONE_PROGRESS, 40, &error));
  g_assert_true (way_edit_set_decimal (group, &id, WAY_MILESTONE_EFFORT, 1250, &error));
  g_assert_true (
      way_edit_set_choice (group, &id, WAY_MILESTONE_CATEGORY, WAY_CATEGORY_LICENCE, &error));
  g_assert_true (way_edit_set_ref (group, &id, WAY_MILESTONE_GOAL, NULL, &error));
  g_assert_true (way_edit_set_date (group, &id, WAY_MILESTONE_END, WAY_DATE_NONE, &error));
  g_assert_no_error (error);
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_EFFORT, "12.5");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_CATEGORY, "licence");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_GOAL, "");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_END, "");

  g_assert_false (way_edit_set_integer (group, &id, WAY_MILESTONE_PROGRESS, -1, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE);
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_PROGRESS, "40");
  way_history_commit (fixture.history);
}

static void
test_text_is_cleaned (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture,
                    "set milestone m1 title='  Pass\nthe \v boards ' notes='one\r\ntwo\v'");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_TITLE, "Pass the  boards");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_NOTES, "one\ntwo");
}

/* A fault that a file brought along stands in nobody's way. */
static void
test_old_faults_do_not_block (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id, nowhere = way_id_new ();

  edit_fixture_init (&fixture, base);
  id = way_id_derive (way_plan_get_id (fixture.plan), "broken");
  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &nowhere);
  way_record_builder_set_unread (builder, WAY_MILESTONE_START, "31 June", -1);
  g_assert_true (way_plan_add_loaded (fixture.plan, way_record_builder_end (builder)));

  edit_fixture_run (&fixture, "set milestone broken title=Broken end=2027");
  edit_fixture_run (&fixture, "move milestone broken by=1y");
  assert_dates (&fixture, "broken", "31 June", "2028");
}

static void
test_every_kind_can_be_added (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayEditGroup *group;
  WayId id, on;
  WayDate date;

  edit_fixture_init (&fixture, base);
  g_assert_true (way_date_parse ("2027-01", 7, &date));
  on = *way_plan_get_id (fixture.plan);
  group = way_history_begin (fixture.history, "add", NULL);

  g_assert_true (way_goal_add (group, "Goal", NULL, &id, NULL));
  g_assert_true (way_milestone_add (group, "Milestone", &id, date, WAY_DATE_NONE, NULL, NULL));
  g_assert_true (way_person_add (group, "Person", WAY_RELATION_MENTOR, NULL, NULL));
  g_assert_true (way_credential_add (group, "Licence", WAY_CREDENTIAL_KIND_LICENCE, NULL, NULL));
  g_assert_true (way_activity_add (group, "Course", date, WAY_ACTIVITY_TYPE_COURSE, NULL, NULL));
  g_assert_true (way_review_add (group, date, WAY_PERIOD_YEAR, NULL, NULL));
  g_assert_true (way_comment_add (group, &on, WAY_PLAN_TITLE, "Ann", "Good", 1, NULL, NULL));
  g_assert_true (way_link_add (group, &id, "https://example.org", NULL, NULL, NULL));
  way_history_commit (fixture.history);

  for (WayKind kind = WAY_KIND_PERSON; kind < WAY_N_KINDS; kind++)
    g_assert_cmpuint (way_plan_get_count (fixture.plan, kind), ==, 1);
  g_assert_cmpuint (way_plan_get_count (fixture.plan, WAY_KIND_GOAL), ==, 3);
}

static void
test_missing_records_are_named (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayId nowhere = way_id_new ();
  WayEditGroup *group;

  edit_fixture_init (&fixture, base);
  group = way_history_begin (fixture.history, "none", NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_done = i == 0   ? way_goal_move (group, &nowhere, 1, &error)
                         : i == 1 ? way_milestone_resize (group, &nowhere, WAY_EDGE_END, 1, &error)
                         : i == 2 ? way_dependency_remove (group, &nowhere, &nowhere, &error)
                                  : way_goal_reorder (group, &nowhere, NULL, &error);
      char text[WAY_ID_BUFFER_SIZE];

      g_assert_false (is_done);
      g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, way_id_format (&nowhere, text)));
    }

  g_assert_false (way_history_commit (fixture.history));
}

/* Those that are added one after the other are told apart, and what a person gave back is used */
static void
test_new_goals_have_the_rarest_colour (void)
{
  g_auto (EditFixture) fixture = { 0 };
  guint n_of[WAY_N_COLOURS] = { 0 };
  guint n_goals, rare;
  WayRecord *const *goals;
  WayEditGroup *group;
  WayId id;

  edit_fixture_init (&fixture, base);
  group = way_history_begin (fixture.history, "add", NULL);
  id = way_id_new ();
  g_assert_true (way_goal_add_as (group, &id, NULL, NULL, NULL));
  g_assert_nonnull (way_plan_lookup (fixture.plan, &id));
  g_assert_null (way_record_get_text (way_plan_lookup (fixture.plan, &id), WAY_GOAL_TITLE));

  for (guint i = way_plan_get_count (fixture.plan, WAY_KIND_GOAL); i < 3 * WAY_N_COLOURS; i++)
    g_assert_true (way_goal_add (group, "Goal", NULL, &id, NULL));
  goals = way_plan_get_records (fixture.plan, WAY_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    n_of[way_record_get_choice (goals[i], WAY_GOAL_COLOUR)]++;
  for (guint i = 0; i < WAY_N_COLOURS; i++)
    g_assert_cmpuint (n_of[i], ==, 3);

  rare = way_record_get_choice (way_plan_lookup (fixture.plan, &id), WAY_GOAL_COLOUR);
  g_assert_true (
      way_edit_set_choice (group, &id, WAY_GOAL_COLOUR, (rare + 1) % WAY_N_COLOURS, NULL));
  g_assert_true (way_goal_add (group, "Goal", NULL, &id, NULL));
  g_assert_cmpuint (way_record_get_choice (way_plan_lookup (fixture.plan, &id), WAY_GOAL_COLOUR),
                    ==, rare);
  way_history_commit (fixture.history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/commands/move-keeps-precision", test_move_keeps_precision);
  g_test_add_func ("/edit/commands/move-refuses-to-stay", test_move_refuses_to_stay);
  g_test_add_func ("/edit/commands/whole-months-stay-whole", test_whole_months_stay_whole);
  g_test_add_func ("/edit/commands/move-keeps-the-order-of-mixed-dates",
                   test_move_keeps_the_order_of_mixed_dates);
  g_test_add_func ("/edit/commands/many-move-as-one-does", test_many_move_as_one_does);
  g_test_add_func ("/edit/commands/many-moves-on-are-one-long-one",
                   test_many_moves_on_are_one_long_one);
  g_test_add_func ("/edit/commands/moving-on-leaves-what-it-does-not-move",
                   test_moving_on_leaves_what_it_does_not_move);
  g_test_add_func ("/edit/commands/many-resizes-on-are-one-long-one",
                   test_many_resizes_on_are_one_long_one);
  g_test_add_func ("/edit/commands/move-stays-in-the-calendar", test_move_stays_in_the_calendar);
  g_test_add_func ("/edit/commands/goal-moves-what-lies-ahead", test_goal_moves_what_lies_ahead);
  g_test_add_func ("/edit/commands/resize-moves-one-edge", test_resize_moves_one_edge);
  g_test_add_func ("/edit/commands/resize-makes-a-span-of-a-point",
                   test_resize_makes_a_span_of_a_point);
  g_test_add_func ("/edit/commands/a-new-edge-is-known-as-roughly",
                   test_a_new_edge_is_known_as_roughly);
  g_test_add_func ("/edit/commands/a-new-edge-is-told-when-rounded-away",
                   test_a_new_edge_is_told_when_rounded_away);
  g_test_add_func ("/edit/commands/toggle-done-and-back", test_toggle_done_and_back);
  g_test_add_func ("/edit/commands/reparent-refuses-circles", test_reparent_refuses_circles);
  g_test_add_func ("/edit/commands/reorder-moves-one-record", test_reorder_moves_one_record);
  g_test_add_func ("/edit/commands/reorder-makes-room", test_reorder_makes_room);
  g_test_add_func ("/edit/commands/link-refuses-a-circle-by-title",
                   test_link_refuses_a_circle_by_title);
  g_test_add_func ("/edit/commands/link-turns-round", test_link_turns_round);
  g_test_add_func ("/edit/commands/long-chain-is-linked-in-any-order",
                   test_long_chain_is_linked_in_any_order);
  g_test_add_func ("/edit/commands/hub-takes-many-links", test_hub_takes_many_links);
  g_test_add_func ("/edit/commands/long-circle-is-told-in-short",
                   test_long_circle_is_told_in_short);
  g_test_add_func ("/edit/commands/put-refuses-what-breaks-the-plan",
                   test_put_refuses_what_breaks_the_plan);
  g_test_add_func ("/edit/commands/typed-setters-keep-to-the-range",
                   test_typed_setters_keep_to_the_range);
  g_test_add_func ("/edit/commands/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/edit/commands/old-faults-do-not-block", test_old_faults_do_not_block);
  g_test_add_func ("/edit/commands/every-kind-can-be-added", test_every_kind_can_be_added);
  g_test_add_func ("/edit/commands/new-goals-have-the-rarest-colour",
                   test_new_goals_have_the_rarest_colour);
  g_test_add_func ("/edit/commands/missing-records-are-named", test_missing_records_are_named);

  return g_test_run ();
}
