/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Yes or no, on a switch.
 */
#include "config.h"

#include "way-field-rows.h"

#include <glib/gi18n.h>

struct _WayFieldRowFlag
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
  const char *hint; /* nullable, translated, lives for ever */
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowFlag, way_field_row_flag, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static void
way_field_row_flag_show (WayFieldRow *row, const WayRecord *record)
{
  gtk_switch_set_active (WAY_FIELD_ROW_FLAG (row)->toggle,
                         way_record_get_flag (record, way_field_row_get_field (row)));
}

static char *
way_field_row_flag_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  return g_strdup (gtk_switch_get_active (WAY_FIELD_ROW_FLAG (row)->toggle) ? "true" : "false");
}

static void
way_field_row_flag_show_error (WayFieldRow *row, const char *text)
{
  const char *hint = WAY_FIELD_ROW_FLAG (row)->hint;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL   ? text
                                                     : hint != NULL ? hint
                                                                    : "");
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_flag_show;
  iface->read = way_field_row_flag_read;
  iface->show_error = way_field_row_flag_show_error;
}

static void
on_active_changed (WayFieldRow *row)
{
  if (way_field_row_touch (row))
    way_field_row_commit (row);
}

static void
way_field_row_flag_class_init (WayFieldRowFlagClass *klass)
{
}

static void
way_field_row_flag_init (WayFieldRowFlag *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  self->toggle = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_active_changed), self);
}

GtkWidget *
way_field_row_flag_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowFlag *self = g_object_new (WAY_TYPE_FIELD_ROW_FLAG, "title", _ (info->label), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  if (hint != NULL)
    {
      self->hint = hint;
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    }

  return GTK_WIDGET (self);
}
