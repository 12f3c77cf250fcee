/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One lane: its items in time, and the rows that keep them and their labels apart.
 */
#include "config.h"

#include "way-layout-private.h"

#include "way-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_BAR 6.0     /* pixels, so that the shortest bar can still be seen and hit */
#define WHISKER_MIN 6.0 /* pixels of a whisker that are seen beside its diamond */
#define MELTED_BAR 2.0
#define FLAG_WIDTH 13.0   /* of a deadline */
#define EXPIRY_WIDTH 10.0 /* of a dot */
#define RIGHT_SLACK 24.0  /* pixels by which labels may stand out at the end of the plan */
#define RENEWAL_DAYS 90   /* before it expires, a credential can usually be renewed */
#define ENDLESS_DAYS 366  /* at least so much is drawn of a credential that does not expire */

/* By how many days an end that is "about" fades, by its precision */
static const int fade_days[] = {
  [WAY_PRECISION_NONE] = 0,
  [WAY_PRECISION_YEAR] = 540,
  [WAY_PRECISION_MONTH] = 90,
  [WAY_PRECISION_DAY] = 30,
};

void
way_item_clear (gpointer data)
{
  WayItem *item = data;

  way_record_unref (item->record);
}

WayLaneRows *
way_lane_rows_new (WayLaneKind kind, WayRecord *goal)
{
  WayLaneRows *self = g_new0 (WayLaneRows, 1);

  self->lane.kind = kind;
  self->lane.goal = goal != NULL ? way_record_ref (goal) : NULL;
  self->lane.progress = -1;
  self->items = g_array_new (FALSE, FALSE, sizeof (WayItem));
  g_array_set_clear_func (self->items, way_item_clear);
  self->row_starts = g_new0 (guint, 1);

  return self;
}

void
way_lane_rows_free (WayLaneRows *self)
{
  g_clear_pointer (&self->lane.goal, way_record_unref);
  g_array_unref (self->items);
  g_free (self->order);
  g_free (self->row_starts);
  g_free (self);
}

/* Months stand for themselves: "June to August" is no vaguer than people mean it. Years and "about"
 * are. */
static int
get_fade (WayDate date)
{
  WayPrecision precision = way_date_get_precision (date);

  if (way_date_get_qualifier (date) != WAY_DATE_EXACT)
    return fade_days[precision];

  if (precision == WAY_PRECISION_YEAR)
    return way_date_get_latest (date) + 1 - way_date_get_earliest (date);

  return 0;
}

static gboolean
init_milestone (WayItem *item)
{
  WayDate start = way_record_get_date (item->record, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (item->record, WAY_MILESTONE_END);

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return FALSE;

  item->category = way_record_get_choice (item->record, WAY_MILESTONE_CATEGORY);
  item->status = way_record_get_choice (item->record, WAY_MILESTONE_STATUS);

  if (start == WAY_DATE_NONE || end == WAY_DATE_NONE)
    {
      WayDate date = start != WAY_DATE_NONE ? start : end;

      item->shape = start != WAY_DATE_NONE ? WAY_SHAPE_POINT : WAY_SHAPE_DEADLINE;
      item->start = way_date_get_earliest (date);
      item->end = way_date_get_latest (date) + 1;
      item->start_fade = item->end_fade = get_fade (date) / 2;
      return TRUE;
    }

  item->shape = WAY_SHAPE_BAR;
  item->start = way_date_get_earliest (start);
  item->end = MAX (way_date_get_latest (end), item->start) + 1;
  item->start_fade = MIN (get_fade (start), (item->end - item->start) / 2);
  item->end_fade = MIN (get_fade (end), (item->end - item->start) / 2);

  return TRUE;
}

static gboolean
init_credential (WayItem *item)
{
  WayDate issued = way_record_get_date (item->record, WAY_CREDENTIAL_ISSUED);
  WayDate expires = way_record_get_date (item->record, WAY_CREDENTIAL_EXPIRES);

  if (issued == WAY_DATE_NONE && expires == WAY_DATE_NONE)
    return FALSE;

  item->shape = issued != WAY_DATE_NONE ? WAY_SHAPE_CREDENTIAL : WAY_SHAPE_EXPIRY;
  item->start = way_date_get_earliest (issued != WAY_DATE_NONE ? issued : expires);

  if (expires != WAY_DATE_NONE)
    item->end = MAX (way_date_get_latest (expires), item->start) + 1;
  else
    item->end = item->start + ENDLESS_DAYS;

  return TRUE;
}

gboolean
way_item_init (WayItem *item, WayRecord *record)
{
  *item = (WayItem){ .record = record, .title_width = -1 };

  return way_record_get_kind (record) == WAY_KIND_CREDENTIAL ? init_credential (item)
                                                             : init_milestone (item);
}

void
way_lane_rows_add (WayLaneRows *self, WayRecord *record, WayDay from, WayDay to)
{
  WayItem item;

  if (!way_item_init (&item, record) || (from != WAY_DAY_NONE && item.end <= from)
      || (to != WAY_DAY_NONE && item.start > to))
    return;

  way_record_ref (record);
  g_array_append_val (self->items, item);
  self->is_dirty = TRUE;
}

void
way_lane_rows_extend (WayLaneRows *self, WayDay horizon)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);
      WayDay end = MAX (horizon, item->start + ENDLESS_DAYS);

      if (way_record_has (item->record, WAY_CREDENTIAL_EXPIRES) || item->end == end)
        continue;

      item->end = end;
      self->is_dirty = TRUE;
    }
}

int
way_item_compare (gconstpointer a, gconstpointer b)
{
  const WayItem *left = a;
  const WayItem *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;

  return way_id_compare (way_record_get_id (left->record), way_record_get_id (right->record));
}

const char *
way_item_get_label (const WayItem *item, char **owned)
{
  const char *called = way_record_get_called (item->record);
  WayDate date = WAY_DATE_NONE;

  if (called == NULL)
    called = *owned = way_text_title (item->record);

  if (item->shape == WAY_SHAPE_EXPIRY)
    {
      /* Translators: a credential on the timeline, at the day it expires */
      char *expiry = g_strdup_printf (_ ("%s expires"), called);

      g_free (*owned);
      return *owned = expiry;
    }

  if (item->shape == WAY_SHAPE_POINT)
    date = way_record_get_date (item->record, WAY_MILESTONE_START);
  else if (item->shape == WAY_SHAPE_DEADLINE)
    date = way_record_get_date (item->record, WAY_MILESTONE_END);

  /* a point has no end that could fade */
  if (date != WAY_DATE_NONE && way_date_get_qualifier (date) != WAY_DATE_EXACT)
    {
      char *marked = g_strdup_printf ("~ %s", called);

      g_free (*owned);
      return *owned = marked;
    }

  return called;
}

WayFont
way_item_get_font (const WayItem *item)
{
  return item->shape >= WAY_SHAPE_CREDENTIAL ? WAY_FONT_SMALL : WAY_FONT_LABEL;
}

static double
measure_title (const WayItem *item, WayLabels *labels)
{
  g_autofree char *owned = NULL;
  const char *label = way_item_get_label (item, &owned);

  return way_labels_measure (labels, way_item_get_font (item), label);
}

void
way_lane_rows_sort (WayLaneRows *self, WayLabels *labels, gboolean by_dates)
{
  self->by_dates = by_dates;
  self->longest = 0;
  self->last = WAY_DAY_MIN;
  g_array_sort (self->items, way_item_compare);

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      self->longest = MAX (self->longest, item->end - item->start);
      self->last = MAX (self->last, item->end);

      if (!by_dates && item->title_width < 0)
        item->title_width = measure_title (item, labels);
    }
}

WaySpan
way_item_get_shape (const WayItem *item, const WayMetrics *metrics, double day_width)
{
  double start = item->start * day_width;
  double end = item->end * day_width;

  if (item->is_melted)
    return (WaySpan){ start, MAX (end, start + MELTED_BAR) };

  switch ((WayShape)item->shape)
    {
    case WAY_SHAPE_POINT:
      start = (start + end - metrics->diamond) / 2;
      return (WaySpan){ start, start + metrics->diamond };
    case WAY_SHAPE_DEADLINE:
      return (WaySpan){ end, end + FLAG_WIDTH };
    case WAY_SHAPE_EXPIRY:
      return (WaySpan){ end - EXPIRY_WIDTH / 2, end + EXPIRY_WIDTH / 2 };
    case WAY_SHAPE_BAR:
    case WAY_SHAPE_CREDENTIAL:
    default:
      /* a pixel less, so that a bar and its successor do not run together */
      return (WaySpan){ start, MAX (end - 1, start + MIN_BAR) };
    }
}

gboolean
way_item_has_whisker (const WayItem *item, const WayMetrics *metrics, double day_width)
{
  double width = (item->end - item->start) * day_width;

  return (item->shape == WAY_SHAPE_POINT || item->shape == WAY_SHAPE_DEADLINE)
         && width > metrics->diamond + WHISKER_MIN;
}

WaySpan
way_item_get_extent (const WayItem *item, const WayLayout *layout)
{
  WaySpan span = way_item_get_shape (item, &layout->metrics, layout->day_width);

  if (item->is_melted)
    return span;

  if (way_item_has_whisker (item, &layout->metrics, layout->day_width))
    {
      span.left = MIN (span.left, item->start * layout->day_width);
      span.right = MAX (span.right, item->end * layout->day_width);
    }
  else if (item->shape >= WAY_SHAPE_CREDENTIAL
           && way_record_get_integer (item->record, WAY_CREDENTIAL_RENEWAL) > 0)
    {
      span.right = MAX (span.right, layout->last * layout->day_width);
    }

  return span;
}

gboolean
way_item_has_status_icon (const WayItem *item)
{
  static const gboolean has_icon[WAY_N_STATUSES] = {
    [WAY_STATUS_WAITING] = TRUE,
    [WAY_STATUS_DONE] = TRUE,
    [WAY_STATUS_MISSED] = TRUE,
  };

  return item->shape < WAY_SHAPE_CREDENTIAL && has_icon[item->status];
}

WayItemIcons
way_item_get_icons (const WayItem *item, const WayMetrics *metrics, double width)
{
  gboolean has_status = way_item_has_status_icon (item);
  WayItemIcons icons = { FALSE, FALSE, 0 };

  if (item->shape >= WAY_SHAPE_CREDENTIAL)
    return icons;

  if (item->shape == WAY_SHAPE_BAR)
    {
      double both = 2 * metrics->padding + 2 * metrics->icon + metrics->gap / 2;

      icons.category_inside = width >= metrics->icon + metrics->padding;
      icons.status_inside = has_status && width >= both;
    }
  else
    {
      icons.status_inside = has_status; /* drawn into the diamond or the flag */
    }

  icons.n_outside = !icons.category_inside + (has_status && !icons.status_inside);

  return icons;
}

double
way_item_get_icons_width (const WayItemIcons *icons, const WayMetrics *metrics)
{
  return icons->n_outside * (metrics->icon + metrics->gap / 2);
}

int
way_credential_get_window (WayDay from, WayDay expiry)
{
  return MIN (RENEWAL_DAYS, (expiry - from) / 3);
}

/* How much of a credential's bar is before the window in which it can be renewed */
static double
get_validity_part (const WayItem *item)
{
  if (!way_record_has (item->record, WAY_CREDENTIAL_EXPIRES))
    return 1;

  return 1 - way_credential_get_window (item->start, item->end) / (double)(item->end - item->start);
}

double
way_item_get_inner_width (const WayItem *item, const WayMetrics *metrics, double width)
{
  WayItemIcons icons = way_item_get_icons (item, metrics, width);
  guint n_inside = icons.category_inside + icons.status_inside;

  if (item->shape == WAY_SHAPE_CREDENTIAL)
    return get_validity_part (item) * width - 2 * metrics->padding;

  if (item->shape != WAY_SHAPE_BAR)
    return 0;

  return width - 2 * metrics->padding - n_inside * (metrics->icon + metrics->gap / 2);
}

/* A binary tree over the ends of rows: finds the topmost row that is free from a place on without
 * looking at all. */
typedef struct
{
  double *ends; /* of the tree's nodes, the minimum of the two below each; leaves are rows */
  guint n_leaves;
  guint n_rows;
} RowTree;

static void
row_tree_init (RowTree *self, guint n_leaves)
{
  self->n_leaves = n_leaves;
  self->n_rows = 0;
  self->ends = g_new (double, 2 * n_leaves);

  for (guint i = 0; i < 2 * n_leaves; i++)
    self->ends[i] = -G_MAXDOUBLE;
}

static void
row_tree_set (RowTree *self, guint row, double end)
{
  guint node = self->n_leaves + row;

  self->ends[node] = end;
  for (node /= 2; node >= 1; node /= 2)
    self->ends[node] = MIN (self->ends[2 * node], self->ends[2 * node + 1]);

  self->n_rows = MAX (self->n_rows, row + 1);
}

/* Twice the room, the rows as they were */
static void
row_tree_grow (RowTree *self)
{
  RowTree before = *self;

  row_tree_init (self, before.n_leaves * 2);
  for (guint row = 0; row < before.n_leaves; row++)
    row_tree_set (self, row, before.ends[before.n_leaves + row]);

  self->n_rows = before.n_rows;
  g_free (before.ends);
}

/* The topmost row that ends at left or before; perhaps a new one */
static guint
row_tree_find (RowTree *self, double left)
{
  guint node = 1;

  if (self->ends[1] > left)
    row_tree_grow (self);

  while (node < self->n_leaves)
    node = self->ends[2 * node] <= left ? 2 * node : 2 * node + 1;

  return node - self->n_leaves;
}

static void
pack_by_dates (WayLaneRows *self, WayLayout *layout)
{
  RowTree tree;

  row_tree_init (&tree, 16);

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      item->row = row_tree_find (&tree, item->start);
      item->label_place = WAY_LABEL_NONE;
      row_tree_set (&tree, item->row, item->end);
    }

  self->lane.n_rows = tree.n_rows;
  g_free (tree.ends);
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
  gboolean fits_before;

  item->label_width = title;
  if (title <= way_item_get_inner_width (item, metrics, width))
    return WAY_LABEL_INSIDE;

  item->label_width += way_item_get_icons_width (&icons, metrics);

  fits_before = extent.left - metrics->gap - item->label_width >= layout->first * layout->day_width;

  if (item->shape == WAY_SHAPE_CREDENTIAL && extent.right > shape.right)
    return place_on_credential (item, way_item_get_inner_width (item, metrics, width), fits_before,
                                metrics);

  if (extent.right + metrics->gap + item->label_width > limit && fits_before)
    return WAY_LABEL_BEFORE;

  return WAY_LABEL_AFTER;
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
  RowTree tree;

  row_tree_init (&tree, 16);

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);
      WayLabelPlace place = prefer_place (item, layout);
      WaySpan span = get_span_with_label (item, layout, place);

      item->row = row_tree_find (&tree, span.left);
      item->label_place = place;
      row_tree_set (&tree, item->row, span.right + layout->metrics.gap);
    }

  self->lane.n_rows = tree.n_rows;
  g_free (tree.ends);
}

/* All items in one row, for a folded lane */
static void
pack_folded (WayLaneRows *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      item->row = 0;
      item->label_place = WAY_LABEL_NONE;
    }

  self->lane.n_rows = MIN (1, self->items->len);
}

/* A counting sort by row keeps the order in time within each */
static void
fill_order (WayLaneRows *self)
{
  g_autofree guint *next = NULL;

  self->order = g_renew (guint, self->order, MAX (1, self->items->len));
  self->row_starts = g_renew (guint, self->row_starts, self->lane.n_rows + 1);
  memset (self->row_starts, 0, (self->lane.n_rows + 1) * sizeof (guint));

  for (guint i = 0; i < self->items->len; i++)
    {
      WayItem *item = &g_array_index (self->items, WayItem, i);

      item->lane = self->index;
      self->row_starts[item->row + 1]++;
    }

  for (guint row = 0; row < self->lane.n_rows; row++)
    self->row_starts[row + 1] += self->row_starts[row];

  next = g_memdup2 (self->row_starts, (self->lane.n_rows + 1) * sizeof (guint));
  for (guint i = 0; i < self->items->len; i++)
    self->order[next[g_array_index (self->items, WayItem, i).row]++] = i;
}

void
way_lane_rows_pack (WayLaneRows *self, WayLayout *layout)
{
  const WayMetrics *metrics = &layout->metrics;
  gboolean is_credentials = self->lane.kind == WAY_LANE_CREDENTIALS;
  double rows_height;

  if (self->lane.folded)
    pack_folded (self);
  else if (self->by_dates)
    pack_by_dates (self, layout);
  else
    pack_with_labels (self, layout);

  fill_order (self);
  self->is_dirty = FALSE;
  self->lane.items = (const WayItem *)self->items->data;
  self->lane.n_items = self->items->len;
  self->lane.row_height = is_credentials ? metrics->credential_row : metrics->row_height;
  rows_height = 2 * metrics->lane_padding + self->lane.n_rows * self->lane.row_height;

  if (self->lane.folded)
    self->lane.height = metrics->lane_folded;
  else if (self->lane.kind == WAY_LANE_GOAL)
    self->lane.height = MAX (metrics->lane_minimum, rows_height);
  else
    self->lane.height = MAX (metrics->lane_folded, rows_height);
}

guint
way_lane_rows_search (const WayLaneRows *self, guint row, double day)
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
  double inner = way_item_get_inner_width (item, metrics, shape.right - shape.left);
  WayItemIcons icons = way_item_get_icons (item, metrics, shape.right - shape.left);
  double outside = way_item_get_icons_width (&icons, metrics);

  room -= 2 * metrics->gap;
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
way_lane_rows_place (const WayLaneRows *self, const WayLayout *layout, guint row, guint position)
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
    stored->title_width = measure_title (stored, layout->labels); /* once it is seen, and kept */

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
