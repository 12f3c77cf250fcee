/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans that come with Waymark: found, loaded, and looked at for what has to hold of each.
 */
#include "shipped-plan.h"

#include "way-check.h"
#include "way-core-resources.h"
#include "way-plan-reader.h"
#include "way-plan-writer.h"

#include <string.h>

#define EXTENSION ".waymark"

static char *
build_path (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, EXTENSION, NULL);

  return g_test_build_filename (G_TEST_DIST, "..", "resources", folder, file, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
shipped_plan_list (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, EXTENSION))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (EXTENSION)));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
assert_nothing_to_say (const WayReadReport *report)
{
  for (guint i = 0; report->diagnostics != NULL && i < report->diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (report->diagnostics, i);
      g_autofree char *line = way_diagnostic_describe (diagnostic);

      g_test_message ("line %u: %s", diagnostic->line, line);
      g_test_fail ();
    }

  g_assert_cmpstr (report->format, ==, "1.0");
}

static void
assert_no_problems (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", way_record_get_called (problem->record), problem->text);
      g_test_fail ();
    }
}

static void
assert_canonical (WayPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);
  g_autoptr (GBytes) written = way_plan_write_bytes (snapshot, &error);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_cmpmem (contents, length, g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}

WayPlan *
shipped_plan_load (const char *folder, const char *name)
{
  g_autofree char *path = build_path (folder, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_auto (WayReadReport) report = { 0 };
  WayPlan *plan = way_plan_read_file (file, &report, NULL, &error);

  g_assert_no_error (error);
  assert_nothing_to_say (&report);
  assert_no_problems (plan);
  assert_canonical (plan, path);

  return plan;
}

void
shipped_plan_assert_in_resource (const char *folder, const char *name)
{
  g_autofree char *path = build_path (folder, name);
  g_autofree char *resource = g_strdup_printf ("/org/waymark/core/%s/%s" EXTENSION, folder, name);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  bytes = g_resource_lookup_data (way_core_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
shipped_plan_add_tests (const char *folder, const char *what, GTestDataFunc func)
{
  g_autoptr (GPtrArray) names = shipped_plan_list (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_strdup_printf ("/%s/%s/%s", folder, name, what);

      g_test_add_data_func_full (path, g_strdup (name), func, g_free);
    }
}

static WayDate
either_date (const WayRecord *record, WayField field, WayField other)
{
  WayDate date = way_record_get_date (record, field);

  return date != WAY_DATE_NONE ? date : way_record_get_date (record, other);
}

WayDay
milestone_first (const WayRecord *milestone)
{
  return way_date_get_earliest (either_date (milestone, WAY_MILESTONE_START, WAY_MILESTONE_END));
}

WayDay
milestone_last (const WayRecord *milestone)
{
  return way_date_get_latest (either_date (milestone, WAY_MILESTONE_END, WAY_MILESTONE_START));
}

static void
assert_within_goal (WayPlan *plan, const WayRecord *record, WayField part_of, WayDay first,
                    WayDay last)
{
  const WayId *id = way_record_get_ref (record, part_of);
  const WayRecord *goal = id != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, id) : NULL;

  if (goal == NULL || first == WAY_DAY_NONE)
    return;

  g_test_message ("“%s” in “%s”", way_record_get_called (record), way_record_get_called (goal));
  g_assert_cmpint (first, >=, way_date_get_earliest (way_record_get_date (goal, WAY_GOAL_START)));
  g_assert_cmpint (last, <=, way_date_get_latest (way_record_get_date (goal, WAY_GOAL_DUE)));
}

static void
assert_dependency_holds (WayPlan *plan, const WayRecord *dependency)
{
  static const struct
  {
    gboolean from_finish;
    gboolean to_finish;
  } ends[WAY_N_DEPENDENCY_TYPES] = {
    [WAY_DEPENDENCY_FINISH_START] = { TRUE, FALSE },
    [WAY_DEPENDENCY_START_START] = { FALSE, FALSE },
    [WAY_DEPENDENCY_FINISH_FINISH] = { TRUE, TRUE },
    [WAY_DEPENDENCY_START_FINISH] = { FALSE, TRUE },
  };
  guint type = way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE);
  int lag = way_record_get_integer (dependency, WAY_DEPENDENCY_LAG);
  const WayRecord *from
      = way_plan_lookup (plan, way_record_get_ref (dependency, WAY_DEPENDENCY_FROM));
  const WayRecord *to = way_plan_lookup (plan, way_record_get_ref (dependency, WAY_DEPENDENCY_TO));
  /* a finish is the beginning of the next day */
  WayDay before = ends[type].from_finish ? milestone_last (from) + 1 : milestone_first (from);
  WayDay after = ends[type].to_finish ? milestone_last (to) + 1 : milestone_first (to);

  g_test_message ("from “%s” to “%s”", way_record_get_called (from), way_record_get_called (to));
  g_assert_cmpint (milestone_first (from), !=, WAY_DAY_NONE);
  g_assert_cmpint (milestone_first (to), !=, WAY_DAY_NONE);
  g_assert_cmpint (after, >=, before + lag);
}

void
assert_dates_make_sense (WayPlan *plan)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_GOAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    assert_within_goal (plan, records[i], WAY_GOAL_PARENT,
                        way_date_get_earliest (way_record_get_date (records[i], WAY_GOAL_START)),
                        way_date_get_latest (way_record_get_date (records[i], WAY_GOAL_DUE)));

  records = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_records);
  for (guint i = 0; i < n_records; i++)
    assert_within_goal (plan, records[i], WAY_MILESTONE_GOAL, milestone_first (records[i]),
                        milestone_last (records[i]));

  records = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &n_records);
  for (guint i = 0; i < n_records; i++)
    assert_dependency_holds (plan, records[i]);
}
