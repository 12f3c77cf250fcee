/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone that has no date: its title, a field to type one, and a handle to drag it by.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_UNDATED_ROW (way_undated_row_get_type ())
G_DECLARE_FINAL_TYPE (WayUndatedRow, way_undated_row, WAY, UNDATED_ROW, GtkListBoxRow)

/**
 * WayUndatedRow::problem:
 * @text: (nullable): what is wrong with what was typed, translated; %NULL when nothing is any more
 */

/**
 * WayUndatedRow::dragged:
 *
 * Emitted when a drag of the row begins. What is dragged is the row itself.
 */

/**
 * way_undated_row_new:
 * @document: of @record
 * @record: a milestone
 * @shows_goal: whether it names the goal, too, as where there are milestones of several
 */
GtkWidget *way_undated_row_new (WayDocument *document, WayRecord *record, gboolean shows_goal);

/**
 * way_undated_row_update:
 * @record: the milestone as it is after an edit of the plan
 *
 * What is typed stays.
 */
void way_undated_row_update (WayUndatedRow *self, WayRecord *record);

/* Gives the focus to the date */
void way_undated_row_focus (WayUndatedRow *self);

/**
 * way_undated_row_get_record:
 *
 * Returns: (transfer none): the milestone as the row shows it
 */
WayRecord *way_undated_row_get_record (WayUndatedRow *self);

G_END_DECLS
