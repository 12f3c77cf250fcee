/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the dates of a record.
 */
#include "config.h"

#include "way-shift.h"

#include "way-edit-checks.h"
#include "way-edit-error.h"
#include "way-record-commands.h"

#include <glib/gi18n-lib.h>

#define MAX_MONTHS (12 * 10000)

/* Whether the years 0 to 9999 hold @date once it is moved */
static gboolean
stays_in_calendar (WayDate date, WayShift shift)
{
  gint64 day = (gint64)way_date_get_earliest (date) + shift.days;
  gint64 month;
  WayYmd ymd;

  if (shift.months == 0)
    return day >= WAY_DAY_MIN && day <= WAY_DAY_MAX;

  ymd = way_day_to_ymd (way_date_get_earliest (date));
  month = (gint64)ymd.year * 12 + ymd.month - 1 + shift.months;

  return month >= 0 && month < MAX_MONTHS;
}

gboolean
way_shift_date (WayPlan *plan, const WayRecord *record, WayDate date, WayShift shift,
                WayDate *shifted, GError **error)
{
  g_autofree char *name = NULL;

  if (date == WAY_DATE_NONE)
    {
      *shifted = WAY_DATE_NONE;
      return TRUE;
    }

  if (stays_in_calendar (date, shift))
    {
      *shifted = shift.months != 0 ? way_date_add_months (date, shift.months)
                                   : way_date_shift (date, shift.days);
      return TRUE;
    }

  name = way_edit_describe (plan, record);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES,
               _ ("%s: it would leave the years 0 to 9999. Move it less far."), name);

  return FALSE;
}

/* @date one year, month or day later or earlier */
static WayDate
step (WayDate date, int direction)
{
  static const int months[] = { [WAY_PRECISION_YEAR] = 12, [WAY_PRECISION_MONTH] = 1 };

  if (way_date_get_precision (date) == WAY_PRECISION_DAY)
    return way_date_shift (date, direction);

  return way_date_add_months (date, direction * months[way_date_get_precision (date)]);
}

/* Whether a span is of whole months, from the first day of one to the last of another */
static gboolean
is_whole_months (WayDate first, WayDate last)
{
  WayYmd from, to;

  if (first == WAY_DATE_NONE || last == WAY_DATE_NONE
      || way_date_get_precision (first) != WAY_PRECISION_DAY
      || way_date_get_precision (last) != WAY_PRECISION_DAY)
    return FALSE;

  from = way_day_to_ymd (way_date_get_earliest (first));
  to = way_day_to_ymd (way_date_get_earliest (last));

  return from.day == 1 && to.day == way_days_in_month (to.year, to.month);
}

static WayDate
to_end_of_month (WayDate date)
{
  WayYmd ymd = way_day_to_ymd (way_date_get_earliest (date));
  WayDay day = way_day_from_ymd (ymd.year, ymd.month, way_days_in_month (ymd.year, ymd.month));

  return way_date_new (WAY_PRECISION_DAY, day, way_date_get_qualifier (date));
}

/* A copy of @record with those of two dates that are there; an absent date stays so, and one that
 * could not be read stays as it was found */
static WayRecord *
copy_with_dates (const WayRecord *record, WayFieldDate first, WayFieldDate last)
{
  const WayFieldDate all[] = { first, last };
  WayFieldDate dates[G_N_ELEMENTS (all)];
  guint n_dates = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].date != WAY_DATE_NONE)
      dates[n_dates++] = all[i];

  return way_record_copy_with_dates (record, dates, n_dates);
}

/* The dates of @record once it is moved, in @first and @last as they are before */
static gboolean
shift_both (WayPlan *plan, const WayRecord *record, WayShift shift, WayFieldDate *first,
            WayFieldDate *last, GError **error)
{
  WayDate old_first = way_record_get_date (record, first->field);
  WayDate old_last = way_record_get_date (record, last->field);

  if (!way_shift_date (plan, record, old_first, shift, &first->date, error)
      || !way_shift_date (plan, record, old_last, shift, &last->date, error))
    return FALSE;

  if (shift.months != 0 && is_whole_months (old_first, old_last))
    last->date = to_end_of_month (last->date);

  /* The coarser date is rounded to its unit, which may put it on the wrong side of the finer. */
  if (!way_edit_dates_agree (first->date, last->date))
    {
      if (way_date_get_precision (last->date) < way_date_get_precision (first->date))
        last->date = step (last->date, 1);
      else
        first->date = step (first->date, -1);
    }

  return TRUE;
}

gboolean
way_shift_dates (WayEditGroup *group, const WayId *id, WayField start, WayField end, WayShift shift,
                 GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayKind kind = WAY_FIELD_KIND (start);
  const WayRecord *record = way_plan_lookup_kind (plan, kind, id);
  WayFieldDate first = { start, WAY_DATE_NONE };
  WayFieldDate last = { end, WAY_DATE_NONE };
  g_autoptr (WayRecord) after = NULL;

  if (record == NULL)
    return way_edit_error_missing (error, kind, id);
  if (!shift_both (plan, record, shift, &first, &last, error))
    return FALSE;

  after = copy_with_dates (record, first, last);

  return way_edit_put (group, record, after, error);
}

gboolean
way_shift_dates_on (WayEditGroup *group, const WayRecord *before, WayField start, WayField end,
                    WayShift by, WayShift to, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayKind kind = WAY_FIELD_KIND (start);
  const WayId *id = way_record_get_id (before);
  const WayRecord *record = way_plan_lookup_kind (plan, kind, id);
  WayFieldDate old_first = { start, WAY_DATE_NONE }, first = old_first;
  WayFieldDate old_last = { end, WAY_DATE_NONE }, last = old_last;
  g_autoptr (WayRecord) after = NULL;

  if (record == NULL)
    return way_edit_error_missing (error, kind, id);
  if (!shift_both (plan, before, by, &old_first, &old_last, error)
      || !shift_both (plan, before, to, &first, &last, error))
    return FALSE;
  if (first.date == old_first.date && last.date == old_last.date)
    return TRUE; /* wherever else it was put meanwhile */

  after = copy_with_dates (record, first, last);

  return way_edit_put (group, record, after, error);
}
