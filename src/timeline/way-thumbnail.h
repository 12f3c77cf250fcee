/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole plan as a small picture: what file managers and the start page show of it.
 */
#pragma once

#include "way-plan.h"
#include "way-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * way_thumbnail_draw:
 * @width: in units of @cr
 * @height: in units of @cr
 * @today: where a plan without dates begins
 * @rtl: whether time runs from right to left
 *
 * Draws lanes and bars of @plan with the timeline's own painter: all of its time in @width, and as
 * many lanes as @height holds, at a third of its size or less; without words where those are too
 * small to read.
 */
void way_thumbnail_draw (WayPlan *plan, WayTheme theme, double width, double height, WayDay today,
                         gboolean rtl, cairo_t *cr);

G_END_DECLS
