/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lanes there are, in which order and how high, and what a change of the plan does to them.
 */
#include "way-layout-private.h"

/* A lane with more items is packed by dates, which holds for all zooms; so are all lanes of a very
 * large plan. */
#define LABELLED_LANE_LIMIT 500
#define LABELLED_PLAN_LIMIT 10000
#define FIT_DAYS_LEAST 91
#define ROOM_BESIDE 1.5 /* diamonds: half of one is beyond its day, and so is all of a flag */
#define MAX_DEPTH                                                                                  \
  64 /* of goals; deeper ones are drawn at this depth, and a broken file cannot make us run in     \
        circles */

static const WayId no_goal = { { 0 } };

static WayId *
copy_id (const WayId *id)
{
  return g_memdup2 (id, sizeof (WayId));
}

WayLaneRows *
way_layout_find_goal_rows (WayLayout *self, const WayId *goal)
{
  guint number;

  if (!way_id_map_get (self->by_goal, goal, &number))
    return NULL;

  return g_ptr_array_index (self->goal_lanes, number);
}

/* What is edited together is often of one goal */
static guint
find_lane_of_goal (WayLayout *self, const WayId *goal)
{
  if (goal != NULL && self->last_lane != WAY_LANE_NONE && way_id_equal (goal, &self->last_goal))
    return self->last_lane;

  if (goal != NULL && way_id_map_get (self->by_goal, goal, &self->last_lane))
    {
      self->last_goal = *goal;
      return self->last_lane;
    }

  return self->roots == NULL ? self->loose->number : WAY_LANE_NONE;
}

guint
way_layout_find_number (WayLayout *self, const WayRecord *record)
{
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_MILESTONE:
      return find_lane_of_goal (self, way_record_get_ref (record, WAY_MILESTONE_GOAL));
    case WAY_KIND_CREDENTIAL:
      return self->roots == NULL ? self->credentials->number : WAY_LANE_NONE;
    default:
      return WAY_LANE_NONE;
    }
}

WayLaneRows *
way_layout_get_numbered (WayLayout *self, guint number)
{
  if (number < self->goal_lanes->len)
    return g_ptr_array_index (self->goal_lanes, number);

  return number == self->loose->number ? self->loose : self->credentials;
}

WayLaneRows *
way_layout_find_rows (WayLayout *self, const WayRecord *record)
{
  guint number = way_layout_find_number (self, record);

  return number != WAY_LANE_NONE ? way_layout_get_numbered (self, number) : NULL;
}

gboolean
way_layout_has_days (const WayLayout *self, const WayItem *item)
{
  return (self->from == WAY_DAY_NONE || item->end > self->from)
         && (self->to == WAY_DAY_NONE || item->start <= self->to);
}

/* A lane is sorted and packed once after all of them */
static void
add_record (WayLayout *self, WayRecord *record)
{
  WayLaneRows *rows = way_layout_find_rows (self, record);
  WayItem item;

  if (rows == NULL)
    return;

  if (way_item_is_undated (record))
    {
      rows->n_undated++;
      return;
    }

  if (!way_item_init (&item, record) || !way_layout_has_days (self, &item))
    return;

  g_array_append_vals (way_lane_rows_choose_list (rows, self, &item), &item, 1);
  way_record_ref (record);
}

/* Goals of one parent that are yet to be added */
typedef struct
{
  const GPtrArray *goals;
  guint next;
  guint depth;
  WayLaneRows *folded_into; /* nullable */
  gboolean is_within; /* the parent is shown; else only those are that were chosen themselves */
} Level;

static void
begin_level (GArray *levels, GHashTable *children, const WayId *parent, Level level)
{
  level.goals = g_hash_table_lookup (children, parent);
  if (level.goals != NULL)
    g_array_append_val (levels, level);
}

static WayLaneRows *
add_goal_lane (WayLayout *self, GHashTable *children, WayRecord *goal, guint depth)
{
  WayLaneRows *rows = way_lane_rows_new (WAY_LANE_GOAL, goal);
  const WayId *id = way_record_get_id (goal);

  rows->lane.depth = MIN (depth, MAX_DEPTH);
  rows->lane.has_children = g_hash_table_contains (children, id);
  rows->lane.folded = g_hash_table_contains (self->folded, id);
  rows->number = self->goal_lanes->len;
  g_ptr_array_add (self->goal_lanes, rows);

  return rows;
}

/* The next goal of @levels, and after it those that are part of it */
static void
add_next_goal (WayLayout *self, GHashTable *children, GArray *levels)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  WayRecord *goal;
  const WayId *id;
  Level below = { 0 };

  if (level->next == level->goals->len)
    {
      g_array_set_size (levels, levels->len - 1);
      return;
    }

  goal = g_ptr_array_index (level->goals, level->next++);
  id = way_record_get_id (goal);
  if (way_layout_find_goal_rows (self, id) != NULL)
    return;

  if (level->is_within || g_hash_table_contains (self->roots, id))
    {
      WayLaneRows *rows = level->folded_into;

      if (rows == NULL)
        rows = add_goal_lane (self, children, goal, level->depth);
      way_id_map_set (self->by_goal, id, rows->number);
      below = (Level){ .depth = level->depth + 1,
                       .folded_into = rows->lane.folded ? rows : NULL,
                       .is_within = TRUE };
    }
  begin_level (levels, children, id, below);
}

/* Without recursion: in a file goals may be part of one another as often as there are goals */
static void
add_goals (WayLayout *self, GHashTable *children)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));

  begin_level (levels, children, &no_goal, (Level){ .is_within = self->roots == NULL });
  while (levels->len > 0)
    add_next_goal (self, children, levels);
}

/* Goals by the goal they are part of, each list in canonical order; those of none, or of one that
 * is not there, under the null id */
static GHashTable *
group_goals (WayPlan *plan)
{
  GHashTable *children = g_hash_table_new_full (way_id_hash, way_id_equal, g_free,
                                                (GDestroyNotify)g_ptr_array_unref);
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      const WayId *parent = way_record_get_ref (goals[i], WAY_GOAL_PARENT);
      GPtrArray *list;

      if (parent == NULL || way_plan_lookup_kind (plan, WAY_KIND_GOAL, parent) == NULL)
        parent = &no_goal;

      list = g_hash_table_lookup (children, parent);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (children, copy_id (parent), list);
        }

      g_ptr_array_add (list, goals[i]);
    }

  return children;
}

static void
drop_lanes (WayLayout *self)
{
  self->last_lane = WAY_LANE_NONE;
  g_ptr_array_set_size (self->lanes, 0);
  g_ptr_array_set_size (self->goal_lanes, 0);
  g_clear_pointer (&self->by_goal, way_id_map_free);
  g_clear_pointer (&self->loose, way_lane_rows_free);
  g_clear_pointer (&self->credentials, way_lane_rows_free);
}

static void
build_lanes (WayLayout *self)
{
  g_autoptr (GHashTable) children = group_goals (self->plan);

  drop_lanes (self);
  self->by_goal = way_id_map_new ();
  self->loose = way_lane_rows_new (WAY_LANE_LOOSE, NULL);
  self->credentials = way_lane_rows_new (WAY_LANE_CREDENTIALS, NULL);

  add_goals (self, children);
  self->loose->number = self->goal_lanes->len;
  self->credentials->number = self->goal_lanes->len + 1;
}

#define LOOK_AHEAD 4

void
way_layout_foreach_rows (WayLayout *self, void (*func) (WayLayout *self, WayLaneRows *rows))
{
  guint n_lanes = way_layout_count_numbers (self);

  /* Lanes lie anywhere in memory */
  for (guint i = 0; i < n_lanes; i++)
    {
      if (i + LOOK_AHEAD < n_lanes)
        way_layout_prefetch (way_layout_get_numbered (self, i + LOOK_AHEAD), sizeof (WayLaneRows));
      func (self, way_layout_get_numbered (self, i));
    }
}

/* Labels have a place when there is a zoom */
static gboolean
can_be_packed (WayLayout *self, WayLaneRows *rows)
{
  return self->day_width > 0 || rows->by_dates || rows->lane.folded;
}

static void
pack_if_dirty (WayLayout *self, WayLaneRows *rows)
{
  if (rows->is_dirty && can_be_packed (self, rows))
    way_lane_rows_pack (rows, self);
}

/* What is packed by its dates waits for no other lane, and is packed while it is at hand */
void
way_layout_settle_rows (WayLayout *self, WayLaneRows *rows)
{
  guint n_items = rows->items->len + rows->hidden->len;
  gboolean by_dates = self->n_items > LABELLED_PLAN_LIMIT || n_items > LABELLED_LANE_LIMIT;

  if (rows->lane.kind == WAY_LANE_CREDENTIALS)
    by_dates = FALSE; /* nobody has so many */

  if (rows->is_dirty || rows->by_dates != by_dates)
    {
      way_lane_rows_measure (rows, self->labels, by_dates);
      rows->is_dirty = TRUE;
    }

  if (rows->by_dates)
    pack_if_dirty (self, rows);
}

static void
pack_if_labelled (WayLayout *self, WayLaneRows *rows)
{
  if (!rows->by_dates && !rows->lane.folded && can_be_packed (self, rows))
    way_lane_rows_pack (rows, self);
}

gboolean
way_layout_stays_large (WayLayout *self, guint n_gone)
{
  return self->n_items > n_gone && self->n_items - n_gone > LABELLED_PLAN_LIMIT;
}

static void
sort_rows (WayLayout *self, WayLaneRows *rows)
{
  way_lane_rows_sort (rows);
}

static void
forget_progress (WayLayout *self, WayLaneRows *rows)
{
  rows->progress = WAY_LANE_PROGRESS_STALE;
}

static void
count_items (WayLayout *self, WayLaneRows *rows)
{
  self->n_items += rows->items->len + rows->hidden->len;
}

static void
measure_span (WayLayout *self, WayLaneRows *rows)
{
  if (rows->items->len + rows->hidden->len == 0)
    return;

  self->first = MIN (self->first, rows->first);
  self->last = MAX (self->last, rows->last);

  if (rows->lane.kind != WAY_LANE_CREDENTIALS)
    self->horizon = MAX (self->horizon, rows->last);
}

/* Puts the lanes one below the other and tells items their lane; TRUE when something moved */
static gboolean
stack_lanes (WayLayout *self)
{
  double y = 0;
  gboolean moved = FALSE;

  g_hash_table_remove_all (self->routes);
  g_clear_pointer (&self->reaches, g_array_unref);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      WayLaneRows *rows = way_layout_get_rows (self, i);

      moved |= rows->lane.y != y;
      rows->lane.y = y;
      y += rows->lane.height;

      if (rows->index == i)
        continue;

      rows->index = i;
      for (guint j = 0; j < rows->items->len; j++)
        g_array_index (rows->items, WayItem, j).lane = i;
    }

  return moved;
}

void
way_layout_choose_lanes (WayLayout *self)
{
  way_layout_choose_goal_lanes (self);

  if (self->loose->items->len > 0 || self->lanes->len == 0 || self->loose->lane.n_undated > 0)
    g_ptr_array_add (self->lanes, self->loose);

  if (self->credentials->items->len > 0)
    g_ptr_array_add (self->lanes, self->credentials);
}

static void
measure_all (WayLayout *self)
{
  self->first = WAY_DAY_MAX;
  self->last = WAY_DAY_MIN;
  self->horizon = WAY_DAY_MIN;
  way_layout_foreach_rows (self, measure_span);

  if (self->from != WAY_DAY_NONE)
    self->first = self->from;

  if (self->to != WAY_DAY_NONE)
    self->last = self->to + 1;
}

void
way_layout_settle (WayLayout *self)
{
  WayDay first = self->first;
  WayDay last = self->last;

  self->n_items = 0;
  way_layout_foreach_rows (self, count_items);
  way_layout_count_undated (self);
  way_layout_foreach_rows (self, way_layout_settle_rows);
  measure_all (self);

  way_lane_rows_extend (self->credentials, self->horizon);
  way_layout_settle_rows (self, self->credentials);
  measure_all (self);

  /* labels keep within the plan's span, and credentials renew until its end */
  if (self->first != first || self->last != last)
    way_layout_foreach_rows (self, pack_if_labelled);

  way_layout_foreach_rows (self, pack_if_dirty);
  way_layout_choose_lanes (self);
  stack_lanes (self);
  way_layout_foreach_rows (self, forget_progress);
}

static void
build (WayLayout *self)
{
  const WayKind kinds[] = { WAY_KIND_MILESTONE, WAY_KIND_CREDENTIAL };

  build_lanes (self);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (self->plan, kinds[i], &n_records);

      for (guint j = 0; j < n_records; j++)
        add_record (self, records[j]);
    }

  way_layout_foreach_rows (self, sort_rows);
  way_layout_settle (self);
}

WayLayout *
way_layout_new (WayPlan *plan, WayLabels *labels, double day_width)
{
  WayLayout *self;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);

  self = g_new0 (WayLayout, 1);
  self->plan = g_object_ref (plan);
  self->labels = way_labels_ref (labels);
  self->metrics = way_metrics_new (way_labels_get_scale (labels));
  self->day_width = day_width;
  self->from = self->to = WAY_DAY_NONE;
  self->routes = g_hash_table_new_full (NULL, NULL, (GDestroyNotify)way_record_unref, g_free);
  self->folded = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
  self->marks = way_marks_new (plan);
  self->scratch = g_array_new (FALSE, FALSE, sizeof (WayItem));
  self->cuts = g_array_new (FALSE, FALSE, sizeof (double));
  self->lanes = g_ptr_array_new ();
  self->goal_lanes = g_ptr_array_new_with_free_func ((GDestroyNotify)way_lane_rows_free);
  build (self);

  return self;
}

void
way_layout_free (WayLayout *self)
{
  drop_lanes (self);
  way_marks_free (self->marks);
  g_array_unref (self->scratch);
  g_array_unref (self->cuts);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->goal_lanes);
  g_hash_table_unref (self->folded);
  g_clear_pointer (&self->roots, g_hash_table_unref);
  g_hash_table_unref (self->routes);
  g_clear_pointer (&self->reaches, g_array_unref);
  way_labels_unref (self->labels);
  g_object_unref (self->plan);
  g_free (self);
}

WayPlan *
way_layout_get_plan (WayLayout *self)
{
  return self->plan;
}

WayMarks *
way_layout_get_marks (WayLayout *self)
{
  return self->marks;
}

WayLabels *
way_layout_get_labels (WayLayout *self)
{
  return self->labels;
}

const WayMetrics *
way_layout_get_metrics (WayLayout *self)
{
  return &self->metrics;
}

void
way_layout_set_labels (WayLayout *self, WayLabels *labels)
{
  way_labels_ref (labels);
  way_labels_unref (self->labels);
  self->labels = labels;
  self->metrics = way_metrics_new (way_labels_get_scale (labels));
  build (self);
}

void
way_layout_set_progress_func (WayLayout *self, WayProgressFunc func, gpointer user_data)
{
  self->progress_func = func;
  self->progress_data = user_data;
  way_layout_foreach_rows (self, forget_progress);
}

void
way_layout_set_critical_func (WayLayout *self, WayCriticalFunc func, gpointer user_data)
{
  self->critical_func = func;
  self->critical_data = user_data;
}

void
way_layout_set_roots (WayLayout *self, const WayId *goals, guint n_goals)
{
  g_clear_pointer (&self->roots, g_hash_table_unref);
  if (n_goals > 0)
    self->roots = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);

  for (guint i = 0; i < n_goals; i++)
    g_hash_table_add (self->roots, copy_id (&goals[i]));

  build (self);
}

void
way_layout_set_range (WayLayout *self, WayDay from, WayDay to)
{
  self->from = from;
  self->to = to;
  build (self);
}

gboolean
way_layout_pack_again (WayLayout *self)
{
  double height = way_layout_get_height (self);
  gboolean moved;

  way_layout_foreach_rows (self, pack_if_labelled);
  moved = stack_lanes (self);

  return moved || way_layout_get_height (self) != height;
}

gboolean
way_layout_set_day_width (WayLayout *self, double day_width)
{
  if (day_width == self->day_width)
    return FALSE;

  self->day_width = day_width;

  return way_layout_pack_again (self);
}

void
way_layout_set_folded (WayLayout *self, const WayId *goal, gboolean folded)
{
  gboolean changed = folded ? g_hash_table_add (self->folded, copy_id (goal))
                            : g_hash_table_remove (self->folded, goal);

  if (changed)
    build (self);
}

gboolean
way_layout_get_folded (WayLayout *self, const WayId *goal)
{
  return g_hash_table_contains (self->folded, goal);
}

/* Whether the lanes stay what they are: the goal was neither made, removed nor moved */
static gboolean
keeps_its_place (const WayChange *change)
{
  return change->before != NULL && change->after != NULL
         && way_record_field_equal (change->before, change->after, WAY_GOAL_PARENT)
         && way_record_field_equal (change->before, change->after, WAY_GOAL_RANK);
}

static void
replace_goal (WayLayout *self, WayRecord *goal)
{
  WayLaneRows *rows = way_layout_find_goal_rows (self, way_record_get_id (goal));

  if (rows == NULL || !way_id_equal (way_record_get_id (rows->lane.goal), way_record_get_id (goal)))
    return;

  way_record_unref (rows->lane.goal);
  rows->lane.goal = way_record_ref (goal);
}

void
way_layout_update (WayLayout *self, WayChangeSet *changes)
{
  guint n_changes;
  const WayChange *all = way_change_set_get_changes (changes, &n_changes);

  way_marks_update (self->marks, changes);
  for (guint i = 0; i < n_changes && way_change_set_touches (changes, WAY_KIND_GOAL); i++)
    if (way_change_get_kind (&all[i]) == WAY_KIND_GOAL && !keeps_its_place (&all[i]))
      {
        build (self);
        return;
      }

  for (guint i = 0; i < n_changes && way_change_set_touches (changes, WAY_KIND_GOAL); i++)
    if (way_change_get_kind (&all[i]) == WAY_KIND_GOAL)
      replace_goal (self, all[i].after);

  way_layout_update_items (self, all, n_changes);
  way_layout_settle (self);
}

guint
way_layout_get_n_lanes (WayLayout *self)
{
  return self->lanes->len;
}

const WayLane *
way_layout_get_lane (WayLayout *self, guint index)
{
  g_return_val_if_fail (index < self->lanes->len, NULL);

  return &way_layout_get_rows (self, index)->lane;
}

int
way_layout_get_progress (WayLayout *self, guint lane)
{
  WayLaneRows *rows;

  g_return_val_if_fail (lane < self->lanes->len, -1);

  rows = way_layout_get_rows (self, lane);
  if (rows->lane.goal == NULL || self->progress_func == NULL)
    return -1;

  if (rows->progress == WAY_LANE_PROGRESS_STALE)
    rows->progress = self->progress_func (self->plan, way_record_get_id (rows->lane.goal),
                                          self->progress_data);

  return rows->progress;
}

double
way_layout_get_height (WayLayout *self)
{
  const WayLaneRows *rows;

  if (self->lanes->len == 0)
    return 0;

  rows = way_layout_get_rows (self, self->lanes->len - 1);

  return rows->lane.y + rows->lane.height;
}

gboolean
way_layout_get_span (WayLayout *self, WayDay *first, WayDay *last)
{
  if (self->n_items == 0)
    return FALSE;

  *first = self->first;
  *last = self->last - 1;

  return TRUE;
}

WayScale
way_layout_fit_days (WayLayout *self, WayDay first, WayDay last, double width)
{
  return way_scale_fit (first, last, width, ROOM_BESIDE * self->metrics.diamond);
}

WayScale
way_layout_fit (WayLayout *self, double width, WayDay today)
{
  WayDay first = today - WAY_YEAR_BEFORE;
  WayDay last = today + WAY_YEAR_AFTER;
  int missing;
  WayScale scale;

  way_layout_get_span (self, &first, &last);
  missing = MAX (0, FIT_DAYS_LEAST - (last - first + 1));
  first -= missing / 2;
  last += missing - missing / 2;
  scale = way_scale_align (way_layout_fit_days (self, first, last, width));
  way_layout_set_day_width (self, scale.day_width);

  return scale;
}
