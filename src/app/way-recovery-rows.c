/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unsaved work in words.
 */
#include "config.h"

#include "way-recovery-rows.h"

#include "way-difference-rows.h"
#include "way-moment-words.h"

#include <glib/gi18n.h>

static char *
describe_place (GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_parse_name (file) : NULL;
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return g_strdup (_ ("not in a file yet"));

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_steal_pointer (&path);
}

static char *
describe (WayRecovery *recovery)
{
  g_autofree char *time = way_moment_words (way_recovery_get_time (recovery));
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
  /* Translators: the first is a moment, the second a file or “not in a file yet” */
  g_string_append_printf (text, _ ("Last worked on %s\n%s"), time, place);
  if (reason != NULL)
    g_string_append_printf (text, "\n%s", reason);

  return g_string_free (text, FALSE);
}

static void
on_expanded (AdwExpanderRow *expander, GParamSpec *pspec, WayRecovery *recovery)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_signal_handlers_disconnect_by_func (expander, on_expanded, recovery);
  /* Translators: before a value as it stands in the file, and as it was when it was lost */
  rows = way_difference_rows_new (way_recovery_get_comparison (recovery), _ ("Saved: %s"),
                                  _ ("Unsaved: %s"));
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (expander, rows->pdata[i]);
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
  if (way_recovery_get_comparison (recovery) != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_details (recovery));

  return group;
}
