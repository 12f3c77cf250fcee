/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars that go on over the edge of the paper say so, at both edges.
 */
#include "way-scene-parts.h"

#define HALF_HEIGHT 4.0 /* of the mark, in pixels */
#define EDGE 2.0        /* between the mark and the paper's edge */

/* A gap in the bar with an arrow head in it that points over the edge */
static void
add_mark (const WaySceneBuild *build, const WayItem *item, const WayRect *bar, double edge,
          int direction)
{
  double width = build->metrics->padding;
  double left = direction > 0 ? edge - width : edge;
  double y = bar->y + bar->height / 2;
  double tip = edge - direction * EDGE;
  double back = tip - direction * (width - 2 * EDGE);
  WayPoint corners[] = { { tip, y }, { back, y - HALF_HEIGHT }, { back, y + HALF_HEIGHT } };

  way_scene_add_rect (build->scene, (WayRect){ left, bar->y, width, bar->height },
                      way_scene_get_lane_colour (build->style, item->lane));
  way_scene_add_path (build->scene, corners, G_N_ELEMENTS (corners),
                      &(WayLook){ .fill = build->style->text, .flags = WAY_OP_CLOSED });
}

static gboolean
on_item_visit (const WayItem *item, gpointer user_data)
{
  const WaySceneBuild *build = user_data;
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  double start = build->area.x;
  double end = build->area.x + build->area.width;
  double room = 2 * build->metrics->padding;

  if (item->is_melted || (item->shape != WAY_SHAPE_BAR && item->shape != WAY_SHAPE_CREDENTIAL))
    return TRUE;

  if (rect.x < start - 1 && rect.x + rect.width > start + room)
    add_mark (build, item, &rect, start, -1);
  if (rect.x < end - room && rect.x + rect.width > end + 1)
    add_mark (build, item, &rect, end, 1);

  return TRUE;
}

void
way_scene_add_cuts (const WaySceneBuild *build)
{
  way_layout_foreach_visible (build->layout, build->scale, &build->area, on_item_visit,
                              (gpointer)build);
}
