/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Interning and finding the schema's names.
 */
#include "way-plan-names.h"

#include <string.h>

static const xmlChar *
intern (xmlDict *dict, const char *name, gboolean *failed)
{
  const xmlChar *interned = xmlDictLookup (dict, (const xmlChar *)name, -1);

  *failed |= interned == NULL;

  return interned;
}

static guint
first_choice (const xmlChar *name)
{
  guint64 spread = (guint64)(guintptr)name * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint)(spread >> (64 - WAY_PLAN_NAMES_BITS));
}

/* Where the field of that name is, or the empty place where it would be */
static guint
find_place (const WayPlanName *names, const xmlChar *name)
{
  guint place = first_choice (name);

  while (names[place].name != name && names[place].name != NULL)
    place = (place + 1) % WAY_PLAN_NAMES_SIZE;

  return place;
}

static void
add_field (WayPlanName *names, const xmlChar *name, const WayFieldInfo *info)
{
  names[find_place (names, name)] = (WayPlanName){ name, info };
}

gboolean
way_plan_names_init (WayPlanNames *self, xmlDict *dict)
{
  gboolean failed = FALSE;

  memset (self->fields, 0, sizeof self->fields);
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind ((WayKind)kind);

      self->kinds[kind] = intern (dict, info->xml_name, &failed);
      for (guint i = 0; i < info->n_fields; i++)
        add_field (self->fields[kind], intern (dict, info->fields[i].xml_name, &failed),
                   &info->fields[i]);
    }

  self->id = intern (dict, "id", &failed);
  self->format = intern (dict, "format", &failed);
  self->credential = intern (dict, "credential", &failed);
  self->category = intern (dict, "category", &failed);

  return !failed;
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
way_plan_names_find_field (const WayPlanNames *self, WayKind kind, const xmlChar *name)
{
  const WayPlanName *names = self->fields[kind];

  return names[find_place (names, name)].info;
}
