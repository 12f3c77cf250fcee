/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's own key file, with a group for the printer and one for the paper.
 */
#include "config.h"

#include "way-print-memory.h"

#include <glib/gstdio.h>

/* What belongs to one print; the name of a file would tell the title of a plan, besides */
static const char *const momentary[]
    = { GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_PRINT_PAGES,
        GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
        GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME };

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "waymark", "print.ini", NULL);
}

void
way_print_memory_load (GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autofree char *path = get_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  *settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  *setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);

  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  if (*setup == NULL)
    *setup = gtk_page_setup_new ();
}

gboolean
way_print_memory_store (GtkPrintSettings *settings, GtkPageSetup *setup, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  if (settings != NULL)
    {
      g_autoptr (GtkPrintSettings) lasting = gtk_print_settings_copy (settings);

      for (guint i = 0; i < G_N_ELEMENTS (momentary); i++)
        gtk_print_settings_unset (lasting, momentary[i]);
      g_key_file_remove_group (file, "Print Settings", NULL);
      gtk_print_settings_to_key_file (lasting, file, NULL);
    }
  gtk_page_setup_to_key_file (setup, file, NULL);
  g_mkdir_with_parents (folder, 0700);

  return g_key_file_save_to_file (file, path, error);
}
