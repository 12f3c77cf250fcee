/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that quick add understands, in the languages of the desktop and of its formats, and in
 * English.
 */
#pragma once

#include "way-quick-tokens.h"

G_BEGIN_DECLS

/* What a word does in a sentence such as "from March to May 2027" */
typedef enum
{
  WAY_QUICK_IN,
  WAY_QUICK_FROM,
  WAY_QUICK_TO,
  WAY_QUICK_BY,
  WAY_QUICK_START_OF,
  WAY_QUICK_MIDDLE_OF,
  WAY_QUICK_END_OF,
  WAY_QUICK_EARLY,
  WAY_QUICK_LATE,
  WAY_QUICK_FOR,
  WAY_QUICK_OF,
  WAY_QUICK_ABOUT,
  WAY_QUICK_PERHAPS,
  WAY_QUICK_THIS,
  WAY_QUICK_NEXT,
  WAY_QUICK_YESTERDAY,
  WAY_QUICK_TODAY,
  WAY_QUICK_TOMORROW,
  WAY_QUICK_DAYS,
  WAY_QUICK_WEEKS,
  WAY_QUICK_MONTHS,
  WAY_QUICK_QUARTERS,
  WAY_QUICK_YEARS,
  WAY_QUICK_SPRING,
  WAY_QUICK_SUMMER,
  WAY_QUICK_AUTUMN,
  WAY_QUICK_WINTER,
  WAY_QUICK_NUMBERS, /* see way_quick_words_match_number() */
  WAY_QUICK_WITH,
  WAY_QUICK_AND,
  WAY_N_QUICK_ROLES,
} WayQuickRole;

typedef struct _WayQuickWords WayQuickWords;

/**
 * way_quick_words_new:
 *
 * Returns: (transfer full): the words of the locale that is set now
 */
WayQuickWords *way_quick_words_new (void);
void way_quick_words_free (WayQuickWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayQuickWords, way_quick_words_free)

/**
 * way_quick_words_match:
 * @tokens: what to look at, ending in WAY_QUICK_END
 *
 * Returns: how many tokens the longest phrase of @role takes at the beginning of @tokens, 0 when
 *   there is none
 */
guint way_quick_words_match (const WayQuickWords *self, WayQuickRole role,
                             const WayQuickToken *tokens);

/**
 * way_quick_words_match_number:
 *
 * Returns: 1 to 12 for "one" or "a" to "twelve", 0 when @token is no such word
 */
int way_quick_words_match_number (const WayQuickWords *self, const WayQuickToken *token);

/**
 * way_quick_words_match_month:
 *
 * Returns: 1 to 12 for a month's name or the beginning of one, 0 when @token is none
 */
int way_quick_words_match_month (const WayQuickWords *self, const WayQuickToken *token);

/**
 * way_quick_words_is_month_first:
 *
 * Returns: whether 6/7/2027 is the seventh of June in the locale that the words are of
 */
gboolean way_quick_words_is_month_first (const WayQuickWords *self);

G_END_DECLS
