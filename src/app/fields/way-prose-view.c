/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text view asks for the height that its text had at the width before, and what it asks for while
 * it is given its place is not always heard: then it would stay as high as a very narrow one. So it
 * asks once more, outside of that, with each new width.
 */
#include "way-prose-view.h"

struct _WayProseView
{
  GtkTextView parent_instance;

  int width;  /* that it has asked for a height with */
  guint tick; /* 0, or asks again */
};

G_DEFINE_FINAL_TYPE (WayProseView, way_prose_view, GTK_TYPE_TEXT_VIEW)

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WAY_PROSE_VIEW (widget)->tick = 0;
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

static void
way_prose_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayProseView *self = WAY_PROSE_VIEW (widget);

  GTK_WIDGET_CLASS (way_prose_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (width == self->width)
    return;
  self->width = width;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

static void
way_prose_view_class_init (WayProseViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = way_prose_view_size_allocate;
}

static void
way_prose_view_init (WayProseView *self)
{
}
