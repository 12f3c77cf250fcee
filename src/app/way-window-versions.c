/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where it goes that a person chose of the earlier versions.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-document-version.h"
#include "way-settings.h"
#include "way-versions-dialog.h"

#include <glib/gi18n.h>

static void
on_restore (WayWindow *self, WayPlan *plan, const char *when)
{
  g_autoptr (GError) error = NULL;
  /* Translators: a step of undo; the moment is as "12 November 2026, 14:05" */
  g_autofree char *name = g_strdup_printf (_ ("Restore the version of %s"), when);
  g_autofree char *text = NULL;

  if (!way_document_restore (self->document, plan, name, &error))
    {
      way_window_show_error (self, _ ("The version could not be restored"), error->message);
      return;
    }

  text
      = g_strdup_printf (_ ("The version of %s is restored. The file has it once you save."), when);
  way_window_show_toast (self, text, TRUE);
}

static void
on_open_copy (WayWindow *self, WayPlan *plan)
{
  g_autoptr (WayDocument) copy = way_document_new_copy (plan);

  way_window_show_document (self, copy);
}

/* It does not take the place of the damaged file until a person saves it there */
static void
on_restore_lost (GtkWidget *dialog, WayPlan *plan, const char *when, WayWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (WayDocument) copy = way_document_new_copy (plan);
  WayWindow *window = way_window_show_document (self, copy);

  /* Translators: a moment, and the name of a file */
  text = g_strdup_printf (
      _ ("This is the version of %s. “%s” is as it was until you save it there."), when, name);
  way_window_show_toast (window, text, FALSE);
}

void
way_window_show_versions (WayWindow *self)
{
  GtkWidget *dialog;

  way_inspector_commit (self->inspector);
  dialog = way_versions_dialog_new (GTK_WINDOW (self), self->document,
                                    way_settings_get_n_versions (self->settings));
  g_signal_connect_object (dialog, "restore", G_CALLBACK (on_restore), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (on_open_copy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "salvage", G_CALLBACK (way_window_salvage), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
way_window_show_versions_of (WayWindow *self, WayDocument *document, GFile *file)
{
  GtkWidget *dialog = way_versions_dialog_new (GTK_WINDOW (self), document,
                                               way_settings_get_n_versions (self->settings));

  way_versions_dialog_set_lost (WAY_VERSIONS_DIALOG (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (on_restore_lost), self, 0);
  g_signal_connect_object (dialog, "salvage", G_CALLBACK (way_window_salvage), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
