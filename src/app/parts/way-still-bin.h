/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows its child as one picture where the window is drawn by Cairo.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_STILL_BIN (way_still_bin_get_type ())
G_DECLARE_FINAL_TYPE (WayStillBin, way_still_bin, WAY, STILL_BIN, GtkWidget)

/**
 * WayStillBin:
 *
 * For bars of buttons around what moves. GTK's Cairo renderer goes through all nodes of a window in
 * each frame, also through those that lie where nothing is drawn again; one picture it passes over
 * at once. When anything of the child changes, all of it is drawn again.
 */
GtkWidget *way_still_bin_new (void);

G_END_DECLS
