/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the command line that draws, which waymark-cli starts in its place.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

static const CliVerb verbs[] = {
  { "render", "PLAN", N_ ("Draws a plan on pages or as a picture: PDF, SVG or PNG."),
    cli_run_render },
  { NULL },
};

int
main (int argc, char *argv[])
{
  return cli_main (verbs, argc, argv);
}
