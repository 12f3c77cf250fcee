/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How items look: bars, diamonds and flags, by category and status.
 */
#include "way-scene-parts.h"

#include "way-layout-private.h"

#include <math.h>

#define START_EDGE 3.0   /* of what has begun, in pixels */
#define SMALL_RADIUS 4.0 /* of the legend's bars */
#define PLATE_MARGIN 2.0 /* around text beside an item */
#define WHISKER 3.0      /* half the height of a whisker's end */
#define DIAMOND_LINE 2.0
#define CRITICAL_LINE 2.5 /* of what may not slip */
#define CRITICAL_INSET 4.5
#define CRITICAL_STEP 5.0 /* from a diamond to the one within it */

/* What a status does to a milestone's looks */
typedef struct
{
  gboolean solid;    /* the tone's solid ground */
  gboolean tinted;   /* its fill; neither leaves the background */
  gboolean outlined; /* in the tone's stroke */
  gboolean dashed;   /* the outline */
  gboolean hatched;
  gboolean begun;  /* a strong edge at the start, and the band of progress also when empty */
  gboolean struck; /* the label */
  gboolean broken; /* in the colour of what went wrong */
  int icon;        /* a WayIcon, or -1 */
} StatusLook;

static const StatusLook status_looks[WAY_N_STATUSES] = {
  [WAY_STATUS_PLANNED] = { .tinted = TRUE, .outlined = TRUE, .icon = -1 },
  [WAY_STATUS_ACTIVE] = { .tinted = TRUE, .begun = TRUE, .icon = -1 },
  [WAY_STATUS_WAITING]
  = { .tinted = TRUE, .outlined = TRUE, .dashed = TRUE, .hatched = TRUE, .icon = WAY_ICON_PAUSE },
  [WAY_STATUS_DONE] = { .solid = TRUE, .icon = WAY_ICON_TICK },
  [WAY_STATUS_MISSED] = { .outlined = TRUE, .broken = TRUE, .icon = WAY_ICON_CROSS },
  [WAY_STATUS_DROPPED]
  = { .tinted = TRUE, .outlined = TRUE, .dashed = TRUE, .struck = TRUE, .icon = -1 },
};

static const StatusLook *
get_status_look (const WayItem *item)
{
  return &status_looks[item->status];
}

static WayTone
get_tone (const WaySceneBuild *build, const WayItem *item)
{
  WayTone tone = build->style->categories[item->category];

  if (get_status_look (item)->struck)
    return build->style->dropped;

  if (get_status_look (item)->broken)
    tone.stroke = tone.solid = build->style->broken;

  return tone;
}

/* The ground that is seen within the shape */
static WayRgba
get_ground (const WaySceneBuild *build, const WayItem *item)
{
  const StatusLook *status = get_status_look (item);
  WayTone tone = get_tone (build, item);

  if (status->solid)
    return tone.solid;

  return status->tinted ? tone.fill : way_scene_get_lane_colour (build->style, item->lane);
}

static void
add_icon_in_middle (const WaySceneBuild *build, WayIcon icon, double x, const WayRect *rect,
                    double size, WayRgba colour)
{
  double y = round (rect->y + (rect->height - size) / 2);

  way_scene_add_icon (build->scene, icon, (WayRect){ way_pixel (x), y, size, size }, colour);
}

static void
add_progress (const WaySceneBuild *build, const WayItem *item, const WayRect *rect, WayTone tone)
{
  const WayMetrics *metrics = build->metrics;
  int progress = way_record_get_integer (item->record, WAY_MILESTONE_PROGRESS);
  const StatusLook *status = get_status_look (item);

  if (status->solid || status->struck)
    return;

  if (status->begun)
    way_scene_add_band (build->scene, *rect, metrics->bar_radius, metrics->band, 1.0,
                        way_rgba_fade (tone.stroke, 0.22));

  if (progress > 0)
    way_scene_add_band (build->scene, *rect, metrics->bar_radius, metrics->band, progress / 100.0,
                        tone.stroke);
}

/* What of a bar is in sight: icon and label of one that began earlier stay at the edge */
static WayRect
get_sight (const WaySceneBuild *build, const WayRect *rect)
{
  WayRect sight = *rect;

  if ((build->parts & WAY_SCENE_PINS) && rect->x < build->area.x)
    {
      sight.x = build->area.x;
      sight.width = MAX (0, rect->x + rect->width - sight.x);
    }

  return sight;
}

static void
add_bar_icons (const WaySceneBuild *build, const WayItem *item, const WayRect *rect, WayTone tone)
{
  const WayMetrics *metrics = build->metrics;
  const StatusLook *status = get_status_look (item);
  WayRgba colour = status->solid ? tone.on_solid : tone.stroke;
  WayRect sight = get_sight (build, rect);
  WayItemIcons icons = way_item_get_icons (item, metrics, sight.width);

  if (icons.category_inside)
    {
      double x = sight.width < metrics->icon + 2 * metrics->padding
                     ? sight.x + (sight.width - metrics->icon) / 2
                     : sight.x + metrics->padding;

      add_icon_in_middle (build, way_icon_for_category (item->category), x, rect, metrics->icon,
                          colour);
    }

  if (icons.status_inside)
    add_icon_in_middle (build, status->icon,
                        rect->x + rect->width - metrics->padding - metrics->icon, rect,
                        metrics->icon, colour);
}

/* What may not slip has a strong edge, and dashes along its head: neither needs colour */
static void
add_critical_edge (const WaySceneBuild *build, const WayRect *rect, double fade_left,
                   double fade_right)
{
  WayLook edge = { .stroke = build->style->text, .line_width = CRITICAL_LINE };
  WayLook dashes = { .stroke = build->style->text, .line_width = 1.5, .flags = WAY_OP_DASHED };
  double y = rect->y + CRITICAL_INSET;
  double left = rect->x + MAX (build->metrics->bar_radius, fade_left);
  double right = rect->x + rect->width - MAX (build->metrics->bar_radius, fade_right);

  way_scene_add_faded (build->scene, *rect, build->metrics->bar_radius, fade_left, fade_right,
                       &edge);
  if (right > left)
    way_scene_add_path (build->scene, (WayPoint[]){ { left, y }, { right, y } }, 2, &dashes);
}

static void
add_bar (const WaySceneBuild *build, const WayItem *item)
{
  const WayMetrics *metrics = build->metrics;
  const StatusLook *status = get_status_look (item);
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  WayTone tone = get_tone (build, item);
  double fade_left = MIN (rect.width / 2, item->start_fade * build->scale.day_width);
  double fade_right = MIN (rect.width / 2, item->end_fade * build->scale.day_width);
  double line_width = MAX (build->style->line_width, status->broken ? 1.5 : 1);
  WayLook look = { .fill = get_ground (build, item),
                   .line_width = line_width,
                   .flags = status->dashed ? WAY_OP_DASHED : WAY_OP_FLAG_NONE };

  /* high contrast outlines everything */
  if (status->outlined || build->style->line_width > 1)
    look.stroke = tone.stroke;

  way_scene_add_faded (build->scene, rect, metrics->bar_radius, fade_left, fade_right, &look);

  if (status->hatched)
    way_scene_add_hatch (build->scene, rect, metrics->bar_radius,
                         way_rgba_fade (tone.stroke, 0.25));

  add_progress (build, item, &rect, tone);

  /* an end that fades needs the other one to be plain */
  if (status->begun && item->start_fade == 0 && rect.width > 2 * metrics->bar_radius)
    way_scene_add_band (build->scene, rect, metrics->bar_radius, rect.height,
                        START_EDGE / rect.width, tone.stroke);

  if (way_layout_is_critical (build->layout, item->record))
    add_critical_edge (build, &rect, fade_left, fade_right);

  add_bar_icons (build, item, &rect, tone);
}

/* From the first to the last day that a point may be on */
static void
add_whisker (const WaySceneBuild *build, const WayItem *item, const WayRect *shape, WayRgba colour)
{
  double left = way_scale_pixel (build->scale, item->start) + 0.5;
  double right = way_scale_pixel (build->scale, item->end) - 0.5;
  double y = shape->y + floor (shape->height / 2) + 0.5;
  WayLook look = { .stroke = colour, .line_width = 1, .flags = WAY_OP_DASHED };
  WayLook end_look = { .stroke = colour, .line_width = 1 };
  WayPoint line[] = { { left, y }, { right, y } };

  if (!way_item_has_whisker (item, build->metrics, build->scale.day_width))
    return;

  way_scene_add_path (build->scene, line, 2, &look);
  way_scene_add_path (build->scene, (WayPoint[]){ { left, y - WHISKER }, { left, y + WHISKER } }, 2,
                      &end_look);
  way_scene_add_path (build->scene, (WayPoint[]){ { right, y - WHISKER }, { right, y + WHISKER } },
                      2, &end_look);
}

static WayLook
get_point_look (const WaySceneBuild *build, const WayItem *item)
{
  const StatusLook *status = get_status_look (item);
  WayTone tone = get_tone (build, item);
  WayLook look = { .fill = way_scene_get_lane_colour (build->style, item->lane),
                   .stroke = tone.stroke,
                   .line_width = DIAMOND_LINE,
                   .flags = WAY_OP_CLOSED };

  if (status->solid)
    look.fill = look.stroke = tone.solid;
  else if (status->begun || status->hatched)
    look.fill = tone.fill;

  if (way_layout_is_critical (build->layout, item->record))
    {
      look.stroke = build->style->text;
      look.line_width = CRITICAL_LINE;
    }

  return look;
}

/* The icon that says the status, within a diamond or a flag */
static void
add_point_icon (const WaySceneBuild *build, const WayItem *item, WayRect rect)
{
  const StatusLook *status = get_status_look (item);
  WayTone tone = get_tone (build, item);

  if (status->icon < 0)
    return;

  way_scene_add_icon (build->scene, status->icon, rect,
                      status->solid ? tone.on_solid : tone.stroke);
}

static void
add_diamond (const WaySceneBuild *build, WayPoint middle, double half, const WayLook *look)
{
  WayPoint corners[] = { { middle.x, middle.y - half },
                         { middle.x + half, middle.y },
                         { middle.x, middle.y + half },
                         { middle.x - half, middle.y } };

  way_scene_add_path (build->scene, corners, G_N_ELEMENTS (corners), look);
}

static void
add_point (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  double size = build->metrics->diamond;
  double icon = round (size * 0.56);
  double inset = DIAMOND_LINE / 2;
  WayPoint middle = { rect.x + rect.width / 2, rect.y + rect.height / 2 };
  double half = size / 2 - inset;
  WayLook look = get_point_look (build, item);

  add_whisker (build, item, &rect, look.stroke);
  add_diamond (build, middle, half, &look);
  if (way_layout_is_critical (build->layout, item->record) && get_status_look (item)->icon < 0)
    add_diamond (build, middle, half - CRITICAL_STEP,
                 &(WayLook){ .stroke = look.stroke, .line_width = 1, .flags = WAY_OP_CLOSED });
  add_point_icon (build, item, (WayRect){ middle.x - icon / 2, middle.y - icon / 2, icon, icon });
}

static void
add_deadline (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  WayLook look = get_point_look (build, item);
  double pole = rect.x + 1;
  double top = rect.y + 3;
  double height = round (rect.height * 0.5);
  double right = rect.x + rect.width;
  double icon = round (height * 0.75);
  WayPoint flag[] = { { pole, top },
                      { right, top },
                      { right - 3.5, top + height / 2 },
                      { right, top + height },
                      { pole, top + height } };
  WayLook pole_look = { .stroke = look.stroke, .line_width = look.line_width };
  WayRect shape = { rect.x - 2, rect.y, 4, rect.height };

  look.line_width -= 0.5;
  add_whisker (build, item, &shape, look.stroke);
  way_scene_add_path (build->scene, flag, G_N_ELEMENTS (flag), &look);
  way_scene_add_path (build->scene,
                      (WayPoint[]){ { pole, top }, { pole, rect.y + rect.height - 1 } }, 2,
                      &pole_look);
  add_point_icon (build, item, (WayRect){ pole + 0.5, top + (height - icon) / 2, icon, icon });
}

static WayRgba
get_label_colour (const WaySceneBuild *build, const WayItem *item)
{
  const StatusLook *status;

  if (item->shape >= WAY_SHAPE_CREDENTIAL)
    return build->style->text;

  status = get_status_look (item);
  if (status->struck)
    return build->style->dim_text;

  if (item->label_place == WAY_LABEL_INSIDE && status->solid)
    return get_tone (build, item).on_solid;

  return build->style->text;
}

/* Icons that found no place within the shape, of which @width is in sight, stand before the title
 */
static void
add_outside_icons (const WaySceneBuild *build, const WayItem *item, double width, WayRect *label)
{
  const WayMetrics *metrics = build->metrics;
  WayItemIcons icons = way_item_get_icons (item, metrics, width);
  double step = metrics->icon + metrics->gap / 2;

  if (item->shape >= WAY_SHAPE_CREDENTIAL)
    return;

  if (way_item_has_status_icon (item) && !icons.status_inside)
    {
      add_icon_in_middle (build, get_status_look (item)->icon, label->x, label, metrics->icon,
                          get_tone (build, item).stroke);
      label->x += step;
      label->width -= step;
    }

  if (!icons.category_inside)
    {
      add_icon_in_middle (build, way_icon_for_category (item->category), label->x, label,
                          metrics->icon, get_tone (build, item).stroke);
      label->x += step;
      label->width -= step;
    }
}

/* Grid and arrows end before text and go on behind it */
static WayRect
get_plate (const WaySceneBuild *build, WayRect label)
{
  double height = round (build->metrics->icon * 1.1);

  label.y = round (label.y + (label.height - height) / 2);
  label.height = height;
  label.x -= PLATE_MARGIN;
  label.width += 2 * PLATE_MARGIN;

  return label;
}

static void
add_plate (const WaySceneBuild *build, const WayItem *item, WayRect label)
{
  way_scene_add_rect (build->scene, get_plate (build, label),
                      way_scene_get_lane_colour (build->style, item->lane));
}

static void
add_label_text (const WaySceneBuild *build, const WayItem *item, WayRect rect)
{
  g_autofree char *owned = NULL;
  gboolean is_struck = item->shape < WAY_SHAPE_CREDENTIAL && get_status_look (item)->struck;

  way_scene_add_text (build->scene, rect, way_item_get_font (item), get_label_colour (build, item),
                      is_struck ? WAY_OP_STRUCK : WAY_OP_FLAG_NONE,
                      way_item_get_label (item, &owned));
}

static void
add_label_beside (const WaySceneBuild *build, const WayItem *item, WayRect rect)
{
  double width = way_layout_get_item_rect (build->layout, item, build->scale).width;

  add_plate (build, item, rect);
  add_outside_icons (build, item, width, &rect);
  add_label_text (build, item, rect);
}

/* Beside a bar of which so little is in sight that the label finds no more room within */
static void
add_label_moved (const WaySceneBuild *build, const WayItem *item, WayRect rect)
{
  WayRect shape = way_layout_get_item_rect (build->layout, item, build->scale);
  WayItem beside = *item;

  beside.label_place = WAY_LABEL_AFTER;
  add_plate (build, &beside, rect);
  add_outside_icons (build, &beside, get_sight (build, &shape).width, &rect);
  add_label_text (build, &beside, rect);
}

static void
add_label (const WaySceneBuild *build, const WayItem *item)
{
  WayRect shape = way_layout_get_item_rect (build->layout, item, build->scale);
  WayRect rect = build->parts & WAY_SCENE_PINS
                     ? way_layout_get_pinned_label_rect (build->layout, item, build->scale)
                     : way_layout_get_label_rect (build->layout, item, build->scale);

  if (rect.width <= 0)
    return;

  if (item->label_place != WAY_LABEL_INSIDE)
    add_label_beside (build, item, rect);
  else if (rect.x > shape.x + shape.width)
    add_label_moved (build, item, rect);
  else
    add_label_text (build, item, rect);
}

/* Covers what the start edge cuts, and shortens it where the item is in sight; where nothing is
 * left of it the picture is as if it had never been there */
static void
add_cut_label (const WaySceneBuild *build, const WayItem *item, WayRect rect)
{
  const WayMetrics *metrics = build->metrics;
  double room = rect.x + rect.width - build->area.x - metrics->gap;

  if (item->label_place != WAY_LABEL_BEFORE || room < metrics->label_min)
    {
      way_scene_add_background_again (build, get_plate (build, rect));
      return;
    }

  add_plate (build, item, rect);
  rect.x = build->area.x + metrics->gap;
  rect.width = room;
  add_outside_icons (build, item,
                     way_layout_get_item_rect (build->layout, item, build->scale).width, &rect);
  add_label_text (build, item, rect);
}

void
way_scene_add_label_again (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_label_rect (build->layout, item, build->scale);

  if (item->label_place == WAY_LABEL_INSIDE || rect.width <= 0)
    return;

  if (rect.x < build->area.x)
    add_cut_label (build, item, rect);
  else
    add_label_beside (build, item, rect);
}

static void
add_melted (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  gboolean is_milestone = item->shape < WAY_SHAPE_CREDENTIAL;
  WayRgba colour = is_milestone ? get_tone (build, item).stroke : build->style->credential.stroke;

  if (is_milestone && way_layout_is_critical (build->layout, item->record))
    colour = build->style->text;

  if (rect.height > 2 * build->metrics->gap)
    {
      rect.y += rect.height / 4;
      rect.height /= 2;
    }

  way_scene_add_rect (build->scene, rect, way_rgba_fade (colour, 0.7));
}

void
way_scene_add_item (const WaySceneBuild *build, const WayItem *item)
{
  static void (*const shapes[]) (const WaySceneBuild *build, const WayItem *item) = {
    [WAY_SHAPE_BAR] = add_bar,
    [WAY_SHAPE_POINT] = add_point,
    [WAY_SHAPE_DEADLINE] = add_deadline,
    [WAY_SHAPE_CREDENTIAL] = way_scene_add_credential,
    [WAY_SHAPE_EXPIRY] = way_scene_add_expiry,
  };

  guint first_op = build->scene->ops->len;

  if (item->is_melted)
    {
      add_melted (build, item);
    }
  else
    {
      shapes[item->shape](build, item);
      if (!(build->parts & WAY_SCENE_COARSE))
        add_label (build, item);
    }

  if (item->is_dimmed)
    way_scene_dim_from (build->scene, first_op, build->style,
                        way_scene_get_lane_colour (build->style, item->lane));
}

void
way_scene_add_swatch (WayScene *scene, const WayStyle *style, WayStatus status, WayRect rect)
{
  const StatusLook *look = &status_looks[status];
  WayTone tone = look->struck ? style->dropped : style->categories[WAY_CATEGORY_STEP];
  WayLook bar = { .line_width = style->line_width,
                  .flags = look->dashed ? WAY_OP_DASHED : WAY_OP_FLAG_NONE };
  double icon = rect.height - 4;

  if (look->broken)
    tone.stroke = style->broken;

  if (look->solid || look->tinted)
    bar.fill = look->solid ? tone.solid : tone.fill;

  if (look->outlined)
    bar.stroke = tone.stroke;

  way_scene_add_round (scene, rect, SMALL_RADIUS, &bar);

  if (look->hatched)
    way_scene_add_hatch (scene, rect, SMALL_RADIUS, way_rgba_fade (tone.stroke, 0.25));

  if (look->begun)
    {
      way_scene_add_band (scene, rect, SMALL_RADIUS, rect.height, START_EDGE / rect.width,
                          tone.stroke);
      way_scene_add_band (scene, rect, SMALL_RADIUS, 3, 0.6, tone.stroke);
    }

  if (look->icon >= 0)
    way_scene_add_icon (scene, look->icon,
                        (WayRect){ rect.x + (rect.width - icon) / 2, rect.y + 2, icon, icon },
                        look->solid ? tone.on_solid : tone.stroke);
}
