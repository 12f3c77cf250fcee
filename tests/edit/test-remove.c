/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

#include "way-check.h"
#include "way-remove-commands.h"

static const char *const base
    = "add-goal id=g1 title=One\nadd-goal id=g2 title=Two parent=g1\n"
      "add-goal id=g3 title=Three\n"
      "add-person id=p1 name=Ann\nadd-person id=p2 name=Ben\n"
      "add-credential id=c1 name=Licence\nadd-credential id=c2 name=Course\n"
      "add-milestone id=m1 goal=g1 title=M1 people='p1 p2' credential=c1\n"
      "add-milestone id=m2 goal=g2 title=M2\n"
      "add-milestone id=m3 goal=g3 title=M3\n"
      "add-activity id=a1 title=Reading counts='c1 Ethics; c2; c1 Law'\n"
      "link id=d1 from=m1 to=m2\nlink id=d2 from=m2 to=m3\n"
      "add-comment id=k1 on=m2 text=Hm\nadd-comment id=k2 on=k1 text=Yes\n"
      "add-link id=l1 of=d2 uri=https://example.org\n";

static void
assert_gone (EditFixture *fixture, const char *handles)
{
  g_auto (GStrv) names = g_strsplit (handles, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (edit_fixture_get (fixture, names[i]) != NULL)
      g_error ("%s is still there", names[i]);
}

static void
assert_sound (EditFixture *fixture)
{
  g_autoptr (GPtrArray) problems = way_plan_check (fixture->plan);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_goal_takes_what_belongs_to_it (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "remove goal g1");
  assert_gone (&fixture, "g1 g2 m1 m2 d1 d2 k1 k2 l1");
  g_assert_nonnull (edit_fixture_get (&fixture, "g3"));
  g_assert_nonnull (edit_fixture_get (&fixture, "m3"));
  assert_sound (&fixture);

  way_history_undo (fixture.history);
  g_assert_nonnull (edit_fixture_get (&fixture, "k2"));
  assert_sound (&fixture);
}

static void
test_other_references_are_cleared (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayRecord *activity;

  edit_fixture_init (&fixture, base);
  edit_fixture_run (&fixture, "remove person p1\nremove credential c1");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_CREDENTIAL, "");
  activity = edit_fixture_get (&fixture, "a1");
  g_assert_cmpuint (way_record_get_n_counts (activity, WAY_ACTIVITY_COUNTS), ==, 1);
  assert_sound (&fixture);

  edit_fixture_run (&fixture, "remove person p2\nremove credential c2");
  edit_fixture_assert (&fixture, "m1", WAY_MILESTONE_PEOPLE, "");
  g_assert_false (way_record_has (edit_fixture_get (&fixture, "a1"), WAY_ACTIVITY_COUNTS));
  assert_sound (&fixture);
}

static void
test_count_says_what_goes (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayId ids[2];

  edit_fixture_init (&fixture, base);
  ids[0] = *way_record_get_id (edit_fixture_get (&fixture, "g1"));
  ids[1] = *way_record_get_id (edit_fixture_get (&fixture, "m1"));
  g_assert_cmpuint (way_edit_count_removed (fixture.plan, ids, 2), ==, 9);
}

static void
test_selection_goes_as_a_whole (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayEditGroup *group;
  WayId ids[3];

  edit_fixture_init (&fixture, base);
  ids[0] = *way_record_get_id (edit_fixture_get (&fixture, "m1"));
  ids[1] = *way_record_get_id (edit_fixture_get (&fixture, "g1"));
  ids[2] = way_id_new ();

  group = way_history_begin (fixture.history, "remove", NULL);
  g_assert_false (way_edit_remove (group, ids, 3, NULL));
  g_assert_false (way_history_commit (fixture.history));

  group = way_history_begin (fixture.history, "remove", NULL);
  g_assert_true (way_edit_remove (group, ids, 2, NULL));
  way_history_commit (fixture.history);
  assert_gone (&fixture, "g1 g2 m1 m2");
  assert_sound (&fixture);
}

static void
test_plan_stays (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, base);
  edit_fixture_refuse (&fixture, "remove plan", WAY_EDIT_ERROR_REFERENCE, "plan");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/remove/goal-takes-what-belongs-to-it",
                   test_goal_takes_what_belongs_to_it);
  g_test_add_func ("/edit/remove/other-references-are-cleared", test_other_references_are_cleared);
  g_test_add_func ("/edit/remove/count-says-what-goes", test_count_says_what_goes);
  g_test_add_func ("/edit/remove/selection-goes-as-a-whole", test_selection_goes_as_a_whole);
  g_test_add_func ("/edit/remove/plan-stays", test_plan_stays);

  return g_test_run ();
}
