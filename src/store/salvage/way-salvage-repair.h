/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a plan with holes in it sound again. For this room only.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayRepairFunc:
 * @record: what was changed or removed, as it was
 * @field: the field that lost its value, or part of it; WAY_FIELD_NONE when the record was removed
 * @reason: what was wrong: part of a sentence
 */
typedef void (*WayRepairFunc) (const WayRecord *record, WayField field, const char *reason,
                               gpointer user_data);

/**
 * way_plan_repair:
 *
 * Drops references that lead nowhere, keeps an end before its start as text that cannot be read,
 * opens circles, and removes records that are no longer of use, until way_plan_check() has no error
 * to report. For a plan that nobody else sees yet; tells of each step.
 *
 * Returns: whether the plan is sound
 */
gboolean way_plan_repair (WayPlan *plan, WayRepairFunc func, gpointer user_data);

G_END_DECLS
