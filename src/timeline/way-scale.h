/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days to pixels and back for one zoom, and the units that the zoom calls for.
 */
#pragma once

#include "way-day.h"

#include <math.h>

G_BEGIN_DECLS

/**
 * WayScale:
 * @origin: the day at x = 0, with a fraction within the day
 * @day_width: pixels a day, from WAY_SCALE_MIN_DAY_WIDTH to WAY_SCALE_MAX_DAY_WIDTH
 *
 * A linear map between days and horizontal pixels, counted from the edge where time starts: the
 * left one, or the right one where text runs right to left. A plain value: copy it.
 */
typedef struct
{
  double origin;
  double day_width;
} WayScale;

#define WAY_SCALE_MIN_DAY_WIDTH 0.01 /* 150 years in 550 pixels */
#define WAY_SCALE_MAX_DAY_WIDTH 120.0

/**
 * WayUnit:
 *
 * What a scale counts in, from fine to coarse.
 */
typedef enum
{
  WAY_UNIT_DAY,
  WAY_UNIT_WEEK,
  WAY_UNIT_MONTH,
  WAY_UNIT_QUARTER,
  WAY_UNIT_YEAR,
  WAY_UNIT_FIVE_YEARS,
  WAY_UNIT_DECADE,
  WAY_UNIT_TWENTY_FIVE_YEARS,
  WAY_UNIT_FIFTY_YEARS,
  WAY_N_UNITS,
} WayUnit;

static inline double
way_scale_x (WayScale self, double day)
{
  return (day - self.origin) * self.day_width;
}

/* The nearest whole pixel. A tie goes up, also when it is a hair below for the rounding of sums, so
 * that pictures of neighbouring places agree. */
static inline double
way_pixel (double x)
{
  return floor (x + 0.5 + 1e-6);
}

static inline double
way_scale_pixel (WayScale self, double day)
{
  return way_pixel (way_scale_x (self, day));
}

static inline double
way_scale_day (WayScale self, double x)
{
  return self.origin + x / self.day_width;
}

/**
 * way_scale_zoom:
 * @x: the pixel that stays where it is
 * @factor: greater than 1 zooms in
 *
 * Returns: the scale after, its day width clamped to the limits
 */
WayScale way_scale_zoom (WayScale self, double x, double factor);

/**
 * way_scale_pan:
 * @pixels: by how much the picture moves towards the start; may be negative
 *
 * Returns: the scale after; its origin stays within the years 0 to 9999
 */
WayScale way_scale_pan (WayScale self, double pixels);

/**
 * way_scale_fit:
 * @first: the first day to show
 * @last: the last day to show
 * @width: pixels to show them in
 * @margin: pixels to leave at both sides, as far as those leave half of @width to the days
 *
 * Returns: a scale with the days from @first to @last in @width, and a margin of one part in forty
 * at both sides or of @margin, which is more
 */
WayScale way_scale_fit (WayDay first, WayDay last, double width, double margin);

/**
 * way_scale_align:
 *
 * Returns: @self with its origin moved by less than a pixel, so that pictures of one zoom fall on
 * the same pixels whatever was panned
 */
WayScale way_scale_align (WayScale self);

/**
 * way_scale_get_unit:
 *
 * Returns: the unit that dragging snaps to and that one press of a key moves by: the finest of 10
 * pixels or more
 */
WayUnit way_scale_get_unit (WayScale self);

/**
 * way_scale_snap:
 * @day: any day, with a fraction
 *
 * Returns: the beginning of the unit nearest to @day; among weeks also that of a month within 5
 * pixels
 */
WayDay way_scale_snap (WayScale self, double day);

/**
 * way_unit_floor:
 *
 * Returns: the first day of the @unit that @day is in; weeks begin as the locale says
 */
WayDay way_unit_floor (WayUnit unit, WayDay day);

/**
 * way_unit_add:
 * @count: may be negative
 *
 * Returns: @day moved by whole units
 */
WayDay way_unit_add (WayUnit unit, WayDay day, int count);

/**
 * way_unit_get_width:
 *
 * Returns: the mean width of @unit in pixels
 */
double way_unit_get_width (WayUnit unit, WayScale scale);

/**
 * WayTick:
 * @day: where the unit begins
 * @next: where the next one begins
 * @unit: of which length
 * @label: (nullable): what is written at it, in the locale's words; %NULL where there is no room
 */
typedef struct
{
  WayDay day;
  WayDay next;
  WayUnit unit;
  char *label;
} WayTick;

/**
 * WayTickRow:
 * @WAY_TICKS_MAJOR: the upper row, as years
 * @WAY_TICKS_MINOR: the lower row, as months
 */
typedef enum
{
  WAY_TICKS_MAJOR,
  WAY_TICKS_MINOR,
} WayTickRow;

/**
 * WayMeasureFunc:
 * @row: which row's font
 *
 * Returns: the width of @text in pixels
 */
typedef double (*WayMeasureFunc) (WayTickRow row, const char *text, gpointer user_data);

/**
 * way_scale_get_ticks:
 * @width: pixels to cover from x = 0
 * @measure: how wide a label is
 *
 * Two labels of a row never touch: a tick whose label would not fit before the next tick has none.
 *
 * Returns: (transfer full) (element-type WayTick): the ticks of the row from left to right, the
 * first perhaps before x = 0
 */
GArray *way_scale_get_ticks (WayScale self, WayTickRow row, double width, WayMeasureFunc measure,
                             gpointer user_data);

G_END_DECLS
