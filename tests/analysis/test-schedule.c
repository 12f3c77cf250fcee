/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-schedule.h"

#include "script.h"
#include "way-dependency.h"
#include "way-history.h"
#include "way-random-plan.h"

typedef struct
{
  WayPlan *plan;
  WayHistory *history;
  WaySchedule *schedule;
} Fixture;

/* Course, then exam and paperwork, then the job; the paperwork has a fortnight to spare */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = way_plan_new (NULL);
  fixture->history = way_history_new (fixture->plan);
  fixture->schedule = way_schedule_new (fixture->plan);
  script_run (fixture->history,
              "add-milestone id=course title=Course start=2027-01-01 end=2027-01-31\n"
              "add-milestone id=exam title=Exam start=2027-02-01 end=2027-02-28\n"
              "add-milestone id=papers title=Papers start=2027-02-01 end=2027-02-14\n"
              "add-milestone id=job title=Job start=2027-03-01 end=2027-03-31\n"
              "add-milestone id=alone title=Alone start=2030-01-01\n"
              "link id=l1 from=course to=exam type=finish-start\n"
              "link id=l2 from=course to=papers type=finish-start\n"
              "link id=l3 from=exam to=job type=finish-start\n"
              "link id=l4 from=papers to=job type=finish-start");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->schedule, way_schedule_free);
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->plan);
}

static WayId
make_id (Fixture *fixture, const char *handle)
{
  return way_id_derive (way_plan_get_id (fixture->plan), handle);
}

static WayScheduleDates
get (Fixture *fixture, const char *handle)
{
  WayId id = make_id (fixture, handle);
  WayScheduleDates dates;

  g_assert_true (way_schedule_get (fixture->schedule, &id, &dates));

  return dates;
}

static gboolean
is_critical (Fixture *fixture, const char *handle)
{
  WayId id = make_id (fixture, handle);

  return way_schedule_is_critical (fixture->schedule, &id);
}

static void
assert_critical (Fixture *fixture, const char *handles)
{
  g_auto (GStrv) critical = g_strsplit (handles, " ", -1);
  static const char *const all[]
      = { "course", "exam", "papers", "job", "alone", "l1", "l2", "l3", "l4" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (is_critical (fixture, all[i]) != g_strv_contains ((const char *const *)critical, all[i]))
      g_error ("%s is taken for %scritical", all[i], is_critical (fixture, all[i]) ? "" : "not ");
}

static void
test_critical_path (Fixture *fixture, gconstpointer data)
{
  WayScheduleDates papers = get (fixture, "papers");
  WayId alone = make_id (fixture, "alone");
  WayDay finish;

  assert_critical (fixture, "course exam job l1 l3");
  g_assert_cmpint (papers.slack, ==, 14);
  g_assert_cmpint (papers.early_start, ==, way_day_from_ymd (2027, 2, 1));
  g_assert_cmpint (papers.early_finish, ==, way_day_from_ymd (2027, 2, 14));
  g_assert_cmpint (papers.late_start, ==, way_day_from_ymd (2027, 2, 15));
  g_assert_cmpint (papers.late_finish, ==, way_day_from_ymd (2027, 2, 28));
  g_assert_false (way_schedule_get (fixture->schedule, &alone, &papers));
  g_assert_true (way_schedule_get_finish (fixture->schedule, &finish));
  g_assert_cmpint (finish, ==, way_day_from_ymd (2027, 3, 31));
}

static void
test_edits_are_followed (Fixture *fixture, gconstpointer data)
{
  assert_critical (fixture, "course exam job l1 l3");
  script_run (fixture->history, "set milestone papers end=2027-02-28");
  assert_critical (fixture, "course exam papers job l1 l2 l3 l4");
  script_run (fixture->history, "set dependency l3 lag=-10");
  assert_critical (fixture, "course papers job l2 l4");
  script_run (fixture->history, "unlink from=course to=papers");
  assert_critical (fixture, "papers job l4");
  way_history_undo (fixture->history);
  assert_critical (fixture, "course papers job l2 l4");
  way_history_undo (fixture->history);
  way_history_undo (fixture->history);
  assert_critical (fixture, "course exam job l1 l3");
}

static void
test_done_takes_no_part (Fixture *fixture, gconstpointer data)
{
  WayId course = make_id (fixture, "course");
  WayScheduleDates dates;

  script_run (fixture->history, "done milestone course\nset milestone job status=dropped");
  g_assert_false (way_schedule_get (fixture->schedule, &course, &dates));
  assert_critical (fixture, "exam");
  g_assert_cmpint (get (fixture, "papers").slack, ==, 14);
}

static void
test_too_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) broken = NULL;
  WayId link = make_id (fixture, "l1");

  g_assert_cmpuint (way_schedule_get_n_broken (fixture->schedule), ==, 0);
  g_assert_true (way_schedule_holds (fixture->schedule, &link));
  script_run (fixture->history, "set milestone course end=2027-02-10");
  g_assert_cmpuint (way_schedule_get_n_broken (fixture->schedule), ==, 2);
  g_assert_false (way_schedule_holds (fixture->schedule, &link));
  g_assert_cmpint (get (fixture, "exam").early_start, ==, way_day_from_ymd (2027, 2, 11));
  g_assert_cmpint (get (fixture, "job").early_finish, ==, way_day_from_ymd (2027, 4, 10));
  assert_critical (fixture, "course exam job l1 l3");

  /* What is done is not asked to move. */
  script_run (fixture->history, "done milestone papers");
  broken = way_schedule_get_broken (fixture->schedule);
  g_assert_cmpuint (broken->len, ==, 1);
  g_assert_true (way_id_equal (way_record_get_id (broken->pdata[0]), &link));
}

/* A goal's due date counts as well, and those of the goals above it */
static void
test_due_goals (Fixture *fixture, gconstpointer data)
{
  script_run (fixture->history, "add-goal id=all title=All\n"
                                "add-goal id=nurse title=Nurse parent=all due=2027-04\n"
                                "set milestone job goal=nurse\n"
                                "set milestone alone goal=nurse");
  assert_critical (fixture, "course exam job alone l1 l3");
  g_assert_cmpint (get (fixture, "alone").slack, ==,
                   way_day_from_ymd (2027, 4, 30) - way_day_from_ymd (2030, 1, 1));

  script_run (fixture->history, "set goal all due=2027-03-21");
  g_assert_cmpint (get (fixture, "job").slack, ==, -10);
  g_assert_cmpint (get (fixture, "course").slack, ==, -10);
  g_assert_cmpint (get (fixture, "papers").slack, ==, 4);
  g_assert_cmpint (get (fixture, "exam").late_finish, ==, way_day_from_ymd (2027, 2, 18));

  script_run (fixture->history, "set goal nurse status=achieved\nset goal all status=dropped");
  assert_critical (fixture, "course exam job l1 l3");
}

/* The same from the definition, round after round until nothing changes */
typedef struct
{
  GHashTable *early; /* WayRecord to days */
  GHashTable *tail;
  GHashTable *limit; /* to days, where there is one */
  int end;
} Naive;

static gboolean
takes_part (const WayRecord *record)
{
  return way_milestone_get_days (record).is_dated && !way_milestone_is_settled (record);
}

static gboolean
get_arc (WayPlan *plan, WayRecord *dependency, WayRecord **from, WayRecord **to, int *room)
{
  WayMilestoneDays before, after;

  if (!way_dependency_find_ends (plan, dependency, from, to) || !takes_part (*from)
      || !takes_part (*to))
    return FALSE;

  before = way_milestone_get_days (*from);
  after = way_milestone_get_days (*to);
  *room = way_dependency_get_room (way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE),
                                   way_record_get_integer (dependency, WAY_DEPENDENCY_LAG), &before,
                                   &after);

  return TRUE;
}

static int
look_up (GHashTable *days, WayRecord *record)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (days, record));
}

static gboolean
raise_to (GHashTable *days, WayRecord *record, int value)
{
  if (look_up (days, record) >= value)
    return FALSE;

  g_hash_table_insert (days, record, GINT_TO_POINTER (value));

  return TRUE;
}

static gboolean
lower_to (GHashTable *days, WayRecord *record, int value)
{
  if (g_hash_table_contains (days, record) && look_up (days, record) <= value)
    return FALSE;

  g_hash_table_insert (days, record, GINT_TO_POINTER (value));

  return TRUE;
}

/* The day by which each goal has to be done, from one to the next until nothing changes */
static GHashTable *
find_deadlines (WayPlan *plan)
{
  GHashTable *deadlines = g_hash_table_new (NULL, NULL);
  guint count;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &count);
  gboolean changed = TRUE;

  for (guint i = 0; i < count; i++)
    {
      int status = way_record_get_choice (goals[i], WAY_GOAL_STATUS);
      WayDate due = way_record_get_date (goals[i], WAY_GOAL_DUE);

      if (due != WAY_DATE_NONE && status != WAY_GOAL_STATUS_ACHIEVED
          && status != WAY_GOAL_STATUS_DROPPED)
        lower_to (deadlines, goals[i], way_date_get_latest (due));
    }

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < count; i++)
        {
          const WayId *id = way_record_get_ref (goals[i], WAY_GOAL_PARENT);
          WayRecord *parent = id != NULL ? way_plan_lookup (plan, id) : NULL;

          if (parent != NULL && g_hash_table_contains (deadlines, parent))
            changed |= lower_to (deadlines, goals[i], look_up (deadlines, parent));
        }
    }

  return deadlines;
}

static void
limit_by_goals (WayPlan *plan, Naive *naive)
{
  g_autoptr (GHashTable) deadlines = find_deadlines (plan);
  guint count;
  WayRecord *const *milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &count);

  for (guint i = 0; i < count; i++)
    {
      const WayId *id = way_record_get_ref (milestones[i], WAY_MILESTONE_GOAL);
      WayRecord *goal = id != NULL ? way_plan_lookup (plan, id) : NULL;

      if (takes_part (milestones[i]) && goal != NULL && g_hash_table_contains (deadlines, goal))
        lower_to (naive->limit, milestones[i],
                  look_up (deadlines, goal) - way_milestone_get_days (milestones[i]).finish);
    }
}

/* FALSE when there is a circle */
static gboolean
relax (WayPlan *plan, Naive *naive)
{
  guint count, n_milestones = way_plan_get_count (plan, WAY_KIND_MILESTONE);
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  for (guint round = 0; round <= n_milestones; round++)
    {
      gboolean changed = FALSE;

      for (guint i = 0; i < count; i++)
        {
          WayRecord *from, *to;
          int room;

          if (!get_arc (plan, dependencies[i], &from, &to, &room))
            continue;

          changed |= raise_to (naive->early, to, look_up (naive->early, from) - room);
          changed |= raise_to (naive->tail, from, look_up (naive->tail, to) - room);
          if (g_hash_table_contains (naive->limit, to))
            changed |= lower_to (naive->limit, from, look_up (naive->limit, to) + room);
        }

      if (!changed)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_tied (WayPlan *plan, WayRecord *milestone)
{
  guint count;
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  for (guint i = 0; i < count; i++)
    {
      WayRecord *from, *to;

      if (way_dependency_find_ends (plan, dependencies[i], &from, &to)
          && (from == milestone || to == milestone))
        return TRUE;
    }

  return FALSE;
}

static guint
count_broken (WayPlan *plan)
{
  guint count, n_broken = 0;
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  for (guint i = 0; i < count; i++)
    {
      WayRecord *from, *to;

      n_broken += way_dependency_get_days_missing (plan, dependencies[i]) > 0
                  && way_dependency_find_ends (plan, dependencies[i], &from, &to)
                  && !way_milestone_is_settled (to);
    }

  return n_broken;
}

static void
assert_order (WayPlan *plan, WaySchedule *schedule)
{
  guint count;
  WayRecord *const *dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &count);

  for (guint i = 0; i < count; i++)
    {
      WayRecord *from, *to;

      if (way_dependency_find_ends (plan, dependencies[i], &from, &to))
        g_assert_cmpuint (way_schedule_get_place (schedule, way_record_get_id (from)), <,
                          way_schedule_get_place (schedule, way_record_get_id (to)));
    }
}

static void
assert_as_defined (WayPlan *plan, WaySchedule *schedule)
{
  g_autoptr (GHashTable) early = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tail = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) limit = g_hash_table_new (NULL, NULL);
  Naive naive = { early, tail, limit, G_MININT };
  guint count;
  WayRecord *const *milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &count);

  g_assert_cmpuint (way_schedule_get_n_broken (schedule), ==, count_broken (plan));

  for (guint i = 0; i < count; i++)
    g_hash_table_insert (tail, milestones[i],
                         GINT_TO_POINTER (way_milestone_get_days (milestones[i]).finish));
  limit_by_goals (plan, &naive);
  g_assert_true (relax (plan, &naive));

  for (guint i = 0; i < count; i++)
    if (takes_part (milestones[i]) && is_tied (plan, milestones[i]))
      naive.end = MAX (naive.end, way_milestone_get_days (milestones[i]).finish
                                      + look_up (early, milestones[i]));

  for (guint i = 0; i < count; i++)
    {
      WayMilestoneDays days = way_milestone_get_days (milestones[i]);
      gboolean tied = takes_part (milestones[i]) && is_tied (plan, milestones[i]);
      gboolean limited = g_hash_table_contains (limit, milestones[i]);
      int late = G_MAXINT;
      WayScheduleDates dates;

      g_assert_cmpint (way_schedule_get (schedule, way_record_get_id (milestones[i]), &dates), ==,
                       tied || limited);
      if (!tied && !limited)
        continue;

      if (tied)
        late = naive.end - look_up (tail, milestones[i]);
      if (limited)
        late = MIN (late, look_up (limit, milestones[i]));
      g_assert_cmpint (dates.early_start, ==, days.start + look_up (early, milestones[i]));
      g_assert_cmpint (dates.late_finish, ==, days.finish + late);
      g_assert_cmpint (dates.slack, ==, late - look_up (early, milestones[i]));
    }

  assert_order (plan, schedule);
}

typedef struct
{
  WayPlan *plan;
  GRand *rand;
  GArray *changes; /* of WayChange */
  gboolean circles;
} Chance;

#define N_HANDLES 24
#define N_GOALS 5

static WayId
get_handle (Chance *chance, const char *kind, guint number)
{
  g_autofree char *handle = g_strdup_printf ("%s %u", kind, number);

  return way_id_derive (way_plan_get_id (chance->plan), handle);
}

/* One that may not be there; goals may be part of themselves */
static void
set_goal (Chance *chance, WayRecordBuilder *builder, WayField field)
{
  WayId goal = get_handle (chance, "goal", (guint)g_rand_int_range (chance->rand, 0, N_GOALS));

  if (g_rand_int_range (chance->rand, 0, 3) > 0)
    way_record_builder_set_ref (builder, field, &goal);
}

static WayRecord *
make_goal (Chance *chance, const WayId *id)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  way_record_builder_start (builder, WAY_KIND_GOAL, id);
  set_goal (chance, builder, WAY_GOAL_PARENT);
  if (g_rand_boolean (chance->rand))
    way_record_builder_set_date (
        builder, WAY_GOAL_DUE,
        way_random_date (chance->rand, 20000 + g_rand_int_range (chance->rand, 0, 2500)));
  way_record_builder_set_choice (builder, WAY_GOAL_STATUS,
                                 g_rand_int_range (chance->rand, 0, WAY_N_GOAL_STATUSES));

  return way_record_builder_end (builder);
}

static WayRecord *
make_milestone (Chance *chance, const WayId *id)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayDate start = way_random_date (chance->rand, 20000 + g_rand_int_range (chance->rand, 0, 2000));
  guint form = (guint)g_rand_int_range (chance->rand, 0, 8);

  way_record_builder_start (builder, WAY_KIND_MILESTONE, id);
  if (form > 1)
    way_record_builder_set_date (builder, WAY_MILESTONE_START, start);
  if (form > 3 || form == 1)
    way_record_builder_set_date (builder, WAY_MILESTONE_END,
                                 way_random_date (chance->rand, way_date_get_latest (start)));
  if (g_rand_int_range (chance->rand, 0, 6) == 0)
    way_record_builder_set_choice (builder, WAY_MILESTONE_STATUS,
                                   g_rand_int_range (chance->rand, 0, WAY_N_STATUSES));
  set_goal (chance, builder, WAY_MILESTONE_GOAL);

  return way_record_builder_end (builder);
}

/* From a lower handle to a higher one, scrambled, so that places of the order have to change */
static WayRecord *
make_dependency (Chance *chance, const WayId *id)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  guint a = (guint)g_rand_int_range (chance->rand, 0, N_HANDLES);
  guint b = (a + (guint)g_rand_int_range (chance->rand, 1, N_HANDLES)) % N_HANDLES;
  guint low = chance->circles ? a : MIN (a, b), high = chance->circles ? b : MAX (a, b);
  WayId from = get_handle (chance, "milestone", low * 7 % N_HANDLES);
  WayId to = get_handle (chance, "milestone", high * 7 % N_HANDLES);

  way_record_builder_start (builder, WAY_KIND_DEPENDENCY, id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, &from);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, &to);
  way_record_builder_set_choice (builder, WAY_DEPENDENCY_TYPE,
                                 g_rand_int_range (chance->rand, 0, WAY_N_DEPENDENCY_TYPES));
  way_record_builder_set_integer (builder, WAY_DEPENDENCY_LAG,
                                  g_rand_int_range (chance->rand, -40, 200));

  return way_record_builder_end (builder);
}

/* Puts @after, or nothing, in the place of what has @id; ends of dependencies may go missing */
static void
replace (Chance *chance, const WayId *id, WayRecord *after)
{
  WayRecord *before = way_plan_lookup (chance->plan, id);
  WayChange change = { before != NULL ? way_record_ref (before) : NULL, after };

  if (before == NULL && after == NULL)
    return;

  way_plan_apply (chance->plan, &change);
  g_array_append_val (chance->changes, change);
}

static void
change_something (Chance *chance)
{
  static const struct
  {
    const char *kind;
    guint n_handles;
    WayRecord *(*make) (Chance *chance, const WayId *id);
  } kinds[] = {
    { "milestone", N_HANDLES, make_milestone },
    { "dependency", 60, make_dependency },
    { "goal", N_GOALS, make_goal },
  };
  gint32 kind = g_rand_int_range (chance->rand, 0, G_N_ELEMENTS (kinds));
  gboolean is_removal = g_rand_int_range (chance->rand, 0, 4) == 0;
  WayId id = get_handle (chance, kinds[kind].kind,
                         (guint)g_rand_int_range (chance->rand, 0, (gint32)kinds[kind].n_handles));

  replace (chance, &id, is_removal ? NULL : kinds[kind].make (chance, &id));
}

/* In one step, in which some things may change again and again */
static void
change_much (Chance *chance, int n)
{
  g_autoptr (WayChangeSet) set = NULL;

  chance->changes = g_array_new (FALSE, FALSE, sizeof (WayChange));
  for (int i = 0; i < n; i++)
    change_something (chance);

  set = way_change_set_new ((const WayChange *)(gpointer)chance->changes->data,
                            chance->changes->len);
  way_plan_emit_changed (chance->plan, set);

  for (guint i = 0; i < chance->changes->len; i++)
    {
      WayChange *change = &g_array_index (chance->changes, WayChange, i);

      g_clear_pointer (&change->before, way_record_unref);
      g_clear_pointer (&change->after, way_record_unref);
    }
  g_array_unref (chance->changes);
}

static void
change_at_random (Chance *chance)
{
  change_much (chance, g_rand_int_range (chance->rand, 1, 6));
}

static void
remove_all_dependencies (Chance *chance)
{
  for (guint i = 0; i < 60; i++)
    {
      WayId id = get_handle (chance, "dependency", i);
      WayChange change = { way_plan_lookup (chance->plan, &id), NULL };
      g_autoptr (WayChangeSet) set = NULL;

      if (change.before == NULL)
        continue;

      set = way_change_set_new (&change, 1);
      way_plan_apply (chance->plan, &change);
      way_plan_emit_changed (chance->plan, set);
    }
}

static void
test_as_defined (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WaySchedule) schedule = way_schedule_new (plan);
      Chance chance = { .plan = plan, .rand = rand };

      for (guint j = 0; j < 150; j++)
        {
          change_at_random (&chance);
          assert_as_defined (plan, schedule);
        }
    }
}

/* They are followed when somebody asks, however many have come until then, and whether things have
 * come, gone and come again in them */
static void
test_large_edits (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_waited = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WaySchedule) schedule = way_schedule_new (plan);
      Chance chance = { .plan = plan, .rand = rand };

      way_schedule_build (schedule);
      for (guint j = 0; j < 10; j++)
        {
          for (int k = g_rand_int_range (rand, 1, 5); k > 0; k--)
            change_much (&chance, g_rand_int_range (rand, 1, 1000));
          n_waited += !way_schedule_is_current (schedule);
          assert_as_defined (plan, schedule);
          g_assert_true (way_schedule_is_current (schedule));
        }
    }
  g_assert_cmpuint (n_waited, >, 0);
}

/* A file may bring circles. They do no harm, and nothing is left of them once they are gone. */
static void
test_circles (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WaySchedule) schedule = way_schedule_new (plan);
      Chance chance = { .plan = plan, .rand = rand, .circles = TRUE };

      for (guint j = 0; j < 100; j++)
        {
          change_at_random (&chance);
          g_assert_cmpuint (way_schedule_get_n_broken (schedule), ==, count_broken (plan));
        }

      remove_all_dependencies (&chance);
      chance.circles = FALSE;
      for (guint j = 0; j < 50; j++)
        {
          assert_as_defined (plan, schedule);
          change_at_random (&chance);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/analysis/schedule/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("critical-path", test_critical_path);
  ADD ("edits-are-followed", test_edits_are_followed);
  ADD ("done-takes-no-part", test_done_takes_no_part);
  ADD ("too-early", test_too_early);
  ADD ("due-goals", test_due_goals);
  g_test_add_func ("/analysis/schedule/as-defined", test_as_defined);
  g_test_add_func ("/analysis/schedule/large-edits", test_large_edits);
  g_test_add_func ("/analysis/schedule/circles", test_circles);

  return g_test_run ();
}
