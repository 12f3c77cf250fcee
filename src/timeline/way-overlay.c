/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What moves or comes and goes over the timeline's picture.
 */
#include "config.h"

#include "way-overlay.h"

#include "way-layout-private.h"
#include "way-link.h"
#include "way-scene-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TODAY_WIDTH 2.0
#define PILL_PADDING 8.0
#define TICK_LABEL_MARGIN 8.0 /* of the labels in the scale */
#define RING_GAP 3.0          /* between an item and its ring */
#define RING_WIDTH 2.0
#define HANDLE 10.0
#define DOT 9.0
#define HOVER_OPACITY 0.35
#define BAND_OPACITY 0.16
#define BAND_SQUARE 64.0
#define FEW 40 /* selected items in sight that are drawn with all care, and with their arrows */
#define GHOST_OPACITY 0.25

/* Each function draws in coordinates from the start edge, between these two */
typedef struct
{
  WayScene *scene;
  const WayViewport *viewport;
  guint first_op;
} Overlay;

static Overlay
begin (WayScene *scene, const WayViewport *viewport, gboolean with_scale)
{
  double top = with_scale ? 0 : viewport->scale_height;
  WayRect body
      = { viewport->head_width, top, way_viewport_body_width (viewport), viewport->height - top };
  Overlay overlay = { scene, viewport, scene->ops->len };

  way_scene_push_clip (scene, body);

  return overlay;
}

static void
end (const Overlay *overlay)
{
  way_scene_pop_clip (overlay->scene);

  if (overlay->viewport->rtl)
    way_scene_mirror_from (overlay->scene, overlay->first_op);
}

static double
get_x (const WayViewport *viewport, double day)
{
  return viewport->head_width + round (way_scale_x (viewport->scale, day));
}

/* The middle of a pill that is nowhere cut off */
static double
keep_pill_inside (const WayViewport *viewport, WayLabels *labels, const char *text, double middle)
{
  double half
      = way_labels_measure (labels, WAY_FONT_SMALL_BOLD, text) / 2 + PILL_PADDING + RING_GAP;
  double least = viewport->head_width + half;

  return CLAMP (middle, least, MAX (least, viewport->width - half));
}

static void
add_pill (WayScene *scene, WayLabels *labels, double middle, double y, const char *text,
          WayRgba fill, WayRgba colour)
{
  double width = way_labels_measure (labels, WAY_FONT_SMALL_BOLD, text);
  double height = round (18 * MAX (1, way_labels_get_scale (labels)));
  WayRect pill = { round (middle - width / 2 - PILL_PADDING), y, width + 2 * PILL_PADDING, height };
  WayRect inner = { pill.x + PILL_PADDING, y, width, height };
  guint first_op = scene->ops->len;

  way_scene_add_round (scene, pill, height / 2, &(WayLook){ .fill = fill });
  way_scene_add_text (scene, inner, WAY_FONT_SMALL_BOLD, colour, WAY_OP_FLAG_NONE, text);
  way_scene_join_from (scene, first_op);
}

/* A label that the pill would cover in part is better covered whole */
static void
hide_tick_labels (WayScene *scene, WayLabels *labels, const WayViewport *viewport,
                  const WayStyle *style, double x, double top)
{
  double half = way_labels_measure (labels, WAY_FONT_SMALL_BOLD, _ ("Today")) / 2 + PILL_PADDING;
  g_autoptr (GArray) ticks = way_scene_get_ticks (labels, viewport->scale, WAY_TICKS_MINOR,
                                                  way_viewport_body_width (viewport));

  for (guint i = 0; i < ticks->len; i++)
    {
      const WayTick *tick = &g_array_index (ticks, WayTick, i);
      double left = get_x (viewport, tick->day) + 2;
      double right;

      if (tick->label == NULL)
        continue;

      right = left + way_labels_measure (labels, WAY_FONT_SMALL, tick->label) + TICK_LABEL_MARGIN;
      if (right > x - half && left < x + half)
        way_scene_add_rect (scene,
                            (WayRect){ left, top, right - left, viewport->scale_height - top - 5 },
                            style->background);
    }
}

void
way_overlay_add_today (WayScene *scene, WayLabels *labels, const WayViewport *viewport,
                       const WayStyle *style, WayDay today)
{
  double x = get_x (viewport, today + 0.5);
  double height = round (18 * MAX (1, way_labels_get_scale (labels)));
  double top = viewport->scale_height - height - 2;
  Overlay overlay;

  if (x < viewport->head_width || x > viewport->width)
    return;

  overlay = begin (scene, viewport, TRUE);
  way_scene_add_rect (scene,
                      (WayRect){ x - TODAY_WIDTH / 2, MAX (0, top + height), TODAY_WIDTH,
                                 viewport->height - MAX (0, top + height) },
                      style->today);

  if (viewport->scale_height > 0)
    {
      double middle = keep_pill_inside (viewport, labels, _ ("Today"), x);

      hide_tick_labels (scene, labels, viewport, style, middle, top);
      add_pill (scene, labels, middle, top, _ ("Today"), style->today, style->on_today);
    }

  end (&overlay);
}

/* The item's shape in the picture, from the start edge */
static WayRect
get_rect (WayLayout *layout, const WayViewport *viewport, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (layout, item, viewport->scale);

  rect.x += viewport->head_width;
  rect.y += viewport->scale_height - viewport->scroll_y;

  return rect;
}

/* Just within @rect, which lies on whole pixels */
static void
add_frame (WayScene *scene, const WayRect *rect, double width, WayRgba colour)
{
  double right = rect->x + rect->width - width;
  double bottom = rect->y + rect->height - width;
  double length = rect->width - 2 * width;

  way_scene_add_rect (scene, (WayRect){ rect->x + width, rect->y, length, width }, colour);
  way_scene_add_rect (scene, (WayRect){ rect->x + width, bottom, length, width }, colour);
  way_scene_add_rect (scene, (WayRect){ rect->x, rect->y + width, width, rect->height - 2 * width },
                      colour);
  way_scene_add_rect (scene, (WayRect){ right, rect->y + width, width, rect->height - 2 * width },
                      colour);
}

static void
add_ring (WayScene *scene, WayLayout *layout, const WayItem *item, const WayRect *rect,
          WayRgba colour)
{
  WayRect ring = { rect->x - RING_GAP, rect->y - RING_GAP, rect->width + 2 * RING_GAP,
                   rect->height + 2 * RING_GAP };
  double radius = way_layout_get_metrics (layout)->bar_radius + RING_GAP;

  way_scene_add_round (scene, ring, radius,
                       &(WayLook){ .stroke = colour, .line_width = RING_WIDTH });
}

/* One of many: of rectangles, which take a twentieth of the time */
static void
add_plain_ring (WayScene *scene, const WayRect *rect, WayRgba colour)
{
  double reach = RING_GAP + RING_WIDTH / 2;
  double left = round (rect->x - reach);
  double top = round (rect->y - reach);
  WayRect ring = { left, top, round (rect->x + rect->width + reach) - left,
                   round (rect->y + rect->height + reach) - top };
  guint first_op = scene->ops->len;

  add_frame (scene, &ring, RING_WIDTH, colour);
  way_scene_join_from (scene, first_op);
}

static void
add_disc (WayScene *scene, double x, double y, double size, WayRgba fill, WayRgba stroke)
{
  WayRect rect = { round (x - size / 2), round (y - size / 2), size, size };

  way_scene_add_round (scene, rect, size / 2,
                       &(WayLook){ .fill = fill, .stroke = stroke, .line_width = RING_WIDTH });
}

/* Where arrows leave: at the foot of the end */
WayPoint
way_layout_get_dot (WayLayout *layout, const WayItem *item, WayScale scale)
{
  WayRect rect = way_layout_get_item_rect (layout, item, scale);
  double inset = item->shape == WAY_SHAPE_BAR ? MIN (DOT, rect.width / 2) : rect.width / 2;

  return (WayPoint){ rect.x + rect.width - inset, rect.y + rect.height + RING_WIDTH };
}

static void
add_dot (WayScene *scene, WayLayout *layout, const WayViewport *viewport, const WayStyle *style,
         const WayItem *item)
{
  WayPoint dot = way_layout_get_dot (layout, item, viewport->scale);

  if (item->shape < WAY_SHAPE_CREDENTIAL)
    add_disc (scene, dot.x + viewport->head_width,
              dot.y + viewport->scale_height - viewport->scroll_y, DOT, style->accent,
              style->background);
}

static gboolean
add_pin (const WayItem *item, gpointer user_data)
{
  const WaySceneBuild *build = user_data;
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  WayRect label = way_layout_get_label_rect (build->layout, item, build->scale);

  /* what is dimmed lets through what it would be drawn over, itself */
  if (item->shape == WAY_SHAPE_BAR && !item->is_dimmed && item->label_place == WAY_LABEL_INSIDE
      && rect.x < 0 && rect.x + rect.width > 0)
    way_scene_add_item (build, item);
  else if (label.x < 0)
    way_scene_add_label_again (build, item);

  return TRUE;
}

void
way_overlay_add_pins (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                      const WayStyle *style)
{
  WaySceneBuild build = way_scene_build_init (scene, layout, viewport, style);
  WayRect edge = { 0, viewport->scroll_y, 1, way_viewport_body_height (viewport) };
  Overlay overlay = begin (scene, viewport, FALSE);
  guint first_op = scene->ops->len;

  build.parts = WAY_SCENE_BODY | WAY_SCENE_PINS;
  way_layout_foreach_visible (layout, viewport->scale, &edge, add_pin, &build);
  way_scene_translate (scene, first_op, viewport->head_width,
                       viewport->scale_height - viewport->scroll_y);
  end (&overlay);
}

void
way_overlay_add_hover (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                       const WayStyle *style, const WayId *id, gboolean with_dot)
{
  const WayItem *item = way_layout_find_item (layout, id);
  Overlay overlay;
  WayRect rect;

  if (item == NULL)
    return;

  rect = get_rect (layout, viewport, item);
  overlay = begin (scene, viewport, FALSE);
  add_ring (scene, layout, item, &rect, way_rgba_fade (style->accent, HOVER_OPACITY));

  if (with_dot)
    add_dot (scene, layout, viewport, style, item);

  end (&overlay);
}

typedef struct
{
  WayScene *scene;
  WayLayout *layout;
  const WayViewport *viewport;
  const WayStyle *style;
  GHashTable *seen;
  GArray *routes; /* of WayRoute, from the body's start edge and the first lane's top */
} LinkVisit;

static void
on_referrer_visit (WayRecord *referrer, WayField field, gpointer user_data)
{
  LinkVisit *visit = user_data;
  WayRect area = way_viewport_get_area (visit->viewport);
  WayRoute route;

  if ((field != WAY_DEPENDENCY_FROM && field != WAY_DEPENDENCY_TO)
      || !g_hash_table_add (visit->seen, referrer))
    return;

  if (!way_link_route (visit->layout, visit->viewport->scale, referrer, &area, &route))
    return;

  g_array_append_val (visit->routes, route);

  for (guint i = 0; i < route.n_points; i++)
    {
      route.points[i].x += visit->viewport->head_width;
      route.points[i].y += visit->viewport->scale_height - visit->viewport->scroll_y;
    }

  way_link_add_to_scene (visit->scene, visit->layout, referrer, &route, visit->style,
                         visit->style->accent);
}

typedef struct
{
  WaySceneBuild build;
  WayRect segment;
} LabelVisit;

static gboolean
on_item_crossed (const WayItem *item, gpointer user_data)
{
  const LabelVisit *visit = user_data;
  WayRect label = way_layout_get_label_rect (visit->build.layout, item, visit->build.scale);

  if (way_rect_intersects (&label, &visit->segment))
    way_scene_add_label_again (&visit->build, item);

  return TRUE;
}

/* Arrows pass behind labels, these as those of the picture below */
static void
add_labels_on_routes (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                      const WayStyle *style, GArray *routes)
{
  LabelVisit visit = { .build = way_scene_build_init (scene, layout, viewport, style) };
  guint first_op = scene->ops->len;

  for (guint i = 0; i < routes->len; i++)
    {
      const WayRoute *route = &g_array_index (routes, WayRoute, i);

      for (guint j = 0; j + 1 < route->n_points; j++)
        {
          WayPoint a = route->points[j];
          WayPoint b = route->points[j + 1];

          visit.segment
              = (WayRect){ MIN (a.x, b.x) - RING_WIDTH, MIN (a.y, b.y) - RING_WIDTH,
                           fabs (b.x - a.x) + 2 * RING_WIDTH, fabs (b.y - a.y) + 2 * RING_WIDTH };
          way_layout_foreach_visible (layout, viewport->scale, &visit.segment, on_item_crossed,
                                      &visit);
        }
    }

  way_scene_translate (scene, first_op, viewport->head_width,
                       viewport->scale_height - viewport->scroll_y);
}

static void
add_handles (WayScene *scene, WayLayout *layout, const WayViewport *viewport, const WayStyle *style,
             const WayItem *item)
{
  WayRect rect = get_rect (layout, viewport, item);
  double middle = rect.y + rect.height / 2;

  /* On the edges and not on the ring, where they would touch a label beside the bar */
  if (item->shape == WAY_SHAPE_BAR && !item->is_melted)
    {
      add_disc (scene, rect.x, middle, HANDLE, style->background, style->accent);
      add_disc (scene, rect.x + rect.width, middle, HANDLE, style->background, style->accent);
    }

  add_dot (scene, layout, viewport, style, item);
}

void
way_overlay_add_selection (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                           const WayStyle *style, const WayId *ids, guint n_ids, const WayId *focus)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (WayRoute));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  LinkVisit visit = { scene, layout, viewport, style, seen, routes };
  Overlay overlay = begin (scene, viewport, FALSE);
  WayRect body = { viewport->head_width, viewport->scale_height, way_viewport_body_width (viewport),
                   way_viewport_body_height (viewport) };

  for (guint i = 0; i < n_ids; i++)
    {
      const WayItem *item = way_layout_find_item (layout, &ids[i]);
      WayRect rect;

      if (item == NULL)
        continue;

      rect = get_rect (layout, viewport, item);
      if (!way_rect_intersects (&rect, &body))
        continue;

      g_ptr_array_add (items, (gpointer)item);
    }

  /* Where nearly all stand out, none does */
  for (guint i = 0; i < items->len && items->len <= FEW; i++)
    {
      const WayItem *item = g_ptr_array_index (items, i);

      way_plan_foreach_referrer (way_layout_get_plan (layout), way_record_get_id (item->record),
                                 on_referrer_visit, &visit);
    }

  add_labels_on_routes (scene, layout, viewport, style, routes);

  for (guint i = 0; i < items->len; i++)
    {
      const WayItem *item = g_ptr_array_index (items, i);
      WayRect rect = get_rect (layout, viewport, item);

      if (items->len > FEW)
        add_plain_ring (scene, &rect, style->accent);
      else
        add_ring (scene, layout, item, &rect, style->accent);

      if (focus != NULL && way_id_equal (focus, way_record_get_id (item->record)))
        add_handles (scene, layout, viewport, style, item);
    }

  end (&overlay);
}

void
way_overlay_add_ghost (WayScene *scene, WayLabels *labels, const WayViewport *viewport,
                       const WayStyle *style, const WayGhost *ghost)
{
  double left = get_x (viewport, ghost->start);
  double right = MAX (left + 2, get_x (viewport, ghost->end));
  WayRect rect = { left, ghost->y, right - left, ghost->height };
  WayLook look = { .fill = way_rgba_fade (style->accent, GHOST_OPACITY),
                   .stroke = style->accent,
                   .line_width = RING_WIDTH,
                   .flags = WAY_OP_DASHED };
  Overlay overlay = begin (scene, viewport, FALSE);

  if (ghost->is_plain)
    {
      way_scene_add_rect (scene, rect, look.fill);
      add_frame (scene, &rect, 1, style->accent);
    }
  else
    way_scene_add_round (scene, rect, 6, &look);

  if (ghost->text != NULL)
    {
      double pill = round (18 * MAX (1, way_labels_get_scale (labels)));
      double above = ghost->y - pill - RING_GAP;
      double middle = keep_pill_inside (viewport, labels, ghost->text, (left + right) / 2);

      /* above the ghost, below it at the upper edge of the body */
      add_pill (scene, labels, middle,
                above >= viewport->scale_height ? above : ghost->y + ghost->height + RING_GAP,
                ghost->text, style->accent, style->background);
    }

  end (&overlay);
}

/* What of @rect is in the body, from the start edge */
static WayRect
keep_in_body (const WayViewport *viewport, const WayRect *rect)
{
  double left = MAX (rect->x, viewport->head_width);
  double top = MAX (rect->y, viewport->scale_height);

  return (WayRect){ left, top, MIN (rect->x + rect->width, viewport->width) - left,
                    MIN (rect->y + rect->height, viewport->height) - top };
}

/* In squares that stay where they are, so that only what the band gains or loses is drawn again */
static void
add_squares (WayScene *scene, const WayViewport *viewport, const WayRect *rect, WayRgba fill)
{
  WayRect seen = keep_in_body (viewport, rect);
  double right = seen.x + seen.width;
  double bottom = seen.y + seen.height;

  for (double y = seen.y; y < bottom; y = (floor (y / BAND_SQUARE) + 1) * BAND_SQUARE)
    for (double x = seen.x; x < right; x = (floor (x / BAND_SQUARE) + 1) * BAND_SQUARE)
      {
        double width = MIN ((floor (x / BAND_SQUARE) + 1) * BAND_SQUARE, right) - x;
        double height = MIN ((floor (y / BAND_SQUARE) + 1) * BAND_SQUARE, bottom) - y;

        way_scene_add_rect (scene, (WayRect){ x, y, width, height }, fill);
      }
}

void
way_overlay_add_band (WayScene *scene, const WayViewport *viewport, const WayStyle *style,
                      const WayRect *rect)
{
  WayRect mirrored = way_viewport_mirror (viewport, *rect);
  double left = round (mirrored.x);
  double top = round (mirrored.y);
  double right = MAX (left + 3, round (mirrored.x + mirrored.width)) - 1;
  double bottom = MAX (top + 3, round (mirrored.y + mirrored.height)) - 1;
  double width = right - left - 1;
  double height = bottom - top - 1;
  const WayRect sides[] = { { left + 1, top, width, 1 },
                            { left + 1, bottom, width, 1 },
                            { left, top + 1, 1, height },
                            { right, top + 1, 1, height } };
  Overlay overlay = begin (scene, viewport, FALSE);

  add_squares (scene, viewport, &(WayRect){ left + 1, top + 1, width, height },
               way_rgba_fade (style->accent, BAND_OPACITY));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    add_squares (scene, viewport, &sides[i], style->accent);
  end (&overlay);
}

void
way_overlay_add_new_link (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                          const WayStyle *style, const WayId *from, double x, double y,
                          gboolean allowed)
{
  const WayItem *item = way_layout_find_item (layout, from);
  WayLook look = { .stroke = allowed ? style->accent : style->broken,
                   .line_width = RING_WIDTH,
                   .flags = WAY_OP_ARROW | (allowed ? 0 : WAY_OP_DASHED) };
  WayPoint points[2];
  Overlay overlay;

  if (item == NULL)
    return;

  overlay = begin (scene, viewport, FALSE);
  points[0] = way_layout_get_dot (layout, item, viewport->scale);
  points[0].x += viewport->head_width;
  points[0].y += viewport->scale_height - viewport->scroll_y;
  points[1] = (WayPoint){ viewport->rtl ? viewport->width - x : x, y };
  way_scene_add_path (scene, points, G_N_ELEMENTS (points), &look);
  add_dot (scene, layout, viewport, style, item);
  end (&overlay);
}
