/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's part of what is remembered of a plan's view: a key for each column that is shown,
 * with its width in pixels, or -1 where that follows from what is in it; by which column it is
 * sorted, and the record at the upper edge.
 */
#include "way-outline-pane-private.h"

#include <string.h>

#define GROUP "outline"
#define MOST_PIXELS 4000 /* nobody drags a column wider */

/* The first rows are where one begins anyway */
static void
store_top (WayOutlinePane *self, GKeyFile *state)
{
  guint top = way_outline_list_get_top (self);
  char id[WAY_ID_BUFFER_SIZE];

  if (!way_id_is_null (&self->restored_top))
    way_id_format (&self->restored_top, id);
  else if (top != WAY_OUTLINE_NOWHERE && top > 0)
    way_id_format (way_record_get_id (way_outline_model_get_entry (self->look.model, top)->record),
                   id);
  else
    return;

  g_key_file_set_string (state, GROUP, "top", id);
}

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

  if (self->sort_column < WAY_OUTLINE_N_COLUMNS)
    g_key_file_set_string (state, GROUP, self->sorts_down ? "sorted-down" : "sorted",
                           way_outline_column_get (self->sort_column)->name);
  store_top (self, state);
}

static void
restore_sort (WayOutlinePane *self, GKeyFile *state)
{
  gboolean down = g_key_file_has_key (state, GROUP, "sorted-down", NULL);
  g_autofree char *name
      = g_key_file_get_string (state, GROUP, down ? "sorted-down" : "sorted", NULL);

  for (WayOutlineColumn i = 0; i < WAY_OUTLINE_N_COLUMNS && name != NULL; i++)
    if (g_str_equal (way_outline_column_get (i)->name, name))
      way_outline_sort_by (self, i, down);
}

void
way_outline_pane_restore_state (WayOutlinePane *self, GKeyFile *state)
{
  g_autofree char *top = NULL;

  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));
  g_return_if_fail (state != NULL);

  if (!g_key_file_has_group (state, GROUP))
    return;

  self->restored_top = WAY_ID_NULL;
  for (WayOutlineColumn i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    {
      const char *name = way_outline_column_get (i)->name;
      gboolean is_shown = g_key_file_has_key (state, GROUP, name, NULL);
      int width = is_shown ? g_key_file_get_integer (state, GROUP, name, NULL) : -1;

      gtk_column_view_column_set_visible (self->columns[i], is_shown || i == WAY_OUTLINE_TITLE);
      if (width > 0 && width <= MOST_PIXELS)
        gtk_column_view_column_set_fixed_width (self->columns[i], width);
    }

  restore_sort (self, state);
  top = g_key_file_get_string (state, GROUP, "top", NULL);
  if (top != NULL)
    way_id_parse (top, strlen (top), &self->restored_top);
}
