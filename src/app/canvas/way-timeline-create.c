/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing a title in place: of a new milestone, of a new goal, or another one for what is there.
 */
#include "config.h"

#include "way-timeline-view-private.h"

#include "way-text.h"

#include <glib/gi18n.h>

#define ENTRY_WIDTH 240 /* at least */
#define NEW_WIDTH 40    /* of a new milestone, in pixels, at least */

static void
on_entry_activate (GtkEntry *entry, WayTimelineView *self)
{
  way_timeline_entry_close (self, TRUE);
}

static gboolean
on_entry_key (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state,
              WayTimelineView *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  way_timeline_entry_close (self, FALSE);
  return GDK_EVENT_STOP;
}

/* Also when another window gets the focus, which ends nothing */
static gboolean
keeps_focus (WayTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && self->entry != NULL && gtk_widget_is_ancestor (focus, self->entry);
}

static void
on_entry_left (GtkEventControllerFocus *focus, WayTimelineView *self)
{
  if (self->entry_source != 0 || keeps_focus (self))
    return;

  way_timeline_entry_close (self, TRUE);
}

/* All of it is marked to be typed over, but a long title is seen from its beginning */
static void
take_focus (GtkWidget *entry)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), -1, 0);
}

/* A menu that it was chosen from gives the focus back to where it was when it closes, and that is
 * after its action */
static gboolean
on_entry_idle (gpointer user_data)
{
  WayTimelineView *self = user_data;

  self->entry_source = 0;
  if (self->entry != NULL)
    take_focus (self->entry);

  return G_SOURCE_REMOVE;
}

static gboolean
is_chosen_from_menu (WayTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static void
open_entry (WayTimelineView *self, WayTimelineEntryKind kind, const char *hint, const char *text)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();
  gboolean from_menu = is_chosen_from_menu (self);

  self->entry = entry;
  self->entry_kind = kind;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), (int)g_utf8_strlen (text, -1));
  gtk_widget_add_css_class (entry, "timeline-entry");
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activate), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (entry, key);
  g_signal_connect (focus, "leave", G_CALLBACK (on_entry_left), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  take_focus (entry);
  if (from_menu && self->entry_source == 0)
    self->entry_source = g_idle_add_full (G_PRIORITY_LOW, on_entry_idle, self, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
accept (WayTimelineView *self, WayTimelineEntryKind kind, const char *title)
{
  const WayId *record = way_id_is_null (&self->entry_record) ? NULL : &self->entry_record;

  if (kind == WAY_TIMELINE_ENTRY_MILESTONE)
    way_timeline_edit_add_milestone (self, title, record, self->entry_start, self->entry_end);
  else if (kind == WAY_TIMELINE_ENTRY_GOAL)
    way_timeline_edit_add_goal (self, title);
  else if (record != NULL)
    way_timeline_edit_rename (self, record, title);
}

void
way_timeline_entry_close (WayTimelineView *self, gboolean accepted)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  g_autofree char *title = NULL;

  if (entry == NULL)
    return;

  title = way_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  /* Before it goes; but a window that is being closed takes the focus from everyone, for good */
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_widget_get_focus_child (GTK_WIDGET (self)) == entry)
    way_timeline_view_grab_focus (self);
  /* GTK is not done with a widget that it has just told to lose the focus */
  g_idle_add_once ((GSourceOnceFunc)g_object_unref, g_object_ref (entry));
  gtk_widget_unparent (entry);
  if (accepted && *title != '\0')
    accept (self, self->entry_kind, title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where its place is out of sight, at the edge that is nearest */
static WayRect
get_entry_rect (WayTimelineView *self, double width, double height)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  double y = self->entry_y - height / 2 - viewport.scroll_y + viewport.scale_height;
  double lowest = MAX (viewport.scale_height, viewport.height - height);
  gboolean in_head = self->entry_kind == WAY_TIMELINE_ENTRY_GOAL
                     || self->entry_kind == WAY_TIMELINE_ENTRY_RENAME_GOAL;
  double room = MAX (0, way_viewport_body_width (&viewport) - width);
  double start = CLAMP (way_scale_x (viewport.scale, self->entry_start), 0, room);
  double x = in_head ? 8 : viewport.head_width + start;

  return way_viewport_mirror (
      &viewport, (WayRect){ x, CLAMP (y, viewport.scale_height, lowest), width, height });
}

void
way_timeline_entry_allocate (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  int widest = (int)MAX (ENTRY_WIDTH, way_viewport_body_width (&viewport) / 2);
  WayRect rect;
  int width;
  int height;

  if (self->entry == NULL)
    return;
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  width = CLAMP (width, ENTRY_WIDTH, widest);
  rect = get_entry_rect (self, width, height);
  gtk_widget_size_allocate (self->entry,
                            &(GtkAllocation){ (int)rect.x, (int)rect.y, width, height }, -1);
}

/* The least unit that is wide enough to be grabbed */
static WayUnit
get_length_unit (WayScale scale)
{
  WayUnit unit = way_scale_get_unit (scale);

  while (unit + 1 < WAY_N_UNITS && way_unit_add (unit, 0, 1) * scale.day_width < NEW_WIDTH)
    unit++;
  return unit;
}

void
way_timeline_create_sketch (WayTimelineView *self, const WayTimelineSketch *sketch)
{
  way_timeline_entry_close (self, TRUE);
  self->entry_record = sketch->goal;
  self->entry_start = sketch->start;
  self->entry_end = sketch->end;
  self->entry_y = sketch->lane_y;
  open_entry (self, WAY_TIMELINE_ENTRY_MILESTONE, _ ("Title of the new milestone"), "");
}

static void
open_milestone (WayTimelineView *self, const WayId *goal, double day, double lane_y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayUnit unit = way_scale_get_unit (viewport.scale);
  WayDay start = way_unit_floor (unit, (WayDay)floor (day));
  WayTimelineSketch sketch = {
    .goal = goal != NULL ? *goal : WAY_ID_NULL,
    .start = start,
    .end = way_unit_add (get_length_unit (viewport.scale), start, 1),
    .lane_y = lane_y,
  };

  way_timeline_create_sketch (self, &sketch);
}

void
way_timeline_create_at (WayTimelineView *self, double x, double y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayHit hit = way_timeline_view_hit (self, x, y);

  if (hit.lane >= 0 && (guint)hit.lane < way_layout_get_n_lanes (self->layout)
      && way_layout_get_lane (self->layout, (guint)hit.lane)->kind == WAY_LANE_CREDENTIALS)
    return;
  open_milestone (self, way_id_is_null (&hit.id) ? NULL : &hit.id, hit.day,
                  y - viewport.scale_height + viewport.scroll_y);
}

/* Of the same goal as what is selected: after it, or today where it has no date */
void
way_timeline_create_near_focus (WayTimelineView *self)
{
  WayViewport viewport;
  const WayId *primary;
  const WayId *goal;
  const WayItem *item = NULL;
  int index = -1;

  if (self->layout == NULL)
    return;
  way_timeline_entry_close (self, TRUE); /* which may select and scroll to what it names */
  viewport = way_timeline_view_get_viewport (self);
  primary = way_selection_get_primary (self->selection);
  goal = way_selection_get_goal (self->selection, way_timeline_view_get_plan (self));
  if (primary != NULL)
    {
      item = way_layout_find_item (self->layout, primary);
      index = way_timeline_find_lane (self, goal);
    }

  if (item != NULL)
    {
      WayRect rect = way_layout_get_item_rect (self->layout, item, viewport.scale);

      open_milestone (self, goal, item->end, rect.y + rect.height * 1.5);
    }
  else if (index >= 0)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)index);

      open_milestone (self, goal, self->today, lane->y + lane->height / 2);
    }
  else
    open_milestone (self, goal,
                    way_scale_day (viewport.scale, way_viewport_body_width (&viewport) / 2),
                    viewport.scroll_y + way_viewport_body_height (&viewport) / 3);
}

void
way_timeline_create_goal (WayTimelineView *self)
{
  WayViewport viewport;
  double height;

  if (self->layout == NULL)
    return;
  way_timeline_entry_close (self, TRUE);
  viewport = way_timeline_view_get_viewport (self);
  height = way_layout_get_height (self->layout);
  self->entry_record = WAY_ID_NULL;
  self->entry_y = MIN (height + 28, viewport.scroll_y + way_viewport_body_height (&viewport) - 28);
  open_entry (self, WAY_TIMELINE_ENTRY_GOAL, _ ("Title of the new goal"), "");
}

void
way_timeline_rename (WayTimelineView *self)
{
  WayViewport viewport;
  const WayId *primary;
  WayRecord *record;
  const char *title;
  WayRect rect;
  int index;

  if (self->layout == NULL)
    return;
  way_timeline_entry_close (self, TRUE);
  viewport = way_timeline_view_get_viewport (self);
  primary = way_selection_get_primary (self->selection);
  if (primary == NULL)
    return;
  record = way_plan_lookup (way_timeline_view_get_plan (self), primary);
  if (record == NULL)
    return;
  self->entry_record = *primary;
  title = way_record_get_called (record);
  index = way_layout_find_goal (self->layout, primary);
  if (index >= 0)
    {
      self->entry_y = way_layout_get_lane (self->layout, (guint)index)->y + 24;
      open_entry (self, WAY_TIMELINE_ENTRY_RENAME_GOAL, _ ("Title of the goal"),
                  title != NULL ? title : "");
    }
  else if (way_hit_item_rect (self->layout, &viewport, primary, &rect))
    {
      self->entry_start = (WayDay)floor (
          way_viewport_day (&viewport, viewport.rtl ? rect.x + rect.width : rect.x));
      self->entry_y = rect.y + rect.height / 2 - viewport.scale_height + viewport.scroll_y;
      open_entry (self, WAY_TIMELINE_ENTRY_RENAME, _ ("Title"), title != NULL ? title : "");
    }
}
