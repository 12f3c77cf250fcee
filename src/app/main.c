/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the desktop program.
 */
#include "config.h"

#include "way-application.h"
#include "way-paths.h"

#include <glib/gi18n.h>

#include <locale.h>
#include <malloc.h>

int
main (int argc, char *argv[])
{
  g_autoptr (WayApplication) application = NULL;
  g_autofree char *locales = way_paths_get_locale_dir ();

  /* One heap for the thread that draws and one for all others: each has a good part of it unused */
  mallopt (M_ARENA_MAX, 2);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = way_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
