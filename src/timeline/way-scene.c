/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The display list itself: adding to it, turning it around, reading it.
 */
#include "way-scene-private.h"

WayScene *
way_scene_new (double width, double height)
{
  WayScene *self = g_new0 (WayScene, 1);

  self->width = width;
  self->height = height;
  self->ops = g_array_new (FALSE, FALSE, sizeof (WayOp));
  self->points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  self->texts = g_string_new (NULL);

  return self;
}

void
way_scene_free (WayScene *self)
{
  g_array_unref (self->ops);
  g_array_unref (self->points);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static void
add_op (WayScene *self, const WayOp *op)
{
  g_array_append_val (self->ops, *op);
}

void
way_scene_add_rect (WayScene *self, WayRect rect, WayRgba fill)
{
  add_op (self, &(WayOp){ .type = WAY_OP_RECT, .rect = rect, .fill = fill });
}

void
way_scene_add_faded (WayScene *self, WayRect rect, double radius, double fade_left,
                     double fade_right, const WayLook *look)
{
  add_op (self, &(WayOp){ .type = WAY_OP_ROUND,
                          .flags = look->flags,
                          .rect = rect,
                          .fill = look->fill,
                          .stroke = look->stroke,
                          .line_width = look->line_width,
                          .radius = MIN (radius, MIN (rect.width, rect.height) / 2),
                          .fade_left = fade_left,
                          .fade_right = fade_right });
}

void
way_scene_add_round (WayScene *self, WayRect rect, double radius, const WayLook *look)
{
  way_scene_add_faded (self, rect, radius, 0, 0, look);
}

/* The lowest height pixels of a rounded rectangle, from its start up to a fraction of its width */
void
way_scene_add_band (WayScene *self, WayRect rect, double radius, double height, double fraction,
                    WayRgba fill)
{
  add_op (self, &(WayOp){ .type = WAY_OP_BAND,
                          .rect = rect,
                          .fill = fill,
                          .line_width = height,
                          .radius = MIN (radius, rect.width / 2),
                          .fade_left = 0,
                          .fade_right = (1 - fraction) * rect.width });
}

void
way_scene_add_hatch (WayScene *self, WayRect rect, double radius, WayRgba stroke)
{
  add_op (self, &(WayOp){ .type = WAY_OP_HATCH,
                          .rect = rect,
                          .stroke = stroke,
                          .radius = MIN (radius, rect.width / 2) });
}

static WayRect
get_bounds (const WayPoint *points, guint n_points)
{
  WayRect rect = { points[0].x, points[0].y, points[0].x, points[0].y };

  for (guint i = 1; i < n_points; i++)
    {
      rect.x = MIN (rect.x, points[i].x);
      rect.y = MIN (rect.y, points[i].y);
      rect.width = MAX (rect.width, points[i].x);
      rect.height = MAX (rect.height, points[i].y);
    }

  rect.width -= rect.x;
  rect.height -= rect.y;

  return rect;
}

void
way_scene_add_path (WayScene *self, const WayPoint *points, guint n_points, const WayLook *look)
{
  g_return_if_fail (n_points > 1);

  add_op (self, &(WayOp){ .type = WAY_OP_PATH,
                          .flags = look->flags,
                          .rect = get_bounds (points, n_points),
                          .fill = look->fill,
                          .stroke = look->stroke,
                          .line_width = look->line_width,
                          .index = self->points->len,
                          .n_points = n_points });
  g_array_append_vals (self->points, points, n_points);
}

void
way_scene_add_text (WayScene *self, WayRect rect, WayFont font, WayRgba colour, WayOpFlags flags,
                    const char *text)
{
  add_op (self, &(WayOp){ .type = WAY_OP_TEXT,
                          .flags = flags,
                          .font = font,
                          .rect = rect,
                          .fill = colour,
                          .index = self->texts->len });
  g_string_append_len (self->texts, text, strlen (text) + 1);
}

void
way_scene_add_icon (WayScene *self, WayIcon icon, WayRect rect, WayRgba colour)
{
  add_op (self, &(WayOp){ .type = WAY_OP_ICON, .icon = icon, .rect = rect, .fill = colour });
}

void
way_scene_push_clip (WayScene *self, WayRect rect)
{
  add_op (self, &(WayOp){ .type = WAY_OP_CLIP, .rect = rect });
}

void
way_scene_pop_clip (WayScene *self)
{
  add_op (self, &(WayOp){ .type = WAY_OP_UNCLIP });
}

void
way_scene_translate (WayScene *self, guint first_op, double dx, double dy)
{
  for (guint i = first_op; i < self->ops->len; i++)
    {
      WayOp *op = &g_array_index (self->ops, WayOp, i);

      op->rect.x += dx;
      op->rect.y += dy;

      for (guint j = 0; j < op->n_points; j++)
        {
          WayPoint *point = &g_array_index (self->points, WayPoint, op->index + j);

          point->x += dx;
          point->y += dy;
        }
    }
}

void
way_scene_dim_from (WayScene *self, guint first_op, const WayStyle *style, WayRgba ground)
{
  for (guint i = first_op; i < self->ops->len; i++)
    {
      WayOp *op = &g_array_index (self->ops, WayOp, i);

      if (op->type == WAY_OP_TEXT || op->type == WAY_OP_ICON)
        op->fill = way_style_get_dimmed_text (style);
      else if (op->fill != ground)
        op->fill = way_style_dim (op->fill);

      op->stroke = way_style_dim_line (op->stroke);
    }
}

/* Places are mirrored, text and icons stay readable */
void
way_scene_mirror_from (WayScene *self, guint first_op)
{
  for (guint i = first_op; i < self->ops->len; i++)
    {
      WayOp *op = &g_array_index (self->ops, WayOp, i);
      float fade = op->fade_left;

      op->rect.x = self->width - op->rect.x - op->rect.width;
      op->fade_left = op->fade_right;
      op->fade_right = fade;
      op->flags ^= op->type == WAY_OP_TEXT ? WAY_OP_RIGHT : 0;
      op->flags ^= op->type == WAY_OP_ICON ? WAY_OP_TURNED : 0;

      for (guint j = 0; j < op->n_points; j++)
        {
          WayPoint *point = &g_array_index (self->points, WayPoint, op->index + j);

          point->x = self->width - point->x;
        }
    }
}

void
way_scene_join_from (WayScene *self, guint first_op)
{
  for (guint i = first_op + 1; i < self->ops->len; i++)
    g_array_index (self->ops, WayOp, i).flags |= WAY_OP_JOINED;
}

static const char *const op_names[] = {
  [WAY_OP_RECT] = "rect",   [WAY_OP_ROUND] = "round", [WAY_OP_BAND] = "band",
  [WAY_OP_HATCH] = "hatch", [WAY_OP_PATH] = "path",   [WAY_OP_TEXT] = "text",
  [WAY_OP_ICON] = "icon",   [WAY_OP_CLIP] = "clip",   [WAY_OP_UNCLIP] = "unclip",
};

static const char *const font_names[WAY_N_FONTS] = {
  [WAY_FONT_LABEL] = "label",           [WAY_FONT_LABEL_BOLD] = "bold", [WAY_FONT_SMALL] = "small",
  [WAY_FONT_SMALL_BOLD] = "small-bold", [WAY_FONT_TITLE] = "title",
};

static const char *const flag_names[]
    = { "dashed", "closed", "arrow", "curved", "right", "struck", "turned" };

/* The locale's decimal comma has no place in a golden file */
static void
dump_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", number == 0 ? 0 : number);
  g_string_append (text, g_str_has_suffix (buffer, ".0") ? strtok (buffer, ".") : buffer);
}

static void
dump_named (GString *text, const char *name, double number)
{
  if (number == 0)
    return;

  g_string_append_printf (text, " %s=", name);
  dump_number (text, number);
}

static void
dump_rect (GString *text, const WayRect *rect)
{
  const double numbers[] = { rect->x, rect->y, rect->width, rect->height };
  const char *const before[] = { " ", ",", " ", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append (text, before[i]);
      dump_number (text, numbers[i]);
    }
}

static void
dump_colour (GString *text, const char *name, WayRgba colour)
{
  if (colour == 0)
    return;

  g_string_append_printf (text, " %s=%06x", name, colour >> 8);
  if ((colour & 0xff) != 0xff)
    g_string_append_printf (text, "/%02x", colour & 0xff);
}

static void
dump_path (WayScene *self, const WayOp *op, GString *text)
{
  for (guint i = 0; i < op->n_points; i++)
    {
      const WayPoint *point = &g_array_index (self->points, WayPoint, op->index + i);

      g_string_append_c (text, ' ');
      dump_number (text, point->x);
      g_string_append_c (text, ',');
      dump_number (text, point->y);
    }
}

static void
dump_op (WayScene *self, const WayOp *op, GString *text)
{
  g_string_append (text, op_names[op->type]);

  if (op->type == WAY_OP_PATH)
    dump_path (self, op, text);
  else if (op->type != WAY_OP_UNCLIP)
    dump_rect (text, &op->rect);

  dump_colour (text, "fill", op->fill);
  dump_colour (text, "stroke", op->stroke);
  dump_named (text, "width", op->line_width);
  dump_named (text, "radius", op->radius);
  dump_named (text, "fade-left", op->fade_left);
  dump_named (text, "fade-right", op->fade_right);

  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (op->flags & (1 << i))
      g_string_append_printf (text, " %s", flag_names[i]);

  if (op->type == WAY_OP_ICON)
    g_string_append_printf (text, " %s", way_icon_get_name (op->icon));

  if (op->type == WAY_OP_TEXT)
    g_string_append_printf (text, " %s “%s”", font_names[op->font], self->texts->str + op->index);

  g_string_append_c (text, '\n');
}

char *
way_scene_dump (WayScene *self)
{
  GString *text = g_string_new ("scene");

  dump_rect (text, &(WayRect){ 0, 0, self->width, self->height });
  g_string_append_c (text, '\n');

  for (guint i = 0; i < self->ops->len; i++)
    dump_op (self, &g_array_index (self->ops, WayOp, i), text);

  return g_string_free (text, FALSE);
}
