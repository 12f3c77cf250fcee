/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows where a file is.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_file_reveal:
 * @parent: whose time and display are meant
 *
 * Has the desktop's file manager show @file, selected in its folder; where no file manager answers,
 * opens the folder with what opens folders.
 */
void way_file_reveal (GtkWindow *parent, GFile *file);

G_END_DECLS
