/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was written is read and written again as the same bytes.
 */
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"

#include <string.h>

#define N_PLANS 2000

static WayPlan *
read_plan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  WayPlan *plan = way_plan_read_bytes (bytes, "random", NULL, &error);

  if (error != NULL)
    g_test_message ("%.*s", (int)g_bytes_get_size (bytes),
                    (const char *)g_bytes_get_data (bytes, NULL));
  g_assert_no_error (error);

  return plan;
}

static void
assert_same_plan (WayPlan *a, WayPlan *b)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_a, n_b;
      WayRecord *const *records_a = way_plan_get_records (a, (WayKind)kind, &n_a);
      WayRecord *const *records_b = way_plan_get_records (b, (WayKind)kind, &n_b);

      g_assert_cmpuint (n_a, ==, n_b);
      for (guint i = 0; i < n_a; i++)
        g_assert_true (way_record_equal (records_a[i], records_b[i]));
    }
}

static void
test_random_plans (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 6, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
      g_autoptr (GBytes) first = way_saved_bytes (plan);
      g_autoptr (WayPlan) again = read_plan (first);
      g_autoptr (GBytes) second = way_saved_bytes (again);

      assert_same_plan (plan, again);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The lines of a file in alphabetical order, for a record that changes its rank also changes its
 * place */
static GStrv
sorted_lines (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  GStrv lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);

  return lines;
}

static guint
count_only_in_first (GStrv a, GStrv b)
{
  guint count = 0;

  while (*a != NULL)
    {
      int order = *b != NULL ? strcmp (*a, *b) : -1;

      count += order < 0;
      if (order <= 0)
        a++;
      if (order >= 0)
        b++;
    }

  return count;
}

/* Changes a field of a record that has it; FALSE when it could not get another value */
static gboolean
change_field (GRand *rand, WayPlan *plan, WayRecord *record, const WayFieldInfo *info)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) before = way_record_ref (record);
  g_autoptr (WayRecord) after = NULL;

  way_record_builder_start_from (builder, before);
  way_random_plan_set_field (rand, builder, info, plan);
  after = way_record_builder_end (builder);
  if (way_record_equal (before, after))
    return FALSE;

  /* Each of its entries is a line, so one has to be all there is */
  if (info->type == WAY_TYPE_COUNTS
      && (way_record_get_n_counts (before, info->field) != 1
          || way_record_get_n_counts (after, info->field) != 1))
    return FALSE;

  g_assert_true (way_plan_apply (plan, &(WayChange){ before, after }));

  return TRUE;
}

static void
assert_one_line_changes (GRand *rand, const WayFieldInfo *info)
{
  for (int tries = 0; tries < 500; tries++)
    {
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, 4, WAY_RANDOM_SOUND);
      g_autoptr (GBytes) before = way_saved_bytes (plan);
      g_autoptr (GBytes) after = NULL;
      g_auto (GStrv) lines_before = sorted_lines (before);
      g_auto (GStrv) lines_after = NULL;
      guint n_records;
      WayRecord *const *records
          = way_plan_get_records (plan, WAY_FIELD_KIND (info->field), &n_records);

      if (n_records == 0 || !way_record_has (records[0], info->field)
          || !change_field (rand, plan, records[0], info))
        continue;

      after = way_saved_bytes (plan);
      lines_after = sorted_lines (after);
      g_assert_cmpuint (count_only_in_first (lines_before, lines_after), ==, 1);
      g_assert_cmpuint (count_only_in_first (lines_after, lines_before), ==, 1);
      return;
    }

  g_error ("“%s” never changed", info->xml_name);
}

static void
test_one_field_is_one_line (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind ((WayKind)kind);

      for (guint i = 0; i < info->n_fields; i++)
        assert_one_line_changes (rand, &info->fields[i]);
    }
}

static void
test_examples (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "resources", "examples", NULL);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  guint n_examples = 0;

  for (const char *name = g_dir_read_name (names); name != NULL; name = g_dir_read_name (names))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (WayPlan) plan = NULL;
      g_autoptr (WaySnapshot) snapshot = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".waymark"))
        continue;

      before = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      plan = way_plan_read_file (file, NULL, NULL, &error);
      g_assert_no_error (error);
      snapshot = way_snapshot_new (plan);
      after = way_plan_write_bytes (snapshot, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (before, after));
      n_examples++;
    }

  g_assert_cmpuint (n_examples, >=, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-trip/examples", test_examples);

  g_test_add_func ("/store/round-trip/random-plans", test_random_plans);
  g_test_add_func ("/store/round-trip/one-field-is-one-line", test_one_field_is_one_line);

  return g_test_run ();
}
