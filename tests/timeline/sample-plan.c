/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans for the tests of this room.
 */
#include "sample-plan.h"

WayId
sample_id (const char *name)
{
  const WayId scope = { { 1 } };

  return way_id_derive (&scope, name);
}

static void
set (WayRecordBuilder *builder, WayField field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (value == NULL)
    return;

  way_record_builder_parse (builder, field, value, -1, &error);
  g_assert_no_error (error);
}

static void
set_ref (WayRecordBuilder *builder, WayField field, const char *name)
{
  WayId id;

  if (name == NULL)
    return;

  id = sample_id (name);
  way_record_builder_set_ref (builder, field, &id);
}

static WayRecordBuilder *
start (WayKind kind, const char *name)
{
  WayRecordBuilder *builder = way_record_builder_new ();
  WayId id = sample_id (name);

  way_record_builder_start (builder, kind, &id);

  return builder;
}

static WayRecord *
finish (WayRecordBuilder *builder)
{
  WayRecord *record = way_record_builder_end (builder);

  way_record_builder_free (builder);

  return record;
}

WayRecord *
sample_milestone_new (const char *name, const char *goal, const char *title, const char *start_date,
                      const char *end_date, const char *category, const char *status, int progress)
{
  WayRecordBuilder *builder = start (WAY_KIND_MILESTONE, name);

  set_ref (builder, WAY_MILESTONE_GOAL, goal);
  set (builder, WAY_MILESTONE_TITLE, title);
  set (builder, WAY_MILESTONE_START, start_date);
  set (builder, WAY_MILESTONE_END, end_date);
  set (builder, WAY_MILESTONE_CATEGORY, category);
  set (builder, WAY_MILESTONE_STATUS, status);
  if (progress > 0)
    way_record_builder_set_integer (builder, WAY_MILESTONE_PROGRESS, progress);

  return finish (builder);
}

static void
add_goal (WayPlan *plan, const char *name, const char *parent, const char *rank, const char *title,
          const char *due, const char *colour)
{
  WayRecordBuilder *builder = start (WAY_KIND_GOAL, name);

  set_ref (builder, WAY_GOAL_PARENT, parent);
  set (builder, WAY_GOAL_RANK, rank);
  set (builder, WAY_GOAL_TITLE, title);
  set (builder, WAY_GOAL_DUE, due);
  set (builder, WAY_GOAL_COLOUR, colour);
  g_assert_true (way_plan_add_loaded (plan, finish (builder)));
}

static void
add_dependency (WayPlan *plan, const char *name, const char *from, const char *to, const char *type)
{
  WayRecordBuilder *builder = start (WAY_KIND_DEPENDENCY, name);

  set_ref (builder, WAY_DEPENDENCY_FROM, from);
  set_ref (builder, WAY_DEPENDENCY_TO, to);
  set (builder, WAY_DEPENDENCY_TYPE, type);
  g_assert_true (way_plan_add_loaded (plan, finish (builder)));
}

static void
add_credential (WayPlan *plan, const char *name, const char *issued, const char *expires,
                int renewal)
{
  WayRecordBuilder *builder = start (WAY_KIND_CREDENTIAL, name);

  set (builder, WAY_CREDENTIAL_NAME, name);
  set (builder, WAY_CREDENTIAL_ISSUED, issued);
  set (builder, WAY_CREDENTIAL_EXPIRES, expires);
  if (renewal > 0)
    way_record_builder_set_integer (builder, WAY_CREDENTIAL_RENEWAL, renewal);

  g_assert_true (way_plan_add_loaded (plan, finish (builder)));
}

/* clang-format off */
static const struct
{
  const char *name, *goal, *title, *start, *end, *category, *status;
  int progress;
} milestones[] = {
  { "m1", "icu", "Critical-care residency", "2026-07", "2027-04", "experience", "active", 55 },
  { "m2", "icu", "Renew ACLS", "2027-02-10", NULL, "certification", "done", 100 },
  { "m3", "icu", "Sit the CCRN", "2027-10", NULL, "certification", "planned", 0 },
  { "m4", "icu", "CCRN review course", "2027-03", "2027-08", "education", "planned", 20 },
  { "m5", "msn", "Applications to three programmes", "2026-10", "2027-01", "education", "waiting", 0 },
  { "m6", "msn", "Year 1, part time", "2027-09", "2028-05", "education", "planned", 0 },
  { "m7", "msn", "Clinical hours, 600 h", "2028-09", "2029-12~", "experience", "planned", 0 },
  { "m8", "msn", "Aptitude test", "2026-05", "2026-06", "step", "dropped", 0 },
  { "m9", "boards", "Graduate", "2030", NULL, "education", "planned", 0 },
  { "m10", "boards", "Hand in the forms", NULL, "2030-03~", "licence", "planned", 0 },
  { "m11", "boards", "Pass boards", "2029-06", "2029-08", "licence", "missed", 0 },
  { "m12", NULL, "Two weeks off", "2027-06-07", "2027-06-20", "wellbeing", "planned", 0 },
  { "m13", NULL, "Some day: Antarctica", NULL, NULL, "wellbeing", "planned", 0 },
};
/* clang-format on */

WayPlan *
sample_plan_new (void)
{
  WayId id = sample_id ("plan");
  WayPlan *plan = way_plan_new (&id);

  add_goal (plan, "icu", NULL, "b", "Become a critical-care nurse", "2027-12", "blue");
  add_goal (plan, "msn", NULL, "c", "Master of Science in Nursing", "2030-05~", "purple");
  add_goal (plan, "boards", "msn", "d", "Boards", NULL, "green");

  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    g_assert_true (way_plan_add_loaded (
        plan, sample_milestone_new (milestones[i].name, milestones[i].goal, milestones[i].title,
                                    milestones[i].start, milestones[i].end, milestones[i].category,
                                    milestones[i].status, milestones[i].progress)));

  add_dependency (plan, "d1", "m4", "m3", NULL);
  add_dependency (plan, "d2", "m5", "m6", NULL);
  add_dependency (plan, "d3", "m6", "m7", "start-start");
  add_dependency (plan, "d4", "m9", "m11", NULL); /* broken: the boards come first */
  add_credential (plan, "RN licence", "2026-01-01", "2027-12-31", 24);
  add_credential (plan, "ACLS", NULL, "2027-02-28", 24);

  return plan;
}

static char *
make_title (GRand *rand)
{
  static const char *const words[] = { "course", "ward", "exam",   "mentor", "audit",   "thesis",
                                       "shift",  "rota", "clinic", "poster", "Prüfung", "دورة" };
  GString *title = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, 7);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (title, FALSE);
}

static void
add_random_milestone (WayPlan *plan, WayRecordBuilder *builder, GRand *rand, guint index,
                      guint n_goals)
{
  g_autofree char *title = make_title (rand);
  WayId id, goal;
  WayDay day = way_day_from_ymd (2024, 1, 1) + g_rand_int_range (rand, 0, 3650);
  WayPrecision precision = g_rand_int_range (rand, WAY_PRECISION_YEAR, WAY_PRECISION_DAY + 1);
  WayDateQualifier qualifier = g_rand_int_range (rand, 0, 8) == 0 ? WAY_DATE_APPROXIMATE : 0;
  WayDate date = way_date_new (precision, day, qualifier);
  g_autofree char *name = g_strdup_printf ("milestone %u", index);

  id = sample_id (name);
  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  way_record_builder_set_text (builder, WAY_MILESTONE_TITLE, title, -1);
  way_record_builder_set_choice (builder, WAY_MILESTONE_CATEGORY,
                                 g_rand_int_range (rand, 0, WAY_N_CATEGORIES));
  way_record_builder_set_choice (builder, WAY_MILESTONE_STATUS,
                                 g_rand_int_range (rand, 0, WAY_N_STATUSES));

  if (n_goals > 0)
    {
      g_autofree char *goal_name
          = g_strdup_printf ("goal %u", (guint)g_rand_int_range (rand, 0, n_goals));

      goal = sample_id (goal_name);
      way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &goal);
    }

  if (index % 10 != 0)
    way_record_builder_set_date (
        builder, WAY_MILESTONE_END,
        way_date_new (precision,
                      day + g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 1, 10)),
                      qualifier));

  if (index % 17 != 0 || index % 10 == 0)
    way_record_builder_set_date (builder, WAY_MILESTONE_START, date);

  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
}

WayPlan *
sample_plan_new_random (guint32 seed, guint n_goals, guint n_milestones, guint n_dependencies)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = sample_id ("plan");
  WayPlan *plan = way_plan_new (&id);

  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *name = g_strdup_printf ("goal %u", i);
      g_autofree char *parent = g_strdup_printf ("goal %u", i / 3);
      g_autofree char *rank = g_strdup_printf ("a%05uV", i);

      add_goal (plan, name, i % 3 == 2 ? parent : NULL, rank, name, NULL, NULL);
    }

  for (guint i = 0; i < n_milestones; i++)
    add_random_milestone (plan, builder, rand, i, n_goals);

  for (guint i = 0; i < n_dependencies; i++)
    {
      g_autofree char *name = g_strdup_printf ("dependency %u", i);
      guint first = g_rand_int_range (rand, 0, n_milestones - 1);
      g_autofree char *from = g_strdup_printf ("milestone %u", first);
      g_autofree char *to = g_strdup_printf (
          "milestone %u", (guint)g_rand_int_range (rand, first + 1, n_milestones));

      add_dependency (plan, name, from, to, NULL);
    }

  return plan;
}

WayChangeSet *
sample_plan_replace (WayPlan *plan, WayRecord *before, WayRecord *after)
{
  WayChange change = { before, after };

  g_assert_true (way_plan_apply (plan, &change));

  return way_change_set_new (&change, 1);
}
