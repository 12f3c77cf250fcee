/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a layout, shared by the files that build it and the files that look things up in
 * it.
 */
#pragma once

#include "way-layout.h"

#include "way-id-map.h"

G_BEGIN_DECLS

#define WAY_LANE_PROGRESS_STALE (-2) /* to be asked for when it is needed */
#define WAY_LANE_NONE G_MAXUINT

/**
 * WayLaneRows:
 * @lane: what others see of it; first, so that one pointer is the other
 * @index: among the lanes that are shown
 * @number: among all lanes, shown or not: those of goals, then @loose and @credentials
 * @items: (element-type WayItem): by start, end and id
 * @hidden: (element-type WayItem): the same of those that a filter takes out
 * @order: (array): indices into @items, row by row, by start within a row
 * @row_starts: (array): where each row begins in @order, and one more for the end; owns @order
 * @n_numbers: for how many those two have room
 * @is_filed: whether those two are those of the items; who looks at a row has them made, for most
 * lanes are out of sight
 * @by_dates: whether rows were packed by dates alone, because there are too many items for their
 * labels to be minded
 * @is_dirty: whether items have come or gone since it was packed
 * @has_goal: whether its goal, or one that is folded into it, answers to the filter
 * @n_matches: how many of its items do
 * @n_undated: milestones that have no date, be they shown or not
 * @n_undated_matches: how many of those answer
 * @progress: of its goal, or WAY_LANE_PROGRESS_STALE
 * @longest: days of the longest item
 * @first: the first day of any item, hidden or not
 * @last: the day after the last one, the same
 */
typedef struct
{
  WayLane lane;
  guint index;
  guint number;
  GArray *items;
  GArray *hidden;
  guint *order;
  guint *row_starts;
  guint n_numbers;
  gboolean is_filed;
  gboolean by_dates;
  gboolean is_dirty;
  gboolean has_goal;
  guint n_matches;
  guint n_undated;
  guint n_undated_matches;
  int progress;
  int longest;
  WayDay first;
  WayDay last;
} WayLaneRows;

struct _WayLayout
{
  WayPlan *plan;
  WayLabels *labels;
  WayMetrics metrics;
  double day_width;
  WayProgressFunc progress_func;
  gpointer progress_data;
  WayCriticalFunc critical_func;
  gpointer critical_data;
  GHashTable *roots; /* nullable, set of WayId: %NULL shows all goals */
  WayDay from;       /* WAY_DAY_NONE shows all days */
  WayDay to;
  WayMatchFunc match_func; /* nullable */
  gpointer match_data;
  gboolean hides;        /* what does not match */
  GHashTable *folded;    /* set of WayId */
  GPtrArray *goal_lanes; /* of WayLaneRows, those of all goals that are not within a folded one */
  GPtrArray *lanes;      /* of WayLaneRows, those that are shown */
  WayIdMap *by_goal;     /* to the lane's number; goals within a folded one lead to its lane */
  WayId last_goal;       /* of which the lane was asked for last */
  guint last_lane;       /* that lane's number, WAY_LANE_NONE when none was */
  GHashTable *routes; /* dependency to WayRoute, of arrows that were drawn since anything moved */
  GArray *reaches;    /* nullable: of WayRect, where each dependency's could lie, likewise */
  WayMarks *marks;
  GArray *scratch; /* of WayItem: room for the items of a lane while they are sorted out */
  GArray
      *cuts; /* of double: days where sheets of paper begin and the last ends; none on a screen */
  WayLaneRows *loose;
  WayLaneRows *credentials;
  WayDay first;
  WayDay last;    /* the day after the last */
  WayDay horizon; /* the same of milestones only */
  guint n_items;
  guint n_undated; /* milestones that have no date, of all lanes */
};

WayLaneRows *way_lane_rows_new (WayLaneKind kind, WayRecord *goal);
void way_lane_rows_free (WayLaneRows *self);

/* Makes the item of a milestone or a credential, without a reference of its own; FALSE when that
 * has no date */
gboolean way_item_init (WayItem *item, WayRecord *record);

/* By start, end and id */
static inline int
way_item_compare (const WayItem *a, const WayItem *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;

  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;

  if (a->record == b->record)
    return 0; /* without a look at it, as it may lie far away */

  return way_id_compare (way_record_get_id (a->record), way_record_get_id (b->record));
}

/* A list of items, which owns a reference to the record of each */
GArray *way_items_new (void);

/* Leaves the first items of a list; the others were moved, or their references given up */
void way_items_cut (GArray *items, guint n_left);

/* Brings items into the order of way_item_compare() */
void way_items_sort (GArray *items);

/* The first of the items that does not come before @item */
guint way_items_search (const GArray *items, const WayItem *item);

/* Takes out of a list what of @gone is in it, without giving up references; both are in that order
 */
void way_items_remove (GArray *items, GPtrArray *gone);

/* Puts @come into a list with the references that those have; both are in that order */
void way_items_insert (GArray *items, GPtrArray *come);

/* Draws a credential that does not expire up to @horizon; whether that changed it */
gboolean way_item_extend (WayItem *self, WayDay horizon);

/* Whether @item, which has a date, has a day between the layout's; else it is in no list */
gboolean way_layout_has_days (const WayLayout *self, const WayItem *item);

/* Which of the lane's lists @item belongs in, after the filter was asked */
GArray *way_lane_rows_choose_list (WayLaneRows *self, WayLayout *layout, WayItem *item);

/* Whether @record is a milestone that is to be found in the lane's head only */
gboolean way_item_is_undated (const WayRecord *record);

/* Draws credentials that do not expire up to @horizon */
void way_lane_rows_extend (WayLaneRows *self, WayDay horizon);

/* Brings items into order after they were added anyhow */
void way_lane_rows_sort (WayLaneRows *self);

/* Finds what the lane's items reach over after additions and removals, and measures their titles */
void way_lane_rows_measure (WayLaneRows *self, WayLabels *labels, gboolean by_dates);

/* Gives each item a row and a place for its label, and the lane its height */
void way_lane_rows_pack (WayLaneRows *self, WayLayout *layout);

/**
 * WaySpan:
 *
 * Pixels from @left to @right, counted from day 0.
 */
typedef struct
{
  double left;
  double right;
} WaySpan;

/* Zooms, and keeps labels on sheets of paper: one begins at each of @days but the last, where the
 * last ends */
void way_layout_set_cuts (WayLayout *self, const double *days, guint n_days, double day_width);

/* Whether @span is not on one sheet */
gboolean way_layout_is_cut (const WayLayout *self, WaySpan span);

/* The first part of @span on one sheet that is as wide as @wanted, the widest when none is */
WaySpan way_layout_find_piece (const WayLayout *self, WaySpan span, double wanted);

/* Packs the lanes whose rows depend on the zoom, and stacks all; whether one moved */
gboolean way_layout_pack_again (WayLayout *self);

/* The item's own shape */
WaySpan way_item_get_shape (const WayItem *item, const WayMetrics *metrics, double day_width);

/* The same with whiskers and renewals to come; without the label */
WaySpan way_item_get_extent (const WayItem *item, const WayLayout *layout);

/**
 * WayItemIcons:
 * @category_inside: whether the icon of the category stands within the shape
 * @status_inside: the same for that of the status
 * @n_outside: how many icons stand before the title instead
 */
typedef struct
{
  gboolean category_inside;
  gboolean status_inside;
  guint n_outside;
} WayItemIcons;

/* Whether the days that a point or a deadline may be on are wide enough to be drawn */
gboolean way_item_has_whisker (const WayItem *item, const WayMetrics *metrics, double day_width);

/* Days before an expiry in which the credential can be renewed */
int way_credential_get_window (WayDay from, WayDay expiry);

/* What is written at the item; *owned, NULL before, is to be freed afterwards */
double way_item_measure_title (const WayItem *item, WayLabels *labels);
const char *way_item_get_label (const WayItem *item, char **owned);
WayFont way_item_get_font (const WayItem *item);

gboolean way_item_has_status_icon (const WayItem *item);
WayItemIcons way_item_get_icons (const WayItem *item, const WayMetrics *metrics, double width);

/* Room that the label has within the shape, icons aside; may be negative */
double way_item_get_inner_width (const WayItem *item, const WayMetrics *metrics, double width);

/* The part of that room where the label stands, which no cut goes through */
WaySpan way_item_get_inner_span (const WayItem *item, const WayLayout *layout, double wanted);

/* What the label's room begins with: icons that stand outside the shape */
double way_item_get_icons_width (const WayItemIcons *icons, const WayMetrics *metrics);

/* Files the items by their rows */
void way_lane_rows_file (WayLaneRows *self);

/* The item at @position of @row, in time */
static inline WayItem *
way_lane_rows_get (WayLaneRows *self, guint row, guint position)
{
  if (!self->is_filed)
    way_lane_rows_file (self);

  return &g_array_index (self->items, WayItem, self->order[self->row_starts[row] + position]);
}

static inline guint
way_lane_rows_count (WayLaneRows *self, guint row)
{
  if (!self->is_filed)
    way_lane_rows_file (self);

  return self->row_starts[row + 1] - self->row_starts[row];
}

/* The first position of @row whose item starts at @day or later */
guint way_lane_rows_search (WayLaneRows *self, guint row, double day);

/* The item at @position with the place of its label, which lanes packed by dates find only now */
WayItem way_lane_rows_place (WayLaneRows *self, const WayLayout *layout, guint row, guint position);

/* Which rows of the lane are within @area */
void way_lane_rows_get_visible (const WayLaneRows *self, const WayLayout *layout,
                                const WayRect *area, guint *first_row, guint *end_row);

/* The lane of a goal, or of that which it is folded into; NULL when it has none */
WayLaneRows *way_layout_find_goal_rows (WayLayout *self, const WayId *goal);

/* The number of the lane that a milestone or credential belongs to, WAY_LANE_NONE when it is not
 * among what is shown; without a look at the lane, as it may lie far away */
guint way_layout_find_number (WayLayout *self, const WayRecord *record);

static inline guint
way_layout_count_numbers (const WayLayout *self)
{
  return self->goal_lanes->len + 2;
}

WayLaneRows *way_layout_get_numbered (WayLayout *self, guint number);

/* The same lane itself, or NULL */
WayLaneRows *way_layout_find_rows (WayLayout *self, const WayRecord *record);

/* Calls for each lane, shown or not */
void way_layout_foreach_rows (WayLayout *self, void (*func) (WayLayout *self, WayLaneRows *rows));

#define WAY_CACHE_LINE 64

/* Asks for memory that is looked at soon */
static inline void
way_layout_prefetch (gconstpointer memory, gsize size)
{
  for (gsize at = 0; at < size; at += WAY_CACHE_LINE)
    __builtin_prefetch ((const char *)memory + at);
}

/* Packs and stacks what is dirty */
void way_layout_settle (WayLayout *self);

/* What of that a lane needs no other for, while it is at hand; only where way_layout_stays_large()
 */
void way_layout_settle_rows (WayLayout *self, WayLaneRows *rows);

/* Whether all lanes of milestones stay packed by dates when there are @n_gone items less */
gboolean way_layout_stays_large (WayLayout *self, guint n_gone);

/* Has the items of what was changed come and go; way_layout_settle() has to follow */
void way_layout_update_items (WayLayout *self, const WayChange *changes, guint n_changes);

gboolean way_layout_is_match (WayLayout *self, const WayRecord *record);

/* Which goals have a lane: with a filter that hides, those that have something to show and those
 * above them */
void way_layout_choose_goal_lanes (WayLayout *self);

/* Those, and the last lanes when they have something to show; a plan without goals has at least
 * room to start in */
void way_layout_choose_lanes (WayLayout *self);

/* Finds out how many milestones without a date each lane shows */
void way_layout_count_undated (WayLayout *self);

/* Leaves out what is not between two days, for paper; WAY_DAY_NONE is no limit */
void way_layout_set_range (WayLayout *self, WayDay from, WayDay to);

/* The middle of a row, from the first lane's top */
double way_lane_rows_get_row_y (const WayLaneRows *self, const WayLayout *layout, guint row);

/* The day after the last of any item: up to there renewals are drawn */
static inline WayDay
way_layout_get_end (const WayLayout *self)
{
  return self->last;
}

static inline gboolean
way_layout_is_critical (const WayLayout *self, const WayRecord *record)
{
  return self->critical_func != NULL && self->critical_func (record, self->critical_data);
}

static inline WayLaneRows *
way_layout_get_rows (WayLayout *self, guint lane)
{
  return g_ptr_array_index (self->lanes, lane);
}

G_END_DECLS
