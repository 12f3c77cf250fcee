/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all kinds of pages have in common: a ground, a frame, a body.
 */
#include "way-pages.h"

typedef struct
{
  WayPageFrame *frame;
} WayPagesPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayPages, way_pages, G_TYPE_OBJECT)

static WayPagePlace
get_place_in_column (WayPages *self, guint page)
{
  guint n_pages = way_pages_get_n_pages (self);

  return (WayPagePlace){
    .page = page, .n_pages = n_pages, .row = page, .n_rows = n_pages, .n_columns = 1
  };
}

static double
get_usual_zoom (WayPages *self)
{
  return WAY_POINTS_A_PIXEL;
}

static double
get_height (WayPages *self)
{
  WayPageFrame *frame = way_pages_get_frame (self);
  double height = way_page_frame_get_setup (frame)->height;
  double body;

  if (height > 0)
    return height;

  body = WAY_PAGES_GET_CLASS (self)->get_body_height (self);

  return ceil (body + way_page_frame_get_around (frame));
}

static void
draw_framed (WayPages *self, guint page, cairo_t *cr)
{
  WayPageFrame *frame = way_pages_get_frame (self);
  WayPagePlace place = way_pages_get_place (self, page);
  WayRect body = way_page_frame_get_body (frame);

  way_page_frame_draw (frame, &place, get_height (self), cr);
  cairo_save (cr);
  cairo_translate (cr, body.x, body.y);
  WAY_PAGES_GET_CLASS (self)->draw_body (self, page, cr);
  cairo_restore (cr);
}

static void
way_pages_finalize (GObject *object)
{
  WayPagesPrivate *priv = way_pages_get_instance_private (WAY_PAGES (object));

  g_clear_pointer (&priv->frame, way_page_frame_free);

  G_OBJECT_CLASS (way_pages_parent_class)->finalize (object);
}

static void
way_pages_class_init (WayPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_pages_finalize;
  klass->get_place = get_place_in_column;
  klass->draw = draw_framed;
  klass->get_zoom = get_usual_zoom;
}

static void
way_pages_init (WayPages *self)
{
}

void
way_pages_set_frame (WayPages *self, WayPageFrame *frame)
{
  WayPagesPrivate *priv = way_pages_get_instance_private (self);

  g_return_if_fail (priv->frame == NULL);

  priv->frame = frame;
}

WayPageFrame *
way_pages_get_frame (WayPages *self)
{
  WayPagesPrivate *priv = way_pages_get_instance_private (self);

  return priv->frame;
}

guint
way_pages_get_n_pages (WayPages *self)
{
  g_return_val_if_fail (WAY_IS_PAGES (self), 0);

  return WAY_PAGES_GET_CLASS (self)->get_n_pages (self);
}

WayPagePlace
way_pages_get_place (WayPages *self, guint page)
{
  g_return_val_if_fail (WAY_IS_PAGES (self), (WayPagePlace){ 0 });

  return WAY_PAGES_GET_CLASS (self)->get_place (self, page);
}

void
way_pages_get_size (WayPages *self, double *width, double *height)
{
  g_return_if_fail (WAY_IS_PAGES (self));

  *width = way_page_frame_get_setup (way_pages_get_frame (self))->width;
  *height = get_height (self);
}

double
way_pages_get_zoom (WayPages *self)
{
  g_return_val_if_fail (WAY_IS_PAGES (self), 1);

  return WAY_PAGES_GET_CLASS (self)->get_zoom (self);
}

void
way_pages_draw (WayPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (WAY_IS_PAGES (self));
  g_return_if_fail (page < way_pages_get_n_pages (self));

  cairo_save (cr);
  WAY_PAGES_GET_CLASS (self)->draw (self, page, cr);
  cairo_restore (cr);
}

void
way_pages_visit_bookmarks (WayPages *self, WayBookmarkFunc func, gpointer user_data)
{
  g_return_if_fail (WAY_IS_PAGES (self));

  if (WAY_PAGES_GET_CLASS (self)->visit_bookmarks != NULL)
    WAY_PAGES_GET_CLASS (self)->visit_bookmarks (self, func, user_data);
}
