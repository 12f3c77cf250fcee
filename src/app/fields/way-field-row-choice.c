/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a list of words: category, status, colour.
 */
#include "config.h"

#include "way-field-row-combo.h"
#include "way-field-rows.h"

#include "way-style.h"

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
  const WayFieldInfo *info = way_field_row_get_info (row);

  way_field_row_combo_show (row, info->n_choices, way_record_get_choice (record, info->field));
}

static char *
way_field_row_choice_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  const WayFieldInfo *info = way_field_row_get_info (row);

  return g_strdup (info->choices[adw_combo_row_get_selected (ADW_COMBO_ROW (row))].word);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_choice_show;
  iface->read = way_field_row_choice_read;
  iface->show_error = way_field_row_combo_show_error;
}

/* Colours are shown beside their names, as they are on the timeline */

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const WayStyle *style = way_style_get (dark ? WAY_THEME_DARK : WAY_THEME_LIGHT);
  const WayFieldInfo *info = way_schema_get_field (WAY_GOAL_COLOUR);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint colour = 0; /* the row itself asks too, outside any list, so that only the name tells */
  g_autofree char *markup = NULL;

  while (colour < info->n_choices && !g_str_equal (name, _ (info->choices[colour].label)))
    colour++;

  if (colour == info->n_choices) /* of several that differ */
    {
      gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
      return;
    }

  markup = g_markup_printf_escaped ("<span foreground='#%06x'>\u25cf</span>\u2002%s",
                                    style->goals[colour] >> 8, name);
  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)), markup);
}

static void
show_colours (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_item_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_item_bind), NULL);
  adw_combo_row_set_factory (row, factory);
}

static void
way_field_row_choice_class_init (WayFieldRowChoiceClass *klass)
{
}

static void
way_field_row_choice_init (WayFieldRowChoice *self)
{
  way_field_row_combo_init (WAY_FIELD_ROW (self));
}

GtkWidget *
way_field_row_choice_new (const WayFieldInfo *info, const char *hint)
{
  GtkWidget *self = g_object_new (WAY_TYPE_FIELD_ROW_CHOICE, "title", _ (info->label), NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < info->n_choices; i++)
    gtk_string_list_append (labels, _ (info->choices[i].label));
  if (info->field == WAY_GOAL_COLOUR)
    show_colours (ADW_COMBO_ROW (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));

  return self;
}
