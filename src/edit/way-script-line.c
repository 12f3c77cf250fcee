/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of an edit script and the words in them.
 */
#include "config.h"

#include "way-script-line.h"

#include "way-edit-error.h"

#include <glib/gi18n-lib.h>

void
way_script_line_clear (WayScriptLine *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->is_used, g_free);
}

/* Where the line that begins at @text ends: at the first line break outside of quotes */
static const char *
find_end (const char *text, const char *end)
{
  char quote = '\0';

  for (; text < end; text++)
    if (*text == '\\' && quote != '\'' && text + 1 < end)
      text++;
    else if (quote != '\0')
      quote = *text == quote ? '\0' : quote;
    else if (*text == '"' || *text == '\'')
      quote = *text;
    else if (*text == '\n')
      break;

  return text;
}

static guint
count_lines (const char *text, const char *end)
{
  guint count = 0;

  while ((text = memchr (text, '\n', end - text)) != NULL)
    {
      text++;
      count++;
    }

  return count;
}

/* Whether @text, which ends at @end, is empty or begins with # */
static gboolean
is_remark (const char *text, const char *end)
{
  while (text < end && g_ascii_isspace (*text))
    text++;

  return text == end || *text == '#';
}

static gboolean
split (WayScriptLine *line, const char *text, gsize length, GError **error)
{
  /* A script from another system may end its lines in CR LF. */
  gsize bytes = text[length - 1] == '\r' ? length - 1 : length;
  g_autofree char *copy = g_strndup (text, bytes);
  int n_words = 0;

  if (!g_shell_parse_argv (copy, &n_words, &line->words, NULL))
    {
      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                   _ ("Line %u: a quote is opened and never closed. Close it, or write \\\" for "
                      "the mark itself."),
                   line->number);
      return FALSE;
    }

  line->n_words = n_words;
  line->is_used = g_new0 (gboolean, n_words);

  return TRUE;
}

gboolean
way_script_reader_next (WayScriptReader *self, WayScriptLine *line, GError **error)
{
  *line = (WayScriptLine){ 0 };

  while (self->cursor < self->end)
    {
      const char *start = self->cursor;
      const char *first_end = memchr (start, '\n', self->end - start);
      const char *end;

      /* A quote within a comment opens nothing. */
      if (first_end == NULL)
        first_end = self->end;
      end = is_remark (start, first_end) ? first_end : find_end (start, self->end);

      line->number = self->number;
      self->cursor = MIN (end + 1, self->end);
      self->number += count_lines (start, self->cursor);

      if (!is_remark (start, first_end))
        return split (line, start, end - start, error);
    }

  return FALSE;
}

/* The value in a word such as key=value, %NULL when it has no key */
static const char *
get_value (const char *word)
{
  gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && word[length] == '=' ? word + length + 1 : NULL;
}

const char *
way_script_line_take_place (WayScriptLine *self, guint place)
{
  guint n_places = 0;

  for (guint i = 0; i < self->n_words; i++)
    if (get_value (self->words[i]) == NULL && n_places++ == place)
      {
        self->is_used[i] = TRUE;
        return self->words[i];
      }

  return NULL;
}

const char *
way_script_line_take_value (WayScriptLine *self, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < self->n_words; i++)
    {
      const char *value = get_value (self->words[i]);

      if (value != NULL && !self->is_used[i] && (gsize)(value - self->words[i]) == length + 1
          && strncmp (self->words[i], key, length) == 0)
        {
          self->is_used[i] = TRUE;
          return value;
        }
    }

  return NULL;
}

const char *
way_script_line_take_pair (WayScriptLine *self, char **key)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      const char *value = get_value (self->words[i]);

      if (value != NULL && !self->is_used[i])
        {
          self->is_used[i] = TRUE;
          *key = g_strndup (self->words[i], value - self->words[i] - 1);
          return value;
        }
    }

  return NULL;
}

const char *
way_script_line_get_unused (const WayScriptLine *self)
{
  for (guint i = 0; i < self->n_words; i++)
    if (!self->is_used[i])
      return self->words[i];

  return NULL;
}
