/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Anything that is drawn on pages: what the printer, its preview and files ask of it.
 */
#pragma once

#include "way-page-frame.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_PAGES (way_pages_get_type ())
/**
 * WayPages:
 *
 * The pages of a plan as it was when they were made; the plan must not change meanwhile. For one
 * thread at a time.
 */
G_DECLARE_DERIVABLE_TYPE (WayPages, way_pages, WAY, PAGES, GObject)

/**
 * WayBookmark:
 * @title: what it is called; good during the call
 * @level: 0 for one that is part of none
 * @page: from 0
 * @y: in points, from the top of the page
 */
typedef struct
{
  const char *title;
  guint level;
  guint page;
  double y;
} WayBookmark;

typedef void (*WayBookmarkFunc) (const WayBookmark *bookmark, gpointer user_data);

/**
 * WayPagesClass:
 * @get_n_pages: how many there are, at least 1
 * @get_place: where a page is among all; without it pages are one below the other
 * @draw_body: draws what is within the frame; in points, the body's corner at the origin
 * @get_body_height: points that the body of the only page takes; for pages as tall as it takes
 * @draw: draws all of a page; without it ground, frame and body
 * @get_zoom: points that a pixel takes; without it WAY_POINTS_A_PIXEL
 * @visit_bookmarks: (nullable): calls for each bookmark, in the order of pages
 */
struct _WayPagesClass
{
  GObjectClass parent_class;

  guint (*get_n_pages) (WayPages *self);
  WayPagePlace (*get_place) (WayPages *self, guint page);
  void (*draw_body) (WayPages *self, guint page, cairo_t *cr);
  double (*get_body_height) (WayPages *self);
  void (*draw) (WayPages *self, guint page, cairo_t *cr);
  double (*get_zoom) (WayPages *self);
  void (*visit_bookmarks) (WayPages *self, WayBookmarkFunc func, gpointer user_data);
};

/**
 * way_pages_set_frame:
 * @frame: (transfer full): what stands around the body of each page
 *
 * For those who make pages; to be called before anything else.
 */
void way_pages_set_frame (WayPages *self, WayPageFrame *frame);
WayPageFrame *way_pages_get_frame (WayPages *self);

guint way_pages_get_n_pages (WayPages *self);
WayPagePlace way_pages_get_place (WayPages *self, guint page);

/**
 * way_pages_get_size:
 * @width: (out): of each page, in points
 * @height: (out): of each page, in points
 */
void way_pages_get_size (WayPages *self, double *width, double *height);

/**
 * way_pages_get_zoom:
 *
 * Returns: points that a pixel takes: the less, the smaller everything is
 */
double way_pages_get_zoom (WayPages *self);

/**
 * way_pages_draw:
 * @page: from 0
 * @cr: in points, the page's corner at the origin
 */
void way_pages_draw (WayPages *self, guint page, cairo_t *cr);

/**
 * way_pages_visit_bookmarks:
 * @func: called for each, a bookmark after the one that it is part of
 */
void way_pages_visit_bookmarks (WayPages *self, WayBookmarkFunc func, gpointer user_data);

G_END_DECLS
