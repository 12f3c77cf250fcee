/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Found by one pass over the plan: there are few of them, and they seldom change.
 */
#include "way-marks.h"

struct _WayMarks
{
  WayPlan *plan;   /* not owned */
  GArray *leaves;  /* of WayLeave */
  GArray *reviews; /* of WayReviewMark */
  gboolean is_stale;
};

static void
review_mark_clear (gpointer data)
{
  way_record_unref (((WayReviewMark *)data)->review);
}

WayMarks *
way_marks_new (WayPlan *plan)
{
  WayMarks *self = g_new0 (WayMarks, 1);

  self->plan = plan;
  self->leaves = g_array_new (FALSE, FALSE, sizeof (WayLeave));
  self->reviews = g_array_new (FALSE, FALSE, sizeof (WayReviewMark));
  g_array_set_clear_func (self->reviews, review_mark_clear);
  self->is_stale = TRUE;

  return self;
}

void
way_marks_free (WayMarks *self)
{
  g_array_unref (self->leaves);
  g_array_unref (self->reviews);
  g_free (self);
}

static gboolean
is_leave (const WayRecord *milestone)
{
  return way_record_get_choice (milestone, WAY_MILESTONE_CATEGORY) == WAY_CATEGORY_LEAVE;
}

static gboolean
concerns (const WayRecord *record)
{
  if (record == NULL)
    return FALSE;

  return way_record_get_kind (record) == WAY_KIND_REVIEW
         || (way_record_get_kind (record) == WAY_KIND_MILESTONE && is_leave (record));
}

gboolean
way_marks_concern (const WayChange *change)
{
  return concerns (change->before) || concerns (change->after);
}

void
way_marks_update (WayMarks *self, WayChangeSet *changes)
{
  guint n_changes;
  const WayChange *all = way_change_set_get_changes (changes, &n_changes);

  for (guint i = 0; i < n_changes && !self->is_stale; i++)
    self->is_stale = way_marks_concern (&all[i]);
}

static int
compare_leaves (gconstpointer a, gconstpointer b)
{
  const WayLeave *left = a, *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const WayReviewMark *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return way_record_compare (left->review, right->review);
}

/* What was given up, and what has one end only, takes no days out of anybody's calendar */
static void
find_leaves (WayMarks *self)
{
  guint n_milestones;
  WayRecord *const *milestones
      = way_plan_get_records (self->plan, WAY_KIND_MILESTONE, &n_milestones);

  for (guint i = 0; i < n_milestones; i++)
    {
      WayDate start, end;
      WayLeave leave;

      if (!is_leave (milestones[i])
          || way_record_get_choice (milestones[i], WAY_MILESTONE_STATUS) == WAY_STATUS_DROPPED)
        continue;

      start = way_record_get_date (milestones[i], WAY_MILESTONE_START);
      end = way_record_get_date (milestones[i], WAY_MILESTONE_END);
      if (start == WAY_DATE_NONE || end == WAY_DATE_NONE)
        continue;

      leave = (WayLeave){ way_date_get_earliest (start), way_date_get_latest (end) + 1 };
      g_array_append_val (self->leaves, leave);
    }
}

static void
join_leaves (GArray *leaves)
{
  guint kept = 0;

  for (guint i = 1; i < leaves->len; i++)
    {
      WayLeave *last = &g_array_index (leaves, WayLeave, kept);
      const WayLeave *next = &g_array_index (leaves, WayLeave, i);

      if (next->start <= last->end)
        last->end = MAX (last->end, next->end);
      else
        g_array_index (leaves, WayLeave, ++kept) = *next;
    }
  g_array_set_size (leaves, MIN (leaves->len, kept + 1));
}

static void
find_reviews (WayMarks *self)
{
  guint n_reviews;
  WayRecord *const *reviews = way_plan_get_records (self->plan, WAY_KIND_REVIEW, &n_reviews);

  for (guint i = 0; i < n_reviews; i++)
    {
      WayDate date = way_record_get_date (reviews[i], WAY_REVIEW_DATE);
      WayReviewMark mark;

      if (date == WAY_DATE_NONE)
        continue;

      mark = (WayReviewMark){ way_date_get_earliest (date), way_record_ref (reviews[i]) };
      g_array_append_val (self->reviews, mark);
    }
}

static void
find_marks (WayMarks *self)
{
  if (!self->is_stale)
    return;

  g_array_set_size (self->leaves, 0);
  g_array_set_size (self->reviews, 0);
  find_leaves (self);
  g_array_sort (self->leaves, compare_leaves);
  join_leaves (self->leaves);
  find_reviews (self);
  g_array_sort (self->reviews, compare_reviews);
  self->is_stale = FALSE;
}

GArray *
way_marks_get_leaves (WayMarks *self)
{
  find_marks (self);

  return self->leaves;
}

GArray *
way_marks_get_reviews (WayMarks *self)
{
  find_marks (self);

  return self->reviews;
}
