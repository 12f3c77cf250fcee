/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone that has no date: its title, a field to type one, and a handle to drag it by.
 */
#include "config.h"

#include "way-undated-row.h"

#include "way-field-edit.h"
#include "way-item-text.h"

#include <glib/gi18n.h>

struct _WayUndatedRow
{
  GtkListBoxRow parent_instance;

  WayDocument *document;
  WayRecord *record;
  gboolean shows_goal;

  GtkLabel *title;
  GtkLabel *goal;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (WayUndatedRow, way_undated_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROBLEM,
  DRAGGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (WayUndatedRow *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  g_signal_emit (self, signals[PROBLEM], 0, NULL);
}

static void
on_entered (WayUndatedRow *self)
{
  const WayFieldInfo *info = way_schema_get_field (WAY_MILESTONE_START);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (WayRecord) record = way_record_ref (self->record);
  g_autoptr (WayUndatedRow) held = g_object_ref (self); /* with a date it leaves the list */
  g_autoptr (GError) error = NULL;
  g_autofree char *text = way_field_read (info, typed, &error);

  if (text != NULL && *text == '\0')
    return;
  if (text != NULL && way_field_apply (self->document, record, WAY_MILESTONE_START, text, &error))
    {
      way_history_break (way_document_get_history (self->document));
      return;
    }

  gtk_widget_add_css_class (self->entry, "error");
  g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, WayUndatedRow *self)
{
  g_autoptr (GdkPaintable) label = NULL;
  g_autoptr (GdkPaintable) picture = NULL;

  if (way_document_get_read_only (self->document))
    return NULL;

  /* As it is now: the list closes */
  label = gtk_widget_paintable_new (GTK_WIDGET (self->title));
  picture = gdk_paintable_get_current_image (label);
  gtk_drag_source_set_icon (source, picture, 0, 0);

  return gdk_content_provider_new_typed (WAY_TYPE_UNDATED_ROW, self);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, WayUndatedRow *self)
{
  g_signal_emit (self, signals[DRAGGED], 0);
}

static void
way_undated_row_finalize (GObject *object)
{
  WayUndatedRow *self = WAY_UNDATED_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->record, way_record_unref);

  G_OBJECT_CLASS (way_undated_row_parent_class)->finalize (object);
}

static void
way_undated_row_class_init (WayUndatedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_undated_row_finalize;

  signals[PROBLEM] = g_signal_new ("problem", WAY_TYPE_UNDATED_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAGGED] = g_signal_new ("dragged", WAY_TYPE_UNDATED_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-undated-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WayUndatedRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayUndatedRow, goal);
  gtk_widget_class_bind_template_child (widget_class, WayUndatedRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
}

static void
way_undated_row_init (WayUndatedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_title (WayUndatedRow *self)
{
  g_autofree char *title = way_text_title (self->record);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);

  /* Translators: a date field for screen readers, as in: Date of “Sit the CCRN” */
  name = g_strdup_printf (_ ("Date of “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_goal (WayUndatedRow *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  const WayId *id = way_record_get_ref (self->record, WAY_MILESTONE_GOAL);
  WayRecord *goal = id != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, id) : NULL;
  g_autofree char *title = goal != NULL ? way_text_title (goal) : NULL;

  gtk_label_set_label (self->goal, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->goal), title != NULL);
}

GtkWidget *
way_undated_row_new (WayDocument *document, WayRecord *record, gboolean shows_goal)
{
  WayUndatedRow *self = g_object_new (WAY_TYPE_UNDATED_ROW, NULL);

  self->document = g_object_ref (document);
  self->record = way_record_ref (record);
  self->shows_goal = shows_goal;
  gtk_widget_set_sensitive (self->entry, !way_document_get_read_only (document));
  show_title (self);
  if (shows_goal)
    show_goal (self);

  return GTK_WIDGET (self);
}

void
way_undated_row_update (WayUndatedRow *self, WayRecord *record)
{
  g_return_if_fail (WAY_IS_UNDATED_ROW (self));
  g_return_if_fail (record != NULL);

  if (record != self->record)
    {
      way_record_ref (record);
      way_record_unref (self->record);
      self->record = record;
      show_title (self);
    }
  if (self->shows_goal)
    show_goal (self);
}

void
way_undated_row_focus (WayUndatedRow *self)
{
  g_return_if_fail (WAY_IS_UNDATED_ROW (self));

  gtk_widget_grab_focus (self->entry);
}

WayRecord *
way_undated_row_get_record (WayUndatedRow *self)
{
  g_return_val_if_fail (WAY_IS_UNDATED_ROW (self), NULL);

  return self->record;
}
