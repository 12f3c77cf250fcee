/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where labels stand of what began before the start edge of the body, so that what is in sight has
 * a name.
 */
#include "way-layout-private.h"

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  const WayItem *item;
  double end; /* where the next item begins, with its label */
} Room;

static gboolean
end_room (const WayItem *next, gpointer user_data)
{
  Room *room = user_data;
  WaySpan extent = way_item_get_extent (next, room->layout);
  WayRect label = way_layout_get_label_rect (room->layout, next, room->scale);

  if (next->record == room->item->record)
    return TRUE;

  room->end = MIN (room->end, extent.left - room->scale.origin * room->scale.day_width);
  if (label.width > 0)
    room->end = MIN (room->end, label.x);

  return TRUE;
}

/* After the bar, with the icons that what is in sight of it has no room for, as far as the next
 * item leaves some */
static WayRect
get_rect_beside (WayLayout *self, const WayItem *item, WayScale scale)
{
  const WayMetrics *metrics = &self->metrics;
  WayRect bar = way_layout_get_item_rect (self, item, scale);
  WayItemIcons icons = way_item_get_icons (item, metrics, MAX (0, bar.x + bar.width));
  double before = way_item_get_icons_width (&icons, metrics);
  double title = MIN (item->title_width, metrics->label_max);
  WayRect area
      = { bar.x + bar.width + metrics->gap, bar.y, before + title + metrics->gap, bar.height };
  Room room = { self, scale, item, area.x + area.width };

  way_layout_foreach_visible (self, scale, &area, end_room, &room);
  area.width = room.end - metrics->gap - area.x;
  if (area.width < before + MIN (metrics->label_min, title))
    area.width = 0;

  return area;
}

WayRect
way_layout_get_pinned_label_rect (WayLayout *self, const WayItem *item, WayScale scale)
{
  const WayMetrics *metrics = &self->metrics;
  WayRect shape = way_layout_get_item_rect (self, item, scale);
  WayRect label = way_layout_get_label_rect (self, item, scale);
  double inner;

  if (item->label_place != WAY_LABEL_INSIDE || label.width <= 0 || shape.x >= 0)
    return label;

  inner = way_item_get_inner_width (item, metrics, shape.width);
  label.x -= shape.x;
  label.width = MIN (label.width, inner + shape.x);
  if (label.width >= metrics->label_min || label.width >= item->label_width)
    return label;

  if (item->shape == WAY_SHAPE_BAR)
    return get_rect_beside (self, item, scale);

  label.width = 0;

  return label;
}
