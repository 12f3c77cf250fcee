/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the installed data and translations are, also when the whole installation was moved.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_paths_get_data_dir:
 *
 * The folder with the examples and the grammar of plans: $WAYMARK_DATADIR, else the folder that was
 * fixed when the program was built, else the same folder beside the running program.
 *
 * Returns: (transfer full): an absolute path; when nothing is there, the one that was fixed at
 * build time
 */
char *way_paths_get_data_dir (void);

/**
 * way_paths_get_locale_dir:
 *
 * The folder for bindtextdomain(): $WAYMARK_LOCALEDIR, else as way_paths_get_data_dir().
 *
 * Returns: (transfer full): an absolute path
 */
char *way_paths_get_locale_dir (void);

/**
 * way_paths_get_helper:
 * @name: of a program that only other programs start
 *
 * In $WAYMARK_LIBEXECDIR if it is there; else beside the running program, where both were built;
 * else as way_paths_get_data_dir().
 *
 * Returns: (transfer full): an absolute path
 */
char *way_paths_get_helper (const char *name);

/**
 * WayPrivatePlace:
 * @WAY_PRIVATE_STATE: what is nice to have back: views, locks
 * @WAY_PRIVATE_DATA: what people would miss: unsaved work, earlier versions
 */
typedef enum
{
  WAY_PRIVATE_STATE,
  WAY_PRIVATE_DATA,
} WayPrivatePlace;

/**
 * way_paths_get_private_folder:
 * @name: what is kept there, as "views"
 *
 * Returns: (transfer full): the folder of this person's account in which Waymark keeps it; whether
 *   it is there is another question
 */
char *way_paths_get_private_folder (WayPrivatePlace place, const char *name);

/**
 * way_paths_make_private_folder:
 * @error: return location; domain G_FILE_ERROR
 *
 * Makes that folder where it is missing, for nobody else to look into.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *way_paths_make_private_folder (WayPrivatePlace place, const char *name, GError **error);

/**
 * way_paths_find:
 * @override: (nullable): a path that wins when it is set and not empty
 * @built: the path that was fixed at build time, with @prefix at its start
 * @prefix: the prefix that was fixed at build time
 * @program: (nullable): the path of the running program, which lies in a folder of its own prefix
 *
 * The rule behind the other functions, free of the environment.
 *
 * Returns: (transfer full): @override, or @built when it is a folder, or the folder that has the
 * place of
 *   @built below the prefix of @program when it is one, or @built
 */
char *way_paths_find (const char *override, const char *built, const char *prefix,
                      const char *program);

G_END_DECLS
