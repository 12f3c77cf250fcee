/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the installed data and translations are, also when the whole installation was moved.
 */
#include "config.h"

#include "way-paths.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define PRIVATE_MODE 0700

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

/* The path of @name in @folder, if there is such a program */
static char *
find_program (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) ? g_canonicalize_filename (path, NULL)
                                                       : NULL;
}

/* Where programs are built, helpers of one room lie beside it; where they are installed, none does
 */
static char *
find_beside_running_program (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  return folder != NULL ? find_program (folder, name) : NULL;
}

char *
way_paths_get_helper (const char *name)
{
  const char *override = g_getenv ("WAYMARK_LIBEXECDIR");
  g_autofree char *folder = NULL;
  char *found = NULL;

  if (override != NULL && *override != '\0')
    found = find_program (override, name);
  if (found == NULL)
    found = find_beside_running_program (name);
  if (found != NULL)
    return found;

  folder = find_for_running_program ("WAYMARK_LIBEXECDIR", WAY_LIBEXECDIR);

  return g_build_filename (folder, name, NULL);
}

char *
way_paths_get_private_folder (WayPrivatePlace place, const char *name)
{
  const char *root = place == WAY_PRIVATE_DATA ? g_get_user_data_dir () : g_get_user_state_dir ();

  return g_build_filename (root, "waymark", name, NULL);
}

/* A folder that others could look into, as older programs or a generous umask leave it, is closed
 * to them */
static gboolean
close_to_others (const char *folder)
{
  GStatBuf status;

  if (g_stat (folder, &status) != 0)
    return FALSE;

  return (status.st_mode & 0077) == 0 || g_chmod (folder, PRIVATE_MODE) == 0;
}

char *
way_paths_make_private_folder (WayPrivatePlace place, const char *name, GError **error)
{
  g_autofree char *folder = way_paths_get_private_folder (place, name);
  int number;

  if (g_mkdir_with_parents (folder, PRIVATE_MODE) == 0 && close_to_others (folder))
    return g_steal_pointer (&folder);

  number = errno;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number),
               _ ("The folder %s cannot be used: %s. Make it a folder that you may write to."),
               folder, g_strerror (number));

  return NULL;
}
