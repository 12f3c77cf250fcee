/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows how the pages will be, one at a time, and how many there are.
 */
#pragma once

#include "way-print-choices.h"
#include "way-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PRINT_PREVIEW (way_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (WayPrintPreview, way_print_preview, WAY, PRINT_PREVIEW, GtkBox)

/**
 * way_print_preview_show:
 *
 * Shows the pages soon: they are made and drawn on a thread, and what is asked meanwhile comes
 * next. The page that is shown stays, as far as there are so many.
 */
void way_print_preview_show (WayPrintPreview *self, WaySnapshot *plan,
                             const WayPrintChoices *choices, const WayPrintPaper *paper);

/**
 * way_print_preview_show_error:
 * @text: why there is nothing to show
 */
void way_print_preview_show_error (WayPrintPreview *self, const char *text);

G_END_DECLS
