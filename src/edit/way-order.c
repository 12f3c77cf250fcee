/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where goals and milestones stand among their siblings.
 */
#include "config.h"

#include "way-order.h"

#include "way-edit-error.h"
#include "way-rank.h"
#include "way-record-commands.h"

/* Those with @parent, or without one, in their order and without the record @id */
static GPtrArray *
get_siblings (WayPlan *plan, WayField parent_field, const WayId *parent, const WayId *id)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();
  g_autoptr (GPtrArray) children = NULL;
  WayRecord *const *records;
  guint count;

  if (parent != NULL)
    {
      children = way_plan_get_referrers (plan, parent, parent_field);
      records = (WayRecord *const *)children->pdata;
      count = children->len;
    }
  else
    records = way_plan_get_records (plan, WAY_FIELD_KIND (parent_field), &count);

  for (guint i = 0; i < count; i++)
    if (!way_id_equal (way_record_get_id (records[i]), id)
        && (parent != NULL || way_record_get_ref (records[i], parent_field) == NULL))
      g_ptr_array_add (siblings, records[i]);

  return g_steal_pointer (&siblings);
}

static guint
find_index (GPtrArray *siblings, const WayId *id)
{
  for (guint i = 0; id != NULL && i < siblings->len; i++)
    if (way_id_equal (way_record_get_id (siblings->pdata[i]), id))
      return i;

  return siblings->len;
}

static gboolean
set_place (WayEditGroup *group, const WayId *id, WayField parent_field, const WayId *parent,
           const char *rank, GError **error)
{
  WayKind kind = WAY_FIELD_KIND (parent_field);
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  const WayRecord *before = way_edit_begin (group, kind, id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_ref (builder, parent_field, parent);
  way_record_builder_set_text (builder, way_schema_get_kind (kind)->rank, rank, -1);

  return way_edit_end (group, before, error);
}

/* Ranks the siblings from @index on one after the other, above @rank */
static gboolean
rank_rest (WayEditGroup *group, GPtrArray *siblings, guint index, WayField parent_field,
           const WayId *parent, const char *rank, GError **error)
{
  g_autofree char *last = g_strdup (rank);

  for (guint i = index; i < siblings->len; i++)
    {
      char *after = way_rank_between (last, NULL);

      g_free (last);
      last = after;
      if (!set_place (group, way_record_get_id (siblings->pdata[i]), parent_field, parent, last,
                      error))
        return FALSE;
    }

  return TRUE;
}

gboolean
way_order_place (WayEditGroup *group, const WayId *id, WayField parent_field, const WayId *parent,
                 const WayId *next, GError **error)
{
  WayField rank_field = way_schema_get_kind (WAY_FIELD_KIND (parent_field))->rank;
  g_autoptr (GPtrArray) siblings
      = get_siblings (way_edit_group_get_plan (group), parent_field, parent, id);
  guint index = find_index (siblings, next);
  const char *previous
      = index > 0 ? way_record_get_text (siblings->pdata[index - 1], rank_field) : NULL;
  const char *following
      = index < siblings->len ? way_record_get_text (siblings->pdata[index], rank_field) : NULL;
  g_autofree char *rank = way_rank_between (previous, following);
  gboolean has_room = index == siblings->len || (following != NULL && strcmp (rank, following) < 0);

  if (!set_place (group, id, parent_field, parent, rank, error))
    return FALSE;

  return has_room || rank_rest (group, siblings, index, parent_field, parent, rank, error);
}

gboolean
way_order_place_before (WayEditGroup *group, const WayId *id, WayField parent_field,
                        const WayId *next, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayKind kind = WAY_FIELD_KIND (parent_field);
  const WayId *neighbour = next != NULL ? next : id;
  const WayRecord *record = way_plan_lookup_kind (plan, kind, neighbour);
  WayId parent = WAY_ID_NULL;

  if (record == NULL)
    return way_edit_error_missing (error, kind, neighbour);

  if (next != NULL && way_id_equal (next, id))
    return TRUE;

  /* A copy: the record that holds it may be replaced on the way. */
  if (way_record_get_ref (record, parent_field) != NULL)
    parent = *way_record_get_ref (record, parent_field);

  return way_order_place (group, id, parent_field, way_id_is_null (&parent) ? NULL : &parent, next,
                          error);
}
