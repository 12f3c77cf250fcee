/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a place in the picture to what is there.
 */
#include "way-hit.h"

#include "way-layout-private.h"
#include "way-link.h"
#include "way-scene-parts.h"

#include <math.h>

#define EDGE 5.0         /* pixels at both sides of an edge in which it can be dragged */
#define MIN_BODY 8.0     /* that are left to drag all of a short bar */
#define DOT_REACH 6.5    /* around the middle of the dot */
#define LINK_REACH 4.0   /* around an arrow */
#define FOLD_MARGIN 14.0 /* around the arrow, which is easier to hit than to see */

/* A place counted from the body's start edge and the first lane's top */
static WayPoint
to_body (const WayViewport *viewport, double x, double y)
{
  double from_start = viewport->rtl ? viewport->width - x : x;

  return (WayPoint){ from_start - viewport->head_width,
                     y - viewport->scale_height + viewport->scroll_y };
}

static WayRect
rect_to_body (const WayViewport *viewport, const WayRect *rect)
{
  WayRect mirrored = way_viewport_mirror (viewport, *rect);

  mirrored.x -= viewport->head_width;
  mirrored.y += viewport->scroll_y - viewport->scale_height;

  return mirrored;
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  WayPoint point;
  WayHit *hit;
} ItemVisit;

/* Which part of a bar is at x; points and credentials have no edges */
static WayHitPart
get_part (const WayItem *item, const WayRect *rect, double x)
{
  double inside = MIN (EDGE, MAX (0, (rect->width - MIN_BODY) / 2));

  if (item->shape != WAY_SHAPE_BAR || item->is_melted)
    return WAY_HIT_ITEM;

  if (x < rect->x + inside)
    return WAY_HIT_START_EDGE;

  if (x >= rect->x + rect->width - inside)
    return WAY_HIT_END_EDGE;

  return WAY_HIT_ITEM;
}

static gboolean
on_item_visit (const WayItem *item, gpointer user_data)
{
  ItemVisit *visit = user_data;
  WayRect rect = way_layout_get_item_rect (visit->layout, item, visit->scale);
  WayRect label = way_layout_get_label_rect (visit->layout, item, visit->scale);
  WayRect reach = { rect.x - EDGE, rect.y, rect.width + 2 * EDGE, rect.height };

  if (way_rect_contains (&reach, visit->point.x, visit->point.y))
    {
      visit->hit->part = get_part (item, &rect, visit->point.x);
      visit->hit->id = *way_record_get_id (item->record);

      /* the margin of another item does not hide this one's own ground */
      return !way_rect_contains (&rect, visit->point.x, visit->point.y);
    }

  if (label.width > 0 && way_rect_contains (&label, visit->point.x, visit->point.y))
    {
      visit->hit->part = WAY_HIT_ITEM;
      visit->hit->id = *way_record_get_id (item->record);
      return FALSE;
    }

  return TRUE;
}

/* The label of a bar that the edge cuts stands beside it */
static gboolean
on_cut_visit (const WayItem *item, gpointer user_data)
{
  ItemVisit *visit = user_data;
  WayRect label;

  if (item->is_melted || item->is_dimmed)
    return TRUE;

  label = way_layout_get_pinned_label_rect (visit->layout, item, visit->scale);
  if (label.width <= 0 || !way_rect_contains (&label, visit->point.x, visit->point.y))
    return TRUE;

  visit->hit->part = WAY_HIT_ITEM;
  visit->hit->id = *way_record_get_id (item->record);

  return FALSE;
}

static gboolean
hits_dot (WayLayout *layout, WayScale scale, WayPoint point, const WayId *dotted)
{
  const WayItem *item = dotted != NULL ? way_layout_find_item (layout, dotted) : NULL;
  WayPoint dot;

  if (item == NULL || item->shape >= WAY_SHAPE_CREDENTIAL)
    return FALSE;

  dot = way_layout_get_dot (layout, item, scale);

  return hypot (point.x - dot.x, point.y - dot.y) <= DOT_REACH;
}

static void
hit_head (WayLayout *layout, const WayViewport *viewport, WayPoint point, WayHit *hit)
{
  const WayLane *lane = way_layout_get_lane (layout, hit->lane);
  const WayMetrics *metrics = way_layout_get_metrics (layout);
  double head_y = way_scene_get_head_y (layout, lane, viewport->scroll_y);
  double from_start = point.x + viewport->head_width;
  double indent = lane->depth * metrics->indent;
  WayRect undated
      = way_scene_get_undated_rect (layout, lane, viewport->scroll_y, viewport->head_width);

  hit->part = WAY_HIT_HEAD;
  if (lane->goal != NULL && from_start >= indent
      && from_start < indent + FOLD_MARGIN + metrics->icon && point.y >= head_y
      && point.y < head_y + metrics->row_height)
    hit->part = WAY_HIT_FOLD;
  else if (undated.width > 0 && from_start >= undated.x - EDGE
           && from_start < undated.x + undated.width + EDGE && point.y >= undated.y
           && point.y < undated.y + undated.height)
    hit->part = WAY_HIT_UNDATED;
}

WayHit
way_hit_test (WayLayout *layout, const WayViewport *viewport, double x, double y,
              const WayId *dotted)
{
  WayPoint point = to_body (viewport, x, y);
  WayHit hit = { .lane = -1, .day = way_scale_day (viewport->scale, point.x) };
  WayRect probe = { point.x - EDGE, point.y, 2 * EDGE, 1 };
  WayRect edge = { 0, point.y, 1, 1 };
  ItemVisit visit = { layout, viewport->scale, point, &hit };
  const WayLane *lane;
  int index;

  if (y < viewport->scale_height)
    {
      hit.part = WAY_HIT_SCALE;
      return hit;
    }

  index = way_layout_find_lane (layout, point.y);
  if (index < 0 || index >= (int)way_layout_get_n_lanes (layout))
    return hit;

  hit.lane = index;
  lane = way_layout_get_lane (layout, index);
  hit.id = lane->goal != NULL ? *way_record_get_id (lane->goal) : WAY_ID_NULL;

  if (point.x < 0)
    {
      hit_head (layout, viewport, point, &hit);
      return hit;
    }

  hit.part = WAY_HIT_LANE;

  if (hits_dot (layout, viewport->scale, point, dotted))
    {
      hit.part = WAY_HIT_END_DOT;
      hit.id = *dotted;
      return hit;
    }

  way_layout_foreach_visible (layout, viewport->scale, &probe, on_item_visit, &visit);
  if (hit.part == WAY_HIT_LANE)
    way_layout_foreach_visible (layout, viewport->scale, &edge, on_cut_visit, &visit);

  return hit;
}

typedef struct
{
  WayPoint point;
  WayId id;
  gboolean found;
} LinkVisit;

static double
get_distance (WayPoint p, WayPoint a, WayPoint b)
{
  double x = CLAMP (p.x, MIN (a.x, b.x), MAX (a.x, b.x));
  double y = CLAMP (p.y, MIN (a.y, b.y), MAX (a.y, b.y));

  return hypot (p.x - x, p.y - y); /* arrows run along the axes */
}

static gboolean
on_link_visit (WayRecord *dependency, const WayRoute *route, gpointer user_data)
{
  LinkVisit *visit = user_data;

  for (guint i = 0; i + 1 < route->n_points && !visit->found; i++)
    visit->found
        = get_distance (visit->point, route->points[i], route->points[i + 1]) <= LINK_REACH;

  if (visit->found)
    visit->id = *way_record_get_id (dependency);

  return !visit->found;
}

gboolean
way_hit_test_link (WayLayout *layout, const WayViewport *viewport, double x, double y, WayId *id)
{
  WayRect area = way_viewport_get_area (viewport);
  LinkVisit visit = { .point = to_body (viewport, x, y) };

  if (!way_rect_contains (&area, visit.point.x, visit.point.y))
    return FALSE;

  way_link_foreach_visible (layout, viewport->scale, &area, on_link_visit, &visit);
  if (visit.found)
    *id = visit.id;

  return visit.found;
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  WayRect area;
  GArray *ids;
} BandVisit;

static gboolean
on_band_visit (const WayItem *item, gpointer user_data)
{
  BandVisit *visit = user_data;
  WayRect rect = way_layout_get_item_rect (visit->layout, item, visit->scale);

  if (way_rect_intersects (&rect, &visit->area))
    g_array_append_val (visit->ids, *way_record_get_id (item->record));

  return TRUE;
}

GArray *
way_hit_band (WayLayout *layout, const WayViewport *viewport, const WayRect *rect)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  BandVisit visit = { layout, viewport->scale, rect_to_body (viewport, rect), ids };

  way_layout_foreach_visible (layout, viewport->scale, &visit.area, on_band_visit, &visit);

  return ids;
}

gboolean
way_hit_item_rect (WayLayout *layout, const WayViewport *viewport, const WayId *id, WayRect *rect)
{
  const WayItem *item = way_layout_find_item (layout, id);

  if (item == NULL)
    return FALSE;

  *rect = way_layout_get_item_rect (layout, item, viewport->scale);
  rect->x += viewport->head_width;
  rect->y += viewport->scale_height - viewport->scroll_y;
  *rect = way_viewport_mirror (viewport, *rect);

  return TRUE;
}

gboolean
way_hit_undated_rect (WayLayout *layout, const WayViewport *viewport, guint lane, WayRect *rect)
{
  WayRect found = way_scene_get_undated_rect (layout, way_layout_get_lane (layout, lane),
                                              viewport->scroll_y, viewport->head_width);

  if (found.width == 0)
    return FALSE;

  found.y += viewport->scale_height - viewport->scroll_y;
  *rect = way_viewport_mirror (viewport, found);

  return TRUE;
}
