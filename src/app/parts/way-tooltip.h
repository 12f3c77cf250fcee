/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips that are set again and again, or that would lie over something.
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

/**
 * way_tooltip_give_way:
 * @widget: one with a tooltip: @button or what it is in
 * @button: one with a popover, at once or later
 *
 * Shows no tooltip while the popover is open: GTK shows it for a pointer that stays on the button
 * after a click, over the first thing that the popover offers.
 */
void way_tooltip_give_way (GtkWidget *widget, GtkMenuButton *button);

G_END_DECLS
