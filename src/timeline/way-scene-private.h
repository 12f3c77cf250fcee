/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scene consists of, for those who fill it and for the painter.
 */
#pragma once

#include "way-scene.h"

G_BEGIN_DECLS

/* Pixels of a dashed line */
#define WAY_DASH 5.0
#define WAY_DASH_GAP 4.0

typedef enum
{
  WAY_OP_RECT,  /* plain, on whole pixels */
  WAY_OP_ROUND, /* rounded, filled and outlined, perhaps fading at its ends */
  WAY_OP_BAND,  /* a rounded rectangle's foot */
  WAY_OP_HATCH, /* slanted lines within a rounded rectangle */
  WAY_OP_PATH,  /* lines from point to point */
  WAY_OP_TEXT,
  WAY_OP_ICON,
  WAY_OP_CLIP, /* until the next UNCLIP */
  WAY_OP_UNCLIP,
} WayOpType;

typedef enum
{
  WAY_OP_FLAG_NONE = 0,
  WAY_OP_DASHED = 1 << 0,
  WAY_OP_CLOSED = 1 << 1,
  WAY_OP_ARROW = 1 << 2,  /* a head at the path's end */
  WAY_OP_CURVED = 1 << 3, /* corners are rounded; all lines run along the axes */
  WAY_OP_RIGHT = 1 << 4,  /* text ends at the right edge of its rectangle */
  WAY_OP_STRUCK = 1 << 5,
  WAY_OP_TURNED = 1 << 6, /* an icon that shows a direction is mirrored */
  WAY_OP_JOINED = 1 << 7, /* comes, goes and moves with what was added before it */
} WayOpFlags;

/**
 * WayOp:
 * @type: a #WayOpType
 * @flags: #WayOpFlags
 * @icon: a #WayIcon
 * @font: a #WayFont
 * @rect: where, in pixels
 * @fill: colour within, of text and of icons; 0 for none
 * @stroke: colour of the outline; 0 for none
 * @line_width: of the outline
 * @radius: of corners
 * @fade_left: pixels over which it appears
 * @fade_right: pixels over which it vanishes
 * @index: of the first point in the scene's points, or of the text in its texts
 * @n_points: of a path
 */
typedef struct
{
  guint8 type;
  guint8 flags;
  guint8 icon;
  guint8 font;
  WayRect rect;
  WayRgba fill;
  WayRgba stroke;
  float line_width;
  float radius;
  float fade_left;
  float fade_right;
  guint index;
  guint n_points;
} WayOp;

typedef struct
{
  double x;
  double y;
} WayPoint;

struct _WayScene
{
  double width;
  double height;
  GArray *ops;    /* of WayOp */
  GArray *points; /* of WayPoint */
  GString *texts; /* each ends in NUL */
};

/**
 * WayLook:
 *
 * How something is filled and outlined.
 */
typedef struct
{
  WayRgba fill;
  WayRgba stroke;
  double line_width;
  WayOpFlags flags;
} WayLook;

void way_scene_add_rect (WayScene *self, WayRect rect, WayRgba fill);
void way_scene_add_round (WayScene *self, WayRect rect, double radius, const WayLook *look);
void way_scene_add_faded (WayScene *self, WayRect rect, double radius, double fade_left,
                          double fade_right, const WayLook *look);
void way_scene_add_band (WayScene *self, WayRect rect, double radius, double height,
                         double fraction, WayRgba fill);
void way_scene_add_hatch (WayScene *self, WayRect rect, double radius, WayRgba stroke);
void way_scene_add_path (WayScene *self, const WayPoint *points, guint n_points,
                         const WayLook *look);
void way_scene_add_text (WayScene *self, WayRect rect, WayFont font, WayRgba colour,
                         WayOpFlags flags, const char *text);
void way_scene_add_icon (WayScene *self, WayIcon icon, WayRect rect, WayRgba colour);
void way_scene_push_clip (WayScene *self, WayRect rect);
void way_scene_pop_clip (WayScene *self);

/* Dims all that was added from @first_op on, but what has the colour of the @ground that it lies on
 * and is there to cover what is below */
void way_scene_dim_from (WayScene *self, guint first_op, const WayStyle *style, WayRgba ground);

/* Moves and mirrors all that was added from @first_op on */
void way_scene_translate (WayScene *self, guint first_op, double dx, double dy);
void way_scene_mirror_from (WayScene *self, guint first_op);

/* Tells that all that was added from @first_op on comes, goes and moves together */
void way_scene_join_from (WayScene *self, guint first_op);

G_END_DECLS
