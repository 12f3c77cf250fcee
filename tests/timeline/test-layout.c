/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-layout.h"
#include "sample-plan.h"
#include "way-deep-plan.h"

#include <locale.h>

static void
test_lanes_follow_goals (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  const WayLaneKind kinds[]
      = { WAY_LANE_GOAL, WAY_LANE_GOAL, WAY_LANE_GOAL, WAY_LANE_LOOSE, WAY_LANE_CREDENTIALS };
  const guint depths[] = { 0, 0, 1, 0, 0 };
  double y = 0;

  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, G_N_ELEMENTS (kinds));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      g_assert_cmpint (lane->kind, ==, kinds[i]);
      g_assert_cmpuint (lane->depth, ==, depths[i]);
      g_assert_cmpfloat (lane->y, ==, y);
      g_assert_cmpint (way_layout_find_lane (layout, y), ==, i);
      g_assert_cmpint (way_layout_find_lane (layout, y + lane->height - 1), ==, i);
      y += lane->height;
    }

  g_assert_cmpfloat (way_layout_get_height (layout), ==, y);
  g_assert_cmpint (way_layout_find_lane (layout, -1), ==, -1);
  g_assert_cmpint (way_layout_find_lane (layout, y), ==, G_N_ELEMENTS (kinds));
  g_assert_true (way_layout_get_lane (layout, 1)->has_children);
  g_assert_false (way_layout_get_lane (layout, 0)->has_children);
}

static guint
count_undated (WayLayout *layout)
{
  guint count = 0;

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    count += way_layout_get_lane (layout, i)->n_undated;

  return count;
}

static void
test_shape_follows_dates (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  const WayItem *bar = sample_layout_find (layout, "m1");

  g_assert_cmpint (bar->shape, ==, WAY_SHAPE_BAR);
  g_assert_cmpint (bar->start, ==, way_day_from_ymd (2026, 7, 1));
  g_assert_cmpint (bar->end, ==, way_day_from_ymd (2027, 5, 1));
  g_assert_cmpint (bar->end_fade, ==, 0);
  g_assert_cmpint (sample_layout_find (layout, "m2")->shape, ==, WAY_SHAPE_POINT);
  g_assert_cmpint (sample_layout_find (layout, "m10")->shape, ==, WAY_SHAPE_DEADLINE);
  g_assert_cmpint (sample_layout_find (layout, "m7")->end_fade, >, 0);
  g_assert_cmpint (sample_layout_find (layout, "m7")->start_fade, ==, 0);
  g_assert_cmpint (sample_layout_find (layout, "RN licence")->shape, ==, WAY_SHAPE_CREDENTIAL);
  g_assert_cmpint (sample_layout_find (layout, "ACLS")->shape, ==, WAY_SHAPE_EXPIRY);
  g_assert_null (sample_layout_find (layout, "m13")); /* has no date */
  g_assert_cmpuint (count_undated (layout), ==, 1);
  g_assert_null (sample_layout_find (layout, "icu")); /* is no item */
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  GArray *rects; /* shapes and labels outside them */
  guint n_items;
} Collected;

static gboolean
on_item_collect (const WayItem *item, gpointer user_data)
{
  Collected *collected = user_data;
  WayRect shape = way_layout_get_item_rect (collected->layout, item, collected->scale);
  WayRect label = way_layout_get_label_rect (collected->layout, item, collected->scale);

  collected->n_items++;
  g_array_append_val (collected->rects, shape);

  if (item->label_place == WAY_LABEL_INSIDE)
    {
      g_assert_cmpfloat (label.x, >, shape.x);
      g_assert_cmpfloat (label.x + label.width, <=, shape.x + shape.width);
    }
  else if (label.width > 0)
    {
      g_array_append_val (collected->rects, label);
    }

  return TRUE;
}

static void
assert_nothing_overlaps (WayLayout *layout, WayScale scale)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (WayRect));
  Collected collected = { layout, scale, rects, 0 };
  WayRect all = { -1e7, 0, 2e7, way_layout_get_height (layout) };

  way_layout_foreach_visible (layout, scale, &all, on_item_collect, &collected);
  g_assert_cmpuint (collected.n_items, >, 0);

  for (guint i = 0; i < rects->len; i++)
    for (guint j = i + 1; j < rects->len; j++)
      {
        const WayRect *a = &g_array_index (rects, WayRect, i);
        const WayRect *b = &g_array_index (rects, WayRect, j);

        if (way_rect_intersects (a, b))
          g_error ("at %g px a day: %g,%g %gx%g overlaps %g,%g %gx%g", scale.day_width, a->x, a->y,
                   a->width, a->height, b->x, b->y, b->width, b->height);
      }
}

static void
test_nothing_overlaps (void)
{
  for (int run = 0; run < 12; run++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (WayPlan) plan = sample_plan_new_random (seed, run % 4 * 3, 120, 0);
      g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);

      g_test_message ("seed %u", seed);

      for (double width = WAY_SCALE_MIN_DAY_WIDTH; width <= WAY_SCALE_MAX_DAY_WIDTH; width *= 1.9)
        {
          way_layout_set_day_width (layout, width);
          assert_nothing_overlaps (layout, (WayScale){ 19723.4, width });
        }
    }
}

/* With shapes of their own, and the label caches of a real font */
static void
test_nothing_overlaps_with_fonts (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 4, 120, 0);
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);

  for (double width = 0.1; width <= 10; width *= 1.9)
    {
      way_layout_set_day_width (layout, width);
      assert_nothing_overlaps (layout, (WayScale){ 19723, width });
    }
}

static void
test_lanes_of_many_items_do_not_overlap_in_rows (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 1, 800, 0);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 8);

  assert_nothing_overlaps (layout, (WayScale){ 19723, 8 });
}

static void
test_folding_hides_children (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayId id = sample_id ("msn");
  const WayLane *lane;

  way_layout_set_folded (layout, &id, TRUE);
  g_assert_true (way_layout_get_folded (layout, &id));
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 4);

  lane = way_layout_get_lane (layout, 1);
  g_assert_true (lane->folded);
  g_assert_cmpuint (lane->n_rows, ==, 1);
  g_assert_cmpuint (lane->n_items, ==, 7);
  g_assert_cmpuint (sample_layout_find (layout, "m9")->lane, ==, 1);

  way_layout_set_folded (layout, &id, FALSE);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 5);
}

static void
test_roots_show_their_goals (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  const WayId ids[] = { sample_id ("msn"), sample_id ("icu") };
  guint n_all = way_layout_get_n_lanes (layout);

  way_layout_set_roots (layout, ids, 1);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 2);
  g_assert_nonnull (sample_layout_find (layout, "m9"));
  g_assert_null (sample_layout_find (layout, "m1"));
  g_assert_null (sample_layout_find (layout, "m12"));
  g_assert_null (sample_layout_find (layout, "RN licence"));

  way_layout_set_roots (layout, ids, 2);
  g_assert_nonnull (sample_layout_find (layout, "m9"));
  g_assert_nonnull (sample_layout_find (layout, "m1"));
  g_assert_null (sample_layout_find (layout, "m12"));
  g_assert_null (sample_layout_find (layout, "RN licence"));

  way_layout_set_roots (layout, NULL, 0);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, n_all);
  g_assert_nonnull (sample_layout_find (layout, "RN licence"));
}

/* One that is part of another that was chosen has one lane, below that */
static void
test_roots_within_one_another (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayId ids[2];
  WayRecord *part = NULL;
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals && part == NULL; i++)
    if (way_record_get_ref (goals[i], WAY_GOAL_PARENT) != NULL)
      part = goals[i];
  g_assert_nonnull (part);
  ids[0] = *way_record_get_id (part);
  ids[1] = *way_record_get_ref (part, WAY_GOAL_PARENT);

  way_layout_set_roots (layout, ids, 1);
  g_assert_cmpuint (way_layout_get_lane (layout, 0)->depth, ==, 0);
  g_assert_true (way_layout_get_lane (layout, 0)->goal == part);

  way_layout_set_roots (layout, ids, 2);
  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 2);
  g_assert_true (way_layout_get_lane (layout, 1)->goal == part);
  g_assert_cmpuint (way_layout_get_lane (layout, 1)->depth, ==, 1);
}

static void
test_empty_plan_has_room_to_start (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayDay first, last;
  WayScale scale = way_layout_fit (layout, 800, 20779);

  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, 1);
  g_assert_false (way_layout_get_span (layout, &first, &last));
  g_assert_cmpfloat (way_scale_x (scale, 20779), >, 0);
  g_assert_cmpfloat (way_scale_x (scale, 20779), <, 800);
}

static void
test_fit_shows_every_shape (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  WayScale scale = way_layout_fit (layout, 700, 20779);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (WayRect));
  Collected collected = { layout, scale, rects, 0 };
  WayRect all = { -1e6, 0, 2e6, way_layout_get_height (layout) };

  way_layout_foreach_visible (layout, scale, &all, on_item_collect, &collected);

  for (guint i = 0; i < rects->len; i++)
    {
      const WayRect *rect = &g_array_index (rects, WayRect, i);

      g_assert_cmpfloat (rect->x, >=, 0);
      g_assert_cmpfloat (rect->x + rect->width, <=, 700 + 60);
    }
}

/* Culling finds exactly what a look at everything would find */
static gboolean
on_item_count (const WayItem *item, gpointer user_data)
{
  g_hash_table_add (user_data, item->record);

  return TRUE;
}

static void
assert_culls_well (WayLayout *layout, WayScale scale, const WayRect *area)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  way_layout_foreach_visible (layout, scale, area, on_item_count, found);

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);

      for (guint j = 0; lane->kind == WAY_LANE_GOAL && j < lane->n_items; j++)
        {
          const WayItem *item = &lane->items[j];
          WayRect shape = way_layout_get_item_rect (layout, item, scale);
          WayRect label = way_layout_get_label_rect (layout, item, scale);
          gboolean touches = way_rect_intersects (&shape, area)
                             || (label.width > 0 && way_rect_intersects (&label, area));

          if (touches)
            g_assert_true (g_hash_table_contains (found, item->record));
        }
    }
}

static void
test_culling_misses_nothing (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 5, 300, 0);
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 0.7);
  WayScale scale = { 19723, 0.7 };

  for (int i = 0; i < 200; i++)
    {
      WayRect area = { g_test_rand_int_range (-200, 2700),
                       g_test_rand_int_range (0, (int)way_layout_get_height (layout)),
                       g_test_rand_int_range (1, 700), g_test_rand_int_range (1, 500) };

      assert_culls_well (layout, scale, &area);
    }
}

static void
test_neighbours (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  const WayItem *first = sample_layout_find (layout, "m1");
  const WayItem *second = sample_layout_find (layout, "m2");

  g_assert_null (way_layout_get_neighbour (layout, first, WAY_DIRECTION_EARLIER));
  g_assert_true (way_layout_get_neighbour (layout, first, WAY_DIRECTION_LATER) == second);
  g_assert_true (way_layout_get_neighbour (layout, second, WAY_DIRECTION_EARLIER) == first);
  g_assert_null (way_layout_get_neighbour (layout, first, WAY_DIRECTION_UP));
}

/* Down and down again leads to the last lane, and never goes back up */
static void
test_walking_down_reaches_the_end (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  const WayItem *item = sample_layout_find (layout, "m1");
  const WayItem *next;
  guint n_steps = 0;

  while ((next = way_layout_get_neighbour (layout, item, WAY_DIRECTION_DOWN)) != NULL)
    {
      g_assert_true (next->lane > item->lane
                     || (next->lane == item->lane && next->row > item->row));
      g_assert_cmpuint (++n_steps, <, 100);
      item = next;
    }

  g_assert_cmpuint (item->lane, ==, way_layout_get_n_lanes (layout) - 1);
}

static int
count_progress_calls (WayPlan *plan, const WayId *goal, gpointer user_data)
{
  (*(guint *)user_data)++;

  return 42;
}

static void
test_progress_is_asked_for_when_seen (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  guint n_calls = 0;

  g_assert_cmpint (way_layout_get_progress (layout, 0), ==, -1);
  way_layout_set_progress_func (layout, count_progress_calls, &n_calls);
  g_assert_cmpuint (n_calls, ==, 0);
  g_assert_cmpint (way_layout_get_progress (layout, 0), ==, 42);
  g_assert_cmpint (way_layout_get_progress (layout, 0), ==, 42);
  g_assert_cmpuint (n_calls, ==, 1);
}

static gboolean
match_nothing (const WayRecord *record, gpointer user_data)
{
  return FALSE;
}

/* A lane that no one sees while the plan changes is shown as it is then */
static void
test_progress_of_a_hidden_lane (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
  guint n_calls = 0;

  way_layout_set_progress_func (layout, count_progress_calls, &n_calls);
  way_layout_get_progress (layout, 0);
  way_layout_set_filter (layout, match_nothing, NULL, TRUE);
  g_assert_null (way_layout_get_lane (layout, 0)->goal);
  way_layout_set_progress_func (layout, count_progress_calls, &n_calls);
  way_layout_set_filter (layout, NULL, NULL, FALSE);
  way_layout_get_progress (layout, 0);
  g_assert_cmpuint (n_calls, ==, 2);
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  double width;
  guint n_after;
} Fit;

static gboolean
on_item_fit (const WayItem *item, gpointer user_data)
{
  Fit *fit = user_data;
  WayRect shape = way_layout_get_item_rect (fit->layout, item, fit->scale);
  WayRect label = way_layout_get_label_rect (fit->layout, item, fit->scale);

  if (item->label_place != WAY_LABEL_AFTER || label.width <= 0)
    return TRUE;

  /* There is not always room at the other side */
  if (shape.x < label.width + 80)
    return TRUE;

  fit->n_after++;
  g_assert_cmpfloat (label.x + label.width, <=, fit->width);

  return TRUE;
}

/* When all of a plan is shown, no label is cut at its end */
static void
test_labels_fit_with_the_plan (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  WayRect all = { -1e6, 0, 2e6, 1e6 };
  Fit fit = { 0 };

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (g_test_rand_int (), 3, 40, 0);
      g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);

      fit.layout = layout;
      fit.width = 500 + 15 * i;
      fit.scale = way_layout_fit (layout, fit.width, way_day_from_ymd (2026, 11, 22));
      way_layout_foreach_visible (layout, fit.scale, &all, on_item_fit, &fit);
    }
  g_assert_cmpuint (fit.n_after, >, 0);
}

/* A plan with as many items as there are texts, each from a day to the next day there is */
static WayPlan *
plan_new_with (const char *const *titles, const char *const *starts, const char *const *ends)
{
  WayPlan *plan = way_plan_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    g_assert_true (
        way_plan_add_loaded (plan, sample_milestone_new (titles[i], NULL, titles[i], starts[i],
                                                         ends[i], "step", "planned", 0)));
  return plan;
}

/* One milestone alone, and what is a long life apart */
static void
test_a_fit_shows_a_quarter_at_least_and_all_of_a_life (void)
{
  const char *const titles[] = { "born", "retire", NULL };
  const char *const starts[] = { "1950-05-02", "2080-01-01" };
  const char *const ends[] = { NULL, "2080-12-31" };
  WayDay today = way_day_from_ymd (2026, 11, 22);

  for (guint n_items = 1; n_items <= 2; n_items++)
    {
      const char *some[] = { titles[0], n_items > 1 ? titles[1] : NULL, NULL };
      g_autoptr (WayPlan) plan = plan_new_with (some, starts, ends);
      g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
      WayScale scale = way_layout_fit (layout, 560, today);

      g_assert_cmpfloat (way_scale_day (scale, 560) - scale.origin, >, 90);
      for (guint i = 0; i < n_items; i++)
        {
          WayRect rect
              = way_layout_get_item_rect (layout, sample_layout_find (layout, titles[i]), scale);

          g_assert_cmpfloat (rect.x, >, 0);
          g_assert_cmpfloat (rect.x + rect.width, <, 560);
        }
    }
}

/* What stands at the first or the last day and does not shrink with the plan */
static void
test_a_fit_leaves_room_beside_the_last_day (void)
{
  const char *const titles[] = { "first", "flag", "diamond", NULL };
  const char *const starts[] = { "2027-01-01", NULL, "2028-12-31" };
  const char *const ends[] = { NULL, "2028-12-31", NULL };
  g_autoptr (WayPlan) plan = plan_new_with (titles, starts, ends);

  for (double width = 90; width < 2000; width += 35)
    {
      g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);
      WayScale scale = way_layout_fit (layout, width, way_day_from_ymd (2026, 11, 22));

      for (guint i = 0; titles[i] != NULL; i++)
        {
          WayRect rect
              = way_layout_get_item_rect (layout, sample_layout_find (layout, titles[i]), scale);

          g_assert_cmpfloat (rect.x, >, rect.width / 2);
          g_assert_cmpfloat (rect.x + rect.width, <, width - rect.width / 2);
        }
    }
}

static void
test_a_title_uses_all_of_its_bar (void)
{
  const char *const titles[]
      = { "A preceptorship of half a year with all of its competencies, days "
          "of simulation and talks, up to the last review",
          NULL };
  const char *const starts[] = { "2027-01-01" };
  const char *const ends[] = { "2027-12-31" };
  g_autoptr (WayPlan) plan = plan_new_with (titles, starts, ends);

  for (double day_width = 1; day_width < 4; day_width += 0.5)
    {
      g_autoptr (WayLayout) layout = sample_layout_new (plan, day_width);
      const WayItem *item = sample_layout_find (layout, titles[0]);

      g_assert_cmpint (item->label_place, ==, WAY_LABEL_INSIDE);
      g_assert_cmpfloat (item->label_width, >=, MIN (365 * day_width - 40, item->title_width));
    }
}

static void
test_goals_may_be_deep (void)
{
  g_autoptr (WayPlan) plan = way_deep_plan_new ();
  g_autoptr (WayLayout) layout = sample_layout_new (plan, 1);

  g_assert_cmpuint (way_layout_get_n_lanes (layout), ==, WAY_DEEP_PLAN_GOALS);
  g_assert_cmpuint (way_layout_get_lane (layout, 2)->depth, ==, 2);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout/lanes-follow-goals", test_lanes_follow_goals);
  g_test_add_func ("/timeline/layout/shape-follows-dates", test_shape_follows_dates);
  g_test_add_func ("/timeline/layout/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/timeline/layout/nothing-overlaps-with-fonts",
                   test_nothing_overlaps_with_fonts);
  g_test_add_func ("/timeline/layout/lanes-of-many-items-do-not-overlap-in-rows",
                   test_lanes_of_many_items_do_not_overlap_in_rows);
  g_test_add_func ("/timeline/layout/folding-hides-children", test_folding_hides_children);
  g_test_add_func ("/timeline/layout/roots-show-their-goals", test_roots_show_their_goals);
  g_test_add_func ("/timeline/layout/roots-within-one-another", test_roots_within_one_another);
  g_test_add_func ("/timeline/layout/empty-plan-has-room-to-start",
                   test_empty_plan_has_room_to_start);
  g_test_add_func ("/timeline/layout/fit-shows-every-shape", test_fit_shows_every_shape);
  g_test_add_func ("/timeline/layout/culling-misses-nothing", test_culling_misses_nothing);
  g_test_add_func ("/timeline/layout/labels-fit-with-the-plan", test_labels_fit_with_the_plan);
  g_test_add_func ("/timeline/layout/neighbours", test_neighbours);
  g_test_add_func ("/timeline/layout/walking-down-reaches-the-end",
                   test_walking_down_reaches_the_end);
  g_test_add_func ("/timeline/layout/progress-is-asked-for-when-seen",
                   test_progress_is_asked_for_when_seen);
  g_test_add_func ("/timeline/layout/progress-of-a-hidden-lane", test_progress_of_a_hidden_lane);
  g_test_add_func ("/timeline/layout/a-fit-shows-a-quarter-at-least-and-all-of-a-life",
                   test_a_fit_shows_a_quarter_at_least_and_all_of_a_life);
  g_test_add_func ("/timeline/layout/goals-may-be-deep", test_goals_may_be_deep);
  g_test_add_func ("/timeline/layout/a-fit-leaves-room-beside-the-last-day",
                   test_a_fit_leaves_room_beside_the_last_day);
  g_test_add_func ("/timeline/layout/a-title-uses-all-of-its-bar",
                   test_a_title_uses_all_of_its_bar);

  return g_test_run ();
}
