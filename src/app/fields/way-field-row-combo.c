/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows have in common that choose one of a list, whatever stands in it.
 */
#include "config.h"

#include "way-field-row-combo.h"

/* The row's name is its title; what was chosen is told after it */
static void
tell_chosen (AdwComboRow *combo)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (combo);

  if (chosen != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (combo), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (chosen), -1);
}

/* What says that the records differ is the last of the list, and no value to give them */
static gboolean
is_various_chosen (AdwComboRow *combo)
{
  return way_field_row_is_various (WAY_FIELD_ROW (combo))
         && adw_combo_row_get_selected (combo) + 1
                == g_list_model_get_n_items (adw_combo_row_get_model (combo));
}

static void
on_selected_changed (AdwComboRow *combo)
{
  WayFieldRow *self = WAY_FIELD_ROW (combo);

  if (!way_field_row_touch (self))
    return;

  if (is_various_chosen (combo))
    {
      way_field_row_restore (self);
      return;
    }
  tell_chosen (combo);
  way_field_row_commit (self);
}

void
way_field_row_combo_init (WayFieldRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
}

void
way_field_row_combo_show (WayFieldRow *self, guint n_choices, guint position)
{
  AdwComboRow *combo = ADW_COMBO_ROW (self);
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (combo));
  gboolean was_various = g_list_model_get_n_items (G_LIST_MODEL (labels)) > n_choices;
  gboolean is_various = way_field_row_is_various (self);

  if (is_various && !was_various)
    gtk_string_list_append (labels, way_field_row_get_various ());
  adw_combo_row_set_selected (combo, is_various ? n_choices : position);
  if (was_various && !is_various)
    gtk_string_list_remove (labels, n_choices);

  tell_chosen (combo);
}

void
way_field_row_combo_show_error (WayFieldRow *self, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
}
