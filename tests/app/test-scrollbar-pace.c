/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-pace.h"
#include "way-scrollbar-pace.h"

#define WIDTH 300
#define HEIGHT 200
#define CONTENT 4000
#define N_STEPS 12
#define STEP 100
#define LONG_MS                                                                                    \
  600000 /* a pace that comes to nothing within a test, however slow the machine is                \
          */

/* A window that scrolls what is far larger; without a pace when @milliseconds is 0 */
static GtkScrolledWindow *
present (guint milliseconds)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_drawing_area_new ();

  gtk_widget_set_size_request (content, CONTENT, CONTENT);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  if (milliseconds > 0)
    way_scrollbar_pace_set_up (GTK_SCROLLED_WINDOW (scrolled), milliseconds);
  app_present (GTK_WINDOW (window));
  return GTK_SCROLLED_WINDOW (scrolled);
}

static void
destroy (GtkScrolledWindow *scrolled)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (scrolled))));
}

static void
scroll (GtkScrolledWindow *scrolled, double pixels)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static graphene_rect_t
get_slider (GtkScrolledWindow *scrolled)
{
  GtkWidget *range = gtk_widget_get_first_child (gtk_scrolled_window_get_vscrollbar (scrolled));
  GtkWidget *slider = gtk_widget_get_last_child (gtk_widget_get_first_child (range));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (slider, GTK_WIDGET (scrolled), &bounds));
  return bounds;
}

static gboolean
on_time (gpointer is_over)
{
  *(gboolean *)is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_time, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_comes_to_where_it_belongs (void)
{
  GtkScrolledWindow *paced = present (WAY_PACE_MS);
  GtkScrolledWindow *plain = present (0);

  for (int i = 0; i < N_STEPS; i++)
    {
      graphene_rect_t is;
      graphene_rect_t should_be;

      scroll (paced, STEP * (i + 1));
      scroll (plain, STEP * (i + 1));
      wait (4 * WAY_PACE_MS);
      is = get_slider (paced);
      should_be = get_slider (plain);
      g_assert_true (graphene_rect_equal (&is, &should_be));
    }
  destroy (paced);
  destroy (plain);
}

static void
test_keeps_what_scrolls (void)
{
  GtkScrolledWindow *paced = present (WAY_PACE_MS);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (paced);

  scroll (paced, STEP);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, STEP);
  destroy (paced);
}

/* What goes away with a step still to come leaves nothing behind that would touch it */
static void
test_goes_away_on_the_way (void)
{
  GtkScrolledWindow *paced = present (WAY_PACE_MS);
  g_autoptr (GtkAdjustment) adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (paced));

  scroll (paced, STEP);
  destroy (paced);
  gtk_adjustment_set_value (adjustment, 2 * STEP);
  wait (2 * WAY_PACE_MS);
}

/* A frame comes, and the slider stands where it was */
static void
test_lets_frames_pass (void)
{
  GtkScrolledWindow *paced = present (LONG_MS);
  graphene_rect_t before = get_slider (paced);
  graphene_rect_t after;

  scroll (paced, CONTENT / 2);
  app_draw (GTK_WIDGET (paced));
  after = get_slider (paced);
  g_assert_true (graphene_rect_equal (&before, &after));
  destroy (paced);
}

static void
count (gpointer n_calls)
{
  (*(guint *)n_calls)++;
}

static void
test_asked_often_called_once (void)
{
  guint n_calls = 0;
  WayPace pace = { .func = count, .data = &n_calls, .milliseconds = WAY_PACE_MS };

  for (int i = 0; i < N_STEPS; i++)
    way_pace_ask (&pace);
  g_assert_cmpuint (n_calls, ==, 0);
  wait (4 * WAY_PACE_MS);
  g_assert_cmpuint (n_calls, ==, 1);

  way_pace_ask (&pace);
  way_pace_clear (&pace);
  wait (4 * WAY_PACE_MS);
  g_assert_cmpuint (n_calls, ==, 1);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/scrollbar-pace/comes-to-where-it-belongs", test_comes_to_where_it_belongs);
  g_test_add_func ("/app/scrollbar-pace/keeps-what-scrolls", test_keeps_what_scrolls);
  g_test_add_func ("/app/scrollbar-pace/goes-away-on-the-way", test_goes_away_on_the_way);
  g_test_add_func ("/app/scrollbar-pace/lets-frames-pass", test_lets_frames_pass);
  g_test_add_func ("/app/scrollbar-pace/asked-often-called-once", test_asked_often_called_once);

  return g_test_run ();
}
