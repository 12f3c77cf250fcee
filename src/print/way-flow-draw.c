/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks as they are drawn.
 */
#include "way-flow-private.h"

#include "way-page-link.h"

#include <math.h>

#define HAIRLINE 0.5 /* points */
#define BOX_LINE 0.75
#define BOX_RADIUS 1.5
#define TICK 1.35    /* times the size of the box */
#define DESCENT 0.25 /* of the leading, below a link's baseline */

static void
set_colour (cairo_t *cr, WayRgba colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
add_rounded (cairo_t *cr, const WayRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static WayRect
mirror (const WayFlow *self, WayRect rect)
{
  if (self->rtl)
    rect.x = self->width - rect.x - rect.width;

  return rect;
}

/* Text */

static gboolean
ends_at_the_right (const WayFlow *self, const WayFlowMark *mark, PangoLayoutLine *line)
{
  switch (mark->align)
    {
    case WAY_FLOW_NATURAL:
      return pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
    case WAY_FLOW_END:
      return !self->rtl;
    case WAY_FLOW_START:
    default:
      return self->rtl;
    }
}

static void
draw_line (WayFlow *self, const WayFlowMark *mark, PangoLayoutLine *line, double baseline,
           cairo_t *cr)
{
  WayRect column = mirror (self, mark->rect);
  PangoRectangle logical;
  double x = column.x, width;

  pango_layout_line_get_extents (line, NULL, &logical);
  width = (double)logical.width / PANGO_SCALE;
  if (ends_at_the_right (self, mark, line))
    x += column.width - width;

  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, line);

  if (mark->address != NULL && way_page_link_is_wanted (cr))
    {
      double leading = way_flow_get_leading (mark->font);
      WayRect rect = { x, baseline - leading * (1 - DESCENT), width, leading };

      way_page_link_add (cr, &rect, mark->address);
    }
}

static void
draw_text (WayFlow *self, const WayFlowMark *mark, double y, cairo_t *cr)
{
  PangoLayout *layout = way_flow_shape (self, mark);
  double baseline = y + mark->rect.y;
  guint end = MIN (mark->first_line + mark->n_lines, (guint)pango_layout_get_line_count (layout));

  set_colour (cr, mark->colour);

  for (guint i = mark->first_line; i < end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int)i);
      PangoRectangle logical;

      pango_layout_line_get_extents (line, NULL, &logical);
      if (i > mark->first_line)
        baseline += MAX (way_flow_get_leading (mark->font), (double)logical.height / PANGO_SCALE);
      draw_line (self, mark, line, baseline, cr);
    }
}

/* Shapes */

static void
draw_rule (const WayRect *rect, WayRgba colour, cairo_t *cr)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, rect->x, rect->y - HAIRLINE / 2, rect->width, HAIRLINE);
  cairo_fill (cr);
}

static void
draw_box (const WayFlow *self, const WayRect *rect, gboolean is_ticked, cairo_t *cr)
{
  WayRect inner = { rect->x + BOX_LINE / 2, rect->y + BOX_LINE / 2, rect->width - BOX_LINE,
                    rect->height - BOX_LINE };
  double overhang = rect->width * (TICK - 1) / 2;

  set_colour (cr, self->style->dim_text);
  cairo_set_line_width (cr, BOX_LINE);
  add_rounded (cr, &inner, BOX_RADIUS);
  cairo_stroke (cr);

  if (!is_ticked)
    return;

  set_colour (cr, self->style->text);
  way_icon_draw (cr, WAY_ICON_TICK, rect->x - overhang, rect->y - overhang, rect->width * TICK);
}

static void
draw_stripe (const WayRect *rect, WayRgba colour, cairo_t *cr)
{
  set_colour (cr, colour);
  add_rounded (cr, rect, rect->width / 2);
  cairo_fill (cr);
}

static void
draw_bar (const WayFlow *self, const WayFlowMark *mark, double y, cairo_t *cr)
{
  WayRect trough = mark->rect, done = mark->rect;

  trough.y = done.y = y + mark->rect.y;
  done.width = MAX (done.width * mark->value, mark->value > 0 ? done.height : 0);
  trough = mirror (self, trough);
  done = mirror (self, done);

  set_colour (cr, self->style->trough);
  add_rounded (cr, &trough, trough.height / 2);
  cairo_fill (cr);
  if (done.width <= 0)
    return;

  set_colour (cr, mark->colour);
  add_rounded (cr, &done, done.height / 2);
  cairo_fill (cr);
}

static void
draw_mark (WayFlow *self, const WayFlowMark *mark, double y, cairo_t *cr)
{
  WayRect rect = mirror (self, mark->rect);

  rect.y += y;

  switch (mark->kind)
    {
    case WAY_FLOW_MARK_TEXT:
      draw_text (self, mark, y, cr);
      break;
    case WAY_FLOW_MARK_RULE:
      draw_rule (&rect, mark->colour, cr);
      break;
    case WAY_FLOW_MARK_BOX:
      draw_box (self, &rect, mark->value != 0, cr);
      break;
    case WAY_FLOW_MARK_STRIPE:
      draw_stripe (&rect, mark->colour, cr);
      break;
    case WAY_FLOW_MARK_ICON:
      set_colour (cr, mark->colour);
      way_icon_draw (cr, (WayIcon)mark->value, rect.x, rect.y, rect.width);
      break;
    case WAY_FLOW_MARK_BAR:
      draw_bar (self, mark, y, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_block (WayFlow *self, const WayFlowBlock *block, double y, cairo_t *cr)
{
  for (guint i = 0; i < block->n_marks; i++)
    draw_mark (self, &g_array_index (self->marks, WayFlowMark, block->first_mark + i), y, cr);
}

void
way_flow_draw (WayFlow *self, guint page, cairo_t *cr)
{
  guint first;

  if (page >= self->pages->len)
    return;

  first = g_array_index (self->pages, guint, page);
  if (way_flow_get_block (self, first)->again != WAY_FLOW_NO_BLOCK)
    draw_block (self, way_flow_get_block (self, way_flow_get_block (self, first)->again), 0, cr);

  for (guint i = first; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);

      if (block->flags & WAY_FLOW_AGAIN)
        continue;
      if (block->page != page)
        break;

      draw_block (self, block, block->y, cr);
    }
}
