/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs of the command line share: exit codes, options, messages.
 */
#include "config.h"

#include "cli-interrupt.h"
#include "cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

static void
complain (const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fprintf (stderr, "waymark-cli: %s\n", text);
}

void
cli_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain (format, arguments);
  va_end (arguments);
}

CliStatus
cli_refuse_usage (Cli *cli, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain (format, arguments);
  va_end (arguments);
  fprintf (stderr, _ ("Try “waymark-cli %s --help”.\n"), cli->verb->name);

  return CLI_USAGE;
}

gboolean
cli_parse (Cli *cli, const GOptionEntry *entries, const char *description, int argc, char **argv)
{
  const GOptionEntry shared[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_ ("Show no progress"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *program = g_strdup_printf ("waymark-cli %s", cli->verb->name);
  g_autoptr (GOptionContext) context = g_option_context_new (cli->verb->arguments);
  g_autoptr (GError) error = NULL;

  /* Not before, or a signal could be lost to a program that another one is about to replace */
  cli_interrupt_watch (cli->cancellable);
  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (cli->verb->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      cli_refuse_usage (cli, "%s", error->message);
      return FALSE;
    }

  if (cli->files == NULL)
    cli->files = g_new0 (char *, 1);

  return TRUE;
}

CliStatus
cli_print (const char *text, gsize length)
{
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return CLI_DONE;

  cli_complain (_ ("standard output: %s. Write to another place."), g_strerror (errno));

  return CLI_FILE;
}
