/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws scenes with Cairo.
 */
#include "way-painter.h"

#include "way-icon-font.h"
#include "way-mask.h"
#include "way-scene-piece.h"
#include "way-scene-private.h"

#include <math.h>

#define CORNER 5.0       /* radius of an arrow's corners */
#define ARROW_LENGTH 5.5 /* of an arrow's head */
#define TOLERANCE 0.2    /* in pixels, of curves; half a default's work */
#define LARGEST_MASK 64  /* pixels of an icon that is kept */
#define HATCH_STEP ((double)WAY_MASK_HATCH_STEP)
#define HATCH_INSET 2.0
#define ON_PIXEL 0.001
#define FAR_AWAY 1e8     /* pixels; integers hold less than twice ten times as many */
#define PLACEHOLDER 0.12 /* opacity of a label that is not shaped yet */

/* How many of the target's pixels a unit is and where the origin lies, on a target that is pixels;
 * a scale of 0 where lines have to stay lines. On a page of a PDF, how many points a unit is; 0
 * elsewhere. */
typedef struct
{
  int scale;
  double x;
  double y;
  double points;
} Pixels;

static void
set_colour (cairo_t *cr, WayRgba colour)
{
  cairo_set_source_rgba (cr, (colour >> 24 & 0xff) / 255.0, (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
add_stop (cairo_pattern_t *pattern, double offset, WayRgba colour, gboolean visible)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, (colour >> 24 & 0xff) / 255.0,
                                     (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                                     visible ? (colour & 0xff) / 255.0 : 0);
}

/* A colour that appears and vanishes along the op, when it does */
static void
set_faded_colour (cairo_t *cr, const WayOp *op, WayRgba colour)
{
  cairo_pattern_t *pattern;

  if (op->fade_left <= 0 && op->fade_right <= 0)
    {
      set_colour (cr, colour);
      return;
    }

  pattern = cairo_pattern_create_linear (op->rect.x, 0, op->rect.x + op->rect.width, 0);
  add_stop (pattern, 0, colour, op->fade_left <= 0);
  add_stop (pattern, op->fade_left / op->rect.width, colour, TRUE);
  add_stop (pattern, 1 - op->fade_right / op->rect.width, colour, TRUE);
  add_stop (pattern, 1, colour, op->fade_right <= 0);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
set_dashes (cairo_t *cr, WayOpFlags flags)
{
  const double dashes[] = { WAY_DASH, WAY_DASH_GAP };

  cairo_set_dash (cr, dashes, flags & WAY_OP_DASHED ? G_N_ELEMENTS (dashes) : 0, 0);
}

static void
paint_rect (cairo_t *cr, const WayOp *op)
{
  cairo_rectangle (cr, op->rect.x, op->rect.y, op->rect.width, op->rect.height);
  set_colour (cr, op->fill);
  cairo_fill (cr);
}

/* A box that is drawn with a pen as round as its corners are: a tenth of what the same as curves
 * takes in a file. The pen is that of the page, so that the file need not say how it is scaled. */
static void
paint_box (cairo_t *cr, const WayOp *op, double pen, WayRgba colour, double points)
{
  cairo_matrix_t matrix;
  double r = op->radius;

  cairo_rectangle (cr, op->rect.x + r, op->rect.y + r, op->rect.width - 2 * r,
                   op->rect.height - 2 * r);
  set_colour (cr, colour);
  cairo_fill_preserve (cr);
  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  cairo_set_line_width (cr, pen * points);
  cairo_stroke (cr);
  cairo_set_matrix (cr, &matrix);
}

/* In a PDF: the outline as a box, and what is within upon it. FALSE where that is not the same */
static gboolean
paint_round_boxes (cairo_t *cr, const Pixels *pixels, const WayOp *op)
{
  double line_width = op->stroke != 0 ? op->line_width : 0;

  if (pixels->points <= 0 || op->radius <= line_width || (op->fill & 0xff) != 0xff
      || (op->stroke != 0 && (op->stroke & 0xff) != 0xff) || op->fade_left > 0 || op->fade_right > 0
      || (op->flags & WAY_OP_DASHED) || MIN (op->rect.width, op->rect.height) <= 2 * op->radius)
    return FALSE;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_dashes (cr, WAY_OP_FLAG_NONE);
  if (op->stroke != 0)
    paint_box (cr, op, 2 * op->radius, op->stroke, pixels->points);
  paint_box (cr, op, 2 * (op->radius - line_width), op->fill, pixels->points);

  return TRUE;
}

static void
paint_round_path (cairo_t *cr, const WayOp *op)
{
  double inset = op->line_width / 2;

  if (op->fill != 0)
    {
      way_mask_add_round (cr, op->rect.x, op->rect.y, op->rect.width, op->rect.height, op->radius);
      set_faded_colour (cr, op, op->fill);
      cairo_fill (cr);
    }

  if (op->stroke != 0)
    {
      way_mask_add_round (cr, op->rect.x + inset, op->rect.y + inset, op->rect.width - 2 * inset,
                          op->rect.height - 2 * inset, MAX (0, op->radius - inset));
      set_faded_colour (cr, op, op->stroke);
      set_dashes (cr, op->flags);
      cairo_set_line_width (cr, op->line_width);
      cairo_stroke (cr);
    }
}

/* The op's rectangle on the target; FALSE where it does not lie on whole pixels */
static gboolean
find_pixels (const Pixels *pixels, const WayOp *op, cairo_rectangle_int_t *rect)
{
  double x = op->rect.x * pixels->scale + pixels->x;
  double y = op->rect.y * pixels->scale + pixels->y;
  double width = op->rect.width * pixels->scale;
  double height = op->rect.height * pixels->scale;

  *rect = (cairo_rectangle_int_t){ (int)rint (x), (int)rint (y), (int)rint (width),
                                   (int)rint (height) };

  return pixels->scale > 0 && fabs (x - rect->x) < ON_PIXEL && fabs (y - rect->y) < ON_PIXEL
         && fabs (width - rect->width) < ON_PIXEL && fabs (height - rect->height) < ON_PIXEL
         && fabs (x) < FAR_AWAY && width < FAR_AWAY;
}

static void
begin_pixels (cairo_t *cr)
{
  double scale, scale_y;

  cairo_surface_get_device_scale (cairo_get_target (cr), &scale, &scale_y);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / scale, 1 / scale_y);
}

/* What is within, or the outline: the ends from their masks, between them plain rectangles */
static void
paint_round_part (cairo_t *cr, WayMasks *masks, const cairo_rectangle_int_t *rect, double radius,
                  double line_width)
{
  int end = way_mask_end_width (radius, line_width);
  int right = rect->x + rect->width - end;
  int between = rect->width - 2 * end;

  cairo_mask_surface (cr, way_masks_get_end (masks, rect->height, radius, line_width, FALSE),
                      rect->x, rect->y);
  cairo_mask_surface (cr, way_masks_get_end (masks, rect->height, radius, line_width, TRUE), right,
                      rect->y);

  if (between <= 0)
    return;

  if (line_width > 0)
    {
      cairo_rectangle (cr, rect->x + end, rect->y, between, line_width);
      cairo_rectangle (cr, rect->x + end, rect->y + rect->height - line_width, between, line_width);
    }
  else
    {
      cairo_rectangle (cr, rect->x + end, rect->y, between, rect->height);
    }
  cairo_fill (cr);
}

static void
paint_round (cairo_t *cr, const Pixels *pixels, WayLabels *labels, const WayOp *op)
{
  WayMasks *masks = way_labels_get_masks (labels);
  double radius = op->radius * pixels->scale;
  double line_width = op->line_width * pixels->scale;
  cairo_rectangle_int_t rect;

  if (paint_round_boxes (cr, pixels, op))
    return;

  if (op->radius <= 0 || op->fade_left > 0 || op->fade_right > 0 || (op->flags & WAY_OP_DASHED)
      || !find_pixels (pixels, op, &rect) || rect.height > WAY_MASK_LARGEST
      || rect.width < 2 * way_mask_end_width (radius, line_width) || rect.height < 2 * line_width)
    {
      paint_round_path (cr, op);
      return;
    }

  begin_pixels (cr);

  if (op->fill != 0)
    {
      set_colour (cr, op->fill);
      paint_round_part (cr, masks, &rect, radius, 0);
    }

  if (op->stroke != 0)
    {
      set_colour (cr, op->stroke);
      paint_round_part (cr, masks, &rect, radius, line_width);
    }

  cairo_restore (cr);
}

static void
paint_band (cairo_t *cr, const WayOp *op)
{
  double height = op->line_width;

  cairo_save (cr);
  way_mask_add_round (cr, op->rect.x, op->rect.y, op->rect.width, op->rect.height, op->radius);
  cairo_clip (cr);
  cairo_rectangle (cr, op->rect.x + op->fade_left, op->rect.y + op->rect.height - height,
                   op->rect.width - op->fade_left - op->fade_right, height);
  set_colour (cr, op->fill);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Without a clip, which would cost more than all the rest of the bar: the lines end before the
 * corners */
static void
paint_hatch_lines (cairo_t *cr, const WayOp *op)
{
  double left = op->rect.x + HATCH_INSET;
  double right = op->rect.x + op->rect.width - HATCH_INSET;
  double top = op->rect.y + HATCH_INSET;
  double height = op->rect.height - 2 * HATCH_INSET;

  for (double x = left - height + HATCH_STEP / 2; x < right; x += HATCH_STEP)
    {
      double from = MAX (x, left);
      double to = MIN (x + height, right);

      cairo_move_to (cr, from, top + height - (from - x));
      cairo_line_to (cr, to, top + height - (to - x));
    }

  set_colour (cr, op->stroke);
  set_dashes (cr, WAY_OP_FLAG_NONE);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
paint_hatch (cairo_t *cr, const Pixels *pixels, WayLabels *labels, const WayOp *op)
{
  int inset = (int)HATCH_INSET * pixels->scale;
  int step = WAY_MASK_REPETITIONS * WAY_MASK_HATCH_STEP * pixels->scale;
  double left, top, right, bottom;
  cairo_rectangle_int_t rect;
  cairo_surface_t *mask;

  if (!find_pixels (pixels, op, &rect) || rect.height > WAY_MASK_LARGEST
      || MIN (rect.width, rect.height) <= 2 * inset)
    {
      paint_hatch_lines (cr, op);
      return;
    }

  begin_pixels (cr);
  cairo_rectangle (cr, rect.x + inset, rect.y + inset, rect.width - 2 * inset,
                   rect.height - 2 * inset);
  cairo_clip (cr);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  mask
      = way_masks_get_hatch (way_labels_get_masks (labels), rect.height - 2 * inset, pixels->scale);
  set_colour (cr, op->stroke);

  /* a bar of many years may begin far outside of what is in sight */
  for (double x = rect.x + inset + MAX (0, floor ((left - rect.x - inset) / step)) * step;
       x < right; x += step)
    cairo_mask_surface (cr, mask, x, rect.y + inset);

  cairo_restore (cr);
}

static WayPoint
step_towards (WayPoint from, WayPoint to, double by)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double part = length > 0 ? MIN (by, length / 2) / length : 0;

  return (WayPoint){ from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };
}

/* A line along an axis as a rectangle on whole pixels: Cairo fills those without a mask of all that
 * they span */
static void
add_straight_line (cairo_t *cr, WayPoint from, WayPoint to, double width)
{
  gboolean is_level = fabs (to.x - from.x) > fabs (to.y - from.y);
  double start = floor (is_level ? MIN (from.x, to.x) : MIN (from.y, to.y));
  double end = ceil (is_level ? MAX (from.x, to.x) : MAX (from.y, to.y));
  double across = floor ((is_level ? from.y : from.x) - width / 2);

  if (is_level)
    cairo_rectangle (cr, start, across, end - start, width);
  else
    cairo_rectangle (cr, across, start, width, end - start);
}

static void
paint_corner (cairo_t *cr, WayPoint before, WayPoint corner, WayPoint after)
{
  cairo_move_to (cr, before.x, before.y);
  cairo_curve_to (cr, corner.x, corner.y, corner.x, corner.y, after.x, after.y);
  cairo_stroke (cr);
}

/* A path along the axes with rounded corners */
static void
paint_curved (cairo_t *cr, const WayPoint *points, const WayOp *op)
{
  WayPoint from = points[0];

  for (guint i = 1; i < op->n_points; i++)
    {
      gboolean is_last = i + 1 == op->n_points;
      WayPoint to = is_last ? points[i] : step_towards (points[i], points[i - 1], CORNER);

      add_straight_line (cr, from, to, op->line_width);
      if (!is_last)
        from = step_towards (points[i], points[i + 1], CORNER);
    }

  cairo_fill (cr);
  set_dashes (cr, WAY_OP_FLAG_NONE);

  for (guint i = 1; i + 1 < op->n_points; i++)
    paint_corner (cr, step_towards (points[i], points[i - 1], CORNER), points[i],
                  step_towards (points[i], points[i + 1], CORNER));
}

/* Line by line, for the same reason; dashes need no round corners */
static void
paint_dashed (cairo_t *cr, const WayPoint *points, const WayOp *op)
{
  set_dashes (cr, op->flags);

  for (guint i = 1; i < op->n_points; i++)
    {
      cairo_move_to (cr, points[i - 1].x, points[i - 1].y);
      cairo_line_to (cr, points[i].x, points[i].y);
      cairo_stroke (cr);
    }
}

static void
paint_arrow (cairo_t *cr, WayPoint from, WayPoint to)
{
  double angle = atan2 (to.y - from.y, to.x - from.x);

  cairo_save (cr);
  cairo_translate (cr, to.x, to.y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, -ARROW_LENGTH, -ARROW_LENGTH * 0.62);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, -ARROW_LENGTH, ARROW_LENGTH * 0.62);
  cairo_restore (cr);
  set_dashes (cr, WAY_OP_FLAG_NONE);
  cairo_stroke (cr);
}

/* Arrows run along the middle of pixels, which a line of two pixels cannot: it lies half a pixel
 * further */
static void
paint_arrow_path (cairo_t *cr, const WayPoint *points, const WayOp *op)
{
  double shift = fmod (op->line_width, 2) == 0 ? 0.5 : 0;

  cairo_save (cr);
  cairo_translate (cr, shift, shift);
  set_colour (cr, op->stroke);

  if (op->flags & WAY_OP_DASHED)
    paint_dashed (cr, points, op);
  else
    paint_curved (cr, points, op);

  if (op->flags & WAY_OP_ARROW)
    paint_arrow (cr, points[op->n_points - 2], points[op->n_points - 1]);

  cairo_restore (cr);
}

static void
add_path (cairo_t *cr, const WayPoint *points, guint n_points, WayOpFlags flags)
{
  cairo_move_to (cr, points[0].x, points[0].y);

  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);

  if (flags & WAY_OP_CLOSED)
    cairo_close_path (cr);
}

static void
paint_path (cairo_t *cr, WayScene *scene, const WayOp *op)
{
  const WayPoint *points = &g_array_index (scene->points, WayPoint, op->index);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, op->line_width);

  if (op->flags & WAY_OP_CURVED)
    {
      paint_arrow_path (cr, points, op);
      return;
    }

  add_path (cr, points, op->n_points, op->flags);

  if (op->fill != 0)
    {
      set_colour (cr, op->fill);
      cairo_fill_preserve (cr);
    }

  if (op->stroke == 0)
    {
      cairo_new_path (cr);
      return;
    }

  set_colour (cr, op->stroke);
  set_dashes (cr, op->flags);
  cairo_stroke (cr);

  if (op->flags & WAY_OP_ARROW)
    paint_arrow (cr, points[op->n_points - 2], points[op->n_points - 1]);
}

static void
paint_text (cairo_t *cr, WayScene *scene, WayLabels *labels, const WayOp *op)
{
  const char *text = scene->texts->str + op->index;
  PangoLayout *layout = way_labels_get_layout (labels, op->font, text, op->rect.width);
  int width, height;
  double x = op->rect.x;
  double y;

  if (layout == NULL)
    {
      /* the next frame has it; until then a hint of where it will stand */
      set_colour (cr, way_rgba_fade (op->fill, PLACEHOLDER));
      cairo_rectangle (cr, op->rect.x, floor (op->rect.y + op->rect.height / 2) - 3, op->rect.width,
                       6);
      cairo_fill (cr);
      return;
    }

  pango_layout_get_pixel_size (layout, &width, &height);
  if (op->flags & WAY_OP_RIGHT)
    x += op->rect.width - width;

  y = round (op->rect.y + (op->rect.height - height) / 2);
  set_colour (cr, op->fill);
  cairo_move_to (cr, round (x), y);
  pango_cairo_show_layout (cr, layout);

  if (op->flags & WAY_OP_STRUCK)
    {
      cairo_rectangle (cr, round (x), round (y + height * 0.55), width, 1);
      cairo_fill (cr);
    }
}

static void
paint_turned_icon (cairo_t *cr, const WayOp *op)
{
  cairo_save (cr);
  cairo_translate (cr, 2 * op->rect.x + op->rect.width, 0);
  cairo_scale (cr, -1, 1);
  way_icon_draw (cr, op->icon, op->rect.x, op->rect.y, op->rect.width);
  cairo_restore (cr);
}

/* On pixels, an icon that was drawn before; FALSE where lines have to stay lines */
static gboolean
paint_icon_mask (cairo_t *cr, WayLabels *labels, const WayOp *op)
{
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_matrix_t matrix;
  double scale, scale_y;
  int size;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &scale, &scale_y);
  size = (int)round (op->rect.width * matrix.xx * scale);

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0
      || matrix.yx != 0 || matrix.xx != matrix.yy || scale != scale_y || size < 1
      || size > LARGEST_MASK)
    return FALSE;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_mask_surface (cr, way_labels_get_icon (labels, op->icon, size),
                      round ((op->rect.x * matrix.xx + matrix.x0) * scale),
                      round ((op->rect.y * matrix.yy + matrix.y0) * scale));
  cairo_restore (cr);

  return TRUE;
}

static void
paint_icon (cairo_t *cr, const Pixels *pixels, WayLabels *labels, const WayOp *op)
{
  set_colour (cr, op->fill);
  set_dashes (cr, WAY_OP_FLAG_NONE);

  if (op->icon == WAY_ICON_FOLDED && (op->flags & WAY_OP_TURNED))
    paint_turned_icon (cr, op);
  else if (pixels->points > 0)
    way_icon_font_draw (way_labels_get_icon_font (labels), cr, op->icon, op->rect.x, op->rect.y,
                        op->rect.width);
  else if (!paint_icon_mask (cr, labels, op))
    way_icon_draw (cr, op->icon, op->rect.x, op->rect.y, op->rect.width);
}

/* On pixels, whole ones: what is seen through parts of one Cairo draws in another way, and a part
 * of a picture would not be as the picture is */
static void
clip_to (cairo_t *cr, const WayRect *rect)
{
  double left = rect->x, top = rect->y, right = left + rect->width, bottom = top + rect->height;
  cairo_matrix_t matrix;

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_clip (cr);
      return;
    }

  cairo_user_to_device (cr, &left, &top);
  cairo_user_to_device (cr, &right, &bottom);
  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  cairo_rectangle (cr, rint (left), rint (top), rint (right) - rint (left),
                   rint (bottom) - rint (top));
  cairo_clip (cr);
  cairo_set_matrix (cr, &matrix);
}

static void
paint_op (cairo_t *cr, const Pixels *pixels, WayScene *scene, WayLabels *labels, const WayOp *op)
{
  switch ((WayOpType)op->type)
    {
    case WAY_OP_RECT:
      paint_rect (cr, op);
      break;
    case WAY_OP_ROUND:
      paint_round (cr, pixels, labels, op);
      break;
    case WAY_OP_BAND:
      paint_band (cr, op);
      break;
    case WAY_OP_HATCH:
      paint_hatch (cr, pixels, labels, op);
      break;
    case WAY_OP_PATH:
      paint_path (cr, scene, op);
      break;
    case WAY_OP_TEXT:
      paint_text (cr, scene, labels, op);
      break;
    case WAY_OP_ICON:
      paint_icon (cr, pixels, labels, op);
      break;
    case WAY_OP_CLIP:
      cairo_save (cr);
      clip_to (cr, &op->rect);
      break;
    case WAY_OP_UNCLIP:
      cairo_restore (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static Pixels
get_pixels (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_matrix_t matrix;
  double scale, scale_y, whole;

  cairo_get_matrix (cr, &matrix);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx != matrix.yy)
    return (Pixels){ 0 };

  if (cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_PDF)
    return (Pixels){ .points = matrix.xx };

  cairo_surface_get_device_scale (target, &scale, &scale_y);
  whole = rint (matrix.xx * scale);

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || scale != scale_y || whole < 1
      || fabs (matrix.xx * scale - whole) > 1e-9)
    return (Pixels){ 0 };

  return (Pixels){ .scale = (int)whole, .x = matrix.x0 * scale, .y = matrix.y0 * scale };
}

void
way_painter_paint_piece (WayScene *scene, const WayScenePiece *piece, WayLabels *labels,
                         cairo_t *cr)
{
  const WayRect *bounds = &piece->bounds;
  Pixels pixels = get_pixels (cr);

  cairo_save (cr);
  cairo_set_tolerance (cr, TOLERANCE);
  cairo_rectangle (cr, bounds->x, bounds->y, bounds->width, bounds->height);
  cairo_clip (cr);
  paint_op (cr, &pixels, scene, labels, &g_array_index (scene->ops, WayOp, piece->op));
  cairo_restore (cr);
}

void
way_painter_paint (WayScene *scene, WayLabels *labels, cairo_t *cr)
{
  Pixels pixels = get_pixels (cr);

  cairo_save (cr);
  cairo_set_tolerance (cr, TOLERANCE);

  for (guint i = 0; i < scene->ops->len; i++)
    paint_op (cr, &pixels, scene, labels, &g_array_index (scene->ops, WayOp, i));

  cairo_restore (cr);
}
