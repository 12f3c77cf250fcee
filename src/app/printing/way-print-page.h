/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waymark's own part of the print dialog: what is printed and how, with a preview beside it.
 */
#pragma once

#include "way-plan.h"
#include "way-print-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PRINT_PAGE (way_print_page_get_type ())
G_DECLARE_FINAL_TYPE (WayPrintPage, way_print_page, WAY, PRINT_PAGE, GtkBox)

/**
 * way_print_page_new:
 * @plan: as it is now
 * @choices: what is chosen at first
 * @setup: the paper at first
 */
GtkWidget *way_print_page_new (WayPlan *plan, const WayPrintChoices *choices, GtkPageSetup *setup);

/**
 * way_print_page_set_setup:
 *
 * The person chose other paper elsewhere in the dialog; when they turned it there, it is turned.
 */
void way_print_page_set_setup (WayPrintPage *self, GtkPageSetup *setup);

/**
 * way_print_page_get_choices:
 *
 * Returns: (transfer none): as they are now
 */
const WayPrintChoices *way_print_page_get_choices (WayPrintPage *self);

/**
 * way_print_page_dup_problem:
 *
 * Returns: (transfer full) (nullable): why what was typed cannot be printed
 */
char *way_print_page_dup_problem (WayPrintPage *self);

G_END_DECLS
