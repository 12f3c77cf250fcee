/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of all sorts, strung together.
 */
#include "way-random-text.h"

static const char *const words[] = {
  "ward",
  "nurse",
  "1,000 hours",
  "&",
  "<",
  ">",
  "\"",
  "'",
  "&amp;",
  "&#38;",
  "&#10;",
  "]]>",
  "<!--",
  "-->",
  "<?x?>",
  "<b>bold</b>",
  "a=b",
  "é",
  "naïve",
  "Prüfung",
  "日本語",
  "العربية",
  "עברית",
  "👩🏽‍⚕️",
  "🩺",
  "e\xcc\x81",
  "\xe2\x80\xae",
  "\xc2\xa0",
  "\xc2\x85",
  "\xe2\x80\xa8",
  "\xef\xbf\xbd",
  "\xf4\x8f\xbf\xbd",
  " ",
  "  ",
  ";",
  "%s",
  "{}",
  "\\",
  "\\n",
  "/",
  "=1+1",
  "@here",
};

static const char *const breaks[] = { "\n", "\n\n", "\t", "\n\t " };

static char *
string_together (GRand *rand, gboolean lines)
{
  GString *text = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, 9);

  for (int i = 0; i < n_words; i++)
    {
      if (i > 0 && g_rand_boolean (rand))
        g_string_append_c (text, ' ');
      if (lines && g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (text, breaks[g_rand_int_range (rand, 0, G_N_ELEMENTS (breaks))]);
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (text, FALSE);
}

char *
way_random_text (GRand *rand)
{
  return string_together (rand, TRUE);
}

char *
way_random_line (GRand *rand)
{
  return string_together (rand, FALSE);
}
