/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts that find what breaks: markup, quotation marks, line breaks, emoji, right-to-left scripts.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_random_text:
 * @rand: the source of chance
 *
 * Returns: (transfer full): clean text of one or more words, never empty; line breaks and tabs
 * among them
 */
char *way_random_text (GRand *rand);

/**
 * way_random_line:
 *
 * Returns: (transfer full): as way_random_text(), on one line
 */
char *way_random_line (GRand *rand);

G_END_DECLS
