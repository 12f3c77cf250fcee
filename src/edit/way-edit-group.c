/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of primitive edits with a name.
 */
#include "way-edit-group-private.h"

struct _WayEditGroup
{
  WayPlan *plan; /* outlives its history and so its groups */
  char *name;
  char *coalesce;
  GArray *changes; /* of WayChange */
  WayRecordBuilder *builder;
};

static void
clear_change (gpointer data)
{
  WayChange *change = data;

  g_clear_pointer (&change->before, way_record_unref);
  g_clear_pointer (&change->after, way_record_unref);
}

WayEditGroup *
way_edit_group_new (WayPlan *plan, const char *name, const char *coalesce)
{
  WayEditGroup *self = g_new0 (WayEditGroup, 1);

  self->plan = plan;
  self->name = g_strdup (name);
  self->coalesce = g_strdup (coalesce);
  self->changes = g_array_new (FALSE, FALSE, sizeof (WayChange));
  g_array_set_clear_func (self->changes, clear_change);

  return self;
}

void
way_edit_group_free (WayEditGroup *self)
{
  g_clear_pointer (&self->builder, way_record_builder_free);
  g_array_unref (self->changes);
  g_free (self->coalesce);
  g_free (self->name);
  g_free (self);
}

WayPlan *
way_edit_group_get_plan (WayEditGroup *self)
{
  return self->plan;
}

void
way_edit_group_set_name (WayEditGroup *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

WayRecordBuilder *
way_edit_group_get_builder (WayEditGroup *self)
{
  if (self->builder == NULL)
    self->builder = way_record_builder_new ();

  return self->builder;
}

void
way_edit_group_replace (WayEditGroup *self, const WayRecord *before, const WayRecord *after)
{
  WayChange change = { NULL, NULL };

  g_return_if_fail (before != NULL || after != NULL);

  if (before != NULL && after != NULL && way_record_equal (before, after))
    return;

  change.before = before != NULL ? way_record_ref (before) : NULL;
  change.after = after != NULL ? way_record_ref (after) : NULL;
  if (way_plan_apply (self->plan, &change))
    g_array_append_val (self->changes, change);
  else
    clear_change (&change);
}

const WayChange *
way_edit_group_get_edits (WayEditGroup *self, guint *n_edits)
{
  *n_edits = self->changes->len;

  return (const WayChange *)(gpointer)self->changes->data;
}

const char *
way_edit_group_get_name (WayEditGroup *self)
{
  return self->name;
}

const char *
way_edit_group_get_coalesce (WayEditGroup *self)
{
  return self->coalesce;
}

gboolean
way_edit_group_is_empty (WayEditGroup *self)
{
  return self->changes->len == 0;
}

void
way_edit_group_append (WayEditGroup *self, WayEditGroup *later)
{
  for (guint i = 0; i < later->changes->len; i++)
    {
      WayChange *change = &g_array_index (later->changes, WayChange, i);

      g_array_append_val (self->changes, *change);
      *change = (WayChange){ NULL, NULL };
    }
  g_array_set_size (later->changes, 0);
  way_edit_group_set_name (self, later->name);
}

#define LOOK_AHEAD 8

/* What was changed lies anywhere in memory. Of a change to come, first its records are asked for
 * and then what these lead to: their ids and ranks, and by their id their place in the plan. */
static void
look_ahead (WayEditGroup *self, guint near, guint far)
{
  if (far < self->changes->len)
    {
      const WayChange *change = &g_array_index (self->changes, WayChange, far);

      way_record_prefetch (change->before);
      way_record_prefetch (change->after);
    }
  if (near < self->changes->len)
    {
      const WayChange *change = &g_array_index (self->changes, WayChange, near);

      way_record_prefetch_bytes (change->before);
      way_record_prefetch_bytes (change->after);
      way_plan_expect_change (self->plan, change);
    }
}

void
way_edit_group_redo (WayEditGroup *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      look_ahead (self, i + LOOK_AHEAD, i + 2 * LOOK_AHEAD);
      way_plan_apply (self->plan, &g_array_index (self->changes, WayChange, i));
    }
}

void
way_edit_group_undo (WayEditGroup *self)
{
  for (guint i = self->changes->len; i-- > 0;)
    {
      WayChange inverse = way_change_invert (&g_array_index (self->changes, WayChange, i));

      /* Below 0 it is beyond the end, too */
      look_ahead (self, i - LOOK_AHEAD, i - 2 * LOOK_AHEAD);
      way_plan_apply (self->plan, &inverse);
    }
}

WayChangeSet *
way_edit_group_get_changes (WayEditGroup *self, gboolean inverted)
{
  const WayChange *changes = (const WayChange *)(gpointer)self->changes->data;
  guint n_changes = self->changes->len;
  g_autofree WayChange *inverse = NULL;

  if (!inverted)
    return way_change_set_new (changes, n_changes);

  inverse = g_new (WayChange, n_changes);
  for (guint i = 0; i < n_changes; i++)
    inverse[i] = way_change_invert (&changes[n_changes - 1 - i]);

  return way_change_set_new (inverse, n_changes);
}
