/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desktop remembers of a plan that was open, and how it forgets it.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-recent.h"
#include "way-record-commands.h"
#include "way-settings.h"
#include "way-view-state.h"

#include <glib/gi18n.h>

#define ACTION "traceless"

static void
forget (WayDocument *document)
{
  GFile *file = way_document_get_file (document);

  if (file != NULL)
    way_recent_remove (file);
  way_view_state_forget (way_plan_get_id (way_document_get_plan (document)));
}

void
way_window_remember (WayWindow *self, WayDocument *document)
{
  GFile *file = way_document_get_file (document);

  if (way_document_get_private (document))
    {
      forget (document);
      return;
    }
  if (file == NULL)
    return;

  way_recent_add (file, way_document_get_title (document));
  way_settings_store_folder (self->settings, file);
}

static gboolean
run_set_private (WayEditGroup *group, gpointer is_private, GError **error)
{
  return way_edit_set_flag (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_PRIVATE, GPOINTER_TO_INT (is_private), error);
}

static void
on_traceless_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  WayWindow *self = user_data;
  gboolean is_private = g_variant_get_boolean (state);
  g_autoptr (GError) error = NULL;

  /* The document tells of it, and then the action has its new state */
  if (!way_document_execute (self->document,
                             is_private ? _ ("Don’t remember the plan") : _ ("Remember the plan"),
                             NULL, run_set_private, GINT_TO_POINTER (is_private), &error))
    way_window_show_error (self, _ ("The plan could not be changed"), error->message);
}

void
way_window_init_traces (WayWindow *self)
{
  static const GActionEntry entries[] = { { ACTION, NULL, NULL, "false", on_traceless_changed } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  way_window_update_traces (self);
}

void
way_window_update_traces (WayWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), ACTION);
  gboolean is_private = self->document != NULL && way_document_get_private (self->document);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->document != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_private));
}

void
way_window_change_traces (WayWindow *self)
{
  way_window_update_traces (self);
  if (way_document_get_file (self->document) != NULL)
    way_window_remember (self, self->document);
}
