/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a milestone of a sentence: "Sit the CCRN exam in June 2027 for 3 months #certification
 * @Critical care".
 */
#pragma once

#include "way-edit-group.h"
#include "way-quick-words.h"

G_BEGIN_DECLS

/* What a stretch of the text was understood as */
typedef enum
{
  WAY_QUICK_MEANS_DATES,
  WAY_QUICK_MEANS_LENGTH,
  WAY_QUICK_MEANS_CATEGORY,
  WAY_QUICK_MEANS_STATUS,
  WAY_QUICK_MEANS_GOAL,
  WAY_QUICK_MEANS_PERSON,
} WayQuickMeaning;

/**
 * WayQuickSpan:
 * @start: its first byte
 * @end: the byte after its last
 */
typedef struct
{
  gsize start;
  gsize end;
  WayQuickMeaning meaning;
} WayQuickSpan;

/**
 * WayQuickAdd:
 * @title: what is not in @spans, as one line; may be empty
 * @start: WAY_DATE_NONE for none
 * @end: WAY_DATE_NONE for none
 * @category: the default one when none was named
 * @status: likewise
 * @goal: the null id when none was named
 * @people: (element-type WayId): who was named
 * @spans: (element-type WayQuickSpan): what was understood, in the order of the text
 * @doubt: (nullable): translated, what looks as if it meant something and stays in the title, and
 *   why
 */
typedef struct
{
  char *title;
  WayDate start;
  WayDate end;
  WayCategory category;
  WayStatus status;
  WayId goal;
  GArray *people;
  GArray *spans;
  char *doubt;
} WayQuickAdd;

/**
 * way_quick_add_parse:
 * @words: what is understood
 * @text: valid UTF-8
 * @plan: whose goals and people can be named
 * @today: what "next month" counts from
 *
 * Understands as much of @text as there is no doubt about; the rest is the title. What stands in
 * quotation marks is never understood.
 *
 * Returns: (transfer full): what @text says
 */
WayQuickAdd *way_quick_add_parse (const WayQuickWords *words, const char *text, WayPlan *plan,
                                  WayDay today);
void way_quick_add_free (WayQuickAdd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayQuickAdd, way_quick_add_free)

/**
 * way_quick_add_check:
 * @error: WAY_EDIT_ERROR_VALUE: what is missing, or the dates run backwards
 *
 * Returns: whether it can be added
 */
gboolean way_quick_add_check (const WayQuickAdd *self, GError **error);

/**
 * way_quick_add_run:
 * @goal: (nullable): whose milestone it becomes when the text names no goal
 * @added: (out) (optional): the milestone's id
 *
 * Adds the milestone.
 */
gboolean way_quick_add_run (WayEditGroup *group, const WayQuickAdd *self, const WayId *goal,
                            WayId *added, GError **error);

G_END_DECLS
