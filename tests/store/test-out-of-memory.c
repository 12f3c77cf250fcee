/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is read while the parser gets no memory is the same plan, or it is refused in words.
 *
 * libxml2 goes on after many of these failures, with a tree that lacks something. Each of its
 * allocations fails once, and each is the first of which all fail.
 */
#include "way-plan-reader.h"
#include "way-random-plan.h"
#include "way-salvage.h"
#include "way-saved-plan.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#include <stdlib.h>
#include <string.h>

#define N_FIXTURES 20
#define N_FIXTURES_THOROUGH 200
#define N_FIXTURES_SALVAGED 12

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("WAYMARK_THOROUGH"), "1") == 0;
}

/* The parser's memory */

static struct
{
  guint n_asked;
  guint fail_at; /* counts from 1; 0 for never */
  gboolean is_lasting;
  gint64 n_live;
} memory;

static gboolean
may_have (void)
{
  memory.n_asked++;

  return memory.fail_at == 0 || memory.n_asked < memory.fail_at
         || (!memory.is_lasting && memory.n_asked > memory.fail_at);
}

static void *
give (size_t size)
{
  void *block = may_have () ? malloc (size) : NULL;

  memory.n_live += block != NULL;

  return block;
}

static void *
give_more (void *block, size_t size)
{
  void *larger = may_have () ? realloc (block, size) : NULL;

  memory.n_live += block == NULL && larger != NULL;

  return larger;
}

static char *
give_copy (const char *text)
{
  size_t size = strlen (text) + 1;
  char *copy = give (size);

  return copy != NULL ? memcpy (copy, text, size) : NULL;
}

static void
take_back (void *block)
{
  memory.n_live -= block != NULL;
  free (block);
}

/* It would say each time on standard error what cannot be told to anyone */
static void G_GNUC_PRINTF (2, 3) keep_quiet (void *user_data, const char *format, ...) {}

/* What is read */

static const struct
{
  const char *folder; /* of tests/fuzz, or of what is installed as data */
  const char *name;
} files[] = {
  { "templates", "student.waymark" },
  { "corpus", "unknown.waymark" },
  { "corpus", "all-kinds.waymark" },
  { "corpus", "empty-plan.waymark" },
  { "corpus", "packed.waymark" },
  { "corpus", "prefixed.waymark" },
  { "corpus", "wide.waymark" },
  { "templates", "advanced-practice.waymark" },
  { "templates", "allied-health.waymark" },
  { "templates", "blank.waymark" },
  { "templates", "new-graduate-nurse.waymark" },
  { "templates", "resident-physician.waymark" },
  { "examples", "care-assistant-to-registered-nurse.waymark" },
  { "examples", "hospital-pharmacist-to-informatics.waymark" },
  { "examples", "resident-physician-to-clinical-teacher.waymark" },
  { "examples", "ward-nurse-to-nurse-practitioner.waymark" },
};

static GBytes *
load_file (const char *folder, const char *name)
{
  g_autofree char *path = g_str_equal (folder, "corpus")
                              ? g_test_build_filename (G_TEST_DIST, "fuzz", folder, name, NULL)
                              : g_build_filename (g_getenv ("WAYMARK_DATADIR"), folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, size);
}

/* The files, and plans by chance after them */
static GBytes *
load_fixture (guint index)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) plan = NULL;

  if (index < G_N_ELEMENTS (files))
    {
      g_test_message ("%s/%s", files[index].folder, files[index].name);
      return load_file (files[index].folder, files[index].name);
    }

  g_test_message ("seed %u", seed);
  plan = way_random_plan_new (rand, 6, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);

  return way_saved_bytes (plan);
}

/* What the plan that comes of it is saved as; NULL when that may be another than there was, and
 * this is said */
typedef GBytes *(*ReadFunc) (GBytes *fixture);

static void
assert_is_said (const GError *error)
{
  g_assert_true (error->domain == WAY_STORE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "it"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static GBytes *
read_plan (GBytes *fixture)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_bytes (fixture, "it", &report, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan != NULL)
    return way_saved_bytes (plan);

  assert_is_said (error);

  return NULL;
}

static GBytes *
salvage_plan (GBytes *fixture)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_salvage_bytes (fixture, "it", &missing, NULL, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan != NULL)
    return missing->len == 0 ? way_saved_bytes (plan) : NULL;

  assert_is_said (error);

  return NULL;
}

/* Returns whether it gives the same plan */
static gboolean
read_while_failing (ReadFunc func, GBytes *fixture, GBytes *expected, guint fail_at,
                    gboolean is_lasting)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *outcome;
  gint64 n_live = memory.n_live;

  memory.n_asked = 0;
  memory.fail_at = fail_at;
  memory.is_lasting = is_lasting;
  bytes = func (fixture);
  memory.fail_at = 0;
  xmlResetLastError (); /* which would hold the words of the last failure */

  outcome = bytes == NULL                     ? "refused"
            : g_bytes_equal (bytes, expected) ? "the same plan"
                                              : "another plan";
  if (g_str_equal (outcome, "another plan") || memory.n_live != n_live)
    g_error ("allocation %u%s: %s, %+" G_GINT64_FORMAT " blocks are left", fail_at,
             is_lasting ? " and all after it" : "", outcome, memory.n_live - n_live);

  return bytes != NULL;
}

static void
try_each_allocation (ReadFunc func, guint n_fixtures)
{
  guint n_failures = 0, n_same = 0, n_tried = 0;

  for (guint i = 0; i < n_fixtures; i++)
    {
      g_autoptr (GBytes) fixture = load_fixture (i);
      /* twice, so that the parser has what it keeps */
      g_autoptr (GBytes) warm = func (fixture);
      g_autoptr (GBytes) expected = func (fixture);
      guint n_allocations;

      if (expected == NULL) /* of some plans salvage leaves something out at any time */
        continue;
      n_tried++;
      xmlResetLastError ();
      g_assert_true (read_while_failing (func, fixture, expected, 0, FALSE));
      n_allocations = memory.n_asked;
      g_assert_cmpuint (n_allocations, >, 10);
      for (guint at = 1; at <= n_allocations; at++)
        for (guint is_lasting = 0; is_lasting <= 1; is_lasting++, n_failures++)
          n_same += read_while_failing (func, fixture, expected, at, is_lasting != 0);
    }

  g_test_message ("%u failures over %u plans: %u times it is said, %u times the plan is the same",
                  n_failures, n_tried, n_failures - n_same, n_same);
  g_assert_cmpuint (n_tried, >=, n_fixtures / 2);
  g_assert_cmpuint (n_same, <, n_failures / 2);
}

static void
test_reading (void)
{
  try_each_allocation (read_plan, is_thorough () ? N_FIXTURES_THOROUGH : N_FIXTURES);
}

/* Each record has a parser of its own */
static void
test_salvage (void)
{
  try_each_allocation (salvage_plan, is_thorough () ? N_FIXTURES : N_FIXTURES_SALVAGED);
}

int
main (int argc, char *argv[])
{
  /* before the parser asks for any */
  if (xmlMemSetup (take_back, give, give_more, give_copy) != 0)
    return 1;

  xmlSetGenericErrorFunc (NULL, keep_quiet);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/out-of-memory/reading", test_reading);
  g_test_add_func ("/store/out-of-memory/salvage", test_salvage);

  return g_test_run ();
}
