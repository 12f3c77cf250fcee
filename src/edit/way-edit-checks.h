/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be true of one record before it may enter a plan. Internal to the room.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * way_edit_check:
 * @before: (nullable): the record that @after replaces
 *
 * Looks at the fields that differ only, so that a fault that a file brought along does not stand in
 * the way of other edits.
 */
gboolean way_edit_check (WayPlan *plan, const WayRecord *before, const WayRecord *after,
                         GError **error);

/**
 * way_edit_check_circle:
 * @dependency: a dependency that is in the plan
 *
 * Returns: FALSE with @error naming the milestones when it closes a circle
 */
gboolean way_edit_check_circle (WayPlan *plan, const WayRecord *dependency, GError **error);

/**
 * way_edit_dates_agree:
 *
 * Returns: whether something that starts at @start can end at @end; TRUE where one is absent
 */
gboolean way_edit_dates_agree (WayDate start, WayDate end);

G_END_DECLS
