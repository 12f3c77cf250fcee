/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date: typed in words or in EDTF, with what was understood beside it, or chosen from a calendar.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-field-edit.h"
#include "way-item-text.h"
#include "way-today.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>

struct _WayFieldRowDate
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkLabel *note;
  GtkWidget *text;
  GtkWidget *button;
  GtkCalendar *calendar;
  gboolean is_opening; /* the calendar goes to the date by itself */
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowDate, way_field_row_date, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static const char *
get_typed (WayFieldRowDate *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static gboolean
read_typed (WayFieldRowDate *self, WayDate *date)
{
  return way_field_read_date (way_field_row_get_info (WAY_FIELD_ROW (self)), get_typed (self),
                              date);
}

static void
show_date (WayFieldRowDate *self, WayDate date)
{
  g_autofree char *words = date != WAY_DATE_NONE ? way_text_date (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->text), words);
}

static void
way_field_row_date_show (WayFieldRow *row, const WayRecord *record)
{
  WayField field = way_field_row_get_field (row);
  const char *unread = way_record_get_unread (record, field);

  if (unread != NULL)
    gtk_editable_set_text (GTK_EDITABLE (WAY_FIELD_ROW_DATE (row)->text), unread);
  else
    show_date (WAY_FIELD_ROW_DATE (row), way_record_get_date (record, field));
}

static char *
way_field_row_date_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  return way_field_read (way_field_row_get_info (row), get_typed (WAY_FIELD_ROW_DATE (row)), error);
}

static void
show_note (WayFieldRowDate *self, const char *text)
{
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
way_field_row_date_show_error (WayFieldRow *row, const char *text)
{
  show_note (WAY_FIELD_ROW_DATE (row), text);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_date_show;
  iface->read = way_field_row_date_read;
  iface->show_error = way_field_row_date_show_error;
}

/* Says while one types how it is understood */
static void
on_changed (WayFieldRowDate *self)
{
  WayDate date;
  g_autofree char *words = NULL;

  if (!way_field_row_touch (WAY_FIELD_ROW (self)))
    return;

  if (read_typed (self, &date) && date != WAY_DATE_NONE)
    words = way_text_date (date);
  if (g_strcmp0 (words, get_typed (self)) == 0)
    g_clear_pointer (&words, g_free);

  show_note (self, words);
}

static void
on_calendar_opened (WayFieldRowDate *self)
{
  WayDate date;
  WayDay day = way_day_today ();
  WayYmd ymd;
  g_autoptr (GDateTime) shown = NULL;

  if (read_typed (self, &date) && date != WAY_DATE_NONE)
    day = way_date_get_earliest (date);

  ymd = way_day_to_ymd (day);
  shown = g_date_time_new_local (MAX (ymd.year, 1), ymd.month, ymd.day, 12, 0, 0);
  self->is_opening = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->is_opening = FALSE;
}

static void
on_day_selected (WayFieldRowDate *self)
{
  g_autoptr (GDateTime) chosen = NULL;
  int year, month, day;

  if (self->is_opening)
    return;

  chosen = gtk_calendar_get_date (self->calendar);
  g_date_time_get_ymd (chosen, &year, &month, &day);
  show_date (self, way_date_from_day (way_day_from_ymd (year, month, day)));
}

static void
on_calendar_closed (WayFieldRow *row)
{
  way_field_row_commit (row);
}

static void
on_clicked (WayFieldRowDate *self)
{
  gtk_widget_grab_focus (self->text);
}

static void
way_field_row_date_class_init (WayFieldRowDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-field-row-date.ui");
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowDate, label);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowDate, note);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowDate, text);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowDate, button);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowDate, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
way_field_row_date_init (WayFieldRowDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  way_field_row_watch (WAY_FIELD_ROW (self), self->text);
  way_field_row_keep_at_end (self->text);
  way_tooltip_give_way (self->button, GTK_MENU_BUTTON (self->button));
}

GtkWidget *
way_field_row_date_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowDate *self = g_object_new (WAY_TYPE_FIELD_ROW_DATE, "title", _ (info->label), NULL);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->label, _ (info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  /* Translators: the calendar button of a date field, as in: Starts, calendar */
  name = g_strdup_printf (_ ("%s, calendar"), _ (info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  return GTK_WIDGET (self);
}
