/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The milestones that have no place on the timeline because they have no date, each to be given
 * one.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_UNDATED_POPOVER (way_undated_popover_get_type ())
G_DECLARE_FINAL_TYPE (WayUndatedPopover, way_undated_popover, WAY, UNDATED_POPOVER, GtkPopover)

/**
 * WayUndatedPopover::edit:
 * @id: (type WayId): the milestone whose details are asked for
 */

GtkWidget *way_undated_popover_new (void);

/**
 * way_undated_popover_list:
 * @document: (nullable): of @records
 * @records: (element-type WayRecord): milestones without a date
 *
 * Closes what is open, and fills the list. It gets shorter with each that is given a date, and the
 * popover closes with the last one.
 */
void way_undated_popover_list (WayUndatedPopover *self, WayDocument *document, GPtrArray *records);

G_END_DECLS
