/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days that concern all lanes: leave, in which nothing else is worked on, and reviews.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayLeave:
 * @start: its first day
 * @end: the day after its last
 *
 * A milestone of the category leave, as far as it is certain how long it lasts.
 */
typedef struct
{
  WayDay start;
  WayDay end;
} WayLeave;

/**
 * WayReviewMark:
 * @day: when it was held or is due; the first one that it may be on
 * @review: the record
 */
typedef struct
{
  WayDay day;
  WayRecord *review;
} WayReviewMark;

/**
 * WayMarks:
 *
 * Found in the plan when first asked for, and again after way_marks_update() has seen a change that
 * matters.
 */
typedef struct _WayMarks WayMarks;

WayMarks *way_marks_new (WayPlan *plan);
void way_marks_free (WayMarks *self);

/**
 * way_marks_concern:
 *
 * Returns: whether @change may move any mark
 */
gboolean way_marks_concern (const WayChange *change);

/**
 * way_marks_update:
 * @changes: what was done to the plan
 */
void way_marks_update (WayMarks *self, WayChangeSet *changes);

/**
 * way_marks_get_leaves:
 *
 * Returns: (transfer none) (element-type WayLeave): by their starts; those that touch are one
 */
GArray *way_marks_get_leaves (WayMarks *self);

/**
 * way_marks_get_reviews:
 *
 * Returns: (transfer none) (element-type WayReviewMark): by their days
 */
GArray *way_marks_get_reviews (WayMarks *self);

G_END_DECLS
