/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds rows and cells in GTK's list and moves the focus there. GTK 4.8 has no functions for that,
 * but an action that scrolls, and a tree of widgets.
 */
#include "way-outline-pane-private.h"

GtkWidget *
way_outline_list_find (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

void
way_outline_list_scroll_to (WayOutlinePane *self, guint position)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->look.model)))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static GtkWidget *
get_focus (WayOutlinePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list) ? focus : NULL;
}

gboolean
way_outline_list_has_focus (WayOutlinePane *self)
{
  return get_focus (self) != NULL;
}

/* The cell of a row's title, which every row has, wherever the columns are put */
static WayOutlineCell *
find_cell (GtkWidget *row, WayOutlineColumn column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (WAY_IS_OUTLINE_CELL (cell)
          && way_outline_cell_get_column (WAY_OUTLINE_CELL (cell)) == column)
        return WAY_OUTLINE_CELL (cell);
    }
  return NULL;
}

/* The row that a widget is in */
static GtkWidget *
find_row (WayOutlinePane *self, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != self->list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The list itself gives the focus to the row that had it last */
void
way_outline_list_focus (WayOutlinePane *self, guint position)
{
  WayOutlineCell *cell;

  way_outline_list_scroll_to (self, position);
  cell = way_outline_list_get_cell (self, position, WAY_OUTLINE_TITLE);
  gtk_widget_grab_focus (cell != NULL ? find_row (self, GTK_WIDGET (cell)) : self->list);
}

guint
way_outline_list_get_focused (WayOutlinePane *self)
{
  GtkWidget *row = find_row (self, get_focus (self));
  WayOutlineCell *cell = row != NULL ? find_cell (row, WAY_OUTLINE_TITLE) : NULL;
  const WayId *primary;

  primary = self->selection != NULL ? way_selection_get_primary (self->selection) : NULL;
  if (cell != NULL
      && (primary == NULL
          || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->look.model),
                                              way_outline_cell_get_position (cell))))
    return way_outline_cell_get_position (cell);

  return primary != NULL ? way_outline_model_find (self->look.model, primary) : WAY_OUTLINE_NOWHERE;
}

WayOutlineCell *
way_outline_list_get_cell (WayOutlinePane *self, guint position, WayOutlineColumn column)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      WayOutlineCell *cell = find_cell (row, column);

      if (cell != NULL && way_outline_cell_get_position (cell) == position)
        return cell;
    }
  return NULL;
}

WayOutlineCell *
way_outline_list_pick (WayOutlinePane *self, double x, double y, graphene_rect_t *area)
{
  GtkWidget *row = find_row (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (row == NULL)
    return NULL;
  if (area != NULL && !gtk_widget_compute_bounds (row, GTK_WIDGET (self), area))
    return NULL;
  return find_cell (row, WAY_OUTLINE_TITLE);
}

guint
way_outline_list_get_top (WayOutlinePane *self)
{
  guint top = WAY_OUTLINE_NOWHERE;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      WayOutlineCell *cell = find_cell (row, WAY_OUTLINE_TITLE);
      graphene_rect_t area;

      if (cell != NULL && gtk_widget_get_mapped (row)
          && gtk_widget_compute_bounds (row, self->list, &area)
          && area.origin.y + area.size.height / 2 >= 0)
        top = MIN (top, way_outline_cell_get_position (cell));
    }

  return top;
}

/* GTK scrolls as little as it must: from below it comes to the upper edge */
void
way_outline_list_set_top (WayOutlinePane *self, guint position)
{
  way_outline_list_scroll_to (self, g_list_model_get_n_items (G_LIST_MODEL (self->look.model)) - 1);
  way_outline_list_scroll_to (self, position);
}
