/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unsaved work in words.
 */
#include "config.h"

#include "way-recovery-rows.h"

#include <glib/gi18n.h>

#define MAX_ROWS 50 /* of what differs: nobody reads more of them */

static char *
describe_time (WayRecovery *recovery)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (way_recovery_get_time (recovery));

  if (time == NULL) /* of a damaged file */
    return g_strdup ("?");

  /* Translators: a moment for g_date_time_format(), as "26 November 2026, 14:05" */
  return g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));
}

static char *
describe_place (GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_parse_name (file) : NULL;
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return g_strdup (_ ("Not in a file yet"));

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_steal_pointer (&path);
}

static char *
describe (WayRecovery *recovery)
{
  g_autofree char *time = describe_time (recovery);
  g_autofree char *place = NULL;
  GFile *file = way_recovery_get_file (recovery);
  const GError *error = way_recovery_get_error (recovery);
  const char *reason = way_recovery_get_reason (recovery);
  GString *text = g_string_new (NULL);

  if (error != NULL)
    {
      g_string_append (text, error->message);
      return g_string_free (text, FALSE);
    }

  place = describe_place (file);
  /* Translators: the first is a moment, the second a file or “Not in a file yet” */
  g_string_append_printf (text, _ ("Last worked on %s\n%s"), time, place);
  if (reason != NULL)
    g_string_append_printf (text, "\n%s", reason);

  return g_string_free (text, FALSE);
}

static char *
describe_fields (GArray *differences, guint first, guint end)
{
  GString *fields = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      WayField field = g_array_index (differences, WayDifference, i).field;
      const WayFieldInfo *info = way_schema_get_field (field);

      /* What is kept without being understood has no name */
      if (field == WAY_FIELD_NONE || info == NULL)
        continue;
      if (fields->len > 0)
        g_string_append (fields, _ (", "));
      g_string_append (fields, _ (info->label));
    }

  return g_string_free (fields, FALSE);
}

static char *
describe_record (GArray *differences, guint first, guint end)
{
  const WayDifference *difference = &g_array_index (differences, WayDifference, first);
  const char *kind = _ (way_schema_get_kind (difference->kind)->label);
  g_autofree char *fields = NULL;

  /* Translators: as "Milestone, added" */
  if (difference->before == NULL)
    return g_strdup_printf (_ ("%s, added"), kind);
  if (difference->after == NULL)
    return g_strdup_printf (_ ("%s, removed"), kind);

  fields = describe_fields (differences, first, end);
  if (*fields == '\0')
    return g_strdup_printf (_ ("%s, changed"), kind);

  /* Translators: as "Milestone, changed: Starts, Ends" */
  return g_strdup_printf (_ ("%s, changed: %s"), kind, fields);
}

static void
add_row (AdwExpanderRow *expander, GArray *differences, guint first, guint end)
{
  const WayDifference *difference = &g_array_index (differences, WayDifference, first);
  const WayRecord *record = difference->after != NULL ? difference->after : difference->before;
  const char *called = way_record_get_called (record);
  g_autofree char *words = describe_record (differences, first, end);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), called != NULL ? called : words);
  if (called != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_expander_row_add_row (expander, row);
}

/* The end of what is said about the record at @first */
static guint
find_end (GArray *differences, guint first)
{
  const WayDifference *difference = &g_array_index (differences, WayDifference, first);
  guint end = first + 1;

  while (end < differences->len
         && g_array_index (differences, WayDifference, end).kind == difference->kind
         && way_id_equal (&g_array_index (differences, WayDifference, end).id, &difference->id))
    end++;

  return end;
}

static void
add_more (AdwExpanderRow *expander, GArray *differences, guint first)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = NULL;
  guint n_more = 0;

  for (guint i = first; i < differences->len; i = find_end (differences, i))
    n_more++;
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_expander_row_add_row (expander, row);
}

static void
on_expanded (AdwExpanderRow *expander, GParamSpec *pspec, WayRecovery *recovery)
{
  GArray *differences = way_recovery_get_differences (recovery);
  guint n_rows = 0;

  g_signal_handlers_disconnect_by_func (expander, on_expanded, recovery);
  for (guint i = 0; i < differences->len;)
    {
      guint end = find_end (differences, i);

      if (n_rows++ == MAX_ROWS)
        {
          add_more (expander, differences, i);
          return;
        }
      add_row (expander, differences, i, end);
      i = end;
    }
}

static GtkWidget *
make_details (WayRecovery *recovery)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *summary = way_recovery_dup_summary (recovery);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("What would be restored"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), summary);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (on_expanded), recovery, 0);

  return expander;
}

GtkWidget *
way_recovery_rows_new (WayRecovery *recovery)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (way_recovery_get_title (recovery), -1);
  g_autofree char *description = describe (recovery);
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  if (way_recovery_get_differences (recovery) != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_details (recovery));

  return group;
}
