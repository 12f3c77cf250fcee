/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field as people type it, and the step of undo that gives it to a record.
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
  WayId id;
  WayFieldText text;
} Setting;

static gboolean
set_field (WayEditGroup *group, gpointer user_data, GError **error)
{
  Setting *setting = user_data;

  return way_edit_set (group, &setting->id, &setting->text, 1, error);
}

/* What Undo says of the step */
static char *
name_step (const WayRecord *record, WayField field)
{
  const char *label = _ (way_schema_get_field (field)->label);
  g_autofree char *title = NULL;

  if (way_record_get_kind (record) == WAY_KIND_PLAN
      || way_schema_get_kind (way_record_get_kind (record))->called == WAY_FIELD_NONE)
    /* Translators: a field of the plan or of a dependency, as in: Undo Change Currency */
    return g_strdup_printf (_ ("Change %s"), label);

  title = way_text_title (record);
  /* Translators: a field, then a title, as in: Undo Change Status of “Sit the CCRN” */
  return g_strdup_printf (_ ("Change %s of “%s”"), label, title);
}

gboolean
way_field_apply (WayDocument *document, const WayRecord *record, WayField field, const char *text,
                 GError **error)
{
  Setting setting = { *way_record_get_id (record), { field, text } };
  g_autofree char *name = name_step (record, field);
  g_autofree char *key = NULL;
  char id[WAY_ID_BUFFER_SIZE];

  key = g_strdup_printf ("%s/%s", way_schema_get_field (field)->xml_name,
                         way_id_format (&setting.id, id));

  return way_document_execute (document, name, key, set_field, &setting, error);
}
