/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: all that the window does with files, without a display.
 */
#include "config.h"

#include "cli-interrupt.h"
#include "cli.h"
#include "way-paths.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

static const CliVerb verbs[] = {
  { "info", "PLAN", N_ ("Prints what a plan is and how much is in it."), cli_run_info },
  { "validate", "PLAN…", N_ ("Checks whether plans are sound."), cli_run_validate },
  { "new", "-o PLAN", N_ ("Makes a new plan."), cli_run_new },
  { "edit", "PLAN", N_ ("Changes a plan by a script."), cli_run_edit },
  { "render", "PLAN", N_ ("Draws a plan on pages or as a picture: PDF, SVG or PNG."),
    cli_run_render },
  { "versions", "PLAN", N_ ("Lists the earlier versions of a plan, or writes one."),
    cli_run_versions },
  { "salvage", "PLAN -o PLAN", N_ ("Writes what is intact of a damaged plan."), cli_run_salvage },
};

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
print_help (FILE *stream)
{
  fputs (_ ("Usage: waymark-cli [--version | --help] [--quiet] VERB [OPTION…] FILE…\n\n"), stream);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stream, "  %-10s %s\n", verbs[i].name, _ (verbs[i].summary));
  fputs (_ ("\n- stands for standard input or output wherever a file does.\n"
            "“waymark-cli VERB --help” prints the options of a verb.\n"),
         stream);
}

static const CliVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

/* How many arguments come before the verb; -1 when one of them ends the program with @status */
static int
take_options (Cli *cli, int argc, char **argv, CliStatus *status)
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
        print_help (stdout);
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
run (Cli *cli, int argc, char **argv)
{
  CliStatus status;
  int index = take_options (cli, argc, argv, &status);

  if (index < 0)
    return status;

  if (index == argc)
    {
      print_help (stderr);
      return CLI_USAGE;
    }

  cli->verb = find_verb (argv[index]);
  if (cli->verb == NULL)
    {
      cli_complain (_ ("“%s” is no verb. Try “waymark-cli --help”."), argv[index]);
      return CLI_USAGE;
    }

  return cli->verb->run (cli, argc - index, argv + index);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cli cli = { .cancellable = cancellable };
  CliStatus status;

  set_up_language ();
  cli_interrupt_watch (cancellable);
  status = run (&cli, argc, argv);
  g_strfreev (cli.files);
  cli_interrupt_finish ();

  return status;
}
