/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's context menu: the same actions that the keyboard has, for what is selected.
 */
#include "config.h"

#include "way-context-menu.h"
#include "way-outline-pane-private.h"

#include <glib/gi18n.h>

/* Sections end with an empty row */
static const WayMenuRow rows[] = {
  { "outline.edit-details", N_ ("_Edit") },
  { "outline.edit", N_ ("_Rename") },
  { "outline.toggle-done", N_ ("_Done") },
  { "win.add-evidence", N_ ("Add e_vidence…") },
  { NULL, NULL },
  { "outline.add-milestone", N_ ("New _milestone below") },
  { "outline.add-goal", N_ ("New _goal") },
  { NULL, NULL },
  { "outline.move-up", N_ ("Move _up") },
  { "outline.move-down", N_ ("Move do_wn") },
  { "outline.indent", N_ ("Make _part of the goal above") },
  { "outline.outdent", N_ ("Take _out of its goal") },
  { NULL, NULL },
  { "outline.cut", N_ ("Cu_t") },
  { "outline.copy", N_ ("_Copy") },
  { "outline.paste", N_ ("Pa_ste") },
  { "outline.duplicate", N_ ("Dup_licate") },
  { NULL, NULL },
  { "outline.remove", N_ ("Delete") },
};

#define NOTHING "outline.nothing" /* is no action, and so cannot be chosen */

void
way_outline_menu_popup (WayOutlinePane *self, double x, double y)
{
  WayMenuRow shown[G_N_ELEMENTS (rows)];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      shown[i] = rows[i];
      if (rows[i].action != NULL && !way_outline_can (self, rows[i].action))
        shown[i].action = NOTHING;
    }
  way_context_menu_popup (&self->menu, GTK_WIDGET (self), shown, G_N_ELEMENTS (shown), x, y);
}

void
way_outline_menu_popup_at_focus (WayOutlinePane *self)
{
  WayOutlineCell *cell
      = way_outline_list_get_cell (self, way_outline_list_get_focused (self), WAY_OUTLINE_TITLE);
  graphene_rect_t area;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &area))
    area = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  way_outline_menu_popup (self, area.origin.x + area.size.width / 4,
                          area.origin.y + area.size.height);
}
