/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected in a window: ids of records, in the order in which they were chosen.
 */
#include "way-selection.h"

struct _WaySelection
{
  GObject parent_instance;

  GArray *ids;     /* of WayId, in order */
  GHashTable *set; /* the same ids, to ask quickly: a whole plan may be selected */
};

G_DEFINE_FINAL_TYPE (WaySelection, way_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (WaySelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
append (WaySelection *self, const WayId *id)
{
  if (!g_hash_table_add (self->set, g_memdup2 (id, sizeof *id)))
    return FALSE;

  g_array_append_val (self->ids, *id);
  return TRUE;
}

static gboolean
take_out (WaySelection *self, const WayId *id)
{
  if (!g_hash_table_remove (self->set, id))
    return FALSE;

  for (guint i = 0; i < self->ids->len; i++)
    if (way_id_equal (&g_array_index (self->ids, WayId, i), id))
      {
        g_array_remove_index (self->ids, i);
        break;
      }
  return TRUE;
}

static gboolean
is_same (WaySelection *self, const WayId *ids, guint n_ids)
{
  return n_ids == self->ids->len
         && (n_ids == 0 || memcmp (self->ids->data, ids, n_ids * sizeof *ids) == 0);
}

static void
way_selection_finalize (GObject *object)
{
  WaySelection *self = WAY_SELECTION (object);

  g_hash_table_unref (self->set);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (way_selection_parent_class)->finalize (object);
}

static void
way_selection_class_init (WaySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = way_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
way_selection_init (WaySelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  self->set = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
}

WaySelection *
way_selection_new (void)
{
  return g_object_new (WAY_TYPE_SELECTION, NULL);
}

guint
way_selection_get_count (WaySelection *self)
{
  g_return_val_if_fail (WAY_IS_SELECTION (self), 0);

  return self->ids->len;
}

const WayId *
way_selection_get_ids (WaySelection *self, guint *n_ids)
{
  g_return_val_if_fail (WAY_IS_SELECTION (self), NULL);
  g_return_val_if_fail (n_ids != NULL, NULL);

  *n_ids = self->ids->len;
  return (const WayId *)(gpointer)self->ids->data;
}

const WayId *
way_selection_get_primary (WaySelection *self)
{
  g_return_val_if_fail (WAY_IS_SELECTION (self), NULL);

  if (self->ids->len == 0)
    return NULL;
  return &g_array_index (self->ids, WayId, self->ids->len - 1);
}

const WayId *
way_selection_get_goal (WaySelection *self, WayPlan *plan)
{
  const WayId *primary = way_selection_get_primary (self);
  WayRecord *record = primary != NULL ? way_plan_lookup (plan, primary) : NULL;

  if (record == NULL)
    return NULL;
  if (way_record_get_kind (record) == WAY_KIND_GOAL)
    return way_record_get_id (record);
  if (way_record_get_kind (record) == WAY_KIND_MILESTONE)
    return way_record_get_ref (record, WAY_MILESTONE_GOAL);

  return NULL;
}

gboolean
way_selection_contains (WaySelection *self, const WayId *id)
{
  g_return_val_if_fail (WAY_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->set, id);
}

void
way_selection_select (WaySelection *self, const WayId *id)
{
  way_selection_set (self, id, id != NULL ? 1 : 0);
}

void
way_selection_set (WaySelection *self, const WayId *ids, guint n_ids)
{
  g_autofree WayId *wanted = NULL;

  g_return_if_fail (WAY_IS_SELECTION (self));
  g_return_if_fail (ids != NULL || n_ids == 0);

  if (is_same (self, ids, n_ids))
    return;

  wanted = g_memdup2 (ids, n_ids * sizeof *ids); /* they may be our own */
  g_hash_table_remove_all (self->set);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_ids; i++)
    append (self, &wanted[i]);
  emit_changed (self);
}

void
way_selection_add (WaySelection *self, const WayId *id)
{
  WayId added = *id;

  g_return_if_fail (WAY_IS_SELECTION (self));

  take_out (self, &added);
  append (self, &added);
  emit_changed (self);
}

void
way_selection_remove (WaySelection *self, const WayId *id)
{
  WayId removed = *id;

  g_return_if_fail (WAY_IS_SELECTION (self));

  if (take_out (self, &removed))
    emit_changed (self);
}

void
way_selection_toggle (WaySelection *self, const WayId *id)
{
  if (way_selection_contains (self, id))
    way_selection_remove (self, id);
  else
    way_selection_add (self, id);
}

void
way_selection_prune (WaySelection *self, WayPlan *plan)
{
  guint kept = 0;

  g_return_if_fail (WAY_IS_SELECTION (self));
  g_return_if_fail (WAY_IS_PLAN (plan));

  for (guint i = 0; i < self->ids->len; i++)
    {
      WayId id = g_array_index (self->ids, WayId, i);

      if (way_plan_lookup (plan, &id) != NULL)
        g_array_index (self->ids, WayId, kept++) = id;
      else
        g_hash_table_remove (self->set, &id);
    }

  if (kept == self->ids->len)
    return;
  g_array_set_size (self->ids, kept);
  emit_changed (self);
}
