/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a command or a script was refused.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

#define WAY_EDIT_ERROR (way_edit_error_quark ())
GQuark way_edit_error_quark (void);

/**
 * WayEditError:
 * @WAY_EDIT_ERROR_MISSING: there is no such record
 * @WAY_EDIT_ERROR_VALUE: a text or number is no value of the field
 * @WAY_EDIT_ERROR_DATES: an end before its start, or a date outside the calendar
 * @WAY_EDIT_ERROR_REFERENCE: a reference that leads nowhere or to the wrong kind
 * @WAY_EDIT_ERROR_CYCLE: goals or dependencies would run in a circle
 * @WAY_EDIT_ERROR_DUPLICATE: it is there already
 * @WAY_EDIT_ERROR_SCRIPT: a line of a script cannot be understood
 *
 * Each message names the record and what to do.
 */
typedef enum
{
  WAY_EDIT_ERROR_MISSING,
  WAY_EDIT_ERROR_VALUE,
  WAY_EDIT_ERROR_DATES,
  WAY_EDIT_ERROR_REFERENCE,
  WAY_EDIT_ERROR_CYCLE,
  WAY_EDIT_ERROR_DUPLICATE,
  WAY_EDIT_ERROR_SCRIPT,
} WayEditError;

/**
 * way_edit_error_missing:
 * @kind: what was looked for, WAY_KIND_ANY for whatever kind
 *
 * Sets @error for a record that is not in the plan.
 *
 * Returns: FALSE, to return at once
 */
gboolean way_edit_error_missing (GError **error, WayKind kind, const WayId *id);

/**
 * way_edit_describe:
 *
 * Names a record at the beginning of a message, as `Milestone “Pass the boards”` or `Dependency “A”
 * → “B”`.
 *
 * Returns: (transfer full): the name
 */
char *way_edit_describe (WayPlan *plan, const WayRecord *record);

G_END_DECLS
