/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * versions: the earlier versions of a plan that are kept here, and a way back to each.
 */
#include "config.h"

#include "cli-files.h"

#include "way-comparison.h"
#include "way-moment-words.h"
#include "way-value.h"
#include "way-versions.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* What differs in a version from the plan as it is now */
static char *
describe_version (Cli *cli, WayPlan *plan, const WayVersion *version)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) earlier = cli_try_plan (cli, version->path, &report, NULL);
  g_autoptr (WayComparison) comparison = NULL;

  if (earlier == NULL)
    return g_strdup (_ ("damaged; “waymark-cli salvage” shows what is intact"));

  comparison = way_comparison_new (plan, earlier);

  return way_comparison_get_n_records (comparison) > 0 ? way_comparison_dup_summary (comparison)
                                                       : g_strdup (_ ("the same as now"));
}

static char *
describe (Cli *cli, WayPlan *plan, GArray *versions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const WayVersion *version = &g_array_index (versions, WayVersion, i);
      g_autofree char *when = way_moment_words (version->time / G_USEC_PER_SEC);
      g_autofree char *what = describe_version (cli, plan, version);

      g_string_append_printf (text, "%u\t%s\t%s\n", i + 1, when, what);
    }

  return g_string_free (text, FALSE);
}

static void
add_version (JsonBuilder *builder, guint number, const WayVersion *version)
{
  g_autoptr (GString) saved = g_string_new (NULL);

  way_instant_format (version->time / G_USEC_PER_SEC, saved);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, number);
  json_builder_set_member_name (builder, "saved");
  json_builder_add_string_value (builder, saved->str);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, version->size);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, version->path);
  json_builder_end_object (builder);
}

/* The shape is part of the contract: see the man page, and tests/cli that hold it. */
static char *
describe_json (GArray *versions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "versions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < versions->len; i++)
    add_version (builder, i + 1, &g_array_index (versions, WayVersion, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  text = json_to_string (node, TRUE);

  return g_strconcat (text, "\n", NULL);
}

static gboolean
write_bytes (GOutputStream *stream, gpointer bytes, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}

static CliStatus
restore (Cli *cli, GArray *versions, int number, const char *output)
{
  g_autoptr (GBytes) bytes = NULL;

  if (number < 1 || (guint)number > versions->len)
    {
      cli_complain (_ ("There is no version %d. “waymark-cli versions” prints them."), number);
      return CLI_NO;
    }

  bytes = cli_read_text (cli, g_array_index (versions, WayVersion, number - 1).path);

  return bytes != NULL ? cli_write (cli, output, write_bytes, bytes) : CLI_FILE;
}

CliStatus
cli_run_versions (Cli *cli, int argc, char **argv)
{
  gboolean is_json = FALSE;
  int number = -1;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Print one JSON object"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_INT, &number, N_ ("Write this version"), N_ ("NUMBER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PLAN") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (WayReadReport) report = { 0 };
  WayPlan *plan;
  g_autoptr (GArray) versions = NULL;
  g_autofree char *text = NULL;
  CliStatus status;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;
  if (g_strv_length (cli->files) != 1)
    return cli_refuse_usage (cli, _ ("Name one plan."));
  if ((number >= 0) != (output != NULL))
    return cli_refuse_usage (cli, _ ("--restore and -o go together."));

  plan = cli_read_plan (cli, cli->files[0], &report);
  if (plan == NULL)
    return CLI_FILE;

  versions = way_versions_list (way_plan_get_id (plan));
  if (number >= 0)
    return restore (cli, versions, number, output);

  text = is_json ? describe_json (versions) : describe (cli, plan, versions);
  status = cli_print (text, strlen (text));
  if (versions->len == 0 && !is_json)
    cli_complain (_ ("%s: no earlier versions are kept here."), cli->files[0]);

  return MAX (status, versions->len == 0 ? CLI_NO : CLI_DONE);
}
