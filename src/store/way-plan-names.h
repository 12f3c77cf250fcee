/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's names as the parser interns them, so that finding a field compares pointers. For
 * this room only.
 */
#pragma once

#include "way-schema.h"

#include <libxml/xmlstring.h>
#include <libxml/dict.h>

G_BEGIN_DECLS

typedef struct
{
  const xmlChar *kinds[WAY_N_KINDS];
  const xmlChar *fields[WAY_N_KINDS][WAY_FIELDS_PER_KIND];
  const xmlChar *id;
  const xmlChar *format;
  const xmlChar *credential;
  const xmlChar *category;
} WayPlanNames;

void way_plan_names_init (WayPlanNames *self, xmlDict *dict);

/**
 * way_plan_names_find_kind:
 * @expected: looked at first, as records of a kind stand together
 *
 * Returns: the kind of that element, WAY_N_KINDS when there is none
 */
WayKind way_plan_names_find_kind (const WayPlanNames *self, const xmlChar *name, WayKind expected);

/**
 * way_plan_names_find_field:
 * @expected: (inout): the index looked at first, as fields stand in the order of the table; one
 * past the result
 *
 * Returns: (nullable): the field of that name
 */
const WayFieldInfo *way_plan_names_find_field (const WayPlanNames *self, const WayKindInfo *kind,
                                               const xmlChar *name, guint *expected);

G_END_DECLS
