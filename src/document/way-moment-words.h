/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments as people say them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_moment_words:
 * @seconds: since 1970 UTC
 *
 * Returns: (transfer full): as "12 November 2026, 14:05", in local time
 */
char *way_moment_words (gint64 seconds);

/**
 * way_moment_words_from:
 * @now: the present, likewise
 *
 * Returns: (transfer full): as "Today 14:05" or "Yesterday 14:05"; way_moment_words() where it is
 *   longer ago
 */
char *way_moment_words_from (gint64 seconds, gint64 now);

/**
 * way_moment_words_to_the_second:
 *
 * Returns: (transfer full): as way_moment_words_from(), with seconds: "Today 14:05:09"
 */
char *way_moment_words_to_the_second (gint64 seconds, gint64 now);

G_END_DECLS
