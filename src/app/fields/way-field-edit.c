/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field as people type it, and the step of undo that gives it to one record or to several.
 */
#include "config.h"

#include "way-field-edit.h"

#include "way-date-words.h"
#include "way-item-text.h"
#include "way-model-error.h"
#include "way-record-commands.h"
#include "way-text.h"
#include "way-value.h"
#include "way-today.h"

#include <glib/gi18n.h>

#include <string.h>

gboolean
way_field_read_date (const WayFieldInfo *info, const char *typed, WayDate *date)
{
  static const WayField ends[] = { WAY_GOAL_DUE, WAY_MILESTONE_END, WAY_CREDENTIAL_EXPIRES };
  WayDateSide side = WAY_DATE_SIDE_START;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (info->field == ends[i])
      side = WAY_DATE_SIDE_END;

  return way_date_from_words (typed, way_day_today (), side, date);
}

static char *
read_date (const WayFieldInfo *info, const char *typed, GError **error)
{
  char buffer[WAY_DATE_BUFFER_SIZE];
  WayDate date;

  if (!way_field_read_date (info, typed, &date))
    {
      g_set_error_literal (
          error, WAY_MODEL_ERROR, WAY_MODEL_ERROR_VALUE,
          _ ("Write a date, such as 2027, June 2027, 30 June 2027 or about 2028."));
      return NULL;
    }

  return g_strdup (date != WAY_DATE_NONE ? way_date_format (date, buffer) : "");
}

/* A comma is a point, and spaces between thousands are nothing, wherever the person comes from */
static char *
read_decimal (const char *typed, GError **error)
{
  g_autoptr (GString) text = g_string_new (typed);
  int hundredths;

  g_string_replace (text, " ", "", 0);
  g_string_replace (text, "\u00a0", "", 0);
  g_string_replace (text, "\u202f", "", 0);
  g_string_replace (text, ",", ".", 0);
  if (text->len == 0 || way_decimal_parse (text->str, text->len, &hundredths))
    return g_string_free (g_steal_pointer (&text), FALSE);

  g_set_error_literal (error, WAY_MODEL_ERROR, WAY_MODEL_ERROR_VALUE,
                       _ ("Write a number, such as 12.5."));
  return NULL;
}

/* With or without its sign, as it is shown; whether it is a number is the record's to say */
static char *
read_integer (const char *typed)
{
  g_autofree char *text = g_strdup (typed);

  if (g_str_has_suffix (text, "%"))
    text[strlen (text) - 1] = '\0';
  g_strchomp (text);

  return g_steal_pointer (&text);
}

char *
way_field_read (const WayFieldInfo *info, const char *typed, GError **error)
{
  g_autofree char *clean = way_text_clean_line (typed, -1);

  if (info->type == WAY_TYPE_DATE)
    return read_date (info, clean, error);
  if (info->type == WAY_TYPE_DECIMAL)
    return read_decimal (clean, error);
  if (info->type == WAY_TYPE_INTEGER)
    return read_integer (clean);

  return g_steal_pointer (&clean);
}

typedef struct
{
  WayField field;
  const WayFieldSetting *settings;
  guint n_settings;
} Work;

static gboolean
set_field (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Work *work = user_data;

  for (guint i = 0; i < work->n_settings; i++)
    if (!way_edit_set_text (group, &work->settings[i].id, work->field, work->settings[i].text,
                            error))
      return FALSE;

  return TRUE;
}

/* What Undo says of the step */
static char *
name_step (WayPlan *plan, const Work *work)
{
  const char *label = _ (way_schema_get_field (work->field)->label);
  const WayRecord *record = way_plan_lookup (plan, &work->settings[0].id);
  g_autofree char *title = NULL;

  if (work->n_settings > 1)
    /* Translators: a field, then how many records, as in: Undo Change Status of 3 items */
    return g_strdup_printf (
        ngettext ("Change %s of %u item", "Change %s of %u items", work->n_settings), label,
        work->n_settings);

  if (way_record_get_kind (record) == WAY_KIND_PLAN
      || way_schema_get_kind (way_record_get_kind (record))->called == WAY_FIELD_NONE)
    /* Translators: a field of the plan or of a dependency, as in: Undo Change Currency */
    return g_strdup_printf (_ ("Change %s"), label);

  title = way_text_title (record);
  /* Translators: a field, then a title, as in: Undo Change Status of “Sit the CCRN” */
  return g_strdup_printf (_ ("Change %s of “%s”"), label, title);
}

/* What tells that a step is to be joined with the one before; %NULL when it never is */
static char *
make_key (const Work *work)
{
  char id[WAY_ID_BUFFER_SIZE];

  if (work->n_settings > 1)
    return NULL;

  return g_strdup_printf ("%s/%s", way_schema_get_field (work->field)->xml_name,
                          way_id_format (&work->settings[0].id, id));
}

gboolean
way_field_apply_to_all (WayDocument *document, WayField field, const WayFieldSetting *settings,
                        guint n_settings, GError **error)
{
  Work work = { field, settings, n_settings };
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (n_settings > 0, FALSE);

  name = name_step (way_document_get_plan (document), &work);
  key = make_key (&work);

  return way_document_execute (document, name, key, set_field, &work, error);
}

gboolean
way_field_apply (WayDocument *document, const WayRecord *record, WayField field, const char *text,
                 GError **error)
{
  const WayFieldSetting setting = { *way_record_get_id (record), text };

  return way_field_apply_to_all (document, field, &setting, 1, error);
}
