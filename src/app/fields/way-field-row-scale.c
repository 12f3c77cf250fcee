/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole number within a range, on a slider: progress.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-milestone.h"

#include <glib/gi18n.h>

#define SLIDER_WIDTH 130

struct _WayFieldRowScale
{
  AdwActionRow parent_instance;

  GtkRange *scale;
  GtkLabel *value;
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowScale, way_field_row_scale, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static int
get_value (WayFieldRowScale *self)
{
  return (int)gtk_range_get_value (self->scale);
}

static void
update_label (WayFieldRowScale *self)
{
  const char *unit = way_field_row_get_info (WAY_FIELD_ROW (self))->unit;
  g_autofree char *text = NULL;

  text = unit != NULL ? g_strdup_printf ("%d\u00a0%s", get_value (self), _ (unit))
                      : g_strdup_printf ("%d", get_value (self));
  gtk_label_set_label (self->value, text);
}

/* Of what is done nothing is left to slide: its status says how far it has come */
static void
way_field_row_scale_show (WayFieldRow *row, const WayRecord *record)
{
  WayFieldRowScale *self = WAY_FIELD_ROW_SCALE (row);
  WayField field = way_field_row_get_field (row);
  gboolean is_done = field == WAY_MILESTONE_PROGRESS
                     && way_record_get_choice (record, WAY_MILESTONE_STATUS) == WAY_STATUS_DONE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !is_done);
  gtk_range_set_value (self->scale, is_done ? WAY_MILESTONE_PERCENT_DONE
                                            : way_record_get_integer (record, field));
  update_label (self);
}

static char *
way_field_row_scale_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  return g_strdup_printf ("%d", get_value (WAY_FIELD_ROW_SCALE (row)));
}

static void
way_field_row_scale_show_error (WayFieldRow *row, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_scale_show;
  iface->read = way_field_row_scale_read;
  iface->show_error = way_field_row_scale_show_error;
}

/* The timeline follows while one slides; the history joins it all into one step */
static void
on_value_changed (WayFieldRowScale *self)
{
  if (!way_field_row_touch (WAY_FIELD_ROW (self)))
    return;

  update_label (self);
  way_field_row_commit (WAY_FIELD_ROW (self));
}

/* Who scrolls through the inspector must not change what lies under the pointer on the way */
static void
ignore_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (scale, controller);
    }
}

static void
way_field_row_scale_class_init (WayFieldRowScaleClass *klass)
{
}

static void
way_field_row_scale_init (WayFieldRowScale *self)
{
  GtkWidget *scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL);
  GtkWidget *value = gtk_label_new (NULL);

  self->scale = GTK_RANGE (scale);
  self->value = GTK_LABEL (value);
  gtk_widget_set_size_request (scale, SLIDER_WIDTH, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  gtk_range_set_round_digits (self->scale, 0);
  ignore_wheel (scale);
  gtk_label_set_width_chars (self->value, 5);
  gtk_label_set_xalign (self->value, 1);
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "dim-label");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), scale);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), value);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), scale);
  way_field_row_watch (WAY_FIELD_ROW (self), scale);
}

GtkWidget *
way_field_row_scale_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowScale *self = g_object_new (WAY_TYPE_FIELD_ROW_SCALE, "title", _ (info->label), NULL);

  gtk_range_set_range (self->scale, info->lowest, info->highest);
  gtk_range_set_increments (self->scale, 5, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (on_value_changed), self);

  return GTK_WIDGET (self);
}
