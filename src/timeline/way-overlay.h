/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What moves or comes and goes over the timeline's picture: today, selection, hover, ghosts, rubber
 * band, new links.
 *
 * Each function adds to a scene of the viewport's size, which is then painted over the picture. All
 * of them mind right-to-left and keep to the body, so that nothing is drawn over heads or scale
 * that does not belong there.
 */
#pragma once

#include "way-scene.h"

G_BEGIN_DECLS

/**
 * way_overlay_add_today:
 *
 * The line through the body and its pill in the scale; nothing when @today is out of sight.
 */
void way_overlay_add_today (WayScene *scene, WayLabels *labels, const WayViewport *viewport,
                            const WayStyle *style, WayDay today);

/**
 * way_overlay_add_pins:
 *
 * Draws the bars that began before what is seen once more, with icon and label where they are seen:
 * over a picture made of tiles, which cannot know where that is.
 */
void way_overlay_add_pins (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                           const WayStyle *style);

/**
 * way_overlay_add_hover:
 * @with_dot: whether the dot is shown from which a dependency can be drawn
 */
void way_overlay_add_hover (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                            const WayStyle *style, const WayId *id, gboolean with_dot);

/**
 * way_overlay_add_selection:
 * @ids: (array length=n_ids): milestones and credentials
 * @focus: (nullable): the one that the keyboard is on; it alone has handles, and the dot for
 * dependencies
 *
 * The rings, and the dependencies of what is selected in the accent colour; of many in sight simple
 * rings alone.
 */
void way_overlay_add_selection (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                                const WayStyle *style, const WayId *ids, guint n_ids,
                                const WayId *focus);

/**
 * WayGhost:
 * @start: first day
 * @end: the day after the last; equal to @start for a point
 * @y: of its row, in the picture
 * @height: of its bar
 * @text: (nullable): dates and length, as way_text_range() makes them; drawn beside it
 * @is_plain: whether it is one of so many that a simple rectangle has to do
 *
 * Something as it would be on release of the pointer.
 */
typedef struct
{
  WayDay start;
  WayDay end;
  double y;
  double height;
  const char *text;
  gboolean is_plain;
} WayGhost;

void way_overlay_add_ghost (WayScene *scene, WayLabels *labels, const WayViewport *viewport,
                            const WayStyle *style, const WayGhost *ghost);

/**
 * way_overlay_add_band:
 * @rect: in the picture
 *
 * The rubber band.
 */
void way_overlay_add_band (WayScene *scene, const WayViewport *viewport, const WayStyle *style,
                           const WayRect *rect);

/**
 * way_overlay_add_new_link:
 * @from: the milestone that the dependency leaves
 * @x: of the pointer, in the picture
 * @y: of the pointer, in the picture
 * @allowed: FALSE draws it as broken
 */
void way_overlay_add_new_link (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                               const WayStyle *style, const WayId *from, double x, double y,
                               gboolean allowed);

G_END_DECLS
