/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants of a plan, found out in a few passes over its records.
 */
#include "config.h"

#include "way-check.h"

#include "way-circle.h"
#include "way-plan-private.h"
#include "way-record-private.h"
#include "way-record-set.h"
#include "way-references.h"

#include <glib/gi18n-lib.h>

/* A reference whose target has still to be looked for */
typedef struct
{
  WayRecord *record;
  WayField field;
} Pending;

typedef struct
{
  WayPlan *plan;
  GPtrArray *problems;
  Pending pending[WAY_RECORD_SET_BATCH];
  WayId ids[WAY_RECORD_SET_BATCH]; /* that they lead to */
  guint n_pending;
} Check;

void
way_problem_free (WayProblem *problem)
{
  way_record_unref (problem->record);
  g_free (problem->text);
  g_free (problem->remedy);
  g_free (problem);
}

static void
add_problem (Check *check, WayProblemSeverity severity, WayRecord *record, WayField field,
             char *text, const char *remedy)
{
  WayProblem *problem = g_new (WayProblem, 1);

  problem->severity = severity;
  problem->record = way_record_ref (record);
  problem->field = field;
  problem->text = text;
  problem->remedy = g_strdup (remedy);
  g_ptr_array_add (check->problems, problem);
}

static void
report_unread (Check *check, WayRecord *record, const WayFieldInfo *info)
{
  add_problem (check, info->needed ? WAY_PROBLEM_ERROR : WAY_PROBLEM_WARNING, record, info->field,
               g_strdup_printf (_ ("“%s” cannot be read as “%s”"),
                                way_record_get_unread (record, info->field), _ (info->label)),
               _ ("Correct it, or clear the field."));
}

static void
report_missing (Check *check, WayRecord *record, const WayFieldInfo *info)
{
  add_problem (check, WAY_PROBLEM_ERROR, record, info->field,
               g_strdup_printf (_ ("it has no “%s”"), _ (info->label)),
               _ ("Fill it in, or remove the record."));
}

/* Every record of a file that is opened comes by here, and next to none has anything to report */
static void
check_values (Check *check, WayRecord *record, const WayKindInfo *kind)
{
  const guint32 *slot = record->slots;

  for (guint64 left = record->present; left != 0; left &= left - 1, slot++)
    if ((*slot & WAY_SLOT_UNREAD) != 0)
      report_unread (check, record, &kind->fields[__builtin_ctzll (left)]);

  for (guint64 left = kind->needed & ~record->present; left != 0; left &= left - 1)
    report_missing (check, record, &kind->fields[__builtin_ctzll (left)]);
}

static void
check_target (Check *check, WayRecord *record, WayField field, const WayId *id,
              const WayRecord *target)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  char text[WAY_ID_BUFFER_SIZE];

  if (target == NULL)
    add_problem (check, WAY_PROBLEM_ERROR, record, field,
                 g_strdup_printf (_ ("its “%s” leads to %s, which is not in the plan"),
                                  _ (info->label), way_id_format (id, text)),
                 _ ("Put the missing record back, or clear the field."));
  else if (info->target != WAY_KIND_ANY && way_record_get_kind (target) != info->target)
    add_problem (check, WAY_PROBLEM_ERROR, record, field,
                 g_strdup_printf (_ ("its “%s” leads to a record of another kind: %s"),
                                  _ (info->label),
                                  _ (way_schema_get_kind (way_record_get_kind (target))->label)),
                 _ ("Choose a record of the right kind, or clear the field."));
}

/* Looks for what references lead to, many at a time */
static void
settle (Check *check)
{
  WayRecord *targets[WAY_RECORD_SET_BATCH];

  way_plan_lookup_all (check->plan, check->ids, check->n_pending, targets);
  for (guint i = 0; i < check->n_pending; i++)
    check_target (check, check->pending[i].record, check->pending[i].field, &check->ids[i],
                  targets[i]);
  check->n_pending = 0;
}

typedef struct
{
  Check *check;
  WayRecord *record;
} CheckedRecord;

static void
check_reference (const WayId *id, WayField field, gpointer user_data)
{
  const CheckedRecord *checked = user_data;
  Check *check = checked->check;

  check->pending[check->n_pending] = (Pending){ checked->record, field };
  check->ids[check->n_pending] = *id;
  if (++check->n_pending == WAY_RECORD_SET_BATCH)
    settle (check);
}

gboolean
way_record_ends_before_start (const WayRecord *record, WayField *end)
{
  static const struct
  {
    WayField start;
    WayField end;
  } spans[] = {
    { WAY_GOAL_START, WAY_GOAL_DUE },
    { WAY_MILESTONE_START, WAY_MILESTONE_END },
    { WAY_CREDENTIAL_ISSUED, WAY_CREDENTIAL_EXPIRES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      WayDate first, last;

      if (way_record_get_kind (record) != WAY_FIELD_KIND (spans[i].start))
        continue;

      first = way_record_get_date (record, spans[i].start);
      last = way_record_get_date (record, spans[i].end);
      if (first == WAY_DATE_NONE || last == WAY_DATE_NONE)
        return FALSE;
      /* Where a month or year ends takes a calendar to know, and rarely matters */
      if (way_date_get_earliest (last) >= way_date_get_earliest (first)
          || way_date_get_latest (last) >= way_date_get_earliest (first))
        return FALSE;

      *end = spans[i].end;
      return TRUE;
    }

  return FALSE;
}

static void
check_span (Check *check, WayRecord *record)
{
  WayField end;

  if (!way_record_ends_before_start (record, &end))
    return;

  add_problem (check, WAY_PROBLEM_ERROR, record, end, g_strdup (_ ("it ends before it starts")),
               _ ("Set a later end or an earlier start."));
}

static void
check_kind (Check *check, const WayKindInfo *kind)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (check->plan, kind->kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      CheckedRecord checked = { check, records[i] };

      check_values (check, records[i], kind);
      way_record_foreach_reference (records[i], check_reference, &checked);
      check_span (check, records[i]);
    }
  settle (check);
}

/* The titles along a circle, as “A” → “B” → “A” */
static char *
name_circle (GPtrArray *circle)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i <= circle->len; i++)
    {
      const char *called = way_record_get_called (g_ptr_array_index (circle, i % circle->len));

      g_string_append_printf (names, "%s“%s”", i > 0 ? " → " : "",
                              called != NULL ? called : _ ("Untitled"));
    }

  return g_string_free (names, FALSE);
}

static void
check_circles (Check *check)
{
  g_autoptr (GPtrArray) goals = way_find_goal_circle (check->plan);
  g_autoptr (GPtrArray) milestones = way_find_dependency_circle (check->plan);
  g_autofree char *names = NULL;

  if (goals != NULL)
    {
      names = name_circle (goals);
      add_problem (check, WAY_PROBLEM_ERROR, g_ptr_array_index (goals, 0), WAY_GOAL_PARENT,
                   g_strdup_printf (_ ("it is part of itself: %s"), names),
                   _ ("Clear “Part of” in one of these goals."));
      g_clear_pointer (&names, g_free);
    }

  if (milestones != NULL)
    {
      names = name_circle (milestones);
      add_problem (check, WAY_PROBLEM_ERROR, g_ptr_array_index (milestones, 0), WAY_FIELD_NONE,
                   g_strdup_printf (_ ("its dependencies run in a circle: %s"), names),
                   _ ("Remove one of the dependencies between these milestones."));
    }
}

GPtrArray *
way_plan_check (WayPlan *plan)
{
  Check check = { .plan = plan,
                  .problems = g_ptr_array_new_with_free_func ((GDestroyNotify)way_problem_free) };

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    check_kind (&check, way_schema_get_kind (kind));
  check_circles (&check);

  return check.problems;
}
