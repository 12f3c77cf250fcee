/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * validate: whether plans are sound, and what is wrong with those that are not.
 */
#include "config.h"

#include "cli-files.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* A plan that opens may still not be sound: a date that cannot be read is kept, and means nothing
 */
static CliStatus
validate (Cli *cli, const char *name)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = cli_try_plan (cli, name, &report, &error);
  guint n_problems = report.diagnostics != NULL ? report.diagnostics->len : 0;

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = cli_describe_problem (name, report.diagnostics->pdata[i]);

      fprintf (stderr, "%s\n", line);
    }

  if (plan != NULL)
    return n_problems == 0 ? CLI_DONE : CLI_NO;

  return g_error_matches (error, WAY_STORE_ERROR, WAY_STORE_ERROR_READ) ? CLI_FILE : CLI_NO;
}

CliStatus
cli_run_validate (Cli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  CliStatus worst = CLI_DONE;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;

  if (cli->files[0] == NULL)
    return cli_refuse_usage (cli, _ ("Name at least one plan."));

  for (guint i = 0; cli->files[i] != NULL && !g_cancellable_is_cancelled (cli->cancellable); i++)
    {
      CliStatus status = validate (cli, cli->files[i]);

      worst = MAX (worst, status);
    }

  return worst;
}
