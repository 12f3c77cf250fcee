/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything on the timeline stands: a lane for each goal, rows within lanes, items and
 * labels within rows.
 */
#pragma once

#include "way-label.h"
#include "way-marks.h"
#include "way-plan.h"
#include "way-viewport.h"

G_BEGIN_DECLS

/**
 * WayShape:
 * @WAY_SHAPE_BAR: a milestone with start and end
 * @WAY_SHAPE_POINT: a milestone with a start only: a diamond
 * @WAY_SHAPE_DEADLINE: a milestone with an end only: a flag
 * @WAY_SHAPE_CREDENTIAL: the validity of a credential, with its renewals to come
 * @WAY_SHAPE_EXPIRY: the end of a credential of which the beginning is not known: a dot
 */
typedef enum
{
  WAY_SHAPE_BAR,
  WAY_SHAPE_POINT,
  WAY_SHAPE_DEADLINE,
  WAY_SHAPE_CREDENTIAL,
  WAY_SHAPE_EXPIRY,
} WayShape;

typedef enum
{
  WAY_LABEL_NONE,
  WAY_LABEL_INSIDE,
  WAY_LABEL_AFTER,
  WAY_LABEL_BEFORE,
} WayLabelPlace;

/**
 * WayItem:
 * @record: a milestone or a credential
 * @start: the first day that it may cover
 * @end: the day after the last that it may cover; greater than @start
 * @start_fade: over how many days from @start it becomes certain
 * @end_fade: over how many days before @end it ceases to be
 * @title_width: of the title, unshortened, in pixels
 * @label_width: room for the label at the present zoom, in pixels, with the icons that stand beside
 * the title
 * @row: in its lane
 * @lane: index of its lane
 * @shape: a #WayShape
 * @category: a #WayCategory, of milestones
 * @status: a #WayStatus, of milestones
 * @label_place: a #WayLabelPlace
 * @is_melted: whether there is room for no more than a mark
 * @is_dimmed: whether it does not answer to the filter
 *
 * Something that stands on a lane.
 */
typedef struct
{
  WayRecord *record;
  WayDay start;
  WayDay end;
  int start_fade;
  int end_fade;
  float title_width;
  float label_width;
  guint row;
  guint lane;
  guint8 shape;
  guint8 category;
  guint8 status;
  guint8 label_place;
  guint8 is_melted;
  guint8 is_dimmed;
} WayItem;

typedef enum
{
  WAY_LANE_GOAL,
  WAY_LANE_LOOSE, /* milestones without a goal */
  WAY_LANE_CREDENTIALS,
} WayLaneKind;

/**
 * WayLane:
 * @kind: what it is for
 * @goal: (nullable): of WAY_LANE_GOAL
 * @depth: 0 for a goal that is part of none
 * @has_children: whether there are lanes below that folding hides
 * @folded: whether its items are drawn small and its children not at all
 * @is_dimmed: whether nothing in it answers to the filter, nor in lanes below that are part of it
 * @look: another number whenever the filter has its items drawn another way
 * @y: of its top edge, in pixels from that of the first lane
 * @height: in pixels
 * @row_height: in pixels
 * @n_rows: of its items
 * @n_undated: milestones that have no date, and so are no items, but for those that a filter takes
 *   out; when folded, those of hidden lanes too
 * @items: (array length=n_items): its items by start, then end; when folded, those of hidden lanes
 * too
 */
typedef struct
{
  WayLaneKind kind;
  WayRecord *goal;
  guint depth;
  gboolean has_children;
  gboolean folded;
  gboolean is_dimmed;
  guint look;
  double y;
  double height;
  double row_height;
  guint n_rows;
  guint n_undated;
  const WayItem *items;
  guint n_items;
} WayLane;

/**
 * WayProgressFunc:
 *
 * Returns: how much of @goal is done, 0 to 100; -1 when that cannot be said
 */
typedef int (*WayProgressFunc) (WayPlan *plan, const WayId *goal, gpointer user_data);

/**
 * WayCriticalFunc:
 * @record: a milestone or a dependency
 *
 * Returns: whether it is on the critical path
 */
typedef gboolean (*WayCriticalFunc) (const WayRecord *record, gpointer user_data);

/**
 * WayLayout:
 *
 * For the thread that made it. Vertical places count from the top of the first lane, horizontal
 * ones as #WayScale does.
 */
typedef struct _WayLayout WayLayout;

/**
 * way_layout_new:
 * @plan: what to lay out
 * @labels: what text is measured with
 * @day_width: the zoom, in pixels a day; 0 when it is not known yet, so that nothing whose place
 *   depends on it has one before it is set
 *
 * Returns: (transfer full): the layout of all of @plan
 */
WayLayout *way_layout_new (WayPlan *plan, WayLabels *labels, double day_width);
void way_layout_free (WayLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLayout, way_layout_free)

WayPlan *way_layout_get_plan (WayLayout *self);
WayLabels *way_layout_get_labels (WayLayout *self);

/**
 * way_layout_get_marks:
 *
 * Returns: (transfer none): the plan's leave and reviews
 */
WayMarks *way_layout_get_marks (WayLayout *self);
const WayMetrics *way_layout_get_metrics (WayLayout *self);

/**
 * way_layout_set_labels:
 *
 * Lays all out again with another font.
 */
void way_layout_set_labels (WayLayout *self, WayLabels *labels);

/**
 * way_layout_set_progress_func:
 * @func: (nullable): what lane heads show
 */
void way_layout_set_progress_func (WayLayout *self, WayProgressFunc func, gpointer user_data);

/**
 * WayMatchFunc:
 * @record: a milestone, a goal or a credential
 *
 * Returns: whether @record is among what is looked for
 */
typedef gboolean (*WayMatchFunc) (const WayRecord *record, gpointer user_data);

/**
 * way_layout_set_filter:
 * @func: (nullable): what is looked for; %NULL is no filter
 * @hide: whether the others are taken out, with the lanes that have nothing else; if not, they are
 *   dimmed
 *
 * To be called again whenever @func gives other answers. What the plan spans stays what it is, and
 * so does the way in which lanes are packed. The lane of a goal that answers stays, and so do those
 * of the goals that it is part of.
 */
void way_layout_set_filter (WayLayout *self, WayMatchFunc func, gpointer user_data, gboolean hide);

/* Whether anything is looked for, so that what is dimmed is not what is meant */
gboolean way_layout_is_filtered (WayLayout *self);

/**
 * way_layout_set_critical_func:
 * @func: (nullable): what pictures mark; %NULL marks nothing
 */
void way_layout_set_critical_func (WayLayout *self, WayCriticalFunc func, gpointer user_data);

/**
 * way_layout_set_roots:
 * @goals: (array length=n_goals): show only these goals and those within them
 * @n_goals: 0 shows all
 */
void way_layout_set_roots (WayLayout *self, const WayId *goals, guint n_goals);

/**
 * way_layout_set_day_width:
 * @day_width: the zoom, in pixels a day; that of the scale that pictures are made with
 *
 * Packs rows anew, for labels keep their width while bars change theirs. Lanes of very many items
 * are packed by their dates alone and stay.
 *
 * Returns: whether a lane's place or height changed
 */
gboolean way_layout_set_day_width (WayLayout *self, double day_width);

/**
 * way_layout_update:
 * @changes: what was done to the plan, as WayPlan::changed says
 *
 * Lays out anew the lanes that @changes touch, and no others.
 */
void way_layout_update (WayLayout *self, WayChangeSet *changes);

/**
 * way_layout_edits_move_arrows:
 *
 * Returns: whether an edit in one place may send arrows in another a different way, as it does
 * where they look for a free one
 */
gboolean way_layout_edits_move_arrows (WayLayout *self);

/**
 * way_layout_set_folded:
 *
 * Folds or unfolds a goal's lane; folding lasts as long as the layout.
 */
void way_layout_set_folded (WayLayout *self, const WayId *goal, gboolean folded);
gboolean way_layout_get_folded (WayLayout *self, const WayId *goal);

guint way_layout_get_n_lanes (WayLayout *self);
const WayLane *way_layout_get_lane (WayLayout *self, guint index);

/**
 * way_layout_get_progress:
 * @lane: the index of a lane
 *
 * Asks for it when it is first needed after a change, for it takes a walk over all that the goal
 * consists of.
 *
 * Returns: how much of the lane's goal is done, 0 to 100; -1 when there is none, or nothing to say
 */
int way_layout_get_progress (WayLayout *self, guint lane);

/**
 * way_layout_get_height:
 *
 * Returns: pixels of all lanes together
 */
double way_layout_get_height (WayLayout *self);

/* A year around today, which is shown where there is no item */
#define WAY_YEAR_BEFORE 30
#define WAY_YEAR_AFTER 335

/**
 * way_layout_get_span:
 * @first: (out): the first day of any item
 * @last: (out): the last one
 *
 * Returns: whether there is any item
 */
gboolean way_layout_get_span (WayLayout *self, WayDay *first, WayDay *last);

/**
 * way_layout_fit_days:
 * @first: the first day to show
 * @last: the last day to show
 * @width: pixels to show them in
 *
 * Returns: a scale with all these days, and with room beside them for what stands at the first and
 * at the last and has one width at all zooms
 */
WayScale way_layout_fit_days (WayLayout *self, WayDay first, WayDay last, double width);

/**
 * way_layout_fit:
 * @width: of the body
 *
 * Zooms so that all items and the labels beside them are within @width, and lays out for it.
 *
 * Returns: the scale; a quarter at least, for a few days alone tell nothing of when they are; a
 * year around @today when there is no item
 */
WayScale way_layout_fit (WayLayout *self, double width, WayDay today);

/**
 * way_layout_find_lane:
 * @y: in pixels
 *
 * Returns: the index of the lane there, -1 above the first, the number of lanes below the last
 */
int way_layout_find_lane (WayLayout *self, double y);

/**
 * way_layout_find_goal:
 * @goal: (nullable): a goal, or %NULL for the lane of milestones without one
 *
 * Returns: the index of its lane, -1 when it has none at present
 */
int way_layout_find_goal (WayLayout *self, const WayId *goal);

/**
 * way_layout_find_item:
 *
 * Returns: (nullable) (transfer none): the item of a milestone or credential, %NULL when it has no
 * date, is hidden or is not there; good until the layout changes
 */
const WayItem *way_layout_find_item (WayLayout *self, const WayId *id);

/**
 * way_layout_get_item_rect:
 * @scale: the scale that the layout was made for
 *
 * Returns: the item's own shape without its label, from the body's start edge and the first lane's
 * top
 */
WayRect way_layout_get_item_rect (WayLayout *self, const WayItem *item, WayScale scale);

/**
 * way_layout_get_label_rect:
 *
 * Returns: the room of the item's label, of no width where it has none
 */
WayRect way_layout_get_label_rect (WayLayout *self, const WayItem *item, WayScale scale);

/**
 * way_layout_get_pinned_label_rect:
 * @scale: which has its origin at the body's start edge
 *
 * Returns: the same where an item that began before the edge keeps its label in sight: within its
 * shape, or after it where so little of a bar is left
 */
WayRect way_layout_get_pinned_label_rect (WayLayout *self, const WayItem *item, WayScale scale);

/**
 * WayItemFunc:
 * @item: as it stands at present; good during the call
 *
 * Returns: FALSE to stop
 */
typedef gboolean (*WayItemFunc) (const WayItem *item, gpointer user_data);

/**
 * way_layout_foreach_visible:
 * @area: from the body's start edge and the first lane's top
 *
 * Calls @func for the items whose shape or label touches @area, lane by lane and row by row; costs
 * what is found, not what there is.
 */
void way_layout_foreach_visible (WayLayout *self, WayScale scale, const WayRect *area,
                                 WayItemFunc func, gpointer user_data);

/**
 * WayDirection:
 * @WAY_DIRECTION_EARLIER: the item before in the lane's time
 * @WAY_DIRECTION_LATER: the item after
 * @WAY_DIRECTION_UP: the item nearest in time in the rows above
 * @WAY_DIRECTION_DOWN: the item nearest in time in the rows below
 */
typedef enum
{
  WAY_DIRECTION_EARLIER,
  WAY_DIRECTION_LATER,
  WAY_DIRECTION_UP,
  WAY_DIRECTION_DOWN,
} WayDirection;

/**
 * way_layout_get_neighbour:
 *
 * Returns: (nullable) (transfer none): where an arrow key leads from @item
 */
const WayItem *way_layout_get_neighbour (WayLayout *self, const WayItem *item,
                                         WayDirection direction);

G_END_DECLS
