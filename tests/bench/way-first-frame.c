/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laid under a GTK program by LD_PRELOAD, ends it at the first frame that it paints and prints on
 * standard output how many nanoseconds have passed since BENCH_BEGIN (of the monotonic clock), and
 * its largest resident size in KiB.
 *
 * The program itself knows nothing of this, so the empty window and ours are timed by the same
 * means. With BENCH_TITLE only frames count that are painted while the window has that title, which
 * tells a window with its plan from one that still waits for it; with BENCH_STAY the program lives
 * as many milliseconds longer.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

static gint64
peak_kibibytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static gboolean
on_stay_over (gpointer elapsed)
{
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", *(gint64 *)elapsed, peak_kibibytes ());
  fflush (stdout);
  _exit (0);
}

/* What was drawn is painted when the X server has done it */
static void
finish (GtkWidget *window)
{
  static gint64 elapsed;
  const char *begin = g_getenv ("BENCH_BEGIN");
  const char *stay = g_getenv ("BENCH_STAY");
  struct timespec time;

  if (elapsed != 0)
    return;

  gdk_display_sync (gtk_widget_get_display (window));
  clock_gettime (CLOCK_MONOTONIC, &time);
  elapsed = time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec
            - (begin != NULL ? g_ascii_strtoll (begin, NULL, 10) : 0);

  if (stay == NULL)
    on_stay_over (&elapsed);
  else
    g_timeout_add ((guint)g_ascii_strtoull (stay, NULL, 10), on_stay_over, &elapsed);
}

/* What the program itself starts is not measured */
static void __attribute__ ((constructor)) leave_others_alone (void) { g_unsetenv ("LD_PRELOAD"); }

/* A hook and not a handler, since the window's own handler ends the emission */
static gboolean
on_any_surface_render (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                       gpointer user_data)
{
  g_object_set_data (g_value_get_object (&values[0]), "bench-rendered", user_data);

  return G_SOURCE_CONTINUE;
}

static void
on_clock_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  const char *title = g_getenv ("BENCH_TITLE");
  const char *shown = gtk_window_get_title (GTK_WINDOW (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  gboolean rendered = g_object_steal_data (G_OBJECT (surface), "bench-rendered") != NULL;

  if (rendered && (title == NULL || g_strcmp0 (title, shown) == 0))
    finish (window);
}

/* Called by the program instead of GTK's own, which it calls first */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *))dlsym (RTLD_NEXT, "gtk_window_present");
  GdkSurface *surface;

  present (window);
  if (g_object_get_data (G_OBJECT (window), "bench-watched") != NULL)
    return;

  g_object_set_data (G_OBJECT (window), "bench-watched", window);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0,
                              on_any_surface_render, window, NULL);
  g_signal_connect (gdk_surface_get_frame_clock (surface), "after-paint",
                    G_CALLBACK (on_clock_after_paint), window);
}
