/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints without a dialog: the same pages on the same printer once more.
 */
#pragma once

#include "way-document.h"
#include "way-print-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_print_job_send_async:
 * @document: with the plan, as it is now
 * @settings: of the printer, whose name it says
 * @setup: the paper
 *
 * Hands the plan to the printer's queue as a PDF. A printer that is not there any more, that is a
 * file, or that takes no PDF is an error in words (#GIOErrorEnum), as is an option that makes no
 * sense (WAY_PAGES_ERROR).
 */
void way_print_job_send_async (WayDocument *document, const WayPrintChoices *choices,
                               GtkPrintSettings *settings, GtkPageSetup *setup,
                               GAsyncReadyCallback callback, gpointer user_data);

/**
 * way_print_job_send_finish:
 *
 * Returns: whether the queue has it; what the printer makes of it is another question
 */
gboolean way_print_job_send_finish (GAsyncResult *result, GError **error);

G_END_DECLS
