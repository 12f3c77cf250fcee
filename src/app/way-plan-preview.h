/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pictures of plans, drawn by the timeline's own painter away from the main thread.
 */
#pragma once

#include "way-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_plan_preview_load_async:
 * @file: a plan
 * @theme: its colours
 * @width: of the picture, in pixels of the interface
 * @height: likewise
 * @scale: pixels of the screen for one of the interface
 *
 * Reads a plan and draws how its timeline looks. Very large files are left alone.
 */
void way_plan_preview_load_async (GFile *file, WayTheme theme, int width, int height, int scale,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * way_plan_preview_load_finish:
 * @title: (out) (transfer full): the plan's title; set when a picture is returned
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *way_plan_preview_load_finish (GAsyncResult *result, char **title, GError **error);

G_END_DECLS
