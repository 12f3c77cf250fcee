/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's context menu: the same actions that the keyboard has, for what is selected.
 */
#include "config.h"

#include "way-outline-pane-private.h"

#include <glib/gi18n.h>

/* Sections end with an empty row */
static const struct
{
  const char *action;
  const char *label;
} rows[] = {
  { "outline.edit-details", N_ ("_Edit") },
  { "outline.edit", N_ ("_Rename") },
  { "outline.toggle-done", N_ ("_Done") },
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
  { "outline.duplicate", N_ ("D_uplicate") },
  { NULL, NULL },
  { "outline.remove", N_ ("Delete") },
};

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
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

void
way_outline_menu_popup (WayOutlinePane *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
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
