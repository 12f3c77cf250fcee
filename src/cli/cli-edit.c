/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * edit: runs an edit script over a plan.
 */
#include "config.h"

#include "cli-files.h"

#include "way-document.h"
#include "way-script.h"

#include <glib/gi18n.h>

static gboolean
run_script (WayEditGroup *group, gpointer script, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (script, &length);

  /* The data of no bytes may be nowhere. */
  return way_script_run (group, text != NULL ? text : "", length, error);
}

/* What help says about the commands */
static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("A script has one command a line:\n"));
  const WayScriptCommand *command;

  for (guint i = 0; (command = way_script_get_command (i)) != NULL; i++)
    g_string_append_printf (text, "  %s%s%s\n      %s\n", command->name,
                            *command->arguments != '\0' ? " " : "", command->arguments,
                            _ (command->summary));

  return g_string_free (text, FALSE);
}

static CliStatus
edit (Cli *cli, const char *script_name, const char *output)
{
  g_auto (WayReadReport) report = { 0 };
  WayPlan *plan = cli_read_plan (cli, cli->files[0], &report);
  g_autoptr (GBytes) script = plan == NULL ? NULL : cli_read_text (cli, script_name);
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (script == NULL)
    return CLI_FILE;

  if (report.read_only)
    {
      cli_complain (_ ("%s: it was made by a newer Waymark and can only be read. Use that version "
                       "to edit it."),
                    cli->files[0]);
      return CLI_FILE;
    }

  document = way_document_new (plan);
  if (!way_document_execute (document, _ ("Edit script"), NULL, run_script, script, &error))
    {
      cli_complain ("%s: %s", cli_is_standard (script_name) ? _ ("standard input") : script_name,
                    error->message);
      return CLI_NO;
    }

  return cli_write_plan (cli, output, plan, cli->files[0]);
}

CliStatus
cli_run_edit (Cli *cli, int argc, char **argv)
{
  g_autofree char *script = NULL, *output = NULL;
  g_autofree char *commands = describe_commands ();
  const GOptionEntry entries[] = {
    { "script", 0, 0, G_OPTION_ARG_FILENAME, &script,
      N_ ("The edit script; standard input when not given"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("The file to write; standard output when not given"), N_ ("PLAN") },
    G_OPTION_ENTRY_NULL,
  };

  if (!cli_parse (cli, entries, commands, argc, argv))
    return CLI_USAGE;

  if (g_strv_length (cli->files) != 1)
    return cli_refuse_usage (cli, _ ("Name one plan."));

  if (cli_is_standard (cli->files[0]) && (script == NULL || cli_is_standard (script)))
    return cli_refuse_usage (cli, _ ("Plan and script cannot both be standard input. Name a file "
                                     "by --script."));

  return edit (cli, script != NULL ? script : "-", output != NULL ? output : "-");
}
