/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a dragged end comes to rest: at other ends nearby, at today, else at the scale's unit.
 */
#include "way-timeline-snap.h"

#include <math.h>

/* The index of the first target that is not before @day */
static guint
find_target (GArray *targets, double day)
{
  guint low = 0;
  guint high = targets->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (targets, WayDay, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The target that is no further from @day than @nearest, which then is how far. FALSE where there
 * is none. */
static gboolean
find_nearest (GArray *targets, double day, double *nearest, WayDay *target)
{
  guint after = find_target (targets, day);
  gboolean has_found = FALSE;

  for (guint i = after > 0 ? after - 1 : 0; i <= after && i < targets->len; i++)
    {
      WayDay candidate = g_array_index (targets, WayDay, i);
      double distance = fabs (candidate - day);

      if (distance > *nearest)
        continue;
      *nearest = distance;
      *target = candidate;
      has_found = TRUE;
    }
  return has_found;
}

int
way_timeline_snap (WayScale scale, GArray *targets, const WayDay *edges, guint n_edges, double days)
{
  double nearest = WAY_TIMELINE_SNAP_PIXELS / scale.day_width;
  int found = 0;
  gboolean has_found = fabs (days) <= nearest;

  g_return_val_if_fail (n_edges > 0, 0);

  if (has_found)
    nearest = fabs (days);
  for (guint i = 0; i < n_edges; i++)
    {
      WayDay target;

      if (!find_nearest (targets, edges[i] + days, &nearest, &target))
        continue;
      found = target - edges[i];
      has_found = TRUE;
    }

  return has_found ? found : way_scale_snap (scale, edges[0] + days) - edges[0];
}

WayDay
way_timeline_snap_day (WayScale scale, GArray *targets, double day)
{
  double nearest = WAY_TIMELINE_SNAP_PIXELS / scale.day_width;
  WayDay target;

  return find_nearest (targets, day, &nearest, &target) ? target : way_scale_snap (scale, day);
}
