/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to a record of any kind: add it, give its fields values, take them away.
 */
#include "config.h"

#include "way-record-commands.h"

#include "way-edit-checks.h"
#include "way-edit-error.h"
#include "way-rank.h"
#include "way-text.h"

#include <glib/gi18n-lib.h>

/* @record with a rank after all others of its kind */
static WayRecord *
rank_last (WayEditGroup *group, const WayRecord *record, WayField rank_field)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  guint count;
  WayRecord *const *records = way_plan_get_records (way_edit_group_get_plan (group),
                                                    way_record_get_kind (record), &count);
  const char *last = count == 0 ? NULL : way_record_get_text (records[count - 1], rank_field);
  g_autofree char *rank = way_rank_between (last, NULL);

  way_record_builder_start_from (builder, record);
  way_record_builder_set_text (builder, rank_field, rank, -1);

  return way_record_builder_end (builder);
}

static gboolean
check_identity (WayPlan *plan, const WayRecord *before, const WayRecord *after, GError **error)
{
  const WayRecord *present
      = before == NULL ? way_plan_lookup (plan, way_record_get_id (after)) : NULL;
  g_autofree char *name = NULL;
  char text[WAY_ID_BUFFER_SIZE];

  if (present == NULL)
    return TRUE;

  name = way_edit_describe (plan, present);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DUPLICATE,
               _ ("%s has the id %s already. Choose another id, or change that record."), name,
               way_id_format (way_record_get_id (after), text));

  return FALSE;
}

gboolean
way_edit_put (WayEditGroup *group, const WayRecord *before, const WayRecord *after, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  WayField rank_field = way_schema_get_kind (way_record_get_kind (after))->rank;
  g_autoptr (WayRecord) ranked = NULL;

  if (!check_identity (plan, before, after, error) || !way_edit_check (plan, before, after, error))
    return FALSE;

  if (before == NULL && rank_field != WAY_FIELD_NONE && !way_record_has (after, rank_field))
    after = ranked = rank_last (group, after, rank_field);

  way_edit_group_replace (group, before, after);

  /* Only with the new link in place and the old one gone do all paths count. */
  if (way_record_get_kind (after) == WAY_KIND_DEPENDENCY
      && !way_edit_check_circle (plan, after, error))
    {
      way_edit_group_replace (group, after, before);
      return FALSE;
    }

  return TRUE;
}

const WayRecord *
way_edit_begin (WayEditGroup *group, WayKind kind, const WayId *id, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  const WayRecord *record
      = kind == WAY_KIND_ANY ? way_plan_lookup (plan, id) : way_plan_lookup_kind (plan, kind, id);

  if (record == NULL)
    {
      way_edit_error_missing (error, kind, id);
      return NULL;
    }

  way_record_builder_start_from (way_edit_group_get_builder (group), record);

  return record;
}

gboolean
way_edit_end (WayEditGroup *group, const WayRecord *before, GError **error)
{
  g_autoptr (WayRecord) after = way_record_builder_end (way_edit_group_get_builder (group));

  return way_edit_put (group, before, after, error);
}

/* Entries as "ID Category; ID" */
static gboolean
parse_counts (WayRecordBuilder *builder, WayField field, const char *text, GError **error)
{
  g_auto (GStrv) entries = g_strsplit (text, ";", -1);

  way_record_builder_clear (builder, field);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      char *entry = g_strstrip (entries[i]);
      gsize length = strcspn (entry, " ");
      WayId credential;

      if (*entry == '\0')
        continue;

      if (!way_id_parse (entry, length, &credential))
        {
          g_set_error (
              error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE,
              _ ("“%s” does not begin with the id of a credential. Write ID CATEGORY; ID…"), entry);
          return FALSE;
        }

      way_record_builder_add_count (builder, field, &credential, g_strchug (entry + length), -1);
    }

  return TRUE;
}

static gboolean
parse_value (WayRecordBuilder *builder, const WayFieldInfo *info, const char *text, GError **error)
{
  g_autofree char *clean
      = info->type == WAY_TYPE_PROSE ? way_text_clean (text, -1) : way_text_clean_line (text, -1);

  if (info->type == WAY_TYPE_COUNTS)
    return parse_counts (builder, info->field, clean, error);

  return way_record_builder_parse (builder, info->field, clean, -1, error);
}

/* Reads @texts into the record that the group's builder holds */
static gboolean
parse_values (WayRecordBuilder *builder, const WayFieldText *texts, guint n_texts, GError **error)
{
  for (guint i = 0; i < n_texts; i++)
    {
      const WayFieldInfo *info = way_schema_get_field (texts[i].field);
      g_autoptr (GError) reason = NULL;

      if (!parse_value (builder, info, texts[i].text != NULL ? texts[i].text : "", &reason))
        {
          g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE, reason->message);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
way_edit_add (WayEditGroup *group, WayKind kind, const WayId *id, const WayFieldText *texts,
              guint n_texts, WayId *added, GError **error)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  WayId new_id = id != NULL ? *id : way_id_new ();

  g_return_val_if_fail (kind != WAY_KIND_PLAN && kind < WAY_N_KINDS, FALSE);

  way_record_builder_start (builder, kind, &new_id);
  if (!parse_values (builder, texts, n_texts, error) || !way_edit_end (group, NULL, error))
    return FALSE;

  if (added != NULL)
    *added = new_id;

  return TRUE;
}

gboolean
way_edit_set (WayEditGroup *group, const WayId *id, const WayFieldText *texts, guint n_texts,
              GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_KIND_ANY, id, error);
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (before == NULL)
    return FALSE;

  if (parse_values (way_edit_group_get_builder (group), texts, n_texts, &reason))
    return way_edit_end (group, before, error);

  name = way_edit_describe (way_edit_group_get_plan (group), before);
  g_propagate_prefixed_error (error, g_steal_pointer (&reason), "%s: ", name);

  return FALSE;
}

gboolean
way_edit_set_text (WayEditGroup *group, const WayId *id, WayField field, const char *text,
                   GError **error)
{
  return way_edit_set (group, id, &(WayFieldText){ field, text }, 1, error);
}

gboolean
way_edit_clear (WayEditGroup *group, const WayId *id, WayField field, GError **error)
{
  return way_edit_set_text (group, id, field, NULL, error);
}

gboolean
way_edit_set_date (WayEditGroup *group, const WayId *id, WayField field, WayDate date,
                   GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_date (way_edit_group_get_builder (group), field, date);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_choice (WayEditGroup *group, const WayId *id, WayField field, guint choice,
                     GError **error)
{
  g_return_val_if_fail (choice < way_schema_get_field (field)->n_choices, FALSE);
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_choice (way_edit_group_get_builder (group), field, choice);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_integer (WayEditGroup *group, const WayId *id, WayField field, int value,
                      GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_integer (way_edit_group_get_builder (group), field, value);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_decimal (WayEditGroup *group, const WayId *id, WayField field, int hundredths,
                      GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_decimal (way_edit_group_get_builder (group), field, hundredths);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_flag (WayEditGroup *group, const WayId *id, WayField field, gboolean value,
                   GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_flag (way_edit_group_get_builder (group), field, value);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_ref (WayEditGroup *group, const WayId *id, WayField field, const WayId *ref,
                  GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_ref (way_edit_group_get_builder (group), field, ref);

  return way_edit_end (group, before, error);
}

gboolean
way_edit_set_refs (WayEditGroup *group, const WayId *id, WayField field, const WayId *refs,
                   guint n_refs, GError **error)
{
  const WayRecord *before = way_edit_begin (group, WAY_FIELD_KIND (field), id, error);

  if (before == NULL)
    return FALSE;

  way_record_builder_set_refs (way_edit_group_get_builder (group), field, refs, n_refs);

  return way_edit_end (group, before, error);
}
