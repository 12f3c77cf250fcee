/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splits what was typed into words, numbers and signs.
 */
#include "config.h"

#include "way-quick-tokens.h"

#define MAX_DIGITS 8 /* more than any date or length has, and no overflow */

char *
way_quick_fold (const char *text, gssize length)
{
  g_autofree char *apart = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (plain, g_utf8_get_char (c));

  return g_utf8_casefold (plain->str, plain->len);
}

static WayQuickTokenKind
classify (gunichar c)
{
  if (g_unichar_isdigit (c))
    return WAY_QUICK_NUMBER;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return WAY_QUICK_WORD;

  return WAY_QUICK_SIGN;
}

/* Returns: where the run that begins at @from ends; a sign stands alone */
static const char *
find_end (const char *from, WayQuickTokenKind kind)
{
  const char *end = g_utf8_next_char (from);

  while (kind != WAY_QUICK_SIGN && *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end))
         && classify (g_utf8_get_char (end)) == kind)
    end = g_utf8_next_char (end);

  return end;
}

static void
read_number (WayQuickToken *token, const char *from, const char *end)
{
  for (const char *c = from; c < end; c = g_utf8_next_char (c))
    if (token->n_digits++ < MAX_DIGITS)
      token->number = token->number * 10 + g_unichar_digit_value (g_utf8_get_char (c));
}

static void
clear_token (gpointer data)
{
  g_free (((WayQuickToken *)data)->folded);
}

GArray *
way_quick_split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (WayQuickToken));
  const char *c = text;
  const char *before = NULL;
  WayQuickToken last = { .kind = WAY_QUICK_END };

  g_array_set_clear_func (tokens, clear_token);
  while (*c != '\0')
    {
      gunichar first = g_utf8_get_char (c);
      WayQuickToken token = { .start = c - text, .is_glued = c == before };
      const char *end;

      if (g_unichar_isspace (first))
        {
          c = g_utf8_next_char (c);
          continue;
        }

      token.kind = classify (first);
      end = find_end (c, token.kind);
      token.end = end - text;
      if (token.kind == WAY_QUICK_WORD)
        token.folded = way_quick_fold (c, end - c);
      else if (token.kind == WAY_QUICK_NUMBER)
        read_number (&token, c, end);
      else
        token.sign = first;
      g_array_append_val (tokens, token);
      c = before = end;
    }

  last.start = last.end = c - text;
  g_array_append_val (tokens, last);

  return tokens;
}
