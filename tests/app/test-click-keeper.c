/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-click-keeper.h"

typedef struct
{
  GtkWidget *button;
  gboolean is_laid_out;
  guint clicks;
} Case;

static void
on_clicked (GtkButton *button, gpointer user_data)
{
  Case *test = user_data;

  test->clicks++;
}

/* As a person: another program moves the display's pointer */
static void
point (const char *words)
{
  g_autofree char *line = g_strdup_printf ("xdotool %s", words);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static gboolean
is_pressed (gpointer user_data)
{
  Case *test = user_data;

  return (gtk_widget_get_state_flags (test->button) & GTK_STATE_FLAG_ACTIVE) != 0;
}

static gboolean
is_let_go (gpointer user_data)
{
  return !is_pressed (user_data);
}

/* GTK reads no event from here on until the frame is drawn, and will now ask where the pointer is
 */
static gboolean
on_flush_events (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                 gpointer user_data)
{
  Case *test = user_data;

  if (!test->is_laid_out)
    return TRUE;

  point ("mouseup 1");
  return FALSE;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  Case *test = user_data;

  g_signal_handlers_disconnect_by_func (clock, on_after_paint, user_data);
  test->is_laid_out = TRUE;
  gdk_frame_clock_request_phase (clock,
                                 GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS | GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
press (GtkWindow *window, GtkWidget *button)
{
  g_autofree char *words = NULL;
  graphene_point_t centre = GRAPHENE_POINT_INIT (gtk_widget_get_width (button) / 2.0f,
                                                 gtk_widget_get_height (button) / 2.0f);
  double x;
  double y;

  g_assert_true (gtk_widget_compute_point (button, GTK_WIDGET (window), &centre, &centre));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  words = g_strdup_printf ("mousemove %.0f %.0f sleep 0.2 mousedown 1", centre.x + x, centre.y + y);
  point (words);
}

static gboolean
is_screen_filled (gpointer user_data)
{
  GdkSurface *surface = gtk_native_get_surface (user_data);
  GdkDisplay *display = gdk_display_get_default ();
  GdkRectangle screen;

  gdk_monitor_get_geometry (gdk_display_get_monitor_at_surface (display, surface), &screen);

  return gdk_surface_get_width (surface) == screen.width
         && gdk_surface_get_height (surface) == screen.height;
}

/* Then it is known where on the screen its buttons are */
static void
fill_screen (GtkWindow *window)
{
  gtk_window_fullscreen (window);
  app_wait_for (is_screen_filled, window);
  app_draw (GTK_WIDGET (window));
}

/* @window fills the screen */
static void
assert_click_counts (GtkWindow *window, GtkWidget *button)
{
  Case test = { .button = button };

  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), &test);
  press (window, button);
  app_wait_for (is_pressed, &test);

  g_signal_add_emission_hook (g_signal_lookup ("flush-events", GDK_TYPE_FRAME_CLOCK), 0,
                              on_flush_events, &test, NULL);
  g_signal_connect (gtk_widget_get_frame_clock (button), "after-paint", G_CALLBACK (on_after_paint),
                    &test);
  gtk_widget_queue_allocate (GTK_WIDGET (window));
  app_wait_for (is_let_go, &test);
  app_settle ();
  g_assert_cmpuint (test.clicks, ==, 1);
  point ("mousemove 640 500"); /* a tooltip that is due when its window is gone has GTK complain */
  app_settle ();
  g_signal_handlers_disconnect_by_data (button, &test);
}

static void
test_release_before_the_motion (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_button_new_with_label ("Fit");

  way_click_keeper_watch (GTK_WINDOW (window));
  gtk_window_set_child (GTK_WINDOW (window), button);
  app_present (GTK_WINDOW (window));
  fill_screen (GTK_WINDOW (window));

  assert_click_counts (GTK_WINDOW (window), button);
  assert_click_counts (GTK_WINDOW (window), button);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_windows_of_the_application (void)
{
  g_autoptr (WayDocument) document = app_document_new ();
  WayWindow *window = app_window_open (document);
  GtkWidget *button;

  fill_screen (GTK_WINDOW (window));
  button = app_find (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON);
  assert_click_counts (GTK_WINDOW (window), button);
  app_window_close (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/click-keeper/release-before-the-motion", test_release_before_the_motion);
  g_test_add_func ("/app/click-keeper/windows-of-the-application", test_windows_of_the_application);

  return g_test_run ();
}
