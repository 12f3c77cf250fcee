/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a table of shortcuts, for the widget that they work in.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayShortcut:
 * @action: an action of the widget, as "timeline.move-later"
 * @accelerators: for gtk_shortcut_trigger_parse_string() and GtkShortcutsShortcut, several
 * separated by spaces; empty for none
 * @group: untranslated heading in the shortcuts window
 * @label: untranslated, what it does
 * @anywhere: whether the keys work wherever in the window somebody is, and not in the widget alone
 *
 * Accelerators are written as in a left-to-right window.
 */
typedef struct
{
  const char *action;
  const char *accelerators;
  const char *group;
  const char *label;
  gboolean anywhere;
} WayShortcut;

/**
 * way_shortcut_keys_new:
 * @table: (array length=n_rows): keys and the actions that they lead to
 * @direction: where text runs from right to left, Left and Right change places
 *
 * Returns: (transfer full): a controller with all of them
 */
GtkEventController *way_shortcut_keys_new (const WayShortcut *table, guint n_rows,
                                           GtkTextDirection direction);

G_END_DECLS
