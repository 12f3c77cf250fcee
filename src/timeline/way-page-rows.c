/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of pages: where lanes are cut so that they can go on overleaf.
 */
#include "config.h"

#include "way-page-rows.h"

#include "way-scene-parts.h"

#include <math.h>

/* Where a lane that is taller than a page may be cut: after the last row that fits, but so that
 * what is left of it is as high as its head */
static double
cut_lane (WayLayout *layout, const WayLane *lane, double top, double height)
{
  double first_row = lane->y + way_layout_get_metrics (layout)->lane_padding;
  double n_rows = floor ((top + height - first_row) / lane->row_height);
  double cut = first_row + n_rows * lane->row_height;

  if (cut <= top)
    return top + height;

  while (way_scene_get_head_y (layout, lane, cut) < cut
         && cut - lane->row_height > MAX (top, first_row))
    cut -= lane->row_height;

  return cut;
}

/* Half a page left empty reads worse than a tall lane that goes on overleaf */
static gboolean
may_be_cut (const WayLane *lane, double top, double height)
{
  return lane->height > height / 2 && top + height - lane->y > height / 3;
}

GArray *
way_page_rows_fit (WayLayout *layout, double height, guint most)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double top = 0;

  g_array_append_val (breaks, top);
  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      if (lane->y + lane->height > top + height && lane->y > top && !may_be_cut (lane, top, height))
        {
          top = lane->y;
          g_array_append_val (breaks, top);
        }

      while (lane->y + lane->height > top + height && breaks->len <= most)
        {
          top = cut_lane (layout, lane, top, height);
          g_array_append_val (breaks, top);
        }
    }

  top = way_layout_get_height (layout);
  g_array_append_val (breaks, top);

  return breaks;
}
