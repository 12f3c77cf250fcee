/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the outline's pane share: -pane.c binds, -list.c finds rows and cells in GTK's
 * list and moves the focus there.
 */
#pragma once

#include "way-outline-cell.h"
#include "way-outline-pane.h"

G_BEGIN_DECLS

struct _WayOutlinePane
{
  GtkWidget parent_instance;

  WayDocument *document;   /* nullable */
  WaySelection *selection; /* nullable */
  WayOutlineLook look;     /* which the cells read; it owns what it points to */
  guint show_source;       /* 0, or brings the selection into sight */

  GtkColumnView *view;
  GtkWidget *list; /* the rows within the view */
  GtkColumnViewColumn *columns[WAY_OUTLINE_N_COLUMNS];
};

/* As the signal of that name */
void way_outline_pane_toast (WayOutlinePane *self, const char *text, gboolean undo);

/* -list.c: GTK 4.8 has no functions for any of this */

/**
 * way_outline_list_find:
 *
 * Returns: (nullable): the widget of the rows within the view
 */
GtkWidget *way_outline_list_find (GtkColumnView *view);

/**
 * way_outline_list_scroll_to:
 *
 * Brings a row into sight, and makes it the one that gets the focus.
 */
void way_outline_list_scroll_to (WayOutlinePane *self, guint position);

/**
 * way_outline_list_focus:
 *
 * Gives the focus to a row.
 */
void way_outline_list_focus (WayOutlinePane *self, guint position);

/**
 * way_outline_list_has_focus:
 *
 * Returns: whether the focus is somewhere in the rows
 */
gboolean way_outline_list_has_focus (WayOutlinePane *self);

/**
 * way_outline_list_get_focused:
 *
 * Returns: the row with the focus in it, else that of what is selected, else WAY_OUTLINE_NOWHERE
 */
guint way_outline_list_get_focused (WayOutlinePane *self);

/**
 * way_outline_list_get_cell:
 *
 * Returns: (nullable): a cell of a row that is in sight
 */
WayOutlineCell *way_outline_list_get_cell (WayOutlinePane *self, guint position,
                                           WayOutlineColumn column);

/**
 * way_outline_list_pick:
 * @x: in the pane
 * @y: in the pane
 * @area: (out) (optional): where the row is, in the pane
 *
 * Returns: (nullable): the title's cell of the row there
 */
WayOutlineCell *way_outline_list_pick (WayOutlinePane *self, double x, double y,
                                       graphene_rect_t *area);

G_END_DECLS
