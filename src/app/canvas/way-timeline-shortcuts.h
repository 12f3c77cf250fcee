/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the timeline's actions and their keys, which feeds both the view and the shortcuts
 * window.
 */
#pragma once

#include "way-shortcut-keys.h"

G_BEGIN_DECLS

/**
 * way_timeline_get_shortcuts:
 * @n_shortcuts: (out): how many
 *
 * Returns: (array length=n_shortcuts) (transfer none): the table, one group after the other
 */
const WayShortcut *way_timeline_get_shortcuts (guint *n_shortcuts);

G_END_DECLS
