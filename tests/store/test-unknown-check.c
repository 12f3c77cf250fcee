/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader keeps is accepted, and what is accepted is read again as the same.
 */
#include "way-unknown-check.h"

#include "way-plan-reader.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"

#include <string.h>

#define N_PLANS 1000
#define N_MUTATIONS 40000

static void
assert_sound (WayPlan *plan)
{
  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records = 1;
      WayRecord *root = way_plan_get_root (plan);
      WayRecord *const *records
          = kind == WAY_KIND_PLAN ? &root : way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        {
          if (!way_unknown_is_sound (records[i]))
            g_test_message ("of a %s:\n%s\n%s", way_schema_get_kind (kind)->xml_name,
                            way_record_get_text (records[i], WAY_FIELD_UNKNOWN_ATTRIBUTES (kind)),
                            way_record_get_text (records[i], WAY_FIELD_UNKNOWN_CONTENT (kind)));
          g_assert_true (way_unknown_is_sound (records[i]));
        }
    }
}

static void
test_what_is_kept_of_random_plans (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 6, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
      g_autoptr (GBytes) bytes = way_saved_bytes (plan);
      g_autoptr (WayPlan) again = way_plan_read_bytes (bytes, "random", NULL, NULL);

      g_assert_nonnull (again);
      assert_sound (again);
    }
}

static void
test_what_is_kept_of_fuzzed_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_plans = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (WayPlan) plan = way_plan_read_file (file, NULL, NULL, NULL);

      if (plan == NULL)
        continue;
      n_plans++;
      assert_sound (plan);
    }
  g_assert_cmpuint (n_plans, >, 3);
}

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"6f0c1234-5678-4abc-9def-0123456789ab\""
#define GOAL "<goal id=\"11111111-1111-4111-8111-111111111111\" rank=\"a1\""

/* Files with all that the reader has a way of keeping */
static const char *const kept[] = {
  HEAD " odd=\"1\" xml:lang=\"de\" xml:space=\"preserve\"/>",
  HEAD " xmlns:x=\"urn:x\" x:a=\"&lt;&amp;&quot;'&#10;&#9;&gt;\"><title x:b=\"\">T</title></plan>",
  HEAD " xmlns:unused=\"http://example.org:80/path?query#part\"/>",
  HEAD " xmlns:unused=\"http://example.org/path?query&amp;more\"/>",
  HEAD ">stray <title>T</title> text <!-- and --> more</plan>",
  HEAD "><title>a <b>bold</b> word</title><title>again</title><title/></plan>",
  HEAD "><title odd=\"1\"/><owner odd=\"1\"><!-- c --><x/></owner></plan>",
  HEAD "><a><![CDATA[<&>]]>\n\ttext</a><b></b><?pi?><?pi data?><?pi ?></plan>",
  HEAD
  "><y xmlns=\"urn:y\" a=\"1\"><z xmlns=\"\"><plan xmlns=\"urn:waymark:plan:1\"/></z></y></plan>",
  HEAD "><x:y xmlns:x=\"urn:x\"><x:z xmlns:x=\"urn:z\" xmlns:v=\"urn:v\" v:a=\"1\" "
       "a=\"2\"/></x:y></plan>",
  HEAD "><plan/><w:goal xmlns:w=\"urn:w\"/></plan>",
  HEAD
  " xmlns:x=\"x\" x:a=\"1\"><y xmlns=\"../y/1?z#a\"/><v:w xmlns:v=\"//v.example:80/\"/></plan>",
  HEAD ">" GOAL " x:a=\"1\" xmlns:x=\"urn:waymark:plan:1\"><later>&#13;</later></goal></plan>",
  HEAD "><activity id=\"22222222-2222-4222-8222-222222222222\"><title>A</title>"
       "<counts category=\"c\"/><counts credential=\"no\"/><counts odd=\"1\"/></activity></plan>",
  HEAD "><\xc3\xa4rger \xc3\xb6=\"\xc3\xbc\">\xf0\x9f\x98\x80</\xc3\xa4rger></plan>",
};

static void
test_what_is_kept_of_odd_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (kept[i], strlen (kept[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (WayPlan) plan = way_plan_read_bytes (bytes, "odd", NULL, &error);

      g_test_message ("%s", kept[i]);
      g_assert_no_error (error);
      assert_sound (plan);
    }
}

static WayRecord *
make_record (WayKind kind, const char *attributes, const char *content)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = way_id_new ();

  way_record_builder_start (builder, kind, &id);
  if (kind == WAY_KIND_GOAL)
    way_record_builder_set_text (builder, WAY_GOAL_TITLE, "Goal", -1);
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_ATTRIBUTES (kind), attributes, -1);
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_CONTENT (kind), content, -1);

  return way_record_builder_end (builder);
}

static void
test_what_nobody_has_kept (void)
{
  static const struct
  {
    WayKind kind;
    const char *attributes;
    const char *content;
  } smuggled[] = {
    { WAY_KIND_GOAL, NULL, "    <a>\n" },
    { WAY_KIND_GOAL, NULL, "    </goal>\n" },
    { WAY_KIND_GOAL, NULL, "    <a></b>\n" },
    { WAY_KIND_GOAL, NULL, "    <a/></goal><goal>\n" },
    { WAY_KIND_GOAL, NULL, "    <a></a>\n" },
    { WAY_KIND_GOAL, NULL, "    <a/>" },
    { WAY_KIND_GOAL, NULL, "  <a/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a b='1'/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a b=\"<\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a b=\"&apos;\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a b=\"1\" b=\"2\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a b=\"1\"c=\"2\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <x:a/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a x:b=\"1\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a><x:b xmlns:x=\"urn:x\"/><x:c/></a>\n" },
    { WAY_KIND_GOAL, NULL, "    <a xmlns:x=\"1:relative\" x:b=\"1\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a xmlns:x=\"\" x:b=\"1\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a xmlns:x=\"urn:x\" xmlns:y=\"urn:x\" x:b=\"1\" y:b=\"2\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a xmlns:xml=\"urn:x\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a xml:space=\"other\"/>\n" },
    { WAY_KIND_GOAL, NULL, "    <a>&entity;</a>\n" },
    { WAY_KIND_GOAL, NULL, "    <a>&#0;</a>\n" },
    { WAY_KIND_GOAL, NULL, "    <a>]]></a>\n" },
    { WAY_KIND_GOAL, NULL, "    <![CDATA[x]]>\n" },
    { WAY_KIND_GOAL, NULL, "    <!DOCTYPE a>\n" },
    { WAY_KIND_GOAL, NULL, "    <!-- -- -->\n" },
    { WAY_KIND_GOAL, NULL, "    <!-- --->\n" },
    { WAY_KIND_GOAL, NULL, "    <!-- \n" },
    { WAY_KIND_GOAL, NULL, "    <?xml version=\"1.0\"?>\n" },
    { WAY_KIND_GOAL, NULL, "    <?xmleditor state?>\n" },
    { WAY_KIND_GOAL, NULL, "    <?pi\n" },
    { WAY_KIND_GOAL, NULL, "    <notes>known</notes>\n" },
    { WAY_KIND_GOAL, NULL, "    <notes/>\n" },
    { WAY_KIND_GOAL, NULL, "    <notes a=\"1\">known</notes>\n" },
    { WAY_KIND_ACTIVITY, NULL,
      "    <counts credential=\"11111111-1111-4111-8111-111111111111\"/>\n" },
    { WAY_KIND_PLAN, NULL, "  <goal id=\"11111111-1111-4111-8111-111111111111\"/>\n" },
    { WAY_KIND_PLAN, NULL, "  </plan>\n" },
    { WAY_KIND_GOAL, " id=\"x\"", NULL },
    { WAY_KIND_GOAL, " rank=\"x\"", NULL },
    { WAY_KIND_GOAL, " xmlns=\"urn:x\"", NULL },
    { WAY_KIND_GOAL, " a=\"1\"><b/>", NULL },
    { WAY_KIND_GOAL, " a=\"1\"  b=\"1\"", NULL },
    { WAY_KIND_GOAL, " x:a=\"1\"", NULL },
    { WAY_KIND_GOAL, " a=\"1", NULL },
    { WAY_KIND_GOAL, " ", NULL },
    { WAY_KIND_GOAL, "title", NULL },
    { WAY_KIND_GOAL, "title a=\"1\" xmlns=\"urn:x\"", NULL },
    { WAY_KIND_GOAL, "notes a=\"1\"", NULL },
    { WAY_KIND_GOAL, "format 1.4", NULL },
    { WAY_KIND_PLAN, " format=\"1.4\"", NULL },
    { WAY_KIND_PLAN, "format 1.0", NULL },
    { WAY_KIND_PLAN, "format 2.0", NULL },
    { WAY_KIND_PLAN, "format 1.4\"", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (smuggled); i++)
    {
      g_autoptr (WayRecord) record
          = make_record (smuggled[i].kind, smuggled[i].attributes, smuggled[i].content);

      g_test_message ("%u: %s %s", i, smuggled[i].attributes, smuggled[i].content);
      g_assert_false (way_unknown_is_sound (record));
    }
}

static const char *const tokens[] = {
  "<",   ">",     "/>",    "</",     "&",       "&amp;", "\"",     "'",        "=",
  " ",   "\n",    "    ",  "xmlns=", "xmlns:x", "x:",    "<!--",   "-->",      "--",
  "<?",  "?>",    "<a>",   "</a>",   "<goal>",  "title", "<notes", "</notes",  "urn:x",
  "xml", "id=\"", "&#13;", "&#10;",  ":",       "]]>",   "\t",     " a=\"1\"", "<b/>",
};

/* Some bytes taken out, doubled or put in */
static char *
mutate (GRand *rand, const char *text)
{
  g_autoptr (GString) mutant = g_string_new (text);

  for (int n = g_rand_int_range (rand, 1, 3); n > 0 && mutant->len > 0; n--)
    {
      gssize at = g_rand_int_range (rand, 0, (int)mutant->len);
      gssize most = MIN ((gssize)mutant->len - at, 12);
      gssize length = g_rand_int_range (rand, 0, (int)most) + 1;
      g_autofree char *part = g_strndup (mutant->str + at, (gsize)length);
      gssize to = g_rand_int_range (rand, 0, (int)mutant->len);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (mutant, at, length);
          break;
        case 1:
          g_string_insert (mutant, to, part);
          break;
        case 2:
          mutant->str[at] = (char)g_rand_int_range (rand, ' ', 127);
          break;
        default:
          g_string_insert (mutant, at, tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))]);
        }
    }

  return g_utf8_make_valid (mutant->str, -1);
}

/* A record with hidden fields, and the same with one of them changed */
static WayRecord *
make_mutant (GRand *rand, WayRecord *record)
{
  WayKind kind = way_record_get_kind (record);
  WayField field = g_rand_boolean (rand) ? WAY_FIELD_UNKNOWN_ATTRIBUTES (kind)
                                         : WAY_FIELD_UNKNOWN_CONTENT (kind);
  const char *text = way_record_get_text (record, field);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autofree char *mutant = NULL;

  if (text == NULL)
    return NULL;

  mutant = mutate (rand, text);
  way_record_builder_start_from (builder, record);
  way_record_builder_set_text (builder, field, mutant, -1);

  return way_record_builder_end (builder);
}

static WayRecord *
choose_record (GRand *rand, WayPlan *plan)
{
  WayKind kind = (WayKind)g_rand_int_range (rand, 0, WAY_N_KINDS);
  guint n_records;
  WayRecord *const *records;

  if (kind == WAY_KIND_PLAN)
    return way_plan_get_root (plan);

  records = way_plan_get_records (plan, kind, &n_records);

  return n_records > 0 ? records[g_rand_int_range (rand, 0, (int)n_records)] : NULL;
}

static void
assert_reads_as_the_same (WayPlan *plan, WayRecord *mutant)
{
  WayKind kind = way_record_get_kind (mutant);
  g_autoptr (GBytes) first = way_saved_bytes (plan);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) again = way_plan_read_bytes (first, "mutant", NULL, &error);

  if (again != NULL)
    second = way_saved_bytes (again);
  if (again == NULL || !g_bytes_equal (first, second))
    g_test_message ("of a %s:\n%s\n%s", way_schema_get_kind (kind)->xml_name,
                    way_record_get_text (mutant, WAY_FIELD_UNKNOWN_ATTRIBUTES (kind)),
                    way_record_get_text (mutant, WAY_FIELD_UNKNOWN_CONTENT (kind)));
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_mutants (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) plan = NULL;
  guint n_accepted = 0, n_refused = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_MUTATIONS; i++)
    {
      WayRecord *record;
      g_autoptr (WayRecord) mutant = NULL;
      WayChange change, back;

      if (i % 200 == 0)
        {
          g_clear_object (&plan);
          plan = way_random_plan_new (rand, 2, WAY_RANDOM_UNKNOWN);
        }
      record = choose_record (rand, plan);
      mutant = record != NULL ? make_mutant (rand, record) : NULL;
      if (mutant == NULL)
        continue;
      if (!way_unknown_is_sound (mutant))
        {
          n_refused++;
          continue;
        }

      n_accepted++;
      change = (WayChange){ record, mutant };
      way_record_ref (record);
      g_assert_true (way_plan_apply (plan, &change));
      assert_reads_as_the_same (plan, mutant);
      back = way_change_invert (&change);
      g_assert_true (way_plan_apply (plan, &back));
      way_record_unref (record);
    }
  g_test_message ("%u accepted, %u refused", n_accepted, n_refused);
  g_assert_cmpuint (n_accepted, >, 100);
  g_assert_cmpuint (n_refused, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/unknown-check/what-is-kept-of-random-plans",
                   test_what_is_kept_of_random_plans);
  g_test_add_func ("/store/unknown-check/what-is-kept-of-fuzzed-files",
                   test_what_is_kept_of_fuzzed_files);
  g_test_add_func ("/store/unknown-check/what-is-kept-of-odd-files",
                   test_what_is_kept_of_odd_files);
  g_test_add_func ("/store/unknown-check/what-nobody-has-kept", test_what_nobody_has_kept);
  g_test_add_func ("/store/unknown-check/mutants", test_mutants);

  return g_test_run ();
}
