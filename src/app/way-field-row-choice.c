/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a list of words: category, status, colour.
 */
#include "config.h"

#include "way-field-rows.h"

#include <glib/gi18n.h>

struct _WayFieldRowChoice
{
  AdwComboRow parent_instance;
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowChoice, way_field_row_choice, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static void
way_field_row_choice_show (WayFieldRow *row, const WayRecord *record)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              way_record_get_choice (record, way_field_row_get_field (row)));
}

static char *
way_field_row_choice_read (WayFieldRow *row, GError **error)
{
  const WayFieldInfo *info = way_field_row_get_info (row);

  return g_strdup (info->choices[adw_combo_row_get_selected (ADW_COMBO_ROW (row))].word);
}

static void
way_field_row_choice_show_error (WayFieldRow *row, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_choice_show;
  iface->read = way_field_row_choice_read;
  iface->show_error = way_field_row_choice_show_error;
}

static void
on_selected_changed (WayFieldRow *row)
{
  if (way_field_row_touch (row))
    way_field_row_commit (row);
}

static void
way_field_row_choice_class_init (WayFieldRowChoiceClass *klass)
{
}

static void
way_field_row_choice_init (WayFieldRowChoice *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
way_field_row_choice_new (const WayFieldInfo *info, const char *hint)
{
  GtkWidget *self = g_object_new (WAY_TYPE_FIELD_ROW_CHOICE, "title", _ (info->label), NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < info->n_choices; i++)
    gtk_string_list_append (labels, _ (info->choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);

  return self;
}
