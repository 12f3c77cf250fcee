/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tooltip of what the pointer is over: all of its text, for the picture may shorten it.
 */
#include "way-item-text.h"
#include "way-timeline-view-private.h"

static char *
get_goal_text (const WayRecord *goal)
{
  g_autofree char *title = way_text_title (goal);
  g_autofree char *due = way_text_goal_due (goal);

  return g_strdup_printf ("%s\n%s", title, due);
}

gboolean
way_timeline_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayHit hit = way_timeline_view_hit (self, x, y);
  g_autofree char *text = NULL;
  WayRecord *record;
  WayRect rect;

  if (keyboard || self->layout == NULL || self->drag.kind != WAY_TIMELINE_DRAG_NONE
      || (self->menu != NULL && gtk_widget_get_visible (self->menu)) || hit.part == WAY_HIT_LANE
      || way_id_is_null (&hit.id))
    return FALSE;

  record = way_plan_lookup (way_timeline_view_get_plan (self), &hit.id);
  if (record == NULL)
    return FALSE;
  text = way_record_get_kind (record) == WAY_KIND_GOAL ? get_goal_text (record)
                                                       : way_text_item_tooltip (record);
  gtk_tooltip_set_text (tooltip, text);
  if (way_hit_item_rect (self->layout, &viewport, &hit.id, &rect))
    gtk_tooltip_set_tip_area (tooltip,
                              &(GdkRectangle){ (int)rect.x, (int)rect.y, MAX (1, (int)rect.width),
                                               MAX (1, (int)rect.height) });
  return TRUE;
}
