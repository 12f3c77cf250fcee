/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-history.h"

typedef struct
{
  WayPlan *plan;
  WayHistory *history;
  guint n_plan_changes; /* times the plan spoke */
  guint n_edits;        /* in what it said last */
} Fixture;

static void
on_plan_changed (WayPlan *plan, WayChangeSet *changes, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_plan_changes++;
  way_change_set_get_changes (changes, &fixture->n_edits);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = way_plan_new (NULL);
  fixture->history = way_history_new (fixture->plan);
  g_signal_connect (fixture->plan, "changed", G_CALLBACK (on_plan_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->plan);
}

static void
set_title (Fixture *fixture, const char *title, const char *coalesce)
{
  WayEditGroup *group = way_history_begin (fixture->history, title, coalesce);
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  WayRecord *before = way_plan_get_root (fixture->plan);
  g_autoptr (WayRecord) after = NULL;

  way_record_builder_start_from (builder, before);
  way_record_builder_set_text (builder, WAY_PLAN_TITLE, title, -1);
  after = way_record_builder_end (builder);
  way_edit_group_replace (group, before, after);
  way_history_commit (fixture->history);
}

static void
assert_title (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (way_record_get_called (way_plan_get_root (fixture->plan)), ==, title);
}

static void
test_undo_and_redo_by_name (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "one", NULL);
  set_title (fixture, "two", NULL);
  g_assert_cmpstr (way_history_get_undo_name (fixture->history, 0), ==, "two");
  g_assert_cmpstr (way_history_get_undo_name (fixture->history, 1), ==, "one");
  g_assert_null (way_history_get_undo_name (fixture->history, 2));

  g_assert_true (way_history_undo (fixture->history));
  assert_title (fixture, "one");
  g_assert_cmpstr (way_history_get_redo_name (fixture->history, 0), ==, "two");
  g_assert_true (way_history_undo (fixture->history));
  assert_title (fixture, NULL);
  g_assert_false (way_history_undo (fixture->history));

  g_assert_true (way_history_redo (fixture->history));
  g_assert_true (way_history_redo (fixture->history));
  g_assert_false (way_history_redo (fixture->history));
  assert_title (fixture, "two");
}

static void
test_a_new_step_ends_redo (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "one", NULL);
  way_history_undo (fixture->history);
  set_title (fixture, "two", NULL);
  g_assert_false (way_history_redo (fixture->history));
  assert_title (fixture, "two");
}

static void
test_typing_is_one_step (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "N", "title");
  set_title (fixture, "Nu", "title");
  set_title (fixture, "Nurse", "title");
  way_history_undo (fixture->history);
  assert_title (fixture, NULL);
  way_history_redo (fixture->history);
  assert_title (fixture, "Nurse");

  set_title (fixture, "Nurses", "title");
  way_history_break (fixture->history);
  set_title (fixture, "Nurse!", "title");
  way_history_undo (fixture->history);
  assert_title (fixture, "Nurses");
}

static void
test_rollback_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  WayEditGroup *group;
  WayRecordBuilder *builder;
  WayId id = way_id_new ();
  g_autoptr (WayRecord) goal = NULL;

  group = way_history_begin (fixture->history, "half", NULL);
  builder = way_edit_group_get_builder (group);
  way_record_builder_start (builder, WAY_KIND_GOAL, &id);
  goal = way_record_builder_end (builder);
  way_edit_group_replace (group, NULL, goal);
  g_assert_true (way_plan_lookup (fixture->plan, &id) == goal);
  way_history_rollback (fixture->history);

  g_assert_null (way_plan_lookup (fixture->plan, &id));
  g_assert_cmpuint (fixture->n_plan_changes, ==, 0);
  g_assert_false (way_history_undo (fixture->history));
}

static void
test_an_empty_group_is_no_step (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "one", NULL);
  fixture->n_plan_changes = 0;
  set_title (fixture, "one", NULL);
  g_assert_cmpuint (fixture->n_plan_changes, ==, 0);
  g_assert_null (way_history_get_undo_name (fixture->history, 1));
}

static void
test_one_signal_a_group (Fixture *fixture, gconstpointer data)
{
  WayEditGroup *group = way_history_begin (fixture->history, "many", NULL);
  WayRecordBuilder *builder = way_edit_group_get_builder (group);

  for (guint i = 0; i < 50; i++)
    {
      WayId id = way_id_new ();
      g_autoptr (WayRecord) goal = NULL;

      way_record_builder_start (builder, WAY_KIND_GOAL, &id);
      goal = way_record_builder_end (builder);
      way_edit_group_replace (group, NULL, goal);
    }
  way_history_commit (fixture->history);
  g_assert_cmpuint (fixture->n_plan_changes, ==, 1);
  g_assert_cmpuint (fixture->n_edits, ==, 50);

  way_history_undo (fixture->history);
  g_assert_cmpuint (fixture->n_plan_changes, ==, 2);
  g_assert_cmpuint (fixture->n_edits, ==, 50);
  g_assert_cmpuint (way_plan_get_count (fixture->plan, WAY_KIND_GOAL), ==, 0);
}

static void
test_undoing_back_to_the_saved_state_is_clean (Fixture *fixture, gconstpointer data)
{
  g_assert_true (way_history_is_saved (fixture->history));
  set_title (fixture, "one", NULL);
  g_assert_false (way_history_is_saved (fixture->history));
  way_history_mark_saved (fixture->history, way_history_get_serial (fixture->history));
  g_assert_true (way_history_is_saved (fixture->history));

  set_title (fixture, "two", NULL);
  g_assert_false (way_history_is_saved (fixture->history));
  way_history_undo (fixture->history);
  g_assert_true (way_history_is_saved (fixture->history));
  way_history_undo (fixture->history);
  g_assert_false (way_history_is_saved (fixture->history));

  /* Another way to a state with as many steps is another state */
  set_title (fixture, "other", NULL);
  g_assert_false (way_history_is_saved (fixture->history));
}

static void
test_typing_on_after_a_save_is_a_new_step (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "N", "title");
  way_history_mark_saved (fixture->history, way_history_get_serial (fixture->history));
  set_title (fixture, "Nu", "title");
  g_assert_false (way_history_is_saved (fixture->history));
  way_history_undo (fixture->history);
  g_assert_true (way_history_is_saved (fixture->history));
  assert_title (fixture, "N");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/edit/history/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("undo-and-redo-by-name", test_undo_and_redo_by_name);
  ADD ("a-new-step-ends-redo", test_a_new_step_ends_redo);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("rollback-leaves-no-trace", test_rollback_leaves_no_trace);
  ADD ("an-empty-group-is-no-step", test_an_empty_group_is_no_step);
  ADD ("one-signal-a-group", test_one_signal_a_group);
  ADD ("undoing-back-to-the-saved-state-is-clean", test_undoing_back_to_the_saved_state_is_clean);
  ADD ("typing-on-after-a-save-is-a-new-step", test_typing_on_after_a_save_is_a_new_step);
#undef ADD

  return g_test_run ();
}
