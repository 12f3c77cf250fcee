/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to the plan from the timeline: each function is one step of undo with a name.
 */
#include "config.h"

#include "way-add-commands.h"
#include "way-dependency-commands.h"
#include "way-item-text.h"
#include "way-milestone-commands.h"
#include "way-record-commands.h"
#include "way-remove-commands.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const WayId *ids;
  guint n_ids;
  int days;
  WayEdge edge;
  gboolean done;
} Shift;

/* Goals and credentials may be selected too */
GArray *
way_timeline_edit_get_milestones (WayTimelineView *self)
{
  GArray *milestones = g_array_new (FALSE, FALSE, sizeof (WayId));
  WayPlan *plan = way_timeline_view_get_plan (self);
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, &ids[i]) != NULL)
      g_array_append_val (milestones, ids[i]);
  return milestones;
}

static char *
get_title (WayTimelineView *self, const WayId *id)
{
  return way_text_title (way_plan_lookup (way_timeline_view_get_plan (self), id));
}

/* As "Move “Sit the CCRN”" or "Move 3 milestones"; a macro, so that the compiler sees the formats
 */
#define NAME_STEP(title, n, one, several)                                                          \
  ((n) == 1 ? g_strdup_printf (one, title) : g_strdup_printf (several, n))

gboolean
way_timeline_edit_execute (WayTimelineView *self, const char *name, const char *coalesce,
                           WayCommandFunc command, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (way_document_execute (self->document, name, coalesce, command, user_data, &error))
    return TRUE;
  way_timeline_view_toast (self, error->message, FALSE);
  return FALSE;
}

static gboolean
run_move (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Shift *shift = user_data;

  return way_milestone_move_all (group, shift->ids, shift->n_ids, (WayShift){ .days = shift->days },
                                 error);
}

int
way_timeline_edit_get_stop (const WayRecord *record, WayEdge edge, int days)
{
  WayDate start = way_record_get_date (record, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (record, WAY_MILESTONE_END);
  WayDate moved = edge == WAY_EDGE_START ? start : end;
  WayDate moved_to; /* in its own precision */
  WayDay other;
  int room;

  if (start == WAY_DATE_NONE && end == WAY_DATE_NONE)
    return 0;

  start = start != WAY_DATE_NONE ? start : end;
  end = end != WAY_DATE_NONE ? end : start;
  moved = moved != WAY_DATE_NONE ? moved : start;
  other = edge == WAY_EDGE_START ? way_date_get_latest (end) : way_date_get_earliest (start);
  moved_to = way_date_new (way_date_get_precision (moved), other, WAY_DATE_EXACT);
  room = way_date_get_earliest (moved_to) - way_date_get_earliest (moved);

  return edge == WAY_EDGE_START ? MIN (days, room) : MAX (days, room);
}

/* Each edge goes no further than to where it meets the other */
static gboolean
run_resize (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Shift *shift = user_data;

  for (guint i = 0; i < shift->n_ids; i++)
    {
      WayRecord *record = way_plan_lookup (way_edit_group_get_plan (group), &shift->ids[i]);
      int days = way_timeline_edit_get_stop (record, shift->edge, shift->days);

      if (days != 0 && !way_milestone_resize (group, &shift->ids[i], shift->edge, days, error))
        return FALSE;
    }
  return TRUE;
}

/* @ids: of milestones, one or more */
static gboolean
move (WayTimelineView *self, GArray *ids, const char *coalesce, WayCommandFunc command,
      gpointer user_data)
{
  g_autofree char *title = get_title (self, &g_array_index (ids, WayId, 0));
  g_autofree char *name
      = NAME_STEP (title, ids->len, _ ("Move “%s”"),
                   ngettext ("Move %u milestone", "Move %u milestones", ids->len));

  return way_timeline_edit_execute (self, name, coalesce, command, user_data);
}

static gboolean
resize (WayTimelineView *self, GArray *ids, WayEdge edge, const char *coalesce,
        WayCommandFunc command, gpointer user_data)
{
  g_autofree char *title = get_title (self, &g_array_index (ids, WayId, 0));
  guint n_ids = ids->len;
  g_autofree char *name = NULL;

  if (edge == WAY_EDGE_END)
    name = NAME_STEP (
        title, n_ids, _ ("Change the end of “%s”"),
        ngettext ("Change the end of %u milestone", "Change the ends of %u milestones", n_ids));
  else
    name = NAME_STEP (
        title, n_ids, _ ("Change the start of “%s”"),
        ngettext ("Change the start of %u milestone", "Change the starts of %u milestones", n_ids));

  return way_timeline_edit_execute (self, name, coalesce, command, user_data);
}

void
way_timeline_edit_move (WayTimelineView *self, int days)
{
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  Shift shift = { .ids = (const WayId *)(gpointer)ids->data, .n_ids = ids->len, .days = days };

  if (ids->len > 0)
    move (self, ids, NULL, run_move, &shift);
}

void
way_timeline_edit_resize (WayTimelineView *self, gboolean at_end, int days)
{
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  Shift shift = {
    .ids = (const WayId *)(gpointer)ids->data,
    .n_ids = ids->len,
    .days = days,
    .edge = at_end ? WAY_EDGE_END : WAY_EDGE_START,
  };

  if (ids->len > 0)
    resize (self, ids, shift.edge, NULL, run_resize, &shift);
}

/* Months in the scale's unit; 0 for those that are counted in days */
static int
get_unit_months (WayUnit unit)
{
  static const int months[WAY_N_UNITS] = {
    [WAY_UNIT_MONTH] = 1,        [WAY_UNIT_QUARTER] = 3, [WAY_UNIT_YEAR] = 12,
    [WAY_UNIT_FIVE_YEARS] = 12,  [WAY_UNIT_DECADE] = 12, [WAY_UNIT_TWENTY_FIVE_YEARS] = 12,
    [WAY_UNIT_FIFTY_YEARS] = 12,
  };

  return months[unit];
}

static int
get_unit_days (WayUnit unit)
{
  return unit == WAY_UNIT_WEEK ? 7 : 1;
}

/* What is known by the year or by the month moves by no less: a shift by less rounds to none */
static int
get_date_months (WayDate date)
{
  static const int months[] = {
    [WAY_PRECISION_YEAR] = 12,
    [WAY_PRECISION_MONTH] = 1,
    [WAY_PRECISION_DAY] = 0,
  };

  return months[way_date_get_precision (date)];
}

/* The least by which one of them moves: the others keep their distance as well as they can */
static int
get_least_months (WayPlan *plan, GArray *ids)
{
  static const WayField fields[] = { WAY_MILESTONE_START, WAY_MILESTONE_END };
  int least = G_MAXINT;

  for (guint i = 0; i < ids->len && least > 0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      {
        WayRecord *record = way_plan_lookup (plan, &g_array_index (ids, WayId, i));
        WayDate date = way_record_get_date (record, fields[j]);

        if (date != WAY_DATE_NONE)
          least = MIN (least, get_date_months (date));
      }

  return least != G_MAXINT ? least : 0;
}

static WayShift
get_step (WayTimelineView *self, GArray *ids, int count)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayUnit unit = way_scale_get_unit (viewport.scale);
  int months
      = MAX (get_unit_months (unit), get_least_months (way_timeline_view_get_plan (self), ids));

  if (months != 0)
    return (WayShift){ .months = count * months };
  return (WayShift){ .days = count * get_unit_days (unit) };
}

static guint64
get_serial (WayTimelineView *self)
{
  return way_history_get_serial (way_document_get_history (self->document));
}

/* Whether a step by keys joins those before: nothing else was done, and it counts alike */
static gboolean
joins_run (WayTimelineView *self, const char *key, WayShift step)
{
  const WayTimelineRun *run = &self->run;

  return run->before != NULL && run->serial == get_serial (self) && g_str_equal (run->key, key)
         && run->in_months == (step.months != 0);
}

static void
begin_run (WayTimelineView *self, GArray *ids, const char *key, WayShift step)
{
  WayPlan *plan = way_timeline_view_get_plan (self);

  way_timeline_edit_end_run (self);
  self->run.key = key;
  self->run.in_months = step.months != 0;
  self->run.before = g_ptr_array_new_full (ids->len, (GDestroyNotify)way_record_unref);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->run.before,
                     way_record_ref (way_plan_lookup (plan, &g_array_index (ids, WayId, i))));
}

void
way_timeline_edit_end_run (WayTimelineView *self)
{
  g_clear_pointer (&self->run.before, g_ptr_array_unref);
  self->run = (WayTimelineRun){ NULL };
}

typedef struct
{
  const WayTimelineRun *run;
  WayShift to;
  WayEdge edge;
} Step;

/* Each step goes on from where the first one began: rounded one by one, a date that is known by the
 * month would stay behind those that are known by the day, however many steps there are */
static Step
make_step (WayTimelineView *self, GArray *ids, const char *key, WayShift by)
{
  if (!joins_run (self, key, by))
    begin_run (self, ids, key, by);

  return (Step){
    .run = &self->run,
    .to = { self->run.by.days + by.days, self->run.by.months + by.months },
  };
}

static void
note_step (WayTimelineView *self, const Step *step)
{
  self->run.by = step->to;
  self->run.serial = get_serial (self);
}

static gboolean
run_move_step (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Step *step = user_data;
  const WayTimelineRun *run = step->run;

  for (guint i = 0; i < run->before->len; i++)
    if (!way_milestone_move_on (group, run->before->pdata[i], run->by, step->to, error))
      return FALSE;
  return TRUE;
}

static gboolean
run_resize_step (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Step *step = user_data;
  const WayTimelineRun *run = step->run;

  for (guint i = 0; i < run->before->len; i++)
    if (!way_milestone_resize_on (group, run->before->pdata[i], step->edge, run->by.days,
                                  step->to.days, error))
      return FALSE;
  return TRUE;
}

void
way_timeline_edit_move_units (WayTimelineView *self, int count)
{
  static const char key[] = "timeline/move";
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  Step step;

  if (ids->len == 0)
    return;
  step = make_step (self, ids, key, get_step (self, ids, count));
  if (move (self, ids, key, run_move_step, &step))
    note_step (self, &step);
}

/* How many days one end of the primary milestone moves when it moves by a unit */
static int
get_resize_days (WayTimelineView *self, const WayId *id, gboolean at_end, WayUnit unit, int count)
{
  WayRecord *record = way_plan_lookup (way_timeline_view_get_plan (self), id);
  WayDate start = way_record_get_date (record, WAY_MILESTONE_START);
  WayDate end = way_record_get_date (record, WAY_MILESTONE_END);
  WayDate own = at_end ? end : start;
  WayDate moved = own != WAY_DATE_NONE ? own : at_end ? start : end;
  int months = MAX (get_unit_months (unit), get_date_months (moved));
  WayDay day;

  if (months == 0)
    return count * get_unit_days (unit);
  /* The day after the end, so that the last of a month goes to the last of the next */
  day = at_end ? way_date_get_latest (moved) + 1 : way_date_get_earliest (moved);
  return way_day_add_months (day, count * months) - day;
}

void
way_timeline_edit_resize_units (WayTimelineView *self, gboolean at_end, int count)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayUnit unit = way_scale_get_unit (viewport.scale);
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  const WayId *first = (const WayId *)(gpointer)ids->data;
  const char *key = at_end ? "timeline/end" : "timeline/start";
  const WayItem *item;
  int days;
  Step step;

  if (ids->len == 0)
    return;
  item = way_layout_find_item (self->layout, &first[ids->len - 1]);
  if (item == NULL)
    return;
  days = get_resize_days (self, &first[ids->len - 1], at_end, unit, count);
  step = make_step (self, ids, key, (WayShift){ .days = days });
  step.edge = at_end ? WAY_EDGE_END : WAY_EDGE_START;
  if (resize (self, ids, step.edge, key, run_resize_step, &step))
    note_step (self, &step);
}

static gboolean
run_remove (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Shift *shift = user_data;

  return way_edit_remove (group, shift->ids, shift->n_ids, error);
}

static gboolean
remove_selected (WayTimelineView *self, const char *name, const char *done)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  g_autofree WayId *removed = g_memdup2 (ids, n_ids * sizeof *ids);
  Shift shift = { .ids = removed, .n_ids = n_ids };
  WayId next = WAY_ID_NULL;

  way_timeline_walk_find_next (self, &next);
  if (!way_timeline_edit_execute (self, name, NULL, run_remove, &shift))
    return FALSE;

  if (!way_id_is_null (&next))
    way_selection_select (self->selection, &next);
  way_timeline_view_toast (self, done, TRUE);
  return TRUE;
}

void
way_timeline_edit_remove (WayTimelineView *self)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;

  if (n_ids == 0)
    return;
  title = get_title (self, ids);
  name = NAME_STEP (title, n_ids, _ ("Delete “%s”"),
                    ngettext ("Delete %u item", "Delete %u items", n_ids));
  done = NAME_STEP (title, n_ids, _ ("“%s” deleted"),
                    ngettext ("%u item deleted", "%u items deleted", n_ids));
  remove_selected (self, name, done);
}

gboolean
way_timeline_edit_cut (WayTimelineView *self)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;

  if (n_ids == 0)
    return FALSE;
  title = get_title (self, ids);
  name = NAME_STEP (title, n_ids, _ ("Cut “%s”"), ngettext ("Cut %u item", "Cut %u items", n_ids));
  done = NAME_STEP (title, n_ids, _ ("“%s” was cut"),
                    ngettext ("%u item was cut", "%u items were cut", n_ids));
  return remove_selected (self, name, done);
}

static gboolean
run_set_done (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Shift *shift = user_data;

  for (guint i = 0; i < shift->n_ids; i++)
    if (!way_milestone_set_done (group, &shift->ids[i], shift->done, error))
      return FALSE;
  return TRUE;
}

void
way_timeline_edit_toggle_done (WayTimelineView *self)
{
  g_autoptr (GArray) ids = way_timeline_edit_get_milestones (self);
  const WayId *first = (const WayId *)(gpointer)ids->data;
  Shift shift = { .ids = first, .n_ids = ids->len };
  WayRecord *primary;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (ids->len == 0)
    return;
  title = get_title (self, first);
  /* All follow the primary one */
  primary = way_plan_lookup (way_timeline_view_get_plan (self), &first[ids->len - 1]);
  shift.done = way_record_get_choice (primary, WAY_MILESTONE_STATUS) != WAY_STATUS_DONE;
  if (shift.done)
    name = NAME_STEP (title, ids->len, _ ("Mark “%s” done"),
                      ngettext ("Mark %u milestone done", "Mark %u milestones done", ids->len));
  else
    name = NAME_STEP (
        title, ids->len, _ ("Mark “%s” not done"),
        ngettext ("Mark %u milestone not done", "Mark %u milestones not done", ids->len));
  way_timeline_edit_execute (self, name, NULL, run_set_done, &shift);
}

static gboolean
run_link (WayEditGroup *group, gpointer user_data, GError **error)
{
  const WayId *ends = user_data;

  return way_dependency_add (group, &ends[0], &ends[1], WAY_DEPENDENCY_FINISH_START, 0, NULL,
                             error);
}

void
way_timeline_edit_link (WayTimelineView *self, const WayId *from, const WayId *to)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  WayId ends[2] = { *from, *to };
  g_autofree char *from_title = way_text_title (way_plan_lookup (plan, from));
  g_autofree char *to_title = way_text_title (way_plan_lookup (plan, to));
  /* Translators: a step of undo: the second milestone waits for the first */
  g_autofree char *name = g_strdup_printf (_ ("Link “%s” to “%s”"), from_title, to_title);

  way_timeline_edit_execute (self, name, NULL, run_link, ends);
}

typedef struct
{
  const char *title;
  const WayId *goal;
  WayDate start;
  WayDate end;
  WayId id; /* of what was added, or is renamed */
} Addition;

static gboolean
run_add_milestone (WayEditGroup *group, gpointer user_data, GError **error)
{
  Addition *addition = user_data;

  return way_milestone_add (group, addition->title, addition->goal, addition->start, addition->end,
                            &addition->id, error);
}

void
way_timeline_edit_add_milestone (WayTimelineView *self, const char *title, const WayId *goal,
                                 WayDay start, WayDay end)
{
  Addition addition = {
    .title = title,
    .goal = goal,
    .start = way_date_from_day (start),
    .end = way_date_from_day (end - 1),
  };
  g_autofree char *name = g_strdup_printf (_ ("Add “%s”"), title);

  if (way_timeline_edit_execute (self, name, NULL, run_add_milestone, &addition))
    way_timeline_view_reveal (self, &addition.id);
}

static gboolean
run_add_goal (WayEditGroup *group, gpointer user_data, GError **error)
{
  Addition *addition = user_data;

  return way_goal_add (group, addition->title, NULL, &addition->id, error);
}

void
way_timeline_edit_add_goal (WayTimelineView *self, const char *title)
{
  Addition addition = { .title = title };
  g_autofree char *name = g_strdup_printf (_ ("Add the goal “%s”"), title);

  if (way_timeline_edit_execute (self, name, NULL, run_add_goal, &addition))
    way_timeline_view_reveal (self, &addition.id);
}

static gboolean
run_rename (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Addition *addition = user_data;
  WayRecord *record = way_plan_lookup (way_edit_group_get_plan (group), &addition->id);

  return way_edit_set_text (group, &addition->id,
                            way_schema_get_kind (way_record_get_kind (record))->called,
                            addition->title, error);
}

void
way_timeline_edit_rename (WayTimelineView *self, const WayId *id, const char *title)
{
  Addition addition = { .title = title, .id = *id };
  WayRecord *record = way_plan_lookup (way_timeline_view_get_plan (self), id);
  g_autofree char *before = NULL;
  g_autofree char *name = NULL;

  if (record == NULL || g_strcmp0 (way_record_get_called (record), title) == 0)
    return;
  before = way_text_title (record);
  name = g_strdup_printf (_ ("Rename “%s”"), before);
  way_timeline_edit_execute (self, name, NULL, run_rename, &addition);
}
