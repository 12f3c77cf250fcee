/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two plans, record by record and field by field.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayDifference:
 * @kind: of the record
 * @id: its id; that of the first plan for WAY_KIND_PLAN
 * @field: which field, also one of the hidden ones that keep what is unknown; WAY_FIELD_NONE where
 * the record was added or removed
 * @before: (nullable): the record in the first plan, %NULL where it was added
 * @after: (nullable): the record in the second, %NULL where it was removed
 */
typedef struct
{
  WayKind kind;
  WayId id;
  WayField field;
  WayRecord *before;
  WayRecord *after;
} WayDifference;

/**
 * way_compare_plans:
 *
 * Returns: (transfer full) (element-type WayDifference): the differences, kind by kind in the order
 * of the file, within a kind what was removed or changed and then what was added; within a record
 * by field. It holds references to the records.
 */
GArray *way_compare_plans (WayPlan *before, WayPlan *after);

G_END_DECLS
