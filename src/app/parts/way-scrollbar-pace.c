/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrollbars that follow what scrolls without delaying it.
 */
#include "way-scrollbar-pace.h"

#include "way-pace.h"

typedef struct
{
  GtkWidget *range; /* the scrollbar's only child */
  GtkAdjustment *adjustment;
  WayPace pace;
} Follower;

static void
follower_free (gpointer data, GClosure *closure)
{
  Follower *self = data;

  way_pace_clear (&self->pace);
  g_free (self);
}

/* The slider finds its place when its trough is laid out */
static void
catch_up (gpointer data)
{
  Follower *self = data;

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->range), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      gtk_adjustment_get_upper (self->adjustment), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      gtk_adjustment_get_lower (self->adjustment), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      gtk_adjustment_get_value (self->adjustment), -1);
  gtk_widget_queue_allocate (gtk_widget_get_first_child (self->range));
}

static void
on_moved (GtkAdjustment *adjustment, Follower *self)
{
  if (gtk_widget_has_css_class (self->range, "dragging"))
    catch_up (self);
  else
    way_pace_ask (&self->pace);
}

/* The range's own handlers are what has the window laid out; they alone have the range as data */
static void
set_up (GtkWidget *scrollbar, guint milliseconds)
{
  Follower *self = g_new0 (Follower, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_moved), self, follower_free);

  self->pace = (WayPace){ .func = catch_up, .data = self, .milliseconds = milliseconds };
  self->range = gtk_widget_get_first_child (scrollbar);
  self->adjustment = gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (scrollbar));
  g_signal_handlers_block_matched (self->adjustment, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   self->range);
  g_object_watch_closure (G_OBJECT (self->range), closure);
  g_signal_connect_closure (self->adjustment, "changed", closure, FALSE);
  g_signal_connect_closure (self->adjustment, "value-changed", closure, FALSE);
}

void
way_scrollbar_pace_set_up (GtkScrolledWindow *window, guint milliseconds)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (window));

  set_up (gtk_scrolled_window_get_hscrollbar (window), milliseconds);
  set_up (gtk_scrolled_window_get_vscrollbar (window), milliseconds);
}
