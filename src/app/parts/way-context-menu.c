/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A context menu out of a table of actions, for the timeline and the outline.
 */
#include "config.h"

#include "way-context-menu.h"

#include <glib/gi18n.h>

static GMenuModel *
make_model (const WayMenuRow *rows, guint n_rows)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_rows; i++)
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
way_context_menu_popup (GtkWidget **menu, GtkWidget *parent, const WayMenuRow *rows, guint n_rows,
                        double x, double y)
{
  g_autoptr (GMenuModel) model = make_model (rows, n_rows);

  if (*menu == NULL)
    {
      *menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (*menu), FALSE);
      gtk_widget_set_valign (*menu, GTK_ALIGN_START);
      gtk_widget_set_parent (*menu, parent);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*menu), model);

  /* Beside the pointer it slides up where there is no room; below it, it would be cut at the end */
  gtk_popover_set_position (GTK_POPOVER (*menu),
                            gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL ? GTK_POS_LEFT
                                                                                  : GTK_POS_RIGHT);
  gtk_popover_set_pointing_to (GTK_POPOVER (*menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (*menu));
}
