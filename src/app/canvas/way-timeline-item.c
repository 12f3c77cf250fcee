/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader finds where the timeline paints an item: nothing to see, but a name, a place
 * and the focus.
 */
#include "config.h"

#include "way-timeline-item.h"

#include "way-item-text.h"
#include "way-spoken-name.h"

#include <glib/gi18n.h>

struct _WayTimelineItem
{
  GtkWidget parent_instance;

  WayRecord *record;
  WayRecord *goal; /* nullable */
  char *remark;    /* nullable */
  GtkAllocation area;
  gboolean selected;
  gboolean tells; /* the description says what changed, not where it belongs */
};

G_DEFINE_FINAL_TYPE (WayTimelineItem, way_timeline_item, GTK_TYPE_WIDGET)

/* The pointer is the view's; the item is for the focus and for screen readers */
static gboolean
way_timeline_item_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
way_timeline_item_dispose (GObject *object)
{
  WayTimelineItem *self = WAY_TIMELINE_ITEM (object);

  g_clear_pointer (&self->record, way_record_unref);
  g_clear_pointer (&self->goal, way_record_unref);
  g_clear_pointer (&self->remark, g_free);
  G_OBJECT_CLASS (way_timeline_item_parent_class)->dispose (object);
}

/* What assistive technology can do with it: select it, then as its key does */
static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("timeline.", name + strlen ("item."), NULL);

  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, action, NULL);
}

static void
describe_goal (WayTimelineItem *self)
{
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  self->tells = FALSE;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (self->goal == NULL)
    return;

  title = way_text_title (self->goal);
  /* Translators: of a milestone, for screen readers: the goal that it belongs to */
  description = g_strdup_printf (C_ ("accessible description", "in %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/* Orca does not read the new name of a list item that has the focus, but it does read a new
 * description: so a person hears what a key has done */
static void
tell_change (WayTimelineItem *self, const char *name)
{
  self->tells = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name,
                                  -1);
}

static void
way_timeline_item_class_init (WayTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_timeline_item_dispose;
  widget_class->contains = way_timeline_item_contains;

  gtk_widget_class_install_action (widget_class, "item.edit", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "item.toggle-done", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "item.menu", NULL, on_action);
  gtk_widget_class_set_css_name (widget_class, "timelineitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
way_timeline_item_init (WayTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
way_timeline_item_new (void)
{
  return g_object_new (WAY_TYPE_TIMELINE_ITEM, NULL);
}

void
way_timeline_item_set_record (WayTimelineItem *self, WayRecord *record, const char *remark)
{
  g_autofree char *name = NULL;
  gboolean is_change;

  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  if (self->record == record && g_strcmp0 (self->remark, remark) == 0)
    return;
  is_change = self->record != NULL && record != NULL
              && way_id_equal (way_record_get_id (self->record), way_record_get_id (record));
  if (record != NULL)
    way_record_ref (record);
  g_clear_pointer (&self->record, way_record_unref);
  self->record = record;
  g_free (self->remark);
  self->remark = g_strdup (remark);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, record == NULL,
                               -1);
  if (!is_change) /* what was shown before may have been a goal, and folded */
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  if (record == NULL)
    return;

  name = way_spoken_name (record, remark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_change && gtk_widget_has_focus (GTK_WIDGET (self)))
    tell_change (self, name);
}

void
way_timeline_item_set_goal (WayTimelineItem *self, WayRecord *goal)
{
  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  if (self->goal == goal && !self->tells)
    return;
  if (goal != NULL)
    way_record_ref (goal);
  g_clear_pointer (&self->goal, way_record_unref);
  self->goal = goal;
  /* not while what changed is being read */
  if (!self->tells || !gtk_widget_has_focus (GTK_WIDGET (self)))
    describe_goal (self);
}

WayRecord *
way_timeline_item_get_record (WayTimelineItem *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_ITEM (self), NULL);

  return self->record;
}

void
way_timeline_item_set_selected (WayTimelineItem *self, gboolean selected)
{
  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
way_timeline_item_set_expanded (WayTimelineItem *self, gboolean expanded)
{
  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

void
way_timeline_item_set_area (WayTimelineItem *self, const GtkAllocation *area)
{
  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  self->area = *area;
}

void
way_timeline_item_place (WayTimelineItem *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int minimum;

  g_return_if_fail (WAY_IS_TIMELINE_ITEM (self));

  /* GTK wants to be asked before it is told */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &self->area, -1);
}
