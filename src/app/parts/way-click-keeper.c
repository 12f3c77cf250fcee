/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps clicks and drags from being lost at their end.
 */
#include "way-click-keeper.h"

/* All that a mouse has */
#define ANY_BUTTON                                                                                 \
  (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

/* Whether this motion without a button is GTK's own, which has no time. The pointer's own is
 * believed: another program, or a drag and drop, may have got the release. */
static gboolean
is_to_be_kept (GdkEvent *motion, gboolean *is_down)
{
  if (!*is_down || (gdk_event_get_modifier_state (motion) & ANY_BUTTON) != 0)
    return FALSE;

  *is_down = gdk_event_get_time (motion) == GDK_CURRENT_TIME;
  return *is_down;
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  gboolean *is_down = user_data; /* since a press whose release is still to come */

  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      *is_down = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_GRAB_BROKEN:
      *is_down = FALSE;
      break;
    case GDK_MOTION_NOTIFY:
      return is_to_be_kept (event, is_down);
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

void
way_click_keeper_watch (GtkWindow *root)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WINDOW (root));

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "event", G_CALLBACK (on_event), g_new0 (gboolean, 1),
                         (GClosureNotify)(GCallback)g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (root), controller);
}
