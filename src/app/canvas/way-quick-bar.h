/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line that makes a milestone, with what was understood shown above it while one types.
 */
#pragma once

#include "way-document.h"
#include "way-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_QUICK_BAR (way_quick_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayQuickBar, way_quick_bar, WAY, QUICK_BAR, GtkWidget)

/**
 * WayQuickBar::added:
 * @bar: the bar
 * @id: (type WayId): the new milestone; a pointer valid during the emission
 */

/**
 * WayQuickBar::left:
 * @bar: the bar
 *
 * The person pressed Escape in the empty line and wants to go back to where they came from.
 */

/**
 * way_quick_bar_set_document:
 * @document: (nullable): where milestones are added
 * @selection: whose goal they serve when the line names none
 */
void way_quick_bar_set_document (WayQuickBar *self, WayDocument *document, WaySelection *selection);

/**
 * way_quick_bar_read_again:
 *
 * To be called when what is typed may mean something else, as "tomorrow" on another day.
 */
void way_quick_bar_read_again (WayQuickBar *self);

/**
 * way_quick_bar_focus:
 *
 * Goes to the line.
 */
void way_quick_bar_focus (WayQuickBar *self);

G_END_DECLS
