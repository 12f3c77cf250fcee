/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which part of a timeline a picture shows, and where its parts lie: scale on top, heads at the
 * start, body beside.
 */
#pragma once

#include "way-scale.h"
#include "way-style.h"

G_BEGIN_DECLS

/**
 * WayRect:
 *
 * A rectangle in pixels.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} WayRect;

static inline gboolean
way_rect_contains (const WayRect *self, double x, double y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

static inline gboolean
way_rect_equal (const WayRect *a, const WayRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static inline gboolean
way_rect_intersects (const WayRect *a, const WayRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/**
 * WayViewport:
 * @scale: of the body; x = 0 is the body's edge at the heads
 * @scroll_y: pixels of the lanes that are scrolled away at the top
 * @width: of the whole picture, heads included
 * @height: of the whole picture, scale included
 * @head_width: of the column of heads; 0 leaves it out
 * @scale_height: of the scale; 0 leaves it out
 * @rtl: whether time runs from right to left
 *
 * A plain value. Keep @scale aligned by way_scale_align() and @scroll_y whole, and lines stay
 * crisp.
 */
typedef struct
{
  WayScale scale;
  double scroll_y;
  double width;
  double height;
  double head_width;
  double scale_height;
  gboolean rtl;
} WayViewport;

static inline gboolean
way_viewport_equal (const WayViewport *a, const WayViewport *b)
{
  return a->scale.origin == b->scale.origin && a->scale.day_width == b->scale.day_width
         && a->scroll_y == b->scroll_y && a->width == b->width && a->height == b->height
         && a->head_width == b->head_width && a->scale_height == b->scale_height
         && !a->rtl == !b->rtl;
}

/* Width and height of the body, where the items are */
static inline double
way_viewport_body_width (const WayViewport *self)
{
  return MAX (0, self->width - self->head_width);
}

static inline double
way_viewport_body_height (const WayViewport *self)
{
  return MAX (0, self->height - self->scale_height);
}

/**
 * way_viewport_get_area:
 *
 * Returns: what the body shows, from its start edge and the first lane's top
 */
static inline WayRect
way_viewport_get_area (const WayViewport *self)
{
  return (WayRect){ 0, self->scroll_y, way_viewport_body_width (self),
                    way_viewport_body_height (self) };
}

/**
 * way_viewport_day:
 * @x: in the picture, from the left
 *
 * Returns: the day there, with a fraction
 */
static inline double
way_viewport_day (const WayViewport *self, double x)
{
  double from_start = self->rtl ? self->width - x : x;

  return way_scale_day (self->scale, from_start - self->head_width);
}

/**
 * way_viewport_x:
 *
 * Returns: where @day is in the picture, from the left
 */
static inline double
way_viewport_x (const WayViewport *self, double day)
{
  double from_start = way_scale_x (self->scale, day) + self->head_width;

  return self->rtl ? self->width - from_start : from_start;
}

/**
 * way_viewport_mirror:
 * @rect: counted from the start edge
 *
 * Returns: @rect counted from the left
 */
static inline WayRect
way_viewport_mirror (const WayViewport *self, WayRect rect)
{
  if (self->rtl)
    rect.x = self->width - rect.x - rect.width;

  return rect;
}

G_END_DECLS
