/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the timeline's actions and their keys, which feeds both the view and the shortcuts
 * window.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayTimelineShortcut:
 * @action: a widget action of the timeline view, as "timeline.move-later"
 * @accelerators: for gtk_shortcut_trigger_parse_string() and GtkShortcutsShortcut, several
 * separated by spaces; empty for none
 * @group: untranslated heading in the shortcuts window
 * @label: untranslated, what it does
 * @anywhere: whether the keys work wherever in the window somebody is, and not in the view alone
 *
 * Accelerators are written as in a left-to-right window: the view swaps Left and Right where text
 * runs the other way.
 */
typedef struct
{
  const char *action;
  const char *accelerators;
  const char *group;
  const char *label;
  gboolean anywhere;
} WayTimelineShortcut;

/**
 * way_timeline_get_shortcuts:
 * @n_shortcuts: (out): how many
 *
 * Returns: (array length=n_shortcuts) (transfer none): the table, one group after the other
 */
const WayTimelineShortcut *way_timeline_get_shortcuts (guint *n_shortcuts);

G_END_DECLS
