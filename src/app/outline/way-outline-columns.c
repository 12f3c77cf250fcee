/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the outline's columns. What a cell says follows from the type of its field.
 */
#include "config.h"

#include "way-outline-columns.h"

#include "way-item-text.h"
#include "way-milestone.h"
#include "way-value.h"

#include <glib/gi18n.h>

static const WayOutlineColumnInfo columns[WAY_OUTLINE_N_COLUMNS] = {
  [WAY_OUTLINE_TITLE]
  = { "title", N_ ("Title"), WAY_GOAL_TITLE, WAY_MILESTONE_TITLE, 32, 36, TRUE },
  [WAY_OUTLINE_START]
  = { "start", N_ ("Starts"), WAY_GOAL_START, WAY_MILESTONE_START, 19, 20, TRUE },
  [WAY_OUTLINE_END] = { "end", N_ ("Ends or due"), WAY_GOAL_DUE, WAY_MILESTONE_END, 19, 20, TRUE },
  [WAY_OUTLINE_STATUS]
  = { "status", N_ ("Status"), WAY_GOAL_STATUS, WAY_MILESTONE_STATUS, 0, 0, TRUE },
  [WAY_OUTLINE_PROGRESS]
  = { "progress", N_ ("Progress"), WAY_FIELD_NONE, WAY_MILESTONE_PROGRESS, 13, 14, TRUE },
  [WAY_OUTLINE_CATEGORY]
  = { "category", N_ ("Category"), WAY_GOAL_AIM, WAY_MILESTONE_CATEGORY, 0, 0, FALSE },
  [WAY_OUTLINE_PEOPLE]
  = { "people", N_ ("People"), WAY_FIELD_NONE, WAY_MILESTONE_PEOPLE, 10, 18, FALSE },
  [WAY_OUTLINE_CREDENTIAL]
  = { "credential", N_ ("Credential"), WAY_FIELD_NONE, WAY_MILESTONE_CREDENTIAL, 10, 18, FALSE },
  [WAY_OUTLINE_EFFORT]
  = { "effort", N_ ("Effort"), WAY_FIELD_NONE, WAY_MILESTONE_EFFORT, 8, 12, FALSE },
  [WAY_OUTLINE_PLACE]
  = { "place", N_ ("Place"), WAY_FIELD_NONE, WAY_MILESTONE_LOCATION, 10, 16, FALSE },
};

const WayOutlineColumnInfo *
way_outline_column_get (WayOutlineColumn column)
{
  g_return_val_if_fail (column < WAY_OUTLINE_N_COLUMNS, NULL);

  return &columns[column];
}

WayField
way_outline_column_get_field (WayOutlineColumn column, const WayRecord *record)
{
  return way_record_get_kind (record) == WAY_KIND_GOAL ? columns[column].goal
                                                       : columns[column].milestone;
}

gboolean
way_outline_column_is_editable (WayOutlineColumn column, const WayRecord *record)
{
  WayField field = way_outline_column_get_field (column, record);

  /* What is done has come all of the way */
  if (field == WAY_MILESTONE_PROGRESS)
    return way_record_get_choice (record, WAY_MILESTONE_STATUS) != WAY_STATUS_DONE;
  return field != WAY_FIELD_NONE;
}

gboolean
way_outline_column_is_chosen (WayOutlineColumn column, const WayRecord *record)
{
  WayField field = way_outline_column_get_field (column, record);
  WayFieldType type;

  if (field == WAY_FIELD_NONE)
    return FALSE;
  type = way_schema_get_field (field)->type;
  return type == WAY_TYPE_CHOICE || type == WAY_TYPE_REF || type == WAY_TYPE_REFS;
}

gboolean
way_outline_column_is_empty (WayOutlineColumn column, const WayRecord *record)
{
  WayField field = way_outline_column_get_field (column, record);

  return field != WAY_FIELD_NONE && way_schema_get_field (field)->type != WAY_TYPE_CHOICE
         && column != WAY_OUTLINE_PROGRESS && !way_record_has (record, field);
}

static void
append_choices (GString *words, WayField field)
{
  const WayFieldInfo *info = field != WAY_FIELD_NONE ? way_schema_get_field (field) : NULL;

  for (guint i = 0; info != NULL && i < info->n_choices; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", _ (info->choices[i].label));
}

char *
way_outline_column_list_words (WayOutlineColumn column)
{
  GString *words = g_string_new (NULL);

  append_choices (words, columns[column].goal);
  append_choices (words, columns[column].milestone);
  return g_string_free (words, FALSE);
}

static char *
format_refs (WayPlan *plan, const WayRecord *record, WayField field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_ids = 0;
  const WayId *ids = way_record_get_refs (record, field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      const WayRecord *other = way_plan_lookup (plan, &ids[i]);
      g_autofree char *title = other != NULL ? way_text_title (other) : NULL;

      if (title == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_number (const WayRecord *record, const WayFieldInfo *info)
{
  g_autoptr (GString) number = g_string_new (NULL);

  way_value_format (record, info->field, number);
  if (number->len == 0 || info->unit == NULL)
    return g_string_free (g_steal_pointer (&number), FALSE);
  /* Translators: a number and its unit, as "12.5 hours" */
  return g_strdup_printf (C_ ("number and unit", "%s %s"), number->str, _ (info->unit));
}

static char *
format_percent (int percent)
{
  if (percent == WAY_PROGRESS_NONE)
    return g_strdup ("");
  return g_strdup_printf (_ ("%d %%"), percent);
}

char *
way_outline_column_get_text (WayOutlineColumn column, WayPlan *plan, WayProgress *progress,
                             const WayRecord *record)
{
  WayField field = way_outline_column_get_field (column, record);
  const WayFieldInfo *info;
  const char *unread;
  WayDate date;

  if (column == WAY_OUTLINE_TITLE)
    return way_text_title (record);
  if (column == WAY_OUTLINE_PROGRESS)
    return format_percent (way_outline_column_get_percent (progress, record));
  if (field == WAY_FIELD_NONE)
    return g_strdup ("");

  info = way_schema_get_field (field);
  unread = way_record_get_unread (record, field);
  if (unread != NULL)
    return g_strdup (unread);
  switch (info->type)
    {
    case WAY_TYPE_DATE:
      date = way_record_get_date (record, field);
      return date != WAY_DATE_NONE ? way_text_date (date) : g_strdup ("");
    case WAY_TYPE_CHOICE:
      return g_strdup (_ (info->choices[way_record_get_choice (record, field)].label));
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
      return format_refs (plan, record, field);
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
      return format_number (record, info);
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_INSTANT:
    case WAY_TYPE_FLAG:
    case WAY_TYPE_COUNTS:
    default:
      return g_strdup (way_record_has (record, field) ? way_record_get_text (record, field) : "");
    }
}

int
way_outline_column_get_percent (WayProgress *progress, const WayRecord *record)
{
  if (way_record_get_kind (record) == WAY_KIND_MILESTONE)
    return way_milestone_get_percent (record);
  return progress != NULL ? way_progress_get (progress, way_record_get_id (record))
                          : WAY_PROGRESS_NONE;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_texts (WayOutlineColumn column, WayPlan *plan, const WayRecord *a, const WayRecord *b)
{
  g_autofree char *first = way_outline_column_get_text (column, plan, NULL, a);
  g_autofree char *second = way_outline_column_get_text (column, plan, NULL, b);

  if (first[0] == '\0' || second[0] == '\0')
    return (first[0] == '\0') - (second[0] == '\0');
  return g_utf8_collate (first, second);
}

int
way_outline_column_compare (WayOutlineColumn column, WayPlan *plan, WayProgress *progress,
                            const WayRecord *a, const WayRecord *b)
{
  WayField field_a = way_outline_column_get_field (column, a);
  WayField field_b = way_outline_column_get_field (column, b);
  WayFieldType type;

  if (column == WAY_OUTLINE_PROGRESS)
    return compare_numbers (way_outline_column_get_percent (progress, a),
                            way_outline_column_get_percent (progress, b));
  if (field_a == WAY_FIELD_NONE || field_b == WAY_FIELD_NONE)
    return 0;

  type = way_schema_get_field (field_a)->type;
  if (type == WAY_TYPE_DATE)
    return way_date_compare (way_record_get_date (a, field_a), way_record_get_date (b, field_b));
  /* A status has its course, other choices are found by their names */
  if (column == WAY_OUTLINE_STATUS)
    return compare_numbers (way_record_get_choice (a, field_a), way_record_get_choice (b, field_b));
  if (type == WAY_TYPE_DECIMAL)
    return compare_numbers (way_record_get_decimal (a, field_a),
                            way_record_get_decimal (b, field_b));
  return compare_texts (column, plan, a, b);
}
