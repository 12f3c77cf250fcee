/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a damaged plan all is kept that is intact, the result is sound, and what is missing is said.
 */
#include "way-check.h"
#include "way-plan-reader.h"
#include "way-random-plan.h"
#include "way-salvage.h"
#include "way-saved-plan.h"

#include <string.h>

#define N_PLANS 150

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" "                                             \
  "id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\">\n"                                                 \
  "  <title>Towards the ICU</title>\n"
#define GOAL_1                                                                                     \
  "  <goal id=\"10000000-0000-4000-8000-000000000001\" rank=\"a0\">\n"                             \
  "    <title>Work in intensive care</title>\n"                                                    \
  "  </goal>\n"
#define GOAL_2                                                                                     \
  "  <goal id=\"10000000-0000-4000-8000-000000000002\" rank=\"a1\">\n"                             \
  "    <title>Teach &amp; mentor</title>\n"                                                        \
  "  </goal>\n"
#define MILESTONE_1                                                                                \
  "  <milestone id=\"20000000-0000-4000-8000-000000000001\" "                                      \
  "goal=\"10000000-0000-4000-8000-000000000001\" rank=\"a0\" start=\"2027-01\" end=\"2027-06\">\n" \
  "    <title>Critical care course</title>\n"                                                      \
  "  </milestone>\n"
#define MILESTONE_2                                                                                \
  "  <milestone id=\"20000000-0000-4000-8000-000000000002\" "                                      \
  "goal=\"10000000-0000-4000-8000-000000000002\" rank=\"a0\" start=\"2028\">\n"                    \
  "    <title>Mentor a student</title>\n"                                                          \
  "  </milestone>\n"
#define DEPENDENCY                                                                                 \
  "  <dependency id=\"30000000-0000-4000-8000-000000000001\" "                                     \
  "from=\"20000000-0000-4000-8000-000000000001\" to=\"20000000-0000-4000-8000-000000000002\"/>\n"
#define END "</plan>\n"

/* The titles that are left, and a line for each thing that is missing */
static char *
describe (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_salvage_bytes (bytes, "it", &missing, NULL, &error);
  GString *described = g_string_new (NULL);

  if (plan == NULL)
    {
      g_string_append_printf (described, "%s\n", error->message);
      return g_string_free (described, FALSE);
    }

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        {
          const char *called = way_record_get_called (records[i]);

          g_string_append_printf (described, "%s %s\n", way_schema_get_kind (kind)->xml_name,
                                  called != NULL ? called : "-");
        }
    }
  for (guint i = 0; i < missing->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (missing, i);
      g_autofree char *words = way_diagnostic_describe (diagnostic);

      g_string_append_printf (described, "%u: %s\n", diagnostic->line, words);
    }

  return g_string_free (described, FALSE);
}

static void
assert_salvaged (const char *text, const char *expected)
{
  g_autofree char *described = describe (text);

  g_assert_cmpstr (described, ==, expected);
}

#define LOOK "Look at this line of the file in a text editor, and enter by hand what is missing."

static void
test_one_record_is_damaged (void)
{
  assert_salvaged (HEAD GOAL_1 "  <goal id=\"no id at all\" rank=\"a1\">\n"
                               "    <title>Teach &amp; mentor</title>\n"
                               "  </goal>\n" MILESTONE_1 END,
                   "plan Towards the ICU\n"
                   "goal Work in intensive care\n"
                   "milestone Critical care course\n"
                   "7: Goal “Teach & mentor”: its id “no id at all” is no UUID. " LOOK "\n");
}

static void
test_file_ends_in_the_middle (void)
{
  assert_salvaged (HEAD GOAL_1 MILESTONE_1 "  <milestone id=\"2000",
                   "plan Towards the ICU\n"
                   "goal Work in intensive care\n"
                   "milestone Critical care course\n"
                   "10: Milestone: it is damaged. " LOOK "\n"
                   "0: the file ends in the middle. What came after that is not in it; compare "
                   "with an earlier copy.\n");
}

/* As a synced folder leaves it when both sides have changed a file that is under version control */
static void
test_marks_of_a_conflict (void)
{
  assert_salvaged (HEAD GOAL_1 "<<<<<<< mine\n" GOAL_2 "=======\n" MILESTONE_1
                               ">>>>>>> theirs\n" END,
                   "plan Towards the ICU\n"
                   "goal Work in intensive care\n"
                   "goal Teach & mentor\n"
                   "milestone Critical care course\n"
                   "7: what stands here is no record. " LOOK "\n");
}

/* The prefix of another program, declared once for the whole plan */
static void
test_prefix_of_the_whole_plan (void)
{
  g_autofree char *damaged = g_strconcat (
      "<plan xmlns=\"urn:waymark:plan:1\" xmlns:x=\"urn:x\" format=\"1.0\" "
      "id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\">",
      GOAL_1, "<goal id=\"10000000-0000-4000-8000-000000000009\" rank=\"a2\" x:tint=\"red\">",
      "<title>Painted</title></goal><goal id=\"1", NULL);
  g_autofree char *worse = g_strdup (damaged);

  assert_salvaged (damaged, "plan -\n"
                            "goal Work in intensive care\n"
                            "goal Painted\n"
                            "4: Goal: it is damaged. " LOOK "\n"
                            "0: the file ends in the middle. What came after that is not in it; "
                            "compare with an earlier copy.\n");
  memcpy (strstr (worse, "urn:x"), "\x01", 1);
  assert_salvaged (worse, "plan -\n"
                          "goal Work in intensive care\n"
                          "1: Plan: it is damaged. Give the plan its title again.\n"
                          "4: Goal “Painted”: it is damaged. " LOOK "\n"
                          "4: Goal: it is damaged. " LOOK "\n"
                          "0: the file ends in the middle. What came after that is not in it; "
                          "compare with an earlier copy.\n");
}

static void
test_what_led_there_leads_nowhere (void)
{
  assert_salvaged (
      HEAD GOAL_1
      "  <goal id=\"10000000-0000-4000-8000-00000000\n" MILESTONE_1 MILESTONE_2 DEPENDENCY END,
      "plan Towards the ICU\n"
      "goal Work in intensive care\n"
      "milestone Critical care course\n"
      "milestone Mentor a student\n"
      "dependency -\n"
      "7: Goal: it is damaged. " LOOK "\n"
      "0: Milestone “Mentor a student”: its “Goal” leads to "
      "10000000-0000-4000-8000-000000000002, which is not in the plan. That value was "
      "left out. Enter it again.\n");
}

/* One dependency runs from a milestone to itself, and another one leaves it for nowhere */
static void
test_circle_beside_a_loose_end (void)
{
  assert_salvaged (
      HEAD GOAL_1 MILESTONE_1 "  <dependency id=\"30000000-0000-4000-8000-000000000001\" "
                              "from=\"20000000-0000-4000-8000-000000000001\"/>\n"
                              "  <dependency id=\"30000000-0000-4000-8000-000000000002\" "
                              "from=\"20000000-0000-4000-8000-000000000001\" "
                              "to=\"20000000-0000-4000-8000-000000000001\"/>\n" END,
      "plan Towards the ICU\n"
      "goal Work in intensive care\n"
      "milestone Critical care course\n"
      "0: Dependency: it closes a circle of dependencies. It was left out. Enter it again where it "
      "belongs.\n"
      "0: Dependency: it has no “To”. It was left out. Enter it again where it belongs.\n");
}

static void
test_beginning_is_gone (void)
{
  assert_salvaged (GOAL_1 MILESTONE_1 END,
                   "plan -\n"
                   "goal Work in intensive care\n"
                   "milestone Critical care course\n"
                   "1: Plan: its beginning is not there. Give the plan its title again.\n");
}

static void
test_nothing_is_left (void)
{
  assert_salvaged ("\n\n\n", "it: there is no intact record in it. Open a backup copy, or have it "
                             "sent again.\n");
  assert_salvaged ("%PDF-1.7 <goal", "it: there is no intact record in it. Open a backup copy, or "
                                     "have it sent again.\n");
}

/* Properties */

typedef struct
{
  gsize start; /* of what was damaged, in the bytes as they were */
  gsize end;
} Damage;

/* Does to the bytes what disks, networks and editors do */
static Damage
damage (GRand *rand, GByteArray *bytes)
{
  gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)bytes->len);
  gsize length = (gsize)g_rand_int_range (rand, 1, 300);
  Damage damaged;

  length = MIN (length, bytes->len - at);
  damaged = (Damage){ at, at + length };
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0: /* a hole of zeros, as a file system leaves it */
      memset (bytes->data + at, 0, length);
      break;
    case 1: /* a bit */
      bytes->data[at] ^= (guint8)(1 << g_rand_int_range (rand, 0, 8));
      damaged.end = at + 1;
      break;
    case 2: /* bytes that are gone */
      g_byte_array_remove_range (bytes, (guint)at, (guint)length);
      break;
    default: /* all the rest is gone */
      damaged.end = bytes->len;
      g_byte_array_set_size (bytes, (guint)at);
      break;
    }

  return damaged;
}

static void
assert_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((const WayProblem *)g_ptr_array_index (problems, i))->severity, !=,
                     WAY_PROBLEM_ERROR);
}

static gboolean
is_reported (GPtrArray *missing, const WayId *id)
{
  for (guint i = 0; i < missing->len; i++)
    if (way_id_equal (&((const WayDiagnostic *)g_ptr_array_index (missing, i))->id, id))
      return TRUE;

  return FALSE;
}

/* Where the record stands in the file as it was: from its tag to that of the next */
static Damage
find_record (const char *text, const WayRecord *record)
{
  char id[WAY_ID_BUFFER_SIZE];
  g_autofree char *tag = NULL;
  const char *begin, *next;

  way_id_format (way_record_get_id (record), id);
  tag = g_strdup_printf ("\n  <%s id=\"%s\"",
                         way_schema_get_kind (way_record_get_kind (record))->xml_name, id);
  begin = strstr (text, tag);
  g_assert_nonnull (begin);
  for (next = begin + 1;
       !(next[0] == '\n' && next[1] == ' ' && next[2] == ' ' && next[3] == '<' && next[4] != '/')
       && !g_str_has_prefix (next, "\n</plan>");
       next++)
    g_assert_cmpint (*next, !=, '\0');

  return (Damage){ (gsize)(begin - text), (gsize)(next - text) };
}

static void
assert_kept (WayPlan *before, const char *text, Damage damaged, WayPlan *after, GPtrArray *missing)
{
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (before, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        {
          const WayId *id = way_record_get_id (records[i]);
          const WayRecord *kept = way_plan_lookup (after, id);
          Damage place = find_record (text, records[i]);

          if (damaged.start <= place.end && damaged.end >= place.start)
            continue;
          g_assert_true ((kept != NULL && way_record_equal (kept, records[i]))
                         || is_reported (missing, id));
        }
    }
}

static void
salvage_random (GRand *rand)
{
  g_autoptr (WayPlan) before = way_random_plan_new (rand, 12, WAY_RANDOM_UNREAD);
  g_autoptr (GBytes) whole = way_saved_bytes (before);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) damaged_bytes = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) after = NULL;
  g_autofree char *text = NULL;
  Damage damaged;

  text = g_strndup (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  g_byte_array_append (bytes, g_bytes_get_data (whole, NULL), (guint)g_bytes_get_size (whole));
  damaged = damage (rand, bytes);
  damaged_bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  after = way_plan_salvage_bytes (damaged_bytes, "it", &missing, NULL, &error);
  if (after == NULL)
    {
      g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_SYNTAX);
      return;
    }
  assert_sound (after);
  if (missing->len < WAY_MAX_DIAGNOSTICS)
    assert_kept (before, text, damaged, after, missing);
}

static void
test_what_is_intact_is_kept (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    salvage_random (rand);
}

static void
test_a_sound_plan_is_all_kept (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (WayPlan) before = way_random_plan_new (rand, 12, WAY_RANDOM_UNKNOWN);
      g_autoptr (GBytes) whole = way_saved_bytes (before);
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WayPlan) after = way_plan_salvage_bytes (whole, "it", &missing, NULL, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (missing->len, ==, 0);
      again = way_saved_bytes (after);
      g_assert_cmpmem (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole),
                       g_bytes_get_data (again, NULL), g_bytes_get_size (again));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/salvage/one-record-is-damaged", test_one_record_is_damaged);
  g_test_add_func ("/store/salvage/file-ends-in-the-middle", test_file_ends_in_the_middle);
  g_test_add_func ("/store/salvage/marks-of-a-conflict", test_marks_of_a_conflict);
  g_test_add_func ("/store/salvage/prefix-of-the-whole-plan", test_prefix_of_the_whole_plan);
  g_test_add_func ("/store/salvage/what-led-there-leads-nowhere",
                   test_what_led_there_leads_nowhere);
  g_test_add_func ("/store/salvage/circle-beside-a-loose-end", test_circle_beside_a_loose_end);
  g_test_add_func ("/store/salvage/beginning-is-gone", test_beginning_is_gone);
  g_test_add_func ("/store/salvage/nothing-is-left", test_nothing_is_left);
  g_test_add_func ("/store/salvage/what-is-intact-is-kept", test_what_is_intact_is_kept);
  g_test_add_func ("/store/salvage/a-sound-plan-is-all-kept", test_a_sound_plan_is_all_kept);

  return g_test_run ();
}
