/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text over the full width of the inspector: titles, places.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-text.h"

#include <glib/gi18n.h>

struct _WayFieldRowText
{
  AdwEntryRow parent_instance;
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowText, way_field_row_text, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static void
on_changed (WayFieldRow *row)
{
  way_field_row_touch (row);
}

static void
way_field_row_text_show (WayFieldRow *row, const WayRecord *record)
{
  const char *text = way_record_get_text (record, way_field_row_get_field (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static char *
way_field_row_text_read (WayFieldRow *row, GError **error)
{
  return way_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static void
way_field_row_text_show_error (WayFieldRow *row, const char *text)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), text);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_text_show;
  iface->read = way_field_row_text_read;
  iface->show_error = way_field_row_text_show_error;
}

static void
way_field_row_text_class_init (WayFieldRowTextClass *klass)
{
}

static void
way_field_row_text_init (WayFieldRowText *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  /* The row never says that it has the focus, so a screen reader would be silent here. It hears of
   * what is within once that has a role. */
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  way_field_row_watch (WAY_FIELD_ROW (self), GTK_WIDGET (text));
}

GtkWidget *
way_field_row_text_new (const WayFieldInfo *info, const char *hint)
{
  GtkWidget *self = g_object_new (WAY_TYPE_FIELD_ROW_TEXT, "title", _ (info->label), NULL);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  return self;
}
