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

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/tooltip/tells-only-what-is-new", test_tells_only_what_is_new);

  return g_test_run ();
}
