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

#define WAY_PLAN_NAMES_BITS 6 /* so that most places stay empty, whatever the kind */
#define WAY_PLAN_NAMES_SIZE (1 << WAY_PLAN_NAMES_BITS)

/* A field in the table of those of its kind, hashed by where the name is */
typedef struct
{
  const xmlChar *name; /* NULL in an empty place */
  const WayFieldInfo *info;
} WayPlanName;

typedef struct
{
  const xmlChar *kinds[WAY_N_KINDS];
  WayPlanName fields[WAY_N_KINDS][WAY_PLAN_NAMES_SIZE];
  const xmlChar *id;
  const xmlChar *format;
  const xmlChar *credential;
  const xmlChar *category;
} WayPlanNames;

/**
 * way_plan_names_init:
 *
 * Returns: FALSE when there is no memory for one of the names, so that elements of that name would
 * be taken for others
 */
gboolean way_plan_names_init (WayPlanNames *self, xmlDict *dict);

/**
 * way_plan_names_find_kind:
 * @expected: looked at first, as records of a kind stand together
 *
 * Returns: the kind of that element, WAY_N_KINDS when there is none
 */
WayKind way_plan_names_find_kind (const WayPlanNames *self, const xmlChar *name, WayKind expected);

/**
 * way_plan_names_find_field:
 *
 * Returns: (nullable): the field of that name
 */
const WayFieldInfo *way_plan_names_find_field (const WayPlanNames *self, WayKind kind,
                                               const xmlChar *name);

G_END_DECLS
