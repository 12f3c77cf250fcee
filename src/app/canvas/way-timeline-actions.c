/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline's actions: what each name does, when it can be done, and which keys lead to it.
 */
#include "way-shortcut-keys.h"
#include "way-timeline-shortcuts.h"
#include "way-timeline-view-private.h"

typedef enum
{
  ALWAYS,        /* as long as there is a plan */
  ON_SELECTION,  /* of whatever */
  ON_MILESTONES, /* when a milestone is the primary one */
  ON_SHOWN,      /* when the primary one has a lane or an item */
  ON_PLACE_UP,   /* when there is such a place for it */
  ON_PLACE_DOWN,
  ON_PLACE_IN,
  ON_PLACE_OUT,
  ON_BROKEN, /* when what is selected has a dependency that can be repaired */
  ON_ANY_BROKEN,
} Need;

typedef struct
{
  const char *name;
  Need need;
  void (*act) (WayTimelineView *self);
} Action;

static void
act_cancel (WayTimelineView *self)
{
  if (self->entry != NULL)
    way_timeline_entry_close (self, FALSE);
  else if (!way_id_is_null (&self->link_from))
    way_timeline_link_end (self);
  else if (!way_timeline_drag_take_back (self))
    way_selection_select (self->selection, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
act_select_all (WayTimelineView *self)
{
  guint n_records;
  WayRecord *const *records
      = way_plan_get_records (way_timeline_view_get_plan (self), WAY_KIND_MILESTONE, &n_records);
  g_autofree WayId *ids = g_new (WayId, n_records);
  guint n_ids = 0;

  for (guint i = 0; i < n_records; i++)
    if (!way_timeline_find_hides (self, records[i]))
      ids[n_ids++] = *way_record_get_id (records[i]);
  way_selection_set (self->selection, ids, n_ids);
}

static void
act_edit (WayTimelineView *self)
{
  if (!way_id_is_null (&self->link_from))
    way_timeline_link_toggle (self);
  else
    way_timeline_view_activate (self, way_selection_get_primary (self->selection));
}

static void
act_add_milestone_here (WayTimelineView *self)
{
  way_timeline_create_at (self, self->pointer_x, self->pointer_y);
}

static void
act_go_to_today (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);

  way_timeline_view_show_day (
      self, self->today - way_viewport_body_width (&viewport) / self->day_width / 3);
}

static void
page (WayTimelineView *self, double x, double y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);

  if (x != 0)
    way_timeline_view_set_offset (self, self->offset + x * way_viewport_body_width (&viewport));
  if (y != 0)
    way_timeline_view_set_scroll_y (self,
                                    viewport.scroll_y + y * way_viewport_body_height (&viewport));
}

#define ACT(name, call)                                                                            \
  static void act_##name (WayTimelineView *self) { call; }

ACT (page_earlier, page (self, -0.9, 0))
ACT (page_later, page (self, 0.9, 0))
ACT (page_up, page (self, 0, -0.9))
ACT (page_down, page (self, 0, 0.9))
ACT (walk_earlier, way_timeline_walk (self, WAY_DIRECTION_EARLIER, FALSE))
ACT (walk_later, way_timeline_walk (self, WAY_DIRECTION_LATER, FALSE))
ACT (walk_up, way_timeline_walk (self, WAY_DIRECTION_UP, FALSE))
ACT (walk_down, way_timeline_walk (self, WAY_DIRECTION_DOWN, FALSE))
ACT (walk_first, way_timeline_walk_to_end (self, FALSE))
ACT (walk_last, way_timeline_walk_to_end (self, TRUE))
ACT (extend_earlier, way_timeline_walk (self, WAY_DIRECTION_EARLIER, TRUE))
ACT (extend_later, way_timeline_walk (self, WAY_DIRECTION_LATER, TRUE))
ACT (extend_up, way_timeline_walk (self, WAY_DIRECTION_UP, TRUE))
ACT (extend_down, way_timeline_walk (self, WAY_DIRECTION_DOWN, TRUE))
ACT (move_earlier, way_timeline_edit_move_units (self, -1))
ACT (move_later, way_timeline_edit_move_units (self, 1))
ACT (end_earlier, way_timeline_edit_resize_units (self, TRUE, -1))
ACT (end_later, way_timeline_edit_resize_units (self, TRUE, 1))
ACT (start_earlier, way_timeline_edit_resize_units (self, FALSE, -1))
ACT (start_later, way_timeline_edit_resize_units (self, FALSE, 1))
ACT (place_up, way_timeline_place_by_key (self, WAY_TIMELINE_PLACE_UP))
ACT (place_down, way_timeline_place_by_key (self, WAY_TIMELINE_PLACE_DOWN))
ACT (place_in, way_timeline_place_by_key (self, WAY_TIMELINE_PLACE_IN))
ACT (place_out, way_timeline_place_by_key (self, WAY_TIMELINE_PLACE_OUT))
ACT (zoom_in, way_timeline_view_zoom_step (self, TRUE))
ACT (zoom_out, way_timeline_view_zoom_step (self, FALSE))

static const Action actions[] = {
  { "timeline.walk-earlier", ALWAYS, act_walk_earlier },
  { "timeline.walk-later", ALWAYS, act_walk_later },
  { "timeline.walk-up", ALWAYS, act_walk_up },
  { "timeline.walk-down", ALWAYS, act_walk_down },
  { "timeline.walk-first", ALWAYS, act_walk_first },
  { "timeline.walk-last", ALWAYS, act_walk_last },
  { "timeline.extend-earlier", ON_SELECTION, act_extend_earlier },
  { "timeline.extend-later", ON_SELECTION, act_extend_later },
  { "timeline.extend-up", ON_SELECTION, act_extend_up },
  { "timeline.extend-down", ON_SELECTION, act_extend_down },
  { "timeline.select-all", ALWAYS, act_select_all },
  { "timeline.cancel", ALWAYS, act_cancel },
  { "timeline.add-milestone", ALWAYS, way_timeline_create_near_focus },
  { "timeline.add-milestone-here", ALWAYS, act_add_milestone_here },
  { "timeline.add-goal", ALWAYS, way_timeline_create_goal },
  { "timeline.edit", ON_SELECTION, act_edit },
  { "timeline.rename", ON_SHOWN, way_timeline_rename },
  { "timeline.toggle-done", ON_MILESTONES, way_timeline_edit_toggle_done },
  { "timeline.cut", ON_SELECTION, way_timeline_clipboard_cut },
  { "timeline.copy", ON_SELECTION, way_timeline_clipboard_copy },
  { "timeline.paste", ALWAYS, way_timeline_clipboard_paste },
  { "timeline.paste-here", ALWAYS, way_timeline_clipboard_paste_here },
  { "timeline.duplicate", ON_SELECTION, way_timeline_clipboard_duplicate },
  { "timeline.remove", ON_SELECTION, way_timeline_edit_remove },
  { "timeline.move-earlier", ON_MILESTONES, act_move_earlier },
  { "timeline.move-later", ON_MILESTONES, act_move_later },
  { "timeline.end-earlier", ON_MILESTONES, act_end_earlier },
  { "timeline.end-later", ON_MILESTONES, act_end_later },
  { "timeline.start-earlier", ON_MILESTONES, act_start_earlier },
  { "timeline.start-later", ON_MILESTONES, act_start_later },
  { "timeline.start-link", ON_MILESTONES, way_timeline_link_toggle },
  { "timeline.place-up", ON_PLACE_UP, act_place_up },
  { "timeline.place-down", ON_PLACE_DOWN, act_place_down },
  { "timeline.place-in", ON_PLACE_IN, act_place_in },
  { "timeline.place-out", ON_PLACE_OUT, act_place_out },
  { "timeline.show-undated", ALWAYS, way_timeline_undated_popup_at_focus },
  { "timeline.repair", ON_BROKEN, way_timeline_schedule_repair },
  { "timeline.repair-all", ON_ANY_BROKEN, way_timeline_schedule_repair_all },
  { "timeline.menu", ALWAYS, way_timeline_menu_popup_at_focus },
  { "timeline.zoom-in", ALWAYS, act_zoom_in },
  { "timeline.zoom-out", ALWAYS, act_zoom_out },
  { "timeline.zoom-fit", ALWAYS, way_timeline_view_zoom_to_fit },
  { "timeline.zoom-selection", ON_SELECTION, way_timeline_view_zoom_to_selection },
  { "timeline.go-to-today", ALWAYS, act_go_to_today },
  { "timeline.page-earlier", ALWAYS, act_page_earlier },
  { "timeline.page-later", ALWAYS, act_page_later },
  { "timeline.page-up", ALWAYS, act_page_up },
  { "timeline.page-down", ALWAYS, act_page_down },
};

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        actions[i].act (WAY_TIMELINE_VIEW (widget));
        return;
      }
}

void
way_timeline_view_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.show-critical",
                                            "show-critical");
}

void
way_timeline_view_update_actions (WayTimelineView *self)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  const WayId *primary = way_selection_get_primary (self->selection);
  gboolean met[] = {
    [ALWAYS] = plan != NULL,
    [ON_SELECTION] = plan != NULL && primary != NULL,
    [ON_MILESTONES] = plan != NULL && primary != NULL
                      && way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, primary) != NULL,
    [ON_SHOWN] = primary != NULL && way_timeline_has_place (self, primary),
    [ON_PLACE_UP] = way_timeline_place_can (self, WAY_TIMELINE_PLACE_UP),
    [ON_PLACE_DOWN] = way_timeline_place_can (self, WAY_TIMELINE_PLACE_DOWN),
    [ON_PLACE_IN] = way_timeline_place_can (self, WAY_TIMELINE_PLACE_IN),
    [ON_PLACE_OUT] = way_timeline_place_can (self, WAY_TIMELINE_PLACE_OUT),
    [ON_BROKEN] = way_timeline_schedule_can_repair (self),
    [ON_ANY_BROKEN] = way_timeline_schedule_can_repair_all (self),
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, met[actions[i].need]);
  if (self->can_repair_all != met[ON_ANY_BROKEN])
    {
      self->can_repair_all = met[ON_ANY_BROKEN];
      g_object_notify (G_OBJECT (self), "can-repair-all");
    }
}

void
way_timeline_view_init_shortcuts (WayTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_shortcuts;
  const WayShortcut *table = way_timeline_get_shortcuts (&n_shortcuts);

  if (self->shortcuts != NULL)
    gtk_widget_remove_controller (widget, self->shortcuts);
  self->shortcuts = way_shortcut_keys_new (table, n_shortcuts, gtk_widget_get_direction (widget));
  gtk_widget_add_controller (widget, self->shortcuts);
}
