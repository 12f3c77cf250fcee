/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be true of every plan, whoever made it.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayProblem:
 * @severity: an error makes a plan invalid; a warning does not
 * @record: (nullable): where
 * @field: which field, or WAY_FIELD_NONE
 * @text: what is wrong, for people
 * @remedy: what to do about it, for people
 */
typedef struct
{
  enum { WAY_PROBLEM_ERROR, WAY_PROBLEM_WARNING } severity;
  WayRecord *record;
  WayField field;
  char *text;
  char *remedy;
} WayProblem;

/**
 * way_plan_check:
 *
 * Looks for references that lead nowhere or to the wrong kind, goals that are part of themselves, dependencies that
 * run in a circle, ends before starts, needed fields that are absent (errors) and values that cannot be read (warnings).
 *
 * Returns: (transfer full) (element-type WayProblem): the problems in the order of the file, empty when sound
 */
GPtrArray *way_plan_check (WayPlan *plan);

/**
 * way_plan_find_dependency_path:
 *
 * Follows dependencies from @from.
 *
 * Returns: (transfer container) (element-type WayRecord) (nullable): the milestones from @from to @to, both
 *   included, when @to can be reached; adding a dependency from @to to @from would then close a circle
 */
GPtrArray *way_plan_find_dependency_path (WayPlan *plan, const WayId *from, const WayId *to);

G_END_DECLS
