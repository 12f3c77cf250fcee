/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline's body, made small.
 */
#include "way-thumbnail.h"

#include "way-painter.h"

/* Of the timeline's own size */
#define LARGEST 0.36
#define SMALLEST 0.09
#define READABLE 0.25 /* below it words are a mush, and left out */
#define SHRINK 0.85   /* from one try to the next */

/* Lays all out for the width, and gives what is seen of it */
static WayViewport
arrange (WayLayout *layout, double width, double height, double reduction, WayDay today)
{
  WayViewport viewport = { .width = width / reduction, .height = height / reduction };

  viewport.scale = way_scale_align (way_layout_fit (layout, viewport.width, today));
  way_layout_set_day_width (layout, viewport.scale.day_width);

  return viewport;
}

void
way_thumbnail_draw (WayPlan *plan, WayTheme theme, double width, double height, WayDay today,
                    gboolean rtl, cairo_t *cr)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
  g_autoptr (WayScene) scene = NULL;
  double reduction = LARGEST;
  WayViewport viewport = arrange (layout, width, height, reduction, today);
  WaySceneParts parts = WAY_SCENE_BODY | WAY_SCENE_LINKS;

  while (way_layout_get_height (layout) > viewport.height && reduction * SHRINK >= SMALLEST)
    {
      reduction *= SHRINK;
      viewport = arrange (layout, width, height, reduction, today);
    }

  if (reduction < READABLE)
    parts |= WAY_SCENE_COARSE;
  viewport.rtl = rtl;
  scene = way_scene_build (layout, &viewport, way_style_get (theme), parts);

  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);
  cairo_save (cr);
  cairo_scale (cr, reduction, reduction);
  way_painter_paint (scene, labels, cr);
  cairo_restore (cr);
}
