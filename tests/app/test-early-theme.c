/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-early-theme.h"

#include <adwaita.h>

/* Libadwaita keeps its styles back when the environment names a theme; the icon of a menu button
 * is as large as its styles say, and not as GTK's own */
static void
test_leaves_libadwaita_its_styles (void)
{
  g_autofree char *theme = NULL;
  GtkWidget *window;
  GtkWidget *bar;
  int height;

  way_early_theme_init ();
  g_assert_null (g_getenv ("GTK_THEME"));

  adw_init ();
  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &theme, NULL);
  g_assert_cmpstr (theme, ==, "Adwaita-empty");

  window = gtk_window_new ();
  bar = adw_header_bar_new ();
  gtk_window_set_titlebar (GTK_WINDOW (window), bar);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >=, 46);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_leaves_a_chosen_theme (void)
{
  g_test_trap_subprocess ("/app/early-theme/subprocess/chosen", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_chosen (void)
{
  g_setenv ("GTK_THEME", "Default", TRUE);
  way_early_theme_init ();
  g_assert_cmpstr (g_getenv ("GTK_THEME"), ==, "Default");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/early-theme/leaves-libadwaita-its-styles",
                   test_leaves_libadwaita_its_styles);
  g_test_add_func ("/app/early-theme/leaves-a-chosen-theme", test_leaves_a_chosen_theme);
  g_test_add_func ("/app/early-theme/subprocess/chosen", test_chosen);

  return g_test_run ();
}
