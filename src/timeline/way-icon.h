/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line icons of categories and statuses, drawn as paths so that they are crisp at every size and on
 * paper.
 */
#pragma once

#include "way-schema.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_ICON_STEP,
  WAY_ICON_CAP,
  WAY_ICON_BADGE,
  WAY_ICON_RIBBON,
  WAY_ICON_BRIEFCASE,
  WAY_ICON_PEOPLE,
  WAY_ICON_HEART,
  WAY_ICON_CLIPBOARD,
  WAY_ICON_PARASOL,
  WAY_ICON_TICK,
  WAY_ICON_CROSS,
  WAY_ICON_PAUSE,
  WAY_ICON_FOLDED,
  WAY_ICON_UNFOLDED,
  WAY_N_ICONS,
} WayIcon;

WayIcon way_icon_for_category (WayCategory category);

/**
 * way_icon_get_name:
 *
 * Returns: (transfer none): a word for scene dumps
 */
const char *way_icon_get_name (WayIcon icon);

/**
 * way_icon_draw:
 * @x: of the left edge
 * @y: of the top edge
 * @size: of both sides, in pixels
 *
 * Strokes the icon with the source that is set.
 */
void way_icon_draw (cairo_t *cr, WayIcon icon, double x, double y, double size);

G_END_DECLS
