/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window does when others have changed its plan's file or taken it away: a plan without
 * changes of its own is read again, for any other a person chooses.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-compare-dialog.h"
#include "way-document-journal.h"
#include "way-document-version.h"
#include "way-document-watch.h"
#include "way-message.h"
#include "way-settings.h"

#include <glib/gi18n.h>

/* A file that is being read again, to take the place of a document */
typedef struct
{
  WayWindow *window;
  WayDocument *document;
  gboolean is_asked; /* a person wants theirs, whatever there is of one's own */
} Reload;

static Reload *
reload_new (WayWindow *window, gboolean is_asked)
{
  Reload *self = g_new (Reload, 1);

  *self = (Reload){ g_object_ref (window), g_object_ref (window->document), is_asked };

  return self;
}

static void
reload_free (Reload *self)
{
  g_object_unref (self->window);
  g_object_unref (self->document);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reload, reload_free)

/* The bar */

static void
show_bar (WayWindow *self, WayFileState state, const char *problem)
{
  if (self->change_bar == NULL && state == WAY_FILE_STATE_SAME)
    return;

  if (self->change_bar == NULL)
    {
      self->change_bar = WAY_CHANGE_BAR (way_change_bar_new ());
      adw_bin_set_child (self->changes_place, GTK_WIDGET (self->change_bar));
    }
  way_change_bar_set_state (self->change_bar, state, problem);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->document != NULL)
    gtk_widget_grab_focus (way_window_get_view (self));
}

/* Reading again */

/* As it was looked at, and what was selected as far as it is still there */
static void
show_instead (WayWindow *self, WayDocument *document)
{
  WaySelection *selection = way_timeline_pane_get_selection (self->timeline);
  WayTimelineView *view = WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline));
  g_autoptr (GKeyFile) state = g_key_file_new ();
  guint n_ids;
  const WayId *ids = way_selection_get_ids (selection, &n_ids);
  g_autofree WayId *selected = g_memdup2 (ids, n_ids * sizeof *ids);

  way_timeline_view_store_state (view, state);
  way_window_store_views (self, state);
  way_document_set_read_only (document, MAX (way_document_get_read_only_reason (document),
                                             way_document_get_read_only_reason (self->document)));

  way_document_forget_unsaved (self->document);
  way_window_set_document (self, document);

  way_timeline_view_restore_state (view, state);
  way_window_restore_views (self, state);
  way_selection_set (selection, selected, n_ids);
  way_selection_prune (selection, way_document_get_plan (document));
}

static void
on_loss_answered (AdwMessageDialog *dialog, const char *response, WayWindow *self)
{
  WayDocument *document = g_object_get_data (G_OBJECT (dialog), "document");

  if (g_str_equal (response, "discard"))
    show_instead (self, document);
  else if (g_str_equal (response, "copy"))
    way_window_save_copy (self, NULL);
}

/* Mine cannot be kept: that is for a person to decide */
static void
ask_to_lose (WayWindow *self, WayDocument *document, const char *reason)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Discard what is yours?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("Your plan as it is here is not kept when theirs takes its place. %s"), reason);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "copy", _ ("Keep _Mine as a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_loss_answered), self, 0);
  way_message_present (dialog);
}

/* The versions of another plan would be looked for in vain among those of theirs */
static gboolean
keep_mine (WayWindow *self, WayDocument *theirs, GError **error)
{
  const WayId *mine = way_plan_get_id (way_document_get_plan (self->document));

  if (!way_id_equal (mine, way_plan_get_id (way_document_get_plan (theirs))))
    {
      g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_CHANGED,
                   _ ("“%s” is another plan, with earlier versions of its own."),
                   way_document_get_title (theirs));
      return FALSE;
    }

  way_document_set_n_versions (self->document, way_settings_get_n_versions (self->settings));
  return way_document_keep_version (self->document, error);
}

/* Leads to where it is kept */
static void
tell_kept (WayWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Theirs is here. Yours is kept among the earlier versions."));

  adw_toast_set_button_label (toast, _ ("_Earlier Versions…"));
  adw_toast_set_action_name (toast, "win.versions");
  adw_toast_set_timeout (toast, WAY_WINDOW_TOAST_SECONDS);
  way_window_add_toast (self, toast);
}

/* What the window holds is nowhere else when it was edited, nor when the file was overwritten by
 * somebody who had not seen it */
static void
take (WayWindow *self, WayDocument *document, gboolean is_asked)
{
  g_autoptr (GError) error = NULL;
  gboolean is_edited = way_document_get_edited (self->document);
  gboolean is_kept = keep_mine (self, document, &error);

  if (is_edited && !is_kept)
    {
      ask_to_lose (self, document, error->message);
      return;
    }

  show_instead (self, document);
  if (is_edited)
    tell_kept (self);
  else
    way_window_show_toast (self, _ ("Reloaded: the file had changed"), FALSE);
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reload) reload = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = way_document_load_finish (result, &error);
  WayWindow *self = reload->window;
  gboolean is_own = way_document_get_edited (reload->document) || self->n_saves > 0;

  if (self->document != reload->document)
    return; /* it was closed, or saved elsewhere and opened anew */

  if (document == NULL)
    {
      way_document_lose_file (reload->document);
      show_bar (self, way_document_get_file_state (reload->document), error->message);
    }
  else if (is_own && !reload->is_asked)
    show_bar (self, way_document_get_file_state (reload->document), NULL);
  else
    take (self, document, reload->is_asked);
}

static void
reload (WayWindow *self, gboolean is_asked)
{
  way_document_load_async (way_document_get_file (self->document), NULL, on_reloaded,
                           reload_new (self, is_asked));
}

void
way_window_follow_changes (WayWindow *self)
{
  WayFileState state
      = self->document != NULL ? way_document_get_file_state (self->document) : WAY_FILE_STATE_SAME;

  if (state == WAY_FILE_STATE_CHANGED && !way_document_get_edited (self->document)
      && self->n_saves == 0)
    reload (self, FALSE);
  else
    show_bar (self, state, NULL);
}

/* Choosing */

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  WayWindowNext next; /* nullable */
  GFile *file;        /* nullable: the document's own */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *self = data;

  g_object_unref (self->window);
  g_object_unref (self->document);
  g_clear_object (&self->file);
  g_free (self);
}

static void
on_change_answered (AdwMessageDialog *dialog, const char *response, Choice *choice)
{
  WayWindow *self = choice->window;

  if (self->document != choice->document)
    return;

  if (g_str_equal (response, "overwrite"))
    {
      way_document_confirm_overwrite (self->document);
      way_window_save_to (self, choice->next, choice->file);
    }
  else if (g_str_equal (response, "copy"))
    way_window_save_copy (self, choice->next);
  else if (g_str_equal (response, "save-as"))
    way_window_save_as (self, choice->next);
  else if (g_str_equal (response, "theirs"))
    reload (self, TRUE);
  else if (g_str_equal (response, "compare"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-file", NULL);
}

static GtkWidget *
make_changed (WayWindow *self, const char *name)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_heading (message, _ ("“%s” has changed on disk"), name);
  adw_message_dialog_set_body (
      message, _ ("Somebody else, or another program, has saved it since you opened or saved it "
                  "here. Nothing was written yet."));
  adw_message_dialog_add_responses (message, "cancel", _ ("Ca_ncel"), "overwrite",
                                    _ ("Save _Over Theirs"), "theirs", _ ("_Take Theirs"), "copy",
                                    _ ("Keep _Mine as a Copy…"), "compare", _ ("_Compare…"), NULL);
  adw_message_dialog_set_response_appearance (message, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "compare");

  return dialog;
}

static GtkWidget *
make_gone (WayWindow *self, const char *name)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_heading (message, _ ("“%s” was deleted or moved"), name);
  adw_message_dialog_set_body (message,
                               _ ("What you see here is in no file any more. Save it again in the "
                                  "same place, or under another name."));
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"),
                                    "overwrite", _ ("Save A_gain"), NULL);
  adw_message_dialog_set_response_appearance (message, "overwrite", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "overwrite");

  return dialog;
}

void
way_window_ask_about_change (WayWindow *self, const GError *error, WayWindowNext next, GFile *file)
{
  GFile *own = file != NULL ? file : way_document_get_file (self->document);
  g_autofree char *name = g_file_get_basename (own);
  GtkWidget *dialog = g_error_matches (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_GONE)
                          ? make_gone (self, name)
                          : make_changed (self, name);
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->document = g_object_ref (self->document);
  choice->next = next;
  g_set_object (&choice->file, file);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_change_answered), choice, choice_free,
                         0);
  way_message_present (dialog);
}

/* Comparing */

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WayWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayComparison) comparison
      = way_document_compare_finish (WAY_DOCUMENT (source), result, &error);

  if (self->document != WAY_DOCUMENT (source))
    return;

  if (comparison == NULL)
    way_window_show_error (self, _ ("The file could not be compared"), error->message);
  else
    gtk_window_present (GTK_WINDOW (way_compare_dialog_new (GTK_WINDOW (self), comparison)));
}

static void
compare_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  if (self->document != NULL && way_document_get_file (self->document) != NULL)
    way_document_compare_async (self->document, way_document_get_file (self->document), NULL,
                                on_compared, g_object_ref (self));
}

static void
take_theirs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  if (self->document != NULL && way_document_get_file (self->document) != NULL)
    reload (self, TRUE);
}

static void
keep_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  if (self->document != NULL)
    way_window_save_copy (self, NULL);
}

static void
save_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  if (self->document == NULL || way_document_get_file (self->document) == NULL)
    return;

  way_document_confirm_overwrite (self->document);
  way_window_save_to (self, NULL, NULL);
}

static void
on_active_changed (WayWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->document != NULL)
    way_document_look_at_file (self->document);
}

void
way_window_bind_changes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WayWindow, changes_place);
  gtk_widget_class_install_action (widget_class, "win.compare-file", NULL, compare_file);
  gtk_widget_class_install_action (widget_class, "win.take-theirs", NULL, take_theirs);
  gtk_widget_class_install_action (widget_class, "win.keep-copy", NULL, keep_copy);
  gtk_widget_class_install_action (widget_class, "win.save-again", NULL, save_again);
}

void
way_window_init_changes (WayWindow *self)
{
  g_signal_group_connect_swapped (self->document_signals, "file-noticed",
                                  G_CALLBACK (way_window_follow_changes), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
}
