/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline as a window shows it: the scrolled view, the zoom presets and the overview strip
 * below.
 */
#pragma once

#include "way-day.h"
#include "way-document.h"
#include "way-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE_PANE (way_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (WayTimelinePane, way_timeline_pane, WAY, TIMELINE_PANE, GtkWidget)

/**
 * WayTimelinePane::activate-record:
 * @pane: the pane
 * @id: (type WayId): the record, a goal or a milestone; a pointer valid during the emission
 *
 * The person wants to edit a record by its fields: Enter or a double click on it. It is the
 * selection's primary one.
 */

/**
 * WayTimelinePane::toast:
 * @pane: the pane
 * @text: (nullable): what happened or why it could not, translated, not markup; NULL when what was
 *        said last is past
 * @undo: whether the toast should offer to undo the last step
 */

/**
 * WayTimelinePane:shown-days:
 *
 * How many days the body of the view shows when that is one of the presets, else 0. Set, the view
 * glides to as many. "timeline.shown-days" is the action for it.
 */

/**
 * WayTimelinePane:
 *
 * Its other actions start with "timeline." and are the view's; activate them with
 * gtk_widget_activate_action() on way_timeline_pane_get_view(). way-timeline-shortcuts.h lists them
 * with their keys.
 */
GtkWidget *way_timeline_pane_new (void);

/**
 * way_timeline_pane_set_document:
 * @document: (nullable): what to show; the selection is cleared and the whole plan fitted into the
 * view
 */
void way_timeline_pane_set_document (WayTimelinePane *self, WayDocument *document);

/**
 * way_timeline_pane_get_document:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
WayDocument *way_timeline_pane_get_document (WayTimelinePane *self);

/**
 * way_timeline_pane_get_selection:
 *
 * Returns: (transfer none): the pane's selection, the same one all its life
 */
WaySelection *way_timeline_pane_get_selection (WayTimelinePane *self);

/**
 * way_timeline_pane_get_view:
 *
 * Returns: (transfer none): the widget that takes the focus and has the "timeline." actions
 */
GtkWidget *way_timeline_pane_get_view (WayTimelinePane *self);

/**
 * way_timeline_pane_set_today:
 * @today: the day that it is, when another one has begun
 */
void way_timeline_pane_set_today (WayTimelinePane *self, WayDay today);

/**
 * way_timeline_pane_get_overview:
 *
 * Returns: (transfer none): the strip below, which lets nothing through
 */
GtkWidget *way_timeline_pane_get_overview (WayTimelinePane *self);

/**
 * way_timeline_pane_reveal:
 * @id: a goal or a milestone
 *
 * Selects the record and scrolls to where it is; unfolds its lane when that is folded.
 */
void way_timeline_pane_reveal (WayTimelinePane *self, const WayId *id);

/**
 * way_timeline_pane_quick_add:
 *
 * Goes to the line in which a sentence makes a milestone.
 */
void way_timeline_pane_quick_add (WayTimelinePane *self);

G_END_DECLS
