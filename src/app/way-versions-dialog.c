/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of versions at the start, and what differs in the chosen one beside it. They are read one
 * after the other on a thread, the chosen one first.
 */
#include "config.h"

#include "way-versions-dialog.h"

#include "way-button-name.h"
#include "way-desktop-theme.h"
#include "way-difference-rows.h"
#include "way-document-salvage.h"
#include "way-document-version.h"
#include "way-message.h"
#include "way-moment-words.h"
#include "way-plan-preview.h"
#include "way-versions.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 536 /* pixels of the interface: the clamp without its margins */
#define PICTURE_HEIGHT 150
#define LARGE_PLAN                                                                                 \
  12000 /* milestones: no picture, for it would keep a core busy, and read again                   \
           when it is chosen again, for several of them fill memory */

struct _WayVersionsDialog
{
  AdwWindow parent_instance;

  WayDocument *document;
  guint n_kept;
  GPtrArray *entries; /* of Entry, newest first */
  GCancellable *cancellable;
  GCancellable *drawing; /* the picture of the chosen one */
  gboolean is_reading;

  GtkStack *pages;
  AdwStatusPage *none;
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkWidget *detail_page;
  GtkListBox *list;
  AdwWindowTitle *when;
  GtkStack *details;
  GtkScrolledWindow *scrolled;
  GtkPicture *picture;
  GtkLabel *heading;
  GtkListBox *differences;
  AdwStatusPage *unread;
  GtkWidget *salvage_button;
  GtkWidget *forget_button;
  GtkWidget *copy_button;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (WayVersionsDialog, way_versions_dialog, ADW_TYPE_WINDOW)

enum
{
  RESTORE,
  OPEN_COPY,
  SALVAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One version */
typedef struct
{
  WayVersionsDialog *dialog;
  GFile *file;
  gint64 time; /* in seconds */
  char *title;
  GtkWidget *row;
  GtkLabel *summary;
  gboolean is_described;
  WayComparison *comparison; /* nullable until it is read, and again where it is large */
  GError *error;             /* nullable: why it cannot be read */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->file);
  g_free (self->title);
  g_clear_pointer (&self->comparison, way_comparison_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static Entry *
get_chosen (WayVersionsDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->entries, gtk_list_box_row_get_index (row)) : NULL;
}

static gboolean
is_large (const Entry *entry)
{
  return way_plan_get_count (way_comparison_get_after (entry->comparison), WAY_KIND_MILESTONE)
         > LARGE_PLAN;
}

/* The chosen one */

static void
on_picture_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WayVersionsDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GdkTexture) texture = way_plan_preview_load_finish (result, &title, &error);

  if (texture == NULL)
    return; /* cancelled, and @self may be gone; or there is nothing to show */

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
}

static WayPlan *
get_plan (gpointer plan, GCancellable *cancellable, GError **error)
{
  return g_object_ref (plan);
}

static void
stop_drawing (WayVersionsDialog *self)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
draw (WayVersionsDialog *self, const Entry *entry)
{
  stop_drawing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  if (is_large (entry))
    return;

  self->drawing = g_cancellable_new ();
  way_plan_preview_load_async (
      get_plan, g_object_ref (way_comparison_get_after (entry->comparison)), g_object_unref,
      way_desktop_theme_get (), PICTURE_WIDTH, PICTURE_HEIGHT,
      gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->drawing, on_picture_drawn, self);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_differences (WayVersionsDialog *self, const Entry *entry)
{
  g_autofree char *summary = way_comparison_dup_summary (entry->comparison);
  /* Translators: what differs in few words, as "3 milestones changed, 1 goal added" */
  g_autofree char *heading = g_strdup_printf (_ ("Restoring this would mean: %s."), summary);
  /* Translators: before a value as it is, and as it was in the earlier version */
  g_autoptr (GPtrArray) rows
      = way_difference_rows_new (entry->comparison, _ ("Now: %s"), _ ("Then: %s"));

  gtk_label_set_label (self->heading, heading);
  clear_list (self->differences);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->differences, rows->pdata[i]);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  draw (self, entry);
}

static const char *
choose_page (const Entry *entry)
{
  if (entry->error != NULL)
    return "unread";
  if (entry->comparison == NULL)
    return "waiting";

  return way_comparison_get_n_records (entry->comparison) > 0 ? "differences" : "same";
}

static void
show_chosen (WayVersionsDialog *self)
{
  const Entry *entry = get_chosen (self);
  const char *page;

  if (entry == NULL)
    return;

  page = choose_page (entry);
  adw_window_title_set_title (self->when, entry->title);
  gtk_widget_set_sensitive (self->copy_button, entry->comparison != NULL);
  gtk_widget_set_sensitive (self->restore_button, g_str_equal (page, "differences"));
  if (entry->error != NULL)
    {
      gboolean is_damaged = way_document_can_salvage (entry->error);
      g_autofree char *text = g_markup_escape_text (
          is_damaged ? _ ("A part of it is damaged. What is intact can be shown as a new plan.")
                     : entry->error->message,
          -1);

      adw_status_page_set_description (self->unread, text);
      gtk_widget_set_visible (self->salvage_button, is_damaged);
    }
  else if (g_str_equal (page, "differences"))
    show_differences (self, entry);
  gtk_stack_set_visible_child_name (self->details, page);
}

/* Reading */

static void
describe (Entry *self)
{
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;

  if (self->error != NULL)
    summary = g_strdup (_ ("Cannot be restored"));
  else if (way_comparison_get_n_records (self->comparison) == 0)
    summary = g_strdup (_ ("The same as now"));
  else
    summary = way_comparison_dup_summary (self->comparison);

  self->is_described = TRUE;
  gtk_label_set_label (self->summary, summary);
  name = g_strdup_printf ("%s. %s", self->title, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* The chosen one, which a person waits for, or the first that has not been read */
static Entry *
find_unread (WayVersionsDialog *self)
{
  Entry *chosen = get_chosen (self);

  if (chosen != NULL && chosen->comparison == NULL && chosen->error == NULL)
    return chosen;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->is_described)
        return entry;
    }

  return NULL;
}

static void read_next (WayVersionsDialog *self);

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Entry *entry = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayComparison) comparison
      = way_document_compare_finish (WAY_DOCUMENT (source), result, &error);
  WayVersionsDialog *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* and @entry is gone */

  self = entry->dialog;
  self->is_reading = FALSE;
  entry->comparison = g_steal_pointer (&comparison);
  entry->error = g_steal_pointer (&error);
  describe (entry);
  if (entry == get_chosen (self))
    show_chosen (self);
  else if (entry->comparison != NULL && is_large (entry))
    g_clear_pointer (&entry->comparison, way_comparison_unref);

  read_next (self);
}

static void
read_next (WayVersionsDialog *self)
{
  Entry *entry = self->is_reading ? NULL : find_unread (self);

  if (entry == NULL)
    return;

  self->is_reading = TRUE;
  way_document_compare_async (self->document, entry->file, self->cancellable, on_compared, entry);
}

/* The list */

static GtkWidget *
make_row (Entry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (entry->title);

  entry->summary = GTK_LABEL (gtk_label_new (_ ("Reading…")));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (entry->summary, 0);
  gtk_label_set_wrap (entry->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (entry->summary), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (entry->summary), "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->summary));

  entry->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->title, -1);

  return entry->row;
}

static gint64
get_seconds (const GArray *versions, guint index)
{
  return g_array_index (versions, WayVersion, index).time / G_USEC_PER_SEC;
}

/* To the second where another one has the same minute */
static char *
name_version (const GArray *versions, guint index)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 seconds = get_seconds (versions, index);
  g_autofree char *words = way_moment_words_from (seconds, now);
  g_autofree char *newer
      = index > 0 ? way_moment_words_from (get_seconds (versions, index - 1), now) : NULL;
  g_autofree char *older = index + 1 < versions->len
                               ? way_moment_words_from (get_seconds (versions, index + 1), now)
                               : NULL;

  return g_strcmp0 (words, newer) == 0 || g_strcmp0 (words, older) == 0
             ? way_moment_words_to_the_second (seconds, now)
             : g_steal_pointer (&words);
}

static void
add_version (WayVersionsDialog *self, const GArray *versions, guint index)
{
  const WayVersion *version = &g_array_index (versions, WayVersion, index);
  Entry *entry = g_new0 (Entry, 1);

  entry->dialog = self;
  entry->file = g_file_new_for_path (version->path);
  entry->time = version->time / G_USEC_PER_SEC;
  entry->title = name_version (versions, index);
  g_ptr_array_add (self->entries, entry);
  gtk_list_box_append (self->list, make_row (entry));
}

static const char *
explain_none (WayVersionsDialog *self)
{
  if (way_document_get_private (self->document))
    return _ ("This plan is to leave no traces, so none are kept.");
  if (way_document_get_file (self->document) == NULL)
    return _ ("This plan is not in a file yet. Once it is, one is kept each time you save.");
  if (self->n_kept == 0)
    return _ ("None are kept, as the preferences have it.");

  return _ ("No earlier versions yet: one is kept each time you save.");
}

static void
list_versions (WayVersionsDialog *self)
{
  g_autoptr (GArray) versions
      = way_versions_list (way_plan_get_id (way_document_get_plan (self->document)));

  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < versions->len; i++)
    add_version (self, versions, i);

  if (versions->len == 0)
    adw_status_page_set_description (self->none, explain_none (self));
  else
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->pages, versions->len == 0 ? "none" : "versions");
}

static void
on_row_selected (WayVersionsDialog *self)
{
  show_chosen (self);
  read_next (self);
}

static void
on_row_activated (WayVersionsDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_page);
}

static void
on_back_clicked (WayVersionsDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

/* What to do with one */

static void
on_restore_clicked (WayVersionsDialog *self)
{
  const Entry *entry = get_chosen (self);
  g_autofree char *when = way_moment_words (entry->time);

  g_signal_emit (self, signals[RESTORE], 0, way_comparison_get_after (entry->comparison), when);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_copy_clicked (WayVersionsDialog *self)
{
  g_signal_emit (self, signals[OPEN_COPY], 0,
                 way_comparison_get_after (get_chosen (self)->comparison));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_salvage_clicked (WayVersionsDialog *self)
{
  g_signal_emit (self, signals[SALVAGE], 0, get_chosen (self)->file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
stop_reading (WayVersionsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stop_drawing (self);
  self->is_reading = FALSE;
}

static void
on_forget_answered (AdwMessageDialog *dialog, const char *response, WayVersionsDialog *self)
{
  if (!g_str_equal (response, "forget"))
    return;

  stop_reading (self);
  way_versions_forget (way_plan_get_id (way_document_get_plan (self->document)));
  /* A focused child must not go while it has the focus */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_ptr_array_set_size (self->entries, 0);
  clear_list (self->list);
  list_versions (self);
}

static void
on_forget_clicked (WayVersionsDialog *self)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Forget all earlier versions?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("Those of “%s” are deleted and cannot be restored afterwards. The plan and its file stay "
         "as they are."),
      way_document_get_title (self->document));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "forget",
                                    _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_forget_answered), self, 0);
  way_message_present (dialog);
}

static void
way_versions_dialog_dispose (GObject *object)
{
  WayVersionsDialog *self = WAY_VERSIONS_DIALOG (object);

  if (self->cancellable != NULL)
    {
      stop_reading (self);
      /* The rows are told of their going */
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }

  G_OBJECT_CLASS (way_versions_dialog_parent_class)->dispose (object);
}

static void
way_versions_dialog_finalize (GObject *object)
{
  WayVersionsDialog *self = WAY_VERSIONS_DIALOG (object);

  g_ptr_array_unref (self->entries);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (way_versions_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, none);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, detail_page);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, when);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, details);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, unread);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, WayVersionsDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_salvage_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
way_versions_dialog_class_init (WayVersionsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = way_versions_dialog_dispose;
  object_class->finalize = way_versions_dialog_finalize;

  signals[RESTORE] = g_signal_new ("restore", WAY_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, WAY_TYPE_PLAN, G_TYPE_STRING);
  signals[OPEN_COPY] = g_signal_new ("open-copy", WAY_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_PLAN);
  signals[SALVAGE] = g_signal_new ("salvage", WAY_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
way_versions_dialog_init (WayVersionsDialog *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_button_name_set_all (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}

/* On a small screen the window shows how much room there is */
static void
fit_into (GtkWindow *self, GtkWidget *parent)
{
  int width, height;
  int room = gtk_widget_get_width (parent);

  gtk_window_get_default_size (self, &width, &height);
  if (room > 0 && room < width)
    gtk_window_set_default_size (self, room, height);
}

GtkWidget *
way_versions_dialog_new (GtkWindow *parent, WayDocument *document, guint n_kept)
{
  WayVersionsDialog *self = g_object_new (WAY_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->n_kept = n_kept;
  if (parent != NULL)
    fit_into (GTK_WINDOW (self), GTK_WIDGET (parent));
  list_versions (self);

  return GTK_WIDGET (self);
}

void
way_versions_dialog_set_lost (WayVersionsDialog *self)
{
  g_return_if_fail (WAY_IS_VERSIONS_DIALOG (self));

  gtk_widget_set_visible (self->copy_button, FALSE);
  gtk_widget_set_visible (self->forget_button, FALSE);
}
