/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a goal has come, from the milestones in it and in the goals below it.
 */
#include "way-progress.h"

#include "way-milestone.h"

/* What milestones add up to. Those without an effort are counted apart, as their weight is only
 * known in the end. */
typedef struct
{
  gint64 effort;      /* hundredths of hours */
  gint64 effort_done; /* the same, times percent */
  guint n_with_effort;
  guint n_plain;
  guint64 plain_done; /* percent, added up */
} Sum;

struct _WayProgress
{
  WayPlan *plan;
  gulong handler;
  GHashTable *sums; /* WayId of a goal to the Sum of all in it */
};

static void
sum_add (Sum *self, const Sum *other)
{
  self->effort += other->effort;
  self->effort_done += other->effort_done;
  self->n_with_effort += other->n_with_effort;
  self->n_plain += other->n_plain;
  self->plain_done += other->plain_done;
}

static void
sum_add_milestone (Sum *self, const WayRecord *milestone)
{
  guint status = way_record_get_choice (milestone, WAY_MILESTONE_STATUS);
  int effort = way_record_get_decimal (milestone, WAY_MILESTONE_EFFORT);
  int done = way_milestone_get_percent (milestone);

  if (status == WAY_STATUS_DROPPED)
    return;

  if (effort > 0)
    {
      self->effort += effort;
      self->effort_done += (gint64)effort * done;
      self->n_with_effort++;
    }
  else
    {
      self->n_plain++;
      self->plain_done += done;
    }
}

static int
sum_get_percent (const Sum *self)
{
  double weight = self->n_with_effort > 0 ? (double)self->effort / self->n_with_effort : 1;
  double whole = self->effort + weight * self->n_plain;
  double done = self->effort_done + weight * self->plain_done;

  /* All done has to be 100 whatever the rounding of the weight, and nothing less may be. */
  if (self->effort_done == self->effort * WAY_MILESTONE_PERCENT_DONE
      && self->plain_done == (guint64)self->n_plain * WAY_MILESTONE_PERCENT_DONE)
    return WAY_MILESTONE_PERCENT_DONE;

  return MIN ((int)(done / whole + 1e-9), WAY_MILESTONE_PERCENT_DONE - 1);
}

/* A goal whose sum is being worked out, while those below it are */
typedef struct
{
  WayId id;
  Sum sum;
  GPtrArray *children;
  guint next;
} Frame;

static void
frame_clear (gpointer data)
{
  g_ptr_array_unref (((Frame *)data)->children);
}

static void
on_content (WayRecord *referrer, WayField field, gpointer user_data)
{
  Frame *frame = user_data;

  if (field == WAY_MILESTONE_GOAL)
    sum_add_milestone (&frame->sum, referrer);
  else if (field == WAY_GOAL_PARENT
           && way_record_get_choice (referrer, WAY_GOAL_STATUS) != WAY_GOAL_STATUS_DROPPED)
    g_ptr_array_add (frame->children, referrer);
}

static void
push_frame (WayProgress *self, GArray *frames, const WayId *id)
{
  Frame frame = { .id = *id, .children = g_ptr_array_new () };

  way_plan_foreach_referrer (self->plan, id, on_content, &frame);
  g_array_append_val (frames, frame);

  /* Known from now on, so that goals that are part of themselves come to an end. */
  g_hash_table_insert (self->sums, g_memdup2 (id, sizeof *id), g_new0 (Sum, 1));
}

/* Works out the sum of a goal, from the leaves up and without recursion: a file may nest goals as
 * deep as it likes. */
static const Sum *
work_out (WayProgress *self, const WayId *goal)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));

  g_array_set_clear_func (frames, frame_clear);
  push_frame (self, frames, goal);

  while (frames->len > 0)
    {
      Frame *frame = &g_array_index (frames, Frame, frames->len - 1);
      const WayId *id;
      Sum *known;

      if (frame->next == frame->children->len)
        {
          known = g_hash_table_lookup (self->sums, &frame->id);
          *known = frame->sum;
          g_array_set_size (frames, frames->len - 1);
          continue;
        }

      id = way_record_get_id (frame->children->pdata[frame->next]);
      known = g_hash_table_lookup (self->sums, id);
      if (known == NULL)
        {
          push_frame (self, frames, id);
          continue;
        }

      sum_add (&frame->sum, known);
      frame->next++;
    }

  return g_hash_table_lookup (self->sums, goal);
}

/* Forgets a goal and those above it. A goal whose sum is not known has none above it whose sum is.
 */
static void
forget (WayProgress *self, const WayId *goal)
{
  while (goal != NULL && g_hash_table_remove (self->sums, goal))
    {
      const WayRecord *record = way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, goal);

      goal = record == NULL ? NULL : way_record_get_ref (record, WAY_GOAL_PARENT);
    }
}

static void
forget_around (WayProgress *self, const WayRecord *record)
{
  if (record == NULL)
    return;

  if (way_record_get_kind (record) == WAY_KIND_MILESTONE)
    forget (self, way_record_get_ref (record, WAY_MILESTONE_GOAL));

  if (way_record_get_kind (record) == WAY_KIND_GOAL)
    {
      g_hash_table_remove (self->sums, way_record_get_id (record));
      forget (self, way_record_get_ref (record, WAY_GOAL_PARENT));
    }
}

static void
on_plan_changed (WayPlan *plan, WayChangeSet *set, gpointer user_data)
{
  WayProgress *self = user_data;
  guint count;
  const WayChange *changes = way_change_set_get_changes (set, &count);

  for (guint i = 0; i < count; i++)
    {
      forget_around (self, changes[i].before);
      forget_around (self, changes[i].after);
    }
}

WayProgress *
way_progress_new (WayPlan *plan)
{
  WayProgress *self = g_new0 (WayProgress, 1);

  self->plan = g_object_ref (plan);
  self->sums = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, g_free);
  self->handler = g_signal_connect (plan, "changed", G_CALLBACK (on_plan_changed), self);

  return self;
}

void
way_progress_free (WayProgress *self)
{
  g_signal_handler_disconnect (self->plan, self->handler);
  g_object_unref (self->plan);
  g_hash_table_unref (self->sums);
  g_free (self);
}

int
way_progress_get (WayProgress *self, const WayId *goal)
{
  const WayRecord *record = way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, goal);
  const Sum *sum;

  if (record == NULL)
    return WAY_PROGRESS_NONE;

  if (way_record_get_choice (record, WAY_GOAL_STATUS) == WAY_GOAL_STATUS_ACHIEVED)
    return WAY_MILESTONE_PERCENT_DONE;

  sum = g_hash_table_lookup (self->sums, goal);
  if (sum == NULL)
    sum = work_out (self, goal);

  return sum->n_with_effort + sum->n_plain == 0 ? WAY_PROGRESS_NONE : sum_get_percent (sum);
}
