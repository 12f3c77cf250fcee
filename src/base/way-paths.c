/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the installed data and translations are, also when the whole installation was moved.
 */
#include "config.h"

#include "way-paths.h"

#include <glib.h>

#include <string.h>

/* The prefix that @program is installed in: the folder above its own */
static char *
prefix_of (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);

  return g_path_get_dirname (folder);
}

static char *
find_for_running_program (const char *variable, const char *built)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return way_paths_find (g_getenv (variable), built, WAY_PREFIX, program);
}

char *
way_paths_find (const char *override, const char *built, const char *prefix, const char *program)
{
  g_autofree char *own_prefix = NULL;
  g_autofree char *moved = NULL;

  if (override != NULL && *override != '\0')
    return g_canonicalize_filename (override, NULL);

  if (g_file_test (built, G_FILE_TEST_IS_DIR) || program == NULL
      || !g_str_has_prefix (built, prefix))
    return g_strdup (built);

  own_prefix = prefix_of (program);
  moved = g_build_filename (own_prefix, built + strlen (prefix), NULL);

  return g_file_test (moved, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&moved) : g_strdup (built);
}

char *
way_paths_get_data_dir (void)
{
  return find_for_running_program ("WAYMARK_DATADIR", WAY_PKGDATADIR);
}

char *
way_paths_get_locale_dir (void)
{
  return find_for_running_program ("WAYMARK_LOCALEDIR", WAY_LOCALEDIR);
}
