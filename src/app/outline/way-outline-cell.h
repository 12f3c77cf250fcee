/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One cell of the outline: paints its text, icon or bar itself, since a list makes some thousand of
 * them before it shows the first, and holds an editor only while one types.
 */
#pragma once

#include "way-outline-columns.h"
#include "way-outline-editor.h"
#include "way-outline-model.h"

G_BEGIN_DECLS

#define WAY_TYPE_OUTLINE_CELL (way_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineCell, way_outline_cell, WAY, OUTLINE_CELL, GtkWidget)

/**
 * WayOutlineLook:
 * @model: the rows
 * @progress: (nullable): of the goals in them
 * @letter: width of a letter, in pixels
 * @words: width of the longest of a column's words, in pixels; 0 where it says other things
 * @row: height of a row, in pixels
 *
 * What all cells of an outline share.
 */
typedef struct
{
  WayOutlineModel *model;
  WayProgress *progress;
  int letter;
  int words[WAY_OUTLINE_N_COLUMNS];
  int row;
} WayOutlineLook;

/**
 * way_outline_cell_new:
 * @look: (transfer none): outlives the cell
 */
GtkWidget *way_outline_cell_new (WayOutlineColumn column, const WayOutlineLook *look);

/**
 * way_outline_cell_bind:
 * @item: (nullable): the row to show, %NULL for none
 */
void way_outline_cell_bind (WayOutlineCell *self, GtkListItem *item);

WayOutlineColumn way_outline_cell_get_column (WayOutlineCell *self);

/**
 * way_outline_cell_get_row:
 *
 * Returns: (nullable) (transfer none): what the cell is in
 */
WayOutlineRow *way_outline_cell_get_row (WayOutlineCell *self);

/**
 * way_outline_cell_get_position:
 *
 * Returns: of the row
 */
guint way_outline_cell_get_position (WayOutlineCell *self);

/**
 * way_outline_cell_get_text:
 *
 * Returns: (transfer none): what the cell says
 */
const char *way_outline_cell_get_text (WayOutlineCell *self);

/**
 * way_outline_cell_edit:
 * @document: gets what is typed
 *
 * Puts an editor into the cell.
 *
 * Returns: (nullable) (transfer none): the editor; %NULL where there is nothing to edit
 */
WayOutlineEditor *way_outline_cell_edit (WayOutlineCell *self, WayDocument *document);

/**
 * way_outline_cell_get_indent:
 *
 * Returns: where the row begins by its depth, in pixels from the edge where reading starts
 */
int way_outline_cell_get_indent (WayOutlineCell *self);

/**
 * way_outline_cell_is_arrow:
 *
 * Returns: whether the arrow that folds a goal is at @x
 */
gboolean way_outline_cell_is_arrow (WayOutlineCell *self, double x);

G_END_DECLS
