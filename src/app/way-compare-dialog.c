/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of what differs, by name, with both values.
 */
#include "config.h"

#include "way-compare-dialog.h"

#include "way-difference-rows.h"

#include <glib/gi18n.h>

struct _WayCompareDialog
{
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkLabel *legend;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WayCompareDialog, way_compare_dialog, ADW_TYPE_WINDOW)

static void
way_compare_dialog_class_init (WayCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayCompareDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, WayCompareDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, WayCompareDialog, list);
}

static void
way_compare_dialog_init (WayCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (WayCompareDialog *self, WayComparison *comparison)
{
  g_autofree char *summary = way_comparison_dup_summary (comparison);
  g_autofree char *heading = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), *summary != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->legend), *summary != '\0');
  if (*summary == '\0')
    {
      gtk_label_set_label (self->heading, _ ("Both hold the same, though they are written in "
                                             "different ways."));
      return;
    }

  /* Translators: what differs in few words, as "3 milestones changed, 1 goal added" */
  heading = g_strdup_printf (_ ("Taking theirs would mean: %s."), summary);
  gtk_label_set_label (self->heading, heading);
  /* Translators: before a value as it is here, and as it stands in the file */
  rows = way_difference_rows_new (comparison, _ ("Yours: %s"), _ ("Theirs: %s"));
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->list, rows->pdata[i]);
}

GtkWidget *
way_compare_dialog_new (GtkWindow *parent, WayComparison *comparison)
{
  WayCompareDialog *self = g_object_new (WAY_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);

  show (self, comparison);

  return GTK_WIDGET (self);
}
