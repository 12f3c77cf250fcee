/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving rows of the outline: to another place among their siblings, or into another goal.
 */
#include "config.h"

#include "way-outline-moves.h"

#include "way-goal-commands.h"
#include "way-item-text.h"
#include "way-milestone-commands.h"

#include <glib/gi18n.h>

static WayField
get_owner_field (const WayRecord *record)
{
  return way_record_get_kind (record) == WAY_KIND_GOAL ? WAY_GOAL_PARENT : WAY_MILESTONE_GOAL;
}

/* The record and its siblings of the same kind, in order */
static GPtrArray *
get_siblings (WayPlan *plan, const WayRecord *record)
{
  WayField field = get_owner_field (record);
  const WayId *owner = way_record_get_ref (record, field);
  GPtrArray *siblings;
  WayRecord *const *records;
  guint n_records;

  if (owner != NULL)
    return way_plan_get_referrers (plan, owner, field);

  siblings = g_ptr_array_new ();
  records = way_plan_get_records (plan, way_record_get_kind (record), &n_records);
  for (guint i = 0; i < n_records; i++)
    if (way_record_get_ref (records[i], field) == NULL)
      g_ptr_array_add (siblings, records[i]);
  return siblings;
}

WayRecord *
way_outline_find_sibling (WayPlan *plan, const WayRecord *record, gboolean after,
                          GHashTable *skipped)
{
  g_autoptr (GPtrArray) siblings = get_siblings (plan, record);
  guint index = 0;

  if (!g_ptr_array_find (siblings, record, &index))
    return NULL;

  for (guint i = after ? index + 1 : index - 1; i < siblings->len; after ? i++ : i--)
    if (skipped == NULL || !g_hash_table_contains (skipped, way_record_get_id (siblings->pdata[i])))
      return siblings->pdata[i];
  return NULL;
}

gboolean
way_outline_can_move (WayPlan *plan, const WayId *ids, guint n_ids, const WayRecord *target,
                      WayOutlinePlace place)
{
  WayKind kind = way_record_get_kind (target);

  if (n_ids == 0 || (place == WAY_OUTLINE_INTO && kind != WAY_KIND_GOAL))
    return FALSE;

  for (guint i = 0; i < n_ids; i++)
    {
      const WayRecord *record = way_plan_lookup (plan, &ids[i]);

      if (record == NULL
          || (way_record_get_kind (record) != WAY_KIND_GOAL
              && way_record_get_kind (record) != WAY_KIND_MILESTONE))
        return FALSE;
      if (place != WAY_OUTLINE_INTO && way_record_get_kind (record) != kind)
        return FALSE;
      if (place == WAY_OUTLINE_INTO && way_id_equal (&ids[i], way_record_get_id (target)))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const WayId *ids;
  guint n_ids;
  WayId owner; /* the null id for none */
  WayId next;  /* to stand before, the null id for last */
} Move;

static const WayId *
or_null (const WayId *id)
{
  return way_id_is_null (id) ? NULL : id;
}

static gboolean
move_one (WayEditGroup *group, const Move *move, const WayId *id, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  gboolean is_goal = way_plan_lookup_kind (plan, WAY_KIND_GOAL, id) != NULL;

  if (!way_id_is_null (&move->next))
    return is_goal ? way_goal_reorder (group, id, &move->next, error)
                   : way_milestone_reorder (group, id, &move->next, error);
  return is_goal ? way_goal_reparent (group, id, or_null (&move->owner), error)
                 : way_milestone_reparent (group, id, or_null (&move->owner), error);
}

static gboolean
run_move (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Move *move = user_data;

  for (guint i = 0; i < move->n_ids; i++)
    if (!move_one (group, move, &move->ids[i], error))
      return FALSE;
  return TRUE;
}

/* What those that move are to stand before and in. A target that moves itself only marks the place.
 */
static void
find_place (WayPlan *plan, Move *move, const WayRecord *target, WayOutlinePlace place)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (way_id_hash, way_id_equal);
  const WayRecord *next = target;
  const WayId *owner = way_record_get_ref (target, get_owner_field (target));

  if (place == WAY_OUTLINE_INTO)
    {
      move->owner = *way_record_get_id (target);
      return;
    }

  for (guint i = 0; i < move->n_ids; i++)
    g_hash_table_add (moved, (gpointer)&move->ids[i]);
  if (place == WAY_OUTLINE_AFTER || g_hash_table_contains (moved, way_record_get_id (target)))
    next = way_outline_find_sibling (plan, target, TRUE, moved);
  if (owner != NULL)
    move->owner = *owner;
  if (next != NULL)
    move->next = *way_record_get_id (next);
}

gboolean
way_outline_move (WayDocument *document, const WayId *ids, guint n_ids, const WayId *target,
                  WayOutlinePlace place, GError **error)
{
  WayPlan *plan = way_document_get_plan (document);
  const WayRecord *record = way_plan_lookup (plan, target);
  Move move = { .ids = ids, .n_ids = n_ids };
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (record != NULL && n_ids > 0, FALSE);

  find_place (plan, &move, record, place);
  title = way_text_title (way_plan_lookup (plan, &ids[0]));
  if (n_ids == 1)
    name = g_strdup_printf (_ ("Move “%s”"), title);
  else
    name = g_strdup_printf (ngettext ("Move %u row", "Move %u rows", n_ids), n_ids);
  return way_document_execute (document, name, NULL, run_move, &move, error);
}
