/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that flows fill, in columns side by side. Internal to the room.
 */
#pragma once

#include "way-flow.h"

G_BEGIN_DECLS

#define WAY_FLOW_MAX_PAGES 2000

#define WAY_TYPE_FLOW_PAGES (way_flow_pages_get_type ())
G_DECLARE_FINAL_TYPE (WayFlowPages, way_flow_pages, WAY, FLOW_PAGES, WayPages)

/**
 * way_flow_pages_new:
 * @frame: (transfer full): what stands around
 *
 * Returns: (transfer full): one page with nothing in its frame
 */
WayFlowPages *way_flow_pages_new (WayPageFrame *frame);

/**
 * way_flow_pages_add:
 * @flow: (transfer full): with all its blocks
 * @x: of its column, from where the body begins
 * @y: of its top, from that of the body
 *
 * Breaks @flow onto as many pages as it takes.
 */
void way_flow_pages_add (WayFlowPages *self, WayFlow *flow, double x, double y);

guint way_flow_pages_get_n_flows (WayFlowPages *self);

/**
 * way_flow_pages_get_flow:
 *
 * Returns: (transfer none): the flow of that column
 */
WayFlow *way_flow_pages_get_flow (WayFlowPages *self, guint index);

G_END_DECLS
