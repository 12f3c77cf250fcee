/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * render: handed to a program of its own, so that no other verb waits for the libraries that draw,
 * which double the time that a start takes.
 */
#include "config.h"

#include "cli.h"
#include "way-paths.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define PROGRAM "waymark-draw"

CliStatus
cli_run_program_that_draws (Cli *cli, int argc, char **argv)
{
  g_autofree char *program = way_paths_get_helper (PROGRAM);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer)PROGRAM);
  if (cli->quiet)
    g_ptr_array_add (arguments, (gpointer) "--quiet");
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (arguments, argv[i]);
  g_ptr_array_add (arguments, NULL);

  /* In the place of this one, so that it has its signals, its output and its exit code */
  execv (program, (char **)arguments->pdata);
  cli_complain (_ ("the program that draws cannot be started (%s: %s). Install Waymark again."),
                program, g_strerror (errno));

  return CLI_FILE;
}
