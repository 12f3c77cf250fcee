/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a date as people write it, where nothing else is written.
 */
#include "config.h"

#include "way-date-words.h"

#include "way-quick-date.h"

#include <string.h>

static gboolean
has_words (const GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    if (g_array_index (tokens, WayQuickToken, i).kind == WAY_QUICK_WORD)
      return TRUE;

  return FALSE;
}

/* What stands between two tokens that are not glued. In a sentence a space ends a date; here it
 * does not: 30. 6. 2027, 30 6 2027. */
static const char *
get_gap (const WayQuickToken *before, const WayQuickToken *after, gboolean has_words)
{
  if (after->is_glued || after->kind == WAY_QUICK_SIGN)
    return "";
  if (has_words)
    return " ";

  return before->kind == WAY_QUICK_NUMBER ? "." : "";
}

static char *
tidy (const char *text)
{
  g_autoptr (GArray) tokens = way_quick_split (text);
  const WayQuickToken *token = (const WayQuickToken *)tokens->data;
  gboolean is_in_words = has_words (tokens);
  GString *tidied = g_string_new (NULL);

  for (guint i = 0; i + 1 < tokens->len; i++, token++)
    {
      if (i > 0)
        g_string_append (tidied, get_gap (token - 1, token, is_in_words));
      g_string_append_len (tidied, text + token->start, (gssize)(token->end - token->start));
    }

  return g_string_free (tidied, FALSE);
}

gboolean
way_date_from_words (const char *text, WayDay today, WayDateSide side, WayDate *date)
{
  g_autofree char *stripped = NULL;
  g_autofree char *tidied = NULL;
  g_autoptr (WayQuickWords) words = NULL;
  g_autoptr (GArray) tokens = NULL;
  WayQuickReader reader;
  WayQuickWhen when = { .unit = WAY_QUICK_UNIT_NONE };
  WayDate start, end, found;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      *date = WAY_DATE_NONE;
      return TRUE;
    }
  if (way_date_parse (stripped, strlen (stripped), date))
    return TRUE;

  tidied = tidy (stripped);
  tokens = way_quick_split (tidied);
  words = way_quick_words_new ();
  reader = (WayQuickReader){ words, (const WayQuickToken *)tokens->data, today };
  if (!way_quick_when_read_alone (&reader, side == WAY_DATE_SIDE_END, &when))
    return FALSE;

  way_quick_when_resolve (&when, today, &start, &end);
  found = end != WAY_DATE_NONE && side == WAY_DATE_SIDE_END ? end : start;
  if (found == WAY_DATE_NONE)
    return FALSE;
  *date = found;

  return TRUE;
}
