/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between settings, what a person sees, and the options of the print.
 */
#include "config.h"

#include "way-print-choices.h"

/* As the settings call WayPrintTurn */
static const char *const turns[] = { "best", "portrait", "landscape" };

static WayPrintTurn
get_turn (GSettings *settings)
{
  g_autofree char *word = g_settings_get_string (settings, "print-turn");

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_str_equal (word, turns[i]))
      return i;

  return WAY_PRINT_TURN_BEST;
}

static void
load (WayPrintChoices *self, GSettings *settings)
{
  g_autofree char *kind = g_settings_get_string (settings, "print-kind");

  /* one that a newer Waymark has is not known here */
  if (!way_print_kind_from_word (kind, &self->kind))
    self->kind = WAY_PRINT_TIMELINE;
  self->turn = get_turn (settings);
  self->is_fitted = g_settings_get_boolean (settings, "print-fitted");
  self->across = (guint)g_settings_get_int (settings, "print-pages-across");
  self->down = (guint)g_settings_get_int (settings, "print-pages-down");
  self->day_width = g_settings_get_double (settings, "print-day-width");
  self->has_title = g_settings_get_boolean (settings, "print-title");
  self->has_legend = g_settings_get_boolean (settings, "print-legend");
  self->is_poster = g_settings_get_boolean (settings, "print-poster");
  self->is_grey = g_settings_get_boolean (settings, "print-greys");
  self->header = g_settings_get_string (settings, "print-header");
  self->footer = g_settings_get_string (settings, "print-footer");
}

WayPrintChoices *
way_print_choices_new (GSettings *settings)
{
  WayPrintChoices *self = g_new0 (WayPrintChoices, 1);

  self->goals = g_array_new (FALSE, FALSE, sizeof (WayId));
  way_print_choices_forget_plan (self);
  if (settings != NULL)
    {
      load (self, settings);
      return self;
    }

  /* as in the schema */
  self->is_fitted = self->has_title = self->has_legend = TRUE;
  self->across = 1;
  self->day_width = 1;
  self->header = g_strdup ("");
  self->footer = g_strdup ("");

  return self;
}

WayPrintChoices *
way_print_choices_copy (const WayPrintChoices *self)
{
  WayPrintChoices *copy = g_memdup2 (self, sizeof *self);

  copy->goals = g_array_copy (self->goals);
  copy->header = g_strdup (self->header);
  copy->footer = g_strdup (self->footer);

  return copy;
}

void
way_print_choices_free (WayPrintChoices *self)
{
  g_array_unref (self->goals);
  g_free (self->header);
  g_free (self->footer);
  g_free (self);
}

void
way_print_choices_store (const WayPrintChoices *self, GSettings *settings)
{
  if (settings == NULL)
    return;

  g_settings_set_string (settings, "print-kind", way_print_kind_get_info (self->kind)->word);
  g_settings_set_string (settings, "print-turn", turns[self->turn]);
  g_settings_set_boolean (settings, "print-fitted", self->is_fitted);
  g_settings_set_int (settings, "print-pages-across", (int)self->across);
  g_settings_set_int (settings, "print-pages-down", (int)self->down);
  g_settings_set_double (settings, "print-day-width", self->day_width);
  g_settings_set_boolean (settings, "print-title", self->has_title);
  g_settings_set_boolean (settings, "print-legend", self->has_legend);
  g_settings_set_boolean (settings, "print-poster", self->is_poster);
  g_settings_set_boolean (settings, "print-greys", self->is_grey);
  g_settings_set_string (settings, "print-header", self->header);
  g_settings_set_string (settings, "print-footer", self->footer);
}

void
way_print_choices_forget_plan (WayPrintChoices *self)
{
  self->from = self->to = WAY_DATE_NONE;
  g_array_set_size (self->goals, 0);
  self->has_private_notes = FALSE;
}

WayPrintPaper
way_print_paper_from_setup (GtkPageSetup *setup)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (setup);
  const double margins[] = { gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS),
                             gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS),
                             gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
                             gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS) };
  WayPrintPaper paper = { gtk_paper_size_get_width (size, GTK_UNIT_POINTS),
                          gtk_paper_size_get_height (size, GTK_UNIT_POINTS), WAY_PAGE_MARGIN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    paper.unreachable = MAX (paper.unreachable, margins[i]);
  paper.margin = MAX (paper.margin, paper.unreachable);

  return paper;
}

WayPrintOptions
way_print_choices_get_options (const WayPrintChoices *self, const WayPrintPaper *paper)
{
  WayPrintOptions options = way_print_options_new ();
  gboolean landscape = self->turn == WAY_PRINT_TURN_LANDSCAPE;

  options.kind = self->kind;
  options.landscape = landscape;
  options.is_poster = self->is_poster;
  options.has_private_notes = self->has_private_notes;
  options.setup.width = landscape ? paper->height : paper->width;
  options.setup.height = landscape ? paper->width : paper->height;
  options.setup.margin = paper->margin;
  options.unreachable = paper->unreachable;
  options.setup.has_title = self->has_title;
  options.setup.header = self->header;
  options.setup.footer = *self->footer != '\0' ? self->footer : NULL;
  options.setup.theme = self->is_grey ? WAY_THEME_GREYS : WAY_THEME_PAPER;
  options.setup.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  options.timeline.from = way_date_get_earliest (self->from);
  options.timeline.to = way_date_get_latest (self->to);
  options.timeline.goals = (const WayId *)(gconstpointer)self->goals->data;
  options.timeline.n_goals = self->goals->len;
  options.timeline.has_legend = self->has_legend;
  options.timeline.pages_across = self->across;
  options.timeline.pages_down = self->down;
  /* a poster is as large as the pages that it is cut into */
  if (!self->is_fitted && !self->is_poster)
    {
      options.timeline.pages_across = 1;
      options.timeline.pages_down = 0;
      options.timeline.day_width = self->day_width;
    }

  return options;
}
