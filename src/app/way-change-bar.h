/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar above the plan that says what others have done to its file, and what can be done about it.
 */
#pragma once

#include "way-file-watch.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WayChangeBar:
 *
 * Its buttons activate the window's actions "win.compare-file", "win.keep-copy", "win.take-theirs",
 * "win.save-again" and "win.save-as".
 */
#define WAY_TYPE_CHANGE_BAR (way_change_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayChangeBar, way_change_bar, WAY, CHANGE_BAR, AdwBin)

GtkWidget *way_change_bar_new (void);

/**
 * way_change_bar_set_state:
 * @state: what has become of the file; the bar is hidden while it is the same
 * @problem: (nullable): why a changed file cannot be opened
 */
void way_change_bar_set_state (WayChangeBar *self, WayFileState state, const char *problem);

G_END_DECLS
