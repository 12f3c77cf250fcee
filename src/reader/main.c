/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one plan that nobody vouches for and tells what is in it; other programs start it.
 *
 * The file is its standard input, the answer its standard output. Its arguments are the task and
 * what messages call the file.
 */
#include "config.h"

#include "way-paths.h"
#include "way-reader-child.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

int
main (int argc, char *argv[])
{
  g_autofree char *locales = way_paths_get_locale_dir ();
  WayReaderTask task;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc != 3 || !way_reader_task_parse (argv[1], &task))
    return EXIT_FAILURE;

  /* All is said, and whoever asked is gone already: what was taken is the kernel's to put away */
  _exit (way_reader_child_run (task, argv[2], STDIN_FILENO, STDOUT_FILENO) ? EXIT_SUCCESS
                                                                           : EXIT_FAILURE);
}
