/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be true of one record before it may enter a plan.
 */
#include "config.h"

#include "way-edit-checks.h"

#include "way-check.h"
#include "way-circle.h"
#include "way-edit-error.h"

#include <glib/gi18n-lib.h>

#define CIRCLE_ENDS 4 /* milestones of a long circle that are named at either end */

static gboolean
is_changed (guint64 changed, WayField field)
{
  return (changed >> WAY_FIELD_INDEX (field) & 1) != 0;
}

static gboolean
check_target (WayPlan *plan, const WayRecord *record, const WayFieldInfo *info, const WayId *id,
              GError **error)
{
  const WayRecord *target = way_plan_lookup (plan, id);
  g_autofree char *name = NULL;
  char text[WAY_ID_BUFFER_SIZE];

  if (target != NULL
      && (info->target == WAY_KIND_ANY || way_record_get_kind (target) == info->target))
    return TRUE;

  name = way_edit_describe (plan, record);
  if (target == NULL)
    g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_REFERENCE,
                 _ ("%s: “%s” leads to %s, which is not in this plan. Add it first."), name,
                 _ (info->label), way_id_format (id, text));
  else
    {
      g_autofree char *wrong = way_edit_describe (plan, target);

      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_REFERENCE,
                   /* Translators: the record, the field, the record it may not lead to, the kind it
                      has to be of */
                   _ ("%s: “%s” cannot lead to: %s. Choose a record of this kind: %s."), name,
                   _ (info->label), wrong, _ (way_schema_get_kind (info->target)->label));
    }

  return FALSE;
}

static gboolean
check_references (WayPlan *plan, const WayRecord *record, const WayFieldInfo *info, GError **error)
{
  guint n_ids = 0;
  const WayId *ids = way_record_get_refs (record, info->field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (!check_target (plan, record, info, &ids[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
check_counts (WayPlan *plan, const WayRecord *record, const WayFieldInfo *info, GError **error)
{
  for (guint i = 0; i < way_record_get_n_counts (record, info->field); i++)
    {
      WayCount count = way_record_get_count (record, info->field, i);

      if (!check_target (plan, record, info, &count.credential, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_range (WayPlan *plan, const WayRecord *record, const WayFieldInfo *info, GError **error)
{
  int scale = info->type == WAY_TYPE_DECIMAL ? 100 : 1;
  int value = info->type == WAY_TYPE_DECIMAL ? way_record_get_decimal (record, info->field)
                                             : way_record_get_integer (record, info->field);
  g_autofree char *name = NULL;

  if (value >= (gint64)info->lowest * scale && value <= (gint64)info->highest * scale)
    return TRUE;

  name = way_edit_describe (plan, record);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE,
               _ ("%s: “%s” has to be a number from %d to %d."), name, _ (info->label),
               info->lowest, info->highest);

  return FALSE;
}

typedef gboolean (*CheckField) (WayPlan *plan, const WayRecord *record, const WayFieldInfo *info,
                                GError **error);

/* By the field's type; a type without a row cannot break an invariant. */
static const CheckField field_checks[] = {
  [WAY_TYPE_INTEGER] = check_range,  [WAY_TYPE_DECIMAL] = check_range,
  [WAY_TYPE_REF] = check_references, [WAY_TYPE_REFS] = check_references,
  [WAY_TYPE_COUNTS] = check_counts,
};

static gboolean
check_needed (WayPlan *plan, const WayRecord *after, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (after));

  for (guint64 left = kind->needed; left != 0; left &= left - 1)
    {
      const WayFieldInfo *info = &kind->fields[__builtin_ctzll (left)];
      g_autofree char *name = NULL;

      if (way_record_has (after, info->field))
        continue;

      name = way_edit_describe (plan, after);
      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE,
                   _ ("%s: “%s” cannot be empty. Say which record it is."), name, _ (info->label));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_fields (WayPlan *plan, const WayRecord *after, guint64 changed, GError **error)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (after));

  for (guint64 left = changed; left != 0; left &= left - 1)
    {
      const WayFieldInfo *info = &kind->fields[__builtin_ctzll (left)];
      CheckField check = info->type < G_N_ELEMENTS (field_checks) ? field_checks[info->type] : NULL;

      if (check != NULL && way_record_has (after, info->field)
          && way_record_get_unread (after, info->field) == NULL
          && !check (plan, after, info, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
way_edit_dates_agree (WayDate start, WayDate end)
{
  return start == WAY_DATE_NONE || end == WAY_DATE_NONE
         || way_date_get_latest (end) >= way_date_get_earliest (start);
}

static gboolean
check_span (WayPlan *plan, const WayRecord *before, const WayRecord *after, GError **error)
{
  WayField end, end_before;
  char text[WAY_DATE_BUFFER_SIZE];
  g_autofree char *name = NULL;

  if (!way_record_ends_before_start (after, &end)
      || (before != NULL && way_record_ends_before_start (before, &end_before)))
    return TRUE;

  name = way_edit_describe (plan, after);
  g_set_error (
      error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES,
      /* Translators: a record, the field of its end, the date there */
      _ ("%s: “%s” (%s) would lie before the start. Choose a later end or an earlier start."), name,
      _ (way_schema_get_field (end)->label),
      way_date_format (way_record_get_date (after, end), text));

  return FALSE;
}

static gboolean
check_goal (WayPlan *plan, const WayRecord *after, guint64 changed, GError **error)
{
  const WayId *id = way_record_get_id (after);
  const WayId *above = way_record_get_ref (after, WAY_GOAL_PARENT);
  guint steps = 0, count = way_plan_get_count (plan, WAY_KIND_GOAL);

  if (!is_changed (changed, WAY_GOAL_PARENT))
    return TRUE;

  /* A file may have brought a circle elsewhere: no more steps than there are goals. */
  for (; above != NULL && steps <= count; steps++)
    {
      const WayRecord *goal;

      if (way_id_equal (above, id))
        {
          g_autofree char *name = way_edit_describe (plan, after);

          g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_CYCLE,
                       _ ("%s: it cannot become part of itself. Choose a goal outside it."), name);
          return FALSE;
        }

      goal = way_plan_lookup_kind (plan, WAY_KIND_GOAL, above);
      above = goal == NULL ? NULL : way_record_get_ref (goal, WAY_GOAL_PARENT);
    }

  return TRUE;
}

/* The links at one of two milestones, that with fewer: of a hub there may be thousands */
static GPtrArray *
get_links_at_either (WayPlan *plan, const WayId *from, const WayId *to)
{
  if (way_plan_get_n_referrers (plan, from) <= way_plan_get_n_referrers (plan, to))
    return way_plan_get_referrers (plan, from, WAY_DEPENDENCY_FROM);

  return way_plan_get_referrers (plan, to, WAY_DEPENDENCY_TO);
}

static gboolean
is_link (const WayRecord *dependency, const WayId *from, const WayId *to)
{
  const WayId *other_from = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
  const WayId *other_to = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);

  return other_from != NULL && other_to != NULL && way_id_equal (from, other_from)
         && way_id_equal (to, other_to);
}

static gboolean
check_dependency (WayPlan *plan, const WayRecord *after, guint64 changed, GError **error)
{
  const WayId *from = way_record_get_ref (after, WAY_DEPENDENCY_FROM);
  const WayId *to = way_record_get_ref (after, WAY_DEPENDENCY_TO);
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *name = NULL;

  if (!is_changed (changed, WAY_DEPENDENCY_FROM) && !is_changed (changed, WAY_DEPENDENCY_TO))
    return TRUE;

  name = way_edit_describe (plan, after);
  if (way_id_equal (from, to))
    {
      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_CYCLE,
                   _ ("%s: a milestone cannot wait for itself. Choose two different ones."), name);
      return FALSE;
    }

  others = get_links_at_either (plan, from, to);
  for (guint i = 0; i < others->len; i++)
    if (is_link (others->pdata[i], from, to)
        && !way_id_equal (way_record_get_id (others->pdata[i]), way_record_get_id (after)))
      {
        g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DUPLICATE,
                     _ ("%s: these two are linked already. Change that link instead."), name);
        return FALSE;
      }

  return TRUE;
}

gboolean
way_edit_check (WayPlan *plan, const WayRecord *before, const WayRecord *after, GError **error)
{
  WayKind kind = way_record_get_kind (after);
  guint64 all = (G_GUINT64_CONSTANT (1) << way_schema_get_kind (kind)->n_fields) - 1;
  guint64 changed = before != NULL ? way_record_find_changes (before, after) : all;

  if (!check_needed (plan, after, error) || !check_fields (plan, after, changed, error)
      || !check_span (plan, before, after, error))
    return FALSE;

  if (kind == WAY_KIND_GOAL)
    return check_goal (plan, after, changed, error);

  return kind != WAY_KIND_DEPENDENCY || check_dependency (plan, after, changed, error);
}

/* “B” → “C” → “A” → “B”; of a long circle the middle is left out */
static char *
format_circle (GPtrArray *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= path->len; i++)
    {
      const char *called = way_record_get_called (path->pdata[i % path->len]);

      if (i == CIRCLE_ENDS && path->len > 2 * CIRCLE_ENDS)
        {
          g_string_append (text, " → …");
          i = path->len - CIRCLE_ENDS;
          continue;
        }

      g_string_append_printf (text, "%s“%s”", i == 0 ? "" : " → ",
                              called != NULL ? called : _ ("untitled"));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
way_edit_check_circle (WayPlan *plan, const WayRecord *dependency, GError **error)
{
  const WayId *from = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
  const WayId *to = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);
  g_autoptr (GPtrArray) path = way_plan_find_dependency_path (plan, to, from);
  g_autofree char *circle = NULL;

  if (path == NULL)
    return TRUE;

  circle = format_circle (path);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_CYCLE,
               _ ("This link would close a circle: %s. Remove one of its links first."), circle);

  return FALSE;
}
