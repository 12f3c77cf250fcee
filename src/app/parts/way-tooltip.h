/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips that are set again and again.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_tooltip_set:
 * @widget: any
 * @text: (nullable): its tooltip, or %NULL for none
 *
 * Tells GTK only what is new, since with each word on a tooltip it asks the display where the
 * pointer is, and waits for the answer.
 */
void way_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
