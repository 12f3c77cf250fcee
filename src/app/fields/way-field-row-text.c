/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text over the full width of the inspector: titles, places.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-text.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayFieldRowText
{
  AdwEntryRow parent_instance;

  PangoLayout *cut; /* nullable: the text with an ellipsis, in place of what does not fit */
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowText, way_field_row_text, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static GtkWidget *
get_text (WayFieldRowText *self)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));
}

/* The widget within scrolls while one types, and cuts through letters while one does not */
static void
update_cut (WayFieldRowText *self)
{
  GtkWidget *text = get_text (self);
  int room = gtk_widget_get_width (text);
  int width;

  g_clear_object (&self->cut);
  if (!gtk_widget_has_focus (text) && room > 0)
    {
      self->cut
          = gtk_widget_create_pango_layout (text, gtk_editable_get_text (GTK_EDITABLE (self)));
      pango_layout_set_single_paragraph_mode (self->cut, TRUE);
      pango_layout_get_pixel_size (self->cut, &width, NULL);
      if (width <= room)
        g_clear_object (&self->cut);
    }

  if (self->cut != NULL)
    {
      pango_layout_set_width (self->cut, room * PANGO_SCALE);
      pango_layout_set_ellipsize (self->cut, PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (GTK_WIDGET (self), "cut");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cut");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* As every row's, but for the allocation, of which the text hears no other way */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (gtk_widget_get_first_child (widget));
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  update_cut (WAY_FIELD_ROW_TEXT (widget));
}

/* The widget gives its text the baseline that the row gives it */
static double
get_top (GtkWidget *text, PangoLayout *layout, const graphene_rect_t *box)
{
  int baseline = gtk_widget_get_allocated_baseline (text);
  int height;

  if (baseline >= 0)
    return box->origin.y + baseline - PANGO_PIXELS (pango_layout_get_baseline (layout));

  pango_layout_get_pixel_size (layout, NULL, &height);
  return floor (box->origin.y + (box->size.height - (float)height) / 2);
}

static void
way_field_row_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayFieldRowText *self = WAY_FIELD_ROW_TEXT (widget);
  GtkWidget *text = get_text (self);
  graphene_rect_t box;

  GTK_WIDGET_CLASS (way_field_row_text_parent_class)->snapshot (widget, snapshot);
  if (self->cut != NULL && gtk_widget_compute_bounds (text, widget, &box))
    gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), box.origin.x,
                                get_top (text, self->cut, &box), self->cut);
}

static void
on_changed (WayFieldRow *row)
{
  update_cut (WAY_FIELD_ROW_TEXT (row));
  way_field_row_touch (row);
}

static void
way_field_row_text_show (WayFieldRow *row, const WayRecord *record)
{
  const char *text = way_record_get_text (record, way_field_row_get_field (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static char *
way_field_row_text_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  return way_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static void
way_field_row_text_show_error (WayFieldRow *row, const char *text)
{
  way_tooltip_set (GTK_WIDGET (row), text);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_text_show;
  iface->read = way_field_row_text_read;
  iface->show_error = way_field_row_text_show_error;
}

static void
way_field_row_text_finalize (GObject *object)
{
  g_clear_object (&WAY_FIELD_ROW_TEXT (object)->cut);

  G_OBJECT_CLASS (way_field_row_text_parent_class)->finalize (object);
}

static void
way_field_row_text_class_init (WayFieldRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_field_row_text_finalize;
  widget_class->snapshot = way_field_row_text_snapshot;
}

static void
way_field_row_text_init (WayFieldRowText *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
  /* The row never says that it has the focus, so a screen reader would be silent here. It hears of
   * what is within once that has a role. */
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (text, "notify::has-focus", G_CALLBACK (update_cut), self,
                           G_CONNECT_SWAPPED);
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
