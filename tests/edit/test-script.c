/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

#include "way-check.h"

static void
test_handles_become_the_same_ids (void)
{
  g_auto (EditFixture) one = { 0 }, two = { 0 };
  const char *script = "add-goal id=g1 title=\"Become a nurse practitioner\" due=2030-06\n"
                       "add-milestone goal=g1 title=Apply start=2027-01\n"
                       "add-milestone goal=g1 title=Study start=2027-09\n";
  WayRecord *const *a, *const *b;
  guint n_a, n_b;

  edit_fixture_init (&one, script);
  edit_fixture_init (&two, script);
  a = way_plan_get_records (one.plan, WAY_KIND_MILESTONE, &n_a);
  b = way_plan_get_records (two.plan, WAY_KIND_MILESTONE, &n_b);
  g_assert_cmpuint (n_a, ==, 2);
  g_assert_cmpuint (n_b, ==, 2);
  for (guint i = 0; i < n_a; i++)
    g_assert_true (way_record_equal (a[i], b[i]));

  /* The same lines again, on the result, make new records. */
  edit_fixture_run (&one, "add-milestone goal=g1 title=Third\nadd-milestone goal=g1 title=Fourth");
  g_assert_cmpuint (way_plan_get_count (one.plan, WAY_KIND_MILESTONE), ==, 4);
}

static void
test_a_uuid_stays (void)
{
  g_auto (EditFixture) fixture = { 0 };
  const char *uuid = "6f0c1234-5678-4abc-9def-0123456789ab";
  WayId id;

  edit_fixture_init (&fixture, "add-goal id=6f0c1234-5678-4abc-9def-0123456789ab title=One\n"
                               "set goal 6F0C1234-5678-4ABC-9DEF-0123456789AB due=2030");
  g_assert_true (way_id_parse (uuid, 36, &id));
  g_assert_nonnull (way_plan_lookup_kind (fixture.plan, WAY_KIND_GOAL, &id));
}

static void
test_words_are_quoted_as_in_a_shell (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture,
                     "# It's a comment with one quote\n"
                     "\n"
                     "   \t\n"
                     "add-goal id=g1 title='It is \"so\"' measure=\"a=b \\\"c\\\"\" # and this\n"
                     "add-goal id=g2 title=\"Two\" notes=\"first\n# second\nthird\"\r\n"
                     "add-goal id=g3 title=Three\\ words");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_TITLE, "It is \"so\"");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_MEASURE, "a=b \"c\"");
  edit_fixture_assert (&fixture, "g2", WAY_GOAL_NOTES, "first\n# second\nthird");
  edit_fixture_assert (&fixture, "g3", WAY_GOAL_TITLE, "Three words");
}

static void
test_undo_and_redo_over_own_steps (void)
{
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture, "add-goal id=g1 title=One");
  edit_fixture_run (&fixture, "set goal g1 title=Two\nset goal g1 due=2030\nundo\nundo\nredo\n"
                              "set goal g1 measure=M");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_TITLE, "Two");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_DUE, "");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_MEASURE, "M");
  edit_fixture_refuse (&fixture, "set goal g1 title=Three\nundo\nundo", WAY_EDIT_ERROR_SCRIPT,
                       "Line 3");
  edit_fixture_refuse (&fixture, "redo", WAY_EDIT_ERROR_SCRIPT, "redo");

  g_assert_true (way_history_undo (fixture.history));
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_TITLE, "One");
}

/* Nothing comes of a script that takes all back. */
static void
test_no_change_is_no_step (void)
{
  g_auto (EditFixture) fixture = { 0 };
  guint64 serial;

  edit_fixture_init (&fixture, "add-goal id=g1 title=One");
  serial = way_history_get_serial (fixture.history);
  edit_fixture_run (&fixture,
                    "add-goal id=g2 title=Two\nset goal g1 title=Other\nset goal g1 title=One\n"
                    "remove goal g2\n");
  g_assert_cmpuint (way_history_get_serial (fixture.history), ==, serial);
}

static void
test_fields_clear_and_the_plan_has_some (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayRecord *root;

  edit_fixture_init (&fixture, "add-goal id=g1 title=One due=2030 measure=M colour=red\n"
                               "clear goal g1 due measure\nset goal g1 colour=\n"
                               "set plan title=\"My way\" owner=Ann notes=N\nclear plan notes");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_DUE, "");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_MEASURE, "");
  edit_fixture_assert (&fixture, "g1", WAY_GOAL_COLOUR, "");
  root = way_plan_get_root (fixture.plan);
  g_assert_cmpstr (way_record_get_called (root), ==, "My way");
  g_assert_null (way_record_get_text (root, WAY_PLAN_NOTES));
}

static void
test_first_bad_line_is_named (void)
{
  static const struct
  {
    const char *line;
    int code;
    const char *part;
  } cases[] = {
    { "fly goal g1", WAY_EDIT_ERROR_SCRIPT, "“fly” is no command" },
    { "title=x", WAY_EDIT_ERROR_SCRIPT, "“title=x” is no command" },
    { "set gaol g1 due=2030", WAY_EDIT_ERROR_SCRIPT, "goal, milestone" },
    { "set goal g9 due=2030", WAY_EDIT_ERROR_MISSING, "“g9”" },
    { "set milestone g1 end=2030", WAY_EDIT_ERROR_MISSING, "“g1”" },
    { "set goal g1 deu=2030", WAY_EDIT_ERROR_SCRIPT, "“deu”" },
    { "set goal g1 due=soon", WAY_EDIT_ERROR_VALUE, "“soon”" },
    { "set goal g1", WAY_EDIT_ERROR_SCRIPT, "KIND ID FIELD=VALUE" },
    { "set goal", WAY_EDIT_ERROR_SCRIPT, "KIND ID FIELD=VALUE" },
    { "clear goal g1", WAY_EDIT_ERROR_SCRIPT, "KIND ID FIELD" },
    { "clear goal g1 deu", WAY_EDIT_ERROR_SCRIPT, "“deu”" },
    { "move goal g1", WAY_EDIT_ERROR_SCRIPT, "by=14d" },
    { "move goal g1 by=soon", WAY_EDIT_ERROR_SCRIPT, "“soon”" },
    { "move goal g1 by=99999999999999999999d", WAY_EDIT_ERROR_SCRIPT, "9d" },
    { "move plan by=1d", WAY_EDIT_ERROR_SCRIPT, "goals and milestones" },
    { "move goal g1 by=1d fast", WAY_EDIT_ERROR_SCRIPT, "“fast”" },
    { "move goal g1 by=1d by=2d", WAY_EDIT_ERROR_SCRIPT, "“by=2d”" },
    { "resize milestone m1 edge=top by=1d", WAY_EDIT_ERROR_SCRIPT, "edge=start|end" },
    { "resize milestone m1 edge=end by=1m", WAY_EDIT_ERROR_SCRIPT, "edge=start|end" },
    { "reparent goal g1", WAY_EDIT_ERROR_SCRIPT, "to=ID" },
    { "add-goal id=1st title=x", WAY_EDIT_ERROR_SCRIPT, "“1st”" },
    { "add-goal id=g1 title=x", WAY_EDIT_ERROR_DUPLICATE, "“Two lines”" },
    { "link from=m1", WAY_EDIT_ERROR_VALUE, "“To”" },
    { "unlink from=m1", WAY_EDIT_ERROR_SCRIPT, "from=ID to=ID" },
    { "add-activity title=A counts='g1 Ethics'", WAY_EDIT_ERROR_MISSING, "“g1”" },
    { "set goal g1 title='open", WAY_EDIT_ERROR_SCRIPT, "quote" },
  };
  g_auto (EditFixture) fixture = { 0 };

  edit_fixture_init (&fixture,
                     "add-goal id=g1 title=One\nadd-milestone id=m1 goal=g1 title=M start=2027");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script
          = g_strdup_printf ("set goal g1 title='Two\nlines'\n# remark\n%s\nundo", cases[i].line);

      edit_fixture_refuse (&fixture, script, cases[i].code, cases[i].part);
      edit_fixture_refuse (&fixture, script, cases[i].code, "Line 4: ");
      edit_fixture_assert (&fixture, "g1", WAY_GOAL_TITLE, "One");
    }
}

static void
test_script_has_to_be_text (void)
{
  g_auto (EditFixture) fixture = { 0 };
  WayEditGroup *group;
  g_autoptr (GError) error = NULL;

  edit_fixture_init (&fixture, "");
  edit_fixture_refuse (&fixture, "add-goal title=\xff", WAY_EDIT_ERROR_SCRIPT, "UTF-8");

  group = way_history_begin (fixture.history, "script", NULL);
  g_assert_false (way_script_run (group, "add-goal\0 title=x", 17, &error));
  g_assert_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT);
  way_history_rollback (fixture.history);
}

/* Whatever stands in a script, it runs or is refused, and the plan stays sound. */
static void
test_garbage_is_refused_in_peace (void)
{
  static const char *const pieces[] = { "add-goal ",  "add-milestone ",
                                        "link ",      "set ",
                                        "clear ",     "move ",
                                        "resize ",    "reparent ",
                                        "reorder ",   "remove ",
                                        "undo\n",     "redo\n",
                                        "goal ",      "plan ",
                                        "milestone ", "id=",
                                        "title=",     "by=",
                                        "to=",        "from=",
                                        "start=",     "counts=",
                                        "edge=end ",  "before=",
                                        "g1 ",        "m1 ",
                                        "-3y ",       "2027 ",
                                        "=",          "'",
                                        "\"",         "\\",
                                        "#",          "\n",
                                        "\r",         "\t",
                                        "é",          "\v",
                                        ";",          "工 " };
  g_auto (EditFixture) fixture = { 0 };
  guint n_done = 0;

  edit_fixture_init (&fixture, "add-goal id=g1 title=One\nadd-milestone id=m1 goal=g1 start=2027");

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) script = g_string_new (NULL);
      g_autoptr (GPtrArray) problems = NULL;

      for (int j = g_test_rand_int_range (1, 9); j > 0; j--)
        g_string_append (script, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      n_done += edit_fixture_try (&fixture, script->str, NULL);
      problems = way_plan_check (fixture.plan);
      g_assert_cmpuint (problems->len, ==, 0);
      while (way_history_undo (fixture.history))
        ;
      edit_fixture_run (&fixture,
                        "add-goal id=g1 title=One\nadd-milestone id=m1 goal=g1 start=2027");
    }

  g_assert_cmpuint (n_done, >, 100);
}

/* What help tells about a command has to be a command. */
static void
test_commands_are_listed (void)
{
  const WayScriptCommand *command;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint count = 0;

  for (; (command = way_script_get_command (count)) != NULL; count++)
    {
      g_auto (EditFixture) fixture = { 0 };
      g_autofree char *script = g_strdup_printf ("%s unheard-of", command->name);

      g_assert_true (g_hash_table_add (names, (gpointer)command->name));
      g_assert_nonnull (command->summary);
      edit_fixture_init (&fixture, "");
      g_assert_false (edit_fixture_try (&fixture, script, NULL));
    }

  g_assert_cmpuint (count, >=, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/script/handles-become-the-same-ids", test_handles_become_the_same_ids);
  g_test_add_func ("/edit/script/a-uuid-stays", test_a_uuid_stays);
  g_test_add_func ("/edit/script/words-are-quoted-as-in-a-shell",
                   test_words_are_quoted_as_in_a_shell);
  g_test_add_func ("/edit/script/undo-and-redo-over-own-steps", test_undo_and_redo_over_own_steps);
  g_test_add_func ("/edit/script/no-change-is-no-step", test_no_change_is_no_step);
  g_test_add_func ("/edit/script/fields-clear-and-the-plan-has-some",
                   test_fields_clear_and_the_plan_has_some);
  g_test_add_func ("/edit/script/first-bad-line-is-named", test_first_bad_line_is_named);
  g_test_add_func ("/edit/script/script-has-to-be-text", test_script_has_to_be_text);
  g_test_add_func ("/edit/script/garbage-is-refused-in-peace", test_garbage_is_refused_in_peace);
  g_test_add_func ("/edit/script/commands-are-listed", test_commands_are_listed);

  return g_test_run ();
}
