/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person has chosen about printing. What holds for any plan is remembered; what is about one
 * plan, and what shows more than is usual, is not.
 */
#pragma once

#include "way-date.h"
#include "way-print-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayPrintTurn:
 * @WAY_PRINT_TURN_BEST: the paper as it suits the plan
 */
typedef enum
{
  WAY_PRINT_TURN_BEST,
  WAY_PRINT_TURN_PORTRAIT,
  WAY_PRINT_TURN_LANDSCAPE,
} WayPrintTurn;

/**
 * WayPrintChoices:
 * @is_fitted: whether @across and @down hold, else @day_width does
 * @across: pages side by side
 * @down: pages one below the other; 0 for as many as it takes
 * @day_width: points
 * @header: with placeholders; empty for none
 * @footer: with placeholders; empty for the page's number where there are several
 * @from: WAY_DATE_NONE for the plan's beginning
 * @to: WAY_DATE_NONE for the plan's end
 * @goals: (element-type WayId): none for all
 * @has_private_notes: never remembered, so that nobody shows more than they mean to
 */
typedef struct
{
  WayPrintKind kind;
  WayPrintTurn turn;
  gboolean is_fitted;
  guint across;
  guint down;
  double day_width;
  gboolean has_title;
  gboolean has_legend;
  gboolean is_poster;
  gboolean is_grey;
  char *header;
  char *footer;
  WayDate from;
  WayDate to;
  GArray *goals;
  gboolean has_private_notes;
} WayPrintChoices;

/**
 * way_print_choices_new:
 * @settings: (nullable): where those that hold for any plan are remembered
 */
WayPrintChoices *way_print_choices_new (GSettings *settings);
WayPrintChoices *way_print_choices_copy (const WayPrintChoices *self);
void way_print_choices_free (WayPrintChoices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPrintChoices, way_print_choices_free)

/**
 * way_print_choices_store:
 * @settings: (nullable): where to remember what holds for any plan
 */
void way_print_choices_store (const WayPrintChoices *self, GSettings *settings);

/**
 * way_print_choices_forget_plan:
 *
 * Takes back what was chosen about one plan.
 */
void way_print_choices_forget_plan (WayPrintChoices *self);

/**
 * WayPrintPaper:
 * @width: upright, in points
 * @height: upright, in points
 * @margin: what is left free at each side, in points; at least @unreachable
 * @unreachable: what the printer cannot reach at each side, in points
 */
typedef struct
{
  double width;
  double height;
  double margin;
  double unreachable;
} WayPrintPaper;

WayPrintPaper way_print_paper_from_setup (GtkPageSetup *setup);

/**
 * way_print_choices_get_options:
 *
 * Returns: the options, of which strings and ids are those of @self; on paper that stands upright
 *   unless it was chosen to lie
 */
WayPrintOptions way_print_choices_get_options (const WayPrintChoices *self,
                                               const WayPrintPaper *paper);

G_END_DECLS
