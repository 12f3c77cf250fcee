/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the programs of the command line begin and end with: options before the verb, and ending by
 * a signal.
 */
#include "config.h"

#include "cli-interrupt.h"
#include "cli.h"
#include "way-paths.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

static void
set_up_language (void)
{
  g_autofree char *folder = way_paths_get_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_help (FILE *stream, const CliVerb *verbs)
{
  fputs (_ ("Usage: waymark-cli [--version | --help] [--quiet] VERB [OPTION…] FILE…\n\n"), stream);
  for (guint i = 0; verbs[i].name != NULL; i++)
    fprintf (stream, "  %-10s %s\n", verbs[i].name, _ (verbs[i].summary));
  fputs (_ ("\n- stands for standard input or output wherever a file does.\n"
            "“waymark-cli VERB --help” prints the options of a verb.\n"),
         stream);
}

static const CliVerb *
find_verb (const CliVerb *verbs, const char *name)
{
  for (guint i = 0; verbs[i].name != NULL; i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

/* How many arguments come before the verb; -1 when one of them ends the program with @status */
static int
take_options (Cli *cli, const CliVerb *verbs, int argc, char **argv, CliStatus *status)
{
  int index = 1;

  for (; index < argc && argv[index][0] == '-'; index++)
    {
      if (strcmp (argv[index], "--quiet") == 0 || strcmp (argv[index], "-q") == 0)
        {
          cli->quiet = TRUE;
          continue;
        }

      *status = CLI_DONE;
      if (strcmp (argv[index], "--version") == 0)
        printf ("waymark-cli %s\n", WAY_VERSION);
      else if (strcmp (argv[index], "--help") == 0 || strcmp (argv[index], "-h") == 0)
        print_help (stdout, verbs);
      else
        {
          cli_complain (_ ("“%s” is no option. Try “waymark-cli --help”."), argv[index]);
          *status = CLI_USAGE;
        }
      return -1;
    }

  return index;
}

static CliStatus
run (Cli *cli, const CliVerb *verbs, int argc, char **argv)
{
  CliStatus status;
  int index = take_options (cli, verbs, argc, argv, &status);

  if (index < 0)
    return status;

  if (index == argc)
    {
      print_help (stderr, verbs);
      return CLI_USAGE;
    }

  cli->verb = find_verb (verbs, argv[index]);
  if (cli->verb == NULL)
    {
      cli_complain (_ ("“%s” is no verb. Try “waymark-cli --help”."), argv[index]);
      return CLI_USAGE;
    }

  return cli->verb->run (cli, argc - index, argv + index);
}

int
cli_main (const CliVerb *verbs, int argc, char **argv)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cli cli = { .cancellable = cancellable };
  CliStatus status;

  set_up_language ();
  status = run (&cli, verbs, argc, argv);
  g_strfreev (cli.files);
  cli_interrupt_finish ();

  return status;
}
