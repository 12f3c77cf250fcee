/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip with the whole plan.
 */
#include "way-overview.h"

#include "way-layout-private.h"
#include "way-scene-parts.h"

#include <math.h>

#define MARGIN 10.0   /* at all sides */
#define FOOT 20.0     /* for the years */
#define BAND_STEP 4.0 /* from one band to the next, at least */
#define BAND_GAP 2.0  /* of it, at least */
#define MAX_BANDS 12
#define MAX_COLOURS 4  /* of lanes that share a band */
#define LEVELS 4       /* of density */
#define MARGIN_DAYS 60 /* before the first and after the last */
#define DIM 0.55
#define MIN_WINDOW 8.0
#define WINDOW_INSET 2.0 /* of the window from the strip's edges, so that its line is whole */

WayScale
way_overview_get_scale (WayLayout *layout, double width, WayDay today)
{
  WayDay first = today;
  WayDay last = today;
  WayScale scale;

  if (way_layout_get_span (layout, &first, &last))
    {
      first = MIN (first, today);
      last = MAX (last, today);
    }

  /* A plan that begins shows a year, and so does the strip: else its window would not fit in */
  if (last - first < WAY_YEAR_BEFORE + WAY_YEAR_AFTER)
    {
      first = MIN (first, today - WAY_YEAR_BEFORE);
      last = MAX (last, today + WAY_YEAR_AFTER);
    }

  scale = way_scale_fit (first - MARGIN_DAYS, last + MARGIN_DAYS, MAX (1, width - 2 * MARGIN), 0);
  scale.origin -= MARGIN / scale.day_width;

  return scale;
}

static double
get_foot (WayLayout *layout)
{
  return round (FOOT * MAX (1, way_labels_get_scale (way_layout_get_labels (layout))));
}

static guint
count_bands (WayLayout *layout, double height)
{
  guint fitting = (guint)CLAMP ((height - get_foot (layout) - MARGIN) / BAND_STEP, 1, MAX_BANDS);

  return MIN (fitting, MAX (1, way_layout_get_n_lanes (layout)));
}

/* How many items cover each pixel of a band: +1 where one begins, -1 where it ends, then sums from
 * left to right; those that are dimmed apart from the others, which lie before them */
static void
add_to_changes (const WayLaneRows *rows, WayScale scale, int *all_changes, guint width)
{
  for (guint i = 0; i < rows->items->len; i++)
    {
      const WayItem *item = &g_array_index (rows->items, WayItem, i);
      double left = floor (way_scale_x (scale, item->start));
      double right = MAX (left + 2, ceil (way_scale_x (scale, item->end)));
      int *changes = all_changes + (item->is_dimmed ? width + 1 : 0);

      changes[(guint)CLAMP (left, 0, width)]++;
      changes[(guint)CLAMP (right, 0, width)]--;
    }
}

/* 0 for none, then up to LEVELS */
static guint
get_level (int count)
{
  guint level = 0;

  for (; count > 0 && level < LEVELS; count /= 3)
    level++;

  return level;
}

static void
add_runs (WayScene *scene, const int *changes, guint width, double y, double height, WayRgba colour)
{
  guint level = 0;
  guint start = 0;
  int count = 0;

  for (guint x = 0; x <= width; x++)
    {
      guint next;

      count += changes[x];
      next = x < width ? get_level (count) : 0;

      if (next == level)
        continue;

      if (level > 0)
        way_scene_add_rect (scene, (WayRect){ start, y, x - start, height },
                            way_rgba_fade (colour, DIM + (1 - DIM) * level / LEVELS));

      level = next;
      start = x;
    }
}

static WayRgba
get_lane_colour (const WayLane *lane, const WayStyle *style)
{
  if (lane->kind == WAY_LANE_GOAL)
    return style->goals[way_record_get_choice (lane->goal, WAY_GOAL_COLOUR)];

  return lane->kind == WAY_LANE_LOOSE ? style->dim_text : style->credential.stroke;
}

/* @changes: room for them */
static void
add_lanes (WayScene *scene, WayLayout *layout, WayScale scale, guint first, guint end, WayRect bar,
           WayRgba colour, int *changes)
{
  guint width = (guint)bar.width;

  memset (changes, 0, 2 * (width + 1) * sizeof (int));
  for (guint lane = first; lane < end; lane++)
    add_to_changes (way_layout_get_rows (layout, lane), scale, changes, width);

  add_runs (scene, changes + width + 1, width, bar.y, bar.height, way_style_dim_line (colour));
  add_runs (scene, changes, width, bar.y, bar.height, colour);
}

/* A few lanes that share a band keep their colours; many of them have none in common */
static void
add_bands (WayScene *scene, WayLayout *layout, WayScale scale, const WayStyle *style)
{
  guint width = (guint)MAX (1, scene->width);
  guint n_lanes = way_layout_get_n_lanes (layout);
  guint n_bands = count_bands (layout, scene->height);
  g_autofree int *changes = g_new (int, 2 * (width + 1));
  double step = (scene->height - get_foot (layout) - MARGIN) / n_bands;
  double height = CLAMP (floor (step - BAND_GAP), 2, 5);

  for (guint band = 0; band < n_bands; band++)
    {
      guint first = band * n_lanes / n_bands;
      guint end = (band + 1) * n_lanes / n_bands;
      WayRect bar = { 0, round (MARGIN + band * step), width, height };

      if (end - first > MAX_COLOURS)
        add_lanes (scene, layout, scale, first, end, bar, style->dim_text, changes);
      else
        for (guint lane = first; lane < end; lane++)
          add_lanes (scene, layout, scale, lane, lane + 1, bar,
                     get_lane_colour (&way_layout_get_rows (layout, lane)->lane, style), changes);
    }
}

/* The row of the scale that has years */
static GArray *
get_years (double width, WayLayout *layout, WayScale scale)
{
  WayLabels *labels = way_layout_get_labels (layout);
  GArray *ticks = way_scene_get_ticks (labels, scale, WAY_TICKS_MINOR, width);

  if (g_array_index (ticks, WayTick, 0).unit >= WAY_UNIT_YEAR)
    return ticks;

  g_array_unref (ticks);

  return way_scene_get_ticks (labels, scale, WAY_TICKS_MAJOR, width);
}

static void
add_years (WayScene *scene, WayLayout *layout, WayScale scale, const WayStyle *style)
{
  g_autoptr (GArray) ticks = get_years (scene->width, layout, scale);
  double foot = get_foot (layout);
  double top = scene->height - foot;

  for (guint i = 0; i < ticks->len; i++)
    {
      const WayTick *tick = &g_array_index (ticks, WayTick, i);
      double x = MAX (0, round (way_scale_x (scale, tick->day)));
      double room = floor (way_scale_x (scale, tick->next) - x);

      way_scene_add_rect (scene, (WayRect){ x, 0, 1, scene->height }, style->line);

      if (tick->label != NULL
          && x + 6
                     + way_labels_measure (way_layout_get_labels (layout), WAY_FONT_SMALL,
                                           tick->label)
                 <= scene->width)
        way_scene_add_text (scene, (WayRect){ x + 6, top, room - 6, foot }, WAY_FONT_SMALL,
                            style->dim_text, WAY_OP_FLAG_NONE, tick->label);
    }
}

WayScene *
way_overview_build (WayLayout *layout, double width, double height, const WayStyle *style,
                    WayDay today, gboolean rtl)
{
  WayScene *scene = way_scene_new (width, height);
  WayScale scale = way_overview_get_scale (layout, width, today);

  way_scene_add_rect (scene, (WayRect){ 0, 0, width, height }, style->alternate);
  add_years (scene, layout, scale, style);
  add_bands (scene, layout, scale, style);

  if (rtl)
    way_scene_mirror_from (scene, 0);

  return scene;
}

/* From the start edge. What lies beyond the strip, where nothing of the plan is, counts as its
 * edge.
 */
static WayRect
get_window (WayLayout *layout, double width, double height, WayDay today,
            const WayViewport *viewport)
{
  WayScale scale = way_overview_get_scale (layout, width, today);
  double last_day = way_scale_day (viewport->scale, way_viewport_body_width (viewport));
  double end = width - WINDOW_INSET;
  double left
      = CLAMP (round (way_scale_x (scale, viewport->scale.origin)), WINDOW_INSET, end - MIN_WINDOW);
  double right = CLAMP (round (way_scale_x (scale, last_day)), left + MIN_WINDOW, end);

  return (WayRect){ left, WINDOW_INSET, right - left, height - 2 * WINDOW_INSET };
}

WayRect
way_overview_get_window (WayLayout *layout, double width, double height, WayDay today,
                         const WayViewport *viewport)
{
  WayRect window = get_window (layout, width, height, today, viewport);

  if (viewport->rtl)
    window.x = width - window.x - window.width;

  return window;
}

WayScene *
way_overview_build_window (WayLayout *layout, double width, double height, const WayStyle *style,
                           WayDay today, const WayViewport *viewport)
{
  WayScene *scene = way_scene_new (width, height);
  WayScale scale = way_overview_get_scale (layout, width, today);
  WayRect window = get_window (layout, width, height, today, viewport);
  double today_x = round (way_scale_x (scale, today + 0.5));
  WayLook look = { .stroke = style->accent, .line_width = 2 };

  way_scene_add_rect (scene, (WayRect){ 0, 0, MAX (0, window.x), height }, style->shade);
  way_scene_add_rect (
      scene,
      (WayRect){ window.x + window.width, 0, MAX (0, width - window.x - window.width), height },
      style->shade);
  way_scene_add_rect (scene, (WayRect){ today_x - 1, 0, 2, height - get_foot (layout) },
                      style->today);
  way_scene_add_round (scene, window, 5, &look);

  if (viewport->rtl)
    way_scene_mirror_from (scene, 0);

  return scene;
}
