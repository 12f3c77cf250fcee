/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item: what it covers in time, how wide it is, what is written at it.
 */
#include "config.h"

#include "way-layout-private.h"

#include "way-item-text.h"

#include <glib/gi18n-lib.h>

#define MIN_BAR 6.0     /* pixels, so that the shortest bar can still be seen and hit */
#define WHISKER_MIN 6.0 /* pixels of a whisker that are seen beside its diamond */
#define MELTED_BAR 2.0
#define FLAG_WIDTH 13.0   /* of a deadline */
#define EXPIRY_WIDTH 10.0 /* of a dot */
#define RENEWAL_DAYS 90   /* before it expires, a credential can usually be renewed */
#define ENDLESS_DAYS 366  /* at least so much is drawn of a credential that does not expire */

/* By how many days an end that is "about" fades, by its precision */
static const int fade_days[] = {
  [WAY_PRECISION_NONE] = 0,
  [WAY_PRECISION_YEAR] = 540,
  [WAY_PRECISION_MONTH] = 90,
  [WAY_PRECISION_DAY] = 30,
};

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
way_item_is_undated (const WayRecord *record)
{
  return way_record_get_kind (record) == WAY_KIND_MILESTONE
         && way_record_get_date (record, WAY_MILESTONE_START) == WAY_DATE_NONE
         && way_record_get_date (record, WAY_MILESTONE_END) == WAY_DATE_NONE;
}

gboolean
way_item_init (WayItem *item, WayRecord *record)
{
  *item = (WayItem){ .record = record, .title_width = -1 };

  return way_record_get_kind (record) == WAY_KIND_CREDENTIAL ? init_credential (item)
                                                             : init_milestone (item);
}

gboolean
way_item_extend (WayItem *self, WayDay horizon)
{
  WayDay end = MAX (horizon, self->start + ENDLESS_DAYS);

  if (way_record_has (self->record, WAY_CREDENTIAL_EXPIRES) || self->end == end)
    return FALSE;

  self->end = end;

  return TRUE;
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

double
way_item_measure_title (const WayItem *item, WayLabels *labels)
{
  g_autofree char *owned = NULL;
  const char *label = way_item_get_label (item, &owned);

  return way_labels_measure (labels, way_item_get_font (item), label);
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

WaySpan
way_item_get_inner_span (const WayItem *item, const WayLayout *layout, double wanted)
{
  const WayMetrics *metrics = &layout->metrics;
  WaySpan shape = way_item_get_shape (item, metrics, layout->day_width);
  double width = shape.right - shape.left;
  WaySpan inner = { shape.left + metrics->padding, 0 };

  if (way_item_get_icons (item, metrics, width).category_inside)
    inner.left += metrics->icon + metrics->gap / 2;
  inner.right = inner.left + way_item_get_inner_width (item, metrics, width);

  return way_layout_find_piece (layout, inner, wanted);
}
