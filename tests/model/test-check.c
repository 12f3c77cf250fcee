/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-check.h"
#include "way-circle.h"
#include "way-record-builder.h"

/* A plan of records given as field and text pairs; handles are single letters */
typedef struct
{
  WayPlan *plan;
  WayRecordBuilder *builder;
} Fixture;

static WayId
id_of (char handle)
{
  WayId id = { { 0x40, [15] = (guint8)handle } };

  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = way_plan_new (NULL);
  fixture->builder = way_record_builder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->plan);
  g_clear_pointer (&fixture->builder, way_record_builder_free);
}

static void
add (Fixture *fixture)
{
  g_assert_true (way_plan_add_loaded (fixture->plan, way_record_builder_end (fixture->builder)));
}

static void
add_milestone (Fixture *fixture, char handle, const char *start, const char *end)
{
  WayId id = id_of (handle);
  char title[2] = { handle, '\0' };

  way_record_builder_start (fixture->builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_text (fixture->builder, WAY_MILESTONE_TITLE, title, -1);
  way_record_builder_parse (fixture->builder, WAY_MILESTONE_START, start, -1, NULL);
  way_record_builder_parse (fixture->builder, WAY_MILESTONE_END, end, -1, NULL);
  add (fixture);
}

static void
add_dependency (Fixture *fixture, char handle, char from, char to)
{
  WayId id = id_of (handle), tail = id_of (from), head = id_of (to);

  way_record_builder_start (fixture->builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (fixture->builder, WAY_DEPENDENCY_FROM, &tail);
  way_record_builder_set_ref (fixture->builder, WAY_DEPENDENCY_TO, &head);
  add (fixture);
}

static void
add_goal (Fixture *fixture, char handle, char parent)
{
  WayId id = id_of (handle), above = id_of (parent);
  char title[2] = { handle, '\0' };

  way_record_builder_start (fixture->builder, WAY_KIND_GOAL, &id);
  way_record_builder_set_text (fixture->builder, WAY_GOAL_TITLE, title, -1);
  if (parent != '\0')
    way_record_builder_set_ref (fixture->builder, WAY_GOAL_PARENT, &above);
  add (fixture);
}

/* Exactly one problem, of that kind */
static void
assert_problem (Fixture *fixture, WayProblemSeverity severity, WayField field, const char *pattern)
{
  g_autoptr (GPtrArray) problems = way_plan_check (fixture->plan);
  const WayProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->severity, ==, severity);
  g_assert_cmpint (problem->field, ==, field);
  if (!g_pattern_match_simple (pattern, problem->text))
    g_error ("%s", problem->text);
  g_assert_cmpstr (problem->remedy, !=, "");
}

static void
test_sound_plan_has_no_problem (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  add_goal (fixture, 'g', '\0');
  add_goal (fixture, 'h', 'g');
  add_milestone (fixture, 'a', "2027-06", "2027");
  add_milestone (fixture, 'b', "2027-06-01", "2027-06-01");
  add_milestone (fixture, 'c', "", "");
  add_dependency (fixture, '1', 'a', 'b');
  add_dependency (fixture, '2', 'b', 'c');
  add_dependency (fixture, '3', 'a', 'c');
  problems = way_plan_check (fixture->plan);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_end_before_start (Fixture *fixture, gconstpointer data)
{
  add_milestone (fixture, 'a', "2027-06-02", "2027-06-01");
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_MILESTONE_END, "it ends before it starts");
}

static void
test_reference_to_nowhere (Fixture *fixture, gconstpointer data)
{
  add_goal (fixture, 'g', 'x');
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_GOAL_PARENT, "*not in the plan");
}

static void
test_reference_to_another_kind (Fixture *fixture, gconstpointer data)
{
  add_milestone (fixture, 'a', "", "");
  add_goal (fixture, 'g', 'a');
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_GOAL_PARENT, "*another kind: Milestone");
}

static void
test_goal_in_itself (Fixture *fixture, gconstpointer data)
{
  add_goal (fixture, 'e', '\0');
  add_goal (fixture, 'f', 'g');
  add_goal (fixture, 'g', 'h');
  add_goal (fixture, 'h', 'g');
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_GOAL_PARENT, "*“g” → “h” → “g”");
}

static void
test_dependencies_in_a_circle (Fixture *fixture, gconstpointer data)
{
  for (char handle = 'a'; handle <= 'e'; handle++)
    add_milestone (fixture, handle, "", "");
  add_dependency (fixture, '1', 'a', 'b');
  add_dependency (fixture, '2', 'b', 'c');
  add_dependency (fixture, '3', 'c', 'd');
  add_dependency (fixture, '4', 'd', 'b');
  add_dependency (fixture, '5', 'a', 'e');
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_FIELD_NONE, "*“b” → “c” → “d” → “b”");
}

static void
test_dependency_without_an_end (Fixture *fixture, gconstpointer data)
{
  WayId id = id_of ('1'), from = id_of ('a');

  add_milestone (fixture, 'a', "", "");
  way_record_builder_start (fixture->builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (fixture->builder, WAY_DEPENDENCY_FROM, &from);
  add (fixture);
  assert_problem (fixture, WAY_PROBLEM_ERROR, WAY_DEPENDENCY_TO, "it has no “To”");
}

static void
test_unreadable_value_is_a_warning (Fixture *fixture, gconstpointer data)
{
  WayId id = id_of ('a');

  way_record_builder_start (fixture->builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_unread (fixture->builder, WAY_MILESTONE_START, "soon", -1);
  add (fixture);
  assert_problem (fixture, WAY_PROBLEM_WARNING, WAY_MILESTONE_START, "“soon”*“Starts”");
}

/* Whether @to can be reached from @from, by trying all ways */
static gboolean
reaches (const gboolean arrows[6][6], guint from, guint to, guint depth)
{
  if (from == to)
    return TRUE;
  if (depth == 0)
    return FALSE;
  for (guint next = 0; next < 6; next++)
    if (arrows[from][next] && reaches (arrows, next, to, depth - 1))
      return TRUE;

  return FALSE;
}

static void
assert_path (gboolean arrows[6][6], GPtrArray *path, guint from, guint to)
{
  guint at = from;

  for (guint i = 0; i < path->len; i++)
    {
      guint next = (guint)(way_record_get_called (path->pdata[i])[0] - 'a');

      g_assert_true (i == 0 ? next == from : arrows[at][next]);
      at = next;
    }
  g_assert_cmpuint (at, ==, to);
}

static void
test_paths_and_circles_in_random_graphs (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 300; round++)
    {
      gboolean arrows[6][6] = { { FALSE } };
      gboolean expected = FALSE;
      g_autoptr (GPtrArray) circle = NULL;
      Fixture random;

      set_up (&random, NULL);
      for (guint i = 0; i < 6; i++)
        add_milestone (&random, (char)('a' + i), "", "");
      for (guint i = 0; i < 7; i++)
        {
          guint from = (guint)g_test_rand_int_range (0, 6);
          guint to = (guint)g_test_rand_int_range (0, 6);

          if (from == to)
            continue;
          arrows[from][to] = TRUE;
          add_dependency (&random, (char)('1' + i), (char)('a' + from), (char)('a' + to));
        }

      for (guint from = 0; from < 6; from++)
        for (guint to = 0; to < 6; to++)
          {
            WayId tail = id_of ((char)('a' + from)), head = id_of ((char)('a' + to));
            g_autoptr (GPtrArray) path = way_plan_find_dependency_path (random.plan, &tail, &head);

            g_assert_cmpint (path != NULL, ==, reaches (arrows, from, to, 6));
            if (path != NULL)
              assert_path (arrows, path, from, to);
            expected = expected || (arrows[from][to] && reaches (arrows, to, from, 6));
          }
      circle = way_find_dependency_circle (random.plan);
      g_assert_cmpint (circle != NULL, ==, expected);
      tear_down (&random, NULL);
    }
}

/* More references than are looked for at once, in one field and in many records */
static void
test_many_references (Fixture *fixture, gconstpointer data)
{
  WayId credential = id_of ('c'), gone = id_of ('?');
  g_autoptr (GPtrArray) problems = NULL;

  way_record_builder_start (fixture->builder, WAY_KIND_CREDENTIAL, &credential);
  way_record_builder_set_text (fixture->builder, WAY_CREDENTIAL_NAME, "c", -1);
  add (fixture);

  for (guint i = 0; i < 100; i++)
    {
      WayId id = { { 0x41, [15] = (guint8)i } };

      way_record_builder_start (fixture->builder, WAY_KIND_ACTIVITY, &id);
      for (guint j = 0; j < 3; j++)
        way_record_builder_add_count (fixture->builder, WAY_ACTIVITY_COUNTS,
                                      i == 70 && j == 1 ? &gone : &credential, "any", -1);
      add (fixture);
    }

  problems = way_plan_check (fixture->plan);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((WayProblem *)problems->pdata[0])->field, ==, WAY_ACTIVITY_COUNTS);
  g_assert_cmpint (way_record_get_id (((WayProblem *)problems->pdata[0])->record)->bytes[15], ==,
                   70);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/model/check/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sound-plan-has-no-problem", test_sound_plan_has_no_problem);
  ADD ("end-before-start", test_end_before_start);
  ADD ("reference-to-nowhere", test_reference_to_nowhere);
  ADD ("reference-to-another-kind", test_reference_to_another_kind);
  ADD ("many-references", test_many_references);
  ADD ("goal-in-itself", test_goal_in_itself);
  ADD ("dependencies-in-a-circle", test_dependencies_in_a_circle);
  ADD ("dependency-without-an-end", test_dependency_without_an_end);
  ADD ("unreadable-value-is-a-warning", test_unreadable_value_is_a_warning);
  ADD ("paths-and-circles-in-random-graphs", test_paths_and_circles_in_random_graphs);
#undef ADD

  return g_test_run ();
}
