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

/* The rank to follow @before where nothing comes after it. Were it only a step of the last digit, a
 * rank would grow by a digit with each sixtieth record. So ranks count: a letter from a on says how
 * many digits the number has, as in a1, a2, az, b01, and a number that ends in 0 is left out. %NULL
 * when @before does not count. */
static char *
count_on (const char *before)
{
  gsize length = (gsize)(before[0] - 'a' + 2); /* with the letter */
  char next[BASE];

  if (before[0] < 'a')
    return g_strdup ("a1");

  if (before[0] >= 'z')
    return NULL;

  for (gsize i = 0; i < length; i++)
    next[i] = digits[digit_at (before, i)];
  next[length] = '\0';

  for (gsize i = length - 1; i > 0; i--)
    {
      if (next[i] != digits[BASE - 1])
        {
          next[i] = digits[digit_at (next, i) + 1];
          next[length - 1] = MAX (next[length - 1], '1');
          return g_strdup (next);
        }
      next[i] = '0';
    }

  /* All digits are used up */
  next[0]++;
  next[length] = '1';
  next[length + 1] = '\0';

  return g_strdup (next);
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

  if (after == NULL)
    {
      char *next = count_on (before != NULL ? before : "");

      if (next != NULL)
        return next;
    }

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
