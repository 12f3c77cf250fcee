/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The milestones that have no place on the timeline because they have no date, each to be given
 * one.
 */
#include "config.h"

#include "way-undated-popover.h"

#include "way-undated-row.h"

#include <glib/gi18n.h>

#define MOST_ROWS 100 /* beyond that the outline is the place to work */

struct _WayUndatedPopover
{
  GtkPopover parent_instance;

  GSignalGroup *plan_signals;

  GtkListBox *list;
  GtkLabel *more;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (WayUndatedPopover, way_undated_popover, GTK_TYPE_POPOVER)

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (nullable): the milestone of a row as it is by now, %NULL when it has a date or is gone */
static WayRecord *
find_undated (WayPlan *plan, WayUndatedRow *row)
{
  const WayId *id = way_record_get_id (way_undated_row_get_record (row));
  WayRecord *record = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, id);

  return record != NULL && way_record_get_date (record, WAY_MILESTONE_START) == WAY_DATE_NONE
                 && way_record_get_date (record, WAY_MILESTONE_END) == WAY_DATE_NONE
             ? record
             : NULL;
}

/* Where one goes on after the row at @index has left */
static void
focus_row (WayUndatedPopover *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, MAX (0, index - 1));
  if (row != NULL)
    way_undated_row_focus (WAY_UNDATED_ROW (row));
}

/* What has got a date leaves; the focus moves on first, for it must not go with a row */
static void
on_plan_changed (WayPlan *plan, WayChangeSet *changes, WayUndatedPopover *self)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = next)
    {
      WayRecord *record = find_undated (plan, WAY_UNDATED_ROW (row));
      int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
      gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == row;

      next = gtk_widget_get_next_sibling (row);
      if (record != NULL)
        {
          way_undated_row_update (WAY_UNDATED_ROW (row), record);
          continue;
        }

      if (had_focus)
        focus_row (self, next != NULL ? index + 1 : index - 1);
      gtk_list_box_remove (self->list, row);
    }

  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_problem (WayUndatedPopover *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
on_row_activated (WayUndatedPopover *self, WayUndatedRow *row)
{
  WayId id = *way_record_get_id (way_undated_row_get_record (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[EDIT], 0, &id);
}

static void
way_undated_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_undated_popover_parent_class)->map (widget);
  focus_row (WAY_UNDATED_POPOVER (widget), 0);
}

static void
way_undated_popover_dispose (GObject *object)
{
  g_clear_object (&WAY_UNDATED_POPOVER (object)->plan_signals);

  G_OBJECT_CLASS (way_undated_popover_parent_class)->dispose (object);
}

static void
way_undated_popover_class_init (WayUndatedPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_undated_popover_dispose;
  widget_class->map = way_undated_popover_map;

  signals[EDIT] = g_signal_new ("edit", WAY_TYPE_UNDATED_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-undated-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, WayUndatedPopover, list);
  gtk_widget_class_bind_template_child (widget_class, WayUndatedPopover, more);
  gtk_widget_class_bind_template_child (widget_class, WayUndatedPopover, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
way_undated_popover_init (WayUndatedPopover *self)
{
  self->plan_signals = g_signal_group_new (WAY_TYPE_PLAN);
  g_signal_group_connect (self->plan_signals, "changed", G_CALLBACK (on_plan_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
are_of_several_goals (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (!way_record_field_equal (records->pdata[0], records->pdata[i], WAY_MILESTONE_GOAL))
      return TRUE;

  return FALSE;
}

static void
add_row (WayUndatedPopover *self, WayDocument *document, WayRecord *record, gboolean shows_goal)
{
  GtkWidget *row = way_undated_row_new (document, record, shows_goal);

  g_signal_connect_object (row, "problem", G_CALLBACK (on_problem), self, G_CONNECT_SWAPPED);
  /* It covers the lanes that one drags to */
  g_signal_connect_object (row, "dragged", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

GtkWidget *
way_undated_popover_new (void)
{
  return g_object_new (WAY_TYPE_UNDATED_POPOVER, NULL);
}

void
way_undated_popover_list (WayUndatedPopover *self, WayDocument *document, GPtrArray *records)
{
  gboolean shows_goals = are_of_several_goals (records);
  guint n_more = records->len > MOST_ROWS ? records->len - MOST_ROWS : 0;
  g_autofree char *more = NULL;
  GtkWidget *row;

  g_return_if_fail (WAY_IS_UNDATED_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  g_signal_group_set_target (self->plan_signals,
                             document != NULL ? way_document_get_plan (document) : NULL);
  for (guint i = 0; i < records->len - n_more; i++)
    add_row (self, document, records->pdata[i], shows_goals);

  on_problem (self, NULL);
  more = g_strdup_printf (
      ngettext ("And %u more, in the outline", "And %u more, in the outline", n_more), n_more);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}
