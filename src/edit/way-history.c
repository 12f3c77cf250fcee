/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups that were done, and how far back the plan now stands.
 */
#include "way-history.h"

#include "way-edit-group-private.h"

struct _WayHistory
{
  GObject parent_instance;

  WayPlan *plan;
  GPtrArray *steps; /* of Step */
  guint done;       /* how many of them are in the plan */
  WayEditGroup *open;
  gboolean broken; /* the next step joins none */

  guint64 last_serial; /* ever given; 0 is the state before the first step */
  guint64 saved_serial;
};

typedef struct
{
  WayEditGroup *group;
  guint64 serial; /* of the state after it */
} Step;

G_DEFINE_FINAL_TYPE (WayHistory, way_history, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
step_free (gpointer data)
{
  Step *step = data;

  way_edit_group_free (step->group);
  g_free (step);
}

static Step *
get_step (WayHistory *self, guint index)
{
  return g_ptr_array_index (self->steps, index);
}

static void
emit_changed (WayHistory *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_plan (WayHistory *self, WayEditGroup *group, gboolean inverted)
{
  g_autoptr (WayChangeSet) changes = way_edit_group_get_changes (group, inverted);

  way_plan_emit_changed (self->plan, changes);
}

static void
way_history_finalize (GObject *object)
{
  WayHistory *self = WAY_HISTORY (object);

  g_clear_pointer (&self->open, way_edit_group_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (way_history_parent_class)->finalize (object);
}

static void
way_history_class_init (WayHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = way_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
way_history_init (WayHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

WayHistory *
way_history_new (WayPlan *plan)
{
  WayHistory *self = g_object_new (WAY_TYPE_HISTORY, NULL);

  self->plan = g_object_ref (plan);

  return self;
}

WayPlan *
way_history_get_plan (WayHistory *self)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), NULL);

  return self->plan;
}

WayEditGroup *
way_history_begin (WayHistory *self, const char *name, const char *coalesce)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), NULL);
  g_return_val_if_fail (self->open == NULL, NULL);

  self->open = way_edit_group_new (self->plan, name, coalesce);

  return self->open;
}

/* The last step, when @group may join it: the same key, nothing in between, nothing undone, not yet
 * saved */
static Step *
find_step_to_join (WayHistory *self, WayEditGroup *group)
{
  const char *key = way_edit_group_get_coalesce (group);
  Step *last;

  if (key == NULL || self->broken || self->done == 0 || self->done < self->steps->len)
    return NULL;

  last = get_step (self, self->done - 1);
  if (last->serial == self->saved_serial
      || g_strcmp0 (way_edit_group_get_coalesce (last->group), key) != 0)
    return NULL;

  return last;
}

static void
push_step (WayHistory *self, WayEditGroup *group)
{
  Step *step = g_new (Step, 1);

  step->group = group;
  step->serial = ++self->last_serial;
  g_ptr_array_set_size (self->steps, (int)self->done);
  g_ptr_array_add (self->steps, step);
  self->done++;
}

gboolean
way_history_commit (WayHistory *self)
{
  WayEditGroup *group;
  Step *joined;

  g_return_val_if_fail (WAY_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->open != NULL, FALSE);

  group = g_steal_pointer (&self->open);
  if (way_edit_group_is_empty (group))
    {
      way_edit_group_free (group);
      return FALSE;
    }

  joined = find_step_to_join (self, group);
  self->broken = FALSE;
  if (joined != NULL)
    {
      g_autoptr (WayChangeSet) changes = way_edit_group_get_changes (group, FALSE);

      way_edit_group_append (joined->group, group);
      way_edit_group_free (group);
      joined->serial = ++self->last_serial;
      way_plan_emit_changed (self->plan, changes);
    }
  else
    {
      push_step (self, group);
      tell_plan (self, group, FALSE);
    }
  emit_changed (self);

  return TRUE;
}

void
way_history_rollback (WayHistory *self)
{
  g_return_if_fail (WAY_IS_HISTORY (self));
  g_return_if_fail (self->open != NULL);

  way_edit_group_undo (self->open);
  g_clear_pointer (&self->open, way_edit_group_free);
}

void
way_history_break (WayHistory *self)
{
  g_return_if_fail (WAY_IS_HISTORY (self));

  self->broken = TRUE;
}

gboolean
way_history_undo (WayHistory *self)
{
  Step *step;

  g_return_val_if_fail (WAY_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->open == NULL, FALSE);

  if (self->done == 0)
    return FALSE;

  step = get_step (self, --self->done);
  self->broken = TRUE;
  way_edit_group_undo (step->group);
  tell_plan (self, step->group, TRUE);
  emit_changed (self);

  return TRUE;
}

gboolean
way_history_redo (WayHistory *self)
{
  Step *step;

  g_return_val_if_fail (WAY_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->open == NULL, FALSE);

  if (self->done == self->steps->len)
    return FALSE;

  step = get_step (self, self->done++);
  self->broken = TRUE;
  way_edit_group_redo (step->group);
  tell_plan (self, step->group, FALSE);
  emit_changed (self);

  return TRUE;
}

guint
way_history_get_n_undo (WayHistory *self)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), 0);

  return self->done;
}

guint
way_history_get_n_redo (WayHistory *self)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), 0);

  return self->steps->len - self->done;
}

const char *
way_history_get_undo_name (WayHistory *self, guint depth)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), NULL);

  if (depth >= self->done)
    return NULL;

  return way_edit_group_get_name (get_step (self, self->done - 1 - depth)->group);
}

const char *
way_history_get_redo_name (WayHistory *self, guint depth)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), NULL);

  if (depth >= way_history_get_n_redo (self))
    return NULL;

  return way_edit_group_get_name (get_step (self, self->done + depth)->group);
}

guint64
way_history_get_serial (WayHistory *self)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), 0);

  return self->done > 0 ? get_step (self, self->done - 1)->serial : 0;
}

void
way_history_mark_saved (WayHistory *self, guint64 serial)
{
  g_return_if_fail (WAY_IS_HISTORY (self));

  self->saved_serial = serial;
  self->broken = TRUE;
  emit_changed (self);
}

gboolean
way_history_is_saved (WayHistory *self)
{
  g_return_val_if_fail (WAY_IS_HISTORY (self), TRUE);

  return way_history_get_serial (self) == self->saved_serial;
}
