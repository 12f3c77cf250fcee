/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the window's actions and their keys, which feeds both the accelerators and the
 * shortcuts window.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_accels_install:
 *
 * Gives the application the accelerators of the table.
 */
void way_accels_install (GtkApplication *application);

/**
 * way_accels_new_shortcuts:
 *
 * Returns: (transfer none): the shortcuts window, a toplevel not yet presented: the table and that
 * of the timeline
 */
GtkWindow *way_accels_new_shortcuts (void);

/**
 * way_accels_present_shortcuts:
 * @parent: (nullable): the window to stand over
 */
void way_accels_present_shortcuts (GtkWindow *parent);

G_END_DECLS
