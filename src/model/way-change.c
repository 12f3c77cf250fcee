/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Primitive edits and sets of them.
 */
#include "way-change.h"

struct _WayChangeSet
{
  int ref_count; /* atomic */
  guint kinds;   /* a bit for each kind touched */
  guint n_changes;
  WayChange changes[];
};

G_DEFINE_BOXED_TYPE (WayChangeSet, way_change_set, way_change_set_ref, way_change_set_unref)

static const WayRecord *
either_side (const WayChange *change)
{
  return change->before != NULL ? change->before : change->after;
}

const WayId *
way_change_get_id (const WayChange *self)
{
  return way_record_get_id (either_side (self));
}

WayKind
way_change_get_kind (const WayChange *self)
{
  return way_record_get_kind (either_side (self));
}

WayChange
way_change_invert (const WayChange *self)
{
  return (WayChange){ .before = self->after, .after = self->before };
}

WayChangeSet *
way_change_set_new (const WayChange *changes, guint n_changes)
{
  WayChangeSet *self = g_malloc (sizeof *self + n_changes * sizeof *changes);

  self->ref_count = 1;
  self->kinds = 0;
  self->n_changes = n_changes;

  for (guint i = 0; i < n_changes; i++)
    {
      const WayChange *change = &changes[i];

      way_changes_look_ahead (changes, n_changes, i);
      self->kinds |= 1u << way_change_get_kind (change);
      self->changes[i].before = change->before ? way_record_ref (change->before) : NULL;
      self->changes[i].after = change->after ? way_record_ref (change->after) : NULL;
    }

  return self;
}

WayChangeSet *
way_change_set_ref (WayChangeSet *self)
{
  g_atomic_int_inc (&self->ref_count);

  return self;
}

void
way_change_set_unref (WayChangeSet *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_changes; i++)
    {
      way_changes_look_ahead (self->changes, self->n_changes, i);
      g_clear_pointer (&self->changes[i].before, way_record_unref);
      g_clear_pointer (&self->changes[i].after, way_record_unref);
    }
  g_free (self);
}

const WayChange *
way_change_set_get_changes (WayChangeSet *self, guint *n_changes)
{
  *n_changes = self->n_changes;

  return self->changes;
}

gboolean
way_change_set_touches (WayChangeSet *self, WayKind kind)
{
  return (self->kinds >> kind & 1) != 0;
}
