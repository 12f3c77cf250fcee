/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lane things stand in: goals that are dragged or sent to another place among the lanes, and
 * milestones that go to another goal.
 */
#include "config.h"

#include "way-goal-commands.h"
#include "way-item-text.h"
#include "way-milestone-commands.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

#define EDGE_PIXELS 28 /* of a lane: a goal that is let go there comes before or after it */
#define EDGE_SHARE 0.3 /* the same where lanes are low */
#define LINE_WIDTH 3
#define CARD_OPACITY 0.25

static const WayLane *
get_lane (WayTimelineView *self, int index)
{
  if (index < 0 || (guint)index >= way_layout_get_n_lanes (self->layout))
    return NULL;

  return way_layout_get_lane (self->layout, (guint)index);
}

static gboolean
is_goal_lane (const WayLane *lane)
{
  return lane != NULL && lane->kind == WAY_LANE_GOAL;
}

static const WayId *
get_parent (const WayLane *lane)
{
  return way_record_get_ref (lane->goal, WAY_GOAL_PARENT);
}

static gboolean
is_same (const WayId *a, const WayId *b)
{
  return a == NULL || b == NULL ? a == b : way_id_equal (a, b);
}

/* Whether @goal is @outer or within it */
static gboolean
is_within (WayPlan *plan, const WayId *goal, const WayId *outer)
{
  while (goal != NULL)
    {
      WayRecord *record = way_plan_lookup (plan, goal);

      if (way_id_equal (goal, outer))
        return TRUE;
      goal = record != NULL ? way_record_get_ref (record, WAY_GOAL_PARENT) : NULL;
    }

  return FALSE;
}

/* The lane of the sibling that follows the goal of the lane at @index, NULL when that is the last
 */
static const WayLane *
find_next_sibling (WayTimelineView *self, int index)
{
  guint depth = get_lane (self, index)->depth;
  const WayLane *lane;

  for (index++; is_goal_lane (lane = get_lane (self, index)) && lane->depth >= depth; index++)
    if (lane->depth == depth)
      return lane;

  return NULL;
}

static const WayLane *
find_previous_sibling (WayTimelineView *self, int index)
{
  guint depth = get_lane (self, index)->depth;
  const WayLane *lane;

  for (index--; is_goal_lane (lane = get_lane (self, index)) && lane->depth >= depth; index--)
    if (lane->depth == depth)
      return lane;

  return NULL;
}

static void
set_place (WayTimelineDrop *drop, const WayId *parent, const WayLane *next)
{
  drop->parent = parent != NULL ? *parent : WAY_ID_NULL;
  drop->next = next != NULL ? *way_record_get_id (next->goal) : WAY_ID_NULL;
}

/* Before, after or in the lane at @index, by where in it the pointer is */
static WayTimelineDrop
get_drop_at (WayTimelineView *self, int index, double lane_y)
{
  const WayLane *lane = get_lane (self, index);
  const WayLane *below = get_lane (self, index + 1);
  double edge = MIN (EDGE_PIXELS, lane->height * EDGE_SHARE);
  WayTimelineDrop drop = { .y = lane->y, .depth = lane->depth };

  if (lane_y < lane->y + edge)
    {
      set_place (&drop, get_parent (lane), lane);
      return drop;
    }

  if (lane_y < lane->y + lane->height - edge)
    {
      set_place (&drop, way_record_get_id (lane->goal), NULL);
      drop.height = lane->height;
      return drop;
    }

  drop.y = lane->y + lane->height;
  if (is_goal_lane (below) && below->depth > lane->depth)
    {
      set_place (&drop, way_record_get_id (lane->goal), below);
      drop.depth = below->depth;
    }
  else
    set_place (&drop, get_parent (lane), find_next_sibling (self, index));

  return drop;
}

static WayTimelineDrop
get_drop (WayTimelineView *self, double lane_y)
{
  int index = way_layout_find_lane (self->layout, lane_y);
  int n_goals = 0;

  while (is_goal_lane (get_lane (self, n_goals)))
    n_goals++;
  if (index < n_goals)
    return get_drop_at (self, MAX (index, 0), lane_y);

  /* Below the last goal: last of all */
  return (WayTimelineDrop){
    .y = get_lane (self, n_goals - 1)->y + get_lane (self, n_goals - 1)->height,
  };
}

void
way_timeline_place_update (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayTimelineDrop *drop = &self->drag.drop;

  *drop = get_drop (self, self->drag.y - viewport.scale_height + viewport.scroll_y);
  self->drag.allowed
      = way_id_is_null (&drop->parent)
        || !is_within (way_timeline_view_get_plan (self), &drop->parent, &self->drag.id);
}

/* Whether the goal of the lane at @index stands there already */
static gboolean
is_there (WayTimelineView *self, int index, const WayTimelineDrop *drop)
{
  const WayLane *lane = get_lane (self, index);
  const WayLane *next = find_next_sibling (self, index);
  const WayId *parent = way_id_is_null (&drop->parent) ? NULL : &drop->parent;
  const WayId *before = way_id_is_null (&drop->next) ? NULL : &drop->next;

  if (!is_same (get_parent (lane), parent))
    return FALSE;

  return (before != NULL && way_id_equal (before, way_record_get_id (lane->goal)))
         || is_same (before, next != NULL ? way_record_get_id (next->goal) : NULL);
}

typedef struct
{
  const WayId *goal;
  const WayTimelineDrop *drop;
} Placing;

static gboolean
run_place (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Placing *placing = user_data;
  const WayTimelineDrop *drop = placing->drop;

  if (!way_id_is_null (&drop->next))
    return way_goal_reorder (group, placing->goal, &drop->next, error);

  return way_goal_reparent (group, placing->goal,
                            way_id_is_null (&drop->parent) ? NULL : &drop->parent, error);
}

void
way_timeline_place_goal (WayTimelineView *self, const WayId *goal, const WayTimelineDrop *drop)
{
  int index = way_layout_find_goal (self->layout, goal);
  WayId id = *goal;
  Placing placing = { &id, drop };
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (index < 0 || is_there (self, index, drop))
    return;

  title = way_text_title (way_plan_lookup (way_timeline_view_get_plan (self), &id));
  name = g_strdup_printf (_ ("Move the goal “%s”"), title);
  if (way_timeline_edit_execute (self, name, NULL, run_place, &placing))
    way_timeline_view_reveal (self, &id);
}

/* What an arrow key does to the goal of the lane at @index; FALSE where there is no such place */
static gboolean
get_drop_by_key (WayTimelineView *self, int index, WayTimelinePlaceStep step, WayTimelineDrop *drop)
{
  const WayLane *lane = get_lane (self, index);
  const WayLane *previous = find_previous_sibling (self, index);
  const WayLane *next = find_next_sibling (self, index);
  int parent;

  *drop = (WayTimelineDrop){ 0 };
  switch (step)
    {
    case WAY_TIMELINE_PLACE_UP:
      set_place (drop, get_parent (lane), previous);
      return previous != NULL;
    case WAY_TIMELINE_PLACE_DOWN:
      if (next == NULL)
        return FALSE;
      set_place (drop, get_parent (lane),
                 find_next_sibling (
                     self, way_layout_find_goal (self->layout, way_record_get_id (next->goal))));
      return TRUE;
    case WAY_TIMELINE_PLACE_IN:
      if (previous == NULL)
        return FALSE;
      set_place (drop, way_record_get_id (previous->goal), NULL);
      return TRUE;
    case WAY_TIMELINE_PLACE_OUT:
    default:
      if (get_parent (lane) == NULL)
        return FALSE;
      parent = way_layout_find_goal (self->layout, get_parent (lane));
      if (parent < 0)
        return FALSE;
      set_place (drop, get_parent (get_lane (self, parent)), find_next_sibling (self, parent));
      return TRUE;
    }
}

typedef struct
{
  const WayId *ids;
  guint n_ids;
  const WayId *goal; /* nullable */
  int days;
} Regoal;

static gboolean
run_regoal (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Regoal *regoal = user_data;

  for (guint i = 0; i < regoal->n_ids; i++)
    {
      WayRecord *record = way_plan_lookup (way_edit_group_get_plan (group), &regoal->ids[i]);

      if (!is_same (way_record_get_ref (record, WAY_MILESTONE_GOAL), regoal->goal)
          && !way_milestone_reparent (group, &regoal->ids[i], regoal->goal, error))
        return FALSE;
      if (regoal->days != 0 && !way_milestone_move (group, &regoal->ids[i], regoal->days, error))
        return FALSE;
    }

  return TRUE;
}

void
way_timeline_place_milestones (WayTimelineView *self, const WayId *goal, int days)
{
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  WayPlan *plan = way_timeline_view_get_plan (self);
  Regoal regoal = { (const WayId *)(gpointer)ids->data, ids->len, goal, days };
  g_autofree char *where = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (ids->len == 0)
    return;

  where = goal != NULL ? way_text_title (way_plan_lookup (plan, goal)) : g_strdup (_ ("No goal"));
  title = way_text_title (way_plan_lookup (plan, regoal.ids));
  if (ids->len == 1)
    /* Translators: a step of undo: a milestone and the goal that it is of now */
    name = g_strdup_printf (_ ("Move “%s” to “%s”"), title, where);
  else
    name = g_strdup_printf (
        ngettext ("Move %u milestone to “%s”", "Move %u milestones to “%s”", ids->len), ids->len,
        where);
  way_timeline_edit_execute (self, name, NULL, run_regoal, &regoal);
}

const WayLane *
way_timeline_place_get_target (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  const WayItem *item = way_layout_find_item (self->layout, &self->drag.id);
  int index = way_layout_find_lane (self->layout,
                                    self->drag.y - viewport.scale_height + viewport.scroll_y);
  const WayLane *lane = get_lane (self, index);

  if (self->drag.kind != WAY_TIMELINE_DRAG_MOVE || item == NULL || lane == NULL
      || (guint)index == item->lane || lane->kind == WAY_LANE_CREDENTIALS)
    return NULL;

  return lane;
}

/* The goal's above or below, whichever comes next among the lanes; NULL where there is none, or
 * none for what is selected */
static const WayLane *
find_lane_beside (WayTimelineView *self, const WayId *id, WayTimelinePlaceStep step)
{
  const WayItem *item = way_layout_find_item (self->layout, id);
  const WayLane *lane = NULL;

  if (item == NULL || way_record_get_kind (item->record) != WAY_KIND_MILESTONE)
    return NULL;
  if (step == WAY_TIMELINE_PLACE_UP || step == WAY_TIMELINE_PLACE_DOWN)
    lane = get_lane (self, (int)item->lane + (step == WAY_TIMELINE_PLACE_UP ? -1 : 1));

  return lane != NULL && lane->kind != WAY_LANE_CREDENTIALS ? lane : NULL;
}

static void
send_milestones (WayTimelineView *self, const WayLane *lane)
{
  WayId shown = *way_selection_get_primary (self->selection);

  way_timeline_place_milestones (self, lane->goal != NULL ? way_record_get_id (lane->goal) : NULL,
                                 0);
  way_timeline_scroll_to_record (self, &shown);
}

gboolean
way_timeline_place_can (WayTimelineView *self, WayTimelinePlaceStep step)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  WayTimelineDrop drop;
  int index;

  if (primary == NULL || self->layout == NULL)
    return FALSE;

  index = way_layout_find_goal (self->layout, primary);
  return index >= 0 ? get_drop_by_key (self, index, step, &drop)
                    : find_lane_beside (self, primary, step) != NULL;
}

void
way_timeline_place_by_key (WayTimelineView *self, WayTimelinePlaceStep step)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  WayTimelineDrop drop;
  int index;

  if (!way_timeline_place_can (self, step))
    return;

  index = way_layout_find_goal (self->layout, primary);
  if (index < 0)
    send_milestones (self, find_lane_beside (self, primary, step));
  else if (get_drop_by_key (self, index, step, &drop))
    way_timeline_place_goal (self, primary, &drop);
}

static void
snapshot_ring (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *colour)
{
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, rect, 6);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

/* The goal's title on a card that hangs on the pointer */
static void
snapshot_card (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport,
               const GdkRGBA *colour)
{
  WayRecord *goal = way_plan_lookup (way_timeline_view_get_plan (self), &self->drag.id);
  g_autofree char *title = way_text_title (goal);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), title);
  GdkRGBA text = way_timeline_get_colour (self->style->text);
  GdkRGBA ground = way_timeline_get_colour (self->style->background);
  GdkRGBA fill = *colour;
  float left = viewport->rtl ? (float)(viewport->width - viewport->head_width) : 0;
  float width = (float)viewport->head_width - 1;
  int height;
  graphene_rect_t rect;

  pango_layout_set_width (layout, (int)(width - 24) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  rect = GRAPHENE_RECT_INIT (left, (float)(self->drag.y - height / 2.0 - 6), width,
                             (float)height + 12);
  fill.alpha *= CARD_OPACITY;
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_append_color (snapshot, &fill, &rect);
  snapshot_ring (snapshot, &rect, colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.origin.x + 12, rect.origin.y + 6));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

/* A line where a dragged goal would come to stand, as far in as its depth says; a ring around the
 * head of the goal that it would become part of */
static void
snapshot_drop (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  const WayMetrics *metrics = way_layout_get_metrics (self->layout);
  const WayTimelineDrop *drop = &self->drag.drop;
  GdkRGBA colour
      = way_timeline_get_colour (self->drag.allowed ? self->style->accent : self->style->broken);
  float indent = (float)(drop->depth * metrics->indent);
  float width = (float)viewport->width - indent;
  float y = (float)(drop->y - viewport->scroll_y + viewport->scale_height);
  float head_left = viewport->rtl ? (float)(viewport->width - viewport->head_width) : 0;

  if (drop->height > 0)
    snapshot_ring (snapshot,
                   &GRAPHENE_RECT_INIT (head_left + 2, y + 2, (float)viewport->head_width - 5,
                                        (float)drop->height - 5),
                   &colour);
  else
    gtk_snapshot_append_color (
        snapshot, &colour,
        &GRAPHENE_RECT_INIT (viewport->rtl ? 0 : indent, y - LINE_WIDTH / 2.0f, width, LINE_WIDTH));
  snapshot_card (self, snapshot, viewport, &colour);
}

void
way_timeline_place_snapshot_lane (WayTimelineView *self, GtkSnapshot *snapshot,
                                  const WayViewport *viewport, const WayLane *lane)
{
  GdkRGBA colour = way_timeline_get_colour (self->style->accent);

  snapshot_ring (
      snapshot,
      &GRAPHENE_RECT_INIT (1, (float)(lane->y - viewport->scroll_y + viewport->scale_height) + 1,
                           (float)viewport->width - 2, (float)lane->height - 3),
      &colour);
}

void
way_timeline_place_snapshot (WayTimelineView *self, GtkSnapshot *snapshot,
                             const WayViewport *viewport)
{
  const WayLane *target;

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float)viewport->scale_height, (float)viewport->width,
                                     (float)way_viewport_body_height (viewport)));
  if (self->drag.is_undated)
    way_timeline_undated_snapshot (self, snapshot, viewport);
  else if (self->drag.kind == WAY_TIMELINE_DRAG_GOAL)
    snapshot_drop (self, snapshot, viewport);
  else if ((target = way_timeline_place_get_target (self)) != NULL)
    way_timeline_place_snapshot_lane (self, snapshot, viewport, target);
  gtk_snapshot_pop (snapshot);
}
