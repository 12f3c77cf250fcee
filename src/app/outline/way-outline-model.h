/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the outline as a list that GTK can show and select in: a WayOutlineRow for each row
 * that is looked at, and nothing but a record for all others.
 */
#pragma once

#include "way-outline-row.h"
#include "way-outline-tree.h"
#include "way-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_OUTLINE_MODEL (way_outline_model_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineModel, way_outline_model, WAY, OUTLINE_MODEL, GObject)

#define WAY_OUTLINE_NOWHERE G_MAXUINT

/**
 * way_outline_model_new:
 *
 * Returns: (transfer full): an empty list, a #GListModel and a #GtkSelectionModel
 */
WayOutlineModel *way_outline_model_new (void);

/**
 * way_outline_model_set_plan:
 * @plan: (nullable): what to list, all of it unfolded
 * @selection: (nullable): what is selected; the list has no selection of its own
 */
void way_outline_model_set_plan (WayOutlineModel *self, WayPlan *plan, WaySelection *selection);

/**
 * way_outline_model_get_plan:
 *
 * Returns: (nullable) (transfer none): what is listed
 */
WayPlan *way_outline_model_get_plan (WayOutlineModel *self);

/**
 * way_outline_model_set_watching:
 *
 * Whether the list follows the plan at once. Who does not look at it pays for no edit; the list
 * catches up when it is looked at again. A new list does not watch.
 */
void way_outline_model_set_watching (WayOutlineModel *self, gboolean watching);

/**
 * way_outline_model_set_most_rows:
 * @most_rows: how many rows are listed at the most; G_MAXUINT, as it is at first, for all
 *
 * A list of rows costs GTK two hundred widgets before it is seen, so who has yet to be seen lists a
 * screenful first.
 */
void way_outline_model_set_most_rows (WayOutlineModel *self, guint most_rows);

/**
 * way_outline_model_get_entry:
 * @position: below the number of rows
 *
 * Returns: (transfer none): the row there; valid until the next change
 */
const WayOutlineEntry *way_outline_model_get_entry (WayOutlineModel *self, guint position);

/**
 * way_outline_model_find:
 *
 * Returns: where the record is listed, %WAY_OUTLINE_NOWHERE when it is not or is folded away
 */
guint way_outline_model_find (WayOutlineModel *self, const WayId *id);

/**
 * way_outline_model_set_expanded:
 * @id: a goal
 *
 * With a filter, until there is another one.
 */
void way_outline_model_set_expanded (WayOutlineModel *self, const WayId *id, gboolean expanded);

/**
 * way_outline_model_unfold_to:
 *
 * Unfolds all goals that a record is in.
 *
 * Returns: where it is listed now, %WAY_OUTLINE_NOWHERE when it is not
 */
guint way_outline_model_unfold_to (WayOutlineModel *self, const WayId *id);

/**
 * way_outline_model_set_filter:
 * @filter: (nullable): what to list beside the goals that lead to it; %NULL for everything
 *
 * All that it leaves is unfolded at first; without one, what was folded is so again.
 */
void way_outline_model_set_filter (WayOutlineModel *self, WayOutlineFilterFunc filter,
                                   gpointer user_data, GDestroyNotify destroy);

/**
 * way_outline_model_list_also:
 * @id: of a record that is to come
 *
 * Has it listed whatever the filter says, until there is another filter or another one is to come.
 */
void way_outline_model_list_also (WayOutlineModel *self, const WayId *id);

/**
 * way_outline_model_set_sorter:
 * @sorter: (nullable): compares pointers to #WayRecord; siblings of equal rank keep the plan's
 * order
 */
void way_outline_model_set_sorter (WayOutlineModel *self, GtkSorter *sorter);

/**
 * way_outline_model_is_sorted:
 *
 * Returns: whether the rows are in another order than the plan's own
 */
gboolean way_outline_model_is_sorted (WayOutlineModel *self);

G_END_DECLS
