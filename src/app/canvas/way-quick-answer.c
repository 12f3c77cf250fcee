/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What quick add has to say to the line as it stands: what was understood, what is doubted, and
 * what the word at the cursor may become.
 */
#include "config.h"

#include "way-quick-answer.h"

#include "way-quick-complete.h"

struct _WayQuickAnswer
{
  GtkPopover parent_instance;

  GtkListBox *completions;
  GtkLabel *understood;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (WayQuickAnswer, way_quick_answer, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated (WayQuickAnswer *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_list_box_row_get_index (row));
}

/* GtkPopover asks its content how high it is as if the shadow's width were its own too, and a text
 * that just fits so has a line more in the end. All texts here are as wide as they want to be. */
static void
way_quick_answer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = -1;

  GTK_WIDGET_CLASS (way_quick_answer_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
}

static void
way_quick_answer_class_init (WayQuickAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", WAY_TYPE_QUICK_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  widget_class->measure = way_quick_answer_measure;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-quick-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, WayQuickAnswer, completions);
  gtk_widget_class_bind_template_child (widget_class, WayQuickAnswer, understood);
  gtk_widget_class_bind_template_child (widget_class, WayQuickAnswer, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
way_quick_answer_init (WayQuickAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_quick_answer_new (void)
{
  return g_object_new (WAY_TYPE_QUICK_ANSWER, NULL);
}

void
way_quick_answer_set_understood (WayQuickAnswer *self, const char *text)
{
  g_return_if_fail (WAY_IS_QUICK_ANSWER (self));

  gtk_label_set_label (self->understood, text);
}

void
way_quick_answer_set_problem (WayQuickAnswer *self, const char *text, gboolean is_error)
{
  g_return_if_fail (WAY_IS_QUICK_ANSWER (self));

  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
}

void
way_quick_answer_offer (WayQuickAnswer *self, GPtrArray *completions)
{
  GtkWidget *row;

  g_return_if_fail (WAY_IS_QUICK_ANSWER (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->completions))) != NULL)
    gtk_list_box_remove (self->completions, row);

  for (guint i = 0; i < completions->len; i++)
    {
      const WayQuickCompletion *completion = g_ptr_array_index (completions, i);
      GtkWidget *label = gtk_label_new (completion->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
      gtk_list_box_append (self->completions, label);
    }
  gtk_list_box_unselect_all (self->completions);
  gtk_widget_set_visible (GTK_WIDGET (self->completions), completions->len > 0);
}

void
way_quick_answer_select (WayQuickAnswer *self, int index)
{
  g_return_if_fail (WAY_IS_QUICK_ANSWER (self));

  gtk_list_box_select_row (self->completions,
                           gtk_list_box_get_row_at_index (self->completions, index));
}

int
way_quick_answer_get_selected (WayQuickAnswer *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WAY_IS_QUICK_ANSWER (self), -1);

  row = gtk_list_box_get_selected_row (self->completions);
  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}
