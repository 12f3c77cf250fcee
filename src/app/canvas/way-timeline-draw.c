/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing the timeline: tiles of body, heads and scale, and what moves above them.
 */
#include "way-item-text.h"
#include "way-overlay.h"
#include "way-painter.h"
#include "way-timeline-view-private.h"

#define PAINT_BUDGET_US 8000 /* a frame, so that scrolling stays smooth */
#define FIRST_PAINT_US 40000 /* the first frame shows all at once */
#define ZOOM_RESTS_US                                                                              \
  60000                   /* after the last step of a zoom; longer than it takes to the next one */
#define SHAPE_BUDGET 60   /* labels shaped a frame; the rest follow in the next ones */
#define FEW_GHOSTS 20     /* beyond that those beside the grabbed one are simple rectangles */
#define MANY_SELECTED 200 /* beyond that only those in sight get a ring */

static gboolean
paint_parts (WayTimelineView *self, cairo_t *cr, const WayViewport *viewport, WaySceneParts parts)
{
  g_autoptr (WayScene) scene = way_scene_build (self->layout, viewport, self->style, parts);

  way_painter_paint (scene, self->labels, cr);
  return !way_labels_is_short (self->labels);
}

/* The viewport of a tile: canvas pixels count from the left, so where time runs the other way they
 * are negative */
static WayViewport
get_tile_viewport (WayTimelineView *self, const WayRect *area)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double start = rtl ? -(area->x + area->width) : area->x;

  return (WayViewport){
    .scale = { self->anchor + start / self->day_width, self->day_width },
    .scroll_y = area->y,
    .width = area->width,
    .height = area->height,
    .rtl = rtl,
  };
}

/* Where the zoom goes so far that nothing old can bridge it, bars without words do until it rests:
 * a frame of those stays within the time that it has */
static gboolean
paint_body (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  WayTimelineView *self = user_data;
  WayViewport viewport = get_tile_viewport (self, area);

  if (!self->is_coarse)
    return paint_parts (self, cr, &viewport, WAY_SCENE_BODY | WAY_SCENE_LINKS);
  paint_parts (self, cr, &viewport, WAY_SCENE_BODY | WAY_SCENE_COARSE);
  return FALSE;
}

/* Scale and heads keep their words in sight at the edges, so each is one picture of what is shown
 * now */
static gboolean
paint_scale (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  WayTimelineView *self = user_data;
  WayViewport viewport = self->painted;

  viewport.width = area->width;
  viewport.height = area->height;
  viewport.head_width = 0;
  return paint_parts (self, cr, &viewport, WAY_SCENE_SCALE);
}

static gboolean
paint_heads (cairo_t *cr, const WayRect *area, gpointer user_data)
{
  WayTimelineView *self = user_data;
  WayViewport viewport = self->painted;

  viewport.width = area->width;
  viewport.height = area->height;
  viewport.head_width = area->width;
  viewport.scale_height = 0;
  return paint_parts (self, cr, &viewport, WAY_SCENE_HEADS | WAY_SCENE_FOLDS);
}

void
way_timeline_view_init_tiles (WayTimelineView *self)
{
  self->body = way_timeline_tiles_new (0, 0, paint_body, self);
  self->heads = way_timeline_tiles_new (1, 1, paint_heads, self);
  self->scale = way_timeline_tiles_new (1, 1, paint_scale, self);
  self->overlay = way_timeline_overlay_new ();
}

/* What of the pieces is painted anew because another part of the plan is shown, or more of it */
static void
follow_viewport (WayTimelineView *self, const WayViewport *viewport)
{
  const WayViewport *before = &self->painted;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  WayTimelineTiles *all[] = { self->body, self->heads, self->scale };
  GdkRGBA background = way_timeline_get_colour (self->style->background);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      way_timeline_tiles_set_scale (all[i], gtk_widget_get_scale_factor (GTK_WIDGET (self)));
      way_timeline_tiles_set_renderer (all[i], gtk_native_get_renderer (native));
      way_timeline_tiles_set_background (all[i], &background);
    }
  way_timeline_tiles_set_lowest (self->body, self->is_lowest);
  way_timeline_tiles_set_size (self->heads, viewport->head_width,
                               way_viewport_body_height (viewport));
  way_timeline_tiles_set_size (self->scale, way_viewport_body_width (viewport),
                               viewport->scale_height);

  if (before->scroll_y != viewport->scroll_y)
    way_timeline_tiles_invalidate (self->heads, NULL);
  if (before->scale.origin != viewport->scale.origin
      || before->scale.day_width != viewport->scale.day_width)
    way_timeline_tiles_invalidate (self->scale, NULL);
  self->painted = *viewport;
}

static gboolean
on_redraw_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WAY_TIMELINE_VIEW (widget)->redraw_tick = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
snapshot_tiles (WayTimelineTiles *tiles, GtkSnapshot *snapshot, double x, double y,
                const WayRect *visible, gint64 budget)
{
  gboolean complete;

  if (visible->width <= 0 || visible->height <= 0)
    return TRUE;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  complete = way_timeline_tiles_snapshot (tiles, snapshot, visible, budget);
  gtk_snapshot_restore (snapshot);
  return complete;
}

static gboolean
is_zooming (WayTimelineView *self)
{
  return g_get_monotonic_time () < self->zoomed_at + ZOOM_RESTS_US
         || (self->zoom_animation != NULL
             && adw_animation_get_state (self->zoom_animation) == ADW_ANIMATION_PLAYING);
}

static void
append_all (GtkSnapshot *snapshot, GtkSnapshot *own)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (own);

  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

/* Scale and heads have the first claim to labels being shaped; but the body is drawn first, for
 * Cairo takes least time for the first that is drawn in a place */
static void
snapshot_picture (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  double body_width = way_viewport_body_width (viewport);
  double body_height = way_viewport_body_height (viewport);
  double body_left = viewport->rtl ? 0 : viewport->head_width;
  double head_left = viewport->rtl ? viewport->width - viewport->head_width : 0;
  double canvas_left = viewport->rtl ? -(self->offset + body_width) : self->offset;
  gboolean is_first = way_timeline_tiles_get_n_painted (self->body) == 0;
  gint64 budget = self->is_coarse ? 0 : is_first ? FIRST_PAINT_US : PAINT_BUDGET_US;
  GtkSnapshot *edges = gtk_snapshot_new ();
  gboolean complete;

  way_labels_begin_frame (self->labels, SHAPE_BUDGET);
  complete
      = snapshot_tiles (self->scale, edges, body_left, 0,
                        &(WayRect){ 0, 0, body_width, viewport->scale_height }, PAINT_BUDGET_US);
  complete
      &= snapshot_tiles (self->heads, edges, head_left, viewport->scale_height,
                         &(WayRect){ 0, 0, viewport->head_width, body_height }, PAINT_BUDGET_US);
  complete &= snapshot_tiles (
      self->body, snapshot, body_left, viewport->scale_height,
      &(WayRect){ canvas_left, viewport->scroll_y, body_width, body_height }, budget);
  append_all (snapshot, edges);

  if (!complete && self->redraw_tick == 0)
    self->redraw_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_redraw_tick, NULL, NULL);
}

/* The corner above the heads, and the lines that part heads, scale and body */
static void
snapshot_frame (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  float head_left = viewport->rtl ? (float)(viewport->width - viewport->head_width) : 0;
  float edge = viewport->rtl ? head_left : (float)viewport->head_width - 1;
  GdkRGBA background;
  GdkRGBA line;

  background = way_timeline_get_colour (self->style->background);
  line = way_timeline_get_colour (self->style->line);
  gtk_snapshot_append_color (snapshot, &background,
                             &GRAPHENE_RECT_INIT (head_left, 0, (float)viewport->head_width,
                                                  (float)viewport->scale_height));
  gtk_snapshot_append_color (
      snapshot, &line,
      &GRAPHENE_RECT_INIT (0, (float)viewport->scale_height - 1, (float)viewport->width, 1));
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (edge, 0, 1, (float)viewport->height));
}

typedef struct
{
  WaySelection *selection;
  GArray *ids;
} SelectedInSight;

static gboolean
gather_selected (const WayItem *item, gpointer user_data)
{
  SelectedInSight *sight = user_data;
  const WayId *id = way_record_get_id (item->record);

  if (way_selection_contains (sight->selection, id))
    g_array_append_vals (sight->ids, id, 1);
  return sight->ids->len < MANY_SELECTED;
}

/* While something is dragged among many that are selected, these stay as they are */
static void
add_selection (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  const WayId *primary = way_selection_get_primary (self->selection);
  g_autoptr (GArray) in_sight = NULL;

  if (n_ids > MANY_SELECTED)
    {
      WayRect area = way_viewport_get_area (viewport);
      SelectedInSight sight = { self->selection, NULL };

      in_sight = sight.ids = g_array_new (FALSE, FALSE, sizeof (WayId));
      way_layout_foreach_visible (self->layout, viewport->scale, &area, gather_selected, &sight);
      ids = (const WayId *)(gpointer)in_sight->data;
      n_ids = in_sight->len;
    }
  way_overlay_add_selection (scene, self->layout, viewport, self->style, ids, n_ids, primary);
}

/* @target: (nullable): the lane that it goes to, with all others */
static void
add_ghost (WayTimelineView *self, WayScene *scene, const WayViewport *viewport, const WayItem *item,
           const WayLane *target, gboolean is_plain, const char *text)
{
  WayRect rect = way_layout_get_item_rect (self->layout, item, viewport->scale);
  WayGhost ghost = {
    .y = rect.y - viewport->scroll_y + viewport->scale_height,
    .height = rect.height,
    .is_plain = is_plain,
    .text = text,
  };

  if (target != NULL)
    {
      double down = rect.y - way_layout_get_lane (self->layout, item->lane)->y;
      double room = MAX (0, target->height - rect.height);

      ghost.y += target->y + MIN (down, room) - rect.y;
    }
  way_timeline_drag_get_days (self, item, &ghost.start, &ghost.end);
  way_overlay_add_ghost (scene, self->labels, viewport, self->style, &ghost);
}

static void
add_ghosts (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  const WayItem *grabbed = way_layout_find_item (self->layout, &self->drag.id);
  const WayLane *target = way_timeline_place_get_target (self);
  gboolean is_plain = n_ids > FEW_GHOSTS;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (n_ids, MANY_SELECTED); i++)
    {
      const WayItem *item = way_layout_find_item (self->layout, &ids[i]);

      if (item != NULL && item != grabbed
          && way_record_get_kind (item->record) == WAY_KIND_MILESTONE)
        add_ghost (self, scene, viewport, item, target, is_plain, NULL);
    }
  if (grabbed == NULL)
    return;

  text = way_timeline_drag_describe (self, grabbed);
  add_ghost (self, scene, viewport, grabbed, target, FALSE, text);
}

static void
add_drag (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  WayTimelineSketch sketch;
  WayRect band;

  switch (self->drag.kind)
    {
    case WAY_TIMELINE_DRAG_MOVE:
    case WAY_TIMELINE_DRAG_START_EDGE:
    case WAY_TIMELINE_DRAG_END_EDGE:
      add_ghosts (self, scene, viewport);
      break;
    case WAY_TIMELINE_DRAG_BAND:
      if (way_timeline_sketch_get (self, &sketch))
        {
          way_timeline_sketch_add_ghost (self, &sketch, scene, viewport);
          break;
        }
      band = way_timeline_band_get_rect (self);
      way_overlay_add_band (scene, viewport, self->style, &band);
      break;
    case WAY_TIMELINE_DRAG_LINK:
      way_overlay_add_new_link (scene, self->layout, viewport, self->style, &self->drag.id,
                                self->drag.x, self->drag.y, self->drag.allowed);
      break;
    case WAY_TIMELINE_DRAG_NONE:
    case WAY_TIMELINE_DRAG_GOAL:
    case WAY_TIMELINE_DRAG_PAN:
      break;
    }
}

/* A link that the keyboard makes leads to what is selected meanwhile */
static void
add_keyboard_link (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  WayRect rect;

  if (primary != NULL && !way_id_equal (primary, &self->link_from)
      && way_hit_item_rect (self->layout, viewport, primary, &rect))
    way_overlay_add_new_link (scene, self->layout, viewport, self->style, &self->link_from,
                              viewport->rtl ? rect.x + rect.width : rect.x,
                              rect.y + rect.height / 2,
                              way_timeline_link_is_allowed (self, primary));
}

static void
add_pins (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  way_overlay_add_pins (scene, self->layout, viewport, self->style);
}

static void
add_today (WayTimelineView *self, WayScene *scene, const WayViewport *viewport)
{
  way_overlay_add_today (scene, self->labels, viewport, self->style, self->today);
}

typedef void (*AddFunc) (WayTimelineView *self, WayScene *scene, const WayViewport *viewport);
typedef void (*ShowFunc) (WayTimelineOverlay *overlay, GtkSnapshot *snapshot, WayScene *scene,
                          WayLabels *labels);

/* By WayTimelineStillKind */
static const struct
{
  AddFunc add;
  ShowFunc show;
} still_funcs[] = {
  [WAY_TIMELINE_STILL_PINS] = { add_pins, way_timeline_overlay_snapshot_whole },
  [WAY_TIMELINE_STILL_SELECTION] = { add_selection, way_timeline_overlay_snapshot },
  [WAY_TIMELINE_STILL_TODAY] = { add_today, way_timeline_overlay_snapshot },
};

static void
forget_still (WayTimelineStill *still)
{
  g_clear_pointer (&still->node, gsk_render_node_unref);
  still->is_made = FALSE;
}

void
way_timeline_view_forget_selected (WayTimelineView *self)
{
  forget_still (&self->stills[WAY_TIMELINE_STILL_SELECTION]);
}

void
way_timeline_view_forget_stills (WayTimelineView *self)
{
  for (guint i = 0; i < WAY_TIMELINE_N_STILLS; i++)
    forget_still (&self->stills[i]);
}

static void
snapshot_still (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport,
                WayTimelineStillKind kind)
{
  WayTimelineStill *still = &self->stills[kind];

  if (!still->is_made || !way_viewport_equal (&still->viewport, viewport))
    {
      g_autoptr (WayScene) scene = way_scene_new (viewport->width, viewport->height);
      GtkSnapshot *own = gtk_snapshot_new ();

      forget_still (still);
      still_funcs[kind].add (self, scene, viewport);
      still_funcs[kind].show (self->overlay, own, scene, self->labels);
      still->node = gtk_snapshot_free_to_node (own);
      still->viewport = *viewport;
      still->is_made = !way_labels_is_short (self->labels);
    }
  if (still->node != NULL)
    gtk_snapshot_append_node (snapshot, still->node);
}

/* A node for each of what changes by itself */
static void
snapshot_overlay (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  g_autoptr (WayScene) hover = way_scene_new (viewport->width, viewport->height);
  g_autoptr (WayScene) drag = way_scene_new (viewport->width, viewport->height);
  gboolean is_dragging = self->drag.kind != WAY_TIMELINE_DRAG_NONE;

  if (!way_id_is_null (&self->hover) && !is_dragging)
    way_overlay_add_hover (hover, self->layout, viewport, self->style, &self->hover, TRUE);
  if (is_dragging)
    add_drag (self, drag, viewport);
  if (!way_id_is_null (&self->link_from))
    add_keyboard_link (self, drag, viewport);

  way_timeline_overlay_begin_frame (self->overlay, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  snapshot_still (self, snapshot, viewport, WAY_TIMELINE_STILL_PINS);
  way_timeline_overlay_snapshot (self->overlay, snapshot, hover, self->labels);
  snapshot_still (self, snapshot, viewport, WAY_TIMELINE_STILL_SELECTION);
  snapshot_still (self, snapshot, viewport, WAY_TIMELINE_STILL_TODAY);
  if (is_dragging) /* below the new dates, which may lie on the edge of the lane that is aimed at */
    way_timeline_place_snapshot (self, snapshot, viewport);
  way_timeline_overlay_snapshot (self->overlay, snapshot, drag, self->labels);
}

/* The overlays keep to the body; a selected goal is marked in its head */
static void
snapshot_selected_heads (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  float left = viewport->rtl ? (float)(viewport->width - viewport->head_width) : 0;
  GdkRGBA accent;

  accent = way_timeline_get_colour (self->style->accent);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (left, (float)viewport->scale_height,
                                               (float)viewport->head_width,
                                               (float)way_viewport_body_height (viewport)));
  for (guint i = 0; i < MIN (n_ids, MANY_SELECTED); i++)
    {
      int index = way_layout_find_goal (self->layout, &ids[i]);
      GskRoundedRect ring;
      const WayLane *lane;

      if (index < 0)
        continue;
      lane = way_layout_get_lane (self->layout, (guint)index);
      gsk_rounded_rect_init_from_rect (
          &ring,
          &GRAPHENE_RECT_INIT (left + 2,
                               (float)(lane->y - viewport->scroll_y + viewport->scale_height) + 2,
                               (float)viewport->head_width - 5, (float)lane->height - 5),
          6);
      gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ accent, accent, accent, accent });
    }
  gtk_snapshot_pop (snapshot);
}

void
way_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);
  WayViewport viewport = way_timeline_view_get_viewport (self);

  if (self->layout == NULL)
    {
      GdkRGBA background = way_timeline_get_colour (self->style->background);

      gtk_snapshot_append_color (
          snapshot, &background,
          &GRAPHENE_RECT_INIT (0, 0, (float)viewport.width, (float)viewport.height));
      return;
    }

  follow_viewport (self, &viewport);
  self->is_coarse = is_zooming (self);
  snapshot_picture (self, snapshot, &viewport);
  snapshot_frame (self, snapshot, &viewport);
  snapshot_selected_heads (self, snapshot, &viewport);
  snapshot_overlay (self, snapshot, &viewport);
  if (self->entry != NULL) /* the items have nothing to show */
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}
