/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window that says what the program is and who made it.
 */
#include "config.h"

#include "way-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
way_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent, "modal", parent != NULL, "application-name",
                "Waymark", "application-icon", WAY_APPLICATION_ID, "version", WAY_VERSION,
                "developer-name", _ ("The Waymark authors"), "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _ ("Plan a career on a timeline and keep it as a file of your own."),
                /* Translators: your name, perhaps with an address, one a line */
                "translator-credits", _ ("translator-credits"), NULL);
  gtk_window_present (GTK_WINDOW (about));
}
