/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend below a printed timeline.
 */
#pragma once

#include "way-scene.h"

G_BEGIN_DECLS

/**
 * way_legend_build:
 *
 * Explains the icons of categories on a line, and the looks of statuses on the next; only those
 * that the layout shows, so that it stays short.
 *
 * Returns: (transfer full): the legend, as high as it is
 */
WayScene *way_legend_build (WayLayout *layout, const WayStyle *style, double width, gboolean rtl);

G_END_DECLS
