/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan for those who have no Waymark: as a file, on the clipboard, attached to a mail. What is
 * drawn is what `waymark-cli render` draws with the same options.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-file-reveal.h"
#include "way-mail.h"
#include "way-message.h"
#include "way-print-bytes.h"
#include "way-settings.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define CLIPBOARD_DPI 144
#define TOAST_SECONDS 8 /* time to reach the button */
#define MAIL_FOLDER "waymark-mail-XXXXXX"

/* What a drawing is for */
typedef struct _Errand Errand;

struct _Errand
{
  WayWindow *window;
  WayPrintOptions options;
  GFile *file; /* nullable */
  char *title; /* of the plan */
  void (*then) (Errand *self, GBytes *bytes);
};

static void
errand_free (Errand *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_print_bytes_finish (result, &error);

  if (bytes == NULL)
    {
      way_window_show_error (errand->window, _ ("The plan could not be drawn"), error->message);
      errand_free (errand);
      return;
    }

  errand->then (errand, bytes);
}

/* Draws and goes on; what is still being typed belongs to it */
static void
draw (WayWindow *self, WayRenderFormat format, double dpi, GFile *file,
      void (*then) (Errand *self, GBytes *bytes))
{
  Errand *errand = g_new0 (Errand, 1);

  way_inspector_commit (self->inspector);
  errand->window = g_object_ref (self);
  errand->options = way_print_options_new ();
  errand->options.format = format;
  errand->options.dpi = dpi;
  errand->file = file != NULL ? g_object_ref (file) : NULL;
  errand->title = g_strdup (way_document_get_title (self->document));
  errand->then = then;
  way_print_bytes_async (way_document_get_plan (self->document), &errand->options, NULL, on_drawn,
                         errand);
}

/* Files */

static const struct
{
  const char *ending;
  const char *label;
  WayRenderFormat format;
} formats[] = {
  { ".pdf", N_ ("PDF document"), WAY_RENDER_PDF },
  { ".svg", N_ ("SVG drawing"), WAY_RENDER_SVG },
  { ".png", N_ ("PNG picture"), WAY_RENDER_PNG },
};

static void
on_written (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (errand->file);
  g_autofree char *text = NULL;
  g_autofree char *uri = NULL;
  AdwToast *toast;

  if (!g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      text = g_strdup_printf (_ ("“%s” could not be written"), name);
      way_window_show_error (errand->window, text, error->message);
      return;
    }

  /* Translators: the name of a file that a plan was drawn into */
  text = g_markup_printf_escaped (_ ("“%s” is saved"), name);
  uri = g_file_get_uri (errand->file);
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_button_label (toast, _ ("Show in folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  way_window_add_toast (errand->window, toast);
}

static void
write_file (Errand *errand, GBytes *bytes)
{
  g_file_replace_contents_bytes_async (errand->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, errand);
}

static const GtkFileFilter *
get_filter (GtkFileChooser *chooser, guint format)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, format);

  return filter; /* the chooser holds it */
}

/* By its ending; what has another one gets that of the filter */
static guint
find_format (GtkFileChooser *chooser, GFile **file)
{
  g_autofree char *uri = g_file_get_uri (*file);
  g_autofree char *ended = NULL;
  guint format = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (uri, formats[i].ending))
      return i;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (gtk_file_chooser_get_filter (chooser) == get_filter (chooser, i))
      format = i;

  ended = g_strconcat (uri, formats[format].ending, NULL);
  g_object_unref (*file);
  *file = g_file_new_for_uri (ended);

  return format;
}

typedef struct
{
  WayWindow *window;
  WayRenderFormat format;
  double dpi;
  GFile *file;
} Export;

static void
export_free (gpointer data, GClosure *closure)
{
  Export *self = data;

  g_object_unref (self->file);
  g_free (self);
}

static void
on_overwrite_answered (AdwMessageDialog *dialog, const char *response, Export *export)
{
  if (g_str_equal (response, "replace") && export->window->document != NULL)
    draw (export->window, export->format, export->dpi, export->file, write_file);
}

/* @export is the dialog's, which the window outlives */
static void
ask_to_overwrite (Export *export)
{
  GtkWidget *dialog = way_window_make_overwrite_dialog (export->window, export->file);

  g_signal_connect_data (dialog, "response", G_CALLBACK (on_overwrite_answered), export,
                         export_free, 0);
  way_message_present (dialog);
}

static double
read_dpi (GtkFileChooser *chooser)
{
  const char *choice = gtk_file_chooser_get_choice (chooser, "dpi");

  return choice != NULL ? g_ascii_strtod (choice, NULL) : way_print_options_new ().dpi;
}

static void
on_export_chosen (GtkNativeDialog *dialog, int response, WayWindow *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  if (response == GTK_RESPONSE_ACCEPT && chosen != NULL && self->document != NULL)
    {
      g_autoptr (GFile) file = g_object_ref (chosen);
      Export export
          = { self, formats[find_format (chooser, &file)].format, read_dpi (chooser), file };

      if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
        {
          g_object_ref (file);
          ask_to_overwrite (g_memdup2 (&export, sizeof export));
        }
      else
        draw (self, export.format, export.dpi, file, write_file);
    }
  g_clear_object (&self->chooser);
}

static void
add_filters (GtkFileChooser *chooser, guint chosen)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *pattern = g_strconcat ("*", formats[i].ending, NULL);

      gtk_file_filter_set_name (filter, _ (formats[i].label));
      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == chosen)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

static void
add_resolutions (GtkFileChooser *chooser)
{
  static const char *const values[] = { "144", "300", "600", NULL }; /* the first is chosen */
  const char *labels[] = { _ ("144 dots an inch: for screens"), _ ("300 dots an inch: for paper"),
                           _ ("600 dots an inch: large"), NULL };

  gtk_file_chooser_add_choice (chooser, "dpi", _ ("Resolution of a PNG"), (const char **)values,
                               labels);
}

static void
choose_export (WayWindow *self, guint format, const char *title)
{
  GFile *plan = way_document_get_file (self->document);
  g_autoptr (GFile) folder = plan != NULL ? g_file_get_parent (plan) : NULL;
  g_autofree char *name
      = way_window_suggest_name (way_document_get_title (self->document), formats[format].ending);
  GtkFileChooser *chooser
      = way_window_make_chooser (self, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), folder);

  add_filters (chooser, format);
  add_resolutions (chooser);
  gtk_file_chooser_set_current_name (chooser, name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_export_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_export (WAY_WINDOW (widget), 0, _ ("Save a PDF"));
}

static void
export_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_export (WAY_WINDOW (widget), 2, _ ("Export a picture"));
}

static void
show_in_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  way_file_reveal (GTK_WINDOW (widget), file);
}

/* The clipboard */

static void
put_on_clipboard (Errand *errand, GBytes *bytes)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (errand->window));
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("image/png", bytes);

  gdk_clipboard_set_content (clipboard, content);
  way_window_show_toast (errand->window, _ ("The picture is on the clipboard"), FALSE);
  errand_free (errand);
}

static void
copy_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  draw (WAY_WINDOW (widget), WAY_RENDER_PNG, CLIPBOARD_DPI, NULL, put_on_clipboard);
}

/* Mail */

static void
on_mail_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (way_mail_compose_finish (result, &error))
    way_window_show_toast (errand->window, _ ("Your mail program has the PDF"), FALSE);
  else if (error != NULL)
    way_window_show_error (errand->window, _ ("The plan could not be handed to a mail program"),
                           error->message);
}

/* A folder of its own that is gone when the person logs out: the mail program reads the file when
 * it likes, and the plan may be one that is to leave no traces */
static char *
make_attachment (Errand *errand, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), MAIL_FOLDER, NULL);
  g_autofree char *name = way_window_suggest_name (errand->title, ".pdf");
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700) != 0
      || g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (
          error, G_FILE_ERROR, g_file_error_from_errno (errno),
          _ ("No folder could be made for the PDF: %s. Save a PDF and attach it yourself."),
          g_strerror (errno));
      return NULL;
    }

  path = g_build_filename (folder, name, NULL);

  return g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error)
             ? g_steal_pointer (&path)
             : NULL;
}

static void
mail (Errand *errand, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_attachment (errand, bytes, &error);

  if (path == NULL)
    {
      way_window_show_error (errand->window, _ ("The plan could not be handed to a mail program"),
                             error->message);
      errand_free (errand);
      return;
    }

  way_mail_compose_async (errand->title, path, NULL, on_mail_composed, errand);
}

static void
hand_to_mail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  draw (self, WAY_RENDER_PDF, way_print_options_new ().dpi, NULL, mail);
}

void
way_window_bind_share (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf);
  gtk_widget_class_install_action (widget_class, "win.export-picture", NULL, export_picture);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture);
  gtk_widget_class_install_action (widget_class, "win.mail", NULL, hand_to_mail);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder);
}

void
way_window_update_share (WayWindow *self)
{
  static const char *const names[]
      = { "win.export-pdf", "win.export-picture", "win.copy-picture", "win.mail" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->document != NULL);
}
