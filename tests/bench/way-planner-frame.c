/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What way-first-frame.c is to a program of GTK 4, for GNOME Planner, which is one of GTK 3.
 *
 * Ends it at the first frame in which it has drawn its chart, and prints on standard output how
 * many nanoseconds have passed since BENCH_BEGIN. Planner loads the plan before its main loop
 * begins, so that this frame has the tasks and their bars; that its window's title begins with
 * BENCH_TITLE by then is made sure of. The frames that follow, in which it settles its columns, are
 * not counted. The headers of GTK 3 would be one more thing to install, for five functions.
 */
#include <dlfcn.h>
#include <glib-object.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define CHART "GnomeCanvas" /* its name as a type */

typedef void (*Callback) (gpointer widget, gpointer user_data);

static gpointer window;
static gboolean is_loaded;
static gboolean is_drawn;

static gpointer
next (const char *function)
{
  gpointer found = dlsym (RTLD_NEXT, function);

  if (found == NULL)
    g_error ("There is no %s()", function);

  return found;
}

static gboolean
on_chart_draw (gpointer chart, gpointer cairo, gpointer user_data)
{
  is_drawn = TRUE;

  return FALSE; /* for the chart's own handler to draw it */
}

/* What was drawn is painted when the X server has done it */
static gboolean
on_any_clock_after_paint (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                          gpointer user_data)
{
  const char *begin = g_getenv ("BENCH_BEGIN");
  void (*sync) (gpointer) = (void (*) (gpointer))next ("gdk_display_sync");
  gpointer (*get_display) (gpointer) = (gpointer (*) (gpointer))next ("gtk_widget_get_display");
  struct timespec time;

  if (!is_drawn)
    return G_SOURCE_CONTINUE;
  if (!is_loaded)
    g_error ("The chart was drawn before there was a plan");

  sync (get_display (window));
  clock_gettime (CLOCK_MONOTONIC, &time);
  printf ("%" G_GINT64_FORMAT "\n", time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec
                                        - (begin != NULL ? g_ascii_strtoll (begin, NULL, 10) : 0));
  fflush (stdout);
  _exit (0);
}

static void
watch_charts (gpointer widget, gpointer user_data)
{
  void (*foreach) (gpointer, Callback, gpointer)
      = (void (*) (gpointer, Callback, gpointer))next ("gtk_container_forall");

  if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (CHART)))
    g_signal_connect (widget, "draw", G_CALLBACK (on_chart_draw), NULL);
  else if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name ("GtkContainer")))
    foreach (widget, watch_charts, NULL)
      ;
}

/* These two are called by the program instead of GTK's own, which they call */
void gtk_window_set_title (gpointer self, const char *title);
void gtk_main (void);

void
gtk_window_set_title (gpointer self, const char *title)
{
  void (*set_title) (gpointer, const char *)
      = (void (*) (gpointer, const char *))next ("gtk_window_set_title");

  set_title (self, title);
  window = self;
  is_loaded = g_str_has_prefix (title, g_getenv ("BENCH_TITLE"));
}

void
gtk_main (void)
{
  void (*run) (void) = (void (*) (void))next ("gtk_main");

  watch_charts (window, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", g_type_from_name ("GdkFrameClock")),
                              0, on_any_clock_after_paint, NULL, NULL);
  run ();
}
