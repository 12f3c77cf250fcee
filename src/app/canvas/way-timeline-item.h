/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader finds where the timeline paints an item: nothing to see, but a name, a place
 * and the focus.
 */
#pragma once

#include "way-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE_ITEM (way_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (WayTimelineItem, way_timeline_item, WAY, TIMELINE_ITEM, GtkWidget)

GtkWidget *way_timeline_item_new (void);

/**
 * way_timeline_item_set_record:
 * @record: (nullable): a milestone, a credential or a goal; %NULL while the widget waits for its
 * next use
 * @remark: (nullable): what its name says besides, which other records may change
 */
void way_timeline_item_set_record (WayTimelineItem *self, WayRecord *record, const char *remark);

/**
 * way_timeline_item_set_goal:
 * @goal: (nullable): what the milestone belongs to, or the goal is part of
 */
void way_timeline_item_set_goal (WayTimelineItem *self, WayRecord *goal);

/**
 * way_timeline_item_get_record:
 *
 * Returns: (nullable) (transfer none): what it stands for
 */
WayRecord *way_timeline_item_get_record (WayTimelineItem *self);

void way_timeline_item_set_selected (WayTimelineItem *self, gboolean selected);

/**
 * way_timeline_item_set_expanded:
 *
 * Tells of a goal whether its lane is unfolded.
 */
void way_timeline_item_set_expanded (WayTimelineItem *self, gboolean expanded);

/**
 * way_timeline_item_set_area:
 * @area: where it is, in the parent
 */
void way_timeline_item_set_area (WayTimelineItem *self, const GtkAllocation *area);
void way_timeline_item_place (WayTimelineItem *self);

G_END_DECLS
