/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a plan that is damaged: its intact records as a new plan, and a list of what is
 * missing. The file itself stays as it is.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-diagnostic.h"
#include "way-document-salvage.h"
#include "way-message.h"
#include "way-plan-id.h"
#include "way-versions.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 280 /* pixels; beyond it scrolls */
#define ROW_HEIGHT 110  /* of three lines and the number of one */

typedef struct
{
  WayWindow *window;
  GFile *file;
} Salvage;

static Salvage *
salvage_new (WayWindow *window, GFile *file)
{
  Salvage *self = g_new (Salvage, 1);

  self->window = g_object_ref (window);
  self->file = g_object_ref (file);

  return self;
}

static void
salvage_free (Salvage *self)
{
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Salvage, salvage_free)

static void
salvage_destroy (gpointer data, GClosure *closure)
{
  salvage_free (data);
}

static GtkWidget *
make_row (const WayDiagnostic *diagnostic)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = way_diagnostic_describe (diagnostic);
  g_autofree char *line = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  if (diagnostic->line > 0)
    {
      line = g_strdup_printf (_ ("Line %u"), diagnostic->line);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
    }

  return row;
}

static GtkWidget *
make_list (GPtrArray *missing)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is missing"), -1);
  for (guint i = 0; i < missing->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (g_ptr_array_index (missing, i)));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* What its rows want depends on a width that it does not know yet */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              MIN (LIST_HEIGHT, (int)missing->len * ROW_HEIGHT));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static void
show_missing (GtkWindow *parent, GFile *file, GPtrArray *missing)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("What was intact is here"), NULL);
  g_autofree char *name = g_file_get_basename (file);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("It is a new plan that has yet to be saved; “%s” is as it was. This is missing:"), name);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (missing));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  way_message_present (dialog);
}

static void
on_salvaged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Salvage) salvage = user_data;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = way_document_salvage_finish (result, &missing, &error);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (salvage->window));

  if (application == NULL)
    return; /* closed meanwhile */
  if (document == NULL)
    {
      way_window_show_error (salvage->window, _ ("Nothing of it is intact"), error->message);
      return;
    }

  way_window_show_document (salvage->window, document);
  show_missing (gtk_application_get_active_window (application), salvage->file, missing);
}

void
way_window_salvage (WayWindow *self, GFile *file)
{
  way_document_salvage_async (file, NULL, on_salvaged, salvage_new (self, file));
}

/* Of the damaged plan; nothing else is known of it */
static WayDocument *
find_versions (GFile *file)
{
  WayId id;
  g_autoptr (GArray) versions = way_plan_id_find (file, &id) ? way_versions_list (&id) : NULL;
  g_autoptr (WayPlan) plan = NULL;

  if (versions == NULL || versions->len == 0)
    return NULL;
  plan = way_plan_new (&id);

  return way_document_new (plan);
}

static void
on_damage_answered (AdwMessageDialog *dialog, const char *response, Salvage *salvage)
{
  g_autoptr (WayDocument) document = NULL;

  if (g_str_equal (response, "salvage"))
    way_window_salvage (salvage->window, salvage->file);
  else if (g_str_equal (response, "versions") && (document = find_versions (salvage->file)) != NULL)
    way_window_show_versions_of (salvage->window, document, salvage->file);
}

void
way_window_offer_salvage (WayWindow *self, GFile *file, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  g_autoptr (WayDocument) versions = find_versions (file);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog), "%s\n\n%s", text,
      versions != NULL
          ? _ ("What is intact of it can be shown as a new plan, or a version that was kept when "
               "it was saved. The file stays as it is.")
          : _ ("What is intact of it can be shown as a new plan. The file stays as it is."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (versions != NULL)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "versions",
                                     _ ("Restore _Earlier Version…"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "salvage",
                                   _ ("_Show What Is Intact"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "salvage",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "salvage");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_damage_answered),
                         salvage_new (self, file), salvage_destroy, 0);
  way_message_present (dialog);
}
