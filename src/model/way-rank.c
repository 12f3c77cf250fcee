/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks are fractions in base 62 without the leading "0.", so that byte order is the order of their
 * values.
 */
#include "way-rank.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#define BASE 62

/* The digit at @index; a rank goes on with zeros. A byte that is no digit counts as the nearest one
 * below. */
static int
digit_at (const char *rank, gsize index)
{
  int value = 0;

  if (rank == NULL || index >= strlen (rank))
    return 0;

  for (int i = 0; i < BASE; i++)
    if (digits[i] <= rank[index])
      value = i;

  return value;
}

char *
way_rank_between (const char *before, const char *after)
{
  GString *rank = g_string_new (NULL);
  gboolean bounded = after != NULL && *after != '\0';

  if (bounded && before != NULL && strcmp (before, after) >= 0)
    bounded = FALSE;

  for (gsize i = 0;; i++)
    {
      int low = digit_at (before, i);
      int high = bounded ? digit_at (after, i) : BASE;

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
