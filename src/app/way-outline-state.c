/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's part of what is remembered of a plan's view: a key for each column that is shown,
 * with its width in pixels, or -1 where that follows from what is in it.
 */
#include "way-outline-pane-private.h"

#define GROUP "outline"
#define MOST_PIXELS 4000 /* nobody drags a column wider */

void
way_outline_pane_store_state (WayOutlinePane *self, GKeyFile *state)
{
  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));
  g_return_if_fail (state != NULL);

  g_key_file_remove_group (state, GROUP, NULL);
  for (WayOutlineColumn i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    if (gtk_column_view_column_get_visible (self->columns[i]))
      g_key_file_set_integer (state, GROUP, way_outline_column_get (i)->name,
                              gtk_column_view_column_get_fixed_width (self->columns[i]));
}

void
way_outline_pane_restore_state (WayOutlinePane *self, GKeyFile *state)
{
  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));
  g_return_if_fail (state != NULL);

  if (!g_key_file_has_group (state, GROUP))
    return;

  for (WayOutlineColumn i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    {
      const char *name = way_outline_column_get (i)->name;
      gboolean is_shown = g_key_file_has_key (state, GROUP, name, NULL);
      int width = is_shown ? g_key_file_get_integer (state, GROUP, name, NULL) : -1;

      gtk_column_view_column_set_visible (self->columns[i], is_shown || i == WAY_OUTLINE_TITLE);
      if (width > 0 && width <= MOST_PIXELS)
        gtk_column_view_column_set_fixed_width (self->columns[i], width);
    }
}
