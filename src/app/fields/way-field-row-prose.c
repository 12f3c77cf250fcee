/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text of several lines, with the question that it answers above it.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-prose-view.h"
#include "way-text.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>

struct _WayFieldRowProse
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkLabel *hint;
  GtkTextView *view;
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowProse, way_field_row_prose, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static void
way_field_row_prose_show (WayFieldRow *row, const WayRecord *record)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (WAY_FIELD_ROW_PROSE (row)->view);
  const char *text = way_record_get_text (record, way_field_row_get_field (row));
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (shown, text != NULL ? text : "") != 0) /* or the cursor would jump */
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

static char *
way_field_row_prose_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  g_autofree char *typed = NULL;

  g_object_get (gtk_text_view_get_buffer (WAY_FIELD_ROW_PROSE (row)->view), "text", &typed, NULL);

  return way_text_clean (typed, -1);
}

static void
way_field_row_prose_show_error (WayFieldRow *row, const char *text)
{
  way_tooltip_set (GTK_WIDGET (row), text);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_prose_show;
  iface->read = way_field_row_prose_read;
  iface->show_error = way_field_row_prose_show_error;
}

static void
on_changed (WayFieldRow *row)
{
  way_field_row_touch (row);
}

static void
way_field_row_prose_class_init (WayFieldRowProseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_PROSE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-field-row-prose.ui");
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowProse, label);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowProse, hint);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowProse, view);
}

static void
way_field_row_prose_init (WayFieldRowProse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  way_field_row_watch (WAY_FIELD_ROW (self), GTK_WIDGET (self->view));
}

GtkWidget *
way_field_row_prose_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowProse *self = g_object_new (WAY_TYPE_FIELD_ROW_PROSE, "title", _ (info->label), NULL);

  /* Without a question it stands alone in a group of its name */
  gtk_label_set_label (self->label, _ (info->label));
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);

  return GTK_WIDGET (self);
}
