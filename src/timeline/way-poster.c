/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets of a poster: the same large page each time, moved, with marks around it.
 */
#include "config.h"

#include "way-poster.h"

#include "way-painter.h"
#include "way-scene-private.h"

#include <glib/gi18n-lib.h>

#define MARK_LENGTH 10.0
#define MARK_GAP 4.0 /* between the picture and a mark */
#define MARK_LINE 0.4
#define FOOT_HEIGHT 20.0                                        /* pixels */
#define MARK_ROOM (MARK_GAP + FOOT_HEIGHT * WAY_POINTS_A_PIXEL) /* marks are not as long */

struct _WayPoster
{
  WayPages parent_instance;

  WayPages *page;
  double width; /* of a sheet, in points */
  double height;
  double margin; /* around what a sheet shows */
  guint across;
  guint down;
};

G_DEFINE_FINAL_TYPE (WayPoster, way_poster, WAY_TYPE_PAGES)

/* How far one sheet is from the next on the page */
static double
get_step (double sheet, double margin)
{
  return sheet - 2 * margin - WAY_POSTER_OVERLAP;
}

double
way_poster_choose_margin (double unreachable)
{
  return unreachable > 0 ? MAX (WAY_POSTER_MARGIN, ceil (unreachable + MARK_ROOM))
                         : WAY_POSTER_MARGIN;
}

void
way_poster_get_page_size (double sheet_width, double sheet_height, double margin, guint across,
                          guint down, double *width, double *height)
{
  *width = get_step (sheet_width, margin) * across + WAY_POSTER_OVERLAP;
  *height = get_step (sheet_height, margin) * down + WAY_POSTER_OVERLAP;
}

WayPages *
way_poster_new (WayPages *page, double sheet_width, double sheet_height, double margin,
                guint across, guint down)
{
  WayPoster *self = g_object_new (WAY_TYPE_POSTER, NULL);
  WayPageFrame *frame = way_pages_get_frame (page);
  WayPageSetup setup = *way_page_frame_get_setup (frame);

  g_return_val_if_fail (across > 0 && down > 0, NULL);

  setup.width = sheet_width;
  setup.height = sheet_height;
  way_pages_set_frame (WAY_PAGES (self),
                       way_page_frame_new (way_page_frame_get_plan (frame), &setup, NULL));
  self->page = g_object_ref (page);
  self->width = sheet_width;
  self->height = sheet_height;
  self->margin = margin;
  self->across = across;
  self->down = down;

  return WAY_PAGES (self);
}

static guint
get_n_pages (WayPages *pages)
{
  WayPoster *self = WAY_POSTER (pages);

  return self->across * self->down;
}

static WayPagePlace
get_place (WayPages *pages, guint page)
{
  WayPoster *self = WAY_POSTER (pages);

  return (WayPagePlace){ .page = page,
                         .n_pages = self->across * self->down,
                         .row = page / self->across,
                         .n_rows = self->down,
                         .column = page % self->across,
                         .n_columns = self->across };
}

/* Sheets are numbered from the left in both directions of writing, as they lie on the table */
static void
draw_foot (WayPoster *self, const WayPagePlace *place, cairo_t *cr)
{
  WayPageFrame *frame = way_pages_get_frame (WAY_PAGES (self));
  WayLabels *labels = way_page_frame_get_labels (frame);
  double room = self->width - 2 * (self->margin + MARK_LENGTH) - WAY_POSTER_OVERLAP;
  double width = floor (room / WAY_POINTS_A_PIXEL);
  g_autoptr (WayScene) scene = way_scene_new (width, FOOT_HEIGHT);
  g_autofree char *text = g_strdup_printf (_ ("sheet %u of %u, row %u column %u"), place->page + 1,
                                           place->n_pages, place->row + 1, place->column + 1);

  way_scene_add_text (scene, (WayRect){ 0, 0, width, FOOT_HEIGHT }, WAY_FONT_SMALL,
                      way_page_frame_get_style (frame)->dim_text, WAY_OP_FLAG_NONE, text);
  cairo_save (cr);
  cairo_translate (cr, self->margin + MARK_LENGTH, self->height - self->margin + MARK_GAP);
  cairo_scale (cr, WAY_POINTS_A_PIXEL, WAY_POINTS_A_PIXEL);
  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);
  way_painter_paint (scene, labels, cr);
  cairo_restore (cr);
}

/* Two lines outside of a corner, along which to cut */
static void
add_corner (cairo_t *cr, double x, double y, int right, int down)
{
  cairo_move_to (cr, x + right * MARK_GAP, y);
  cairo_rel_line_to (cr, right * MARK_LENGTH, 0);
  cairo_move_to (cr, x, y + down * MARK_GAP);
  cairo_rel_line_to (cr, 0, down * MARK_LENGTH);
}

static void
draw_marks (WayPoster *self, const WayPagePlace *place, cairo_t *cr)
{
  static const double dashes[] = { 3, 3 };
  double left = self->margin, right = self->width - self->margin;
  double top = self->margin, bottom = self->height - self->margin;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, MARK_LINE);
  add_corner (cr, left, top, -1, -1);
  add_corner (cr, right, top, 1, -1);
  add_corner (cr, left, bottom, -1, 1);
  add_corner (cr, right, bottom, 1, 1);
  cairo_stroke (cr);

  /* Where the edge of the next sheet is laid */
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  if (place->column + 1 < self->across)
    {
      cairo_move_to (cr, right - WAY_POSTER_OVERLAP, top - MARK_GAP);
      cairo_rel_line_to (cr, 0, -MARK_LENGTH);
      cairo_move_to (cr, right - WAY_POSTER_OVERLAP, bottom + MARK_GAP);
      cairo_rel_line_to (cr, 0, MARK_LENGTH);
    }
  if (place->row + 1 < self->down)
    {
      cairo_move_to (cr, left - MARK_GAP, bottom - WAY_POSTER_OVERLAP);
      cairo_rel_line_to (cr, -MARK_LENGTH, 0);
      cairo_move_to (cr, right + MARK_GAP, bottom - WAY_POSTER_OVERLAP);
      cairo_rel_line_to (cr, MARK_LENGTH, 0);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw (WayPages *pages, guint page, cairo_t *cr)
{
  WayPoster *self = WAY_POSTER (pages);
  WayPagePlace place = get_place (pages, page);

  cairo_save (cr);
  cairo_rectangle (cr, self->margin, self->margin, self->width - 2 * self->margin,
                   self->height - 2 * self->margin);
  cairo_clip (cr);
  cairo_translate (cr, self->margin - place.column * get_step (self->width, self->margin),
                   self->margin - place.row * get_step (self->height, self->margin));
  way_pages_draw (self->page, 0, cr);
  cairo_restore (cr);

  draw_marks (self, &place, cr);
  draw_foot (self, &place, cr);
}

static void
way_poster_finalize (GObject *object)
{
  g_clear_object (&WAY_POSTER (object)->page);

  G_OBJECT_CLASS (way_poster_parent_class)->finalize (object);
}

static double
get_zoom (WayPages *pages)
{
  return way_pages_get_zoom (WAY_POSTER (pages)->page);
}

static void
way_poster_class_init (WayPosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_poster_finalize;
  WAY_PAGES_CLASS (klass)->get_n_pages = get_n_pages;
  WAY_PAGES_CLASS (klass)->get_place = get_place;
  WAY_PAGES_CLASS (klass)->draw = draw;
  WAY_PAGES_CLASS (klass)->get_zoom = get_zoom;
}

static void
way_poster_init (WayPoster *self)
{
}
