/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences of the screen: sizes, the last folder. Never data of a plan.
 */
#include "config.h"

#include "way-settings.h"

#define DEFAULT_N_VERSIONS 10 /* as in the schema */

GSettings *
way_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, WAY_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

void
way_settings_restore_window (GSettings *settings, GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximised"))
    gtk_window_maximize (window);
}

void
way_settings_store_window (GSettings *settings, GtkWindow *window)
{
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximised", gtk_window_is_maximized (window));
}

GFile *
way_settings_dup_folder (GSettings *settings)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  if (settings == NULL)
    return NULL;

  uri = g_settings_get_string (settings, "last-folder");
  if (*uri == '\0')
    return NULL;

  folder = g_file_new_for_uri (uri);
  return g_file_query_exists (folder, NULL) ? g_steal_pointer (&folder) : NULL;
}

void
way_settings_store_folder (GSettings *settings, GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  folder = g_file_get_parent (file);
  if (settings == NULL || folder == NULL)
    return;

  uri = g_file_get_uri (folder);
  g_settings_set_string (settings, "last-folder", uri);
}

guint
way_settings_get_n_versions (GSettings *settings)
{
  return settings != NULL ? (guint)g_settings_get_int (settings, "earlier-versions")
                          : DEFAULT_N_VERSIONS;
}
