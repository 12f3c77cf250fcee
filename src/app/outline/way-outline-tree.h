/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan's goals and milestones as the rows of a tree, in the order in which the outline lists
 * them.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayOutlineEntry:
 * @record: (transfer full): a goal or a milestone
 * @depth: 0 at the top
 * @has_children: whether a goal has rows below it, shown or not
 * @is_expanded: whether they are shown
 *
 * One row, as light as can be: a plan has as many of them as it has milestones.
 */
typedef struct
{
  WayRecord *record;
  guint16 depth;
  guint8 has_children;
  guint8 is_expanded;
} WayOutlineEntry;

/**
 * WayOutlineFilterFunc:
 *
 * Returns: whether @record is to be listed
 */
typedef gboolean (*WayOutlineFilterFunc) (const WayRecord *record, gpointer user_data);

/**
 * WayOutlineOrder:
 * @folded: (nullable) (element-type WayId): a set of goals whose children are not listed
 * @compare: (nullable): orders siblings of one kind; %NULL keeps the plan's own order
 * @compare_data: for @compare
 * @filter: (nullable): what is listed; the goals that lead to it are as well
 * @filter_data: for @filter
 *
 * What makes two outlines of one plan differ.
 */
typedef struct
{
  GHashTable *folded;
  GCompareDataFunc compare;
  gpointer compare_data;
  WayOutlineFilterFunc filter;
  gpointer filter_data;
} WayOutlineOrder;

/**
 * way_outline_tree_list:
 *
 * Lists a goal, then its milestones, then the goals in it; at the end the milestones without a
 * goal.
 *
 * Returns: (transfer full) (element-type WayOutlineEntry): all rows
 */
GArray *way_outline_tree_list (WayPlan *plan, const WayOutlineOrder *order);

G_END_DECLS
