/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a milestone's fields say together.
 */
#include "way-milestone.h"

int
way_milestone_get_percent (const WayRecord *milestone)
{
  if (way_record_get_choice (milestone, WAY_MILESTONE_STATUS) == WAY_STATUS_DONE)
    return WAY_MILESTONE_PERCENT_DONE;

  return way_record_get_integer (milestone, WAY_MILESTONE_PROGRESS);
}
