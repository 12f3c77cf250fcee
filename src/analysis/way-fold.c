/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is compared when something is searched for: without case and without accents.
 */
#include "way-fold.h"

#include <string.h>

/* What is not ASCII; rare enough to be slow */
static void
append_run (GString *folded, const char *run, gsize length)
{
  /* compatibility forms may stand for capitals, so those are lowered after them */
  g_autofree char *decomposed = g_utf8_normalize (run, (gssize)length, G_NORMALIZE_NFKD);
  g_autofree char *lowered = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : NULL;
  g_autofree char *plain
      = lowered != NULL ? g_utf8_normalize (lowered, -1, G_NORMALIZE_NFKD) : NULL;

  for (const char *at = plain; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
    }
}

void
way_fold_append (GString *folded, const char *text)
{
  gsize start = folded->len;
  gsize length = strlen (text);
  const char *end = text + length;
  char *out;

  g_string_set_size (folded, start + length);
  out = folded->str + start;

  while (text < end && (guchar)*text < 0x80)
    {
      *out++ = g_ascii_isspace (*text) ? ' ' : g_ascii_tolower (*text);
      text++;
    }
  g_string_truncate (folded, out - folded->str);

  while (text < end)
    {
      const char *run = text;

      while (text < end && (guchar)*text >= 0x80)
        text++;
      append_run (folded, run, text - run);

      for (; text < end && (guchar)*text < 0x80; text++)
        g_string_append_c (folded, g_ascii_isspace (*text) ? ' ' : g_ascii_tolower (*text));
    }
}

GStrv
way_fold_words (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (text != NULL)
    way_fold_append (folded, text);

  parts = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}
