/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window in which a person says how the program is to behave.
 */
#include "config.h"

#include "way-preferences.h"

#include <glib/gi18n.h>

struct _WayPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  AdwComboRow *push_row;
  GtkAdjustment *n_versions;
};

G_DEFINE_FINAL_TYPE (WayPreferences, way_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* As the settings call what the row lists, in its order */
static const char *const pushes[] = { "ask", "always", "never" };

static gboolean
get_push (GValue *selected, GVariant *setting, gpointer user_data)
{
  const char *word = g_variant_get_string (setting, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pushes); i++)
    if (g_str_equal (word, pushes[i]))
      g_value_set_uint (selected, i);

  return TRUE;
}

static GVariant *
set_push (const GValue *selected, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (pushes[g_value_get_uint (selected)]);
}

static void
way_preferences_class_init (WayPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPreferences, group);
  gtk_widget_class_bind_template_child (widget_class, WayPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, WayPreferences, push_row);
  gtk_widget_class_bind_template_child (widget_class, WayPreferences, n_versions);
}

/* A page is made to scroll, and asks for no height of its own */
static void
be_as_high_as_rows (WayPreferences *self)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (GTK_WIDGET (self->page));

  if (GTK_IS_SCROLLED_WINDOW (scrolled))
    gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
}

static void
way_preferences_init (WayPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  be_as_high_as_rows (self);
}

GtkWidget *
way_preferences_new (GtkWindow *parent, GSettings *settings)
{
  WayPreferences *self = g_object_new (WAY_TYPE_PREFERENCES, "transient-for", parent, NULL);

  if (settings == NULL)
    {
      adw_preferences_group_set_description (
          self->group, _ ("Waymark is not installed here, so that nothing can be remembered."));
      gtk_widget_set_sensitive (GTK_WIDGET (self->group), FALSE);
      return GTK_WIDGET (self);
    }

  g_settings_bind_with_mapping (settings, "push-successors", self->push_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_push, set_push, NULL, NULL);
  g_settings_bind (settings, "earlier-versions", self->n_versions, "value",
                   G_SETTINGS_BIND_DEFAULT);

  return GTK_WIDGET (self);
}
