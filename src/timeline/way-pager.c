/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline on pages: what stands on which page.
 */
#include "config.h"

#include "way-pager.h"

#include "way-item-text.h"
#include "way-layout-private.h"
#include "way-legend.h"
#include "way-overlay.h"
#include "way-page-columns.h"
#include "way-page-link.h"
#include "way-page-rows.h"
#include "way-pager-source.h"
#include "way-painter.h"
#include "way-scene-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALLEST 0.12  /* points a pixel, when much is to fit on few pages */
#define SHRINK 0.95    /* from one try to the next */
#define LEGEND_GAP 8.0 /* pixels above it */
#define MAX_PAGES 2000
#define MIN_WIDTH 120.0 /* of the body: less is no timeline */
#define MIN_HEIGHT 30.0
#define EMPTY_DAYS 365 /* of a plan without dates */

G_DEFINE_QUARK (way - pages - error - quark, way_pages_error)

struct _WayPager
{
  WayPages parent_instance;

  WayPagerSource *source;
  const WayStyle *style;
  WayPageSetup setup;
  WayRect body;    /* of the frame, in points */
  double zoom;     /* points a pixel */
  WayScale scale;  /* of the first column */
  GArray *columns; /* of double: the day where each column begins, and the end */
  GArray *breaks;  /* of double: y where each row of pages begins, and the end */
  WayDay first;
  WayDay last;
  gboolean has_legend;
  double legend_height;
};

G_DEFINE_FINAL_TYPE (WayPager, way_pager, WAY_TYPE_PAGES)

static const WayMetrics *
get_metrics (const WayPager *self)
{
  return way_layout_get_metrics (way_pager_source_get_layout (self->source));
}

static void
cut_layout (const WayPager *self)
{
  way_pager_source_cut (self->source, self, (const double *)(gconstpointer)self->columns->data,
                        self->columns->len, self->scale.day_width);
}

/* As it is for these pages, though others may share it */
static WayLayout *
get_layout (const WayPager *self)
{
  if (!way_pager_source_is_cut_for (self->source, self))
    cut_layout (self);

  return way_pager_source_get_layout (self->source);
}

/* Sizes of the parts of a page, in pixels */
static double
get_width (const WayPager *self)
{
  return floor (self->body.width / self->zoom);
}

static double
get_body_width (const WayPager *self)
{
  return get_width (self) - get_metrics (self)->head_width;
}

static gboolean
is_as_tall_as_it_takes (const WayPager *self)
{
  return self->setup.height == 0;
}

static double
get_body_height (const WayPager *self)
{
  if (is_as_tall_as_it_takes (self))
    return MAX (MIN_HEIGHT, way_layout_get_height (get_layout (self)));

  return floor (self->body.height / self->zoom - self->legend_height
                - get_metrics (self)->scale_height);
}

static guint
count_rows (const WayPager *self)
{
  return self->breaks->len - 1;
}

static guint
count_columns (const WayPager *self)
{
  return self->columns->len - 1;
}

static WayScene *
build_legend (const WayPager *self)
{
  if (!self->has_legend)
    return way_scene_new (get_width (self), 0);

  return way_legend_build (way_pager_source_get_layout (self->source), self->style,
                           get_width (self), self->setup.rtl);
}

static double
measure_legend (const WayPager *self)
{
  g_autoptr (WayScene) legend = build_legend (self);

  return legend->height > 0 ? legend->height + LEGEND_GAP : 0;
}

/* Lays out for a zoom: the scale first, for the rows depend on it */
static void
arrange (WayPager *self, const WayPagerOptions *options, double zoom)
{
  WayPageColumns columns = { .layout = way_pager_source_get_layout (self->source),
                             .first = self->first,
                             .last = self->last };

  self->zoom = zoom;
  self->legend_height = measure_legend (self);
  columns.body = get_body_width (self);

  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = options->day_width > 0
                      ? way_page_columns_scale (&columns, options->day_width / zoom, &self->scale)
                      : way_page_columns_fit (&columns, options->pages_across, &self->scale);
  cut_layout (self);
  g_clear_pointer (&self->breaks, g_array_unref);
  self->breaks = way_page_rows_fit (get_layout (self), get_body_height (self), MAX_PAGES);
}

static void
choose_days (WayPager *self, const WayPagerOptions *options)
{
  if (!way_layout_get_span (way_pager_source_get_layout (self->source), &self->first, &self->last))
    {
      self->first = self->setup.today;
      self->last = self->setup.today + EMPTY_DAYS;
    }

  if (options->from != WAY_DAY_NONE)
    self->first = options->from;

  if (options->to != WAY_DAY_NONE)
    self->last = options->to;

  self->last = MAX (self->last, self->first);
}

static gboolean
check_options (const WayPagerOptions *options, GError **error)
{
  const char *problem = NULL;

  if (options->from != WAY_DAY_NONE && options->to != WAY_DAY_NONE && options->from > options->to)
    problem = _ ("The first day to draw is after the last one. Swap them.");
  else if (options->pages_across < 1 || options->pages_across > 20 || options->pages_down > 100)
    problem = _ ("A plan can be drawn on 1 to 20 pages side by side and up to 100 below one "
                 "another. Choose fewer.");
  else if (options->day_width < 0 || options->day_width > WAY_SCALE_MAX_DAY_WIDTH)
    problem = _ ("The scale has to be more than 0 and at most 120 points a day.");

  if (problem != NULL)
    g_set_error_literal (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION, problem);

  return problem == NULL;
}

static gboolean
check_pages (const WayPager *self, const WayPagerOptions *options, GError **error)
{
  if (get_body_width (self) < MIN_WIDTH || get_body_height (self) < MIN_HEIGHT)
    {
      g_set_error_literal (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                           _ ("The page is too small for a timeline. Choose larger paper."));
      return FALSE;
    }

  if ((guint64)count_rows (self) * count_columns (self) > MAX_PAGES)
    {
      g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                   _ ("The plan would take more than %d pages. Choose a smaller scale, fewer days "
                      "or one goal."),
                   MAX_PAGES);
      return FALSE;
    }

  if (options->pages_down > 0 && count_rows (self) > options->pages_down)
    {
      g_set_error_literal (
          error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
          _ ("The plan does not fit on so few pages. Allow more pages or draw one goal."));
      return FALSE;
    }

  return TRUE;
}

gboolean
way_pager_options_check_goals (const WayPagerOptions *self, WayPlan *plan, GError **error)
{
  char text[WAY_ID_BUFFER_SIZE];

  for (guint i = 0; i < self->n_goals; i++)
    if (way_plan_lookup_kind (plan, WAY_KIND_GOAL, &self->goals[i]) == NULL)
      {
        g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                     _ ("The plan has no goal with the id %s. Name one of its goals."),
                     way_id_format (&self->goals[i], text));
        return FALSE;
      }

  return TRUE;
}

/* A picture at a chosen scale is as wide as that makes it */
static void
widen_picture (WayPager *self, const WayPagerOptions *options)
{
  double heads = get_metrics (self)->head_width * WAY_POINTS_A_PIXEL;
  double wanted
      = (self->last + 1 - self->first) * options->day_width + heads + 2 * self->setup.margin + 1;

  if (is_as_tall_as_it_takes (self) && options->day_width > 0)
    self->setup.width = MAX (self->setup.width, ceil (wanted));
}

static void
init_frame (WayPager *self)
{
  WayDate first = way_date_new (WAY_PRECISION_MONTH, self->first, WAY_DATE_EXACT);
  WayDate last = way_date_new (WAY_PRECISION_MONTH, self->last, WAY_DATE_EXACT);
  g_autofree char *range = way_text_range (first, last);
  WayPageFrame *frame
      = way_page_frame_new (way_pager_source_get_plan (self->source), &self->setup, range);

  way_pages_set_frame (WAY_PAGES (self), frame);
  self->body = way_page_frame_get_body (frame);
}

WayPages *
way_pager_new (WayPlan *plan, const WayPageSetup *setup, const WayPagerOptions *options,
               GError **error)
{
  g_autoptr (WayPagerSource) source = NULL;
  g_autoptr (WayPager) self = NULL;
  double zoom = WAY_POINTS_A_PIXEL;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);

  if (!check_options (options, error))
    return NULL;

  source = options->source != NULL ? way_pager_source_ref (options->source)
                                   : way_pager_source_new (plan, options, error);
  if (source == NULL)
    return NULL;

  self = g_object_new (WAY_TYPE_PAGER, NULL);
  self->source = g_steal_pointer (&source);
  self->style = way_style_get (setup->theme);
  self->setup = *setup;
  self->has_legend = options->has_legend;

  choose_days (self, options);
  widen_picture (self, options);
  init_frame (self);
  arrange (self, options, zoom);

  while (options->pages_down > 0 && count_rows (self) > options->pages_down && zoom > SMALLEST)
    {
      zoom *= SHRINK;
      arrange (self, options, zoom);
    }

  if (!check_pages (self, options, error))
    return NULL;

  return WAY_PAGES (g_steal_pointer (&self));
}

static guint
get_n_pages (WayPages *pages)
{
  WayPager *self = WAY_PAGER (pages);

  return count_rows (self) * count_columns (self);
}

static WayPagePlace
get_place (WayPages *pages, guint page)
{
  WayPager *self = WAY_PAGER (pages);
  guint n_columns = count_columns (self);

  return (WayPagePlace){ .page = page,
                         .n_pages = get_n_pages (pages),
                         .row = page / n_columns,
                         .n_rows = count_rows (self),
                         .column = page % n_columns,
                         .n_columns = n_columns };
}

static double
get_zoom (WayPages *pages)
{
  return WAY_PAGER (pages)->zoom;
}

static double
get_natural_height (WayPages *pages)
{
  WayPager *self = WAY_PAGER (pages);

  return ceil ((get_body_height (self) + get_metrics (self)->scale_height + self->legend_height)
               * self->zoom);
}

/* What page shows: the days of its column, the lanes of its row */
static WayViewport
get_viewport (WayPager *self, const WayPagePlace *place)
{
  const WayMetrics *metrics = get_metrics (self);
  const double *columns = (const double *)(gconstpointer)self->columns->data;
  double top = g_array_index (self->breaks, double, place->row);
  double bottom = g_array_index (self->breaks, double, place->row + 1);
  double days = columns[place->column + 1] - columns[place->column];

  return (WayViewport){ .scale = { columns[place->column], self->scale.day_width },
                        .scroll_y = top,
                        .width = metrics->head_width + way_pixel (days * self->scale.day_width),
                        .height = metrics->scale_height + bottom - top,
                        .head_width = metrics->head_width,
                        .scale_height = metrics->scale_height,
                        .rtl = self->setup.rtl };
}

typedef struct
{
  WayPager *pager;
  const WayViewport *viewport;
  cairo_t *cr;
} Linking;

static gboolean
on_item_to_link (const WayItem *item, gpointer user_data)
{
  const Linking *linking = user_data;
  WayPager *self = linking->pager;
  const WayViewport *viewport = linking->viewport;
  const char *address = way_pager_source_get_link (self->source, way_record_get_id (item->record));
  WayRect rect;

  if (address == NULL)
    return TRUE;

  rect = way_layout_get_item_rect (get_layout (self), item, viewport->scale);
  rect.width = MIN (rect.x + rect.width, way_viewport_body_width (viewport)) - MAX (0, rect.x);
  rect.x = MAX (0, rect.x) + viewport->head_width;
  rect.y += viewport->scale_height - viewport->scroll_y;
  rect = way_viewport_mirror (viewport, rect);
  if (rect.width > 0)
    way_page_link_add (linking->cr, &rect, address);

  return TRUE;
}

static void
add_links (WayPager *self, const WayViewport *viewport, cairo_t *cr)
{
  Linking linking = { self, viewport, cr };
  WayRect area = way_viewport_get_area (viewport);

  if (way_page_link_is_wanted (cr))
    way_layout_foreach_visible (get_layout (self), viewport->scale, &area, on_item_to_link,
                                &linking);
}

static void
draw_body (WayPages *pages, guint page, cairo_t *cr)
{
  WayPager *self = WAY_PAGER (pages);
  WayPagePlace place = get_place (pages, page);
  WayViewport viewport = get_viewport (self, &place);
  WayLayout *layout = get_layout (self);
  WayLabels *labels = way_layout_get_labels (layout);
  g_autoptr (WayScene) legend = build_legend (self);
  g_autoptr (WayScene) scene
      = way_scene_build (layout, &viewport, self->style,
                         (WAY_SCENE_ALL & ~(WAY_SCENE_FOLDS | WAY_SCENE_PINS)) | WAY_SCENE_CUTS);

  way_overlay_add_today (scene, labels, &viewport, self->style, self->setup.today);
  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);

  cairo_scale (cr, self->zoom, self->zoom);
  cairo_save (cr);
  if (self->setup.rtl)
    cairo_translate (cr, get_width (self) - viewport.width, 0);
  way_painter_paint (scene, labels, cr);
  add_links (self, &viewport, cr);
  cairo_restore (cr);
  cairo_translate (cr, 0, viewport.height + LEGEND_GAP);
  way_painter_paint (legend, labels, cr);
}

/* Goals; those that are part of others below them */
static void
visit_bookmarks (WayPages *pages, WayBookmarkFunc func, gpointer user_data)
{
  WayPager *self = WAY_PAGER (pages);
  WayLayout *layout = get_layout (self);
  guint row = 0;

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);
      double scale_height = get_metrics (self)->scale_height;
      g_autofree char *title = NULL;

      while (row + 1 < count_rows (self)
             && lane->y >= g_array_index (self->breaks, double, row + 1))
        row++;
      if (lane->goal == NULL)
        continue;

      title = way_text_title (lane->goal);
      func (&(WayBookmark){ .title = title,
                            .level = lane->depth,
                            .page = row * count_columns (self),
                            .y
                            = self->body.y
                              + (scale_height + lane->y - g_array_index (self->breaks, double, row))
                                    * self->zoom },
            user_data);
    }
}

static void
way_pager_finalize (GObject *object)
{
  WayPager *self = WAY_PAGER (object);

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  way_pager_source_unref (self->source);

  G_OBJECT_CLASS (way_pager_parent_class)->finalize (object);
}

static void
way_pager_class_init (WayPagerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_pager_finalize;
  WAY_PAGES_CLASS (klass)->get_n_pages = get_n_pages;
  WAY_PAGES_CLASS (klass)->get_place = get_place;
  WAY_PAGES_CLASS (klass)->draw_body = draw_body;
  WAY_PAGES_CLASS (klass)->get_body_height = get_natural_height;
  WAY_PAGES_CLASS (klass)->get_zoom = get_zoom;
  WAY_PAGES_CLASS (klass)->visit_bookmarks = visit_bookmarks;
}

static void
way_pager_init (WayPager *self)
{
}
