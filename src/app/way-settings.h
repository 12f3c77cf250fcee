/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences of the screen: sizes, the last folder. Never data of a plan.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_settings_new:
 *
 * Returns: (transfer full) (nullable): the program's settings; %NULL when its schema is not
 *   installed, so that the program runs all the same and forgets
 */
GSettings *way_settings_new (void);

/**
 * way_settings_restore_window:
 * @settings: (nullable): where the last size stands
 *
 * Gives a window that is not shown yet the size of the one that was closed last.
 */
void way_settings_restore_window (GSettings *settings, GtkWindow *window);

/**
 * way_settings_store_window:
 * @settings: (nullable): where to keep the size
 */
void way_settings_store_window (GSettings *settings, GtkWindow *window);

/**
 * way_settings_dup_folder:
 * @settings: (nullable): where the last folder stands
 *
 * Returns: (transfer full) (nullable): the folder that a plan was last opened from or saved to,
 * when it is still there
 */
GFile *way_settings_dup_folder (GSettings *settings);

/**
 * way_settings_store_folder:
 * @settings: (nullable): where to keep it
 * @file: a plan's file; its folder is kept
 */
void way_settings_store_folder (GSettings *settings, GFile *file);

/**
 * way_settings_get_n_versions:
 * @settings: (nullable): where the preference stands
 *
 * Returns: how many earlier versions of a plan are to be kept
 */
guint way_settings_get_n_versions (GSettings *settings);

G_END_DECLS
