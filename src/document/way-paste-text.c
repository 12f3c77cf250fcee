/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of text as milestones.
 */
#include "config.h"

#include "way-clip.h"
#include "way-paste.h"

#include "way-item-text.h"
#include "way-quick-add.h"
#include "way-text.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 1000 /* who pastes more has copied something else */

/* What stands before an entry of a list, as "- ", "• " or "12. " */
static const char *
skip_mark (const char *line)
{
  static const char *const marks[] = { "-", "*", "+", "•", "◦", "▪", "–", "—", "☐", "☑" };
  gsize n_digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i]) && line[strlen (marks[i])] == ' ')
      return line + strlen (marks[i]) + 1;

  /* Not the year that a line begins with */
  if (n_digits > 0 && n_digits < 4 && strchr (".)", line[n_digits]) != NULL
      && line[n_digits] != '\0' && line[n_digits + 1] == ' ')
    return line + n_digits + 2;

  return line;
}

/* The lines that say something; %NULL with @error set when they are none or too many */
static GPtrArray *
split (const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = way_text_clean (text, -1);
  g_auto (GStrv) all = g_strsplit (clean, "\n", -1);

  for (guint i = 0; all[i] != NULL && lines->len <= MAX_LINES; i++)
    {
      g_autofree char *line = way_text_clean_line (all[i], -1);
      const char *said = skip_mark (g_strstrip (line));

      if (*said != '\0')
        g_ptr_array_add (lines, g_strdup (said));
    }

  if (lines->len == 0)
    g_set_error_literal (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY,
                         _ ("There is nothing on the clipboard that can be pasted. Copy goals or "
                            "milestones first."));
  else if (lines->len > MAX_LINES)
    g_set_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_TOO_LONG,
                 _ ("The text on the clipboard has more than %d lines, and each would become a "
                    "milestone. Copy fewer."),
                 MAX_LINES);
  else
    return g_steal_pointer (&lines);

  return NULL;
}

static gboolean
add_line (WayEditGroup *group, const char *line, const WayQuickWords *words, WayDay today,
          const WayId *goal, WayId *id, GError **error)
{
  g_autoptr (WayQuickAdd) said
      = way_quick_add_parse (words, line, way_edit_group_get_plan (group), today);

  if (!way_quick_add_check (said, NULL))
    {
      g_free (said->title);
      said->title = g_strdup (line);
      if (!way_quick_add_check (said, NULL))
        said->start = said->end = WAY_DATE_NONE;
    }
  return way_quick_add_run (group, said, goal, id, error);
}

gboolean
way_paste_text (WayEditGroup *group, const char *text, const WayQuickWords *words, WayDay today,
                const WayId *goal, GArray *added, GError **error)
{
  g_autoptr (GPtrArray) lines = split (text, error);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  WayId id;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      if (!add_line (group, lines->pdata[i], words, today, goal, &id, error))
        return FALSE;
      g_array_append_val (added, id);
    }

  title = way_text_title (way_plan_lookup (way_edit_group_get_plan (group), &id));
  name = lines->len == 1 ? g_strdup_printf (_ ("Paste “%s”"), title)
                         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Paste %u milestone",
                                                         "Paste %u milestones", lines->len),
                                            lines->len);
  way_edit_group_set_name (group, name);
  return TRUE;
}
