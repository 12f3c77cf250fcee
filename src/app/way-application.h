/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one process however often it is started, one window a plan.
 */
#pragma once

#include "way-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_APPLICATION (way_application_get_type ())
G_DECLARE_FINAL_TYPE (WayApplication, way_application, WAY, APPLICATION, AdwApplication)

WayApplication *way_application_new (void);

/**
 * way_application_find_window:
 * @file: a plan's file
 *
 * Returns: (nullable) (transfer none): the window that shows @file or is loading it
 */
WayWindow *way_application_find_window (WayApplication *self, GFile *file);

/**
 * way_application_load:
 *
 * Reads @file, or takes what was read of it while the program started.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
WayDocument *way_application_load (WayApplication *self, GFile *file, GError **error);

/**
 * way_application_create_window:
 *
 * Returns: (transfer none): a new window on its start page, not yet presented
 */
WayWindow *way_application_create_window (WayApplication *self);

G_END_DECLS
