/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the topmost row that is free from a place on, without looking at all rows.
 */
#include "way-row-tree.h"

void
way_row_tree_init (WayRowTree *self)
{
  self->ends = NULL;
  self->n_leaves = WAY_ROW_TREE_FEW;
  self->n_rows = 0;
}

void
way_row_tree_clear (WayRowTree *self)
{
  g_free (self->ends);
}

static void
set_leaf (WayRowTree *self, guint row, double end)
{
  guint node = self->n_leaves + row;

  self->ends[node] = end;
  for (node /= 2; node >= 1; node /= 2)
    self->ends[node] = MIN (self->ends[2 * node], self->ends[2 * node + 1]);
}

void
way_row_tree_set (WayRowTree *self, guint row, double end)
{
  if (self->ends == NULL)
    self->few[row] = end;
  else
    set_leaf (self, row, end);

  self->n_rows = MAX (self->n_rows, row + 1);
}

/* Twice the room, the rows as they were */
static void
grow (WayRowTree *self)
{
  g_autofree double *old = self->ends;
  const double *rows = old != NULL ? old + self->n_leaves : self->few;
  guint n_rows = self->n_leaves;

  self->n_leaves *= 2;
  self->ends = g_new (double, 2 * self->n_leaves);
  for (guint i = 0; i < 2 * self->n_leaves; i++)
    self->ends[i] = -G_MAXDOUBLE;
  for (guint row = 0; row < n_rows; row++)
    set_leaf (self, row, rows[row]);
}

/* The row, or the number of rows when none is free */
static guint
find_among_few (const WayRowTree *self, double left)
{
  guint row = 0;

  while (row < self->n_rows && self->few[row] > left)
    row++;

  return row;
}

guint
way_row_tree_find (WayRowTree *self, double left)
{
  guint node = 1;

  if (self->ends == NULL)
    {
      guint row = find_among_few (self, left);

      if (row < WAY_ROW_TREE_FEW)
        return row;
      grow (self);
    }
  else if (self->ends[1] > left)
    grow (self);

  while (node < self->n_leaves)
    node = self->ends[2 * node] <= left ? 2 * node : 2 * node + 1;

  return node - self->n_leaves;
}
