/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma-separated values as spreadsheets read them (RFC 4180).
 */
#include "config.h"

#include "way-csv.h"

#include "way-value.h"

#include <glib/gi18n-lib.h>

#define LINE_END "\r\n"

static void
append_cell (GString *text, const char *value)
{
  /* What makes a spreadsheet run a cell instead of showing it */
  gboolean is_formula = *value != '\0' && strchr ("=+-@\t\r", *value) != NULL;

  g_string_append_c (text, '"');
  if (is_formula)
    g_string_append_c (text, '\'');
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *value);
    }
  g_string_append_c (text, '"');
}

/* Whether a field is of use outside of the plan and may leave it */
static gboolean
is_column (const WayKindInfo *kind, const WayFieldInfo *info)
{
  return info->privacy != WAY_PRIVACY_PRIVATE && info->field != kind->rank;
}

static void
append_names (GString *value, WayPlan *plan, const WayRecord *record, WayField field)
{
  guint count = 0;
  const WayId *ids = way_record_get_refs (record, field, &count);

  for (guint i = 0; i < count; i++)
    {
      const WayRecord *target = way_plan_lookup (plan, &ids[i]);
      const char *called = target == NULL ? NULL : way_record_get_called (target);

      g_string_append_printf (value, "%s%s", i == 0 ? "" : "; ", called != NULL ? called : "");
    }
}

/* A spreadsheet does not know what an absent choice means. */
static void
append_choice (GString *value, const WayRecord *record, const WayFieldInfo *info)
{
  if (!way_value_format (record, info->field, value))
    g_string_append (value, info->choices[info->default_choice].word);
}

static void
append_field (GString *text, WayPlan *plan, const WayRecord *record, const WayFieldInfo *info)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (info->type == WAY_TYPE_REF || info->type == WAY_TYPE_REFS)
    append_names (value, plan, record, info->field);
  else if (info->type == WAY_TYPE_CHOICE)
    append_choice (value, record, info);
  else
    way_value_format (record, info->field, value);
  append_cell (text, value->str);
  g_string_append_c (text, ',');
}

static void
append_rows (GString *text, WayPlan *plan, WayRecord *const *milestones, guint n_milestones)
{
  const WayKindInfo *kind = way_schema_get_kind (WAY_KIND_MILESTONE);

  for (guint i = 0; i < n_milestones; i++)
    {
      char id[WAY_ID_BUFFER_SIZE];

      for (guint j = 0; j < kind->n_fields; j++)
        if (is_column (kind, &kind->fields[j]))
          append_field (text, plan, milestones[i], &kind->fields[j]);
      g_string_append_printf (text, "%s" LINE_END,
                              way_id_format (way_record_get_id (milestones[i]), id));
    }
}

void
way_csv_write_milestones (WayPlan *plan, WayRecord *const *milestones, guint n_milestones,
                          GString *text)
{
  const WayKindInfo *kind = way_schema_get_kind (WAY_KIND_MILESTONE);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (kind, &kind->fields[i]))
      g_string_append_printf (text, "%s,", kind->fields[i].xml_name);
  g_string_append (text, "id" LINE_END);

  append_rows (text, plan, milestones, n_milestones);
}

void
way_csv_write_labelled (WayPlan *plan, WayRecord *const *milestones, guint n_milestones,
                        GString *text)
{
  const WayKindInfo *kind = way_schema_get_kind (WAY_KIND_MILESTONE);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (kind, &kind->fields[i]))
      {
        append_cell (text, _ (kind->fields[i].label));
        g_string_append_c (text, ',');
      }
  /* Translators: the head of a column of a table with what tells records apart */
  append_cell (text, _ ("Id"));
  g_string_append (text, LINE_END);

  append_rows (text, plan, milestones, n_milestones);
}
