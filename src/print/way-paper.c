/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ISO 216 and the North American sizes (ANSI/ASME Y14.1), in points.
 */
#include "way-paper.h"

static const struct
{
  const char *word;
  double width;
  double height;
} papers[WAY_N_PAPERS] = {
  [WAY_PAPER_A5] = { "a5", 419.53, 595.28 },  [WAY_PAPER_A4] = { "a4", 595.28, 841.89 },
  [WAY_PAPER_A3] = { "a3", 841.89, 1190.55 }, [WAY_PAPER_LETTER] = { "letter", 612, 792 },
  [WAY_PAPER_LEGAL] = { "legal", 612, 1008 }, [WAY_PAPER_TABLOID] = { "tabloid", 792, 1224 },
};

gboolean
way_paper_from_word (const char *word, WayPaper *paper)
{
  for (guint i = 0; i < WAY_N_PAPERS; i++)
    if (g_ascii_strcasecmp (word, papers[i].word) == 0)
      {
        *paper = i;
        return TRUE;
      }

  return FALSE;
}

void
way_paper_get_size (WayPaper self, double *width, double *height)
{
  g_return_if_fail (self < WAY_N_PAPERS);

  *width = papers[self].width;
  *height = papers[self].height;
}
