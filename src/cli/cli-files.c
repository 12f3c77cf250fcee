/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the command line, where - stands for standard input and output.
 */
#include "config.h"

#include "cli-files.h"

#include "cli-progress.h"
#include "way-plan-emptied.h"
#include "way-plan-writer.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

gboolean
cli_is_standard (const char *name)
{
  return g_strcmp0 (name, "-") == 0;
}

/* What messages call a file */
static const char *
get_name (const char *name)
{
  return cli_is_standard (name) ? _ ("standard input") : name;
}

char *
cli_describe_problem (const char *name, const WayDiagnostic *diagnostic)
{
  g_autofree char *text = way_diagnostic_describe (diagnostic);

  if (diagnostic->line == 0)
    return g_strdup_printf ("%s: %s", get_name (name), text);

  return g_strdup_printf ("%s:%u: %s", get_name (name), diagnostic->line, text);
}

/* Says why @name could not be read: the first error that was found in it */
static void
complain_of_plan (const char *name, const WayReadReport *report, const GError *error)
{
  for (guint i = 0; report->diagnostics != NULL && i < report->diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = report->diagnostics->pdata[i];
      g_autofree char *line = cli_describe_problem (name, diagnostic);

      if (diagnostic->severity != WAY_DIAGNOSTIC_ERROR)
        continue;

      cli_complain ("%s", line);
      return;
    }

  cli_complain ("%s: %s", get_name (name), error->message);
}

WayPlan *
cli_try_plan (Cli *cli, const char *name, WayReadReport *report, GError **error)
{
  g_autoptr (CliProgress) progress = cli_progress_new (cli, _ ("Reading %s"), get_name (name));
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (cli_is_standard (name))
    {
      stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      return way_plan_read_stream (stream, get_name (name), report, cli->cancellable, error);
    }

  file = g_file_new_for_commandline_arg (name);

  return way_plan_read_file (file, report, cli->cancellable, error);
}

WayPlan *
cli_read_plan (Cli *cli, const char *name, WayReadReport *report)
{
  /* Not freed: when the program ends, the kernel takes it back by the page and not by the record */
  static WayPlan *plan;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (plan == NULL, NULL);

  plan = cli_try_plan (cli, name, report, &error);
  if (plan == NULL && !g_cancellable_is_cancelled (cli->cancellable))
    complain_of_plan (name, report, error);

  return plan;
}

GBytes *
cli_read_text (Cli *cli, const char *name)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (cli_is_standard (name))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

      stream = G_INPUT_STREAM (g_file_read (file, cli->cancellable, &error));
    }

  if (stream != NULL
      && g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                 cli->cancellable, &error)
             >= 0)
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));

  if (!g_cancellable_is_cancelled (cli->cancellable))
    cli_complain ("%s: %s", get_name (name), error->message);

  return NULL;
}

/* Standard output gets nothing before all is there. */
static CliStatus
write_to_standard (Cli *cli, WayWriteFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (!func (memory, user_data, cli->cancellable, error)
      || !g_output_stream_close (memory, cli->cancellable, error))
    return CLI_FILE;

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  data = g_bytes_get_data (bytes, &size);

  return cli_print (data, size);
}

CliStatus
cli_write (Cli *cli, const char *name, WayWriteFunc func, gpointer user_data)
{
  g_autoptr (CliProgress) progress = cli_progress_new (cli, _ ("Writing %s"), name);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  CliStatus status;

  if (cli_is_standard (name))
    status = write_to_standard (cli, func, user_data, &error);
  else
    {
      file = g_file_new_for_commandline_arg (name);
      status = way_safe_file_write (file, func, user_data, NULL, NULL, cli->cancellable, &error)
                   ? CLI_DONE
                   : CLI_FILE;
    }

  if (error != NULL && !g_cancellable_is_cancelled (cli->cancellable))
    cli_complain ("%s", error->message);

  return status;
}

static gboolean
write_snapshot (GOutputStream *stream, gpointer snapshot, GCancellable *cancellable, GError **error)
{
  return way_plan_write_stream (snapshot, stream, cancellable, error);
}

static gboolean
is_slip (Cli *cli, const char *name, WaySnapshot *snapshot, const char *source)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source_file = NULL;

  if (cli_is_standard (name))
    return FALSE;

  file = g_file_new_for_commandline_arg (name);
  source_file = source != NULL ? g_file_new_for_commandline_arg (source) : NULL;

  return (source_file == NULL || !g_file_equal (file, source_file))
         && way_plan_is_emptied (snapshot, file, cli->cancellable);
}

CliStatus
cli_write_plan (Cli *cli, const char *name, WayPlan *plan, const char *source)
{
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);

  if (is_slip (cli, name, snapshot, source))
    {
      cli_complain (_ ("%s: it holds something, and an empty plan was to take its place. Name "
                       "another file, or remove this one first."),
                    name);
      return CLI_FILE;
    }

  return cli_write (cli, name, write_snapshot, snapshot);
}
