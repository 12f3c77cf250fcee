/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rows have in common that choose one of a list, whatever stands in it: each is an
 * #AdwComboRow whose model is a #GtkStringList.
 */
#pragma once

#include "way-field-row.h"

G_BEGIN_DECLS

/**
 * way_field_row_combo_init:
 *
 * To be called when the row is made: applies whatever is chosen at once.
 */
void way_field_row_combo_init (WayFieldRow *self);

/**
 * way_field_row_combo_show:
 * @n_choices: how many there are in the list
 * @position: the one to show, unless the records differ
 *
 * Where they differ, the list has one more at its end that says so.
 */
void way_field_row_combo_show (WayFieldRow *self, guint n_choices, guint position);

void way_field_row_combo_show_error (WayFieldRow *self, const char *text);

G_END_DECLS
