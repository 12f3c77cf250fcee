/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows in three groups, of which those are there that make a difference.
 */
#include "config.h"

#include "way-print-page.h"

#include "way-date-entry.h"
#include "way-item-text.h"
#include "way-print-goals.h"
#include "way-print-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _WayPrintPage
{
  GtkBox parent_instance;

  WaySnapshot *plan;
  WayPrintChoices *choices;
  WayPrintPaper paper;
  GtkPageOrientation orientation; /* of the paper, as the dialog said last */
  gboolean is_showing;            /* the rows change by themselves */

  AdwComboRow *kind_row;
  GtkWidget *goals_row;
  WayPrintGoals *goals;
  AdwComboRow *range_row;
  GtkWidget *from_row;
  GtkWidget *to_row;
  GtkWidget *from;
  GtkWidget *to;
  AdwComboRow *fit_row;
  GtkWidget *across_row;
  GtkWidget *down_row;
  GtkWidget *day_width_row;
  GtkSpinButton *across;
  GtkSpinButton *down;
  GtkSpinButton *day_width;
  AdwComboRow *turn_row;
  GtkWidget *poster_row;
  GtkWidget *legend_row;
  GtkWidget *private_row;
  GtkSwitch *poster;
  GtkSwitch *title;
  GtkSwitch *legend;
  GtkSwitch *greys;
  GtkSwitch *private;
  GtkEditable *header;
  GtkEditable *footer;
  WayPrintPreview *preview;
};

G_DEFINE_FINAL_TYPE (WayPrintPage, way_print_page, GTK_TYPE_BOX)

/* In the order of the rows' lists */
enum
{
  FIT_TO_PAGES,
  FIT_TO_SCALE,
};

enum
{
  RANGE_ALL,
  RANGE_CHOSEN,
};

/* Dates */

static gboolean
has_range (WayPrintPage *self)
{
  return (way_print_kind_get_info (self->choices->kind)->uses & WAY_PRINT_USES_RANGE) != 0
         && adw_combo_row_get_selected (self->range_row) == RANGE_CHOSEN;
}

static void
show_date (GtkWidget *entry, WayDate date)
{
  g_autofree char *words = date != WAY_DATE_NONE ? way_text_date (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

char *
way_print_page_dup_problem (WayPrintPage *self)
{
  GtkWidget *const entries[] = { self->from, self->to };
  WayDate date;

  g_return_val_if_fail (WAY_IS_PRINT_PAGE (self), NULL);

  for (guint i = 0; has_range (self) && i < G_N_ELEMENTS (entries); i++)
    if (!way_date_entry_read (entries[i], i == 0 ? WAY_DATE_SIDE_START : WAY_DATE_SIDE_END, &date))
      return g_strdup_printf (_ ("“%s” is no date. Write 2027, June 2027 or 30 June 2027."),
                              gtk_editable_get_text (GTK_EDITABLE (entries[i])));

  return NULL;
}

/* Choices */

static void
read_choices (WayPrintPage *self)
{
  WayPrintChoices *choices = self->choices;

  choices->kind = adw_combo_row_get_selected (self->kind_row);
  g_array_unref (choices->goals);
  choices->goals = way_print_goals_dup_chosen (self->goals);
  choices->from = choices->to = WAY_DATE_NONE;
  if (has_range (self))
    {
      way_date_entry_read (self->from, WAY_DATE_SIDE_START, &choices->from);
      way_date_entry_read (self->to, WAY_DATE_SIDE_END, &choices->to);
    }
  choices->is_fitted = adw_combo_row_get_selected (self->fit_row) == FIT_TO_PAGES;
  choices->across = (guint)gtk_spin_button_get_value_as_int (self->across);
  choices->down = (guint)gtk_spin_button_get_value_as_int (self->down);
  choices->day_width = gtk_spin_button_get_value (self->day_width);
  choices->turn = adw_combo_row_get_selected (self->turn_row);
  choices->is_poster = gtk_switch_get_active (self->poster);
  choices->has_title = gtk_switch_get_active (self->title);
  choices->has_legend = gtk_switch_get_active (self->legend);
  choices->is_grey = gtk_switch_get_active (self->greys);
  choices->has_private_notes = gtk_switch_get_active (self->private);
  g_free (choices->header);
  choices->header = g_strdup (gtk_editable_get_text (self->header));
  g_free (choices->footer);
  choices->footer = g_strdup (gtk_editable_get_text (self->footer));
}

/* Rows that make no difference are not there; that notes are left out is worth to be seen */
static void
update_rows (WayPrintPage *self)
{
  guint uses = way_print_kind_get_info (self->choices->kind)->uses;
  gboolean is_fitted = self->choices->is_fitted || self->choices->is_poster;
  const struct
  {
    GtkWidget *row;
    gboolean is_there;
  } rows[] = {
    { self->goals_row, uses & WAY_PRINT_USES_GOAL },
    { GTK_WIDGET (self->range_row), uses & WAY_PRINT_USES_RANGE },
    { self->from_row, has_range (self) },
    { self->to_row, has_range (self) },
    { GTK_WIDGET (self->fit_row), (uses & WAY_PRINT_USES_FIT) && !self->choices->is_poster },
    { self->across_row, (uses & WAY_PRINT_USES_FIT) && is_fitted },
    { self->down_row, (uses & WAY_PRINT_USES_FIT) && is_fitted },
    { self->day_width_row, (uses & WAY_PRINT_USES_FIT) && !is_fitted },
    { self->poster_row, uses & WAY_PRINT_USES_FIT },
    { self->legend_row, uses & WAY_PRINT_USES_LEGEND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i].row, rows[i].is_there != 0);

  gtk_widget_set_sensitive (self->private_row, (uses & WAY_PRINT_USES_PRIVATE) != 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->private_row),
                               (uses & WAY_PRINT_USES_PRIVATE) != 0
                                   ? _ ("Off again at the next print")
                                   : _ ("There are none in this print"));
}

static void
update_preview (WayPrintPage *self)
{
  g_autofree char *problem = way_print_page_dup_problem (self);

  if (problem != NULL)
    way_print_preview_show_error (self->preview, problem);
  else
    way_print_preview_show (self->preview, self->plan, self->choices, &self->paper);
}

static void
on_changed (WayPrintPage *self)
{
  if (self->is_showing)
    return;

  read_choices (self);
  update_rows (self);
  update_preview (self);
}

static void
show_choices (WayPrintPage *self)
{
  const WayPrintChoices *choices = self->choices;
  gboolean is_ranged = choices->from != WAY_DATE_NONE || choices->to != WAY_DATE_NONE;

  self->is_showing = TRUE;
  adw_combo_row_set_selected (self->kind_row, choices->kind);
  way_print_goals_set_chosen (self->goals, choices->goals);
  adw_combo_row_set_selected (self->range_row, is_ranged ? RANGE_CHOSEN : RANGE_ALL);
  show_date (self->from, choices->from);
  show_date (self->to, choices->to);
  adw_combo_row_set_selected (self->fit_row, choices->is_fitted ? FIT_TO_PAGES : FIT_TO_SCALE);
  gtk_spin_button_set_value (self->across, choices->across);
  gtk_spin_button_set_value (self->down, choices->down);
  gtk_spin_button_set_value (self->day_width, choices->day_width);
  adw_combo_row_set_selected (self->turn_row, choices->turn);
  gtk_switch_set_active (self->poster, choices->is_poster);
  gtk_switch_set_active (self->title, choices->has_title);
  gtk_switch_set_active (self->legend, choices->has_legend);
  gtk_switch_set_active (self->greys, choices->is_grey);
  gtk_switch_set_active (self->private, choices->has_private_notes);
  gtk_editable_set_text (self->header, choices->header);
  gtk_editable_set_text (self->footer, choices->footer);
  self->is_showing = FALSE;
  on_changed (self);
}

static void
list_kinds (WayPrintPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (WayPrintKind kind = 0; kind < WAY_N_PRINT_KINDS; kind++)
    gtk_string_list_append (labels, _ (way_print_kind_get_info (kind)->label));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
}

static void
way_print_page_finalize (GObject *object)
{
  WayPrintPage *self = WAY_PRINT_PAGE (object);

  g_clear_pointer (&self->plan, way_snapshot_unref);
  g_clear_pointer (&self->choices, way_print_choices_free);

  G_OBJECT_CLASS (way_print_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-print-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, goals_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, goals);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, range_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, from_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, to_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, from);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, to);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, fit_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, across_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, down_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, day_width_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, across);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, down);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, day_width);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, turn_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, poster_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, legend_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, private_row);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, poster);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, title);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, legend);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, greys);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, private);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, header);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, footer);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
way_print_page_class_init (WayPrintPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_print_page_finalize;

  g_type_ensure (WAY_TYPE_PRINT_GOALS);
  g_type_ensure (WAY_TYPE_PRINT_PREVIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
way_print_page_init (WayPrintPage *self)
{
  self->is_showing = TRUE; /* until there is something to show */
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_print_page_new (WayPlan *plan, const WayPrintChoices *choices, GtkPageSetup *setup)
{
  WayPrintPage *self = g_object_new (WAY_TYPE_PRINT_PAGE, NULL);

  self->plan = way_snapshot_new (plan);
  self->choices = way_print_choices_copy (choices);
  self->paper = way_print_paper_from_setup (setup);
  self->orientation = gtk_page_setup_get_orientation (setup);
  list_kinds (self);
  way_print_goals_list (self->goals, self->plan);
  show_choices (self);

  return GTK_WIDGET (self);
}

void
way_print_page_set_setup (WayPrintPage *self, GtkPageSetup *setup)
{
  GtkPageOrientation orientation;

  g_return_if_fail (WAY_IS_PRINT_PAGE (self));

  orientation = gtk_page_setup_get_orientation (setup);
  self->paper = way_print_paper_from_setup (setup);
  if (orientation != self->orientation)
    {
      self->orientation = orientation;
      self->choices->turn = orientation == GTK_PAGE_ORIENTATION_PORTRAIT
                                    || orientation == GTK_PAGE_ORIENTATION_REVERSE_PORTRAIT
                                ? WAY_PRINT_TURN_PORTRAIT
                                : WAY_PRINT_TURN_LANDSCAPE;
      adw_combo_row_set_selected (self->turn_row, self->choices->turn);
    }
  update_preview (self);
}

const WayPrintChoices *
way_print_page_get_choices (WayPrintPage *self)
{
  g_return_val_if_fail (WAY_IS_PRINT_PAGE (self), NULL);

  return self->choices;
}
