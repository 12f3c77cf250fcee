/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a table of shortcuts, for the widget that they work in.
 */
#include "way-shortcut-keys.h"

/* Keys are written as for left to right; where text runs the other way its arrows change places */
static char *
mirror_key (const char *accelerator)
{
  const char *left = strstr (accelerator, "Left");
  const char *right = strstr (accelerator, "Right");
  GString *mirrored = g_string_new (accelerator);

  if (left != NULL)
    g_string_replace (mirrored, "Left", "Right", 1);
  else if (right != NULL)
    g_string_replace (mirrored, "Right", "Left", 1);
  return g_string_free (mirrored, FALSE);
}

static void
add_shortcut (GtkEventController *controller, const char *action, const char *accelerator,
              gboolean rtl)
{
  g_autofree char *key = rtl ? mirror_key (accelerator) : g_strdup (accelerator);
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (key);

  g_return_if_fail (trigger != NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_named_action_new (action)));
}

GtkEventController *
way_shortcut_keys_new (const WayShortcut *table, guint n_rows, GtkTextDirection direction)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) keys = g_strsplit (table[i].accelerators, " ", -1);

      /* Menus show the one that was added last */
      for (guint j = g_strv_length (keys); j > 0; j--)
        add_shortcut (controller, table[i].action, keys[j - 1], direction == GTK_TEXT_DIR_RTL);
    }
  return controller;
}
