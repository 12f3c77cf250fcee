/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the outline is sorted: by which column, and which way. GTK 4.8 does not tell, so its sorter
 * is asked to compare two things that are no rows.
 */
#include "way-outline-pane-private.h"

typedef struct
{
  WayOutlineColumn column;
  WayOutlinePane *pane; /* which has the columns, and so outlives it */
} Comparison;

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Comparison *comparison = user_data;
  WayOutlinePane *pane = comparison->pane;
  const WayOutlineLook *look = &pane->look;
  gboolean is_empty;

  if (pane->is_probing)
    {
      if (pane->sort_column == WAY_OUTLINE_N_COLUMNS)
        pane->sort_column = comparison->column;
      return -1;
    }

  /* What is empty comes last either way */
  is_empty = way_outline_column_is_empty (comparison->column, a);
  if (is_empty != way_outline_column_is_empty (comparison->column, b))
    return is_empty == pane->sorts_down ? -1 : 1;

  return way_outline_column_compare (comparison->column, way_outline_model_get_plan (look->model),
                                     look->progress, a, b);
}

GtkSorter *
way_outline_sort_new (WayOutlinePane *self, WayOutlineColumn column)
{
  Comparison *comparison = g_new (Comparison, 1);

  *comparison = (Comparison){ column, self };

  return GTK_SORTER (gtk_custom_sorter_new (compare, comparison, g_free));
}

void
way_outline_sort_follow (WayOutlinePane *self)
{
  static char first, second;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  self->sort_column = WAY_OUTLINE_N_COLUMNS;
  self->is_probing = TRUE;
  self->sorts_down = gtk_sorter_compare (sorter, &first, &second) == GTK_ORDERING_LARGER;
  self->is_probing = FALSE;
}

void
way_outline_sort_by (WayOutlinePane *self, WayOutlineColumn column, gboolean down)
{
  gtk_column_view_sort_by_column (self->view, self->columns[column],
                                  down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
