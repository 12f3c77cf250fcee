/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How plans come into a window and go out of it again without anything being lost.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-application.h"
#include "way-document-salvage.h"
#include "way-head-start.h"
#include "way-message.h"
#include "way-settings.h"

#include <glib/gi18n.h>

#define ENDING ".waymark"

/* What a save was for, kept while it runs or a dialog is open */
typedef struct
{
  WayWindow *window;
  WayWindowNext next; /* nullable */
  GFile *file;        /* nullable */
} Errand;

static Errand *
errand_new (WayWindow *window, WayWindowNext next, GFile *file)
{
  Errand *self = g_new0 (Errand, 1);

  self->window = g_object_ref (window);
  self->next = next;
  g_set_object (&self->file, file);

  return self;
}

static void
errand_free (Errand *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
errand_finish (Errand *self)
{
  if (self->next != NULL)
    self->next (self->window);
}

static void
errand_destroy (gpointer data, GClosure *closure)
{
  errand_free (data);
}

/* @dialog owns @errand, however it goes away */
static void
connect_errand (gpointer dialog, GCallback on_response, Errand *errand)
{
  g_signal_connect_data (dialog, "response", on_response, errand, errand_destroy, 0);
}

void
way_window_show_error (WayWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  way_message_present (dialog);
}

/* Whether another plan may take this window's place */
static gboolean
is_free (WayWindow *self)
{
  gboolean can_undo = FALSE;

  if (self->loading != NULL)
    return FALSE;
  if (self->document == NULL)
    return TRUE;

  g_object_get (self->document, "can-undo", &can_undo, NULL);
  return way_document_get_file (self->document) == NULL
         && !way_document_get_modified (self->document) && !can_undo;
}

WayWindow *
way_window_show_document (WayWindow *self, WayDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  WayWindow *window = self;

  if (!is_free (self))
    window = way_application_create_window (WAY_APPLICATION (application));

  way_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Opening */

static void
show_load_error (WayWindow *self, GFile *file, GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = NULL;

  heading = g_strdup_printf (_ ("“%s” could not be opened"), name);
  if (way_document_can_salvage (error))
    way_window_offer_salvage (self, file, heading, error->message);
  else
    way_window_show_error (self, heading, error->message);
}

static void
show_loaded (WayWindow *self, GFile *file, WayDocument *document, GError *error)
{
  if (document == NULL)
    {
      way_window_show_page (self);
      gtk_window_present (GTK_WINDOW (self)); /* the dialog belongs to a window that is there */
      show_load_error (self, file, error);
      return;
    }

  if (way_window_ask_about_lock (self, document))
    return;

  way_window_show_document (self, document);
  way_window_remember (self, document);
}

static void
on_document_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = way_document_load_finish (result, &error);
  WayWindow *self = errand->window;

  if (self->loading == errand->file)
    g_clear_object (&self->loading);
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return; /* closed meanwhile */

  show_loaded (self, errand->file, document, error);
}

static void
load_at_once (WayWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (WayDocument) document
      = way_application_load (WAY_APPLICATION (application), file, &error);

  show_loaded (self, file, document, error);
}

static gboolean
on_load_idle (gpointer user_data)
{
  Errand *errand = user_data;

  way_document_load_async (errand->file, NULL, on_document_loaded, errand);

  return G_SOURCE_REMOVE;
}

/* Begun after the frame that says so: a large plan keeps a processor busy, and the memory's lock,
 * that the first frame needs, too */
static void
load_on_thread (WayWindow *self, GFile *file)
{
  if (is_free (self))
    {
      g_set_object (&self->loading, file);
      way_window_show_page (self);
    }
  gtk_window_present (GTK_WINDOW (self));
  g_idle_add (on_load_idle, errand_new (self, NULL, file));
}

void
way_window_open_file (WayWindow *self, GFile *file)
{
  GtkApplication *application;
  WayWindow *other;

  g_return_if_fail (WAY_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  application = gtk_window_get_application (GTK_WINDOW (self));
  other = way_application_find_window (WAY_APPLICATION (application), file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }

  if (way_head_start_is_small (file))
    load_at_once (self, file);
  else
    load_on_thread (self, file);
}

static void
on_copy_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) example = way_document_load_finish (result, &error);
  g_autoptr (WayDocument) copy = NULL;

  if (example == NULL)
    {
      show_load_error (errand->window, errand->file, error);
      return;
    }

  copy = way_document_new (way_document_get_plan (example));
  way_window_show_document (errand->window, copy);
}

void
way_window_open_copy (WayWindow *self, GFile *file)
{
  way_document_load_async (file, NULL, on_copy_loaded, errand_new (self, NULL, file));
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _ ("Waymark plans"));
  gtk_file_filter_add_pattern (plans, "*" ENDING);
  gtk_file_filter_add_mime_type (plans, "application/x-waymark-plan+xml");
  gtk_file_chooser_add_filter (chooser, plans);

  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* To be told of another folder while it reads this one is an error to a chooser */
GtkFileChooser *
way_window_make_chooser (WayWindow *self, const char *title, GtkFileChooserAction action,
                         const char *accept, GFile *folder)
{
  g_autoptr (GFile) last = way_settings_dup_folder (self->settings);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (folder == NULL)
    folder = last;
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);

  return GTK_FILE_CHOOSER (self->chooser);
}

static void
on_open_chosen (GtkNativeDialog *dialog, int response, WayWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    way_window_open_file (self, file);
}

void
way_window_choose_open (WayWindow *self)
{
  GtkFileChooser *chooser = way_window_make_chooser (
      self, _ ("Open a plan"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_filters (chooser);
  g_signal_connect (chooser, "response", G_CALLBACK (on_open_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Saving */

/* It is saved; what went wrong besides is told once, for the next save tries again */
static void
tell_unkept (WayWindow *self, WayDocument *document)
{
  const char *unkept = way_document_get_unkept (document);

  if (unkept != NULL && !self->is_told_unkept)
    way_window_show_error (self, _ ("The earlier version was not kept"), unkept);
  self->is_told_unkept = unkept != NULL;
}

static void ask_to_empty (WayWindow *self, const Errand *errand);

static void
on_document_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = NULL;
  WayDocument *document = WAY_DOCUMENT (source);
  WayWindow *self = errand->window;

  self->n_saves--;
  if (!way_document_save_finish (document, result, &error))
    {
      self->after_saves = NULL;
      if (g_error_matches (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_EMPTY))
        {
          ask_to_empty (self, errand);
          return;
        }
      if (g_error_matches (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_CHANGED)
          || g_error_matches (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_GONE))
        {
          way_window_ask_about_change (self, error, errand->next, errand->file);
          return;
        }
      heading = g_strdup_printf (_ ("“%s” could not be saved"), way_document_get_title (document));
      way_window_show_error (self, heading, error->message);
      return;
    }

  way_window_remember (self, document);
  way_window_follow_changes (self);
  tell_unkept (self, document);
  errand_finish (errand);
  if (self->n_saves == 0 && self->after_saves != NULL)
    way_window_settle (self, g_steal_pointer (&self->after_saves));
}

void
way_window_save_to (WayWindow *self, WayWindowNext next, GFile *file)
{
  self->n_saves++;
  way_document_set_n_versions (self->document, way_settings_get_n_versions (self->settings));
  way_document_save_async (self->document, file, NULL, on_document_saved,
                           errand_new (self, next, file));
}

static void
on_empty_answered (AdwMessageDialog *dialog, const char *response, Errand *errand)
{
  if (!g_str_equal (response, "replace"))
    return;

  way_document_confirm_empty (errand->window->document);
  way_window_save_to (errand->window, errand->next, errand->file);
}

static void
ask_to_empty (WayWindow *self, const Errand *errand)
{
  GFile *file = errand->file != NULL ? errand->file : way_document_get_file (self->document);
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     _ ("Replace “%s” by an empty plan?"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _ ("The file holds a plan, and what you are about to save holds "
                                  "nothing. If that is not what you want, undo what has emptied "
                                  "it, or save under another name."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  connect_errand (dialog, G_CALLBACK (on_empty_answered),
                  errand_new (self, errand->next, errand->file));
  way_message_present (dialog);
}

static void
on_overwrite_answered (AdwMessageDialog *dialog, const char *response, Errand *errand)
{
  if (g_str_equal (response, "replace"))
    way_window_save_to (errand->window, errand->next, errand->file);
}

GtkWidget *
way_window_make_overwrite_dialog (WayWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Replace “%s”?"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _ ("There is a file of that name. Its content will be lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}

static void
ask_to_overwrite (WayWindow *self, WayWindowNext next, GFile *file)
{
  GtkWidget *dialog = way_window_make_overwrite_dialog (self, file);

  connect_errand (dialog, G_CALLBACK (on_overwrite_answered), errand_new (self, next, file));
  way_message_present (dialog);
}

/* People type a name; the ending is ours to add */
static GFile *
with_ending (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *ended = NULL;

  if (g_str_has_suffix (uri, ENDING))
    return g_object_ref (file);

  ended = g_strconcat (uri, ENDING, NULL);
  return g_file_new_for_uri (ended);
}

static void
on_save_chosen (GtkNativeDialog *dialog, int response, Errand *errand)
{
  WayWindow *self = errand->window;
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && chosen != NULL)
    {
      file = with_ending (chosen);
      if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
        ask_to_overwrite (self, errand->next, file);
      else
        way_window_save_to (self, errand->next, file);
    }

  g_clear_object (&self->chooser);
}

char *
way_window_suggest_name (const char *title, const char *ending)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n", '-');

  return g_strconcat (name, ending, NULL);
}

/* A name beside @file that says what it is, and that nothing has yet */
static char *
suggest_copy (GFile *file, GFile *folder)
{
  g_autofree char *base = g_file_get_basename (file);

  if (g_str_has_suffix (base, ENDING))
    base[strlen (base) - strlen (ENDING)] = '\0';

  for (guint i = 1;; i++)
    {
      /* Translators: the name of a file, and of another one, and of the third and so on */
      g_autofree char *copy = i == 1 ? g_strdup_printf (_ ("%s (copy)"), base)
                                     : g_strdup_printf (_ ("%s (copy %u)"), base, i);
      g_autofree char *name = g_strconcat (copy, ENDING, NULL);
      g_autoptr (GFile) there = g_file_get_child (folder, name);

      if (!g_file_query_exists (there, NULL))
        return g_steal_pointer (&name);
    }
}

static void
choose_save (WayWindow *self, WayWindowNext next, gboolean is_copy)
{
  GtkFileChooser *chooser;
  GFile *file = way_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    name = way_window_suggest_name (way_document_get_title (self->document), ENDING);
  else
    name = is_copy && folder != NULL ? suggest_copy (file, folder) : g_file_get_basename (file);
  chooser = way_window_make_chooser (self, _ ("Save the plan"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                     _ ("_Save"), folder);
  add_filters (chooser);
  gtk_file_chooser_set_current_name (chooser, name);

  connect_errand (chooser, G_CALLBACK (on_save_chosen), errand_new (self, next, NULL));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
way_window_save_as (WayWindow *self, WayWindowNext next)
{
  g_return_if_fail (self->document != NULL);

  choose_save (self, next, FALSE);
}

void
way_window_save_copy (WayWindow *self, WayWindowNext next)
{
  g_return_if_fail (self->document != NULL);

  choose_save (self, next, TRUE);
}

void
way_window_save (WayWindow *self, WayWindowNext next)
{
  g_return_if_fail (self->document != NULL);

  if (way_document_get_file (self->document) == NULL || way_document_get_read_only (self->document))
    way_window_save_as (self, next);
  else if (self->n_saves < 2 || next != NULL) /* else the one that waits will write it all */
    way_window_save_to (self, next, NULL);
}

/* Closing */

static void
on_unsaved_answered (AdwMessageDialog *dialog, const char *response, Errand *errand)
{
  if (g_str_equal (response, "save"))
    {
      way_window_save (errand->window, errand->next);
    }
  else if (g_str_equal (response, "discard"))
    {
      errand->window->is_discarding = TRUE;
      errand_finish (errand);
    }
}

gboolean
way_window_is_settled (WayWindow *self)
{
  return self->document == NULL || self->is_discarding
         || (self->n_saves == 0 && !way_document_get_modified (self->document));
}

gboolean
way_window_is_at_work (WayWindow *self)
{
  return self->loading != NULL || self->n_saves > 0
         || (self->document != NULL && way_document_get_modified (self->document));
}

void
way_window_settle (WayWindow *self, WayWindowNext next)
{
  GtkWidget *dialog;

  if (self->n_saves > 0)
    {
      self->after_saves = next;
      return;
    }

  if (way_window_is_settled (self))
    {
      next (self);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Save changes to “%s”?"),
                                     way_document_get_title (self->document));
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("What you changed since it was last saved will be lost otherwise."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  connect_errand (dialog, G_CALLBACK (on_unsaved_answered), errand_new (self, next, NULL));
  way_message_present (dialog);
}
