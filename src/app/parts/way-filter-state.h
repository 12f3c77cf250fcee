/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person looks for in a window, for all views of it.
 */
#pragma once

#include "way-filter.h"

G_BEGIN_DECLS

#define WAY_TYPE_FILTER_STATE (way_filter_state_get_type ())
G_DECLARE_FINAL_TYPE (WayFilterState, way_filter_state, WAY, FILTER_STATE, GObject)

/**
 * WayFilterState::changed:
 *
 * Emitted when something else is looked for, or hidden: views ask anew.
 */

/**
 * WayFilterState::counted:
 *
 * Emitted after each #WayFilterState::changed, and when an edit of the plan may have changed how
 * many there are. Views follow edits by themselves: by the time that a plan says what changed, the
 * answers are those after it.
 */

WayFilterState *way_filter_state_new (void);

/**
 * way_filter_state_set_plan:
 * @plan: (nullable): looks for nothing in it
 *
 * To be called before anyone else listens to @plan.
 */
void way_filter_state_set_plan (WayFilterState *self, WayPlan *plan);

/**
 * way_filter_state_get_plan:
 *
 * Returns: (nullable) (transfer none): the plan
 */
WayPlan *way_filter_state_get_plan (WayFilterState *self);

/**
 * way_filter_state_prepare:
 *
 * Has the first letter be as quick as the others.
 */
void way_filter_state_prepare (WayFilterState *self);

void way_filter_state_set_criteria (WayFilterState *self, const WayCriteria *criteria);

/**
 * way_filter_state_set_hides:
 *
 * Says whether views hide what does not answer; if not, they dim it.
 */
void way_filter_state_set_hides (WayFilterState *self, gboolean hides);

/**
 * way_filter_state_get_hides:
 *
 * Returns: whether there is anything to hide and it is to be hidden
 */
gboolean way_filter_state_get_hides (WayFilterState *self);

gboolean way_filter_state_is_active (WayFilterState *self);

/**
 * way_filter_state_matches:
 *
 * Returns: whether @record is among what is looked for; TRUE of all while nothing is
 */
gboolean way_filter_state_matches (WayFilterState *self, const WayRecord *record);

/**
 * way_filter_state_count:
 * @n_milestones: (out): how many there are
 *
 * Returns: how many of them answer
 */
guint way_filter_state_count (WayFilterState *self, guint *n_milestones);

/**
 * way_filter_state_get_n_found:
 * @kind: goals, milestones or credentials
 *
 * Returns: how many of them answer; 0 while nothing is looked for
 */
guint way_filter_state_get_n_found (WayFilterState *self, WayKind kind);

G_END_DECLS
