/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip below the timeline with the whole plan: drag its window to travel.
 */
#pragma once

#include "way-timeline-view.h"

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE_OVERVIEW (way_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (WayTimelineOverview, way_timeline_overview, WAY, TIMELINE_OVERVIEW, GtkWidget)

GtkWidget *way_timeline_overview_new (void);

/**
 * way_timeline_overview_set_view:
 * @view: (nullable): what it gives an overview of
 */
void way_timeline_overview_set_view (WayTimelineOverview *self, WayTimelineView *view);

G_END_DECLS
