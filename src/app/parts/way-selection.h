/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected in a window: ids of records, in the order in which they were chosen.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

#define WAY_TYPE_SELECTION (way_selection_get_type ())
G_DECLARE_FINAL_TYPE (WaySelection, way_selection, WAY, SELECTION, GObject)

/**
 * WaySelection::changed:
 *
 * Emitted once after each function below that changed anything.
 */

WaySelection *way_selection_new (void);

guint way_selection_get_count (WaySelection *self);

/**
 * way_selection_get_ids:
 * @n_ids: (out): how many
 *
 * Returns: (array length=n_ids) (transfer none): the ids, the one chosen last at the end; valid
 * until the next change
 */
const WayId *way_selection_get_ids (WaySelection *self, guint *n_ids);

/**
 * way_selection_get_primary:
 *
 * Returns: (nullable) (transfer none): the id that was chosen last, which the inspector shows;
 * %NULL when nothing is selected
 */
const WayId *way_selection_get_primary (WaySelection *self);

/**
 * way_selection_get_goal:
 * @plan: that the ids are of
 *
 * Returns: (nullable) (transfer none): the primary one if that is a goal, the goal that it is of if
 * it is a milestone; valid until the next change of either
 */
const WayId *way_selection_get_goal (WaySelection *self, WayPlan *plan);

gboolean way_selection_contains (WaySelection *self, const WayId *id);

/**
 * way_selection_select:
 * @id: (nullable): the only one to be selected, %NULL for nothing
 */
void way_selection_select (WaySelection *self, const WayId *id);

/**
 * way_selection_set:
 * @ids: (array length=n_ids): what is to be selected instead, the primary one last
 */
void way_selection_set (WaySelection *self, const WayId *ids, guint n_ids);

/**
 * way_selection_add:
 *
 * Selects @id too and makes it the primary one.
 */
void way_selection_add (WaySelection *self, const WayId *id);

void way_selection_remove (WaySelection *self, const WayId *id);
void way_selection_toggle (WaySelection *self, const WayId *id);

/**
 * way_selection_prune:
 *
 * Drops the ids that @plan no longer holds.
 */
void way_selection_prune (WaySelection *self, WayPlan *plan);

G_END_DECLS
