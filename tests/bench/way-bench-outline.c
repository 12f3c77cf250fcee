/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the outline of a plan, or with no argument an empty GtkColumnView with the same columns, in
 * a window as large as the program's own, and prints how many nanoseconds it took from starting the
 * toolkit to the first painted frame. The plan is there before, with its index of references, which
 * the timeline has made by the time that anyone switches to the outline.
 */
#include "way-document.h"
#include "way-outline-pane.h"

#include <adwaita.h>
#include <stdio.h>

typedef struct
{
  WayDocument *document; /* nullable */
  WaySelection *selection;
  GtkWidget *window;
  gint64 begin;
} Bench;

static gint64
get_nanoseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static GtkWidget *
make_empty (void)
{
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_list_store_new (G_TYPE_OBJECT))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (g_steal_pointer (&model));

  for (guint i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    if (way_outline_column_get (i)->is_shown)
      {
        g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
            way_outline_column_get (i)->label, gtk_signal_list_item_factory_new ());

        gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static GtkWidget *
make_outline (Bench *bench)
{
  GtkWidget *pane = way_outline_pane_new ();

  way_outline_pane_set_document (WAY_OUTLINE_PANE (pane), bench->document, bench->selection);
  return pane;
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  gdk_display_sync (gtk_widget_get_display (bench->window));
  printf ("%" G_GINT64_FORMAT "\n", get_nanoseconds () - bench->begin);
  fflush (stdout);
  _exit (0);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .selection = way_selection_new () };
  WayPlan *plan;

  if (argc > 1)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
      g_autoptr (GError) error = NULL;

      bench.document = way_document_load (file, NULL, &error);
      if (bench.document == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      plan = way_document_get_plan (bench.document);
      g_ptr_array_unref (way_plan_get_referrers (plan, way_plan_get_id (plan), WAY_MILESTONE_GOAL));
    }

  bench.begin = get_nanoseconds ();
  adw_init ();
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 780);
  gtk_window_set_child (GTK_WINDOW (bench.window),
                        bench.document != NULL ? make_outline (&bench) : make_empty ());
  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (
      gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (bench.window))),
      "after-paint", G_CALLBACK (on_after_paint), &bench);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
