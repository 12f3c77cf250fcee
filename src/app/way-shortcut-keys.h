/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a table of shortcuts, for the widget that they work in.
 */
#pragma once

#include "way-timeline-shortcuts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_shortcut_keys_new:
 * @table: (array length=n_rows): keys and the actions that they lead to
 * @direction: where text runs from right to left, Left and Right change places
 *
 * Returns: (transfer full): a controller with all of them
 */
GtkEventController *way_shortcut_keys_new (const WayTimelineShortcut *table, guint n_rows,
                                           GtkTextDirection direction);

G_END_DECLS
