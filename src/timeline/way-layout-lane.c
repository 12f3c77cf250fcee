/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One lane: its items in time, and the rows that keep them and their labels apart.
 */
#include "way-layout-private.h"

#include "way-row-tree.h"

#include <math.h>

/* Pixels by which labels may stand out at the end of the plan; less than is left free there when
 * all of it is shown, or they would be cut */
#define RIGHT_SLACK 8.0

WayLaneRows *
way_lane_rows_new (WayLaneKind kind, WayRecord *goal)
{
  WayLaneRows *self = g_new0 (WayLaneRows, 1);

  self->lane.kind = kind;
  self->lane.goal = goal != NULL ? way_record_ref (goal) : NULL;
  self->progress = WAY_LANE_PROGRESS_STALE;
  self->items = way_items_new ();
  self->hidden = way_items_new ();

  return self;
}

void
way_lane_rows_free (WayLaneRows *self)
{
  g_clear_pointer (&self->lane.goal, way_record_unref);
  g_array_unref (self->items);
  g_array_unref (self->hidden);
  g_free (self->row_starts);
  g_free (self);
}

GArray *
way_lane_rows_choose_list (WayLaneRows *self, WayLayout *layout, WayItem *item)
{
  gboolean is_match = way_layout_is_match (layout, item->record);

  item->is_dimmed = !is_match && !layout->hides;

  return is_match || !layout->hides ? self->items : self->hidden;
}

void
way_lane_rows_sort (WayLaneRows *self)
{
  way_items_sort (self->items);
  way_items_sort (self->hidden);
  self->is_dirty = TRUE;
}

void
way_lane_rows_extend (WayLaneRows *self, WayDay horizon)
{
  GArray *const lists[] = { self->items, self->hidden };
  gboolean is_changed = FALSE;

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      is_changed |= way_item_extend (&g_array_index (lists[list], WayItem, i), horizon);

  if (is_changed)
    way_lane_rows_sort (self);
}

static void
measure_items (WayLaneRows *self, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = &g_array_index (items, WayItem, i);

      self->longest = MAX (self->longest, item->end - item->start);
      self->first = MIN (self->first, item->start);
      self->last = MAX (self->last, item->end);
    }
}

void
way_lane_rows_measure (WayLaneRows *self, WayLabels *labels, gboolean by_dates)
{
  self->by_dates = by_dates;
  self->longest = 0;
  self->first = WAY_DAY_MAX;
  self->last = WAY_DAY_MIN;
  self->n_matches = 0;
  self->lane.items = (const WayItem *)(gconstpointer)self->items->data;
  self->lane.n_items = self->items->len;
  measure_items (self, self->items);
  measure_items (self, self->hidden);

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      self->n_matches += !item->is_dimmed;
      if (!by_dates && item->title_width < 0)
        item->title_width = way_item_measure_title (item, labels);
    }
}

static void
pack_by_dates (WayLaneRows *self, WayLayout *layout)
{
  WayItem *items = (WayItem *)(gpointer)self->items->data;
  guint n_items = self->items->len;
  WayRowTree tree;

  way_row_tree_init (&tree);

  for (guint i = 0; i < n_items; i++)
    {
      items[i].row = way_row_tree_find (&tree, items[i].start);
      items[i].lane = self->index;
      items[i].label_place = WAY_LABEL_NONE;
      way_row_tree_set (&tree, items[i].row, items[i].end);
    }

  self->lane.n_rows = tree.n_rows;
  way_row_tree_clear (&tree);
}

/* After it are its renewals, so that only two places are left */
static WayLabelPlace
place_on_credential (WayItem *item, double inner, gboolean fits_before, const WayMetrics *metrics)
{
  if (fits_before)
    return WAY_LABEL_BEFORE;

  item->label_width = inner;

  return inner >= metrics->label_min ? WAY_LABEL_INSIDE : WAY_LABEL_NONE;
}

static WaySpan
get_label_span (const WayItem *item, const WayLayout *layout, WaySpan extent, WayLabelPlace place)
{
  double reach = layout->metrics.gap + item->label_width;

  return place == WAY_LABEL_BEFORE ? (WaySpan){ extent.left - reach, extent.left }
                                   : (WaySpan){ extent.right, extent.right + reach };
}

/* How much of the room after an item is on the same sheet of paper */
static double
get_room_up_to_cut (const WayItem *item, const WayLayout *layout, double room)
{
  double left = way_item_get_extent (item, layout).right + layout->metrics.gap;
  WaySpan piece
      = way_layout_find_piece (layout, (WaySpan){ left, left + room }, layout->metrics.label_min);

  return piece.left == left ? piece.right - left : 0;
}

/* On paper: the other side where @place lies across a cut, or as much as goes up to it */
static WayLabelPlace
keep_off_cuts (WayItem *item, const WayLayout *layout, WaySpan extent, WayLabelPlace place)
{
  WayLabelPlace other = place == WAY_LABEL_AFTER ? WAY_LABEL_BEFORE : WAY_LABEL_AFTER;

  if (!way_layout_is_cut (layout, get_label_span (item, layout, extent, place)))
    return place;
  if (!way_layout_is_cut (layout, get_label_span (item, layout, extent, other)))
    return other;

  item->label_width = get_room_up_to_cut (item, layout, item->label_width);

  return item->label_width >= layout->metrics.label_min ? WAY_LABEL_AFTER : WAY_LABEL_NONE;
}

/* Where the label goes when it has all the room: inside, after, or before at the end of the plan */
static WayLabelPlace
prefer_place (WayItem *item, const WayLayout *layout)
{
  const WayMetrics *metrics = &layout->metrics;
  WaySpan shape = way_item_get_shape (item, metrics, layout->day_width);
  WaySpan extent = way_item_get_extent (item, layout);
  double width = shape.right - shape.left;
  WayItemIcons icons = way_item_get_icons (item, metrics, width);
  double title = MIN (item->title_width, metrics->label_max);
  double limit = layout->last * layout->day_width + RIGHT_SLACK;
  WayLabelPlace place = WAY_LABEL_AFTER;
  gboolean fits_before;
  WaySpan inner;

  item->label_width = title;
  inner = way_item_get_inner_span (item, layout, title);
  if (title <= inner.right - inner.left)
    {
      item->label_width = MIN (item->title_width, inner.right - inner.left);
      return WAY_LABEL_INSIDE; /* where it takes no room from others, however long it is */
    }

  item->label_width += way_item_get_icons_width (&icons, metrics);

  fits_before = extent.left - metrics->gap - item->label_width >= layout->first * layout->day_width;

  if (item->shape == WAY_SHAPE_CREDENTIAL && extent.right > shape.right)
    return place_on_credential (
        item, inner.right - inner.left,
        fits_before
            && !way_layout_is_cut (layout, get_label_span (item, layout, extent, WAY_LABEL_BEFORE)),
        metrics);

  if (extent.right + metrics->gap + item->label_width > limit && fits_before)
    place = WAY_LABEL_BEFORE;

  return keep_off_cuts (item, layout, extent, place);
}

static WaySpan
get_span_with_label (const WayItem *item, const WayLayout *layout, WayLabelPlace place)
{
  WaySpan span = way_item_get_extent (item, layout);

  if (place == WAY_LABEL_BEFORE)
    span.left -= layout->metrics.gap + item->label_width;
  else if (place == WAY_LABEL_AFTER)
    span.right += layout->metrics.gap + item->label_width;

  return span;
}

static void
pack_with_labels (WayLaneRows *self, WayLayout *layout)
{
  WayRowTree tree;

  way_row_tree_init (&tree);

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);
      WayLabelPlace place = prefer_place (item, layout);
      WaySpan span = get_span_with_label (item, layout, place);

      item->row = way_row_tree_find (&tree, span.left);
      item->lane = self->index;
      item->label_place = place;
      way_row_tree_set (&tree, item->row, span.right + layout->metrics.gap);
    }

  self->lane.n_rows = tree.n_rows;
  way_row_tree_clear (&tree);
}

/* All items in one row, for a folded lane */
static void
pack_folded (WayLaneRows *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      item->row = 0;
      item->lane = self->index;
      item->label_place = WAY_LABEL_NONE;
    }

  self->lane.n_rows = MIN (1, self->items->len);
}

/* Room for a number of each item, and of each row with two more; both in one piece of memory */
static void
reserve_order (WayLaneRows *self)
{
  guint n_starts = self->lane.n_rows + 2;
  guint n_numbers = n_starts + self->items->len;

  if (n_numbers > self->n_numbers)
    {
      g_free (self->row_starts);
      self->n_numbers = n_numbers + n_numbers / 8;
      self->row_starts = g_new (guint, self->n_numbers);
    }

  self->order = self->row_starts + n_starts;
}

/* A counting sort by row keeps the order in time within each. Items are counted two rows further on
 * and put in their places by the row before, which then begins where they end. */
void
way_lane_rows_file (WayLaneRows *self)
{
  const WayItem *items = (const WayItem *)(gpointer)self->items->data;
  guint n_items = self->items->len;
  guint *starts, *order;

  reserve_order (self);
  starts = self->row_starts;
  order = self->order;
  memset (starts, 0, (self->lane.n_rows + 2) * sizeof (guint));

  for (guint i = 0; i < n_items; i++)
    starts[items[i].row + 2]++;
  for (guint row = 2; row < self->lane.n_rows + 2; row++)
    starts[row] += starts[row - 1];
  for (guint i = 0; i < n_items; i++)
    order[starts[items[i].row + 1]++] = i;
  self->is_filed = TRUE;
}

void
way_lane_rows_pack (WayLaneRows *self, WayLayout *layout)
{
  const WayMetrics *metrics = &layout->metrics;
  gboolean is_credentials = self->lane.kind == WAY_LANE_CREDENTIALS;
  double rows_height;
  guint n_rows;

  if (self->lane.folded)
    pack_folded (self);
  else if (self->by_dates)
    pack_by_dates (self, layout);
  else
    pack_with_labels (self, layout);

  self->is_filed = FALSE;
  self->is_dirty = FALSE;
  self->lane.row_height = is_credentials ? metrics->credential_row : metrics->row_height;
  /* As in the head, where a line tells of what has no date */
  n_rows = self->lane.n_undated > 0 ? MAX (1, self->lane.n_rows) : self->lane.n_rows;
  rows_height = 2 * metrics->lane_padding + n_rows * self->lane.row_height;

  if (self->lane.folded)
    self->lane.height = metrics->lane_folded;
  else if (self->lane.kind == WAY_LANE_GOAL)
    self->lane.height = MAX (metrics->lane_minimum, rows_height);
  else
    self->lane.height = MAX (metrics->lane_folded, rows_height);
}

guint
way_lane_rows_search (WayLaneRows *self, guint row, double day)
{
  guint low = 0;
  guint high = way_lane_rows_count (self, row);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (way_lane_rows_get (self, row, middle)->start < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Label of an item in a lane packed by dates, with so much room after it */
static void
place_by_room (WayItem *item, const WayLayout *layout, double room)
{
  const WayMetrics *metrics = &layout->metrics;
  WaySpan shape = way_item_get_shape (item, metrics, layout->day_width);
  WaySpan span = way_item_get_inner_span (item, layout, item->title_width);
  double inner = span.right - span.left;
  WayItemIcons icons = way_item_get_icons (item, metrics, shape.right - shape.left);
  double outside = way_item_get_icons_width (&icons, metrics);

  room = get_room_up_to_cut (item, layout, room - 2 * metrics->gap);
  if (MAX (inner, room - outside) < metrics->label_min)
    return;

  if (MIN (item->title_width, metrics->label_max) <= inner || inner >= room - outside)
    {
      item->label_place = WAY_LABEL_INSIDE;
      item->label_width = MIN (item->title_width, inner);
      return;
    }

  item->label_place = WAY_LABEL_AFTER;
  item->label_width = MIN (MIN (item->title_width, metrics->label_max) + outside, room);
}

/* What an item takes up whether it is melted or not */
static WaySpan
get_claim (const WayItem *item, const WayLayout *layout)
{
  WaySpan span = way_item_get_extent (item, layout);

  return (WaySpan){ MIN (span.left, item->start * layout->day_width),
                    MAX (span.right, item->end * layout->day_width - 1) };
}

WayItem
way_lane_rows_place (WayLaneRows *self, const WayLayout *layout, guint row, guint position)
{
  WayItem *stored = way_lane_rows_get (self, row, position);
  WayItem item = *stored;
  WaySpan extent;
  double before = -G_MAXFLOAT;
  double after = G_MAXFLOAT;

  item.is_melted = self->lane.folded;
  if (!self->by_dates || self->lane.folded)
    return item;

  if (position > 0)
    before = get_claim (way_lane_rows_get (self, row, position - 1), layout).right;

  if (position + 1 < way_lane_rows_count (self, row))
    after = get_claim (way_lane_rows_get (self, row, position + 1), layout).left;

  extent = get_claim (&item, layout);
  item.is_melted = before > extent.left || after < extent.right;

  if (item.is_melted)
    return item;

  if (stored->title_width < 0)
    stored->title_width
        = way_item_measure_title (stored, layout->labels); /* once it is seen, and kept */

  item.title_width = stored->title_width;
  place_by_room (&item, layout, after - extent.right);

  return item;
}

double
way_lane_rows_get_row_y (const WayLaneRows *self, const WayLayout *layout, guint row)
{
  if (self->lane.folded)
    return self->lane.y + round (self->lane.height / 2);

  return self->lane.y + layout->metrics.lane_padding + row * self->lane.row_height
         + self->lane.row_height / 2;
}
