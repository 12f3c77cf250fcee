/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a dependency asks of two milestones, and whether they hold to it.
 */
#include "way-dependency.h"

static const WayDependencyEnds ends[WAY_N_DEPENDENCY_TYPES] = {
  [WAY_DEPENDENCY_FINISH_START] = { TRUE, FALSE },
  [WAY_DEPENDENCY_START_START] = { FALSE, FALSE },
  [WAY_DEPENDENCY_FINISH_FINISH] = { TRUE, TRUE },
  [WAY_DEPENDENCY_START_FINISH] = { FALSE, TRUE },
};

WayDependencyEnds
way_dependency_type_get_ends (WayDependencyType type)
{
  g_return_val_if_fail (type < WAY_N_DEPENDENCY_TYPES, ends[0]);

  return ends[type];
}

WayMilestoneDays
way_milestone_get_days (const WayRecord *milestone)
{
  WayDate start = way_record_get_date (milestone, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (milestone, WAY_MILESTONE_END);
  gboolean is_span = start != WAY_DATE_NONE && end != WAY_DATE_NONE;

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return (WayMilestoneDays){ .is_dated = FALSE };

  if (start == WAY_DATE_NONE)
    start = end;
  if (end == WAY_DATE_NONE)
    end = start;

  return (WayMilestoneDays){
    .start = way_date_get_earliest (start),
    .last_start = way_date_get_latest (start),
    .first_finish = way_date_get_earliest (end),
    .finish = way_date_get_latest (end),
    .is_dated = TRUE,
    .is_span = is_span,
  };
}

gboolean
way_milestone_change_moves (const WayChange *change)
{
  return change->before != NULL && change->after != NULL
         && way_change_get_kind (change) == WAY_KIND_MILESTONE
         && (way_record_get_date (change->before, WAY_MILESTONE_START)
                 != way_record_get_date (change->after, WAY_MILESTONE_START)
             || way_record_get_date (change->before, WAY_MILESTONE_END)
                    != way_record_get_date (change->after, WAY_MILESTONE_END));
}

gboolean
way_milestone_is_settled (const WayRecord *milestone)
{
  guint status = way_record_get_choice (milestone, WAY_MILESTONE_STATUS);

  return status == WAY_STATUS_DONE || status == WAY_STATUS_DROPPED;
}

int
way_dependency_get_room (WayDependencyType type, int lag, const WayMilestoneDays *from,
                         const WayMilestoneDays *to)
{
  gboolean from_finish = ends[type].from_finish, to_finish = ends[type].to_finish;
  WayDay before_first = from_finish ? from->first_finish : from->start;
  WayDay before_last = from_finish ? from->finish : from->last_start;
  WayDay after_first = to_finish ? to->first_finish : to->start;
  WayDay after_last = to_finish ? to->finish : to->last_start;
  gboolean is_broken = after_last < before_first + lag;
  int room = after_first - before_last - lag;

  /* The last day of a bar is its own. */
  if (from_finish && !to_finish && from->is_span)
    room--;

  return is_broken ? room : MAX (0, room);
}

static gboolean
are_milestones (const WayRecord *from, const WayRecord *to)
{
  return from != NULL && way_record_get_kind (from) == WAY_KIND_MILESTONE && to != NULL
         && way_record_get_kind (to) == WAY_KIND_MILESTONE;
}

gboolean
way_dependency_find_ends (WayPlan *plan, const WayRecord *dependency, WayRecord **from,
                          WayRecord **to)
{
  const WayId *from_id = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
  const WayId *to_id = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);

  *from = from_id != NULL ? way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, from_id) : NULL;
  *to = to_id != NULL ? way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, to_id) : NULL;

  return *from != NULL && *to != NULL;
}

int
way_dependency_count_days_missing (const WayRecord *dependency, const WayRecord *from,
                                   const WayRecord *to)
{
  WayDependencyType type = way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE);
  int lag = way_record_get_integer (dependency, WAY_DEPENDENCY_LAG);
  WayMilestoneDays before, after;

  if (!are_milestones (from, to))
    return 0;

  before = way_milestone_get_days (from);
  after = way_milestone_get_days (to);
  if (!before.is_dated || !after.is_dated)
    return 0;

  return MAX (0, -way_dependency_get_room (type, lag, &before, &after));
}

int
way_dependency_get_days_missing (WayPlan *plan, const WayRecord *dependency)
{
  WayRecord *from, *to;

  if (!way_dependency_find_ends (plan, dependency, &from, &to))
    return 0;

  return way_dependency_count_days_missing (dependency, from, to);
}
