/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that was done, by name: to go back, or forth, several steps at once.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_HISTORY_POPOVER (way_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (WayHistoryPopover, way_history_popover, WAY, HISTORY_POPOVER, GtkPopover)

GtkWidget *way_history_popover_new (void);

/**
 * way_history_popover_set_document:
 * @document: (nullable): whose steps it lists, the newest on top
 */
void way_history_popover_set_document (WayHistoryPopover *self, WayDocument *document);

G_END_DECLS
