/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printer, its settings and the paper that were chosen last, in the person's folder of
 * settings.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_print_memory_load:
 * @settings: (out) (transfer full): of the printer
 * @setup: (out) (transfer full): of the paper
 *
 * What was never chosen is as the desktop has it.
 */
void way_print_memory_load (GtkPrintSettings **settings, GtkPageSetup **setup);

/**
 * way_print_memory_store:
 * @settings: (nullable): of the printer, %NULL for those that were there; how often, which pages
 *   and to which file are left out
 *
 * Returns: whether it could be written; else it is as it was
 */
gboolean way_print_memory_store (GtkPrintSettings *settings, GtkPageSetup *setup, GError **error);

G_END_DECLS
