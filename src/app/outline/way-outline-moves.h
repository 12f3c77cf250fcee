/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving rows of the outline: to another place among their siblings, or into another goal.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_OUTLINE_BEFORE,
  WAY_OUTLINE_AFTER,
  WAY_OUTLINE_INTO,
} WayOutlinePlace;

/**
 * way_outline_can_move:
 * @ids: (array length=n_ids): goals and milestones
 * @target: a goal or a milestone
 *
 * Milestones stand beside milestones and goals beside goals; both go into goals. That a goal cannot
 * go into itself is not looked at: it is refused with words when it is tried.
 *
 * Returns: whether there is such a place
 */
gboolean way_outline_can_move (WayPlan *plan, const WayId *ids, guint n_ids,
                               const WayRecord *target, WayOutlinePlace place);

/**
 * way_outline_move:
 * @ids: (array length=n_ids): in the order in which they are to stand
 * @target: where way_outline_can_move() allows
 *
 * One step of undo.
 */
gboolean way_outline_move (WayDocument *document, const WayId *ids, guint n_ids,
                           const WayId *target, WayOutlinePlace place, GError **error);

/**
 * way_outline_find_sibling:
 * @after: the next one, else the one before
 * @skipped: (nullable) (element-type WayId): a set of those that are passed over
 *
 * Returns: (nullable) (transfer none): the sibling of the same kind in the plan's own order
 */
WayRecord *way_outline_find_sibling (WayPlan *plan, const WayRecord *record, gboolean after,
                                     GHashTable *skipped);

G_END_DECLS
