/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a plan into memory on another thread, while it is edited.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * way_print_bytes_async:
 * @options: copied, with its strings
 *
 * Draws @plan as it is now.
 */
void way_print_bytes_async (WayPlan *plan, const WayPrintOptions *options,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * way_print_bytes_finish:
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the file as way_print_render() writes it
 */
GBytes *way_print_bytes_finish (GAsyncResult *result, GError **error);

G_END_DECLS
