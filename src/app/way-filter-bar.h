/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which a person says what to look for.
 */
#pragma once

#include "way-filter-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_FILTER_BAR (way_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayFilterBar, way_filter_bar, WAY, FILTER_BAR, AdwBin)

/**
 * WayFilterBar::closed:
 *
 * Emitted when the bar went away, by Escape or otherwise, and nothing is looked for any more.
 */

GtkWidget *way_filter_bar_new (void);

/**
 * way_filter_bar_set_state:
 * @state: what the bar changes and counts
 */
void way_filter_bar_set_state (WayFilterBar *self, WayFilterState *state);

/**
 * way_filter_bar_open:
 *
 * Shows the bar and puts the cursor into it, with what was typed before selected.
 */
void way_filter_bar_open (WayFilterBar *self);

/**
 * way_filter_bar_read_again:
 *
 * To be called when another day has begun: other milestones are past by then.
 */
void way_filter_bar_read_again (WayFilterBar *self);

/**
 * way_filter_bar_close:
 *
 * Takes the bar away and looks for nothing any more.
 */
void way_filter_bar_close (WayFilterBar *self);

G_END_DECLS
