/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging on the timeline: the plan is untouched until the pointer is released.
 */
#include "way-item-text.h"
#include "way-timeline-snap.h"
#include "way-timeline-view-private.h"

#define EDGE_PIXELS 28      /* from the body's edge, where it begins to scroll by itself */
#define SCROLL_A_FRAME 0.35 /* of the distance into that edge */
#define MANY_TARGETS 2000   /* where items melt together there is nothing to snap to */

static gboolean
changes_dates (WayTimelineDragKind kind)
{
  return kind == WAY_TIMELINE_DRAG_MOVE || kind == WAY_TIMELINE_DRAG_START_EDGE
         || kind == WAY_TIMELINE_DRAG_END_EDGE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const WayDay *left = a;
  const WayDay *right = b;

  return (*left > *right) - (*left < *right);
}

/* Whether it is moved or resized along: the dates of credentials are facts */
static gboolean
is_taken (WayTimelineView *self, const WayItem *item)
{
  return changes_dates (self->drag.kind) && way_record_get_kind (item->record) == WAY_KIND_MILESTONE
         && way_selection_contains (self->selection, way_record_get_id (item->record));
}

static gboolean
gather_targets (const WayItem *item, gpointer user_data)
{
  WayTimelineView *self = user_data;

  if (!is_taken (self, item))
    {
      g_array_append_val (self->drag.targets, item->start);
      g_array_append_val (self->drag.targets, item->end);
    }
  return self->drag.targets->len < MANY_TARGETS;
}

static void
find_targets (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayRect area = way_viewport_get_area (&viewport);

  g_array_set_size (self->drag.targets, 0);
  way_layout_foreach_visible (self->layout, viewport.scale, &area, gather_targets, self);
  if (self->drag.targets->len >= MANY_TARGETS)
    g_array_set_size (self->drag.targets, 0);
  g_array_append_val (self->drag.targets, self->today);
  g_array_sort (self->drag.targets, compare_days);
}

/* The ends of @item that move, the leading one first */
static guint
get_edges (WayTimelineDragKind kind, const WayItem *item, WayDay edges[2])
{
  edges[0] = kind == WAY_TIMELINE_DRAG_END_EDGE ? item->end : item->start;
  edges[1] = item->end;
  return kind == WAY_TIMELINE_DRAG_MOVE && item->shape == WAY_SHAPE_BAR ? 2 : 1;
}

static int
keep_in_order (WayTimelineDragKind kind, const WayItem *item, int days)
{
  if (kind == WAY_TIMELINE_DRAG_START_EDGE)
    return way_timeline_edit_get_stop (item->record, WAY_EDGE_START, days);
  if (kind == WAY_TIMELINE_DRAG_END_EDGE)
    return way_timeline_edit_get_stop (item->record, WAY_EDGE_END, days);
  return days;
}

static void
update_days (WayTimelineView *self, gboolean free)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  const WayItem *item = way_layout_find_item (self->layout, &self->drag.id);
  double days = way_viewport_day (&viewport, self->drag.x) - self->drag.day;
  WayDay edges[2];
  guint n_edges;

  if (item == NULL)
    return;
  n_edges = get_edges (self->drag.kind, item, edges);
  self->drag.days
      = free ? (int)round (days)
             : way_timeline_snap (viewport.scale, self->drag.targets, edges, n_edges, days);
  self->drag.days = keep_in_order (self->drag.kind, item, self->drag.days);
}

/* Where the pointer was when it was pressed scrolls nothing, nor does the way from there to the
 * middle: an edge is as wide as the pointer has been away from it */
static void
follow_inwards (WayTimelineEdges *edges, double position, double low, double high)
{
  edges->low = MIN (low + EDGE_PIXELS, MAX (edges->low, position));
  edges->high = MAX (high - EDGE_PIXELS, MIN (edges->high, position));
}

/* How far into a scrolling edge @position is; negative towards the beginning */
static double
get_push (const WayTimelineEdges *edges, double position)
{
  if (position < edges->low)
    return MAX (position - edges->low, -3.0 * EDGE_PIXELS);
  if (position > edges->high)
    return MIN (position - edges->high, 3.0 * EDGE_PIXELS);
  return 0;
}

/* Into edges that it has come to; @dx and @dy: how far */
static void
push_edges (WayTimelineView *self, double *dx, double *dy)
{
  WayTimelineEdges *edges = self->drag.edges;
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double from_start = viewport.rtl ? viewport.width - self->drag.x : self->drag.x;

  follow_inwards (&edges[GTK_ORIENTATION_HORIZONTAL], from_start, viewport.head_width,
                  viewport.width);
  follow_inwards (&edges[GTK_ORIENTATION_VERTICAL], self->drag.y, viewport.scale_height,
                  viewport.height);
  *dx = get_push (&edges[GTK_ORIENTATION_HORIZONTAL], from_start);
  *dy = get_push (&edges[GTK_ORIENTATION_VERTICAL], self->drag.y);
}

static gboolean
on_drag_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double dx;
  double dy;

  push_edges (self, &dx, &dy);
  if (dx != 0 && (self->drag.kind != WAY_TIMELINE_DRAG_GOAL || self->drag.is_undated))
    way_timeline_view_set_offset (self, self->offset + dx * SCROLL_A_FRAME);
  if (dy != 0 && (!changes_dates (self->drag.kind) || self->drag.kind == WAY_TIMELINE_DRAG_MOVE))
    way_timeline_view_set_scroll_y (self, viewport.scroll_y + dy * SCROLL_A_FRAME);
  if (dx != 0 || dy != 0)
    {
      if (changes_dates (self->drag.kind) || self->drag.kind == WAY_TIMELINE_DRAG_BAND)
        find_targets (self);
      way_timeline_drag_update (self, self->drag.x, self->drag.y, self->drag.is_free);
    }
  return G_SOURCE_CONTINUE;
}

void
way_timeline_drag_watch_edges (WayTimelineView *self)
{
  double dx;
  double dy;

  for (guint i = 0; i < G_N_ELEMENTS (self->drag.edges); i++)
    self->drag.edges[i] = (WayTimelineEdges){ -G_MAXDOUBLE, G_MAXDOUBLE };
  push_edges (self, &dx, &dy);
  self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_drag_tick, NULL, NULL);
}

static WayTimelineDragKind
get_kind (WayTimelineView *self, const WayHit *hit)
{
  static const WayTimelineDragKind kinds[] = {
    [WAY_HIT_NOTHING] = WAY_TIMELINE_DRAG_BAND,
    [WAY_HIT_SCALE] = WAY_TIMELINE_DRAG_PAN,
    [WAY_HIT_HEAD] = WAY_TIMELINE_DRAG_GOAL,
    [WAY_HIT_FOLD] = WAY_TIMELINE_DRAG_NONE,
    [WAY_HIT_UNDATED] = WAY_TIMELINE_DRAG_GOAL,
    [WAY_HIT_ITEM] = WAY_TIMELINE_DRAG_MOVE,
    [WAY_HIT_START_EDGE] = WAY_TIMELINE_DRAG_START_EDGE,
    [WAY_HIT_END_EDGE] = WAY_TIMELINE_DRAG_END_EDGE,
    [WAY_HIT_END_DOT] = WAY_TIMELINE_DRAG_LINK,
    [WAY_HIT_LANE] = WAY_TIMELINE_DRAG_BAND,
  };
  WayPlan *plan = way_timeline_view_get_plan (self);
  WayTimelineDragKind kind = kinds[hit->part];

  if (kind == WAY_TIMELINE_DRAG_GOAL)
    return way_id_is_null (&hit->id) ? WAY_TIMELINE_DRAG_NONE : kind;
  if (kind != WAY_TIMELINE_DRAG_BAND && kind != WAY_TIMELINE_DRAG_PAN
      && way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, &hit->id) == NULL)
    return WAY_TIMELINE_DRAG_NONE; /* the dates of credentials are facts */
  if (self->is_finger && changes_dates (kind))
    return WAY_TIMELINE_DRAG_MOVE; /* a finger is wider than an edge, and hides it */
  return kind;
}

void
way_timeline_drag_begin (WayTimelineView *self, double x, double y, gboolean keep)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayHit hit = way_timeline_view_hit (self, x, y);
  WayTimelineDragKind kind;

  if (self->layout == NULL)
    return;
  kind = get_kind (self, &hit);
  if (kind == WAY_TIMELINE_DRAG_NONE)
    return;

  way_timeline_view_stop_moving (self);
  self->drag = (WayTimelineDrag){
    .kind = kind,
    .id = hit.id,
    .day = way_viewport_day (&viewport, x),
    .lane_y = y - viewport.scale_height + viewport.scroll_y,
    .x = x,
    .y = y,
    .allowed = TRUE,
    .targets = g_array_new (FALSE, FALSE, sizeof (WayDay)),
    .kept = g_array_new (FALSE, FALSE, sizeof (WayId)),
  };
  if (changes_dates (kind))
    {
      if (!way_selection_contains (self->selection, &hit.id))
        way_selection_select (self->selection, &hit.id);
      find_targets (self);
    }
  if (kind == WAY_TIMELINE_DRAG_BAND)
    {
      way_timeline_band_begin (self, keep);
      find_targets (self);
    }
  if (kind != WAY_TIMELINE_DRAG_PAN)
    way_timeline_drag_watch_edges (self);
}

static void
pan (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double moved = (way_viewport_day (&viewport, self->drag.x) - self->drag.day) * self->day_width;

  way_timeline_view_set_offset (self, self->offset - moved);
}

void
way_timeline_drag_update (WayTimelineView *self, double x, double y, gboolean free)
{
  self->drag.x = x;
  self->drag.y = y;
  self->drag.is_free = free;

  if (changes_dates (self->drag.kind))
    update_days (self, free);
  else if (self->drag.kind == WAY_TIMELINE_DRAG_BAND)
    way_timeline_band_update (self);
  else if (self->drag.kind == WAY_TIMELINE_DRAG_LINK)
    way_timeline_link_update (self);
  else if (self->drag.kind == WAY_TIMELINE_DRAG_GOAL && !self->drag.is_undated)
    way_timeline_place_update (self);
  else if (self->drag.kind == WAY_TIMELINE_DRAG_PAN)
    pan (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Leaves nothing of the drag behind, and gives back what it was */
static WayTimelineDrag
stop (WayTimelineView *self)
{
  WayTimelineDrag drag = self->drag;

  if (drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag.tick);
  g_clear_pointer (&self->drag.targets, g_array_unref);
  g_clear_pointer (&self->drag.kept, g_array_unref);
  self->drag = (WayTimelineDrag){ .kind = WAY_TIMELINE_DRAG_NONE };
  if (drag.kind == WAY_TIMELINE_DRAG_BAND)
    way_timeline_items_follow_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return drag;
}

void
way_timeline_drag_end (WayTimelineView *self)
{
  const WayLane *target;
  WayTimelineSketch sketch;
  gboolean is_sketch;
  WayTimelineDrag drag;

  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE)
    return;

  target = way_timeline_place_get_target (self);
  is_sketch = way_timeline_sketch_get (self, &sketch);
  drag = stop (self);
  if (is_sketch)
    {
      way_timeline_create_sketch (self, &sketch);
      return;
    }
  if (target != NULL)
    {
      way_timeline_place_milestones (
          self, target->goal != NULL ? way_record_get_id (target->goal) : NULL, drag.days);
      return;
    }
  if (drag.kind == WAY_TIMELINE_DRAG_GOAL)
    way_timeline_place_goal (self, &drag.id, &drag.drop);

  /* Also one that would be a circle: the command says which */
  if (drag.kind == WAY_TIMELINE_DRAG_LINK && !way_id_is_null (&drag.target))
    way_timeline_edit_link (self, &drag.id, &drag.target);
  if (drag.days == 0)
    return;
  if (drag.kind == WAY_TIMELINE_DRAG_MOVE)
    way_timeline_edit_move (self, drag.days);
  else if (changes_dates (drag.kind))
    way_timeline_edit_resize (self, drag.kind == WAY_TIMELINE_DRAG_END_EDGE, drag.days);
}

gboolean
way_timeline_drag_cancel (WayTimelineView *self)
{
  WayTimelineDrag drag;

  if (self->drag.kind == WAY_TIMELINE_DRAG_NONE)
    return FALSE;

  drag = self->drag;
  if (drag.kind == WAY_TIMELINE_DRAG_BAND)
    way_selection_set (self->selection, (const WayId *)(gpointer)drag.kept->data, drag.kept->len);
  stop (self);
  self->drag_was_cancelled = gtk_gesture_is_active (self->drag_gesture);
  way_timeline_view_update_cursor (self);
  return TRUE;
}

gboolean
way_timeline_drag_take_back (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double pressed = viewport.rtl ? viewport.width - self->press_x : self->press_x;
  double dx = viewport.head_width + way_scale_x (viewport.scale, self->drag.day) - pressed;
  double dy = self->drag.lane_y - viewport.scroll_y + viewport.scale_height - self->press_y;
  gboolean is_there = self->drag.is_undated || (fabs (dx) < 1 && fabs (dy) < 1);

  if (!way_timeline_drag_cancel (self))
    return FALSE;
  if (is_there)
    return TRUE;

  way_timeline_view_set_offset (self, self->offset + dx);
  way_timeline_view_set_scroll_y (self, viewport.scroll_y + dy);
  way_timeline_items_catch_up (self);

  return TRUE;
}

void
way_timeline_drag_follow_selection (WayTimelineView *self)
{
  if (changes_dates (self->drag.kind) && !way_selection_contains (self->selection, &self->drag.id))
    way_timeline_drag_cancel (self);
}

/* WAY_DATE_NONE where there is none and none comes about */
static void
get_new_dates (WayTimelineView *self, const WayItem *item, WayDate *new_from, WayDate *new_to)
{
  WayDate from = way_record_get_date (item->record, WAY_MILESTONE_START);
  WayDate to = way_record_get_date (item->record, WAY_MILESTONE_END);
  WayTimelineDragKind kind = self->drag.kind;
  int days = keep_in_order (kind, item, self->drag.days);

  *new_from = from;
  *new_to = to;
  if (kind == WAY_TIMELINE_DRAG_START_EDGE)
    *new_from = way_milestone_get_resized (item->record, WAY_EDGE_START, days);
  else if (kind == WAY_TIMELINE_DRAG_END_EDGE)
    *new_to = way_milestone_get_resized (item->record, WAY_EDGE_END, days);
  else if (kind == WAY_TIMELINE_DRAG_MOVE)
    {
      *new_from = way_date_shift (from, days);
      *new_to = way_date_shift (to, days);
    }
}

void
way_timeline_drag_get_days (WayTimelineView *self, const WayItem *item, WayDay *start, WayDay *end)
{
  WayDate from;
  WayDate to;

  get_new_dates (self, item, &from, &to);
  *start = way_date_get_earliest (from != WAY_DATE_NONE ? from : to);
  *end = way_date_get_latest (to != WAY_DATE_NONE ? to : from) + 1;
  if ((from == WAY_DATE_NONE || to == WAY_DATE_NONE) && item->shape != WAY_SHAPE_BAR)
    *end = *start;
}

char *
way_timeline_drag_describe (WayTimelineView *self, const WayItem *item)
{
  WayDate from;
  WayDate to;
  WayDay start;
  WayDay end;
  g_autofree char *dates = NULL;
  g_autofree char *length = NULL;

  get_new_dates (self, item, &from, &to);
  if (from == WAY_DATE_NONE || to == WAY_DATE_NONE)
    return way_text_range (from, to);

  way_timeline_drag_get_days (self, item, &start, &end);
  if (!way_date_is_fuzzy (from) && !way_date_is_fuzzy (to) && from != to)
    return way_text_ghost (start, end);

  dates = way_text_range (from, to);
  length = way_text_length (end - start);
  return g_strdup_printf ("%s · %s", dates, length);
}
