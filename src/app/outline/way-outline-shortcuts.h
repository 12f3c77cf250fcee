/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the outline's actions and their keys, which feeds both the list and the shortcuts
 * window.
 */
#pragma once

#include "way-shortcut-keys.h"

G_BEGIN_DECLS

/**
 * way_outline_get_shortcuts:
 * @n_shortcuts: (out): how many
 *
 * Returns: (array length=n_shortcuts) (transfer none): the table; what means the same as on the
 * timeline has the same key
 */
const WayShortcut *way_outline_get_shortcuts (guint *n_shortcuts);

G_END_DECLS
