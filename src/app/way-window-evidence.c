/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evidence: files that prove what was done. A plan holds where they are and what they were, not the
 * files themselves.
 */
#include "config.h"

#include "way-add-commands.h"
#include "way-item-text.h"
#include "way-record-commands.h"
#include "way-window-private.h"

#include <glib/gi18n.h>

#define BLOCK 65536

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  WayId of;
  GListModel *files; /* of GFile */
  GPtrArray *sums;   /* of char *: the SHA-256 of each */
} Evidence;

static void
evidence_free (Evidence *self)
{
  g_object_unref (self->window);
  g_object_unref (self->document);
  g_object_unref (self->files);
  g_ptr_array_unref (self->sums);
  g_free (self);
}

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static char *
sum_up (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n_read;

  if (stream == NULL)
    return NULL;

  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, cancellable, error))
         > 0)
    g_checksum_update (sum, block, n_read);

  return n_read == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* Large ones, and those on the network, take their time */
static void
on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Evidence *evidence = data;

  for (guint i = 0; i < g_list_model_get_n_items (evidence->files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (evidence->files, i);
      g_autoptr (GError) error = NULL;
      char *sum = sum_up (file, cancellable, &error);

      if (sum == NULL)
        {
          g_autofree char *name = get_name (file);

          g_task_return_new_error (task, error->domain, error->code,
                                   _ ("“%s” could not be read. %s"), name, error->message);
          return;
        }
      g_ptr_array_add (evidence->sums, sum);
    }

  g_task_return_boolean (task, TRUE);
}

static gboolean
run_add (WayEditGroup *group, gpointer user_data, GError **error)
{
  Evidence *evidence = user_data;

  for (guint i = 0; i < evidence->sums->len; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (evidence->files, i);
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *name = get_name (file);
      WayId id;

      if (!way_link_add (group, &evidence->of, uri, name, &id, error)
          || !way_edit_set_text (group, &id, WAY_LINK_SHA256, evidence->sums->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_added (Evidence *evidence, const char *title)
{
  g_autoptr (GFile) first = g_list_model_get_item (evidence->files, 0);
  g_autofree char *name = get_name (first);
  guint n_files = evidence->sums->len;

  if (n_files == 1)
    /* Translators: a file, then a milestone or another record */
    return g_strdup_printf (_ ("“%s” is evidence of “%s” now"), name, title);

  return g_strdup_printf (
      /* Translators: so many files; then a milestone or another record */
      ngettext ("%u file is evidence of “%s” now", "%u files are evidence of “%s” now", n_files),
      n_files, title);
}

static void
on_summed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Evidence *evidence = g_task_get_task_data (G_TASK (result));
  WayWindow *self = evidence->window;
  g_autoptr (GError) error = NULL;
  WayRecord *record;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || self->document != evidence->document)
    return; /* closed meanwhile */

  record = way_plan_lookup (way_document_get_plan (self->document), &evidence->of);
  title = record != NULL ? way_text_title (record) : NULL;
  /* Translators: a step of undo */
  name = g_strdup_printf (_ ("Add evidence to “%s”"), title != NULL ? title : "");
  if (!g_task_propagate_boolean (G_TASK (result), &error)
      || !way_document_execute (self->document, name, NULL, run_add, evidence, &error))
    {
      way_window_show_toast (self, error->message, FALSE);
      return;
    }

  text = describe_added (evidence, title);
  way_window_show_toast (self, text, TRUE);
}

void
way_window_add_evidence (WayWindow *self, const WayId *of, GListModel *files)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_summed_up, NULL);
  Evidence *evidence = g_new (Evidence, 1);

  *evidence = (Evidence){ g_object_ref (self), g_object_ref (self->document), *of,
                          g_object_ref (files), g_ptr_array_new_with_free_func (g_free) };
  g_task_set_task_data (task, evidence, (GDestroyNotify)evidence_free);
  g_task_run_in_thread (task, on_thread);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = user_data;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      || !gtk_widget_get_realized (GTK_WIDGET (source)))
    return;

  text = g_strdup_printf (_ ("“%s” could not be opened. %s"), name, error->message);
  way_window_show_toast (WAY_WINDOW (source), text, FALSE);
}

static void
open_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);
  WayRecord *link = way_window_find_target (self, parameter, WAY_KIND_LINK);
  const char *uri = link != NULL ? way_record_get_text (link, WAY_LINK_URI) : NULL;

  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_shown,
                       way_text_title (link));
}

static void
remove_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);
  WayRecord *link = way_window_find_target (self, parameter, WAY_KIND_LINK);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (link == NULL)
    return;

  title = way_text_title (link);
  name = g_strdup_printf (_ ("Take “%s” out of the evidence"), title);
  text = g_strdup_printf (_ ("“%s” is not evidence any more; the file stays"), title);
  way_window_remove (self, way_record_get_id (link), name, text);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, WayWindow *self)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  const WayId *of = way_selection_get_primary (way_timeline_pane_get_selection (self->timeline));

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && of != NULL && self->document != NULL)
    way_window_add_evidence (self, of, files);
}

static void
choose_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);
  GtkFileChooser *chooser;

  if (way_selection_get_primary (way_timeline_pane_get_selection (self->timeline)) == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  chooser = way_window_make_chooser (self, _ ("Add evidence"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _ ("_Add"), NULL);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
way_window_install_evidence (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-evidence", NULL, choose_evidence);
  gtk_widget_class_install_action (widget_class, "win.open-evidence", "s", open_evidence);
  gtk_widget_class_install_action (widget_class, "win.remove-evidence", "s", remove_evidence);
}
