/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window has of schedule help: its actions for menus and toasts, the preference, and the
 * offer to push along what a move made too early.
 */
#include "config.h"

#include "way-dependency.h"
#include "way-document-schedule.h"
#include "way-item-text.h"
#include "way-window-private.h"

#include <glib/gi18n.h>

#define OFFER_SECONDS 15 /* there is something to decide */

static void
on_offer_dismissed (WayWindow *self)
{
  g_clear_object (&self->offer_toast);
}

static void
offer_to_push (WayWindow *self, guint n_early)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (self->offer_toast != NULL)
    adw_toast_dismiss (self->offer_toast);
  if (n_early == 0)
    return;

  text = g_strdup_printf (
      ngettext ("%u milestone now begins too early", "%u milestones now begin too early", n_early),
      n_early);
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  adw_toast_set_button_label (toast, ngettext ("Push it along", "Push them along", n_early));
  adw_toast_set_action_name (toast, "win.push-along");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_offer_dismissed), self,
                           G_CONNECT_SWAPPED);
  g_set_object (&self->offer_toast, toast);
  way_window_add_toast (self, toast);
}

static void
say_what_stays (WayWindow *self, guint n_kept)
{
  g_autofree char *text = NULL;

  if (n_kept == 0)
    return;

  text = g_strdup_printf (
      ngettext ("%u milestone is too early now, but done or dropped: it stays where it is",
                "%u milestones are too early now, but done or dropped: they stay where they are",
                n_kept),
      n_kept);
  way_window_show_toast (self, text, FALSE);
}

static void
update_push_along (WayWindow *self, guint n_early)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "push-along");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), n_early > 0);
}

static void
on_early (WayWindow *self, guint n_early, guint n_kept)
{
  update_push_along (self, n_early);
  say_what_stays (self, n_kept);
  offer_to_push (self, n_early); /* lies over what was said: there is something to decide */
}

static void
on_push_along (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WayWindow *self = user_data;
  WayPushResult result;
  g_autoptr (GError) error = NULL;

  if (!way_document_push_along (self->document, &result, &error))
    way_window_show_toast (self, error->message, FALSE);
}

static void
on_remove_dependency (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WayWindow *self = user_data;
  WayRecord *dependency = way_window_find_target (self, parameter, WAY_KIND_DEPENDENCY);
  WayRecord *from, *to;
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (dependency == NULL
      || !way_dependency_find_ends (way_document_get_plan (self->document), dependency, &from, &to))
    return;

  from_title = way_text_title (from);
  to_title = way_text_title (to);
  /* Translators: a step of undo: the second milestone waited for the first */
  name = g_strdup_printf (_ ("Unlink “%s” and “%s”"), from_title, to_title);
  /* Translators: the first milestone waited for the second */
  said = g_strdup_printf (_ ("“%s” does not wait for “%s” any more"), to_title, from_title);
  way_window_remove (self, way_record_get_id (dependency), name, said);
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
  static const GActionEntry entries[] = { { "push-along", on_push_along },
                                          { "repair", forward },
                                          { "repair-all", forward },
                                          { "remove-dependency", on_remove_dependency, "s" } };
  GtkWidget *view = way_timeline_pane_get_view (self->timeline);
  g_autoptr (GPropertyAction) show_critical
      = g_property_action_new ("show-critical", view, "show-critical");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_critical));
  g_object_bind_property (view, "can-repair-all",
                          g_action_map_lookup_action (G_ACTION_MAP (self), "repair-all"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_signal_group_connect_swapped (self->document_signals, "early", G_CALLBACK (on_early), self);
  update_push_along (self, 0);
}

void
way_window_follow_push (WayWindow *self)
{
  WayPush push = self->settings != NULL
                     ? (WayPush)g_settings_get_enum (self->settings, "push-successors")
                     : WAY_PUSH_ASK;

  offer_to_push (self, 0);
  update_push_along (self, 0);
  if (self->document != NULL)
    way_document_set_push (self->document, push);
}

void
way_window_bind_push (WayWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "push-successors");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings, "changed::push-successors",
                           G_CALLBACK (way_window_follow_push), self, G_CONNECT_SWAPPED);
  way_window_follow_push (self);
}
