/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When to look for unsaved work, and where it goes that a person wants back.
 */
#include "config.h"

#include "way-recovery-offer.h"

#include "way-recovery-dialog.h"
#include "way-window-private.h"

#include <glib/gi18n.h>

struct _WayRecoveryOffer
{
  WayApplication *application; /* which owns this */
  GSimpleAction *action;
  GCancellable *cancellable;
  GdkFrameClock *clock; /* nullable: of the first window, until that has been drawn */
  guint source;         /* 0, or begins to look */
  GtkWidget *dialog;    /* nullable: the one that is open */
  GPtrArray *waiting;   /* nullable: of WayRecovery, while it is */
};

static void
show_reason (WayWindow *window, const char *reason)
{
  if (reason != NULL)
    way_window_show_error (window, _ ("Restored as a copy"), reason);
}

/* The window that shows the plan's file as it was saved; what is restored takes its place, unless
 * there is something new in it already */
static WayWindow *
find_window (WayRecoveryOffer *self, WayRecovery *recovery)
{
  GFile *file = way_recovery_get_file (recovery);

  return file != NULL ? way_application_find_window (self->application, file) : NULL;
}

static void
on_restore (WayRecoveryDialog *dialog, WayRecovery *recovery, WayRecoveryOffer *self)
{
  WayWindow *window = find_window (self, recovery);
  gboolean is_taken = window != NULL && way_window_is_at_work (window);
  g_autoptr (WayDocument) document = way_recovery_restore (recovery, is_taken);
  const char *reason = way_recovery_get_reason (recovery);

  if (document == NULL)
    return;

  if (window != NULL && !is_taken && way_document_get_file (document) != NULL)
    way_window_set_document (window, document);
  else
    window = way_window_show_document (
        WAY_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), document);
  gtk_window_present (GTK_WINDOW (window));
  show_reason (window, reason);
}

/* Whoever looks next may have it, be it another run */
static void
on_dialog_destroy (WayRecoveryOffer *self)
{
  g_simple_action_set_enabled (self->action, self->waiting->len > 0);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->dialog = NULL;
}

static GtkWindow *
find_parent (WayRecoveryOffer *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l != NULL;
       l = l->next)
    if (WAY_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = way_recovery_list_finish (result, &error);
  WayRecoveryOffer *self = user_data;
  GtkWindow *parent;

  if (list == NULL)
    return; /* cancelled, and @self is gone */

  parent = find_parent (self);
  g_simple_action_set_enabled (self->action, list->len > 0);
  if (list->len == 0 || parent == NULL || self->dialog != NULL)
    return;

  self->dialog = way_recovery_dialog_new (parent, list);
  self->waiting = g_steal_pointer (&list);
  g_signal_connect (self->dialog, "restore", G_CALLBACK (on_restore), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_dialog_destroy), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
look (WayRecoveryOffer *self)
{
  if (self->dialog == NULL)
    way_recovery_list_async (self->cancellable, on_listed, self);
}

static void
on_action_activate (WayRecoveryOffer *self)
{
  look (self);
}

static gboolean
on_idle (gpointer user_data)
{
  WayRecoveryOffer *self = user_data;

  self->source = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
on_drawn (GdkFrameClock *clock, WayRecoveryOffer *self)
{
  g_signal_handlers_disconnect_by_data (clock, self);
  g_clear_object (&self->clock);
  self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_window_realize (GtkWidget *window, WayRecoveryOffer *self)
{
  g_signal_handlers_disconnect_by_func (window, on_window_realize, self);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (on_drawn), self);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window, WayRecoveryOffer *self)
{
  g_signal_handlers_disconnect_by_func (application, on_window_added, self);
  g_signal_connect_after (window, "realize", G_CALLBACK (on_window_realize), self);
}

WayRecoveryOffer *
way_recovery_offer_new (WayApplication *application)
{
  WayRecoveryOffer *self = g_new0 (WayRecoveryOffer, 1);

  self->application = application;
  self->cancellable = g_cancellable_new ();
  self->action = g_simple_action_new ("restore-unsaved", NULL);
  g_simple_action_set_enabled (self->action, FALSE);
  g_signal_connect_swapped (self->action, "activate", G_CALLBACK (on_action_activate), self);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (self->action));
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), self);

  return self;
}

void
way_recovery_offer_free (WayRecoveryOffer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_signal_handlers_disconnect_by_data (self->action, self);
  g_object_unref (self->action);
  if (self->dialog != NULL)
    g_signal_handlers_disconnect_by_data (self->dialog, self);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self);
}
