/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrollbars that follow what scrolls without delaying it.
 */
#include "way-scrollbar-pace.h"

typedef struct
{
  GtkWidget *range; /* the scrollbar's only child */
  GtkAdjustment *adjustment;
  guint source; /* 0, or brings the scrollbar to where it belongs */
} Pace;

static void
pace_free (gpointer data, GClosure *closure)
{
  Pace *pace = data;

  g_clear_handle_id (&pace->source, g_source_remove);
  g_free (pace);
}

/* The slider finds its place when its trough is laid out */
static void
catch_up (Pace *pace)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (pace->range), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      gtk_adjustment_get_upper (pace->adjustment), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      gtk_adjustment_get_lower (pace->adjustment), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      gtk_adjustment_get_value (pace->adjustment), -1);
  gtk_widget_queue_allocate (gtk_widget_get_first_child (pace->range));
}

static gboolean
on_time (gpointer user_data)
{
  Pace *pace = user_data;

  pace->source = 0;
  catch_up (pace);
  return G_SOURCE_REMOVE;
}

static void
on_moved (GtkAdjustment *adjustment, Pace *pace)
{
  if (gtk_widget_has_css_class (pace->range, "dragging"))
    catch_up (pace);
  else if (pace->source == 0)
    pace->source = g_timeout_add (WAY_SCROLLBAR_PACE_MS, on_time, pace);
}

/* The range's own handlers are what has the window laid out; they alone have the range as data */
static void
set_up (GtkWidget *scrollbar)
{
  Pace *pace = g_new0 (Pace, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_moved), pace, pace_free);

  pace->range = gtk_widget_get_first_child (scrollbar);
  pace->adjustment = gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (scrollbar));
  g_signal_handlers_block_matched (pace->adjustment, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   pace->range);
  g_object_watch_closure (G_OBJECT (pace->range), closure);
  g_signal_connect_closure (pace->adjustment, "changed", closure, FALSE);
  g_signal_connect_closure (pace->adjustment, "value-changed", closure, FALSE);
}

void
way_scrollbar_pace_set_up (GtkScrolledWindow *window)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (window));

  set_up (gtk_scrolled_window_get_hscrollbar (window));
  set_up (gtk_scrolled_window_get_vscrollbar (window));
}
