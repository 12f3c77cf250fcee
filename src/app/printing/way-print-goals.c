/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Either all goals are ticked as one, or some are: what is printed is never nothing.
 */
#include "config.h"

#include "way-print-goals.h"

#include "way-item-text.h"

#include <glib/gi18n.h>

#define TITLE_WIDTH 34 /* characters, in the list; longer ones take more lines */

struct _WayPrintGoals
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkCheckButton *all;
  GtkBox *list;
  GArray *ids;       /* of WayId, in the order of the list */
  GPtrArray *checks; /* of GtkCheckButton, likewise */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (WayPrintGoals, way_print_goals, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_chosen (WayPrintGoals *self, guint index)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, index));
}

static guint
count_chosen (WayPrintGoals *self)
{
  guint n_chosen = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n_chosen += is_chosen (self, i);

  return n_chosen;
}

static const char *
get_title (WayPrintGoals *self, guint index)
{
  GtkWidget *title = gtk_check_button_get_child (g_ptr_array_index (self->checks, index));

  return gtk_label_get_label (GTK_LABEL (title));
}

/* One goal is named, several are counted */
static void
update_label (WayPrintGoals *self)
{
  guint n_chosen = count_chosen (self);
  g_autofree char *text = NULL;

  for (guint i = 0; n_chosen == 1 && i < self->checks->len; i++)
    if (is_chosen (self, i))
      text = g_strdup (get_title (self, i));

  if (n_chosen == 0)
    text = g_strdup (_ ("All goals"));
  else if (n_chosen > 1)
    /* Translators: so many of all goals of a plan are printed */
    text = g_strdup_printf (_ ("%u of %u goals"), n_chosen, self->checks->len);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), n_chosen == 1 ? text : NULL);
}

static void
on_toggled (WayPrintGoals *self, GtkCheckButton *check)
{
  gboolean is_all = check == self->all;

  if (self->is_setting)
    return;

  self->is_setting = TRUE;
  for (guint i = 0; is_all && i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), FALSE);
  gtk_check_button_set_active (self->all, count_chosen (self) == 0);
  self->is_setting = FALSE;

  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
add_check (WayPrintGoals *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *check = gtk_check_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_WIDTH);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->list, check);

  return GTK_CHECK_BUTTON (check);
}

static void
way_print_goals_dispose (GObject *object)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (button != NULL)
    gtk_widget_unparent (button);

  G_OBJECT_CLASS (way_print_goals_parent_class)->dispose (object);
}

static void
way_print_goals_finalize (GObject *object)
{
  WayPrintGoals *self = WAY_PRINT_GOALS (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (way_print_goals_parent_class)->finalize (object);
}

static gboolean
way_print_goals_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  gtk_menu_button_popup (WAY_PRINT_GOALS (widget)->button);

  return TRUE;
}

static void
way_print_goals_class_init (WayPrintGoalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_print_goals_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_print_goals_finalize;
  widget_class->mnemonic_activate = way_print_goals_mnemonic_activate;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-print-goals.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPrintGoals, button);
  gtk_widget_class_bind_template_child (widget_class, WayPrintGoals, label);
  gtk_widget_class_bind_template_child (widget_class, WayPrintGoals, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
way_print_goals_init (WayPrintGoals *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
way_print_goals_list (WayPrintGoals *self, WaySnapshot *plan)
{
  guint n_goals;
  WayRecord *const *goals = way_snapshot_get_records (plan, WAY_KIND_GOAL, &n_goals);

  g_return_if_fail (WAY_IS_PRINT_GOALS (self));

  self->is_setting = TRUE;
  self->all = add_check (self, _ ("All goals"));
  gtk_check_button_set_active (self->all, TRUE);
  gtk_box_append (self->list, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *title = way_text_title (goals[i]);

      g_array_append_vals (self->ids, way_record_get_id (goals[i]), 1);
      g_ptr_array_add (self->checks, add_check (self, title));
    }
  self->is_setting = FALSE;
  update_label (self);
}

static gboolean
contains (GArray *goals, const WayId *id)
{
  for (guint i = 0; i < goals->len; i++)
    if (way_id_equal (&g_array_index (goals, WayId, i), id))
      return TRUE;

  return FALSE;
}

void
way_print_goals_set_chosen (WayPrintGoals *self, GArray *goals)
{
  g_return_if_fail (WAY_IS_PRINT_GOALS (self));

  self->is_setting = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 contains (goals, &g_array_index (self->ids, WayId, i)));
  gtk_check_button_set_active (self->all, count_chosen (self) == 0);
  self->is_setting = FALSE;
  update_label (self);
}

GArray *
way_print_goals_dup_chosen (WayPrintGoals *self)
{
  GArray *goals = g_array_new (FALSE, FALSE, sizeof (WayId));

  g_return_val_if_fail (WAY_IS_PRINT_GOALS (self), goals);

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      g_array_append_val (goals, g_array_index (self->ids, WayId, i));

  return goals;
}
