/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu: the same actions that the keyboard has, for what is selected.
 */
#include "config.h"

#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *action;
  const char *label;
} MenuRow;

/* Sections end with an empty row */
static const MenuRow item_rows[] = {
  { "timeline.edit", N_ ("_Edit") },
  { "timeline.rename", N_ ("_Rename") },
  { "timeline.toggle-done", N_ ("_Done") },
  { NULL, NULL },
  { "timeline.move-earlier", N_ ("Move e_arlier") },
  { "timeline.move-later", N_ ("Move _later") },
  { "timeline.start-link", N_ ("L_ink to…") },
  { "timeline.repair", N_ ("Re_pair dependencies") },
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

static const MenuRow goal_rows[] = {
  { "timeline.edit", N_ ("_Edit") },
  { "timeline.rename", N_ ("_Rename") },
  { "timeline.add-milestone", N_ ("New _milestone") },
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

static const MenuRow lane_rows[] = {
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

static GMenuModel *
make_menu (const MenuRow *rows, gsize n_rows)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i].action != NULL)
        {
          g_menu_append (section, _ (rows[i].label), rows[i].action);
          continue;
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu_for_selection (WayTimelineView *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);

  if (primary == NULL)
    return make_menu (lane_rows, G_N_ELEMENTS (lane_rows));
  if (way_plan_lookup_kind (way_timeline_view_get_plan (self), WAY_KIND_GOAL, primary) != NULL)
    return make_menu (goal_rows, G_N_ELEMENTS (goal_rows));

  return make_menu (item_rows, G_N_ELEMENTS (item_rows));
}

void
way_timeline_menu_popup (WayTimelineView *self, double x, double y)
{
  g_autoptr (GMenuModel) model = make_menu_for_selection (self);

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
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
