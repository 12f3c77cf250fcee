/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fractional ranks: between any two there is always room for another, so that a move changes one
 * record.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_rank_between:
 * @before: (nullable): the rank above, %NULL at the beginning
 * @after: (nullable): the rank below, %NULL at the end; greater than @before
 *
 * Ranks are compared byte by byte. The digits are 0-9, A-Z, a-z; no rank ends in 0.
 *
 * Returns: (transfer full): a rank strictly between the two; one after @before when that cannot be,
 * because they are equal, out of order, made of other bytes, or leave no room as "a" and "a0" do
 */
char *way_rank_between (const char *before, const char *after);

G_END_DECLS
