/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be meant by a # or an @ while it is being typed.
 */
#include "config.h"

#include "way-quick-complete.h"

#include "way-quick-names.h"
#include "way-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_completion (gpointer data)
{
  WayQuickCompletion *self = data;

  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray *found, const char *label, char *text, gsize start, gsize end)
{
  WayQuickCompletion *completion = g_new0 (WayQuickCompletion, 1);

  completion->label = g_strdup (label);
  completion->text = text;
  completion->start = start;
  completion->end = end;
  g_ptr_array_add (found, completion);
}

/* The word that can be typed for a choice: its label where that is one word */
static char *
get_tag (const WayChoice *choice)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, choice->label);
  gboolean is_word = *label != '\0';

  for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c))
    is_word = is_word && g_unichar_isalpha (g_utf8_get_char (c));

  return is_word ? g_utf8_strdown (label, -1) : g_strdup (choice->word);
}

static gboolean
choice_fits (const WayChoice *choice, const char *folded)
{
  const char *names[]
      = { choice->word, choice->label, g_dgettext (GETTEXT_PACKAGE, choice->label) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = way_quick_fold (names[i], -1);

      if (g_str_has_prefix (name, folded))
        return TRUE;
    }

  return FALSE;
}

static void
add_choices (GPtrArray *found, WayField field, const char *text, gsize start, gsize end,
             guint limit)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  g_autofree char *folded = way_quick_fold (text + start + 1, end - start - 1);

  for (guint i = 0; i < info->n_choices && found->len < limit; i++)
    {
      g_autofree char *tag = get_tag (&info->choices[i]);

      if (choice_fits (&info->choices[i], folded))
        add (found, g_dgettext (GETTEXT_PACKAGE, info->choices[i].label),
             g_strconcat ("#", tag, NULL), start, end);
    }
}

static void
add_goals (GPtrArray *found, WayPlan *plan, const char *text, gsize start, gsize end, guint limit)
{
  g_autofree char *typed = g_strndup (text + start + 1, end - start - 1);
  g_autoptr (GPtrArray) goals = way_quick_list_records (plan, WAY_KIND_GOAL, typed, limit);

  for (guint i = 0; i < goals->len; i++)
    {
      const char *called = way_record_get_called (g_ptr_array_index (goals, i));
      g_autofree char *line = way_text_clean_line (called != NULL ? called : "", -1);
      gboolean needs_quotes = strpbrk (line, "@#") != NULL;

      if (*line != '\0' && !(needs_quotes && strchr (line, '"') != NULL))
        add (found, line, g_strdup_printf (needs_quotes ? "@\"%s\"" : "@%s", line), start, end);
    }
}

/* Returns: where the last sign before @cursor stands that begins a tag; @cursor when none does */
static gsize
find_sign (const char *text, gsize cursor)
{
  for (gsize i = cursor; i > 0; i--)
    if (strchr ("#@", text[i - 1]) != NULL && text[i - 1] != '\0'
        && (i == 1 || g_ascii_isspace (text[i - 2]) || text[i - 2] == '('))
      return i - 1;

  return cursor;
}

GPtrArray *
way_quick_complete (WayPlan *plan, const char *text, gsize cursor, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_completion);
  gsize start;

  g_return_val_if_fail (cursor <= strlen (text), found);

  start = find_sign (text, cursor);
  if (start == cursor)
    return found;

  if (text[start] == '@')
    add_goals (found, plan, text, start, cursor, limit);
  else if (memchr (text + start, ' ', cursor - start) == NULL)
    {
      add_choices (found, WAY_MILESTONE_CATEGORY, text, start, cursor, limit);
      add_choices (found, WAY_MILESTONE_STATUS, text, start, cursor, limit);
    }

  /* Nothing is left to complete */
  if (found->len == 1)
    {
      const WayQuickCompletion *only = g_ptr_array_index (found, 0);

      if (strlen (only->text) == cursor - start
          && strncmp (only->text, text + start, cursor - start) == 0)
        g_ptr_array_set_size (found, 0);
    }

  return found;
}
