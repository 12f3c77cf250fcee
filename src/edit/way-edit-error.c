/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a command or a script was refused.
 */
#include "config.h"

#include "way-edit-error.h"

#include <glib/gi18n-lib.h>

#define EXCERPT_LENGTH 40 /* characters of a comment that still read as a name */

G_DEFINE_QUARK (way - edit - error - quark, way_edit_error)

gboolean
way_edit_error_missing (GError **error, WayKind kind, const WayId *id)
{
  char text[WAY_ID_BUFFER_SIZE];
  const char *label = kind == WAY_KIND_ANY ? N_ ("Record") : way_schema_get_kind (kind)->label;

  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING,
               /* Translators: a kind of record, as Milestone, and its id */
               _ ("%s %s is not in this plan. Check the id, or whether it was removed."), _ (label),
               way_id_format (id, text));

  return FALSE;
}

static const char *
get_called (WayPlan *plan, const WayId *id)
{
  const WayRecord *record = id == NULL ? NULL : way_plan_lookup (plan, id);
  const char *called = record == NULL ? NULL : way_record_get_called (record);

  return called != NULL ? called : _ ("untitled");
}

static char *
describe_by (const char *label, const char *name)
{
  /* Translators: a kind of record and its name, as Milestone “Pass the boards” */
  return g_strdup_printf (_ ("%s “%s”"), label, name);
}

/* g_utf8_substring() must not be asked for more characters than there are */
static char *
get_excerpt (const char *text)
{
  return g_utf8_substring (text, 0, MIN (EXCERPT_LENGTH, g_utf8_strlen (text, -1)));
}

char *
way_edit_describe (WayPlan *plan, const WayRecord *record)
{
  WayKind kind = way_record_get_kind (record);
  const char *label = _ (way_schema_get_kind (kind)->label);
  const char *name = way_record_get_called (record);
  g_autofree char *excerpt = NULL;
  char date[WAY_DATE_BUFFER_SIZE];

  if (kind == WAY_KIND_DEPENDENCY)
    return g_strdup_printf (/* Translators: Dependency “first milestone” → “second milestone” */
                            _ ("%s “%s” → “%s”"), label,
                            get_called (plan, way_record_get_ref (record, WAY_DEPENDENCY_FROM)),
                            get_called (plan, way_record_get_ref (record, WAY_DEPENDENCY_TO)));

  if (kind == WAY_KIND_REVIEW && way_record_get_date (record, WAY_REVIEW_DATE) != WAY_DATE_NONE)
    name = way_date_format (way_record_get_date (record, WAY_REVIEW_DATE), date);

  if (kind == WAY_KIND_COMMENT && way_record_get_text (record, WAY_COMMENT_TEXT) != NULL)
    name = excerpt = get_excerpt (way_record_get_text (record, WAY_COMMENT_TEXT));

  if (kind == WAY_KIND_LINK && name == NULL)
    name = way_record_get_text (record, WAY_LINK_URI);

  return describe_by (label, name != NULL ? name : _ ("untitled"));
}
