/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene taken apart: what can be painted, kept and compared by itself.
 */
#include "way-scene-piece.h"

#include "way-scene-private.h"

#include <math.h>

#define INK_MARGIN 2.0   /* of letters beyond their line, and of edges between pixels */
#define ARROW_MARGIN 6.0 /* of a path's corners and its head beyond its points */

#define SMALL_RING 8192 /* pixels of one that is faster drawn whole than in four pieces */

/* FNV-1a: two looks that differ have the same number once in 2^64 */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define HASH_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static guint64
hash (guint64 before, gconstpointer data, gsize length)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < length; i++)
    before = (before ^ bytes[i]) * HASH_PRIME;
  return before;
}

static guint64
hash_number (guint64 before, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return (before ^ (bits >> 32) ^ (bits & G_MAXUINT32)) * HASH_PRIME;
}

static guint64
hash_numbers (guint64 before, const double *numbers, guint n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    before = hash_number (before, numbers[i]);
  return before;
}

/* Counted from the corner of @bounds, which is on whole pixels: elsewhere it looks the same */
static guint64
get_look (WayScene *scene, const WayOp *op, const WayRect *bounds)
{
  const double numbers[] = {
    op->line_width,         op->radius,     op->fade_left,   op->fade_right, op->rect.x - bounds->x,
    op->rect.y - bounds->y, op->rect.width, op->rect.height, bounds->width,  bounds->height,
  };
  const guint8 kinds[] = { op->type, op->flags, op->icon, op->font };
  const WayRgba colours[] = { op->fill, op->stroke };
  guint64 look = hash (HASH_START, kinds, sizeof kinds);

  look = hash (look, colours, sizeof colours);
  look = hash_numbers (look, numbers, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < op->n_points; i++)
    {
      const WayPoint *point = &g_array_index (scene->points, WayPoint, op->index + i);

      look = hash_number (hash_number (look, point->x - bounds->x), point->y - bounds->y);
    }
  if (op->type == WAY_OP_TEXT)
    {
      const char *text = scene->texts->str + op->index;

      look = hash (look, text, strlen (text));
    }
  return look;
}

static WayRect
intersect (WayRect a, WayRect b)
{
  double left = MAX (a.x, b.x);
  double top = MAX (a.y, b.y);

  return (WayRect){ left, top, MAX (0, MIN (a.x + a.width, b.x + b.width) - left),
                    MAX (0, MIN (a.y + a.height, b.y + b.height) - top) };
}

static WayRect
widen (WayRect rect, double margin)
{
  double left = floor (rect.x - margin);
  double top = floor (rect.y - margin);

  return (WayRect){ left, top, ceil (rect.x + rect.width + margin) - left,
                    ceil (rect.y + rect.height + margin) - top };
}

/* What @op may touch when nothing clips it */
static WayRect
get_reach (const WayOp *op)
{
  switch ((WayOpType)op->type)
    {
    case WAY_OP_RECT:
      return op->rect;
    case WAY_OP_PATH:
      return widen (op->rect, op->line_width + (op->flags & WAY_OP_ARROW ? ARROW_MARGIN : 1));
    case WAY_OP_ROUND:
      return widen (op->rect, op->line_width / 2);
    case WAY_OP_BAND:
    case WAY_OP_HATCH:
    case WAY_OP_ICON:
      return widen (op->rect, 0);
    case WAY_OP_TEXT:
      return widen (op->rect, INK_MARGIN);
    case WAY_OP_CLIP:
    case WAY_OP_UNCLIP:
    default:
      g_assert_not_reached ();
    }
}

/* @op: the operation at @index, or one that looks as it does within @reach */
static void
add_looking_as (WayScene *self, GArray *pieces, guint index, const WayOp *op, WayRect reach,
                const WayRect *clip)
{
  WayScenePiece piece = {
    .op = index,
    .bounds = intersect (reach, *clip),
    .is_joined = (op->flags & WAY_OP_JOINED) != 0,
  };

  if (piece.bounds.width <= 0 || piece.bounds.height <= 0)
    return;
  if (op->type == WAY_OP_RECT)
    piece.fill = op->fill;
  else
    piece.look = get_look (self, op, &piece.bounds);
  g_array_append_val (pieces, piece);
}

static void
add_piece (WayScene *self, GArray *pieces, guint index, WayRect reach, const WayRect *clip)
{
  add_looking_as (self, pieces, index, &g_array_index (self->ops, WayOp, index), reach, clip);
}

/* An arrow leads far and touches little: a piece for each of its lines, which has the corner at its
 * end and not the one where it begins */
static void
add_lines (WayScene *self, GArray *pieces, guint index, const WayRect *clip)
{
  const WayOp *op = &g_array_index (self->ops, WayOp, index);
  const WayPoint *point = &g_array_index (self->points, WayPoint, op->index);

  for (guint i = 0; i + 1 < op->n_points; i++)
    {
      WayPoint a = point[i];
      WayPoint b = point[i + 1];
      WayRect line
          = widen ((WayRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y) },
                   ARROW_MARGIN);
      WayRect corner = widen ((WayRect){ a.x, a.y, 0, 0 }, ARROW_MARGIN);

      if (i > 0 && a.x != b.x)
        line.width -= corner.width;
      if (i > 0 && a.x < b.x)
        line.x += corner.width;
      if (i > 0 && a.y != b.y)
        line.height -= corner.height;
      if (i > 0 && a.y < b.y)
        line.y += corner.height;
      add_piece (self, pieces, index, line, clip);
    }
}

static gboolean
is_whole (double number)
{
  return number == floor (number);
}

/* What its corners take of each end of a ring */
static double
get_end_width (const WayOp *op)
{
  return ceil (MAX (op->radius, op->line_width)) + 1;
}

/* A stroke alone, not a small one, whose long sides are plain rectangles */
static gboolean
is_long_ring (const WayOp *op)
{
  return op->type == WAY_OP_ROUND && op->fill == 0 && op->stroke != 0
         && (op->flags & WAY_OP_DASHED) == 0 && op->fade_left <= 0 && op->fade_right <= 0
         && is_whole (op->line_width) && is_whole (op->rect.x) && is_whole (op->rect.y)
         && is_whole (op->rect.width) && is_whole (op->rect.height)
         && op->rect.height >= 2 * op->line_width && op->rect.width > 3 * get_end_width (op)
         && op->rect.width * op->rect.height > SMALL_RING;
}

/* A piece for each end, the same for rings of any length, and for each side between them: they
 * touch nothing of what is within */
static void
add_ring (WayScene *self, GArray *pieces, guint index, const WayRect *clip)
{
  WayOp op = g_array_index (self->ops, WayOp, index);
  const WayRect ring = op.rect;
  double end = get_end_width (&op);
  double right = ring.x + ring.width - end;
  WayOp side = { .type = WAY_OP_RECT, .fill = op.stroke, .flags = op.flags };
  WayRect between = { ring.x + end, ring.y, ring.width - 2 * end, op.line_width };

  add_looking_as (self, pieces, index, &side, between, clip);
  between.y += ring.height - op.line_width;
  add_looking_as (self, pieces, index, &side, between, clip);

  op.rect.width = 3 * end;
  add_looking_as (self, pieces, index, &op, (WayRect){ ring.x, ring.y, end, ring.height }, clip);
  op.rect.x = right - 2 * end;
  add_looking_as (self, pieces, index, &op, (WayRect){ right, ring.y, end, ring.height }, clip);
}

GArray *
way_scene_get_pieces (WayScene *self)
{
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (WayScenePiece), self->ops->len);
  g_autoptr (GArray) clips = g_array_new (FALSE, FALSE, sizeof (WayRect));
  WayRect clip = { 0, 0, self->width, self->height };

  for (guint i = 0; i < self->ops->len; i++)
    {
      const WayOp *op = &g_array_index (self->ops, WayOp, i);

      if (op->type == WAY_OP_CLIP)
        {
          g_array_append_val (clips, clip);
          clip = intersect (clip, op->rect);
        }
      else if (op->type == WAY_OP_UNCLIP)
        {
          clip = g_array_index (clips, WayRect, clips->len - 1);
          g_array_set_size (clips, clips->len - 1);
        }
      else if (op->type == WAY_OP_PATH && (op->flags & WAY_OP_CURVED))
        add_lines (self, pieces, i, &clip);
      else if (is_long_ring (op))
        add_ring (self, pieces, i, &clip);
      else
        add_piece (self, pieces, i, get_reach (op), &clip);
    }
  return pieces;
}

WayScenePiece
way_scene_pieces_merge (const WayScenePiece *pieces, guint n_pieces)
{
  WayScenePiece whole = { .bounds = { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0 }, .look = HASH_START };
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_pieces; i++)
    {
      const WayRect *bounds = &pieces[i].bounds;

      whole.bounds.x = MIN (whole.bounds.x, floor (bounds->x));
      whole.bounds.y = MIN (whole.bounds.y, floor (bounds->y));
      right = MAX (right, ceil (bounds->x + bounds->width));
      bottom = MAX (bottom, ceil (bounds->y + bounds->height));
    }
  whole.bounds.width = right - whole.bounds.x;
  whole.bounds.height = bottom - whole.bounds.y;

  for (guint i = 0; i < n_pieces; i++)
    {
      const double numbers[]
          = { pieces[i].bounds.x - whole.bounds.x, pieces[i].bounds.y - whole.bounds.y,
              pieces[i].bounds.width, pieces[i].bounds.height };
      const guint64 looks[] = { pieces[i].fill, pieces[i].look };

      whole.look = hash_numbers (whole.look, numbers, G_N_ELEMENTS (numbers));
      whole.look = hash (whole.look, looks, sizeof looks);
    }
  return whole;
}
