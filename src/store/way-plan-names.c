/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Interning and finding the schema's names.
 */
#include "way-plan-names.h"

static const xmlChar *
intern (xmlDict *dict, const char *name)
{
  return xmlDictLookup (dict, (const xmlChar *)name, -1);
}

void
way_plan_names_init (WayPlanNames *self, xmlDict *dict)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind ((WayKind)kind);

      self->kinds[kind] = intern (dict, info->xml_name);
      for (guint i = 0; i < info->n_fields; i++)
        self->fields[kind][i] = intern (dict, info->fields[i].xml_name);
    }

  self->id = intern (dict, "id");
  self->format = intern (dict, "format");
  self->credential = intern (dict, "credential");
  self->category = intern (dict, "category");
}

WayKind
way_plan_names_find_kind (const WayPlanNames *self, const xmlChar *name, WayKind expected)
{
  if (self->kinds[expected] == name)
    return expected;

  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    if (self->kinds[kind] == name)
      return (WayKind)kind;

  return WAY_N_KINDS;
}

const WayFieldInfo *
way_plan_names_find_field (const WayPlanNames *self, const WayKindInfo *kind, const xmlChar *name,
                           guint *expected)
{
  const xmlChar *const *names = self->fields[kind->kind];
  guint index = *expected;

  for (guint i = 0; i < kind->n_fields; i++, index++)
    {
      if (index >= kind->n_fields)
        index = 0;
      if (names[index] != name)
        continue;

      *expected = index + 1;
      return &kind->fields[index];
    }

  return NULL;
}
