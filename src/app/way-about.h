/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window that says what the program is and who made it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_about_present:
 * @parent: (nullable): the window to stand over
 */
void way_about_present (GtkWindow *parent);

G_END_DECLS
