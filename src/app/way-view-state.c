/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small file for each plan, named after its id.
 */
#include "config.h"

#include "way-view-state.h"

#include "way-paths.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define MAX_FILES 500
#define FOLDER "views"

static char *
get_path (const WayId *plan)
{
  char name[WAY_ID_BUFFER_SIZE];
  g_autofree char *folder = way_paths_get_private_folder (WAY_PRIVATE_STATE, FOLDER);

  way_id_format (plan, name);

  return g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".ini", NULL);
}

GKeyFile *
way_view_state_load (const WayId *plan)
{
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autofree char *path = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  path = get_path (plan);
  if (!g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL))
    return g_key_file_new ();

  return g_steal_pointer (&state);
}

typedef struct
{
  char *path;
  gint64 changed;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *)data)->path);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  return (left->changed < right->changed) - (left->changed > right->changed);
}

static void
forget_oldest (const char *folder)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (entries, entry_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Entry entry = { g_build_filename (folder, name, NULL), 0 };
      GStatBuf information;

      if (g_stat (entry.path, &information) == 0)
        entry.changed = information.st_mtime;
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_newest_first);
  for (guint i = MAX_FILES; i < entries->len; i++)
    g_remove (g_array_index (entries, Entry, i).path);
}

void
way_view_state_save (const WayId *plan, GKeyFile *state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = way_paths_make_private_folder (WAY_PRIVATE_STATE, FOLDER, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_if_fail (plan != NULL);
  g_return_if_fail (state != NULL);

  path = get_path (plan);
  text = g_key_file_to_data (state, &length, NULL);
  if (folder == NULL
      || !g_file_set_contents_full (path, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT,
                                    0600, &error))
    {
      g_info ("The view could not be remembered: %s", error->message);
      return;
    }

  forget_oldest (folder);
}

void
way_view_state_forget (const WayId *plan)
{
  g_autofree char *path = NULL;

  g_return_if_fail (plan != NULL);

  path = get_path (plan);
  g_remove (path);
}
