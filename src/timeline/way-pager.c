/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan on pages: what stands on which page, and the title, legend and numbers around it.
 */
#include "config.h"

#include "way-pager.h"

#include "way-item-text.h"
#include "way-layout-private.h"
#include "way-legend.h"
#include "way-overlay.h"
#include "way-painter.h"
#include "way-scene-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_A_PIXEL 0.6 /* labels of 8 points */
#define SMALLEST 0.12      /* of the same, when much is to fit on few pages */
#define SHRINK 0.95        /* from one try to the next */
#define MARGIN 30.0        /* points, at all sides */
#define TITLE_HEIGHT 52.0  /* pixels, as all below */
#define FOOT_HEIGHT 22.0
#define MAX_PAGES 2000
#define MIN_WIDTH 120.0 /* of the body: less is no timeline */
#define MIN_HEIGHT 30.0

struct _WayPager
{
  WayPlan *plan;
  WayLabels *labels;
  WayLayout *layout;
  const WayStyle *style;
  WayDay today;
  gboolean rtl;
  double page_width; /* points */
  double page_height;
  double zoom; /* points a pixel */
  WayScale scale;
  guint n_columns;
  GArray *breaks; /* of double: y where each row of pages begins, and the end */
  WayDay first;
  WayDay last;
  double legend_height;
};

/* Sizes of the parts of a page, in pixels */
static double
get_width (const WayPager *self)
{
  return floor ((self->page_width - 2 * MARGIN) / self->zoom);
}

static double
get_body_width (const WayPager *self)
{
  return get_width (self) - way_layout_get_metrics (self->layout)->head_width;
}

static double
get_body_height (const WayPager *self)
{
  return floor ((self->page_height - 2 * MARGIN) / self->zoom - TITLE_HEIGHT - self->legend_height
                - FOOT_HEIGHT - way_layout_get_metrics (self->layout)->scale_height);
}

/* Where a lane that is taller than a page may be cut: after the last row that fits */
static double
cut_lane (const WayPager *self, const WayLane *lane, double top, double height)
{
  double first_row = lane->y + way_layout_get_metrics (self->layout)->lane_padding;
  double n_rows = floor ((top + height - first_row) / lane->row_height);
  double cut = first_row + n_rows * lane->row_height;

  return cut > top ? cut : top + height;
}

/* Half a page left empty reads worse than a tall lane that goes on overleaf */
static gboolean
may_be_cut (const WayLane *lane, double top, double height)
{
  return lane->height > height / 2 && top + height - lane->y > height / 3;
}

/* Rows of pages: breaks between lanes, through tall lanes between rows */
static void
find_breaks (WayPager *self)
{
  double height = get_body_height (self);
  double top = 0;

  g_array_set_size (self->breaks, 0);
  g_array_append_val (self->breaks, top);

  for (guint i = 0; i < way_layout_get_n_lanes (self->layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, i);

      if (lane->y + lane->height > top + height && lane->y > top && !may_be_cut (lane, top, height))
        {
          top = lane->y;
          g_array_append_val (self->breaks, top);
        }

      while (lane->y + lane->height > top + height && self->breaks->len <= MAX_PAGES)
        {
          top = cut_lane (self, lane, top, height);
          g_array_append_val (self->breaks, top);
        }
    }

  top = way_layout_get_height (self->layout);
  g_array_append_val (self->breaks, top);
}

static guint
count_page_rows (const WayPager *self)
{
  return self->breaks->len - 1;
}

/* Lays out for a zoom: the scale first, for the rows depend on it */
static void
arrange (WayPager *self, const WayRenderOptions *options, double zoom)
{
  double body;
  g_autoptr (WayScene) legend = NULL;

  self->zoom = zoom;
  legend = way_legend_build (self->layout, self->style, get_width (self), self->rtl);
  self->legend_height = legend->height;
  body = get_body_width (self);

  if (options->day_width > 0)
    {
      double pixels = (self->last + 1 - self->first) * options->day_width / zoom;

      self->scale = (WayScale){ self->first, options->day_width / zoom };
      self->n_columns = (guint)CLAMP (ceil (pixels / body), 1, MAX_PAGES);
    }
  else
    {
      self->n_columns = options->pages_across;
      self->scale = way_scale_fit (self->first, self->last, body * self->n_columns);
    }

  self->scale = way_scale_align (self->scale);
  way_layout_set_day_width (self->layout, self->scale.day_width);
  find_breaks (self);
}

static void
choose_days (WayPager *self, const WayRenderOptions *options)
{
  if (!way_layout_get_span (self->layout, &self->first, &self->last))
    {
      self->first = options->today;
      self->last = options->today + 365;
    }

  if (options->from != WAY_DAY_NONE)
    self->first = options->from;

  if (options->to != WAY_DAY_NONE)
    self->last = options->to;

  self->last = MAX (self->last, self->first);
}

static gboolean
check_options (const WayRenderOptions *options, GError **error)
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
    g_set_error_literal (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION, problem);

  return problem == NULL;
}

static gboolean
check_pages (const WayPager *self, const WayRenderOptions *options, GError **error)
{
  if (get_body_width (self) < MIN_WIDTH || get_body_height (self) < MIN_HEIGHT)
    {
      g_set_error_literal (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
                           _ ("The page is too small for a timeline. Choose larger paper."));
      return FALSE;
    }

  if ((guint64)count_page_rows (self) * self->n_columns > MAX_PAGES)
    {
      g_set_error (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
                   _ ("The plan would take more than %d pages. Choose a smaller scale, fewer days "
                      "or one goal."),
                   MAX_PAGES);
      return FALSE;
    }

  if (options->pages_down > 0 && count_page_rows (self) > options->pages_down)
    {
      g_set_error_literal (
          error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
          _ ("The plan does not fit on so few pages. Allow more pages or draw one goal."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
init_layout (WayPager *self, const WayRenderOptions *options, GError **error)
{
  self->layout = way_layout_new (self->plan, self->labels, 1);
  way_layout_set_progress_func (self->layout, options->progress, options->progress_data);

  if (!way_id_is_null (&options->goal))
    {
      if (way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, &options->goal) == NULL)
        {
          char text[WAY_ID_BUFFER_SIZE];

          g_set_error (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
                       _ ("The plan has no goal with the id %s. Name one of its goals."),
                       way_id_format (&options->goal, text));
          return FALSE;
        }

      way_layout_set_root (self->layout, &options->goal);
    }

  if (options->from != WAY_DAY_NONE || options->to != WAY_DAY_NONE)
    way_layout_set_range (self->layout, options->from, options->to);

  return TRUE;
}

WayPager *
way_pager_new (WayPlan *plan, const WayRenderOptions *options, double page_width,
               double page_height, GError **error)
{
  g_autoptr (WayPager) self = NULL;
  double zoom = POINTS_A_PIXEL;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);

  if (!check_options (options, error))
    return NULL;

  self = g_new0 (WayPager, 1);
  self->plan = g_object_ref (plan);
  self->labels = way_labels_new (NULL);
  self->style = way_style_get (options->theme);
  self->today = options->today;
  self->rtl = options->rtl;
  self->page_width = page_width;
  self->page_height = page_height;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));

  if (!init_layout (self, options, error))
    return NULL;

  choose_days (self, options);
  arrange (self, options, zoom);

  while (options->pages_down > 0 && count_page_rows (self) > options->pages_down && zoom > SMALLEST)
    {
      zoom *= SHRINK;
      arrange (self, options, zoom);
    }

  if (!check_pages (self, options, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
way_pager_free (WayPager *self)
{
  g_clear_pointer (&self->layout, way_layout_free);
  g_array_unref (self->breaks);
  way_labels_unref (self->labels);
  g_object_unref (self->plan);
  g_free (self);
}

guint
way_pager_get_n_pages (WayPager *self)
{
  return count_page_rows (self) * self->n_columns;
}

double
way_pager_get_natural_height (WayPager *self)
{
  double page = (self->page_height - 2 * MARGIN) / self->zoom;
  double around = page - get_body_height (self);

  return ceil ((way_layout_get_height (self->layout) + around + 1) * self->zoom + 2 * MARGIN);
}

static void
paint (WayPager *self, WayScene *scene, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  way_painter_paint (scene, self->labels, cr);
  cairo_restore (cr);
}

/* "Ada Lovelace · January 2026 to December 2029" */
static char *
make_subtitle (WayPager *self)
{
  WayDate first = way_date_new (WAY_PRECISION_MONTH, self->first, WAY_DATE_EXACT);
  WayDate last = way_date_new (WAY_PRECISION_MONTH, self->last, WAY_DATE_EXACT);
  const char *owner = way_record_get_text (way_plan_get_root (self->plan), WAY_PLAN_OWNER);
  g_autofree char *range = way_text_range (first, last);

  if (owner == NULL)
    return g_steal_pointer (&range);

  return g_strdup_printf ("%s · %s", owner, range);
}

static void
draw_title (WayPager *self, cairo_t *cr)
{
  double width = get_width (self);
  g_autoptr (WayScene) scene = way_scene_new (width, TITLE_HEIGHT);
  g_autofree char *title = way_text_title (way_plan_get_root (self->plan));
  g_autofree char *subtitle = make_subtitle (self);

  way_scene_add_text (scene, (WayRect){ 0, 0, width, 26 }, WAY_FONT_TITLE, self->style->text,
                      WAY_OP_FLAG_NONE, title);
  way_scene_add_text (scene, (WayRect){ 0, 25, width, 18 }, WAY_FONT_SMALL, self->style->dim_text,
                      WAY_OP_FLAG_NONE, subtitle);

  if (self->rtl)
    way_scene_mirror_from (scene, 0);

  paint (self, scene, cr, 0, 0);
}

static void
draw_foot (WayPager *self, guint page, cairo_t *cr, double y)
{
  double width = get_width (self);
  g_autoptr (WayScene) scene = way_scene_new (width, FOOT_HEIGHT);
  guint n_pages = way_pager_get_n_pages (self);
  g_autofree char *text = NULL;

  if (n_pages == 1)
    return;

  if (self->n_columns == 1 || count_page_rows (self) == 1)
    text = g_strdup_printf (_ ("page %u of %u"), page + 1, n_pages);
  else
    text = g_strdup_printf (_ ("page %u of %u, row %u column %u"), page + 1, n_pages,
                            page / self->n_columns + 1, page % self->n_columns + 1);

  way_scene_add_text (scene, (WayRect){ 0, 0, width, FOOT_HEIGHT }, WAY_FONT_SMALL,
                      self->style->dim_text, WAY_OP_RIGHT, text);

  if (self->rtl)
    way_scene_mirror_from (scene, 0);

  paint (self, scene, cr, 0, y);
}

/* What page shows: the days of its column, the lanes of its row */
static WayViewport
get_viewport (WayPager *self, guint page)
{
  const WayMetrics *metrics = way_layout_get_metrics (self->layout);
  guint row = page / self->n_columns;
  guint column = page % self->n_columns;
  double top = g_array_index (self->breaks, double, row);
  double bottom = g_array_index (self->breaks, double, row + 1);
  WayViewport viewport = { .scale = self->scale,
                           .scroll_y = top,
                           .width = get_width (self),
                           .height = metrics->scale_height + bottom - top,
                           .head_width = metrics->head_width,
                           .scale_height = metrics->scale_height,
                           .rtl = self->rtl };

  viewport.scale.origin += column * get_body_width (self) / self->scale.day_width;

  return viewport;
}

void
way_pager_draw (WayPager *self, guint page, cairo_t *cr)
{
  WayViewport viewport;
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayScene) legend = NULL;

  g_return_if_fail (page < way_pager_get_n_pages (self));

  viewport = get_viewport (self, page);
  scene = way_scene_build (self->layout, &viewport, self->style, WAY_SCENE_ALL & ~WAY_SCENE_FOLDS);
  way_overlay_add_today (scene, self->labels, &viewport, self->style, self->today);
  legend = way_legend_build (self->layout, self->style, get_width (self), self->rtl);
  way_labels_begin_frame (self->labels, WAY_LABELS_NO_BUDGET);

  cairo_save (cr);
  cairo_set_source_rgb (cr, (self->style->background >> 24) / 255.0,
                        (self->style->background >> 16 & 0xff) / 255.0,
                        (self->style->background >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, self->zoom, self->zoom);
  draw_title (self, cr);
  paint (self, scene, cr, 0, TITLE_HEIGHT);
  paint (self, legend, cr, 0, TITLE_HEIGHT + viewport.height + 8);
  draw_foot (self, page, cr, (self->page_height - 2 * MARGIN) / self->zoom - FOOT_HEIGHT);
  cairo_restore (cr);
}
