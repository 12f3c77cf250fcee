/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sizes of paper that people have.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_PAPER_A5,
  WAY_PAPER_A4,
  WAY_PAPER_A3,
  WAY_PAPER_LETTER,
  WAY_PAPER_LEGAL,
  WAY_PAPER_TABLOID,
  WAY_N_PAPERS,
} WayPaper;

/**
 * way_paper_from_word:
 * @word: a5, a4, a3, letter, legal or tabloid, in either case
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean way_paper_from_word (const char *word, WayPaper *paper);

/**
 * way_paper_get_size:
 * @width: (out): upright, in points
 * @height: (out): upright, in points
 */
void way_paper_get_size (WayPaper self, double *width, double *height);

G_END_DECLS
