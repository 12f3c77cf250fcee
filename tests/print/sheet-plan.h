/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that has something for each line of agenda, plan on a page and credential record.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/* A value of a record as it stands in a file; references are names for sample_id() */
typedef struct
{
  WayField field;
  const char *value;
} Value;

/* Adds a record; @values end with WAY_FIELD_NONE */
void add_record (WayPlan *plan, WayKind kind, const char *name, const Value *values);

#define ADD(plan, kind, name, ...)                                                                 \
  add_record (plan, kind, name, (const Value[]){ __VA_ARGS__, { WAY_FIELD_NONE, NULL } })

/* An activity of @hundredths hours and half as many credits that counts towards two credentials at
 * most, %NULL for none */
void add_activity (WayPlan *plan, const char *name, const char *date, int hundredths,
                   gboolean participatory, const char *first, const char *second);

/* The plan of sample_plan_new(), with notes, private ones too, people, activities and evidence */
WayPlan *sheet_plan_new (void);

/* What of it is for its owner only, %NULL at the end */
extern const char *const sheet_plan_secrets[];

G_END_DECLS
