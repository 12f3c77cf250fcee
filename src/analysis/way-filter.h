/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records of a plan answer to what a person looks for, quickly enough to ask at each letter
 * that is typed.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayCriteria:
 * @text: (nullable): words, all of which have to occur, in whatever order, case and accents; parts
 *   of words do
 * @categories: set of `1 << WayCategory`; 0 is any
 * @statuses: set of `1 << WayStatus`; 0 is any
 * @person: who takes part; the null id is anyone
 * @from: its earliest day and later; WAY_DATE_NONE is no limit
 * @to: its latest day and earlier; WAY_DATE_NONE is no limit
 *
 * What is looked for. All that is given has to hold; nothing given is answered by everything.
 *
 * The words are looked for in titles and names, places, and notes, the private ones among them:
 * whoever searches is the owner of the file, and nothing of it leaves the screen. A record is
 * within @from and @to when any day that it may cover is.
 */
typedef struct
{
  const char *text;
  guint categories;
  guint statuses;
  WayId person;
  WayDate from;
  WayDate to;
} WayCriteria;

/**
 * way_criteria_is_empty:
 *
 * Returns: whether nothing is looked for
 */
gboolean way_criteria_is_empty (const WayCriteria *self);

/**
 * WayFilter:
 *
 * The milestones, goals and credentials of a plan that answer to criteria. Goals and credentials
 * have neither category, status nor people as milestones have them, so they answer to text and
 * dates only.
 *
 * The text of all records is folded once and kept in one block, at about the size that it has in
 * the plan; edits replace what they touch. Another letter is looked for only where those before it
 * were found, and taking one back finds the answer that was there before.
 */
typedef struct _WayFilter WayFilter;

/**
 * way_filter_new:
 * @plan: listened to as long as the filter lives
 *
 * Costs nothing before way_filter_prepare() or the first criteria.
 *
 * Returns: (transfer full): a filter that lets everything through
 */
WayFilter *way_filter_new (WayPlan *plan);
void way_filter_free (WayFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFilter, way_filter_free)

/**
 * way_filter_prepare:
 *
 * Folds the plan's text now rather than at the first criteria.
 */
void way_filter_prepare (WayFilter *self);

/**
 * way_filter_set_criteria:
 * @criteria: copied
 *
 * Returns: whether other criteria than before
 */
gboolean way_filter_set_criteria (WayFilter *self, const WayCriteria *criteria);

/**
 * way_filter_is_active:
 *
 * Returns: whether anything is looked for
 */
gboolean way_filter_is_active (WayFilter *self);

/**
 * way_filter_matches:
 * @record: of the plan as it is now
 *
 * Returns: whether @record answers; TRUE of everything while nothing is looked for, and of kinds
 * that are not looked at
 */
gboolean way_filter_matches (WayFilter *self, const WayRecord *record);

/**
 * way_filter_get_n_matches:
 * @kind: goals, milestones or credentials
 *
 * Returns: how many of them answer
 */
guint way_filter_get_n_matches (WayFilter *self, WayKind kind);

G_END_DECLS
