/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a move breaks, as the schedule says it before it has heard of the move, beside what all
 * dependencies of the plan say for themselves before and after.
 */
#include "way-dependency.h"
#include "way-random-plan.h"
#include "way-schedule.h"

#define N_MILESTONES 40
#define N_DEPENDENCIES 90
#define N_PLANS 40
#define N_MOVES 15
#define FIRST_DAY 20000
#define FARTHEST 200 /* days */

static void
add (WayPlan *plan, WayRecordBuilder *builder)
{
  g_autoptr (WayRecord) record = way_record_builder_end (builder);

  way_plan_apply (plan, &(WayChange){ NULL, record });
}

static void
add_milestone (WayPlan *plan, WayRecordBuilder *builder, GRand *rand, const WayId *id)
{
  guint form = (guint)g_rand_int_range (rand, 0, 8);
  WayDate start = way_random_date (rand, FIRST_DAY + g_rand_int_range (rand, 0, 1000));

  way_record_builder_start (builder, WAY_KIND_MILESTONE, id);
  if (form > 1)
    way_record_builder_set_date (builder, WAY_MILESTONE_START, start);
  if (form > 3 || form == 1)
    way_record_builder_set_date (builder, WAY_MILESTONE_END,
                                 way_random_date (rand, way_date_get_latest (start)));
  add (plan, builder);
}

/* From an earlier one to a later one, so that there is no circle */
static void
add_dependency (WayPlan *plan, WayRecordBuilder *builder, GRand *rand, const WayId *ids)
{
  guint from = (guint)g_rand_int_range (rand, 0, N_MILESTONES - 1);
  guint to = (guint)g_rand_int_range (rand, (gint32)from + 1, N_MILESTONES);
  WayId id = way_random_id (rand);

  way_record_builder_start (builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, &ids[from]);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, &ids[to]);
  way_record_builder_set_choice (builder, WAY_DEPENDENCY_TYPE,
                                 (guint)g_rand_int_range (rand, 0, WAY_N_DEPENDENCY_TYPES));
  way_record_builder_set_integer (builder, WAY_DEPENDENCY_LAG, g_rand_int_range (rand, -60, 60));
  add (plan, builder);
}

/* The dependencies that hold, as a set of records */
static GHashTable *
find_holding (WayPlan *plan)
{
  GHashTable *holding = g_hash_table_new (NULL, NULL);
  guint count;
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  for (guint i = 0; i < count; i++)
    if (way_dependency_get_days_missing (plan, dependencies[i]) == 0)
      g_hash_table_add (holding, dependencies[i]);

  return holding;
}

/* A partial date does not move by few days */
static gboolean
has_other_dates (const WayChange *change)
{
  WayMilestoneDays before = way_milestone_get_days (change->before);
  WayMilestoneDays after = way_milestone_get_days (change->after);

  return before.start != after.start || before.finish != after.finish;
}

static WayRecord *
make_moved (WayRecordBuilder *builder, WayRecord *before, int days)
{
  static const WayField fields[] = { WAY_MILESTONE_START, WAY_MILESTONE_END };

  way_record_builder_start_from (builder, before);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (way_record_has (before, fields[i]))
      way_record_builder_set_date (builder, fields[i],
                                   way_date_shift (way_record_get_date (before, fields[i]), days));

  return way_record_builder_end (builder);
}

/* Moves some milestones, each by days of its own and some again and again, and does not tell the
 * schedule of it yet */
static WayChangeSet *
move_at_random (WayPlan *plan, WayRecordBuilder *builder, GRand *rand, const WayId *ids,
                GArray *moved)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (WayChange));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  int share = g_rand_int_range (rand, 1, 10);

  for (guint i = 0; i < N_MILESTONES; i++)
    {
      if (g_rand_int_range (rand, 0, 10) >= share)
        continue;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        {
          WayRecord *before = way_plan_lookup (plan, &ids[i]);
          int days = g_rand_int_range (rand, -FARTHEST, FARTHEST);
          WayChange change = { way_record_ref (before), make_moved (builder, before, days) };

          g_ptr_array_add (kept, change.before);
          g_ptr_array_add (kept, change.after);
          way_plan_apply (plan, &change);
          g_array_append_val (changes, change);
          if (has_other_dates (&change))
            g_array_append_val (moved, ids[i]);
        }
    }

  return way_change_set_new ((const WayChange *)(gpointer)changes->data, changes->len);
}

static gboolean
contains (GArray *ids, const WayId *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (way_id_equal (&g_array_index (ids, WayId, i), id))
      return TRUE;

  return FALSE;
}

static void
assert_broken_by (WayPlan *plan, WaySchedule *schedule, GHashTable *held, GArray *moved,
                  WayChangeSet *changes)
{
  guint n_edits, count, n_expected = 0;
  const WayChange *edits = way_change_set_get_changes (changes, &n_edits);
  g_autoptr (GArray) broken = way_schedule_find_broken_by (schedule, edits, n_edits);
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  g_assert_cmpint (broken != NULL, ==, moved->len > 0);
  if (broken == NULL)
    return;

  for (guint i = 0; i < count; i++)
    {
      gboolean is_expected
          = g_hash_table_contains (held, dependencies[i])
            && way_dependency_get_days_missing (plan, dependencies[i]) > 0
            && contains (moved, way_record_get_ref (dependencies[i], WAY_DEPENDENCY_FROM))
            && !contains (moved, way_record_get_ref (dependencies[i], WAY_DEPENDENCY_TO));

      n_expected += is_expected;
      g_assert_cmpint (contains (broken, way_record_get_id (dependencies[i])), ==, is_expected);
    }
  g_assert_cmpuint (broken->len, ==, n_expected); /* none of them twice */
}

static void
test_as_the_plan_says (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WaySchedule) schedule = way_schedule_new (plan);
      WayId ids[N_MILESTONES];

      for (guint j = 0; j < N_MILESTONES; j++)
        {
          ids[j] = way_random_id (rand);
          add_milestone (plan, builder, rand, &ids[j]);
        }
      for (guint j = 0; j < N_DEPENDENCIES; j++)
        add_dependency (plan, builder, rand, ids);
      way_schedule_build (schedule);

      for (guint j = 0; j < N_MOVES; j++)
        {
          g_autoptr (GHashTable) held = find_holding (plan);
          g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (WayId));
          g_autoptr (WayChangeSet) changes = move_at_random (plan, builder, rand, ids, moved);

          assert_broken_by (plan, schedule, held, moved, changes);
          way_plan_emit_changed (plan, changes);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/broken-by/as-the-plan-says", test_as_the_plan_says);

  return g_test_run ();
}
