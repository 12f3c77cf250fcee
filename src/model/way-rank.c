/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks are fractions in base 62 without the leading "0.", so that byte order is the order of their
 * values.
 */
#include "way-rank.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#define BASE 62

/* The digit at @index; a rank goes on with zeros */
static int
digit_at (const char *rank, gsize index)
{
  if (rank == NULL || index >= strlen (rank))
    return 0;

  return (int)(strchr (digits, rank[index]) - digits);
}

static gboolean
is_rank (const char *text)
{
  return text[strspn (text, digits)] == '\0';
}

char *
way_rank_between (const char *before, const char *after)
{
  GString *rank;
  gsize length_before = before != NULL ? strlen (before) : 0;
  gboolean bounded = after != NULL && *after != '\0' && is_rank (after)
                     && (before == NULL || strcmp (before, after) < 0);

  /* A file may bring any text as a rank; whatever it is, it comes before itself and a digit. */
  if (before != NULL && !is_rank (before))
    return g_strconcat (before, "1", NULL);

  rank = g_string_new (NULL);
  for (gsize i = 0;; i++)
    {
      int low, high;

      /* As between "a" and "a0" */
      if (bounded && i >= length_before && i >= strlen (after))
        bounded = FALSE;

      low = digit_at (before, i);
      high = bounded ? digit_at (after, i) : BASE;
      if (high - low > 1)
        {
          /* A step in the open ends leaves more room than the middle would */
          int digit = !bounded && before != NULL ? low + 1 : low + (high - low) / 2;

          g_string_append_c (rank, digits[digit]);
          return g_string_free (rank, FALSE);
        }

      g_string_append_c (rank, digits[low]);
      if (low != high)
        bounded = FALSE;
    }
}
