/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the timeline view share: its state, and what each file does for the others.
 */
#pragma once

#include "way-cut.h"
#include "way-filter-state.h"
#include "way-hit.h"
#include "way-milestone-commands.h"
#include "way-progress.h"
#include "way-timeline-item.h"
#include "way-timeline-overlay.h"
#include "way-timeline-tiles.h"
#include "way-timeline-view.h"

#include <adwaita.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * WayTimelineDragKind:
 * @WAY_TIMELINE_DRAG_GOAL: a lane's head is dragged to another place among the lanes; or, out of
 * the list of those, a milestone without a date to its day
 * @WAY_TIMELINE_DRAG_PAN: the scale is dragged, and the picture with it
 */
typedef enum
{
  WAY_TIMELINE_DRAG_NONE,
  WAY_TIMELINE_DRAG_MOVE,
  WAY_TIMELINE_DRAG_START_EDGE,
  WAY_TIMELINE_DRAG_END_EDGE,
  WAY_TIMELINE_DRAG_BAND,
  WAY_TIMELINE_DRAG_LINK,
  WAY_TIMELINE_DRAG_GOAL,
  WAY_TIMELINE_DRAG_PAN,
} WayTimelineDragKind;

/**
 * WayTimelineEntryKind:
 *
 * What the title that is being typed is for.
 */
typedef enum
{
  WAY_TIMELINE_ENTRY_MILESTONE,
  WAY_TIMELINE_ENTRY_GOAL,
  WAY_TIMELINE_ENTRY_RENAME,
  WAY_TIMELINE_ENTRY_RENAME_GOAL,
} WayTimelineEntryKind;

/**
 * WayTimelineDrop:
 * @parent: the goal that it becomes part of, or the null id
 * @next: the goal in @parent that it comes to stand before, or the null id for last
 * @y: in the lanes' pixels: of the line that shows the place, or of the lane that it goes into
 * @height: 0, or of the lane that it goes into
 * @depth: of the place, as #WayLane has it
 *
 * Where a goal that is dragged would go.
 */
typedef struct
{
  WayId parent;
  WayId next;
  double y;
  double height;
  guint depth;
} WayTimelineDrop;

/**
 * WayTimelineEdges:
 * @low: before this place the pointer scrolls towards the beginning
 * @high: and beyond this one towards the end
 */
typedef struct
{
  double low;
  double high;
} WayTimelineEdges;

/**
 * WayTimelineDrag:
 * @id: of the item that was grabbed
 * @day: under the pointer when it was grabbed, with a fraction: scrolling on the way does not
 * matter
 * @lane_y: the same in the lanes' pixels
 * @x: of the pointer, in the view
 * @y: of the pointer, in the view
 * @days: by how much dates move on release
 * @target: what a link would lead to, or the null id
 * @allowed: whether that link, or that place, would make no circle
 * @drop: where a goal would go
 * @targets: of WayDay, sorted: what edges snap to
 * @kept: of WayId: what stays selected besides what the rubber band touches
 * @adds: whether the rubber band adds to what is selected, even to nothing
 * @edges: by GtkOrientation, counted from where time starts
 * @tick: the frame callback that scrolls while the pointer is at an edge
 * @is_free: whether dates do not snap
 * @is_undated: of WAY_TIMELINE_DRAG_GOAL, whether it is a milestone
 */
typedef struct
{
  WayTimelineDragKind kind;
  WayId id;
  double day;
  double lane_y;
  double x;
  double y;
  int days;
  WayId target;
  gboolean allowed;
  WayTimelineDrop drop;
  GArray *targets;
  GArray *kept;
  WayTimelineEdges edges[2];
  guint tick;
  gboolean adds;
  gboolean is_free;
  gboolean is_undated;
} WayTimelineDrag;

/**
 * WayTimelineRun:
 * @before: (nullable) (element-type WayRecord): the milestones as they were before the first step
 * @key: by which the history joins the steps
 * @by: how far they, or an end of each, have been moved since then
 * @in_months: or in days
 * @serial: of the history, for the plan as it is after the last step
 *
 * Steps by keys that move or resize, one after the other.
 */
typedef struct
{
  GPtrArray *before;
  const char *key;
  WayShift by;
  gboolean in_months;
  guint64 serial;
} WayTimelineRun;

/**
 * WayTimelineSketch:
 * @goal: of the lane, or the null id
 * @start: first day
 * @end: the day after the last
 * @lane_y: of its middle, in the lanes' pixels
 *
 * A new milestone that is being drawn.
 */
typedef struct
{
  WayId goal;
  WayDay start;
  WayDay end;
  double lane_y;
} WayTimelineSketch;

/**
 * WayTimelineStillKind:
 *
 * What lies over the picture and looks the same for as long as the same is shown.
 */
typedef enum
{
  WAY_TIMELINE_STILL_PINS,
  WAY_TIMELINE_STILL_SELECTION, /* rings, handles and arrows of what is selected */
  WAY_TIMELINE_STILL_TODAY,
  WAY_TIMELINE_N_STILLS,
} WayTimelineStillKind;

/**
 * WayTimelineStill:
 * @viewport: what it was made for
 * @node: (nullable): %NULL when there is nothing to show
 * @is_made: whether it can be shown again
 */
typedef struct
{
  WayViewport viewport;
  GskRenderNode *node;
  gboolean is_made;
} WayTimelineStill;

struct _WayTimelineView
{
  GtkWidget parent_instance;

  WayDocument *document;
  WaySelection *selection;
  WayFilterState *filter; /* nullable */
  WayLabels *labels;
  WayLayout *layout;
  WayProgress *progress;
  const WayStyle *style;
  WayDay today;

  /* The canvas: x = 0 is the beginning of the day `anchor`, whatever the zoom */
  WayDay anchor;
  double day_width;
  double offset;    /* canvas pixel at the body's edge where time starts */
  double first_day; /* how far one can scroll */
  double last_day;
  gboolean is_fitted; /* all is shown, and is to be when the view grows or shrinks */
  double fitted_width;
  int items_width; /* of the view when it last looked which items are in sight */
  int items_height;
  AdwAnimation *zoom_animation;
  double zoom_from; /* day widths */
  double zoom_to;
  double zoom_x; /* body pixel that stays in place, or comes to */
  double zoom_x_to;
  double zoom_day;        /* the day that is there */
  double pinch_day_width; /* when it began */
  double pinch_day;       /* what was between the fingers */
  double finger_x;        /* where one pressed */
  double finger_y;        /* or the middle of two */
  gboolean is_finger;     /* and not the pointer, that pressed last */
  gint64 zoomed_at;       /* monotonic time of the last step, however it was made */
  gboolean is_coarse;     /* the zoom goes on: what has to be painted does without words */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean setting_adjustments;

  gboolean is_lowest; /* nothing is drawn below */
  WayTimelineTiles *body;
  WayTimelineTiles *heads;
  WayTimelineTiles *scale;
  WayTimelineOverlay *overlay; /* what moves above them */
  WayTimelineStill stills[WAY_TIMELINE_N_STILLS];
  WayViewport painted; /* what heads and scale show at present */
  guint redraw_tick;

  GtkGesture *drag_gesture;
  GtkEventController *shortcuts;
  WayTimelineDrag drag;
  gboolean drag_was_cancelled; /* and the button is still down */
  gboolean is_held_still;      /* what is dragged was taken by a finger that has not moved yet */
  gboolean
      narrows_on_release;  /* a click on one of several selects only that one, a drag takes all */
  const char *cursor_name; /* (nullable): of the two tables, so that the pointer tells */
  WayId hover;
  WayId link_from; /* of a link that the keyboard is making */
  WayId link_to;   /* what was selected when it was drawn last, or null */
  gboolean link_allowed;
  double pointer_x; /* in the view */
  double pointer_y;
  double press_x; /* where the drag began */
  double press_y;

  GPtrArray
      *items; /* of WayTimelineItem, in the order of the picture; more than are used are hidden */
  GHashTable *used_items; /* WayId → WayTimelineItem */
  gboolean moving_focus;
  guint items_source; /* 0, or deals the items out once scrolling and zooming rest */
  gint64 items_since; /* monotonic time since which they wait */

  GtkWidget *entry; /* (nullable): a title that is being typed */
  WayTimelineEntryKind entry_kind;
  WayId entry_record; /* the new milestone's goal or the null id; of a rename the record itself */
  double entry_y;     /* of its middle, in the lanes' pixels */
  WayDay entry_start; /* first day of the new milestone */
  WayDay entry_end;   /* the day after its last */

  guint entry_source; /* 0, or gives the focus to the entry once a menu has closed */

  WayTimelineRun run; /* of steps by keys */

  WayCut *cut; /* nullable: what the last cut has lost, for pasting it here */

  GtkWidget *menu;
  GtkWidget *undated; /* nullable: the list of milestones without a date */

  WayId restored_top;     /* the null id, or the goal whose lane is to be at the top edge */
  double restored_hidden; /* by how many pixels its lane begins above that edge */

  gboolean show_critical;
  gboolean can_repair_all;
  guint schedule_source; /* 0, or works the schedule out */
};

/* way-timeline-view.c */

WayPlan *way_timeline_view_get_plan (WayTimelineView *self);

/**
 * way_timeline_view_update:
 *
 * To be called when another part of the plan is in sight or the layout changed: places the children
 * anew and draws.
 */
void way_timeline_view_update (WayTimelineView *self);

/**
 * way_timeline_view_follow:
 *
 * As way_timeline_view_update(), but for steps that come with each frame, as of scrolling: the
 * children, which have nothing to show, follow when there has been none for a moment.
 */
void way_timeline_view_follow (WayTimelineView *self);
void way_timeline_view_toast (WayTimelineView *self, const char *text, gboolean undo);
void way_timeline_view_activate (WayTimelineView *self, const WayId *id);

/* Paints heads and body anew, as after folding */
void way_timeline_view_relayout (WayTimelineView *self);

/* way-timeline-scroll.c */

void way_timeline_view_scroll_class_init (GObjectClass *object_class);
void way_timeline_view_update_adjustments (WayTimelineView *self);
void way_timeline_view_dispose_adjustments (WayTimelineView *self);
double way_timeline_view_get_scroll_y (WayTimelineView *self);
void way_timeline_view_set_scroll_y (WayTimelineView *self, double y);
void way_timeline_view_set_offset (WayTimelineView *self, double offset);

/* What a finger has pushed: the scrolled window would go on from where it was, at the old zoom */
void way_timeline_view_stop_gliding (WayTimelineView *self);

/* Scrolls as little as needed to bring @rect, in the view, into sight */
void way_timeline_view_scroll_to (WayTimelineView *self, const WayRect *rect);

/* way-timeline-zoom.c */

/* The day at @x in the view; over the heads the one beside them */
double way_timeline_view_get_day (WayTimelineView *self, double x);

/**
 * way_timeline_view_zoom_to:
 * @day_width: pixels a day, limited to what can be shown
 * @day: what comes to stand at @x
 * @x: in the view
 */
void way_timeline_view_zoom_to (WayTimelineView *self, double day_width, double day, double x);
void way_timeline_view_zoom_step (WayTimelineView *self, gboolean closer);
void way_timeline_view_zoom_to_selection (WayTimelineView *self);
void way_timeline_view_fit_now (WayTimelineView *self);

/* Of itself: a zoom that is under way, and what a finger has pushed */
void way_timeline_view_stop_moving (WayTimelineView *self);

/* way-timeline-draw.c */

void way_timeline_view_init_tiles (WayTimelineView *self);
void way_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* To be called when other things are selected */
void way_timeline_view_forget_selected (WayTimelineView *self);

/* To be called when anything that lies over the picture may look different */
void way_timeline_view_forget_stills (WayTimelineView *self);

/* way-timeline-gestures.c */

void way_timeline_view_init_gestures (WayTimelineView *self);
void way_timeline_view_update_cursor (WayTimelineView *self);
WayHit way_timeline_view_hit (WayTimelineView *self, double x, double y);

/* way-timeline-drag.c */

/**
 * way_timeline_drag_begin:
 * @keep: whether what is selected stays so beside what a rubber band touches
 */
void way_timeline_drag_begin (WayTimelineView *self, double x, double y, gboolean keep);

/* From now on until the drag ends, the pointer at an edge scrolls */
void way_timeline_drag_watch_edges (WayTimelineView *self);

/**
 * way_timeline_drag_update:
 * @free: whether dates do not snap
 */
void way_timeline_drag_update (WayTimelineView *self, double x, double y, gboolean free);
void way_timeline_drag_end (WayTimelineView *self);

/**
 * way_timeline_drag_cancel:
 *
 * Returns: whether there was anything to cancel
 */
gboolean way_timeline_drag_cancel (WayTimelineView *self);

/**
 * way_timeline_drag_take_back:
 *
 * Cancels it, and goes back to where it began if an edge has scrolled on the way.
 *
 * Returns: whether there was anything to cancel
 */
gboolean way_timeline_drag_take_back (WayTimelineView *self);

/* To be called when other things are selected: what is held moves with them or not at all */
void way_timeline_drag_follow_selection (WayTimelineView *self);

/**
 * way_timeline_drag_get_days:
 * @start: (out): first day of @item as it would be
 * @end: (out): the day after its last
 */
void way_timeline_drag_get_days (WayTimelineView *self, const WayItem *item, WayDay *start,
                                 WayDay *end);

/**
 * way_timeline_drag_describe:
 *
 * Returns: (transfer full): the dates of @item as they would be, in words
 */
char *way_timeline_drag_describe (WayTimelineView *self, const WayItem *item);

/* way-timeline-band.c */

WayRect way_timeline_band_get_rect (WayTimelineView *self);
void way_timeline_band_begin (WayTimelineView *self, gboolean keep);
void way_timeline_band_update (WayTimelineView *self);

/* way-timeline-sketch.c */

/* Whether what is dragged would be a new milestone on release */
gboolean way_timeline_sketch_get (WayTimelineView *self, WayTimelineSketch *sketch);
void way_timeline_sketch_add_ghost (WayTimelineView *self, const WayTimelineSketch *sketch,
                                    WayScene *scene, const WayViewport *viewport);

/* way-timeline-link.c */

void way_timeline_link_update (WayTimelineView *self);

/* Begins with the primary item, and ends with it when one has begun */
void way_timeline_link_toggle (WayTimelineView *self);

/* Whether the link that the keyboard has begun would make no circle if it ended at @to */
gboolean way_timeline_link_is_allowed (WayTimelineView *self, const WayId *to);

/* Has that be found out anew, for the plan is another */
void way_timeline_link_forget_target (WayTimelineView *self);

/* Lets go of a link that the keyboard has begun */
void way_timeline_link_end (WayTimelineView *self);

/* way-timeline-edits.c: each is one step of undo */

void way_timeline_edit_move (WayTimelineView *self, int days);
void way_timeline_edit_resize (WayTimelineView *self, gboolean at_end, int days);

/**
 * way_timeline_edit_get_stop:
 * @record: a milestone
 * @edge: the one that moves
 * @days: by how much it is to move
 *
 * Returns: by how much it can, until it meets the other one: the same day, month or year
 */
int way_timeline_edit_get_stop (const WayRecord *record, WayEdge edge, int days);

/**
 * way_timeline_edit_move_units:
 * @count: of the scale's units; negative moves earlier
 */
void way_timeline_edit_move_units (WayTimelineView *self, int count);

/* To be called when other things are selected, or another plan is shown */
void way_timeline_edit_end_run (WayTimelineView *self);
void way_timeline_edit_resize_units (WayTimelineView *self, gboolean at_end, int count);
void way_timeline_edit_remove (WayTimelineView *self);

/* As way_timeline_edit_remove(), by another name. Returns: whether it was done */
gboolean way_timeline_edit_cut (WayTimelineView *self);
void way_timeline_edit_toggle_done (WayTimelineView *self);
void way_timeline_edit_link (WayTimelineView *self, const WayId *from, const WayId *to);

/**
 * way_timeline_edit_add:
 * @goal: (nullable): of a milestone
 */
void way_timeline_edit_add_milestone (WayTimelineView *self, const char *title, const WayId *goal,
                                      WayDay start, WayDay end);
void way_timeline_edit_add_goal (WayTimelineView *self, const char *title);
void way_timeline_edit_rename (WayTimelineView *self, const WayId *id, const char *title);

/**
 * way_timeline_edit_execute:
 * @name: of the step
 * @coalesce: (nullable): see way_history_begin()
 *
 * Returns: whether it was done; the person hears why when it was refused
 */
gboolean way_timeline_edit_execute (WayTimelineView *self, const char *name, const char *coalesce,
                                    WayCommandFunc command, gpointer user_data);

/**
 * way_timeline_edit_get_milestones:
 *
 * Returns: (transfer full) (element-type WayId): those that are selected
 */
GArray *way_timeline_edit_get_milestones (WayTimelineView *self);

/* way-timeline-clipboard.c */

void way_timeline_clipboard_cut (WayTimelineView *self);
void way_timeline_clipboard_copy (WayTimelineView *self);

/* Into the goal of what is selected, with the dates as they were */
void way_timeline_clipboard_paste (WayTimelineView *self);

/* Into the goal at the pointer, with dates that begin there */
void way_timeline_clipboard_paste_here (WayTimelineView *self);
void way_timeline_clipboard_duplicate (WayTimelineView *self);

/* way-timeline-place.c */

typedef enum
{
  WAY_TIMELINE_PLACE_UP,
  WAY_TIMELINE_PLACE_DOWN,
  WAY_TIMELINE_PLACE_IN,  /* into the goal above */
  WAY_TIMELINE_PLACE_OUT, /* after the goal that it is part of */
} WayTimelinePlaceStep;

/* Finds out where the goal that is dragged would go */
void way_timeline_place_update (WayTimelineView *self);
void way_timeline_place_goal (WayTimelineView *self, const WayId *goal,
                              const WayTimelineDrop *drop);

/**
 * way_timeline_place_get_target:
 *
 * Returns: (nullable) (transfer none): the lane that milestones would go to if they were let go
 * now, %NULL when they stay in their own
 */
const WayLane *way_timeline_place_get_target (WayTimelineView *self);

/**
 * way_timeline_place_milestones:
 * @goal: (nullable): where the selected milestones go, %NULL for none
 * @days: by how much they move besides
 */
void way_timeline_place_milestones (WayTimelineView *self, const WayId *goal, int days);

/* Whether there is such a place for the primary record */
gboolean way_timeline_place_can (WayTimelineView *self, WayTimelinePlaceStep step);
void way_timeline_place_by_key (WayTimelineView *self, WayTimelinePlaceStep step);
void way_timeline_place_snapshot (WayTimelineView *self, GtkSnapshot *snapshot,
                                  const WayViewport *viewport);

/* A ring around the lane that something goes to */
void way_timeline_place_snapshot_lane (WayTimelineView *self, GtkSnapshot *snapshot,
                                       const WayViewport *viewport, const WayLane *lane);

/* way-timeline-schedule.c */

void way_timeline_schedule_repair (WayTimelineView *self);
void way_timeline_schedule_repair_all (WayTimelineView *self);
gboolean way_timeline_schedule_can_repair (WayTimelineView *self);
gboolean way_timeline_schedule_can_repair_all (WayTimelineView *self);

void way_timeline_schedule_begin (WayTimelineView *self);
void way_timeline_schedule_apply_critical (WayTimelineView *self);

/* way-timeline-actions.c */

void way_timeline_view_install_actions (GtkWidgetClass *widget_class);
void way_timeline_view_update_actions (WayTimelineView *self);
void way_timeline_view_init_shortcuts (WayTimelineView *self);

/* way-timeline-walk.c */

/**
 * way_timeline_walk:
 * @extend: whether what is selected stays so
 */
void way_timeline_walk (WayTimelineView *self, WayDirection direction, gboolean extend);

/* To the first or last item of the lane */
void way_timeline_walk_to_end (WayTimelineView *self, gboolean last);

/**
 * way_timeline_walk_find_next:
 * @id: (inout): what to select when the selection is gone; untouched when there is nothing
 */
void way_timeline_walk_find_next (WayTimelineView *self, WayId *id);
void way_timeline_set_folded (WayTimelineView *self, const WayId *goal, gboolean folded);
void way_timeline_unfold_to (WayTimelineView *self, const WayId *id);

/**
 * way_timeline_find_lane:
 * @goal: (nullable): of a milestone
 *
 * Returns: the index of the lane that shows what is in @goal, for a goal within a folded one that
 * of the latter; -1 where there is none
 */
int way_timeline_find_lane (WayTimelineView *self, const WayId *goal);
void way_timeline_scroll_to_record (WayTimelineView *self, const WayId *id);

/* Whether a record has a lane or an item: not when it has no date, or is folded or filtered away */
gboolean way_timeline_has_place (WayTimelineView *self, const WayId *id);

/* way-timeline-find.c */

/* Tells the layout what is looked for */
void way_timeline_find_apply (WayTimelineView *self);

/* Scrolls to the first of what is found where nothing of it is in sight, and selects nothing: more
 * may be typed */
void way_timeline_find_show (WayTimelineView *self);

/* Whether @record, a milestone, is not shown because it is not looked for */
gboolean way_timeline_find_hides (WayTimelineView *self, const WayRecord *record);
void way_timeline_find_prune_selection (WayTimelineView *self);

/* way-timeline-create.c */

void way_timeline_create_at (WayTimelineView *self, double x, double y);
void way_timeline_create_sketch (WayTimelineView *self, const WayTimelineSketch *sketch);
void way_timeline_create_near_focus (WayTimelineView *self);
void way_timeline_create_goal (WayTimelineView *self);
void way_timeline_rename (WayTimelineView *self);
void way_timeline_entry_allocate (WayTimelineView *self);
void way_timeline_entry_close (WayTimelineView *self, gboolean accept);

/* way-timeline-items.c */

void way_timeline_items_sync (WayTimelineView *self);

/* Deals them out in a moment, or now what was put off */
void way_timeline_items_put_off (WayTimelineView *self);
void way_timeline_items_catch_up (WayTimelineView *self);
void way_timeline_items_allocate (WayTimelineView *self);
void way_timeline_items_dispose (WayTimelineView *self);
void way_timeline_items_follow_selection (WayTimelineView *self);
gboolean way_timeline_view_grab_focus (WayTimelineView *self);

/* way-timeline-menu.c */

void way_timeline_menu_popup (WayTimelineView *self, double x, double y);

/* The menu of a dependency; FALSE where none runs */
gboolean way_timeline_menu_popup_link (WayTimelineView *self, double x, double y);
void way_timeline_menu_popup_at_focus (WayTimelineView *self);

/* way-timeline-undated.c */

/* Lets milestones be dropped here that have no date yet */
void way_timeline_undated_init (WayTimelineView *self);

/* Closes and empties the list, as when another plan is shown */
void way_timeline_undated_forget (WayTimelineView *self);

/* Opens the list of the milestones of a lane that have no date */
void way_timeline_undated_popup (WayTimelineView *self, int lane);

/* The same of the goal that is selected, or of all the plan */
void way_timeline_undated_popup_at_focus (WayTimelineView *self);
void way_timeline_undated_snapshot (WayTimelineView *self, GtkSnapshot *snapshot,
                                    const WayViewport *viewport);

/* way-timeline-state.c */

/* Scrolls to the lane that was remembered, once it is known how large the view is */
void way_timeline_view_settle_state (WayTimelineView *self);

/* way-timeline-tooltip.c */

gboolean way_timeline_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                          GtkTooltip *tooltip);

G_END_DECLS
