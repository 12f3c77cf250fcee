/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people do with milestones beside setting their fields.
 */
#include "config.h"

#include "way-milestone-commands.h"

#include "way-edit-error.h"
#include "way-milestone.h"
#include "way-order.h"
#include "way-record-commands.h"
#include "way-shift.h"

#include <glib/gi18n-lib.h>

gboolean
way_milestone_move (WayEditGroup *group, const WayId *id, int days, GError **error)
{
  return way_shift_dates (group, id, WAY_MILESTONE_START, WAY_MILESTONE_END,
                          (WayShift){ .days = days }, error);
}

#define BATCH 64
#define LOOK_AHEAD 8

static void
expect_copy (const WayRecord *record)
{
  if (record != NULL)
    way_record_prefetch_whole (record);
}

gboolean
way_milestone_move_all (WayEditGroup *group, const WayId *ids, guint n_ids, WayShift shift,
                        GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayRecord *records[BATCH] = { NULL };

  for (guint i = 0; i < n_ids; i++)
    {
      /* They lie anywhere in memory, and are at hand one by one after they were looked up together
       */
      if (i % BATCH == 0)
        {
          way_plan_lookup_all (plan, &ids[i], MIN (BATCH, n_ids - i), records);
          for (guint j = 0; j < MIN (LOOK_AHEAD, n_ids - i); j++)
            expect_copy (records[j]);
        }

      if (i + LOOK_AHEAD < n_ids && i % BATCH < BATCH - LOOK_AHEAD)
        expect_copy (records[i % BATCH + LOOK_AHEAD]);

      if (!way_shift_dates (group, &ids[i], WAY_MILESTONE_START, WAY_MILESTONE_END, shift, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
way_milestone_move_months (WayEditGroup *group, const WayId *id, int months, GError **error)
{
  return way_shift_dates (group, id, WAY_MILESTONE_START, WAY_MILESTONE_END,
                          (WayShift){ .months = months }, error);
}

gboolean
way_milestone_move_on (WayEditGroup *group, const WayRecord *before, WayShift by, WayShift to,
                       GError **error)
{
  return way_shift_dates_on (group, before, WAY_MILESTONE_START, WAY_MILESTONE_END, by, to, error);
}

static const WayField edge_fields[] = {
  [WAY_EDGE_START] = WAY_MILESTONE_START,
  [WAY_EDGE_END] = WAY_MILESTONE_END,
};

/* The date to move: the edge's own, or the other one, where it is as long as the milestone is a
 * point or a deadline */
static WayDate
get_edge (const WayRecord *record, WayEdge edge)
{
  WayDate own = way_record_get_date (record, edge_fields[edge]);
  WayEdge other = edge == WAY_EDGE_START ? WAY_EDGE_END : WAY_EDGE_START;

  return own != WAY_DATE_NONE ? own : way_record_get_date (record, edge_fields[other]);
}

WayDate
way_milestone_get_resized (const WayRecord *record, WayEdge edge, int days)
{
  WayDate before = get_edge (record, edge);
  WayDate after = way_date_shift (before, days);

  if (after == before)
    return way_record_get_date (record, edge_fields[edge]);
  return after;
}

/* Refuses what has no dates, and to leave the calendar */
static gboolean
check_resize (WayPlan *plan, const WayRecord *record, WayEdge edge, int days, GError **error)
{
  WayDate date = get_edge (record, edge);
  g_autofree char *name = NULL;

  if (date != WAY_DATE_NONE)
    return way_shift_date (plan, record, date, (WayShift){ .days = days }, &date, error);

  name = way_edit_describe (plan, record);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES,
               _ ("%s: it has no dates to move. Give it a start or an end first."), name);
  return FALSE;
}

gboolean
way_milestone_resize (WayEditGroup *group, const WayId *id, WayEdge edge, int days, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  const WayRecord *record = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, id);
  WayDate date;

  if (record == NULL)
    return way_edit_error_missing (error, WAY_KIND_MILESTONE, id);
  if (!check_resize (plan, record, edge, days, error))
    return FALSE;

  date = way_milestone_get_resized (record, edge, days);
  return date == WAY_DATE_NONE || way_edit_set_date (group, id, edge_fields[edge], date, error);
}

gboolean
way_milestone_resize_on (WayEditGroup *group, const WayRecord *before, WayEdge edge, int by, int to,
                         GError **error)
{
  WayDate date = way_milestone_get_resized (before, edge, to);

  if (!check_resize (way_edit_group_get_plan (group), before, edge, to, error))
    return FALSE;

  return date == way_milestone_get_resized (before, edge, by)
         || way_edit_set_date (group, way_record_get_id (before), edge_fields[edge], date, error);
}

gboolean
way_milestone_set_dates (WayEditGroup *group, const WayId *id, WayDate start, WayDate end,
                         GError **error)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  const WayRecord *before = way_edit_begin (group, WAY_KIND_MILESTONE, id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_date (builder, WAY_MILESTONE_START, start);
  way_record_builder_set_date (builder, WAY_MILESTONE_END, end);

  return way_edit_end (group, before, error);
}

gboolean
way_milestone_reparent (WayEditGroup *group, const WayId *id, const WayId *goal, GError **error)
{
  return way_order_place (group, id, WAY_MILESTONE_GOAL, goal, NULL, error);
}

gboolean
way_milestone_reorder (WayEditGroup *group, const WayId *id, const WayId *next, GError **error)
{
  return way_order_place_before (group, id, WAY_MILESTONE_GOAL, next, error);
}

gboolean
way_milestone_set_done (WayEditGroup *group, const WayId *id, gboolean done, GError **error)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  const WayRecord *before = way_edit_begin (group, WAY_KIND_MILESTONE, id, error);

  if (before == NULL)
    return FALSE;

  if (done)
    {
      way_record_builder_set_choice (builder, WAY_MILESTONE_STATUS, WAY_STATUS_DONE);
      way_record_builder_set_integer (builder, WAY_MILESTONE_PROGRESS, WAY_MILESTONE_PERCENT_DONE);
    }
  else
    {
      way_record_builder_set_choice (builder, WAY_MILESTONE_STATUS, WAY_STATUS_PLANNED);
      way_record_builder_clear (builder, WAY_MILESTONE_PROGRESS);
    }

  return way_edit_end (group, before, error);
}

gboolean
way_milestone_toggle_done (WayEditGroup *group, const WayId *id, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  const WayRecord *record = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, id);
  gboolean is_done
      = record != NULL && way_record_get_choice (record, WAY_MILESTONE_STATUS) == WAY_STATUS_DONE;

  return way_milestone_set_done (group, id, !is_done, error);
}
