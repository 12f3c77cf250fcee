/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Milestones that have no date: the list of them that a lane's head opens, and what happens when
 * one is dragged out of it onto a lane.
 */
#include "config.h"

#include "way-timeline-view-private.h"
#include "way-undated-popover.h"
#include "way-undated-row.h"

#include "way-item-text.h"
#include "way-record-commands.h"

#include <glib/gi18n.h>

#define LINE_WIDTH 2.0F
#define CARD_GAP 8.0F

static gboolean
is_undated (const WayRecord *record)
{
  return way_record_get_date (record, WAY_MILESTONE_START) == WAY_DATE_NONE
         && way_record_get_date (record, WAY_MILESTONE_END) == WAY_DATE_NONE;
}

/* The index of the lane that a milestone belongs to */
static int
find_lane (WayTimelineView *self, const WayRecord *record)
{
  return way_timeline_find_lane (self, way_record_get_ref (record, WAY_MILESTONE_GOAL));
}

/* Those that a lane shows, or all that there are for -1, in the order of the plan */
static GPtrArray *
find_undated (WayTimelineView *self, int lane)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_records;
  WayRecord *const *records
      = way_plan_get_records (way_timeline_view_get_plan (self), WAY_KIND_MILESTONE, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (is_undated (records[i])
        && (lane < 0
            || (find_lane (self, records[i]) == lane
                && !way_timeline_find_hides (self, records[i]))))
      g_ptr_array_add (found, records[i]);

  return found;
}

static void
on_edit (WayTimelineView *self, const WayId *id)
{
  way_selection_select (self->selection, id);
  way_timeline_view_activate (self, id);
}

/* The head's words, or what of the head is in sight, or the middle of the view */
static GdkRectangle
get_place (WayTimelineView *self, int index)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayRect rect = { 0, viewport.scale_height, viewport.head_width, 1 };

  if (index >= 0)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)index);

      rect.height = lane->height;
      rect.y += lane->y - viewport.scroll_y;
      if (!way_hit_undated_rect (self->layout, &viewport, (guint)index, &rect))
        rect = way_viewport_mirror (&viewport, rect);
    }

  rect.y = CLAMP (rect.y, viewport.scale_height, MAX (viewport.scale_height, viewport.height - 40));

  return (GdkRectangle){ (int)rect.x, (int)rect.y, MAX (1, (int)rect.width),
                         MAX (1, (int)MIN (rect.height, 40)) };
}

/* A window that is closed closes it, too */
static void
on_closed (WayTimelineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    way_timeline_view_grab_focus (self);
}

static void
make_popover (WayTimelineView *self)
{
  self->undated = way_undated_popover_new ();
  g_signal_connect_object (self->undated, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated, "closed", G_CALLBACK (on_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_position (GTK_POPOVER (self->undated), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->undated, GTK_WIDGET (self));
}

static void
popup (WayTimelineView *self, int lane, GPtrArray *records)
{
  GdkRectangle place = get_place (self, lane);

  if (self->undated == NULL)
    make_popover (self);
  way_undated_popover_list (WAY_UNDATED_POPOVER (self->undated), self->document, records);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->undated), &place);
  gtk_popover_popup (GTK_POPOVER (self->undated));
}

void
way_timeline_undated_forget (WayTimelineView *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->undated != NULL)
    way_undated_popover_list (WAY_UNDATED_POPOVER (self->undated), NULL, none);
}

void
way_timeline_undated_popup (WayTimelineView *self, int lane)
{
  g_autoptr (GPtrArray) records = find_undated (self, lane);

  if (records->len > 0)
    popup (self, lane, records);
}

static int
find_selected_lane (WayTimelineView *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  WayRecord *record
      = primary != NULL ? way_plan_lookup (way_timeline_view_get_plan (self), primary) : NULL;

  if (record == NULL)
    return -1;
  if (way_record_get_kind (record) == WAY_KIND_MILESTONE)
    return find_lane (self, record);

  return way_layout_find_goal (self->layout, primary);
}

void
way_timeline_undated_popup_at_focus (WayTimelineView *self)
{
  int lane = self->layout != NULL ? find_selected_lane (self) : -1;
  g_autoptr (GPtrArray) records = NULL;

  if (self->layout == NULL)
    return;

  if (lane >= 0 && way_layout_get_lane (self->layout, (guint)lane)->n_undated == 0)
    lane = -1;
  records = find_undated (self, lane);
  if (records->len > 0)
    popup (self, lane, records);
  else
    way_timeline_view_toast (self, _ ("All milestones have a date"), FALSE);
}

/* The scale's unit at the pointer, no coarser than a year */
static WayDate
get_date (WayTimelineView *self, double x)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayUnit unit = way_scale_get_unit (viewport.scale);
  WayDay day = (WayDay)floor (way_viewport_day (&viewport, x));

  if (unit <= WAY_UNIT_WEEK)
    return way_date_new (WAY_PRECISION_DAY, day, WAY_DATE_EXACT);
  if (unit <= WAY_UNIT_QUARTER)
    return way_date_new (WAY_PRECISION_MONTH, day, WAY_DATE_EXACT);

  return way_date_new (WAY_PRECISION_YEAR, day, WAY_DATE_EXACT);
}

/* (nullable): the lane that can take a milestone there; below the last one there is none */
static const WayLane *
get_target (WayTimelineView *self, double x, double y)
{
  WayHit hit = way_timeline_view_hit (self, x, y);
  const WayLane *lane;

  if (hit.lane < 0 || hit.part == WAY_HIT_HEAD || hit.part == WAY_HIT_FOLD
      || hit.part == WAY_HIT_UNDATED)
    return NULL;

  lane = way_layout_get_lane (self->layout, (guint)hit.lane);

  return lane->kind != WAY_LANE_CREDENTIALS ? lane : NULL;
}

static void
on_leave (WayTimelineView *self)
{
  if (self->drag.is_undated)
    way_timeline_drag_cancel (self);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, WayTimelineView *self)
{
  if (self->layout == NULL || get_target (self, x, y) == NULL)
    {
      on_leave (self);
      return 0;
    }

  if (!self->drag.is_undated)
    {
      WayViewport viewport = way_timeline_view_get_viewport (self);

      self->drag = (WayTimelineDrag){ .kind = WAY_TIMELINE_DRAG_GOAL,
                                      .x = viewport.rtl ? viewport.width : 0, /* out of a head */
                                      .is_undated = TRUE };
      way_timeline_drag_watch_edges (self);
    }
  self->drag.x = x;
  self->drag.y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_ACTION_MOVE;
}

typedef struct
{
  WayId id;
  WayFieldText texts[2]; /* start, goal */
} Placing;

static gboolean
run_place (WayEditGroup *group, gpointer user_data, GError **error)
{
  Placing *placing = user_data;

  return way_edit_set (group, &placing->id, placing->texts, G_N_ELEMENTS (placing->texts), error);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, WayTimelineView *self)
{
  WayRecord *record = way_undated_row_get_record (g_value_get_object (value));
  const WayLane *lane = self->layout != NULL ? get_target (self, x, y) : NULL;
  char date[WAY_DATE_BUFFER_SIZE], goal[WAY_ID_BUFFER_SIZE] = "";
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  Placing placing;

  on_leave (self);
  /* One of another window is of another plan */
  if (lane == NULL
      || way_plan_lookup (way_timeline_view_get_plan (self), way_record_get_id (record)) != record)
    return FALSE;

  if (lane->goal != NULL)
    way_id_format (way_record_get_id (lane->goal), goal);
  placing = (Placing){ *way_record_get_id (record),
                       { { WAY_MILESTONE_START, way_date_format (get_date (self, x), date) },
                         { WAY_MILESTONE_GOAL, goal } } };
  title = way_text_title (record);
  /* Translators: a step of undo: a milestone that had no date gets one */
  name = g_strdup_printf (_ ("Give “%s” a date"), title);
  if (!way_timeline_edit_execute (self, name, NULL, run_place, &placing))
    return FALSE;

  way_selection_select (self->selection, &placing.id);

  return TRUE;
}

void
way_timeline_undated_init (WayTimelineView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_UNDATED_ROW, GDK_ACTION_MOVE);

  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The date beside a line at the pointer, on a ground of its own */
static void
snapshot_date (WayTimelineView *self, GtkSnapshot *snapshot, const WayViewport *viewport)
{
  g_autofree char *words = way_text_date (get_date (self, self->drag.x));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  GdkRGBA text = way_timeline_get_colour (self->style->text);
  GdkRGBA ground = way_timeline_get_colour (self->style->background);
  GdkRGBA accent = way_timeline_get_colour (self->style->accent);
  float x = (float)self->drag.x;
  float y = (float)viewport->scale_height + 4;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT (x - LINE_WIDTH / 2, (float)viewport->scale_height,
                                                  LINE_WIDTH, (float)viewport->height));
  /* On the side where there is room */
  x += x + 2 * CARD_GAP + (float)width > (float)viewport->width ? -CARD_GAP - (float)width
                                                                : CARD_GAP;
  gtk_snapshot_append_color (
      snapshot, &ground, &GRAPHENE_RECT_INIT (x - 4, y - 2, (float)width + 8, (float)height + 4));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

void
way_timeline_undated_snapshot (WayTimelineView *self, GtkSnapshot *snapshot,
                               const WayViewport *viewport)
{
  const WayLane *lane = get_target (self, self->drag.x, self->drag.y);

  if (lane == NULL)
    return;

  way_timeline_place_snapshot_lane (self, snapshot, viewport, lane);
  snapshot_date (self, snapshot, viewport);
}
