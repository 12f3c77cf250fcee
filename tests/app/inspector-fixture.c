/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector in a window, over the small plan.
 */
#include "inspector-fixture.h"

#include "way-value.h"

static void
set_up (InspectorFixture *self, gconstpointer data)
{
  self->document = app_document_new ();
  self->selection = way_selection_new ();
  self->inspector = WAY_INSPECTOR (way_inspector_new ());
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->inspector));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 340, 600);
  app_present (GTK_WINDOW (self->window));
  way_inspector_set_document (self->inspector, self->document, self->selection);
}

static void
tear_down (InspectorFixture *self, gconstpointer data)
{
  gpointer inspector = self->inspector;

  g_object_add_weak_pointer (inspector, &inspector);
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_null (inspector);

  g_object_unref (self->selection);
  g_object_add_weak_pointer (G_OBJECT (self->document), (gpointer *)&self->document);
  g_object_unref (self->document);
  g_assert_null (self->document);
}

GtkWidget *
inspector_fixture_open_list (GtkWidget *row)
{
  GtkWidget *button = app_find (row, GTK_TYPE_MENU_BUTTON);

  app_draw (button);
  gtk_widget_grab_focus (button); /* scrolls to it, or the popover had no place on the screen */
  app_draw (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_settle ();

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

char *
inspector_fixture_read (InspectorFixture *self, const WayId *id, WayField field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  way_value_format (way_plan_lookup (way_document_get_plan (self->document), id), field, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
inspector_fixture_add (const char *path, void (*test) (InspectorFixture *self, gconstpointer data))
{
  g_test_add (path, InspectorFixture, NULL, set_up, test, tear_down);
}
