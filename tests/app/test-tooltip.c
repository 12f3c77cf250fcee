/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-tooltip.h"

#include <gdk/x11/gdkx.h>

static unsigned long
count_requests (GtkWidget *widget, const char *text)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  unsigned long next = NextRequest (display);

  way_tooltip_set (widget, text);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (widget), ==, text);

  return NextRequest (display) - next;
}

static void
test_tells_only_what_is_new (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  g_assert_cmpuint (count_requests (label, NULL), ==, 0);
  g_assert_cmpuint (count_requests (label, "Undo"), >, 0);
  g_assert_cmpuint (count_requests (label, "Undo"), ==, 0);
  g_assert_cmpuint (count_requests (label, "Redo"), >, 0);
  g_assert_cmpuint (count_requests (label, NULL), >, 0);
  g_object_unref (label);
}

/* Also for a popover that is made when it is wanted, and for another one in its place */
static void
test_gives_way_to_a_popover (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = gtk_menu_button_new ();
  GtkMenuButton *button = GTK_MENU_BUTTON (widget);

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_widget_set_tooltip_text (widget, "Share the plan");
  way_tooltip_give_way (widget, button);
  gtk_window_present (GTK_WINDOW (window));
  app_draw (window);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *popover = gtk_popover_new ();

      gtk_popover_set_child (GTK_POPOVER (popover), gtk_button_new ());
      gtk_menu_button_set_popover (button, popover);
      gtk_menu_button_popup (button);
      g_assert_false (gtk_widget_get_has_tooltip (widget));
      gtk_menu_button_popdown (button);
      g_assert_true (gtk_widget_get_has_tooltip (widget));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (widget), ==, "Share the plan");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/tooltip/tells-only-what-is-new", test_tells_only_what_is_new);
  g_test_add_func ("/app/tooltip/gives-way-to-a-popover", test_gives_way_to_a_popover);

  return g_test_run ();
}
