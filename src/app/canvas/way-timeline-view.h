/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline that people scroll, zoom and edit: the one painter's picture in kept tiles, and what
 * moves above it.
 */
#pragma once

#include "way-document-schedule.h"
#include "way-filter-state.h"
#include "way-layout.h"
#include "way-selection.h"
#include "way-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE_VIEW (way_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (WayTimelineView, way_timeline_view, WAY, TIMELINE_VIEW, GtkWidget)

/**
 * WayTimelineView::activate-record:
 * @id: (type WayId): the record to edit; valid during the emission
 */

/**
 * WayTimelineView::toast:
 * @text: (nullable): what happened, translated; NULL when what was said last is past
 * @undo: whether undoing it should be offered
 */

/* Properties: "show-critical" (boolean, whether the critical path is marked), "can-repair-all"
 * (boolean, read only, whether any dependency is broken that can be repaired) */

/**
 * WayTimelineView::viewport-changed:
 *
 * Emitted when another part of the plan is shown, and after all else that calls for a look at the
 * view.
 */

/**
 * WayTimelineView::layout-changed:
 *
 * Emitted when there is something else to show.
 */

/**
 * WayTimelineView::pasted:
 *
 * Emitted when something was pasted or duplicated and is selected now; the clipboard may have taken
 * its time.
 */

GtkWidget *way_timeline_view_new (void);

/**
 * way_timeline_view_set_document:
 * @document: (nullable): what to show
 */
void way_timeline_view_set_document (WayTimelineView *self, WayDocument *document);

/**
 * way_timeline_view_set_filter:
 * @filter: what is looked for, of the plan that is shown; followed from now on
 */
void way_timeline_view_set_filter (WayTimelineView *self, WayFilterState *filter);

/**
 * way_timeline_view_find:
 * @forwards: to the next one, lane by lane and in time within each; if not, to the one before
 *
 * Selects a goal, a milestone or a credential that is looked for, and scrolls to it; goes around at
 * the end.
 *
 * Returns: whether there is any on the timeline
 */
gboolean way_timeline_view_find (WayTimelineView *self, gboolean forwards);

/**
 * way_timeline_view_select_found:
 *
 * Selects all milestones that are looked for.
 *
 * Returns: how many they are
 */
guint way_timeline_view_select_found (WayTimelineView *self);

/**
 * way_timeline_view_set_lowest:
 * @is_lowest: whether nothing is drawn below it, not even the window's background
 */
void way_timeline_view_set_lowest (WayTimelineView *self, gboolean is_lowest);

/**
 * way_timeline_view_get_document:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
WayDocument *way_timeline_view_get_document (WayTimelineView *self);

/**
 * way_timeline_view_get_selection:
 *
 * Returns: (transfer none): the same all the view's life
 */
WaySelection *way_timeline_view_get_selection (WayTimelineView *self);

/**
 * way_timeline_view_get_layout:
 *
 * Returns: (nullable) (transfer none): where everything stands; %NULL without a document
 */
WayLayout *way_timeline_view_get_layout (WayTimelineView *self);

/**
 * way_timeline_view_get_viewport:
 *
 * Returns: what is shown at present, heads and scale included
 */
WayViewport way_timeline_view_get_viewport (WayTimelineView *self);

/**
 * way_timeline_view_get_style:
 *
 * Returns: (transfer none): the colours of the present theme
 */
const WayStyle *way_timeline_view_get_style (WayTimelineView *self);

/**
 * way_timeline_view_get_today:
 *
 * Returns: the day of the red line
 */
WayDay way_timeline_view_get_today (WayTimelineView *self);

/**
 * way_timeline_view_set_today:
 * @today: the day that it is
 *
 * To be called when another day has begun: a new view begins with the day on which it is made.
 */
void way_timeline_view_set_today (WayTimelineView *self, WayDay today);

/**
 * way_timeline_view_is_typing:
 *
 * Returns: whether a title is being typed in place
 */
gboolean way_timeline_view_is_typing (WayTimelineView *self);

/**
 * way_timeline_view_show_day:
 * @day: comes to stand at the body's edge where time starts, as near as the range allows
 */
void way_timeline_view_show_day (WayTimelineView *self, double day);

/**
 * way_timeline_view_zoom_to_days:
 * @days: how many days the body is to show
 *
 * Keeps the selected item where it is if it is in sight, else today, else the middle.
 */
void way_timeline_view_zoom_to_days (WayTimelineView *self, double days);

/**
 * way_timeline_view_zoom_to_fit:
 *
 * Shows the whole plan.
 */
void way_timeline_view_zoom_to_fit (WayTimelineView *self);

/**
 * way_timeline_view_point_at:
 * @x: in the view; outside of it for nowhere
 * @y: in the view
 * @id: (out): the milestone or goal that is there
 *
 * Marks what something that is dragged over the view would fall on.
 *
 * Returns: whether anything is there
 */
gboolean way_timeline_view_point_at (WayTimelineView *self, double x, double y, WayId *id);

/**
 * way_timeline_view_reveal:
 *
 * Selects a goal or a milestone, unfolds what hides it and scrolls to it.
 */
void way_timeline_view_reveal (WayTimelineView *self, const WayId *id);

/**
 * way_timeline_view_store_state:
 * @state: where zoom, place and folded lanes are put down
 */
void way_timeline_view_store_state (WayTimelineView *self, GKeyFile *state);

/**
 * way_timeline_view_restore_state:
 * @state: what way_timeline_view_store_state() left, maybe for an earlier state of the plan
 *
 * To be called right after way_timeline_view_set_document(); what does not fit the plan any more is
 * passed over.
 */
void way_timeline_view_restore_state (WayTimelineView *self, GKeyFile *state);

G_END_DECLS
