/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References, turned round.
 *
 * Ids stand here and not records, so that replacing a record by one that refers to the same costs
 * nothing.
 */
#include "way-references.h"

#include "way-record-private.h"

typedef struct
{
  WayId referrer;
  WayField field;
} Reference;

typedef struct
{
  WayId id;
  GArray *references; /* of Reference */
} Target;

struct _WayReferences
{
  GHashTable *targets; /* a set of Target by id */
};

static void
target_free (gpointer data)
{
  Target *target = data;

  g_array_unref (target->references);
  g_free (target);
}

WayReferences *
way_references_new (void)
{
  WayReferences *self = g_new0 (WayReferences, 1);

  self->targets = g_hash_table_new_full (way_id_hash, way_id_equal, target_free, NULL);

  return self;
}

void
way_references_free (WayReferences *self)
{
  g_hash_table_unref (self->targets);
  g_free (self);
}

static void
foreach_in_field (const WayRecord *record, const WayFieldInfo *info, WayReferenceFunc func,
                  gpointer user_data)
{
  const WayId *ids;
  guint n_ids;

  switch (info->type)
    {
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
      ids = way_record_get_refs (record, info->field, &n_ids);
      for (guint i = 0; i < n_ids; i++)
        func (&ids[i], info->field, user_data);
      break;
    case WAY_TYPE_COUNTS:
      for (guint i = 0; i < way_record_get_n_counts (record, info->field); i++)
        {
          WayCount count = way_record_get_count (record, info->field, i);

          func (&count.credential, info->field, user_data);
        }
      break;
    default:
      break;
    }
}

void
way_record_foreach_reference (const WayRecord *record, WayReferenceFunc func, gpointer user_data)
{
  const WayKindInfo *kind = way_schema_get_kind (record->kind);

  for (guint64 left = record->present & kind->references; left != 0; left &= left - 1)
    foreach_in_field (record, &kind->fields[__builtin_ctzll (left)], func, user_data);
}

typedef struct
{
  WayReferences *self;
  const WayId *referrer;
} Update;

static void
add_reference (const WayId *id, WayField field, gpointer user_data)
{
  const Update *update = user_data;
  Target *target = g_hash_table_lookup (update->self->targets, id);
  Reference reference = { *update->referrer, field };

  if (target == NULL)
    {
      target = g_new0 (Target, 1);
      target->id = *id;
      target->references = g_array_new (FALSE, FALSE, sizeof (Reference));
      g_hash_table_add (update->self->targets, target);
    }

  g_array_append_val (target->references, reference);
}

static void
remove_reference (const WayId *id, WayField field, gpointer user_data)
{
  const Update *update = user_data;
  Target *target = g_hash_table_lookup (update->self->targets, id);

  g_return_if_fail (target != NULL);

  for (guint i = 0; i < target->references->len; i++)
    {
      const Reference *reference = &g_array_index (target->references, Reference, i);

      if (reference->field == field && way_id_equal (&reference->referrer, update->referrer))
        {
          g_array_remove_index_fast (target->references, i);
          break;
        }
    }

  if (target->references->len == 0)
    g_hash_table_remove (update->self->targets, id);
}

void
way_references_add (WayReferences *self, const WayRecord *record)
{
  Update update = { self, way_record_get_id (record) };

  way_record_foreach_reference (record, add_reference, &update);
}

void
way_references_update (WayReferences *self, const WayRecord *before, const WayRecord *after)
{
  /* Both sides refer to the same ids by the same fields */
  if (before != NULL && after != NULL
      && way_record_fields_equal (before, after, way_schema_get_kind (before->kind)->references))
    return;

  if (before != NULL)
    {
      Update update = { self, way_record_get_id (before) };

      way_record_foreach_reference (before, remove_reference, &update);
    }

  if (after != NULL)
    way_references_add (self, after);
}

void
way_references_foreach (WayReferences *self, const WayId *id, WayReferenceFunc func,
                        gpointer user_data)
{
  const Target *target = g_hash_table_lookup (self->targets, id);

  if (target == NULL)
    return;

  for (guint i = 0; i < target->references->len; i++)
    {
      const Reference *reference = &g_array_index (target->references, Reference, i);

      func (&reference->referrer, reference->field, user_data);
    }
}

guint
way_references_count (WayReferences *self, const WayId *id)
{
  const Target *target = g_hash_table_lookup (self->targets, id);

  return target != NULL ? target->references->len : 0;
}
