/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of buttons as screen readers are to say them. A button whose label has the mark of a key is
 * otherwise called by that label with the mark, and then once more without.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_button_name_set:
 * @button: a button
 * @name: what it is called, by this name alone
 */
void way_button_name_set (GtkWidget *button, const char *name);

/**
 * way_button_name_set_all:
 * @root: where to begin
 *
 * Calls all buttons at and below @root what their labels say; those without a label stay as they
 * are.
 */
void way_button_name_set_all (GtkWidget *root);

/**
 * way_button_name_strip_mark:
 * @label: with the mark of a key, or without
 *
 * Returns: (transfer full): @label as it reads
 */
char *way_button_name_strip_mark (const char *label);

G_END_DECLS
