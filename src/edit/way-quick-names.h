/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what the words after # and @ name: a category, a status, a goal, a person.
 */
#pragma once

#include "way-plan.h"
#include "way-quick-tokens.h"

G_BEGIN_DECLS

/**
 * WayQuickMatch:
 * @n_tokens: how many tokens name it, 0 for none
 * @n_records: how many records they might name; 1 when it is clear
 * @record: (nullable): the one, when it is clear
 */
typedef struct
{
  guint n_tokens;
  guint n_records;
  const WayRecord *record;
} WayQuickMatch;

/**
 * way_quick_match_record:
 * @kind: goals or people
 * @tokens: (array length=n_tokens): at most so many words
 * @may_begin: whether the last word may be the beginning of one
 *
 * Takes as many words as belong to what a record is called: all of it, its beginning, or a part of
 * it, in this order.
 */
WayQuickMatch way_quick_match_record (WayPlan *plan, WayKind kind, const WayQuickToken *tokens,
                                      guint n_tokens, gboolean may_begin);

/**
 * way_quick_list_records:
 * @typed: words, the last of which may be the beginning of one
 *
 * Returns: (transfer container) (element-type WayRecord): at most @limit records with these words
 *   in what they are called
 */
GPtrArray *way_quick_list_records (WayPlan *plan, WayKind kind, const char *typed, guint limit);

/**
 * way_quick_match_choice:
 * @field: of type CHOICE
 * @folded: a word, or its beginning
 * @choice: (out): untouched unless 1 is returned
 *
 * Looks in the language of the desktop, in English and among the words of the file; what none of
 * them begins with may still be another word for a category.
 *
 * Returns: how many choices @folded may mean; 1 for a whole word
 */
guint way_quick_match_choice (WayField field, const char *folded, guint *choice,
                              gboolean *is_whole);

G_END_DECLS
