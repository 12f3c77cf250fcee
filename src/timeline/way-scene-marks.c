/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws what concerns all lanes: leave as shade behind them, reviews as dotted lines through them
 * with a pennant in the scale.
 */
#include "way-scene-parts.h"

#include "way-layout-private.h"

#include <math.h>

#define DASH 3.0
#define PENNANT 7.0
#define LINE_STRENGTH 0.5 /* a review is no deadline */

/* Pixels of what is drawn in the body from top to bottom */
static double
get_height (const WaySceneBuild *build)
{
  return MIN (build->area.height, way_layout_get_height (build->layout) - build->area.y);
}

void
way_scene_add_leaves (const WaySceneBuild *build)
{
  GArray *leaves = way_marks_get_leaves (build->layout->marks);

  for (guint i = 0; i < leaves->len; i++)
    {
      const WayLeave *leave = &g_array_index (leaves, WayLeave, i);
      double left = MAX (0, round (way_scale_x (build->scale, leave->start)));
      double right = MIN (build->area.width, round (way_scale_x (build->scale, leave->end)));

      if (left < right)
        way_scene_add_rect (build->scene,
                            (WayRect){ left, build->area.y, right - left, get_height (build) },
                            build->style->leave);
    }
}

/* Dashes begin at multiples of their length, so that tiles join */
static void
add_dotted (const WaySceneBuild *build, double x)
{
  double end = build->area.y + get_height (build);

  for (double y = floor (build->area.y / (2 * DASH)) * 2 * DASH; y < end; y += 2 * DASH)
    {
      double top = MAX (y, build->area.y);
      double bottom = MIN (y + DASH, end);

      if (top < bottom)
        way_scene_add_rect (build->scene, (WayRect){ x, top, 1, bottom - top },
                            way_rgba_fade (build->style->review, LINE_STRENGTH));
    }
}

void
way_scene_add_reviews (const WaySceneBuild *build)
{
  GArray *reviews = way_marks_get_reviews (build->layout->marks);

  for (guint i = 0; i < reviews->len; i++)
    {
      double x = round (way_scale_x (build->scale, g_array_index (reviews, WayReviewMark, i).day));

      if (x >= 0 && x < build->area.width)
        add_dotted (build, x);
    }
}

void
way_scene_add_review_pennants (const WaySceneBuild *build, double height)
{
  GArray *reviews = way_marks_get_reviews (build->layout->marks);

  for (guint i = 0; i < reviews->len; i++)
    {
      double x = round (way_scale_x (build->scale, g_array_index (reviews, WayReviewMark, i).day));
      WayPoint points[] = { { x, height - PENNANT - 1 },
                            { x + PENNANT, height - PENNANT / 2 - 1 },
                            { x, height - 1 } };

      if (x > -PENNANT && x < build->area.width)
        way_scene_add_path (build->scene, points, G_N_ELEMENTS (points),
                            &(WayLook){ .fill = build->style->review });
    }
}
