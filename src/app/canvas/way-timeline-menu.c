/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu: the same actions that the keyboard has, for what is selected.
 */
#include "config.h"

#include "way-context-menu.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

/* Sections end with an empty row */
static const WayMenuRow item_rows[] = {
  { "timeline.edit", N_ ("_Edit") },
  { "timeline.rename", N_ ("_Rename") },
  { "timeline.toggle-done", N_ ("_Done") },
  { NULL, NULL },
  { "timeline.move-earlier", N_ ("Move e_arlier") },
  { "timeline.move-later", N_ ("Move _later") },
  { "timeline.start-link", N_ ("L_ink to…") },
  { "timeline.repair", N_ ("Re_pair dependencies") },
  { "win.add-evidence", N_ ("Add e_vidence…") },
  { NULL, NULL },
  { "timeline.cut", N_ ("Cu_t") },
  { "timeline.copy", N_ ("_Copy") },
  { "timeline.paste", N_ ("Pa_ste") },
  { "timeline.duplicate", N_ ("D_uplicate") },
  { NULL, NULL },
  { "timeline.zoom-selection", N_ ("_Zoom to this") },
  { NULL, NULL },
  { "timeline.remove", N_ ("Delete") },
};

static const WayMenuRow goal_rows[] = {
  { "timeline.edit", N_ ("_Edit") },
  { "timeline.rename", N_ ("_Rename") },
  { "timeline.add-milestone", N_ ("New _milestone") },
  { "timeline.show-undated", N_ ("_Without a date…") },
  { "win.add-evidence", N_ ("Add e_vidence…") },
  { NULL, NULL },
  { "timeline.place-up", N_ ("Move _up") },
  { "timeline.place-down", N_ ("Move _down") },
  { "timeline.place-in", N_ ("Make _part of the goal above") },
  { "timeline.place-out", N_ ("Take _out of its goal") },
  { NULL, NULL },
  { "timeline.cut", N_ ("Cu_t") },
  { "timeline.copy", N_ ("_Copy") },
  { "timeline.paste", N_ ("Pa_ste") },
  { "timeline.duplicate", N_ ("Dup_licate") },
  { NULL, NULL },
  { "timeline.remove", N_ ("Delete") },
};

static const WayMenuRow lane_rows[] = {
  { "timeline.add-milestone-here", N_ ("New _milestone here") },
  { "timeline.add-goal", N_ ("New _goal") },
  { "timeline.paste-here", N_ ("Pa_ste here") },
  { NULL, NULL },
  { "timeline.zoom-fit", N_ ("_Fit the plan") },
  { "timeline.go-to-today", N_ ("Go to _today") },
  { "timeline.show-critical", N_ ("_Critical path") },
  { NULL, NULL },
  { "timeline.select-all", N_ ("Select _all") },
};

static void
popup (WayTimelineView *self, const WayMenuRow *rows, guint n_rows)
{
  way_context_menu_popup (&self->menu, GTK_WIDGET (self), rows, n_rows, self->pointer_x,
                          self->pointer_y);
}

gboolean
way_timeline_menu_popup_link (WayTimelineView *self, double x, double y)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  g_autofree char *reveal_from = NULL;
  g_autofree char *reveal_to = NULL;
  g_autofree char *remove = NULL;
  char text[WAY_ID_BUFFER_SIZE];
  WayRecord *link;
  WayId id;

  if (!way_hit_test_link (self->layout, &viewport, x, y, &id))
    return FALSE;

  link = way_plan_lookup (way_timeline_view_get_plan (self), &id);
  remove = g_strdup_printf ("win.remove-dependency::%s", way_id_format (&id, text));
  way_id_format (way_record_get_ref (link, WAY_DEPENDENCY_FROM), text);
  reveal_from = g_strdup_printf ("win.reveal::%s", text);
  way_id_format (way_record_get_ref (link, WAY_DEPENDENCY_TO), text);
  reveal_to = g_strdup_printf ("win.reveal::%s", text);

  self->pointer_x = x;
  self->pointer_y = y;
  popup (self,
         (WayMenuRow[]){ { reveal_from, N_ ("Go to what comes _first") },
                         { reveal_to, N_ ("Go to what _waits") },
                         { NULL, NULL },
                         { remove, N_ ("_Remove the dependency") } },
         4);

  return TRUE;
}

void
way_timeline_menu_popup (WayTimelineView *self, double x, double y)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  WayPlan *plan = way_timeline_view_get_plan (self);

  self->pointer_x = x;
  self->pointer_y = y;
  if (primary == NULL)
    popup (self, lane_rows, G_N_ELEMENTS (lane_rows));
  else if (way_plan_lookup_kind (plan, WAY_KIND_GOAL, primary) != NULL)
    popup (self, goal_rows, G_N_ELEMENTS (goal_rows));
  else
    popup (self, item_rows, G_N_ELEMENTS (item_rows));
}

void
way_timeline_menu_popup_at_focus (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  const WayId *primary = way_selection_get_primary (self->selection);
  WayRect rect;

  if (self->layout == NULL)
    return;
  if (primary != NULL && way_hit_item_rect (self->layout, &viewport, primary, &rect))
    way_timeline_menu_popup (self, rect.x + rect.width / 2, rect.y + rect.height);
  else
    way_timeline_menu_popup (self, viewport.width / 2, viewport.height / 2);
}
