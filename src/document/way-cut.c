/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cut loses that a clip cannot hold: dependencies that lead out of it. They come back when
 * the clip is pasted into the same plan.
 */
#include "way-cut.h"

#include "way-record-commands.h"

struct _WayCut
{
  WayId clip;
  GPtrArray *dependencies; /* of WayRecord */
};

static const WayField ends[] = { WAY_DEPENDENCY_FROM, WAY_DEPENDENCY_TO };

WayCut *
way_cut_new (WayPlan *plan, WayPlan *clip)
{
  WayCut *self = g_new0 (WayCut, 1);
  guint n_milestones;
  WayRecord *const *milestones = way_plan_get_records (clip, WAY_KIND_MILESTONE, &n_milestones);

  self->clip = *way_plan_get_id (clip);
  self->dependencies = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  for (guint i = 0; i < n_milestones; i++)
    for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
      {
        g_autoptr (GPtrArray) found
            = way_plan_get_referrers (plan, way_record_get_id (milestones[i]), ends[end]);

        for (guint j = 0; j < found->len; j++)
          if (way_plan_lookup (clip, way_record_get_id (found->pdata[j])) == NULL)
            g_ptr_array_add (self->dependencies, way_record_ref (found->pdata[j]));
      }

  return self;
}

void
way_cut_free (WayCut *self)
{
  g_ptr_array_unref (self->dependencies);
  g_free (self);
}

/* (nullable): what stands for an end now: a copy of what was cut, else what is still there */
static const WayId *
find_end (WayPlan *plan, const WayRecord *dependency, WayField end, GHashTable *ids)
{
  const WayId *id = way_record_get_ref (dependency, end);
  const WayId *copy = id != NULL ? g_hash_table_lookup (ids, id) : NULL;
  gboolean is_there = id != NULL && way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, id) != NULL;

  if (copy != NULL)
    return is_there ? NULL : copy;

  return is_there ? id : NULL;
}

static void
restore (WayEditGroup *group, const WayRecord *dependency, GHashTable *ids)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  const WayId *from = find_end (plan, dependency, WAY_DEPENDENCY_FROM, ids);
  const WayId *to = find_end (plan, dependency, WAY_DEPENDENCY_TO, ids);
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL || way_plan_lookup (plan, way_record_get_id (dependency)) != NULL)
    return;

  way_record_builder_start_from (builder, dependency);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, from);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, to);
  record = way_record_builder_end (builder);
  if (!way_edit_put (group, NULL, record, &error))
    g_debug ("A dependency does not come back: %s", error->message);
}

void
way_cut_restore (const WayCut *self, WayEditGroup *group, WayPlan *clip, GHashTable *ids)
{
  if (!way_id_equal (&self->clip, way_plan_get_id (clip)))
    return;

  for (guint i = 0; i < self->dependencies->len; i++)
    restore (group, self->dependencies->pdata[i], ids);
}
