/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: all that the window does with files, without a display.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

static const CliVerb verbs[] = {
  { "info", "PLAN", N_ ("Prints what a plan is and how much is in it."), cli_run_info },
  { "validate", "PLAN…", N_ ("Checks whether plans are sound."), cli_run_validate },
  { "new", "-o PLAN", N_ ("Makes a new plan."), cli_run_new },
  { "edit", "PLAN", N_ ("Changes a plan by a script."), cli_run_edit },
  { "render", "PLAN", N_ ("Draws a plan on pages or as a picture: PDF, SVG or PNG."),
    cli_run_program_that_draws },
  { "versions", "PLAN", N_ ("Lists the earlier versions of a plan, or writes one."),
    cli_run_versions },
  { "salvage", "PLAN -o PLAN", N_ ("Writes what is intact of a damaged plan."), cli_run_salvage },
  { NULL },
};

int
main (int argc, char *argv[])
{
  return cli_main (verbs, argc, argv);
}
