/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the topmost row that is free from a place on, without looking at all rows.
 */
#include "way-row-tree.h"

#define FEW_ROWS 16

static void
clear_ends (WayRowTree *self, guint n_leaves)
{
  self->n_leaves = n_leaves;
  self->n_rows = 0;
  self->ends = g_new (double, 2 * n_leaves);

  for (guint i = 0; i < 2 * n_leaves; i++)
    self->ends[i] = -G_MAXDOUBLE;
}

void
way_row_tree_init (WayRowTree *self)
{
  clear_ends (self, FEW_ROWS);
}

void
way_row_tree_clear (WayRowTree *self)
{
  g_free (self->ends);
}

void
way_row_tree_set (WayRowTree *self, guint row, double end)
{
  guint node = self->n_leaves + row;

  self->ends[node] = end;
  for (node /= 2; node >= 1; node /= 2)
    self->ends[node] = MIN (self->ends[2 * node], self->ends[2 * node + 1]);

  self->n_rows = MAX (self->n_rows, row + 1);
}

/* Twice the room, the rows as they were */
static void
grow (WayRowTree *self)
{
  WayRowTree before = *self;

  clear_ends (self, before.n_leaves * 2);
  for (guint row = 0; row < before.n_leaves; row++)
    way_row_tree_set (self, row, before.ends[before.n_leaves + row]);

  self->n_rows = before.n_rows;
  g_free (before.ends);
}

guint
way_row_tree_find (WayRowTree *self, double left)
{
  guint node = 1;

  if (self->ends[1] > left)
    grow (self);

  while (node < self->n_leaves)
    node = self->ends[2 * node] <= left ? 2 * node : 2 * node + 1;

  return node - self->n_leaves;
}
