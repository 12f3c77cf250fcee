/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking things up in a layout: by place, by record, by neighbourhood.
 */
#include "way-layout-private.h"

#include <math.h>

/* Beside the rows' own order, a label or a diamond may reach into a neighbour's time by this many
 * items */
#define NEIGHBOURS 2
#define MELTED_STEP 3.0 /* pixels from one mark to the next */

int
way_layout_find_lane (WayLayout *self, double y)
{
  guint low = 0;
  guint high = self->lanes->len;

  if (y < 0)
    return -1;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const WayLane *lane = &way_layout_get_rows (self, middle)->lane;

      if (lane->y + lane->height <= y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_shown (WayLayout *self, const WayLaneRows *rows)
{
  return rows->index < self->lanes->len && way_layout_get_rows (self, rows->index) == rows;
}

int
way_layout_find_goal (WayLayout *self, const WayId *goal)
{
  const WayLaneRows *rows = goal != NULL ? way_layout_find_goal_rows (self, goal) : self->loose;

  /* Within a folded one it has no lane of its own */
  if (rows == NULL || (goal != NULL && !way_id_equal (way_record_get_id (rows->lane.goal), goal)))
    return -1;

  return is_shown (self, rows) ? (int)rows->index : -1;
}

static const WayItem *
find_credential (const WayLaneRows *rows, const WayId *id)
{
  for (guint i = 0; i < rows->items->len; i++)
    {
      const WayItem *item = &g_array_index (rows->items, WayItem, i);

      if (way_id_equal (way_record_get_id (item->record), id))
        return item;
    }

  return NULL;
}

/* Items are sorted by what their records say, so the record leads to its item */
static const WayItem *
find_milestone (const WayLaneRows *rows, WayRecord *record)
{
  WayItem wanted;
  const WayItem *found;
  guint place;

  if (!way_item_init (&wanted, record))
    return NULL;

  place = way_items_search (rows->items, &wanted);
  if (place == rows->items->len)
    return NULL;

  found = &g_array_index (rows->items, WayItem, place);

  return way_id_equal (way_record_get_id (found->record), way_record_get_id (record)) ? found
                                                                                      : NULL;
}

const WayItem *
way_layout_find_item (WayLayout *self, const WayId *id)
{
  WayRecord *record = way_plan_lookup (self->plan, id);
  const WayLaneRows *rows = record != NULL ? way_layout_find_rows (self, record) : NULL;

  if (rows == NULL)
    return NULL;

  if (rows->lane.kind == WAY_LANE_CREDENTIALS)
    return find_credential (rows, id);

  return find_milestone (rows, record);
}

/* Exactly what is drawn: edges on whole pixels, wherever the scale's origin lies */
WayRect
way_layout_get_item_rect (WayLayout *self, const WayItem *item, WayScale scale)
{
  const WayLaneRows *rows = way_layout_get_rows (self, item->lane);
  const WayMetrics *metrics = &self->metrics;
  WaySpan span = way_item_get_shape (item, metrics, scale.day_width);
  double offset = scale.origin * scale.day_width;
  double left = way_pixel (span.left - offset);
  double right = MAX (left + 1, way_pixel (span.right - offset));
  double middle = way_lane_rows_get_row_y (rows, self, item->row);
  double height = metrics->bar_height;

  if (rows->lane.folded)
    height = metrics->gap;
  else if (item->shape >= WAY_SHAPE_CREDENTIAL)
    height = metrics->credential_bar;

  return (WayRect){ left, round (middle - height / 2), right - left, height };
}

WayRect
way_layout_get_label_rect (WayLayout *self, const WayItem *item, WayScale scale)
{
  const WayMetrics *metrics = &self->metrics;
  WayRect rect = way_layout_get_item_rect (self, item, scale);
  WaySpan extent = way_item_get_extent (item, self);
  double offset = scale.origin * scale.day_width;
  WayItemIcons icons = way_item_get_icons (item, metrics, rect.width);

  switch ((WayLabelPlace)item->label_place)
    {
    case WAY_LABEL_INSIDE:
      rect.x += metrics->padding;
      if (icons.category_inside)
        rect.x += metrics->icon + metrics->gap / 2;
      if (self->cuts->len > 0)
        rect.x
            = MAX (rect.x, way_pixel (way_item_get_inner_span (item, self, item->label_width).left
                                      - offset));
      break;
    case WAY_LABEL_AFTER:
      rect.x = way_pixel (extent.right - offset) + metrics->gap;
      break;
    case WAY_LABEL_BEFORE:
      rect.x = way_pixel (extent.left - offset) - metrics->gap - ceil (item->label_width);
      break;
    case WAY_LABEL_NONE:
    default:
      break;
    }

  rect.width = item->label_place == WAY_LABEL_NONE ? 0 : ceil (item->label_width);

  return rect;
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  const WayRect *area;
  WayItemFunc func;
  gpointer user_data;
} Visit;

/* FALSE stops; *beyond is set when no later item of the row can touch the area */
static gboolean
visit_item (const Visit *visit, const WayItem *item, gboolean *beyond)
{
  WayRect shape = way_layout_get_item_rect (visit->layout, item, visit->scale);
  WayRect label = way_layout_get_label_rect (visit->layout, item, visit->scale);
  WaySpan extent = way_item_get_extent (item, visit->layout);
  double offset = visit->scale.origin * visit->scale.day_width;
  double left = MIN (extent.left - offset, shape.x);
  double right = MAX (extent.right - offset, shape.x + shape.width);

  if (label.width > 0)
    {
      left = MIN (left, label.x);
      right = MAX (right, label.x + label.width);
    }

  *beyond = left >= visit->area->x + visit->area->width;
  if (*beyond || right <= visit->area->x)
    return TRUE;

  return visit->func (item, visit->user_data);
}

/* The first of items that melt together that answers to the filter, else the first of all */
static WayItem
find_match (const Visit *visit, WayLaneRows *rows, guint row, guint position, guint end)
{
  guint found = position;

  while (found < end && way_lane_rows_get (rows, row, found)->is_dimmed)
    found++;

  return way_lane_rows_place (rows, visit->layout, row, found < end ? found : position);
}

static gboolean
visit_row (const Visit *visit, WayLaneRows *rows, guint row)
{
  double first_day = way_scale_day (visit->scale, visit->area->x);
  guint count = way_lane_rows_count (rows, row);
  guint position;
  guint n_beyond = 0;
  double melted_days = MELTED_STEP / visit->scale.day_width;

  /* items of a folded lane lie over one another, so that the longest says where to begin */
  if (rows->lane.folded)
    first_day -= rows->longest;

  position = way_lane_rows_search (rows, row, first_day);
  position -= MIN (position, NEIGHBOURS);

  while (position < count && n_beyond < NEIGHBOURS)
    {
      WayItem item = way_lane_rows_place (rows, visit->layout, row, position);
      gboolean beyond;

      position++;

      /* what begins on the same few pixels would be drawn over this one */
      if (item.is_melted && position < count)
        {
          guint next = MAX (position, way_lane_rows_search (rows, row, item.start + melted_days));

          if (item.is_dimmed)
            item = find_match (visit, rows, row, position - 1, next);
          position = next;
        }

      if (!visit_item (visit, &item, &beyond))
        return FALSE;

      n_beyond += beyond;
    }

  return TRUE;
}

void
way_lane_rows_get_visible (const WayLaneRows *self, const WayLayout *layout, const WayRect *area,
                           guint *first_row, guint *end_row)
{
  double top = area->y - self->lane.y - layout->metrics.lane_padding;
  double first = floor (top / self->lane.row_height);
  double end = ceil ((top + area->height) / self->lane.row_height);

  *first_row = (guint)CLAMP (first, 0, self->lane.n_rows);
  *end_row = (guint)CLAMP (end, 0, self->lane.n_rows);

  if (self->lane.folded)
    {
      *first_row = 0;
      *end_row = self->lane.n_rows;
    }
}

void
way_layout_foreach_visible (WayLayout *self, WayScale scale, const WayRect *area, WayItemFunc func,
                            gpointer user_data)
{
  Visit visit = { self, scale, area, func, user_data };

  for (guint lane = MAX (0, way_layout_find_lane (self, area->y)); lane < self->lanes->len; lane++)
    {
      WayLaneRows *rows = way_layout_get_rows (self, lane);
      guint row, end_row;

      if (rows->lane.y >= area->y + area->height)
        return;

      way_lane_rows_get_visible (rows, self, area, &row, &end_row);
      for (; row < end_row; row++)
        if (!visit_row (&visit, rows, row))
          return;
    }
}

static double
get_middle (const WayItem *item)
{
  return (item->start + (double)item->end) / 2;
}

static const WayItem *
find_nearest (WayLaneRows *rows, guint row, double day)
{
  guint position = way_lane_rows_search (rows, row, day);
  guint count = way_lane_rows_count (rows, row);
  const WayItem *nearest = NULL;

  for (guint i = position - MIN (position, 1); i < MIN (count, position + 1); i++)
    {
      const WayItem *item = way_lane_rows_get (rows, row, i);

      if (nearest == NULL || fabs (get_middle (item) - day) < fabs (get_middle (nearest) - day))
        nearest = item;
    }

  return nearest;
}

static const WayItem *
get_vertical_neighbour (WayLayout *self, const WayItem *item, int step)
{
  int lane = item->lane;
  int row = (int)item->row + step;

  while (lane >= 0 && lane < (int)self->lanes->len)
    {
      WayLaneRows *rows = way_layout_get_rows (self, lane);

      if (row >= 0 && row < (int)rows->lane.n_rows)
        return find_nearest (rows, row, get_middle (item));

      lane += step;
      if (lane >= 0 && lane < (int)self->lanes->len)
        row = step > 0 ? 0 : (int)way_layout_get_rows (self, lane)->lane.n_rows - 1;
    }

  return NULL;
}

const WayItem *
way_layout_get_neighbour (WayLayout *self, const WayItem *item, WayDirection direction)
{
  const WayLaneRows *rows = way_layout_get_rows (self, item->lane);
  const WayItem *stored = way_layout_find_item (self, way_record_get_id (item->record));
  const WayItem *first = (const WayItem *)rows->items->data;

  if (stored == NULL)
    return NULL;

  switch (direction)
    {
    case WAY_DIRECTION_EARLIER:
      return stored > first ? stored - 1 : NULL;
    case WAY_DIRECTION_LATER:
      return stored + 1 < first + rows->items->len ? stored + 1 : NULL;
    case WAY_DIRECTION_UP:
      return get_vertical_neighbour (self, stored, -1);
    case WAY_DIRECTION_DOWN:
    default:
      return get_vertical_neighbour (self, stored, 1);
    }
}
