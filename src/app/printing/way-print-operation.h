/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The print of a plan by GTK: its dialog, its preview, its queue; and its files, without a display.
 */
#pragma once

#include "way-document.h"
#include "way-print-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PRINT_OPERATION (way_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (WayPrintOperation, way_print_operation, WAY, PRINT_OPERATION,
                      GtkPrintOperation)

/**
 * way_print_operation_new:
 * @document: with the plan, as it is when the print begins
 * @choices: what is chosen at first
 *
 * Returns: (transfer full): an operation to run, asynchronously where a dialog is shown
 */
WayPrintOperation *way_print_operation_new (WayDocument *document, const WayPrintChoices *choices,
                                            GtkPrintSettings *settings, GtkPageSetup *setup);

/**
 * way_print_operation_get_choices:
 *
 * Returns: (transfer none): what was chosen in the dialog, else what was at first
 */
const WayPrintChoices *way_print_operation_get_choices (WayPrintOperation *self);

/**
 * way_print_operation_get_setup:
 *
 * Returns: (transfer none): the paper that was printed on, else what was at first
 */
GtkPageSetup *way_print_operation_get_setup (WayPrintOperation *self);

/**
 * way_print_operation_get_problem:
 *
 * Returns: (nullable): why there was nothing to print, which GTK takes for the person's word to
 *   cancel
 */
const char *way_print_operation_get_problem (WayPrintOperation *self);

/**
 * way_print_dup_job_name:
 *
 * Returns: (transfer full): the plan's title, which queues and printers show to others; of a plan
 *   that is to leave no traces, that it is a plan
 */
char *way_print_dup_job_name (WayDocument *document);

G_END_DECLS
