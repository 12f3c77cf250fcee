/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline's part of what is remembered of a plan's view: zoom, place and folded lanes.
 */
#include "way-timeline-view-private.h"

#define GROUP "timeline"

static void
store_folded (WayTimelineView *self, GKeyFile *state)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n_goals;
  WayRecord *const *goals
      = way_plan_get_records (way_timeline_view_get_plan (self), WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    if (way_layout_get_folded (self->layout, way_record_get_id (goals[i])))
      g_ptr_array_add (ids,
                       way_id_format (way_record_get_id (goals[i]), g_malloc (WAY_ID_BUFFER_SIZE)));
  if (ids->len > 0)
    g_key_file_set_string_list (state, GROUP, "folded", (const char *const *)ids->pdata, ids->len);
}

/* Lanes are found again by their goals, for fonts and plans change: the one at the top edge, and by
 * how much it is scrolled out of sight */
static void
store_top (WayTimelineView *self, GKeyFile *state)
{
  double y = way_timeline_view_get_scroll_y (self);
  int index = way_layout_find_lane (self->layout, y);
  const WayLane *lane;
  char text[WAY_ID_BUFFER_SIZE];

  if (index < 0 || (guint)index >= way_layout_get_n_lanes (self->layout))
    return;
  lane = way_layout_get_lane (self->layout, (guint)index);
  if (lane->goal == NULL)
    return;

  way_id_format (way_record_get_id (lane->goal), text);
  g_key_file_set_string (state, GROUP, "top", text);
  g_key_file_set_double (state, GROUP, "top-hidden", y - lane->y);
}

void
way_timeline_view_store_state (WayTimelineView *self, GKeyFile *state)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (state != NULL);

  g_key_file_remove_group (state, GROUP, NULL);
  if (self->layout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;

  store_folded (self, state);
  store_top (self, state);
  if (self->is_fitted)
    return;
  /* The picture's whole pixels are counted from here, so the same day makes the same picture */
  g_key_file_set_integer (state, GROUP, "anchor", self->anchor);
  g_key_file_set_double (state, GROUP, "first-day", self->anchor + self->offset / self->day_width);
  g_key_file_set_double (state, GROUP, "day-width", self->day_width);
}

static void
restore_folded (WayTimelineView *self, GKeyFile *state)
{
  gsize n_ids;
  g_auto (GStrv) ids = g_key_file_get_string_list (state, GROUP, "folded", &n_ids, NULL);
  WayId id;

  for (gsize i = 0; ids != NULL && i < n_ids; i++)
    if (way_id_parse (ids[i], strlen (ids[i]), &id)
        && way_plan_lookup_kind (way_timeline_view_get_plan (self), WAY_KIND_GOAL, &id) != NULL)
      way_layout_set_folded (self->layout, &id, TRUE);
}

static void
restore_top (WayTimelineView *self, GKeyFile *state)
{
  g_autofree char *text = g_key_file_get_string (state, GROUP, "top", NULL);

  if (text == NULL || !way_id_parse (text, strlen (text), &self->restored_top))
    return;
  self->restored_hidden = g_key_file_get_double (state, GROUP, "top-hidden", NULL);
}

static void
restore_zoom (WayTimelineView *self, GKeyFile *state)
{
  g_autoptr (GError) error = NULL;
  double first_day = g_key_file_get_double (state, GROUP, "first-day", NULL);
  double day_width = g_key_file_get_double (state, GROUP, "day-width", NULL);

  if (!(day_width >= WAY_SCALE_MIN_DAY_WIDTH && day_width <= WAY_SCALE_MAX_DAY_WIDTH)
      || !(first_day >= WAY_DAY_MIN && first_day <= WAY_DAY_MAX))
    return;

  self->is_fitted = FALSE;
  self->day_width = day_width;
  self->anchor = g_key_file_get_integer (state, GROUP, "anchor", &error);
  if (error != NULL || self->anchor < WAY_DAY_MIN || self->anchor > WAY_DAY_MAX)
    self->anchor = (WayDay)floor (first_day);
  self->offset = (first_day - self->anchor) * day_width;
  way_layout_set_day_width (self->layout, day_width);
}

void
way_timeline_view_restore_state (WayTimelineView *self, GKeyFile *state)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (state != NULL);

  if (self->layout == NULL || !g_key_file_has_group (state, GROUP))
    return;

  restore_folded (self, state);
  restore_zoom (self, state);
  restore_top (self, state);
  way_timeline_view_relayout (self);
}

void
way_timeline_view_settle_state (WayTimelineView *self)
{
  int index;
  const WayLane *lane;

  if (way_id_is_null (&self->restored_top))
    return;

  index = way_layout_find_goal (self->layout, &self->restored_top);
  self->restored_top = WAY_ID_NULL;
  if (index < 0)
    return;

  lane = way_layout_get_lane (self->layout, (guint)index);
  way_timeline_view_set_scroll_y (self, lane->y + CLAMP (self->restored_hidden, 0, lane->height));
}
