/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short value typed at the end of its row: words and numbers.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-field-edit.h"
#include "way-value.h"

#include <glib/gi18n.h>

struct _WayFieldRowEntry
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkWidget *text;
  GtkLabel *unit;
  GtkLabel *note;
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowEntry, way_field_row_entry, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

/* Money is in the plan's currency; other units are the schema's */
static const char *
find_unit (WayFieldRow *row)
{
  const WayFieldInfo *info = way_field_row_get_info (row);
  WayPlan *plan = way_document_get_plan (way_field_row_get_document (row));

  if (info->field == WAY_MILESTONE_COST)
    return way_record_get_text (way_plan_get_root (plan), WAY_PLAN_CURRENCY);

  return info->unit != NULL ? _ (info->unit) : NULL;
}

static void
way_field_row_entry_show (WayFieldRow *row, const WayRecord *record)
{
  WayFieldRowEntry *self = WAY_FIELD_ROW_ENTRY (row);
  const char *unit = find_unit (row);
  g_autoptr (GString) text = g_string_new (NULL);

  way_value_format (record, way_field_row_get_field (row), text);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text->str);
  gtk_label_set_label (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
}

static char *
way_field_row_entry_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (WAY_FIELD_ROW_ENTRY (row)->text));

  return way_field_read (way_field_row_get_info (row), typed, error);
}

static void
way_field_row_entry_show_error (WayFieldRow *row, const char *text)
{
  WayFieldRowEntry *self = WAY_FIELD_ROW_ENTRY (row);

  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_entry_show;
  iface->read = way_field_row_entry_read;
  iface->show_error = way_field_row_entry_show_error;
}

static void
on_changed (WayFieldRow *row)
{
  way_field_row_touch (row);
}

static void
on_clicked (WayFieldRowEntry *self)
{
  gtk_widget_grab_focus (self->text);
}

static void
way_field_row_entry_class_init (WayFieldRowEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-field-row-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowEntry, label);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowEntry, text);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowEntry, unit);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowEntry, note);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
way_field_row_entry_init (WayFieldRowEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  way_field_row_watch (WAY_FIELD_ROW (self), self->text);
  way_field_row_keep_at_end (self->text);
}

GtkWidget *
way_field_row_entry_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowEntry *self = g_object_new (WAY_TYPE_FIELD_ROW_ENTRY, "title", _ (info->label), NULL);

  gtk_label_set_label (self->label, _ (info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  return GTK_WIDGET (self);
}
