/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pictures of plans, drawn by the timeline's own painter away from the main thread.
 */
#pragma once

#include "way-plan.h"
#include "way-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayPlanLoader:
 * @source: where the plan comes from
 *
 * Reads a plan; runs on a thread of its own.
 *
 * Returns: (transfer full) (nullable): the plan
 */
typedef WayPlan *(*WayPlanLoader) (gpointer source, GCancellable *cancellable, GError **error);

/**
 * way_plan_preview_load_async:
 * @loader: reads the plan
 * @source: (transfer full): for @loader
 * @free_source: frees @source
 * @theme: colours of the picture
 * @width: of the picture, in pixels of the interface
 * @height: likewise
 * @scale: pixels of the screen for one of the interface
 *
 * Reads a plan and draws how its timeline looks.
 */
void way_plan_preview_load_async (WayPlanLoader loader, gpointer source, GDestroyNotify free_source,
                                  WayTheme theme, int width, int height, int scale,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * way_plan_preview_load_finish:
 * @title: (out) (transfer full) (nullable): the plan's title
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *way_plan_preview_load_finish (GAsyncResult *result, char **title, GError **error);

G_END_DECLS
