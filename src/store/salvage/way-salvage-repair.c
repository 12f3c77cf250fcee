/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One error of the check after another, until there is none.
 */
#include "config.h"

#include "way-salvage-repair.h"

#include "way-check.h"
#include "way-circle.h"
#include "way-record-builder.h"
#include "way-value.h"

#include <glib/gi18n-lib.h>

/* Removing a record leaves others without what they refer to; such a chain is no longer than there
 * are kinds */
#define MAX_ROUNDS (2 * WAY_N_KINDS)

typedef struct
{
  WayPlan *plan;
  WayRepairFunc func;
  gpointer user_data;
} Repair;

static void
apply (Repair *self, WayRecord *before, WayRecord *after, WayField field, const char *reason)
{
  WayChange change = { before, after };

  self->func (before, field, reason, self->user_data);
  way_plan_apply (self->plan, &change);
}

static gboolean
leads_somewhere (Repair *self, const WayFieldInfo *info, const WayId *id)
{
  const WayRecord *target = way_plan_lookup (self->plan, id);

  return target != NULL
         && (info->target == WAY_KIND_ANY || way_record_get_kind (target) == info->target);
}

static void
keep_sound_refs (Repair *self, WayRecordBuilder *builder, const WayRecord *record,
                 const WayFieldInfo *info)
{
  g_autoptr (GArray) sound = g_array_new (FALSE, FALSE, sizeof (WayId));
  guint n_ids;
  const WayId *ids = way_record_get_refs (record, info->field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (leads_somewhere (self, info, &ids[i]))
      g_array_append_val (sound, ids[i]);
  way_record_builder_set_refs (builder, info->field, (const WayId *)(gpointer)sound->data,
                               sound->len);
}

static void
keep_sound_counts (Repair *self, WayRecordBuilder *builder, const WayRecord *record,
                   const WayFieldInfo *info)
{
  way_record_builder_clear (builder, info->field);
  for (guint i = 0; i < way_record_get_n_counts (record, info->field); i++)
    {
      WayCount count = way_record_get_count (record, info->field, i);

      if (leads_somewhere (self, info, &count.credential))
        way_record_builder_add_count (builder, info->field, &count.credential, count.category, -1);
    }
}

/* In parentheses: a text that is a date would be one again in the file that it is saved in, which
 * could not be opened */
static void
keep_as_text (WayRecordBuilder *builder, const WayRecord *record, const WayFieldInfo *info)
{
  g_autoptr (GString) text = g_string_new (NULL);

  way_value_format (record, info->field, text);
  g_string_prepend_c (text, '(');
  g_string_append_c (text, ')');
  way_record_builder_set_unread (builder, info->field, text->str, (gssize)text->len);
}

static void
mend_field (Repair *self, WayRecord *record, const WayFieldInfo *info, const char *reason)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) mended = NULL;

  way_record_builder_start_from (builder, record);
  switch (info->type)
    {
    case WAY_TYPE_REFS:
      keep_sound_refs (self, builder, record, info);
      break;
    case WAY_TYPE_COUNTS:
      keep_sound_counts (self, builder, record, info);
      break;
    case WAY_TYPE_DATE:
      keep_as_text (builder, record, info);
      break;
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_CHOICE:
    case WAY_TYPE_INSTANT:
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
    case WAY_TYPE_FLAG:
    case WAY_TYPE_REF:
    default:
      way_record_builder_clear (builder, info->field);
    }
  mended = way_record_builder_end (builder);
  apply (self, record, mended, info->field, reason);
}

static void
mend (Repair *self, const WayProblem *problem)
{
  /* As it is now, after what was mended before */
  WayRecord *record = way_plan_lookup (self->plan, way_record_get_id (problem->record));
  const WayFieldInfo *info;

  if (record == NULL || problem->field == WAY_FIELD_NONE)
    return;

  info = way_schema_get_field (problem->field);
  if (info->needed)
    apply (self, record, NULL, WAY_FIELD_NONE, problem->text);
  else
    mend_field (self, record, info, problem->text);
}

static void
open_goal_circle (Repair *self, GPtrArray *circle)
{
  mend_field (self, g_ptr_array_index (circle, 0), way_schema_get_field (WAY_GOAL_PARENT),
              _ ("it is part of itself"));
}

static void
open_dependency_circle (Repair *self, GPtrArray *circle)
{
  const WayId *from = way_record_get_id (g_ptr_array_index (circle, 0));
  const WayId *to = way_record_get_id (g_ptr_array_index (circle, circle->len > 1 ? 1 : 0));
  g_autoptr (GPtrArray) leaving = way_plan_get_referrers (self->plan, from, WAY_DEPENDENCY_FROM);

  for (guint i = 0; i < leaving->len; i++)
    {
      WayRecord *dependency = g_ptr_array_index (leaving, i);
      const WayId *head = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);

      if (head != NULL && way_id_equal (head, to))
        apply (self, dependency, NULL, WAY_FIELD_NONE, _ ("it closes a circle of dependencies"));
    }
}

static void
open_circles (Repair *self)
{
  for (GPtrArray *circle; (circle = way_find_goal_circle (self->plan)) != NULL;
       g_ptr_array_unref (circle))
    open_goal_circle (self, circle);

  for (GPtrArray *circle; (circle = way_find_dependency_circle (self->plan)) != NULL;
       g_ptr_array_unref (circle))
    open_dependency_circle (self, circle);
}

static gboolean
mend_errors (Repair *self)
{
  g_autoptr (GPtrArray) problems = way_plan_check (self->plan);
  gboolean any = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity != WAY_PROBLEM_ERROR)
        continue;
      any = TRUE;
      mend (self, problem);
    }

  return any;
}

gboolean
way_plan_repair (WayPlan *plan, WayRepairFunc func, gpointer user_data)
{
  Repair self = { plan, func, user_data };

  open_circles (&self);
  for (guint i = 0; i < MAX_ROUNDS; i++)
    if (!mend_errors (&self))
      return TRUE;

  return FALSE;
}
