/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person looks for in a window, for all views of it.
 */
#include "way-filter-state.h"

struct _WayFilterState
{
  GObject parent_instance;

  WayPlan *plan;     /* nullable */
  WayFilter *filter; /* nullable: while there is no plan */
  gboolean hides;
};

G_DEFINE_FINAL_TYPE (WayFilterState, way_filter_state, G_TYPE_OBJECT)

enum
{
  CHANGED,
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (WayFilterState *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
on_plan_changed (WayFilterState *self)
{
  if (way_filter_is_active (self->filter))
    g_signal_emit (self, signals[COUNTED], 0);
}

static void
forget_plan (WayFilterState *self)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, on_plan_changed, self);
  g_clear_pointer (&self->filter, way_filter_free);
  g_clear_object (&self->plan);
}

static void
way_filter_state_dispose (GObject *object)
{
  forget_plan (WAY_FILTER_STATE (object));
  G_OBJECT_CLASS (way_filter_state_parent_class)->dispose (object);
}

static void
way_filter_state_class_init (WayFilterStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_filter_state_dispose;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_FILTER_STATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", WAY_TYPE_FILTER_STATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_filter_state_init (WayFilterState *self)
{
}

WayFilterState *
way_filter_state_new (void)
{
  return g_object_new (WAY_TYPE_FILTER_STATE, NULL);
}

void
way_filter_state_set_plan (WayFilterState *self, WayPlan *plan)
{
  g_return_if_fail (WAY_IS_FILTER_STATE (self));

  forget_plan (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      self->filter = way_filter_new (plan);
      g_signal_connect_swapped (plan, "changed", G_CALLBACK (on_plan_changed), self);
    }
  self->hides = FALSE;
  emit_changed (self);
}

WayPlan *
way_filter_state_get_plan (WayFilterState *self)
{
  g_return_val_if_fail (WAY_IS_FILTER_STATE (self), NULL);

  return self->plan;
}

void
way_filter_state_prepare (WayFilterState *self)
{
  g_return_if_fail (WAY_IS_FILTER_STATE (self));

  if (self->filter != NULL)
    way_filter_prepare (self->filter);
}

void
way_filter_state_set_criteria (WayFilterState *self, const WayCriteria *criteria)
{
  g_return_if_fail (WAY_IS_FILTER_STATE (self));

  if (self->filter != NULL && way_filter_set_criteria (self->filter, criteria))
    emit_changed (self);
}

void
way_filter_state_set_hides (WayFilterState *self, gboolean hides)
{
  g_return_if_fail (WAY_IS_FILTER_STATE (self));

  if (self->hides == hides)
    return;
  self->hides = hides;
  if (way_filter_state_is_active (self))
    emit_changed (self);
}

gboolean
way_filter_state_get_hides (WayFilterState *self)
{
  g_return_val_if_fail (WAY_IS_FILTER_STATE (self), FALSE);

  return self->hides && way_filter_state_is_active (self);
}

gboolean
way_filter_state_is_active (WayFilterState *self)
{
  g_return_val_if_fail (WAY_IS_FILTER_STATE (self), FALSE);

  return self->filter != NULL && way_filter_is_active (self->filter);
}

gboolean
way_filter_state_matches (WayFilterState *self, const WayRecord *record)
{
  return self->filter == NULL || way_filter_matches (self->filter, record);
}

guint
way_filter_state_count (WayFilterState *self, guint *n_milestones)
{
  g_return_val_if_fail (WAY_IS_FILTER_STATE (self), 0);

  *n_milestones = self->plan != NULL ? way_plan_get_count (self->plan, WAY_KIND_MILESTONE) : 0;

  return way_filter_state_is_active (self) ? way_filter_state_get_n_found (self, WAY_KIND_MILESTONE)
                                           : *n_milestones;
}

guint
way_filter_state_get_n_found (WayFilterState *self, WayKind kind)
{
  g_return_val_if_fail (WAY_IS_FILTER_STATE (self), 0);

  return way_filter_state_is_active (self) ? way_filter_get_n_matches (self->filter, kind) : 0;
}
