/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown has the room it needs, and takes no more.
 */
#include "app-fixture.h"

#include "way-change-bar.h"
#include "way-preferences.h"

static int
get_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Cut to "Ve…" and "Ko…", nobody would know what they do */
static void
test_narrow_bars_have_their_buttons_below (void)
{
  GtkWidget *bar = g_object_ref_sink (way_change_bar_new ());
  int natural;

  way_change_bar_set_state (WAY_CHANGE_BAR (bar), WAY_FILE_STATE_CHANGED, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (get_height (bar, natural), ==, get_height (bar, 2 * natural));
  g_assert_cmpint (get_height (bar, natural * 2 / 3), >, get_height (bar, natural) + 10);
  g_object_unref (bar);
}

static void
test_preferences_end_with_their_rows (void)
{
  GtkWidget *window = way_preferences_new (NULL, NULL);
  GtkWidget *group = app_find (window, ADW_TYPE_PREFERENCES_GROUP);
  graphene_rect_t box;

  app_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_compute_bounds (group, window, &box));
  g_assert_cmpint (gtk_widget_get_height (window) - (int)(box.origin.y + box.size.height), <, 60);
  g_assert_cmpint (gtk_widget_get_height (window), >, (int)(box.origin.y + box.size.height));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/fit/narrow-bars-have-their-buttons-below",
                   test_narrow_bars_have_their_buttons_below);
  g_test_add_func ("/app/fit/preferences-end-with-their-rows",
                   test_preferences_end_with_their_rows);

  return g_test_run ();
}
