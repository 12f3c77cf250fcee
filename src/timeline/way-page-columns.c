/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the days at which columns of pages begin.
 */
#include "way-page-columns.h"

#include "way-scene-parts.h"

#include <math.h>

#define LEAST_FILLED 0.6 /* of a page, for a better place to cut */
#define SHRINK 0.985     /* from one try to the next */
#define MAX_COLUMNS 2000

/* What a place costs, in parts of a page that is left empty */
#define COST_OF_SMALL_UNIT 0.12
#define COST_OF_POINT 0.08

typedef struct
{
  const WayPageColumns *columns;
  WayScale scale;
  GArray *major;
  GArray *minor;
  GArray *points; /* of double: the middle of each diamond and flag, in order */
} Cutting;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static GArray *
find_points (WayLayout *layout)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      for (guint j = 0; j < lane->n_items; j++)
        {
          const WayItem *item = &lane->items[j];
          double day = item->shape == WAY_SHAPE_POINT ? (item->start + item->end) / 2.0 : item->end;

          if (item->shape != WAY_SHAPE_BAR && item->shape != WAY_SHAPE_CREDENTIAL)
            g_array_append_val (points, day);
        }
    }
  g_array_sort (points, compare_days);

  return points;
}

static guint
count_below (GArray *points, double day)
{
  guint low = 0, high = points->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (points, double, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many points would be cut in two */
static guint
count_cut (const Cutting *self, double day)
{
  double reach
      = way_layout_get_metrics (self->columns->layout)->diamond / 2 / self->scale.day_width;

  return count_below (self->points, day + reach) - count_below (self->points, day - reach);
}

/* The best of @ticks for a cut in a column that begins at @start, unless @best costs less */
static void
choose_tick (const Cutting *self, GArray *ticks, double start, double price, double *best,
             double *cost)
{
  double capacity = self->columns->body / self->scale.day_width;

  for (guint i = 0; i < ticks->len; i++)
    {
      double day = g_array_index (ticks, WayTick, i).day;
      double filled = (day - start) / capacity;
      double own;

      if (filled < LEAST_FILLED || filled > 1)
        continue;

      own = 1 - filled + price + COST_OF_POINT * count_cut (self, day);
      if (own < *cost)
        {
          *cost = own;
          *best = day;
        }
    }
}

static double
choose_cut (const Cutting *self, double start)
{
  double best = floor (start + self->columns->body / self->scale.day_width);
  double cost = G_MAXDOUBLE;

  choose_tick (self, self->major, start, 0, &best, &cost);
  choose_tick (self, self->minor, start, COST_OF_SMALL_UNIT, &best, &cost);

  return best > start ? best : start + self->columns->body / self->scale.day_width;
}

/* Columns from the scale's origin to @end; the last goes on to the paper's edge */
static GArray *
cut (const WayPageColumns *self, WayScale scale, double end)
{
  WayLabels *labels = way_layout_get_labels (self->layout);
  double width = (end - scale.origin) * scale.day_width;
  g_autoptr (GArray) major = way_scene_get_ticks (labels, scale, WAY_TICKS_MAJOR, width);
  g_autoptr (GArray) minor = way_scene_get_ticks (labels, scale, WAY_TICKS_MINOR, width);
  g_autoptr (GArray) points = find_points (self->layout);
  Cutting cutting = { self, scale, major, minor, points };
  double capacity = self->body / scale.day_width;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (double));
  double start = scale.origin;

  g_array_append_val (columns, start);
  while (start + capacity < end && columns->len < MAX_COLUMNS)
    {
      start = choose_cut (&cutting, start);
      g_array_append_val (columns, start);
    }
  start += capacity;
  g_array_append_val (columns, start);

  return columns;
}

GArray *
way_page_columns_fit (const WayPageColumns *self, guint n_columns, WayScale *scale)
{
  double body = self->body * n_columns;

  for (;;)
    {
      WayScale fit = way_scale_fit (self->first, self->last, body, 0);
      double margin = self->first - fit.origin;
      GArray *columns;

      *scale = way_scale_align (fit);
      if (n_columns == 1)
        {
          double ends[] = { scale->origin, scale->origin + self->body / scale->day_width };

          columns = g_array_new (FALSE, FALSE, sizeof (double));
          return g_array_append_vals (columns, ends, G_N_ELEMENTS (ends));
        }

      columns = cut (self, *scale, self->last + 1 + margin);
      /* Plans of centuries cannot be made any smaller */
      if (columns->len <= n_columns + 1 || body < self->body)
        return columns;

      g_array_unref (columns);
      body *= SHRINK;
    }
}

GArray *
way_page_columns_scale (const WayPageColumns *self, double day_width, WayScale *scale)
{
  *scale = way_scale_align ((WayScale){ self->first, day_width });

  return cut (self, *scale, self->last + 1);
}
