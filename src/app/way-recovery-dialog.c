/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group of rows a plan: what, when, what differs, and two buttons.
 */
#include "config.h"

#include "way-recovery-dialog.h"

#include "way-button-name.h"
#include "way-message.h"
#include "way-recovery-rows.h"

#include <glib/gi18n.h>

struct _WayRecoveryDialog
{
  AdwWindow parent_instance;

  GPtrArray *list; /* of WayRecovery */

  GtkBox *plans;
  GtkWidget *later_button;
};

G_DEFINE_FINAL_TYPE (WayRecoveryDialog, way_recovery_dialog, ADW_TYPE_WINDOW)

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One plan in the dialog; belongs to its group of rows */
typedef struct
{
  WayRecoveryDialog *dialog;
  WayRecovery *recovery;
  GtkWidget *group;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->recovery);
  g_free (offer);
}

static void
on_idle (gpointer user_data)
{
  g_autoptr (GtkWindow) self = user_data;

  gtk_window_close (self);
}

/* A focused child must not go while it has the focus, nor the window before a dialog over it that
 * is about to close */
static void
drop_offer (Offer *offer)
{
  WayRecoveryDialog *self = offer->dialog;

  gtk_widget_grab_focus (self->later_button);
  g_ptr_array_remove (self->list, offer->recovery);
  gtk_box_remove (self->plans, offer->group);
  if (self->list->len == 0)
    g_idle_add_once (on_idle, g_object_ref (self));
}

static void
on_restore_clicked (Offer *offer)
{
  g_signal_emit (offer->dialog, signals[RESTORE], 0, offer->recovery);
  drop_offer (offer);
}

static void
on_discard_answered (AdwMessageDialog *dialog, const char *response, Offer *offer)
{
  if (!g_str_equal (response, "discard"))
    return;

  way_recovery_discard (offer->recovery);
  drop_offer (offer);
}

static void
on_discard_clicked (Offer *offer)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (offer->dialog), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     _ ("Discard the unsaved work on “%s”?"),
                                     way_recovery_get_title (offer->recovery));
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("It cannot be restored afterwards. What was saved in a file stays as it is."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_discard_answered), offer);
  way_message_present (dialog);
}

static GtkWidget *
make_button (const char *label, const char *title, GCallback on_clicked, Offer *offer)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *plain = way_button_name_strip_mark (label);
  g_autofree char *name = NULL;

  /* Translators: what a button does, and the plan that it does it with */
  name = g_strdup_printf (_ ("%s: %s"), plain, title);
  way_button_name_set (button, name);
  g_signal_connect_swapped (button, "clicked", on_clicked, offer);

  return button;
}

static GtkWidget *
make_buttons (Offer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *title = way_recovery_get_title (offer->recovery);
  GtkWidget *restore = make_button (_ ("_Restore"), title, G_CALLBACK (on_restore_clicked), offer);
  GtkWidget *discard = make_button (_ ("_Discard…"), title, G_CALLBACK (on_discard_clicked), offer);

  gtk_widget_add_css_class (restore, "suggested-action");
  gtk_widget_set_sensitive (restore, way_recovery_get_error (offer->recovery) == NULL);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), discard);
  gtk_box_append (GTK_BOX (box), restore);

  return box;
}

static void
add_offer (WayRecoveryDialog *self, WayRecovery *recovery)
{
  Offer *offer = g_new (Offer, 1);
  GtkWidget *group = way_recovery_rows_new (recovery);

  *offer = (Offer){ self, g_object_ref (recovery), group };
  g_object_set_data_full (G_OBJECT (group), "offer", offer, offer_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_buttons (offer));
  gtk_box_append (self->plans, group);
}

static void
way_recovery_dialog_dispose (GObject *object)
{
  WayRecoveryDialog *self = WAY_RECOVERY_DIALOG (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);

  G_OBJECT_CLASS (way_recovery_dialog_parent_class)->dispose (object);
}

static void
way_recovery_dialog_class_init (WayRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_recovery_dialog_dispose;

  signals[RESTORE] = g_signal_new ("restore", WAY_TYPE_RECOVERY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_RECOVERY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRecoveryDialog, plans);
  gtk_widget_class_bind_template_child (widget_class, WayRecoveryDialog, later_button);
}

static void
way_recovery_dialog_init (WayRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  way_button_name_set (self->later_button, _ ("Later"));
}

GtkWidget *
way_recovery_dialog_new (GtkWindow *parent, GPtrArray *list)
{
  WayRecoveryDialog *self = g_object_new (WAY_TYPE_RECOVERY_DIALOG, "transient-for", parent, NULL);

  self->list = g_ptr_array_ref (list);
  for (guint i = 0; i < list->len; i++)
    add_offer (self, list->pdata[i]);

  return GTK_WIDGET (self);
}
