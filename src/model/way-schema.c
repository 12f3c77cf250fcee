/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the schema, made from the table.
 */
#include "config.h"

#include "way-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define C(LIST, NAME, word, label) { word, label, sizeof word - 1 },
#define L(list, CHOICES) static const WayChoice list[] = { CHOICES (C) };
WAY_SCHEMA_CHOICE_LISTS (L)
#undef L
#undef C

#define NOTHING .target = WAY_KIND_ANY
#define OWN .target = WAY_KIND_ANY, .is_own = TRUE
#define CHOICE(list, fallback)                                                                     \
  .choices = list, .n_choices = G_N_ELEMENTS (list), .default_choice = fallback
#define RANGE(low, high, what) .lowest = low, .highest = high, .unit = what
#define TO(KIND) .target = WAY_KIND_##KIND
#define NEEDS(KIND) .target = WAY_KIND_##KIND, .needed = TRUE

#define F(KIND, NAME, xml, TYPE, PRIVACY, MERGE, DETAIL, text)                                     \
  { .field = WAY_##KIND##_##NAME,                                                                  \
    .type = WAY_TYPE_##TYPE,                                                                       \
    .xml_name = xml,                                                                               \
    .xml_length = sizeof xml - 1,                                                                  \
    .label = text,                                                                                 \
    .privacy = WAY_PRIVACY_##PRIVACY,                                                              \
    .merge = WAY_MERGE_##MERGE,                                                                    \
    DETAIL },

#define ROWS(KIND) static const WayFieldInfo KIND##_rows[] = { WAY_SCHEMA_##KIND (F) };
WAY_SCHEMA_EACH (ROWS)
#undef ROWS
#undef F

/* The rows once more, now as sets: a bit for each field's index */
#undef NOTHING
#undef OWN
#undef CHOICE
#undef RANGE
#undef TO
#undef NEEDS
#define NOTHING 0
#define OWN 0
#define CHOICE(list, fallback) 0
#define RANGE(low, high, what) 0
#define TO(KIND) 0
#define NEEDS(KIND) 1

#define BIT(KIND, NAME, condition) | (guint64)(condition) << WAY_FIELD_INDEX (WAY_##KIND##_##NAME)
#define IF_NEEDED(KIND, NAME, xml, TYPE, PRIVACY, MERGE, DETAIL, text) BIT (KIND, NAME, DETAIL)
#define IF_REFERENCE(KIND, NAME, xml, TYPE, PRIVACY, MERGE, DETAIL, text)                          \
  BIT (KIND, NAME,                                                                                 \
       WAY_TYPE_##TYPE == WAY_TYPE_REF || WAY_TYPE_##TYPE == WAY_TYPE_REFS                         \
           || WAY_TYPE_##TYPE == WAY_TYPE_COUNTS)

#define K(NAME, xml, title, order, text)                                                           \
  { .kind = WAY_KIND_##NAME,                                                                       \
    .xml_name = xml,                                                                               \
    .xml_length = sizeof xml - 1,                                                                  \
    .label = text,                                                                                 \
    .called = title,                                                                               \
    .rank = order,                                                                                 \
    .fields = NAME##_rows,                                                                         \
    .n_fields = G_N_ELEMENTS (NAME##_rows),                                                        \
    .references = 0 WAY_SCHEMA_##NAME (IF_REFERENCE),                                              \
    .needed = 0 WAY_SCHEMA_##NAME (IF_NEEDED) },
static const WayKindInfo kinds[] = { WAY_SCHEMA_KINDS (K) };
#undef K

const WayKindInfo *
way_schema_get_kind (WayKind kind)
{
  g_return_val_if_fail (kind < WAY_N_KINDS, NULL);

  return &kinds[kind];
}

const WayFieldInfo *
way_schema_get_field (WayField field)
{
  const WayKindInfo *kind = way_schema_get_kind (WAY_FIELD_KIND (field));

  g_return_val_if_fail (kind != NULL && WAY_FIELD_INDEX (field) < kind->n_fields, NULL);

  return &kind->fields[WAY_FIELD_INDEX (field)];
}

/* Loading asks this for every attribute of a file: lengths and initials tell most names apart
 * before any text is compared */
static inline gboolean
is_name (const char *name, guint name_length, const char *text, gsize length)
{
  return name_length == length && *name == *text && memcmp (name, text, length) == 0;
}

const WayKindInfo *
way_schema_find_kind (const char *xml_name, gssize length)
{
  gsize bytes = length < 0 ? strlen (xml_name) : (gsize)length;

  for (guint i = 0; i < WAY_N_KINDS; i++)
    if (is_name (kinds[i].xml_name, kinds[i].xml_length, xml_name, bytes))
      return &kinds[i];

  return NULL;
}

const WayFieldInfo *
way_schema_find_field (const WayKindInfo *kind, const char *xml_name, gssize length)
{
  gsize bytes = length < 0 ? strlen (xml_name) : (gsize)length;

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_name (kind->fields[i].xml_name, kind->fields[i].xml_length, xml_name, bytes))
      return &kind->fields[i];

  return NULL;
}
