/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window in which a person says how the program is to behave.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_PREFERENCES (way_preferences_get_type ())
G_DECLARE_FINAL_TYPE (WayPreferences, way_preferences, WAY, PREFERENCES, AdwPreferencesWindow)

/**
 * way_preferences_new:
 * @parent: (nullable): the window that it lies over
 * @settings: (nullable): what it shows and changes at once; without it nothing can be changed
 */
GtkWidget *way_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
