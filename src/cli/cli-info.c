/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * info: what a plan is and how much is in it.
 */
#include "config.h"

#include "cli-files.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* A field that is counted by its choices */
typedef struct
{
  const char *member; /* in JSON */
  const char *label;
  WayField field;
} Tally;

static const Tally tallies[] = {
  { "statuses", N_ ("Milestones"), WAY_MILESTONE_STATUS },
  { "goal-statuses", N_ ("Goals"), WAY_GOAL_STATUS },
};

/* How many records have each choice of the tally's field */
static guint *
count_choices (WayPlan *plan, const Tally *tally)
{
  guint *counts = g_new0 (guint, way_schema_get_field (tally->field)->n_choices);
  guint n_records;
  WayRecord *const *records
      = way_plan_get_records (plan, WAY_FIELD_KIND (tally->field), &n_records);

  for (guint i = 0; i < n_records; i++)
    counts[way_record_get_choice (records[i], tally->field)]++;

  return counts;
}

static gboolean
get_span (WayPlan *plan, char from[WAY_DATE_BUFFER_SIZE], char to[WAY_DATE_BUFFER_SIZE])
{
  WayDay first, last;

  if (!way_plan_get_span (plan, &first, &last))
    return FALSE;

  way_date_format (way_date_from_day (first), from);
  way_date_format (way_date_from_day (last), to);

  return TRUE;
}

static void
append_tally (GString *text, WayPlan *plan, const Tally *tally)
{
  const WayFieldInfo *info = way_schema_get_field (tally->field);
  g_autofree guint *counts = count_choices (plan, tally);

  if (way_plan_get_count (plan, WAY_FIELD_KIND (tally->field)) == 0)
    return;

  g_string_append_printf (text, _ ("%s by status:\n"), _ (tally->label));
  for (guint i = 0; i < info->n_choices; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "  %s: %u\n", _ (info->choices[i].label), counts[i]);
}

static char *
describe (WayPlan *plan, const char *format)
{
  GString *text = g_string_new (NULL);
  WayRecord *root = way_plan_get_root (plan);
  const char *title = way_record_get_text (root, WAY_PLAN_TITLE);
  const char *owner = way_record_get_text (root, WAY_PLAN_OWNER);
  char from[WAY_DATE_BUFFER_SIZE], to[WAY_DATE_BUFFER_SIZE];

  g_string_append_printf (text, _ ("Title: %s\n"), title != NULL ? title : _ ("Untitled plan"));
  if (owner != NULL)
    g_string_append_printf (text, _ ("Owner: %s\n"), owner);
  g_string_append_printf (text, _ ("Format: %s\n"), format);
  if (get_span (plan, from, to))
    g_string_append_printf (text, _ ("From %s to %s\n"), from, to);

  g_string_append (text, _ ("Records:\n"));
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    g_string_append_printf (text, "  %s: %u\n", _ (way_schema_get_kind (kind)->label),
                            way_plan_get_count (plan, kind));
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    append_tally (text, plan, &tallies[i]);

  return g_string_free (text, FALSE);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, guint count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_tally (JsonBuilder *builder, WayPlan *plan, const Tally *tally)
{
  const WayFieldInfo *info = way_schema_get_field (tally->field);
  g_autofree guint *counts = count_choices (plan, tally);

  json_builder_set_member_name (builder, tally->member);
  json_builder_begin_object (builder);
  for (guint i = 0; i < info->n_choices; i++)
    add_count (builder, info->choices[i].word, counts[i]);
  json_builder_end_object (builder);
}

static void
add_span (JsonBuilder *builder, WayPlan *plan)
{
  char from[WAY_DATE_BUFFER_SIZE], to[WAY_DATE_BUFFER_SIZE];
  gboolean has_span = get_span (plan, from, to);

  json_builder_set_member_name (builder, "span");
  json_builder_begin_object (builder);
  add_text (builder, "from", has_span ? from : NULL);
  add_text (builder, "to", has_span ? to : NULL);
  json_builder_end_object (builder);
}

/* The shape is part of the contract: see the man page, and tests/cli that hold it. */
static char *
describe_json (WayPlan *plan, const char *format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  WayRecord *root = way_plan_get_root (plan);

  json_builder_begin_object (builder);
  add_text (builder, "title", way_record_get_text (root, WAY_PLAN_TITLE));
  add_text (builder, "owner", way_record_get_text (root, WAY_PLAN_OWNER));
  add_text (builder, "format", format);
  add_span (builder, plan);

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    add_count (builder, way_schema_get_kind (kind)->xml_name, way_plan_get_count (plan, kind));
  json_builder_end_object (builder);

  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    add_tally (builder, plan, &tallies[i]);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  text = json_to_string (node, TRUE);

  return g_strconcat (text, "\n", NULL);
}

CliStatus
cli_run_info (Cli *cli, int argc, char **argv)
{
  gboolean is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("Print one JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (WayReadReport) report = { 0 };
  WayPlan *plan;
  g_autofree char *text = NULL;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;

  if (g_strv_length (cli->files) != 1)
    return cli_refuse_usage (cli, _ ("Name one plan."));

  plan = cli_read_plan (cli, cli->files[0], &report);
  if (plan == NULL)
    return CLI_FILE;

  text = is_json ? describe_json (plan, report.format) : describe (plan, report.format);

  return cli_print (text, strlen (text));
}
