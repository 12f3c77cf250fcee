/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-dependency.h"

#include "way-record-builder.h"

static WayId
make_id (const char *name)
{
  WayId space = WAY_ID_NULL;

  return way_id_derive (&space, name);
}

static WayRecord *
milestone_new (const char *name, const char *start, const char *end)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = make_id (name);

  way_record_builder_start (builder, WAY_KIND_MILESTONE, &id);
  if (start != NULL)
    way_record_builder_parse (builder, WAY_MILESTONE_START, start, -1, NULL);
  if (end != NULL)
    way_record_builder_parse (builder, WAY_MILESTONE_END, end, -1, NULL);

  return way_record_builder_end (builder);
}

static WayRecord *
dependency_new (const char *type, int lag)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = make_id ("link"), from = make_id ("from"), to = make_id ("to");

  way_record_builder_start (builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, &from);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, &to);
  way_record_builder_parse (builder, WAY_DEPENDENCY_TYPE, type, -1, NULL);
  way_record_builder_set_integer (builder, WAY_DEPENDENCY_LAG, lag);

  return way_record_builder_end (builder);
}

static void
test_days_missing (void)
{
  static const struct
  {
    const char *from_start, *from_end, *to_start, *to_end, *type;
    int lag;
    int missing;
  } cases[] = {
    { "2027-01-01", "2027-01-31", "2027-02-01", "2027-02-28", "finish-start", 0, 0 },
    { "2027-01-01", "2027-01-31", "2027-01-31", "2027-02-28", "finish-start", 0, 0 },
    { "2027-01-01", "2027-01-31", "2027-01-30", "2027-02-28", "finish-start", 0, 2 },
    { "2027-01-01", "2027-01-31", "2027-02-01", "2027-02-28", "finish-start", 14, 14 },
    { "2027-01-01", "2027-01-31", "2027-01-20", "2027-02-28", "finish-start", -14, 0 },
    { "2027-01-01", "2027-01-31", "2027-01-02", "2027-01-03", "start-start", 0, 0 },
    { "2027-01-01", "2027-01-31", "2026-12-31", "2027-03-31", "start-start", 0, 1 },
    { "2027-01-01", "2027-01-31", "2026-12-01", "2027-01-30", "finish-finish", 0, 1 },
    { "2027-01-01", "2027-01-31", "2026-12-01", "2027-01-01", "start-finish", 0, 0 },
    { "2027-01-01", "2027-01-31", "2026-12-01", "2026-12-31", "start-finish", 0, 1 },
    /* months may be read so that it holds, years the more */
    { "2027-01", "2027-03", "2027-03", "2027-04", "finish-start", 0, 0 },
    { "2027-01", "2027-03", "2027-02", "2027-04", "finish-start", 0, 28 + 31 },
    { "2027", "2028", "2028", "2029", "finish-start", 0, 0 },
    /* a point finishes when it starts, a deadline starts when it ends */
    { "2027-03-05", NULL, "2027-03-05", NULL, "finish-start", 0, 0 },
    { "2027-03-05", NULL, NULL, "2027-03-04", "finish-start", 0, 1 },
    { NULL, NULL, "2027-03-05", NULL, "finish-start", 0, 0 },
    { "2027-03-05", NULL, NULL, NULL, "finish-start", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WayRecord) dependency = dependency_new (cases[i].type, cases[i].lag);
      int missing;

      way_plan_add_loaded (plan, milestone_new ("from", cases[i].from_start, cases[i].from_end));
      way_plan_add_loaded (plan, milestone_new ("to", cases[i].to_start, cases[i].to_end));

      missing = way_dependency_get_days_missing (plan, dependency);
      if (missing != cases[i].missing)
        g_error ("case %u lacks %d days and not %d", i, missing, cases[i].missing);
    }
}

static void
test_room (void)
{
  static const struct
  {
    const char *from_start, *from_end, *to_start, *to_end;
    WayDependencyType type;
    int lag;
    int room;
  } cases[] = {
    /* the day after a bar is the first that is free */
    { "2027-01-01", "2027-01-31", "2027-02-01", NULL, WAY_DEPENDENCY_FINISH_START, 0, 0 },
    { "2027-01-01", "2027-01-31", "2027-01-31", NULL, WAY_DEPENDENCY_FINISH_START, 0, 0 },
    { "2027-01-01", "2027-01-31", "2027-02-15", NULL, WAY_DEPENDENCY_FINISH_START, 0, 14 },
    { "2027-01-01", "2027-01-31", "2027-02-15", NULL, WAY_DEPENDENCY_FINISH_START, 10, 4 },
    /* a point takes no day */
    { "2027-01-01", NULL, "2027-01-01", NULL, WAY_DEPENDENCY_FINISH_START, 0, 0 },
    { "2027-01-01", NULL, "2027-01-02", NULL, WAY_DEPENDENCY_FINISH_START, 0, 1 },
    { NULL, "2027-01-01", "2027-01-02", NULL, WAY_DEPENDENCY_FINISH_START, 0, 1 },
    /* months follow one upon the other */
    { "2027-01", "2027-03", "2027-04", "2027-05", WAY_DEPENDENCY_FINISH_START, 0, 0 },
    { "2027-01", "2027-03", "2027-05", "2027-05", WAY_DEPENDENCY_FINISH_START, 0, 30 },
    { "2027", "2028", "2028", "2029", WAY_DEPENDENCY_FINISH_START, 0, 0 },
    { "2027-01-01", "2027-01-31", "2027-01-04", NULL, WAY_DEPENDENCY_START_START, 0, 3 },
    { "2027-01-01", "2027-01-31", NULL, "2027-02-04", WAY_DEPENDENCY_FINISH_FINISH, 0, 4 },
    { "2027-01-01", "2027-01-31", NULL, "2027-02-04", WAY_DEPENDENCY_START_FINISH, 4, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayRecord) from = milestone_new ("from", cases[i].from_start, cases[i].from_end);
      g_autoptr (WayRecord) to = milestone_new ("to", cases[i].to_start, cases[i].to_end);
      WayMilestoneDays before = way_milestone_get_days (from);
      WayMilestoneDays after = way_milestone_get_days (to);
      int room = way_dependency_get_room (cases[i].type, cases[i].lag, &before, &after);

      if (room != cases[i].room)
        g_error ("case %u has %d days of room and not %d", i, room, cases[i].room);
    }
}

/* Once the successor is later by what is missing, nothing is: whatever the dates are like */
static void
test_missing_days_mend (void)
{
  static const char *const dates[]
      = { "2026-02-11", "2026-03", "2027", "2027-01-01", "2027-02~", "2028?", "2028-06-30" };
  guint n_broken = 0;

  for (guint type = 0; type < WAY_N_DEPENDENCY_TYPES; type++)
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          g_autoptr (WayRecord) from = milestone_new ("from", dates[i], NULL);
          g_autoptr (WayRecord) to = milestone_new ("to", dates[j], NULL);
          WayMilestoneDays before = way_milestone_get_days (from);
          WayMilestoneDays after = way_milestone_get_days (to);
          int room = way_dependency_get_room (type, 5, &before, &after);
          WayDate later;

          if (room >= 0)
            continue;

          n_broken++;
          later = way_date_shift (way_record_get_date (to, WAY_MILESTONE_START), -room);
          after.start = after.first_finish = way_date_get_earliest (later);
          after.last_start = after.finish = way_date_get_latest (later);
          g_assert_cmpint (way_dependency_get_room (type, 5, &before, &after), >=, 0);
        }

  g_assert_cmpuint (n_broken, >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dependency/days-missing", test_days_missing);
  g_test_add_func ("/model/dependency/room", test_room);
  g_test_add_func ("/model/dependency/missing-days-mend", test_missing_days_mend);

  return g_test_run ();
}
