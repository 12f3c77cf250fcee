/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter does to a layout: items that do not answer are dimmed, or taken out.
 */
#include "way-layout-private.h"

gboolean
way_layout_is_match (WayLayout *self, const WayRecord *record)
{
  return self->match_func == NULL || self->match_func (record, self->match_data);
}

/* Asks of each item whether it matches, and notes that by dimming the others, be they taken out or
 * not; how many do */
static guint
ask_items (GArray *items, WayLayout *layout, gboolean *changed)
{
  guint n_matches = 0;

  for (guint i = 0; i < items->len; i++)
    {
      WayItem *item = &g_array_index (items, WayItem, i);
      guint8 is_dimmed = !way_layout_is_match (layout, item->record);

      *changed |= item->is_dimmed != is_dimmed;
      item->is_dimmed = is_dimmed;
      n_matches += !is_dimmed;
    }

  return n_matches;
}

/* Takes all out of @items without giving up their references */
static void
move_items (GArray *items, GArray *to)
{
  g_array_append_vals (to, items->data, items->len);
  way_items_cut (items, 0);
}

/* Both lists are in time, so that both new ones are without being sorted, once all were asked. They
 * go through
 * @layout's scratch, so that a letter that is typed asks for no memory. */
static void
part_items (WayLaneRows *rows, WayLayout *layout)
{
  guint i = 0, n_items = rows->items->len;
  guint j = n_items, n_all = n_items + rows->hidden->len;
  const WayItem *all;

  g_array_set_size (layout->scratch, 0);
  move_items (rows->items, layout->scratch);
  move_items (rows->hidden, layout->scratch);
  all = (const WayItem *)(gpointer)layout->scratch->data;

  while (i < n_items || j < n_all)
    {
      gboolean is_first = j == n_all || (i < n_items && way_item_compare (&all[i], &all[j]) < 0);
      const WayItem *item = &all[is_first ? i++ : j++];

      g_array_append_vals (layout->hides && item->is_dimmed ? rows->hidden : rows->items, item, 1);
    }

  rows->is_dirty = TRUE;
}

static void
filter_rows (WayLayout *self, WayLaneRows *rows)
{
  gboolean changed = FALSE, comes = FALSE;
  guint n_items = ask_items (rows->items, self, &changed);
  guint n_hidden = ask_items (rows->hidden, self, &comes);
  gboolean is_misplaced
      = self->hides ? n_items < rows->items->len || n_hidden > 0 : rows->hidden->len > 0;

  if (is_misplaced)
    part_items (rows, self);

  rows->n_matches = n_items + n_hidden;
  rows->lane.look += changed || is_misplaced;
}

/* A goal that is within a folded one speaks for the lane of that */
static void
find_matching_goals (WayLayout *self)
{
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (self->plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < self->goal_lanes->len; i++)
    ((WayLaneRows *)g_ptr_array_index (self->goal_lanes, i))->has_goal = FALSE;

  for (guint i = 0; i < n_goals; i++)
    {
      WayLaneRows *rows = way_layout_find_goal_rows (self, way_record_get_id (goals[i]));

      if (rows != NULL && !rows->has_goal)
        rows->has_goal = way_layout_is_match (self, goals[i]);
    }
}

static void
choose_all (WayLayout *self)
{
  g_ptr_array_set_size (self->lanes, 0);
  for (guint i = 0; i < self->goal_lanes->len; i++)
    {
      WayLaneRows *rows = g_ptr_array_index (self->goal_lanes, i);

      rows->lane.is_dimmed = FALSE;
      g_ptr_array_add (self->lanes, rows);
    }

  self->loose->lane.is_dimmed = self->credentials->lane.is_dimmed = FALSE;
}

void
way_layout_choose_goal_lanes (WayLayout *self)
{
  g_autofree gboolean *chosen = g_new (gboolean, self->goal_lanes->len + 1);
  guint depth_below = 0; /* of the nearest lane further down that has something */

  if (self->match_func == NULL)
    {
      choose_all (self);
      return;
    }

  find_matching_goals (self);
  for (guint i = self->goal_lanes->len; i-- > 0;)
    {
      WayLaneRows *rows = g_ptr_array_index (self->goal_lanes, i);

      /* goals above one that has something have it, too */
      chosen[i] = rows->has_goal || rows->n_matches + rows->n_undated_matches > 0
                  || depth_below > rows->lane.depth;
      if (chosen[i])
        depth_below = rows->lane.depth;
      rows->lane.is_dimmed = !chosen[i];
    }

  g_ptr_array_set_size (self->lanes, 0);
  for (guint i = 0; i < self->goal_lanes->len; i++)
    if (chosen[i] || !self->hides)
      g_ptr_array_add (self->lanes, g_ptr_array_index (self->goal_lanes, i));

  self->loose->lane.is_dimmed = self->loose->n_matches + self->loose->n_undated_matches == 0;
  self->credentials->lane.is_dimmed = self->credentials->n_matches == 0;
}

static void
forget_undated (WayLayout *self, WayLaneRows *rows)
{
  self->n_undated += rows->n_undated;
  rows->n_undated_matches = self->match_func == NULL ? rows->n_undated : 0;
}

static void
show_undated (WayLayout *self, WayLaneRows *rows)
{
  guint n_shown = self->hides ? rows->n_undated_matches : rows->n_undated;

  rows->is_dirty |= rows->lane.n_undated != n_shown;
  rows->lane.n_undated = n_shown;
}

/* They are in no list of items: those that answer are looked for among all milestones */
void
way_layout_count_undated (WayLayout *self)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (self->plan, WAY_KIND_MILESTONE, &n_records);

  self->n_undated = 0;
  way_layout_foreach_rows (self, forget_undated);
  for (guint i = 0; i < n_records && self->match_func != NULL && self->n_undated > 0; i++)
    if (way_item_is_undated (records[i]) && way_layout_is_match (self, records[i]))
      {
        WayLaneRows *rows = way_layout_find_rows (self, records[i]);

        if (rows != NULL)
          rows->n_undated_matches++;
      }

  way_layout_foreach_rows (self, show_undated);
}

void
way_layout_set_filter (WayLayout *self, WayMatchFunc func, gpointer user_data, gboolean hide)
{
  gboolean moves = self->hides || (hide && func != NULL);

  self->match_func = func;
  self->match_data = user_data;
  self->hides = hide && func != NULL;
  way_layout_foreach_rows (self, filter_rows);

  if (moves)
    {
      way_layout_settle (self);
      return;
    }

  way_layout_count_undated (self);
  way_layout_choose_lanes (self);
}

gboolean
way_layout_is_filtered (WayLayout *self)
{
  return self->match_func != NULL;
}
