/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * salvage: what is intact of a damaged plan, as a plan; the damaged one stays as it is.
 */
#include "config.h"

#include "cli-files.h"

#include "way-reader-process.h"
#include "way-salvage.h"

#include <glib/gi18n.h>
#include <stdio.h>

static WayPlan *
salvage (Cli *cli, const char *name, GPtrArray **missing, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cli_is_standard (name))
    {
      file = g_file_new_for_commandline_arg (name);
      return way_plan_salvage_apart (file, missing, cli->cancellable, error);
    }

  bytes = cli_read_text (cli, name);
  if (bytes == NULL)
    return NULL;

  return way_plan_salvage_bytes (bytes, _ ("standard input"), missing, cli->cancellable, error);
}

static gboolean
is_same (const char *input, const char *output)
{
  g_autoptr (GFile) from = g_file_new_for_commandline_arg (input);
  g_autoptr (GFile) to = g_file_new_for_commandline_arg (output);

  return !cli_is_standard (output) && g_file_equal (from, to);
}

CliStatus
cli_run_salvage (Cli *cli, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PLAN") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = NULL;
  CliStatus status;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;
  if (g_strv_length (cli->files) != 1)
    return cli_refuse_usage (cli, _ ("Name one plan."));
  if (output == NULL)
    return cli_refuse_usage (cli, _ ("Name the new plan by -o."));
  if (is_same (cli->files[0], output))
    return cli_refuse_usage (cli, _ ("Name another file by -o: what is damaged now may be read "
                                     "better some day."));

  plan = salvage (cli, cli->files[0], &missing, &error);
  if (plan == NULL)
    {
      if (error != NULL && !g_cancellable_is_cancelled (cli->cancellable))
        cli_complain ("%s", error->message);
      return CLI_FILE;
    }

  for (guint i = 0; i < missing->len; i++)
    {
      g_autofree char *line = cli_describe_problem (cli->files[0], missing->pdata[i]);

      fprintf (stderr, "%s\n", line);
    }

  status = cli_write_plan (cli, output, plan, NULL);

  return MAX (status, missing->len > 0 ? CLI_NO : CLI_DONE);
}
