/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan says that happens, in the order of days.
 */
#include "config.h"

#include "way-events.h"

#include "way-item-text.h"
#include "way-sheet.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same_month (WayDay a, WayDay b)
{
  WayYmd first = way_day_to_ymd (a), last = way_day_to_ymd (b);

  return first.year == last.year && first.month == last.month;
}

static void
add (GArray *events, WayEventKind kind, WayRecord *record, WayDate start, WayDate end,
     gboolean is_done)
{
  WayDate last = end != WAY_DATE_NONE ? end : start;
  WayEvent event = { kind, record, start, end, 0, is_done };

  event.day = kind == WAY_EVENT_BEGINS ? way_date_get_earliest (start) : way_date_get_latest (last);
  g_array_append_val (events, event);
}

static gboolean
is_wanted (WayPlan *plan, const WayPrintOptions *options, const WayRecord *milestone)
{
  const WayId *goal = way_record_get_ref (milestone, WAY_MILESTONE_GOAL);

  return way_record_get_choice (milestone, WAY_MILESTONE_STATUS) != WAY_STATUS_DROPPED
         && way_sheet_has_goal (plan, options, goal) && !way_sheet_is_dropped (plan, goal);
}

static void
add_milestone (GArray *events, WayRecord *milestone)
{
  WayDate start = way_record_get_date (milestone, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (milestone, WAY_MILESTONE_END);
  WayStatus status = way_record_get_choice (milestone, WAY_MILESTONE_STATUS);
  gboolean is_done = status == WAY_STATUS_DONE;

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return;

  if (start == WAY_DATE_NONE || end == WAY_DATE_NONE || start == end)
    add (events, WAY_EVENT_DUE, milestone, end != WAY_DATE_NONE ? end : start, WAY_DATE_NONE,
         is_done);
  else if (is_same_month (way_date_get_earliest (start), way_date_get_latest (end)))
    add (events, WAY_EVENT_DUE, milestone, start, end, is_done);
  else
    {
      add (events, WAY_EVENT_BEGINS, milestone, start, WAY_DATE_NONE,
           is_done || status == WAY_STATUS_ACTIVE
               || way_record_get_integer (milestone, WAY_MILESTONE_PROGRESS) > 0);
      add (events, WAY_EVENT_ENDS, milestone, end, WAY_DATE_NONE, is_done);
    }
}

static void
add_milestones (GArray *events, WayPlan *plan, const WayPrintOptions *options)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (is_wanted (plan, options, records[i]))
      add_milestone (events, records[i]);
}

static void
add_goals (GArray *events, WayPlan *plan, const WayPrintOptions *options)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_GOAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const WayId *id = way_record_get_id (records[i]);
      WayDate due = way_record_get_date (records[i], WAY_GOAL_DUE);

      if (due != WAY_DATE_NONE && way_sheet_has_goal (plan, options, id)
          && !way_sheet_is_dropped (plan, id))
        add (events, WAY_EVENT_DUE, records[i], due, WAY_DATE_NONE,
             way_record_get_choice (records[i], WAY_GOAL_STATUS) == WAY_GOAL_STATUS_ACHIEVED);
    }
}

static void
add_credentials (GArray *events, WayPlan *plan, const WayPrintOptions *options)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_CREDENTIAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      WayDate expires = way_record_get_date (records[i], WAY_CREDENTIAL_EXPIRES);

      if (expires != WAY_DATE_NONE
          && way_sheet_has_credential (plan, options, way_record_get_id (records[i])))
        add (events, WAY_EVENT_EXPIRES, records[i], expires, WAY_DATE_NONE, FALSE);
    }
}

/* Reviews are of the plan as a whole */
static void
add_reviews (GArray *events, WayPlan *plan, const WayPrintOptions *options)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_REVIEW, &n_records);

  if (options->timeline.n_goals > 0)
    return;

  for (guint i = 0; i < n_records; i++)
    {
      WayDate date = way_record_get_date (records[i], WAY_REVIEW_DATE);

      if (date != WAY_DATE_NONE)
        add (events, WAY_EVENT_REVIEW, records[i], date, WAY_DATE_NONE,
             way_record_has (records[i], WAY_REVIEW_RATING)
                 || way_record_has (records[i], WAY_REVIEW_WINS)
                 || way_record_has (records[i], WAY_REVIEW_DECISIONS));
    }
}

/* What is due on a day stands after what begins on it, and else as in the file */
static int
compare (gconstpointer a, gconstpointer b)
{
  const WayEvent *left = a, *right = b;
  WayKind left_kind = way_record_get_kind (left->record);
  WayKind right_kind = way_record_get_kind (right->record);

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  if ((left->kind == WAY_EVENT_BEGINS) != (right->kind == WAY_EVENT_BEGINS))
    return left->kind == WAY_EVENT_BEGINS ? -1 : 1;

  return left_kind != right_kind ? (left_kind < right_kind ? 1 : -1)
                                 : way_record_compare (left->record, right->record);
}

GArray *
way_events_new (WayPlan *plan, const WayPrintOptions *options)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (WayEvent));

  add_milestones (events, plan, options);
  add_goals (events, plan, options);
  add_credentials (events, plan, options);
  add_reviews (events, plan, options);
  g_array_sort (events, compare);

  return events;
}

GArray *
way_events_get_undated (WayPlan *plan, const WayPrintOptions *options)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (WayEvent));
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      WayEvent event = { .kind = WAY_EVENT_DUE,
                         .record = records[i],
                         .day = WAY_DAY_NONE,
                         .is_done = way_record_get_choice (records[i], WAY_MILESTONE_STATUS)
                                    == WAY_STATUS_DONE };

      if (way_record_get_date (records[i], WAY_MILESTONE_START) == WAY_DATE_NONE
          && way_record_get_date (records[i], WAY_MILESTONE_END) == WAY_DATE_NONE
          && is_wanted (plan, options, records[i]))
        g_array_append_val (events, event);
    }

  return events;
}

gboolean
way_event_is_overdue (const WayEvent *self, WayDay today)
{
  if (self->is_done || self->day >= today || self->day == WAY_DAY_NONE)
    return FALSE;

  switch (self->kind)
    {
    case WAY_EVENT_BEGINS:
    case WAY_EVENT_REVIEW:
      return FALSE;
    case WAY_EVENT_EXPIRES:
      return TRUE;
    case WAY_EVENT_DUE:
    case WAY_EVENT_ENDS:
    default:
      return way_record_get_kind (self->record) == WAY_KIND_GOAL
             || way_record_get_choice (self->record, WAY_MILESTONE_STATUS) != WAY_STATUS_MISSED;
    }
}

char *
way_event_get_title (const WayEvent *self)
{
  static const char *const reviews[WAY_N_PERIODS] = {
    [WAY_PERIOD_WEEK] = N_ ("Review of the week"),
    [WAY_PERIOD_MONTH] = N_ ("Review of the month"),
    [WAY_PERIOD_QUARTER] = N_ ("Review of the quarter"),
    [WAY_PERIOD_YEAR] = N_ ("Review of the year"),
  };

  if (self->kind == WAY_EVENT_REVIEW)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE,
                                 reviews[way_record_get_choice (self->record, WAY_REVIEW_PERIOD)]));

  return way_text_title (self->record);
}

const char *
way_event_get_word (const WayEvent *self)
{
  static const char *const words[] = {
    [WAY_EVENT_DUE] = NULL,
    [WAY_EVENT_BEGINS] = NC_ ("agenda", "begins"),
    [WAY_EVENT_ENDS] = NC_ ("agenda", "ends"),
    [WAY_EVENT_EXPIRES] = NC_ ("agenda", "expires"),
    [WAY_EVENT_REVIEW] = NULL,
  };

  return words[self->kind] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "agenda", words[self->kind])
                                   : NULL;
}

const char *
way_event_get_category (const WayEvent *self)
{
  switch (way_record_get_kind (self->record))
    {
    case WAY_KIND_MILESTONE:
      return way_sheet_get_choice (self->record, WAY_MILESTONE_CATEGORY);
    case WAY_KIND_CREDENTIAL:
      return way_sheet_get_choice (self->record, WAY_CREDENTIAL_KIND);
    default:
      return g_dgettext (GETTEXT_PACKAGE,
                         way_schema_get_kind (way_record_get_kind (self->record))->label);
    }
}

WayIcon
way_event_get_icon (const WayEvent *self)
{
  switch (way_record_get_kind (self->record))
    {
    case WAY_KIND_MILESTONE:
      return way_icon_for_category (way_record_get_choice (self->record, WAY_MILESTONE_CATEGORY));
    case WAY_KIND_CREDENTIAL:
      return WAY_ICON_BADGE;
    case WAY_KIND_REVIEW:
      return WAY_ICON_CLIPBOARD;
    default:
      return WAY_ICON_STEP;
    }
}

char *
way_event_get_date (const WayEvent *self)
{
  return way_text_range (self->start, self->end);
}

char *
way_event_get_short_date (const WayEvent *self)
{
  g_autofree char *weekday = way_text_weekday (way_day_weekday (self->day));

  /* Translators: a weekday and a day of the month whose name stands above, as "Sat 12" */
  return g_strdup_printf (C_ ("agenda", "%s %d"), weekday, way_day_to_ymd (self->day).day);
}
