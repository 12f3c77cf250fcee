/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the outline's pane share: -pane.c binds, -actions.c acts, -edits.c edits in the
 * rows, -drag.c and -menu.c are for the pointer, -list.c finds rows and cells in GTK's list.
 */
#pragma once

#include "way-outline-cell.h"
#include "way-outline-moves.h"
#include "way-outline-pane.h"

G_BEGIN_DECLS

/**
 * WayOutlineDrop:
 * @target: the row that is dropped on
 * @place: where beside or in it
 * @area: where the row is, in the pane
 * @indent: where its text begins
 */
typedef struct
{
  WayId target;
  WayOutlinePlace place;
  graphene_rect_t area;
  int indent;
} WayOutlineDrop;

struct _WayOutlinePane
{
  GtkWidget parent_instance;

  WayDocument *document;   /* nullable */
  WaySelection *selection; /* nullable */
  WayOutlineLook look;     /* which the cells read; it owns what it points to */
  guint show_source;       /* 0, or brings the selection into sight */
  gboolean was_shown;
  guint list_tick; /* 0, or lists what the first frame left out */
  int ticks_to_list;
  WayId added;              /* the new row whose title is being typed, or the null id */
  WayOutlineEditor *editor; /* nullable, not owned: what is typed into, of this row and column */
  WayId edited;
  WayOutlineColumn edited_column;
  gboolean drop_is_shown;
  WayOutlineDrop drop;

  GtkWidget *welcome; /* how to begin, while there is no row */
  GtkWidget *nothing; /* says that the filter leaves no row */
  GtkColumnView *view;
  GtkWidget *list; /* the rows within the view */
  GtkEventController *shortcuts;
  GtkWidget *menu;    /* nullable */
  GtkWidget *choices; /* nullable: of a status or of people, while they are shown */
  guint choices_position;
  WayOutlineColumn choices_column;
  int choices_step;             /* where to go on when they close */
  guint go_on_source;           /* 0, or goes on */
  WayOutlineColumn sort_column; /* WAY_OUTLINE_N_COLUMNS in the order of the plan */
  gboolean sorts_down;
  gboolean is_probing;
  WayId restored_top; /* the row that is to come to the top, or the null id */
  GtkColumnViewColumn *columns[WAY_OUTLINE_N_COLUMNS];
};

/* As the signal of that name */
void way_outline_pane_toast (WayOutlinePane *self, const char *text, gboolean undo);

/* Asks for the details of the primary record */
void way_outline_pane_activate (WayOutlinePane *self);

/* -actions.c */
void way_outline_install_actions (GtkWidgetClass *widget_class);
void way_outline_init_shortcuts (WayOutlinePane *self);

/**
 * way_outline_can:
 * @name: of an action, maybe not the outline's own
 *
 * To be asked when it is shown: it looks through the rows, which would be too much for each step of
 * the selection.
 *
 * Returns: FALSE when it is known that it would do nothing
 */
gboolean way_outline_can (WayOutlinePane *self, const char *name);

/**
 * way_outline_get_moved:
 *
 * Returns: (transfer full) (element-type WayId): what is selected in the order of the rows, without
 * what moves along with a goal
 */
GArray *way_outline_get_moved (WayOutlinePane *self);

/**
 * way_outline_try_move:
 *
 * Moves what is selected, or says why not.
 */
gboolean way_outline_try_move (WayOutlinePane *self, const WayId *target, WayOutlinePlace place);

/* -edits.c */

/**
 * way_outline_edit:
 *
 * Edits a cell: what is typed in it, a choice in a menu below.
 *
 * Returns: (nullable) (transfer none): the editor, %NULL when there is nothing to type
 */
WayOutlineEditor *way_outline_edit (WayOutlinePane *self, guint position, WayOutlineColumn column);

/* Edits the next cell that can be, in the order in which the columns stand, then in the next row */
void way_outline_edit_next (WayOutlinePane *self, guint position, WayOutlineColumn from,
                            gboolean forward);

/* -choices.c */

/* Opens what can be chosen below a cell */
void way_outline_choose (WayOutlinePane *self, WayOutlineCell *cell, const WayRecord *record,
                         WayField field);

/* -sort.c */
GtkSorter *way_outline_sort_new (WayOutlinePane *self, WayOutlineColumn column);

/* Finds out how the rows are sorted now; to be called before they are */
void way_outline_sort_follow (WayOutlinePane *self);
void way_outline_sort_by (WayOutlinePane *self, WayOutlineColumn column, gboolean down);

/* -drag.c */
void way_outline_drag_init (WayOutlinePane *self);
void way_outline_drag_snapshot (WayOutlinePane *self, GtkSnapshot *snapshot);

/**
 * way_outline_drag_find_place:
 * @drop: (out): where what is selected would go
 *
 * Returns: whether it can be dropped there
 */
gboolean way_outline_drag_find_place (WayOutlinePane *self, double x, double y,
                                      WayOutlineDrop *drop);

/* -menu.c */
void way_outline_menu_popup (WayOutlinePane *self, double x, double y);
void way_outline_menu_popup_at_focus (WayOutlinePane *self);

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
 * way_outline_list_get_top:
 *
 * Returns: the row at the upper edge, WAY_OUTLINE_NOWHERE when there is none
 */
guint way_outline_list_get_top (WayOutlinePane *self);

/* Brings a row to the upper edge */
void way_outline_list_set_top (WayOutlinePane *self, guint position);

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
 * Returns: the row with the focus in it, unless others are selected: then that of the primary one;
 * WAY_OUTLINE_NOWHERE when there is neither
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
