/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least that a program with a window can be: an AdwApplicationWindow with nothing in it, the
 * measure of what the toolkit itself takes to start.
 */
#include <adwaita.h>

/* As large as the program's own window, since painting costs by the pixel */
static void
on_application_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 780);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application
      = adw_application_new ("org.waymark.EmptyWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (on_application_activate), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
