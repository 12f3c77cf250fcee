/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts that a timeline's picture is put together from. All are added in the layout's own
 * coordinates and moved into place afterwards.
 */
#pragma once

#include "way-scene-private.h"

G_BEGIN_DECLS

/**
 * WaySceneBuild:
 * @area: what is shown of the lanes, from the body's start edge and the first lane's top
 *
 * What the functions below need to know.
 */
typedef struct
{
  WayScene *scene;
  WayLayout *layout;
  const WayMetrics *metrics;
  const WayStyle *style;
  WayScale scale;
  WayRect area;
  WaySceneParts parts;
} WaySceneBuild;

WaySceneBuild way_scene_build_init (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                                    const WayStyle *style);

void way_scene_add_item (const WaySceneBuild *build, const WayItem *item);

/* The label beside an item, over a picture that has it already: on its own ground, not over the
 * start edge, and without what would be left there of a label whose item is out of sight */
void way_scene_add_label_again (const WaySceneBuild *build, const WayItem *item);

void way_scene_add_credential (const WaySceneBuild *build, const WayItem *item);
void way_scene_add_expiry (const WaySceneBuild *build, const WayItem *item);
/* Days of leave, over all else in the body, for labels stand on grounds of their own */
void way_scene_add_leaves (const WaySceneBuild *build);
void way_scene_add_reviews (const WaySceneBuild *build);
/* Where bars go on beyond the edges of what is shown */
void way_scene_add_cuts (const WaySceneBuild *build);

/* At the foot of a scale of @height */
void way_scene_add_review_pennants (const WaySceneBuild *build, double height);
/* Ground, grid, marks and arrows within @rect at the start edge, over a picture that has more
 * there; arrows of a plan that has very many of them are left out */
void way_scene_add_background_again (const WaySceneBuild *build, WayRect rect);
void way_scene_add_heads (const WaySceneBuild *build, double width);
void way_scene_add_links (const WaySceneBuild *build);

/* A small bar as @status looks, for the legend */
void way_scene_add_swatch (WayScene *scene, const WayStyle *style, WayStatus status, WayRect rect);

/* The ticks of a row in the fonts that scales are drawn with */
GArray *way_scene_get_ticks (WayLabels *labels, WayScale scale, WayTickRow row, double width);

/* A scale of two rows over @width, its top edge at y = 0; also without a layout */
void way_scene_add_scale (WayScene *scene, WayLabels *labels, WayScale scale, double width,
                          double height, const WayStyle *style);

/* Where a head's text begins: it stays in sight while any of its lane does */
double way_scene_get_head_y (WayLayout *layout, const WayLane *lane, double scroll_y);

/* Where a head of @width says how many of its milestones have no date, of no width where it does
 * not; from the head's start and the first lane's top */
WayRect way_scene_get_undated_rect (WayLayout *layout, const WayLane *lane, double scroll_y,
                                    double width);

/* Background of @lane, by its place */
WayRgba way_scene_get_lane_colour (const WayStyle *style, guint lane);

G_END_DECLS
