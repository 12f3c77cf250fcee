/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making one milestone wait for another, by pointer and by keyboard.
 */
#include "config.h"

#include "way-circle.h"
#include "way-item-text.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

static gboolean
can_link (WayTimelineView *self, const WayId *from, const WayId *to)
{
  g_autoptr (GPtrArray) back = NULL;

  if (way_id_equal (from, to))
    return FALSE;
  back = way_plan_find_dependency_path (way_timeline_view_get_plan (self), to, from);
  return back == NULL;
}

static const WayId *
get_milestone (WayTimelineView *self, const WayId *id)
{
  WayPlan *plan = way_timeline_view_get_plan (self);

  if (plan == NULL || id == NULL || way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, id) == NULL)
    return NULL;
  return id;
}

void
way_timeline_link_update (WayTimelineView *self)
{
  WayHit hit = way_timeline_view_hit (self, self->drag.x, self->drag.y);
  const WayId *target = get_milestone (self, &hit.id);

  if (target != NULL && way_id_equal (target, &self->drag.id))
    target = NULL;
  if (target != NULL && way_id_equal (target, &self->drag.target))
    return;
  self->drag.target = target != NULL ? *target : WAY_ID_NULL;
  self->drag.allowed = target == NULL || can_link (self, &self->drag.id, target);
}

gboolean
way_timeline_link_is_allowed (WayTimelineView *self, const WayId *to)
{
  if (!way_id_equal (&self->link_to, to))
    {
      self->link_to = *to;
      self->link_allowed = can_link (self, &self->link_from, to);
    }

  return self->link_allowed;
}

void
way_timeline_link_forget_target (WayTimelineView *self)
{
  self->link_to = WAY_ID_NULL;
}

void
way_timeline_link_end (WayTimelineView *self)
{
  if (way_id_is_null (&self->link_from))
    return;

  self->link_from = WAY_ID_NULL;
  way_timeline_link_forget_target (self);
  way_timeline_view_toast (self, NULL, FALSE); /* there is nothing to choose any more */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_timeline_link_toggle (WayTimelineView *self)
{
  const WayId *primary = get_milestone (self, way_selection_get_primary (self->selection));
  WayId from = self->link_from;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (primary == NULL)
    return;
  if (!way_id_is_null (&from))
    {
      WayId to = *primary;

      way_timeline_link_end (self);
      if (!way_id_equal (&from, &to))
        way_timeline_edit_link (self, &from, &to);
      return;
    }

  self->link_from = *primary;
  title = way_text_title (way_plan_lookup (way_timeline_view_get_plan (self), &self->link_from));
  text = g_strdup_printf (_ ("Click what waits for “%s”, or choose it and press L again"), title);
  way_timeline_view_toast (self, text, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
