/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-accels.h"
#include "way-change-bar.h"
#include "way-field-rows.h"
#include "way-inspector-body.h"
#include "way-inspector-page.h"
#include "way-inspector.h"
#include "way-outline-pane.h"
#include "way-plan-card.h"
#include "way-preferences.h"
#include "way-print-page.h"
#include "way-recovery-dialog.h"
#include "way-settings.h"
#include "way-start-page.h"
#include "way-undated-popover.h"
#include "way-versions-dialog.h"

static GtkWidget *
make_card (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_append (GTK_FLOW_BOX (box), way_plan_card_new ("Title", "A line about it",
                                                              "win.open-uri", "file:///nowhere"));
  return box;
}

static GtkWidget *
make_rows (WayField field)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), way_field_row_new (field, "Why?"));
  return group;
}

static GtkWidget *
make_date_row (void)
{
  return make_rows (WAY_GOAL_START);
}

static GtkWidget *
make_entry_row (void)
{
  return make_rows (WAY_MILESTONE_EFFORT);
}

static GtkWidget *
make_prose_row (void)
{
  return make_rows (WAY_GOAL_NOTES);
}

static GtkWidget *
make_refs_row (void)
{
  return make_rows (WAY_MILESTONE_PEOPLE);
}

static GtkWidget *
make_undated (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), way_undated_popover_new ());
  return button;
}

static GtkWidget *
make_preferences (void)
{
  g_autoptr (GSettings) settings = way_settings_new ();

  return way_preferences_new (NULL, settings);
}

static GtkWidget *
make_versions (void)
{
  g_autoptr (WayDocument) document = app_document_new ();

  return way_versions_dialog_new (NULL, document, 10);
}

static GtkWidget *
make_print_page (void)
{
  g_autoptr (WayDocument) document = app_document_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (WayPrintChoices) choices = way_print_choices_new (NULL);

  return way_print_page_new (way_document_get_plan (document), choices, setup);
}

static GtkWidget *
make_window (void)
{
  return GTK_WIDGET (app_window_new ());
}

static GtkWidget *
make_recovery_dialog (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  return way_recovery_dialog_new (NULL, list);
}

static GtkWidget *
make_shortcuts (void)
{
  return GTK_WIDGET (way_accels_new_shortcuts ());
}

typedef struct
{
  const char *path;
  GtkWidget *(*make) (void);
} Template;

static const Template templates[] = {
  { "/app/template-classes/change-bar", way_change_bar_new },
  { "/app/template-classes/date-row", make_date_row },
  { "/app/template-classes/entry-row", make_entry_row },
  { "/app/template-classes/inspector", way_inspector_new },
  { "/app/template-classes/inspector-body", way_inspector_body_new },
  { "/app/template-classes/outline", way_outline_pane_new },
  { "/app/templates/plan-card", make_card },
  { "/app/template-classes/preferences", make_preferences },
  { "/app/template-classes/print-page", make_print_page },
  { "/app/template-classes/prose-row", make_prose_row },
  { "/app/templates/refs-row", make_refs_row },
  { "/app/template-classes/start-page", way_start_page_new },
  { "/app/template-classes/undated", make_undated },
  { "/app/template-classes/versions", make_versions },
  { "/app/templates/window", make_window },
  { "/app/template-classes/recovery-dialog", make_recovery_dialog },
  { "/app/template-classes/shortcuts", make_shortcuts },
};

/* Warnings are fatal, so that a child that is not bound or a property that is not there fails here
 */
static void
test_comes_and_goes (gconstpointer data)
{
  const Template *template = data;
  GtkWidget *widget = template->make ();
  GtkWidget *window = GTK_IS_WINDOW (widget) ? widget : gtk_window_new ();

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  if (widget != window)
    gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  app_settle ();

  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
  g_assert_null (widget);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    g_test_add_data_func (templates[i].path, &templates[i], test_comes_and_goes);

  return g_test_run ();
}
