/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window has of schedule help: its actions for menus and toasts, the preference, and the
 * offer to push along what a move made too early.
 */
#include "config.h"

#include "way-window-private.h"

#include <glib/gi18n.h>

#define OFFER_SECONDS 15 /* there is something to decide */

static void
on_offer_dismissed (WayWindow *self)
{
  g_clear_object (&self->offer_toast);
}

static void
on_offer (WayWindow *self, const char *text, const char *label, const char *action)
{
  AdwToast *toast;

  if (self->offer_toast != NULL)
    adw_toast_dismiss (self->offer_toast);
  if (text == NULL)
    return;

  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_offer_dismissed), self,
                           G_CONNECT_SWAPPED);
  g_set_object (&self->offer_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Menus, toasts and the inspector are not within the timeline, so the window hands these on */
static void
forward (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WayWindow *self = user_data;
  g_autofree char *name = g_strconcat ("timeline.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (way_timeline_pane_get_view (self->timeline), name, NULL);
}

void
way_window_init_schedule (WayWindow *self)
{
  static const GActionEntry entries[]
      = { { "push-along", forward }, { "repair", forward }, { "repair-all", forward } };
  GtkWidget *view = way_timeline_pane_get_view (self->timeline);
  g_autoptr (GPropertyAction) show_critical
      = g_property_action_new ("show-critical", view, "show-critical");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_critical));
  g_object_bind_property (view, "can-repair-all",
                          g_action_map_lookup_action (G_ACTION_MAP (self), "repair-all"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "offer", G_CALLBACK (on_offer), self, G_CONNECT_SWAPPED);
}

static void
on_push_changed (WayWindow *self)
{
  WayTimelineView *view = WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline));

  way_timeline_view_set_push (view, g_settings_get_enum (self->settings, "push-successors"));
}

void
way_window_bind_push (WayWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "push-successors");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings, "changed::push-successors", G_CALLBACK (on_push_changed),
                           self, G_CONNECT_SWAPPED);
  on_push_changed (self);
}
