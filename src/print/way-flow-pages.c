/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that flows fill, in columns side by side.
 */
#include "way-flow-pages.h"

typedef struct
{
  WayFlow *flow;
  double x;
  double y;
} Column;

struct _WayFlowPages
{
  WayPages parent_instance;

  GArray *columns; /* of Column */
};

G_DEFINE_FINAL_TYPE (WayFlowPages, way_flow_pages, WAY_TYPE_PAGES)

static void
column_clear (gpointer data)
{
  Column *column = data;

  way_flow_free (column->flow);
}

static guint
get_n_pages (WayPages *pages)
{
  WayFlowPages *self = WAY_FLOW_PAGES (pages);
  guint n_pages = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint own = way_flow_get_n_pages (g_array_index (self->columns, Column, i).flow);

      n_pages = MAX (n_pages, own);
    }

  return n_pages;
}

static double
get_body_height (WayPages *pages)
{
  WayFlowPages *self = WAY_FLOW_PAGES (pages);
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      double bottom = column->y + way_flow_measure (column->flow, 0);

      height = MAX (height, bottom);
    }

  return height;
}

static void
draw_body (WayPages *pages, guint page, cairo_t *cr)
{
  WayFlowPages *self = WAY_FLOW_PAGES (pages);
  WayPageFrame *frame = way_pages_get_frame (pages);
  double width = way_page_frame_get_body (frame).width;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      double x = way_page_frame_get_setup (frame)->rtl
                     ? width - column->x - way_flow_get_width (column->flow)
                     : column->x;

      cairo_save (cr);
      cairo_translate (cr, x, column->y);
      way_flow_draw (column->flow, page, cr);
      cairo_restore (cr);
    }
}

static void
visit_bookmarks (WayPages *pages, WayBookmarkFunc func, gpointer user_data)
{
  WayFlowPages *self = WAY_FLOW_PAGES (pages);
  double y = way_page_frame_get_body (way_pages_get_frame (pages)).y;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      way_flow_visit_bookmarks (column->flow, y + column->y, func, user_data);
    }
}

static void
way_flow_pages_finalize (GObject *object)
{
  WayFlowPages *self = WAY_FLOW_PAGES (object);

  g_array_unref (self->columns);

  G_OBJECT_CLASS (way_flow_pages_parent_class)->finalize (object);
}

static void
way_flow_pages_class_init (WayFlowPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_flow_pages_finalize;
  WAY_PAGES_CLASS (klass)->get_n_pages = get_n_pages;
  WAY_PAGES_CLASS (klass)->draw_body = draw_body;
  WAY_PAGES_CLASS (klass)->get_body_height = get_body_height;
  WAY_PAGES_CLASS (klass)->visit_bookmarks = visit_bookmarks;
}

static void
way_flow_pages_init (WayFlowPages *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

WayFlowPages *
way_flow_pages_new (WayPageFrame *frame)
{
  WayFlowPages *self = g_object_new (WAY_TYPE_FLOW_PAGES, NULL);

  way_pages_set_frame (WAY_PAGES (self), frame);

  return self;
}

void
way_flow_pages_add (WayFlowPages *self, WayFlow *flow, double x, double y)
{
  Column column = { flow, x, y };
  double height;

  g_return_if_fail (WAY_IS_FLOW_PAGES (self));

  /* a page that is as tall as it takes has a body without height */
  height = way_page_frame_get_body (way_pages_get_frame (WAY_PAGES (self))).height;
  way_flow_break (flow, height > 0 ? height - y : 0);
  g_array_append_val (self->columns, column);
}

guint
way_flow_pages_get_n_flows (WayFlowPages *self)
{
  g_return_val_if_fail (WAY_IS_FLOW_PAGES (self), 0);

  return self->columns->len;
}

WayFlow *
way_flow_pages_get_flow (WayFlowPages *self, guint index)
{
  g_return_val_if_fail (WAY_IS_FLOW_PAGES (self), NULL);
  g_return_val_if_fail (index < self->columns->len, NULL);

  return g_array_index (self->columns, Column, index).flow;
}
