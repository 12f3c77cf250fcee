/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that says which goals are printed, and opens a list of them to tick.
 */
#pragma once

#include "way-snapshot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PRINT_GOALS (way_print_goals_get_type ())
/**
 * WayPrintGoals:
 *
 * Emits `changed` when other goals are chosen.
 */
G_DECLARE_FINAL_TYPE (WayPrintGoals, way_print_goals, WAY, PRINT_GOALS, GtkWidget)

/**
 * way_print_goals_list:
 *
 * Lists the goals of @plan; to be called once.
 */
void way_print_goals_list (WayPrintGoals *self, WaySnapshot *plan);

/**
 * way_print_goals_set_chosen:
 * @goals: (element-type WayId): none for all; those that are not listed do not count
 */
void way_print_goals_set_chosen (WayPrintGoals *self, GArray *goals);

/**
 * way_print_goals_dup_chosen:
 *
 * Returns: (transfer full) (element-type WayId): in the order of the plan; none for all
 */
GArray *way_print_goals_dup_chosen (WayPrintGoals *self);

G_END_DECLS
