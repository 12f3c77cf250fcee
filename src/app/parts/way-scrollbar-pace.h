/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrollbars that follow what scrolls without delaying it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_scrollbar_pace_set_up:
 * @window: whose child has been set
 * @milliseconds: between two steps, as WAY_PACE_MS
 *
 * From now on the scrollbars of @window come to where they belong some times a second, and not in
 * each frame, for which GTK would lay out the whole window each time. One that is dragged stays at
 * the pointer.
 */
void way_scrollbar_pace_set_up (GtkScrolledWindow *window, guint milliseconds);

G_END_DECLS
