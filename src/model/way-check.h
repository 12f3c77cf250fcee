/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be true of every plan, whoever made it.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayProblemSeverity:
 * @WAY_PROBLEM_ERROR: the plan is invalid
 * @WAY_PROBLEM_WARNING: the plan opens, and something in it wants a look
 */
typedef enum
{
  WAY_PROBLEM_ERROR,
  WAY_PROBLEM_WARNING,
} WayProblemSeverity;

/**
 * WayProblem:
 * @severity: how bad it is
 * @record: where
 * @field: which field, or WAY_FIELD_NONE
 * @text: what is wrong, for people
 * @remedy: what to do about it, for people
 */
typedef struct
{
  WayProblemSeverity severity;
  WayRecord *record;
  WayField field;
  char *text;
  char *remedy;
} WayProblem;

void way_problem_free (WayProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayProblem, way_problem_free)

/**
 * way_plan_check:
 *
 * Looks for references that lead nowhere or to the wrong kind, goals that are part of themselves,
 * dependencies that run in a circle, ends before starts, needed fields that are absent (errors) and
 * values that cannot be read (warnings).
 *
 * Returns: (transfer full) (element-type WayProblem): the problems in the order of the file, empty
 * when sound
 */
GPtrArray *way_plan_check (WayPlan *plan);

/**
 * way_record_ends_before_start:
 * @end: (out): the field of the end; untouched when FALSE is returned
 *
 * Returns: whether the last day that the record's end can mean lies before the first that its start
 * can mean
 */
gboolean way_record_ends_before_start (const WayRecord *record, WayField *end);

G_END_DECLS
