/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-progress.h"

#include "script.h"
#include "way-history.h"
#include "way-script.h"

typedef struct
{
  WayPlan *plan;
  WayHistory *history;
  WayProgress *progress;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = way_plan_new (NULL);
  fixture->history = way_history_new (fixture->plan);
  fixture->progress = way_progress_new (fixture->plan);
  script_run (fixture->history, "add-goal id=top title=Top\nadd-goal id=sub title=Sub parent=top");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->progress, way_progress_free);
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->plan);
}

static int
get (Fixture *fixture, WayProgress *progress, const char *handle)
{
  WayId id = way_id_derive (way_plan_get_id (fixture->plan), handle);

  return way_progress_get (progress, &id);
}

static void
assert_progress (Fixture *fixture, const char *handle, int expected)
{
  g_assert_cmpint (get (fixture, fixture->progress, handle), ==, expected);
}

static void
test_nothing_to_go_by (Fixture *fixture, gconstpointer data)
{
  assert_progress (fixture, "top", WAY_PROGRESS_NONE);
  assert_progress (fixture, "nowhere", WAY_PROGRESS_NONE);
  script_run (fixture->history, "add-milestone goal=sub title=A status=dropped progress=50");
  assert_progress (fixture, "top", WAY_PROGRESS_NONE);
  script_run (fixture->history, "done goal top");
  assert_progress (fixture, "top", 100);
}

static void
test_children_count (Fixture *fixture, gconstpointer data)
{
  script_run (fixture->history,
              "add-milestone id=a goal=sub title=A progress=50\nadd-milestone goal=top title=B");
  assert_progress (fixture, "sub", 50);
  assert_progress (fixture, "top", 25);
  script_run (fixture->history, "set goal sub status=dropped");
  assert_progress (fixture, "top", 0);
  assert_progress (fixture, "sub", 50);
}

static void
test_effort_weighs (Fixture *fixture, gconstpointer data)
{
  script_run (fixture->history, "add-milestone goal=top title=A effort=300 status=done\n"
                                "add-milestone goal=top title=B effort=100");
  assert_progress (fixture, "top", 75);

  /* As heavy as the average of 200 hours */
  script_run (fixture->history, "add-milestone id=c goal=top title=C progress=60");
  assert_progress (fixture, "top", 70);
}

static void
test_only_all_of_it_is_100 (Fixture *fixture, gconstpointer data)
{
  script_run (fixture->history, "add-milestone goal=top title=A effort=10000 status=done\n"
                                "add-milestone id=b goal=top title=B effort=0.01 progress=99\n"
                                "add-milestone goal=top title=C status=done");
  assert_progress (fixture, "top", 99);
  script_run (fixture->history, "set milestone b progress=100");
  assert_progress (fixture, "top", 100);
}

static void
test_edits_are_heard_of (Fixture *fixture, gconstpointer data)
{
  script_run (fixture->history, "add-milestone id=a goal=sub title=A");
  assert_progress (fixture, "top", 0);
  script_run (fixture->history, "done milestone a");
  assert_progress (fixture, "top", 100);
  script_run (fixture->history, "reparent goal sub to=");
  assert_progress (fixture, "top", WAY_PROGRESS_NONE);
  assert_progress (fixture, "sub", 100);
  way_history_undo (fixture->history);
  way_history_undo (fixture->history);
  assert_progress (fixture, "top", 0);
}

/* What is remembered has to be what would be worked out afresh, after any edits. */
static void
test_memory_never_goes_stale (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *begin;
    const char *end;
    gboolean has_number; /* after the end */
  } forms[] = {
    { "set milestone m", " progress=", TRUE },
    { "set milestone m", " effort=", TRUE },
    { "set milestone m", " status=dropped", FALSE },
    { "reparent milestone m", " to=g", TRUE },
    { "clear milestone m", " goal", FALSE },
    { "done milestone m", "", FALSE },
    { "reparent goal g", " to=g", TRUE },
    { "reparent goal g", " to=", FALSE },
    { "set goal g", " status=dropped", FALSE },
    { "set goal g", " status=active", FALSE },
  };

  for (int i = 0; i < 8; i++)
    {
      g_autofree char *script = g_strdup_printf (
          "add-goal id=g%d title=G\nadd-milestone id=m%d title=M goal=g%d progress=%d", i, i, i, i);

      script_run (fixture->history, script);
    }

  for (int i = 0; i < 2000; i++)
    {
      int form = g_test_rand_int_range (0, G_N_ELEMENTS (forms));
      g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 8));
      g_autofree char *script
          = g_strdup_printf ("%s%d%s%s", forms[form].begin, g_test_rand_int_range (0, 8),
                             forms[form].end, forms[form].has_number ? number : "");
      WayEditGroup *group = way_history_begin (fixture->history, "script", NULL);
      g_autoptr (WayProgress) fresh = NULL;

      if (way_script_run (group, script, -1, NULL))
        way_history_commit (fixture->history);
      else
        way_history_rollback (fixture->history);
      if (g_test_rand_int_range (0, 5) == 0)
        way_history_undo (fixture->history);

      fresh = way_progress_new (fixture->plan);
      for (int j = 0; j < 8; j++)
        {
          g_autofree char *handle = g_strdup_printf ("g%d", j);

          assert_progress (fixture, handle, get (fixture, fresh, handle));
        }
    }
}

static void
test_deep_nests_and_circles_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayProgress) progress = NULL;
  const guint depth = 100000;
  WayId first, id, parent = WAY_ID_NULL;

  for (guint i = 0; i < depth; i++)
    {
      id = way_id_new ();
      way_record_builder_start (builder, WAY_KIND_GOAL, &id);
      way_record_builder_set_ref (builder, WAY_GOAL_PARENT, &parent);
      g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
      parent = id;
      if (i == 0)
        first = id;
    }

  id = way_id_new ();
  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &parent);
  way_record_builder_set_integer (builder, WAY_MILESTONE_PROGRESS, 30);
  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));

  /* A goal that is part of itself, as only a file could have it */
  id = way_id_new ();
  way_record_builder_start (builder, WAY_KIND_GOAL, &id);
  way_record_builder_set_ref (builder, WAY_GOAL_PARENT, &id);
  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));

  progress = way_progress_new (plan);
  g_assert_cmpint (way_progress_get (progress, &first), ==, 30);
  g_assert_cmpint (way_progress_get (progress, &id), ==, WAY_PROGRESS_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/analysis/progress/nothing-to-go-by", test_nothing_to_go_by);
  ADD ("/analysis/progress/children-count", test_children_count);
  ADD ("/analysis/progress/effort-weighs", test_effort_weighs);
  ADD ("/analysis/progress/only-all-of-it-is-100", test_only_all_of_it_is_100);
  ADD ("/analysis/progress/edits-are-heard-of", test_edits_are_heard_of);
  ADD ("/analysis/progress/memory-never-goes-stale", test_memory_never_goes_stale);
  ADD ("/analysis/progress/deep-nests-and-circles-end", test_deep_nests_and_circles_end);
#undef ADD

  return g_test_run ();
}
