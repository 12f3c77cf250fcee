/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References to all records at one moment.
 */
#include "way-snapshot.h"

struct _WaySnapshot
{
  int ref_count; /* atomic */
  guint n_records[WAY_N_KINDS];
  WayRecord **records[WAY_N_KINDS];
};

WaySnapshot *
way_snapshot_new (WayPlan *plan)
{
  WaySnapshot *self = g_new0 (WaySnapshot, 1);

  self->ref_count = 1;
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      WayRecord *const *records = way_plan_get_records (plan, kind, &self->n_records[kind]);

      self->records[kind] = g_new (WayRecord *, self->n_records[kind]);
      for (guint i = 0; i < self->n_records[kind]; i++)
        self->records[kind][i] = way_record_ref (records[i]);
    }

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
    {
      for (guint i = 0; i < self->n_records[kind]; i++)
        way_record_unref (self->records[kind][i]);
      g_free (self->records[kind]);
    }
  g_free (self);
}

WayRecord *const *
way_snapshot_get_records (WaySnapshot *self, WayKind kind, guint *n_records)
{
  g_return_val_if_fail (kind < WAY_N_KINDS, NULL);

  *n_records = self->n_records[kind];

  return self->records[kind];
}
