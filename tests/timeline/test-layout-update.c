/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout that has followed edits is the one that would be made anew.
 */
#include "sample-layout.h"
#include "sample-plan.h"

#include <locale.h>

/* Of which milestones and goals of a random plan some are changed, and a few that are not there */
typedef struct
{
  int n_milestones;
  int n_goals;
} Choice;

static const Choice few = { 130, 8 };

static WayRecord *
change_at_random (WayPlan *plan, Choice choice, guint index, WayRecord **before)
{
  g_autofree char *name
      = g_strdup_printf ("milestone %d", g_test_rand_int_range (0, choice.n_milestones));
  g_autofree char *goal = g_strdup_printf ("goal %d", g_test_rand_int_range (0, choice.n_goals));
  WayId id = sample_id (name);
  int year = g_test_rand_int_range (2020, 2040);
  g_autofree char *start = g_strdup_printf ("%d-%02d", year, g_test_rand_int_range (1, 13));
  g_autofree char *end = g_strdup_printf ("%d", year + 1);

  *before = way_plan_lookup (plan, &id);

  if (*before != NULL && g_test_rand_int_range (0, 4) == 0)
    return NULL;

  return sample_milestone_new (name, index % 9 == 0 ? NULL : goal, "Changed in a test",
                               index % 3 == 0 ? NULL : start, index % 2 == 0 ? NULL : end, NULL,
                               NULL, 0);
}

/* The property that makes incremental layout safe: it is what a fresh one would be */
static void
test_update_equals_fresh_layout (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 6, 120, 0);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);

  for (guint i = 0; i < 150; i++)
    {
      WayRecord *before;
      g_autoptr (WayRecord) after = change_at_random (plan, few, i, &before);
      g_autoptr (WayChangeSet) changes = NULL;
      g_autoptr (WayLayout) fresh = NULL;

      if (before != NULL)
        way_record_ref (before);

      changes = sample_plan_replace (plan, before, after);
      g_clear_pointer (&before, way_record_unref);
      way_layout_update (layout, changes);
      fresh = sample_layout_new (plan, 0.5);
      sample_layout_assert_same (layout, fresh);
    }
}

/* Changes of records that may be changed several times, as one group of edits holds them */
static GArray *
change_many (WayPlan *plan, Choice choice, guint n_changes, GPtrArray *kept)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (WayChange));

  for (guint i = 0; i < n_changes; i++)
    {
      WayChange change = { NULL, NULL };

      change.after = change_at_random (plan, choice, i, &change.before);
      if (change.after != NULL)
        g_ptr_array_add (kept, change.after);
      if (change.before != NULL)
        g_ptr_array_add (kept, way_record_ref (change.before));
      if (change.before == NULL && change.after == NULL)
        continue;

      way_plan_apply (plan, &change);
      g_array_append_val (changes, change);
    }

  return changes;
}

/* Appends what takes @changes back, and applies it */
static void
append_inverse (WayPlan *plan, GArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    {
      WayChange inverse = way_change_invert (&g_array_index (changes, WayChange, i - 1));

      way_plan_apply (plan, &inverse);
      g_array_append_val (changes, inverse);
    }
}

/* Appends the first @n_changes again, and applies them */
static void
append_again (WayPlan *plan, GArray *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    {
      WayChange change = g_array_index (changes, WayChange, i);

      way_plan_apply (plan, &change);
      g_array_append_val (changes, change);
    }
}

static void
assert_follows (WayLayout *layout, WayPlan *plan, GArray *changes)
{
  g_autoptr (WayChangeSet) set
      = way_change_set_new ((const WayChange *)(gpointer)changes->data, changes->len);
  g_autoptr (WayLayout) fresh = NULL;

  way_layout_update (layout, set);
  fresh = sample_layout_new (plan, 0.5);
  sample_layout_assert_same (layout, fresh);
}

/* The same of large groups, in lanes that mind labels and in those that are packed by dates: done;
 * done and taken back within one; and done again besides */
static void
test_large_update_equals_fresh_layout (void)
{
  const guint sizes[] = { 120, 1200 };
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (seed, i == 0 ? 6 : 1, sizes[i], 0);
      g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);

      for (guint j = 0; j < 25; j++)
        {
          guint n_changes = (guint)g_test_rand_int_range (1, 300);
          g_autoptr (GPtrArray) kept
              = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
          g_autoptr (GArray) done = change_many (plan, few, n_changes, kept);
          g_autoptr (GArray) undone = NULL;
          g_autoptr (GArray) redone = NULL;

          assert_follows (layout, plan, done);
          undone = change_many (plan, few, n_changes, kept);
          append_inverse (plan, undone);
          assert_follows (layout, plan, undone);

          redone = change_many (plan, few, n_changes, kept);
          n_changes = redone->len;
          append_inverse (plan, redone);
          append_again (plan, redone, n_changes);
          assert_follows (layout, plan, redone);
        }
    }
}

/* The same where there are so many items, or nearly, that all lanes are packed by dates whatever
 * they hold: the changes lead across that bound and back */
static void
test_very_large_plan_is_followed (void)
{
  const guint sizes[] = { 10050, 11000 };
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (seed, 40, sizes[i], 0);
      g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);

      for (guint j = 0; j < 12; j++)
        {
          g_autoptr (GPtrArray) kept
              = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
          g_autoptr (GArray) changes
              = change_many (plan, few, (guint)g_test_rand_int_range (1, 300), kept);

          assert_follows (layout, plan, changes);
        }
    }
}

/* The same of so many changes that threads share the lanes */
static void
test_very_large_update_equals_fresh_layout (void)
{
  const Choice all = { 20100, 42 };
  guint32 seed = g_test_rand_int ();
  g_autoptr (WayPlan) plan = sample_plan_new_random (seed, 40, 20000, 0);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) kept
          = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
      g_autoptr (GArray) changes = change_many (plan, all, 3000, kept);

      assert_follows (layout, plan, changes);
    }
}

/* One of five, of which most do not expire: they reach as far as the plan does */
static void
append_credential (WayPlan *plan, GArray *changes, GPtrArray *kept)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autofree char *name = g_strdup_printf ("credential %d", g_test_rand_int_range (0, 5));
  WayId id = sample_id (name);
  WayChange change = { way_plan_lookup (plan, &id), NULL };
  WayDay issued = 18262 + g_test_rand_int_range (0, 2); /* many begin on one day */

  way_record_builder_start (builder, WAY_KIND_CREDENTIAL, &id);
  way_record_builder_set_text (builder, WAY_CREDENTIAL_NAME, name, -1);
  way_record_builder_set_date (builder, WAY_CREDENTIAL_ISSUED, way_date_from_day (issued));
  if (g_test_rand_int_range (0, 4) == 0)
    way_record_builder_set_date (builder, WAY_CREDENTIAL_EXPIRES,
                                 way_date_from_day (issued + 1000));

  if (change.before != NULL)
    g_ptr_array_add (kept, way_record_ref (change.before));
  if (change.before == NULL || g_test_rand_int_range (0, 4) > 0)
    {
      change.after = way_record_builder_end (builder);
      g_ptr_array_add (kept, change.after);
    }
  way_plan_apply (plan, &change);
  g_array_append_val (changes, change);
}

/* Their items change with the end of the plan and not only with their own records */
static void
test_update_finds_credentials_that_do_not_expire (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 2, 10, 0);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.5);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) kept
          = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
      g_autoptr (GArray) changes = change_many (plan, few, i % 3, kept);

      for (guint j = 0; j < 1 + i % 2; j++)
        append_credential (plan, changes, kept);
      assert_follows (layout, plan, changes);
    }
}

static void
test_goal_changes_are_followed (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayId id = sample_id ("boards");
  g_autoptr (WayRecord) before = way_record_ref (way_plan_lookup (plan, &id));
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) renamed = NULL;
  g_autoptr (WayRecord) moved = NULL;
  g_autoptr (WayChangeSet) rename = NULL;
  g_autoptr (WayChangeSet) move = NULL;
  g_autoptr (WayChangeSet) removal = NULL;
  g_autoptr (WayLayout) fresh = NULL;

  way_record_builder_start_from (builder, before);
  way_record_builder_set_text (builder, WAY_GOAL_TITLE, "Pass both boards", -1);
  renamed = way_record_builder_end (builder);
  rename = sample_plan_replace (plan, before, renamed);
  way_layout_update (layout, rename);
  g_assert_true (way_layout_get_lane (layout, 2)->goal == renamed);

  way_record_builder_start_from (builder, renamed);
  way_record_builder_clear (builder, WAY_GOAL_PARENT);
  way_record_builder_set_text (builder, WAY_GOAL_RANK, "a", -1);
  moved = way_record_builder_end (builder);
  move = sample_plan_replace (plan, renamed, moved);
  way_layout_update (layout, move);
  g_assert_true (way_layout_get_lane (layout, 0)->goal == moved);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->depth, ==, 0);

  /* its milestones are without a goal then */
  removal = sample_plan_replace (plan, moved, NULL);
  way_layout_update (layout, removal);
  fresh = sample_layout_new (plan, 1);
  sample_layout_assert_same (layout, fresh);
  g_assert_cmpint (way_layout_get_lane (layout, sample_layout_find (layout, "m9")->lane)->kind, ==,
                   WAY_LANE_LOOSE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout-update/update-equals-fresh-layout",
                   test_update_equals_fresh_layout);
  g_test_add_func ("/timeline/layout-update/large-update-equals-fresh-layout",
                   test_large_update_equals_fresh_layout);
  g_test_add_func ("/timeline/layout-update/very-large-plan-is-followed",
                   test_very_large_plan_is_followed);
  g_test_add_func ("/timeline/layout-update/very-large-update-equals-fresh-layout",
                   test_very_large_update_equals_fresh_layout);
  g_test_add_func ("/timeline/layout-update/update-finds-credentials-that-do-not-expire",
                   test_update_finds_credentials_that_do_not_expire);
  g_test_add_func ("/timeline/layout-update/goal-changes-are-followed",
                   test_goal_changes_are_followed);

  return g_test_run ();
}
