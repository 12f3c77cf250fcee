/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The RELAX NG grammar says what the schema table says, no more and no less.
 */
#include "way-random-plan.h"
#include "way-saved-plan.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <string.h>

#define N_PLANS 50
#define N_PLANS_FOR_JING 20

static char *
grammar_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "resources", "schema", "plan-1.rng", NULL);
}

/* The value of an attribute, or "" */
static const char *
attribute (xmlNode *node, const char *name)
{
  xmlAttr *found = xmlHasProp (node, (const xmlChar *)name);

  return found != NULL && found->children != NULL ? (const char *)found->children->content : "";
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

static xmlNode *
find_define (xmlNode *grammar, const char *name)
{
  for (xmlNode *node = grammar->children; node != NULL; node = node->next)
    if (is_element (node, "define") && strcmp (attribute (node, "name"), name) == 0)
      return xmlFirstElementChild (node);

  g_error ("the grammar does not define <%s>", name);
}

/* Collects those below @node, without going into them */
static void
collect (xmlNode *node, const char *name, GPtrArray *found)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_element (child, name))
        g_ptr_array_add (found, child);
      else if (!is_element (child, "element"))
        collect (child, name, found);
    }
}

/* The one among @nodes of that name, which is taken out */
static xmlNode *
take (GPtrArray *nodes, const char *name)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      xmlNode *node = g_ptr_array_index (nodes, i);

      if (strcmp (attribute (node, "name"), name) == 0)
        return g_ptr_array_steal_index (nodes, i);
    }

  g_error ("the grammar lacks “%s”", name);
}

static void
assert_choices (xmlNode *node, const WayFieldInfo *field)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  collect (node, "value", values);
  g_assert_cmpuint (values->len, ==, field->n_choices);
  for (guint i = 0; i < values->len; i++)
    {
      xmlNode *value = g_ptr_array_index (values, i);

      g_assert_cmpstr ((const char *)value->children->content, ==, field->choices[i].word);
    }
}

static void
assert_range (xmlNode *node, const WayFieldInfo *field)
{
  g_autoptr (GPtrArray) params = g_ptr_array_new ();
  xmlNode *lowest, *highest;

  collect (node, "param", params);
  lowest = take (params, "minInclusive");
  highest = take (params, "maxInclusive");
  g_assert_cmpint (g_ascii_strtoll ((char *)lowest->children->content, NULL, 10), ==,
                   field->lowest);
  g_assert_cmpint (g_ascii_strtoll ((char *)highest->children->content, NULL, 10), ==,
                   field->highest);
}

static void
assert_reference (xmlNode *node, const char *name)
{
  xmlNode *child = xmlFirstElementChild (node);

  g_assert_cmpstr ((const char *)child->name, ==, "ref");
  g_assert_cmpstr (attribute (child, "name"), ==, name);
}

static void
assert_field (xmlNode *node, const WayFieldInfo *field)
{
  static const char *const references[] = {
    [WAY_TYPE_DATE] = "date", [WAY_TYPE_INSTANT] = "instant", [WAY_TYPE_FLAG] = "flag",
    [WAY_TYPE_REF] = "uuid",  [WAY_TYPE_REFS] = "uuids",      [WAY_TYPE_COUNTS] = NULL,
  };

  g_test_message ("%s", field->xml_name);
  if (field->type == WAY_TYPE_CHOICE)
    assert_choices (node, field);
  else if (field->type == WAY_TYPE_INTEGER || field->type == WAY_TYPE_DECIMAL)
    assert_range (node, field);
  else if (references[field->type] != NULL)
    assert_reference (node, references[field->type]);

  /* An element with a default or the like would be optional in another way */
  g_assert_cmpint (is_element (node->parent, "optional"), ==,
                   !field->needed && field->type != WAY_TYPE_COUNTS);
}

static void
assert_kind (xmlNode *grammar, const WayKindInfo *kind)
{
  xmlNode *element = find_define (grammar, kind->xml_name);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_test_message ("<%s>", kind->xml_name);
  g_assert_cmpstr (attribute (element, "name"), ==, kind->xml_name);
  collect (element, "attribute", attributes);
  collect (element, "element", elements);

  take (attributes, "id");
  if (kind->kind == WAY_KIND_PLAN)
    take (attributes, "format");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayFieldInfo *field = &kind->fields[i];
      GPtrArray *nodes = way_field_is_element (field) ? elements : attributes;

      assert_field (take (nodes, field->xml_name), field);
    }

  g_assert_cmpuint (attributes->len, ==, 0);
  g_assert_cmpuint (elements->len, ==, 0);
}

static void
test_is_the_table (void)
{
  g_autofree char *path = grammar_path ();
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET);
  xmlNode *grammar;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_assert_nonnull (document);
  grammar = xmlDocGetRootElement (document);
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    assert_kind (grammar, way_schema_get_kind ((WayKind)kind));

  /* The plan has each kind of record, besides what is foreign */
  collect (find_define (grammar, "plan"), "ref", records);
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    take (records, way_schema_get_kind ((WayKind)kind)->xml_name);
  take (records, "foreign-attributes");
  take (records, "foreign-elements");

  xmlFreeDoc (document);
}

static int
validate (xmlRelaxNG *schema, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int)size, NULL, NULL, XML_PARSE_NONET);
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int result;

  g_assert_nonnull (document);
  result = xmlRelaxNGValidateDoc (context, document);
  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (document);

  return result;
}

static xmlRelaxNG *
load_schema (void)
{
  g_autofree char *path = grammar_path ();
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (context);

  g_assert_nonnull (schema);
  xmlRelaxNGFreeParserCtxt (context);

  return schema;
}

static void
test_random_plans_validate (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  xmlRelaxNG *schema = load_schema ();

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, 4, WAY_RANDOM_SOUND);
      g_autoptr (GBytes) bytes = way_saved_bytes (plan);

      g_assert_cmpint (validate (schema, bytes), ==, 0);
    }

  xmlRelaxNGFree (schema);
}

#define HEAD                                                                                       \
  "<plan xmlns='urn:waymark:plan:1' format='1.0' id='6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978'"
#define GOAL "<goal id='7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978' "

static void
test_judges (void)
{
  static const struct
  {
    const char *document;
    gboolean valid;
  } cases[] = {
    { HEAD "/>", TRUE },
    { HEAD ">" GOAL "due='2030-06~'/></plan>", TRUE },
    { HEAD ">" GOAL "due='June'/></plan>", FALSE },
    { HEAD ">" GOAL "aim='fame'/></plan>", FALSE },
    { HEAD ">" GOAL "mood='good'/></plan>", FALSE },
    { HEAD "><goal/></plan>", FALSE },
    { HEAD "><wish/></plan>", FALSE },
    { HEAD " xmlns:x='urn:x' x:a='1'>" GOAL "x:b='2'><x:c d='3'>e</x:c></goal></plan>", TRUE },
    { "<plan/>", FALSE },
  };
  xmlRelaxNG *schema = load_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].document, strlen (cases[i].document));

      g_test_message ("%s", cases[i].document);
      g_assert_cmpint (validate (schema, bytes) == 0, ==, cases[i].valid);
    }

  xmlRelaxNGFree (schema);
}

/* Another validator, by other people: what libxml2 accepts because of a mistake of its own does not
 * pass here */
static void
test_jing_agrees (void)
{
  g_autofree char *jing = g_find_program_in_path ("jing");
  g_autofree char *folder = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (jing == NULL)
    {
      g_test_skip ("jing is not installed");
      return;
    }

  folder = g_dir_make_tmp ("waymark-XXXXXX", &error);
  g_assert_no_error (error);
  g_ptr_array_add (command, g_strdup (jing));
  g_ptr_array_add (command, grammar_path ());
  for (int i = 0; i < N_PLANS_FOR_JING; i++)
    {
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, 4, WAY_RANDOM_SOUND);
      g_autoptr (GBytes) bytes = way_saved_bytes (plan);
      g_autofree char *name = g_strdup_printf ("%d.waymark", i);
      char *path = g_build_filename (folder, name, NULL);

      g_ptr_array_add (command, path);
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                           &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (command, NULL);

  g_spawn_sync (NULL, (char **)command->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  for (guint i = 2; i + 1 < command->len; i++)
    g_assert_cmpint (remove (g_ptr_array_index (command, i)), ==, 0);
  g_assert_cmpint (remove (folder), ==, 0);
}

static void
ignore_error (void *user_data G_GNUC_UNUSED, xmlError *error G_GNUC_UNUSED)
{
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc)ignore_error);
  g_test_add_func ("/store/grammar/is-the-table", test_is_the_table);
  g_test_add_func ("/store/grammar/random-plans-validate", test_random_plans_validate);
  g_test_add_func ("/store/grammar/judges", test_judges);
  g_test_add_func ("/store/grammar/jing-agrees", test_jing_agrees);

  return g_test_run ();
}
