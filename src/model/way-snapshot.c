/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan's own arrays at one moment, of which the plan makes copies when it goes on.
 */
#include "way-snapshot.h"

#include "way-plan-private.h"

struct _WaySnapshot
{
  int ref_count; /* atomic */
  GPtrArray *records[WAY_N_KINDS];
};

WaySnapshot *
way_snapshot_new (WayPlan *plan)
{
  WaySnapshot *self = g_new0 (WaySnapshot, 1);

  self->ref_count = 1;
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    self->records[kind] = way_plan_share_records (plan, kind);

  return self;
}

WaySnapshot *
way_snapshot_ref (WaySnapshot *self)
{
  g_atomic_int_inc (&self->ref_count);

  return self;
}

void
way_snapshot_unref (WaySnapshot *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    g_ptr_array_unref (self->records[kind]);
  g_free (self);
}

WayRecord *const *
way_snapshot_get_records (WaySnapshot *self, WayKind kind, guint *n_records)
{
  g_return_val_if_fail (kind < WAY_N_KINDS, NULL);

  *n_records = self->records[kind]->len;

  return (WayRecord *const *)self->records[kind]->pdata;
}

WayPlan *
way_snapshot_make_plan (WaySnapshot *self)
{
  const WayRecord *root = g_ptr_array_index (self->records[WAY_KIND_PLAN], 0);
  WayPlan *plan = way_plan_new (way_record_get_id (root));
  guint n_records = 0;

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    n_records += self->records[kind]->len;
  way_plan_expect_records (plan, n_records);

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      way_plan_add_loaded (plan, way_record_ref (g_ptr_array_index (self->records[kind], i)));

  return plan;
}
