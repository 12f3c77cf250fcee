/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a window: goals of a thousand milestones each, all through the same years, several at a time,
 * and every third waits for one that ends before it. For paper: goals of rows of three bars, so
 * many that two fill a page.
 */
#include "way-bench-plan.h"

#include "way-bench-random.h"
#include "way-plan-words.h"
#include "way-record-builder.h"
#include "way-schema.h"

#define FIRST_DAY 18262 /* 2020-01-01 */
#define MILESTONES_PER_GOAL 1000
#define STEP_DAYS 8
#define BAR_DAYS 24
#define LINK_EVERY 3
#define LINK_STEP 7 /* that the one before has ended */
#define GOALS_PER_PAGE 2
#define ROWS_PER_GOAL 10
#define BARS_PER_ROW 3
#define LONG_BAR_DAYS 300
#define SEED 1

typedef struct
{
  WayPlan *plan;
  WayRecordBuilder *builder;
  WayBenchRandom random;
} Maker;

static WayId
start (Maker *self, WayKind kind)
{
  guint64 halves[2]
      = { way_bench_random_next (&self->random), way_bench_random_next (&self->random) };
  WayId id;

  memcpy (id.bytes, halves, sizeof id.bytes);
  id.bytes[6] = (id.bytes[6] & 0x0f) | 0x40;
  id.bytes[8] = (id.bytes[8] & 0x3f) | 0x80;
  way_record_builder_start (self->builder, kind, &id);
  return id;
}

static void
end (Maker *self)
{
  g_assert_true (way_plan_add_loaded (self->plan, way_record_builder_end (self->builder)));
}

static void
set_rank (Maker *self, WayField field, guint place)
{
  g_autofree char *rank = g_strdup_printf ("%06u1", place);

  way_record_builder_set_text (self->builder, field, rank, -1);
}

static void
set_title (Maker *self, WayField field, void (*words) (WayBenchRandom *, GString *))
{
  g_autoptr (GString) title = g_string_new (NULL);

  words (&self->random, title);
  way_record_builder_set_text (self->builder, field, title->str, -1);
}

static void
set_day (Maker *self, WayField field, WayDay day)
{
  way_record_builder_set_date (self->builder, field,
                               way_date_new (WAY_PRECISION_DAY, day, WAY_DATE_EXACT));
}

static WayId
add_goal (Maker *self, guint place)
{
  WayId id = start (self, WAY_KIND_GOAL);

  set_rank (self, WAY_GOAL_RANK, place);
  set_title (self, WAY_GOAL_TITLE, way_plan_words_goal_title);
  end (self);
  return id;
}

static WayId
start_milestone (Maker *self, const WayId *goal, guint place)
{
  WayId id = start (self, WAY_KIND_MILESTONE);

  way_record_builder_set_ref (self->builder, WAY_MILESTONE_GOAL, goal);
  set_rank (self, WAY_MILESTONE_RANK, place);
  way_record_builder_set_choice (self->builder, WAY_MILESTONE_CATEGORY,
                                 way_bench_random_below (&self->random, 8));
  return id;
}

/* Three in four are bars */
static WayId
add_milestone (Maker *self, const WayId *goal, guint place)
{
  WayDay first
      = FIRST_DAY + (WayDay)(place * STEP_DAYS + way_bench_random_below (&self->random, STEP_DAYS));
  WayId id = start_milestone (self, goal, place);

  set_title (self, WAY_MILESTONE_TITLE, way_plan_words_milestone_title);
  set_day (self, WAY_MILESTONE_START, first);
  if (place % 4 > 0)
    set_day (self, WAY_MILESTONE_END,
             first + BAR_DAYS + (WayDay)way_bench_random_below (&self->random, BAR_DAYS));
  end (self);
  return id;
}

static void
add_dependency (Maker *self, const WayId *from, const WayId *to)
{
  start (self, WAY_KIND_DEPENDENCY);
  way_record_builder_set_ref (self->builder, WAY_DEPENDENCY_FROM, from);
  way_record_builder_set_ref (self->builder, WAY_DEPENDENCY_TO, to);
  end (self);
}

WayPlan *
way_bench_plan_new (guint n_milestones)
{
  Maker self = { way_plan_new (NULL), way_record_builder_new (), way_bench_random_for (SEED, 0) };

  for (guint i = 0; i < n_milestones / MILESTONES_PER_GOAL; i++)
    {
      WayId goal = add_goal (&self, i);
      WayId ids[MILESTONES_PER_GOAL];

      for (guint j = 0; j < MILESTONES_PER_GOAL; j++)
        {
          ids[j] = add_milestone (&self, &goal, j);
          if (j >= LINK_STEP && j % LINK_EVERY == 0)
            add_dependency (&self, &ids[j - LINK_STEP], &ids[j]);
        }
    }
  way_record_builder_free (self.builder);
  return self.plan;
}

/* Short enough for its bar, and no other bar's */
static void
add_bar (Maker *self, const WayId *goal, guint place)
{
  g_autoptr (GString) title = g_string_new (NULL);
  WayDay first
      = FIRST_DAY
        + (WayDay)(place % BARS_PER_ROW * 366 + way_bench_random_below (&self->random, 40));

  start_milestone (self, goal, place);
  way_plan_words_person (&self->random, title);
  g_string_append_printf (title, ", visit %u", way_bench_random_below (&self->random, 1000000));
  way_record_builder_set_text (self->builder, WAY_MILESTONE_TITLE, title->str, -1);
  set_day (self, WAY_MILESTONE_START, first);
  set_day (self, WAY_MILESTONE_END, first + LONG_BAR_DAYS);
  end (self);
}

WayPlan *
way_bench_plan_new_for_pages (guint n_pages)
{
  Maker self = { way_plan_new (NULL), way_record_builder_new (), way_bench_random_for (SEED, 1) };

  for (guint i = 0; i < n_pages * GOALS_PER_PAGE; i++)
    {
      WayId goal = add_goal (&self, i);

      for (guint j = 0; j < ROWS_PER_GOAL * BARS_PER_ROW; j++)
        add_bar (&self, &goal, j);
    }
  way_record_builder_free (self.builder);
  return self.plan;
}
