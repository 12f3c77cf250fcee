/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a place in the picture to what is there.
 */
#pragma once

#include "way-layout.h"

G_BEGIN_DECLS

/**
 * WayHitPart:
 * @WAY_HIT_NOTHING: below the lanes
 * @WAY_HIT_SCALE: the scale, or the corner above the heads
 * @WAY_HIT_HEAD: a lane's head; `id` is its goal
 * @WAY_HIT_FOLD: the arrow in a head
 * @WAY_HIT_UNDATED: in a head, how many of its milestones have no date; `id` is its goal
 * @WAY_HIT_ITEM: an item or its label; `id` is the milestone or credential
 * @WAY_HIT_START_EDGE: where a bar's start can be dragged
 * @WAY_HIT_END_EDGE: where a bar's end can be dragged
 * @WAY_HIT_END_DOT: where a dependency can be drawn from
 * @WAY_HIT_LANE: an empty place in a lane; `id` is its goal
 */
typedef enum
{
  WAY_HIT_NOTHING,
  WAY_HIT_SCALE,
  WAY_HIT_HEAD,
  WAY_HIT_FOLD,
  WAY_HIT_UNDATED,
  WAY_HIT_ITEM,
  WAY_HIT_START_EDGE,
  WAY_HIT_END_EDGE,
  WAY_HIT_END_DOT,
  WAY_HIT_LANE,
} WayHitPart;

/**
 * WayHit:
 * @part: what was hit
 * @id: of which record; the null id where there is none
 * @lane: index of the lane, -1 where there is none
 * @day: the day there, with a fraction
 */
typedef struct
{
  WayHitPart part;
  WayId id;
  int lane;
  double day;
} WayHit;

/**
 * way_hit_test:
 * @x: in the picture, from the left
 * @y: in the picture
 * @dotted: (nullable): the item that shows its dot at present
 */
WayHit way_hit_test (WayLayout *layout, const WayViewport *viewport, double x, double y,
                     const WayId *dotted);

/**
 * way_hit_test_link:
 *
 * Returns: whether a dependency runs within 4 pixels; @id is then set to it
 */
gboolean way_hit_test_link (WayLayout *layout, const WayViewport *viewport, double x, double y,
                            WayId *id);

/**
 * way_hit_band:
 * @rect: in the picture
 *
 * Returns: (transfer full) (element-type WayId): the milestones and credentials whose shape touches
 * @rect
 */
GArray *way_hit_band (WayLayout *layout, const WayViewport *viewport, const WayRect *rect);

/**
 * way_hit_item_rect:
 * @rect: (out): its shape without the label, in the picture; perhaps outside what is shown
 *
 * Returns: whether the record has a place in the layout
 */
gboolean way_hit_item_rect (WayLayout *layout, const WayViewport *viewport, const WayId *id,
                            WayRect *rect);

/**
 * way_hit_undated_rect:
 * @lane: index of a lane
 * @rect: (out): where its head says how many milestones have no date, in the picture
 *
 * Returns: whether it says so; else @rect stays as it is
 */
gboolean way_hit_undated_rect (WayLayout *layout, const WayViewport *viewport, guint lane,
                               WayRect *rect);

G_END_DECLS
