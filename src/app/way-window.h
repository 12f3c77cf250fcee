/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with one plan, or with the start page while it has none.
 */
#pragma once

#include "way-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_WINDOW (way_window_get_type ())
G_DECLARE_FINAL_TYPE (WayWindow, way_window, WAY, WINDOW, AdwApplicationWindow)

/**
 * way_window_new:
 * @settings: (nullable): where sizes and folders are remembered
 *
 * Returns: (transfer none): a window of @application on its start page, not yet presented
 */
WayWindow *way_window_new (GtkApplication *application, GSettings *settings);

/**
 * way_window_get_document:
 *
 * Returns: (nullable) (transfer none): the plan that is open in the window
 */
WayDocument *way_window_get_document (WayWindow *self);

/**
 * way_window_set_document:
 * @document: (nullable): the plan to show, %NULL for the start page
 *
 * Shows another plan at once; whether the old one is saved is the caller's care.
 */
void way_window_set_document (WayWindow *self, WayDocument *document);

/**
 * way_window_has_file:
 *
 * Returns: whether the window shows the plan in @file or is loading it
 */
gboolean way_window_has_file (WayWindow *self, GFile *file);

/**
 * way_window_open_file:
 *
 * Opens a plan: in its window when it is open already, else here when there is nothing here to
 * lose, else in a new window; and presents that window. A file that cannot be opened is explained
 * in a dialog, and what is open stays.
 */
void way_window_open_file (WayWindow *self, GFile *file);

G_END_DECLS
