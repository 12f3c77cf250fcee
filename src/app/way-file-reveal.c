/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the file manager over the bus:
 * https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
 */
#include "way-file-reveal.h"

#define NAME "org.freedesktop.FileManager1"
#define PATH "/org/freedesktop/FileManager1"
#define PATIENCE 5000 /* milliseconds, for a file manager that has to be started */

typedef struct
{
  GtkWindow *parent;
  GFile *file;
} Errand;

static void
errand_free (Errand *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
open_folder (const Errand *errand)
{
  g_autoptr (GFile) folder = g_file_get_parent (errand->file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : errand->file);

  gtk_show_uri (errand->parent, uri, GDK_CURRENT_TIME);
}

static void
on_answered (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (answer == NULL)
    open_folder (errand);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (errand->file);
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      open_folder (errand);
      return;
    }

  g_dbus_connection_call (bus, NAME, PATH, NAME, "ShowItems", g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE, NULL, on_answered,
                          g_steal_pointer (&errand));
}

void
way_file_reveal (GtkWindow *parent, GFile *file)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand){ g_object_ref (parent), g_object_ref (file) };
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, errand);
}
