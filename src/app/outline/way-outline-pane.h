/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan as a table: goals as a tree, with their milestones, to be read and edited row by row.
 */
#pragma once

#include "way-document.h"
#include "way-outline-columns.h"
#include "way-outline-model.h"

G_BEGIN_DECLS

#define WAY_TYPE_OUTLINE_PANE (way_outline_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlinePane, way_outline_pane, WAY, OUTLINE_PANE, GtkWidget)

/**
 * WayOutlinePane::activate-record:
 *
 * The person wants to edit the details of the selection's primary record.
 */

/**
 * WayOutlinePane::toast:
 * @text: what happened or why it could not, translated, not markup
 * @undo: whether the toast should offer to undo the last step
 */

GtkWidget *way_outline_pane_new (void);

/**
 * way_outline_pane_set_document:
 * @document: (nullable): what to show
 * @selection: what is selected in the window, which the outline shares with the other views
 */
void way_outline_pane_set_document (WayOutlinePane *self, WayDocument *document,
                                    WaySelection *selection);

/**
 * way_outline_pane_get_model:
 *
 * Returns: (transfer none): the rows
 */
WayOutlineModel *way_outline_pane_get_model (WayOutlinePane *self);

/**
 * way_outline_pane_point_at:
 * @x: in the pane; outside of it for nowhere
 * @y: in the pane
 * @id: (out): the record of the row that is there
 *
 * Marks what something that is dragged over the pane would fall on.
 *
 * Returns: whether a row is there
 */
gboolean way_outline_pane_point_at (WayOutlinePane *self, double x, double y, WayId *id);

/**
 * way_outline_pane_reveal:
 *
 * Selects a goal or a milestone, unfolds what hides it and scrolls to it.
 */
void way_outline_pane_reveal (WayOutlinePane *self, const WayId *id);

/**
 * way_outline_pane_show_selection:
 *
 * Unfolds what hides the primary one of what is selected, and scrolls to it.
 */
void way_outline_pane_show_selection (WayOutlinePane *self);

/**
 * way_outline_pane_store_state:
 * @state: where it is put down which columns are shown, and how wide
 */
void way_outline_pane_store_state (WayOutlinePane *self, GKeyFile *state);

/**
 * way_outline_pane_restore_state:
 * @state: what way_outline_pane_store_state() left
 */
void way_outline_pane_restore_state (WayOutlinePane *self, GKeyFile *state);

G_END_DECLS
