/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the topmost row that is free from a place on, without looking at all rows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_ROW_TREE_FEW 16

/**
 * WayRowTree:
 * @few: where the first rows end, as long as there are no more: most lanes never have as many, and
 * to look at each in turn is quicker then
 * @ends: (nullable): of the tree's nodes, the least of the two below each; the leaves are rows
 * @n_leaves: a power of two
 * @n_rows: that are in use
 *
 * A binary tree over the places where rows end so far.
 */
typedef struct
{
  double few[WAY_ROW_TREE_FEW];
  double *ends;
  guint n_leaves;
  guint n_rows;
} WayRowTree;

void way_row_tree_init (WayRowTree *self);
void way_row_tree_clear (WayRowTree *self);

/**
 * way_row_tree_find:
 *
 * Returns: the topmost row that ends at @left or before; perhaps a new one
 */
guint way_row_tree_find (WayRowTree *self, double left);

/* Says where a row ends now */
void way_row_tree_set (WayRowTree *self, guint row, double end);

G_END_DECLS
