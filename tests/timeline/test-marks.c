/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-marks.h"
#include "way-scene.h"

/* Takes @record */
static WayChangeSet *
replace (WayPlan *plan, WayRecord *before, WayRecord *record)
{
  g_autoptr (WayRecord) owned = record;

  return sample_plan_replace (plan, before, record);
}

static void
add (WayPlan *plan, WayRecord *record)
{
  g_autoptr (WayChangeSet) changes = replace (plan, NULL, record);
}

static WayRecord *
make_leave (const char *name, const char *start, const char *end, const char *status)
{
  return sample_milestone_new (name, NULL, "Parental leave", start, end, "leave", status, 0);
}

static WayRecord *
make_review (const char *name, const char *date)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayId id = sample_id (name);

  way_record_builder_start (builder, WAY_KIND_REVIEW, &id);
  if (date != NULL)
    g_assert_true (way_record_builder_parse (builder, WAY_REVIEW_DATE, date, -1, NULL));

  return way_record_builder_end (builder);
}

/* As "2027-01-01/2027-02-01 " for each */
static char *
describe_leaves (WayMarks *marks)
{
  GArray *leaves = way_marks_get_leaves (marks);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leaves->len; i++)
    {
      const WayLeave *leave = &g_array_index (leaves, WayLeave, i);
      WayYmd start = way_day_to_ymd (leave->start), end = way_day_to_ymd (leave->end);

      g_string_append_printf (text, "%d-%02d-%02d/%d-%02d-%02d ", start.year, start.month,
                              start.day, end.year, end.month, end.day);
    }

  return g_string_free (text, FALSE);
}

static void
assert_leaves (WayMarks *marks, const char *expected)
{
  g_autofree char *found = describe_leaves (marks);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_leaves_that_touch_are_one (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  WayMarks *marks = way_marks_new (plan);

  add (plan, make_leave ("d", "2028-03-01", "2028-03-02", "planned"));
  add (plan, make_leave ("a", "2027-01", "2027-01", "planned"));
  add (plan, make_leave ("b", "2027-02-01", "2027-02-14", "planned"));
  add (plan, make_leave ("c", "2027-01-10", "2027-01-20", "done"));
  add (plan, make_leave ("given up", "2027-05", "2027-06", "dropped"));
  add (plan, make_leave ("one end", "2027-08", NULL, "planned"));
  assert_leaves (marks, "2027-01-01/2027-02-15 2028-03-01/2028-03-03 ");

  way_marks_free (marks);
}

static void
test_marks_follow_edits (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  WayMarks *marks = way_marks_new (plan);
  g_autoptr (WayRecord) before = make_leave ("a", "2027-01-01", "2027-01-31", "planned");
  g_autoptr (WayChangeSet) added = sample_plan_replace (plan, NULL, before);
  g_autoptr (WayChangeSet) moved = NULL;
  g_autoptr (WayChangeSet) reviewed = NULL;

  assert_leaves (marks, "2027-01-01/2027-02-01 ");
  g_assert_cmpuint (way_marks_get_reviews (marks)->len, ==, 0);

  moved = replace (plan, before, make_leave ("a", "2027-03-01", "2027-03-31", "planned"));
  way_marks_update (marks, moved);
  assert_leaves (marks, "2027-03-01/2027-04-01 ");

  reviewed = replace (plan, NULL, make_review ("r", "2027-04"));
  way_marks_update (marks, reviewed);
  g_assert_cmpuint (way_marks_get_reviews (marks)->len, ==, 1);
  g_assert_cmpint (g_array_index (way_marks_get_reviews (marks), WayReviewMark, 0).day, ==,
                   way_day_from_ymd (2027, 4, 1));

  way_marks_free (marks);
}

static void
test_reviews_come_in_order_and_need_a_date (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  WayMarks *marks = way_marks_new (plan);
  GArray *reviews;

  add (plan, make_review ("late", "2028-01-15"));
  add (plan, make_review ("none", NULL));
  add (plan, make_review ("early", "2026-12-01"));
  reviews = way_marks_get_reviews (marks);
  g_assert_cmpuint (reviews->len, ==, 2);
  g_assert_cmpint (g_array_index (reviews, WayReviewMark, 0).day, <,
                   g_array_index (reviews, WayReviewMark, 1).day);

  way_marks_free (marks);
}

/* How many lines of the picture's description have all of @words */
static guint
count_ops (const char *dump, const char *kind, const char *rest)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    count += strstr (lines[i], kind) != NULL && strstr (lines[i], rest) != NULL;

  return count;
}

static void
test_they_are_in_the_picture (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  g_autoptr (WayLayout) layout = NULL;
  g_autoptr (WayScene) scene = NULL;
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  WayViewport viewport = { .scale = { way_day_from_ymd (2027, 1, 1), 1 },
                           .width = 900,
                           .height = 300,
                           .head_width = 100,
                           .scale_height = 50 };
  g_autofree char *dump = NULL;
  g_autofree char *leave
      = g_strdup_printf ("fill=%06x/%02x", style->leave >> 8, style->leave & 0xff);
  g_autofree char *review = g_strdup_printf ("fill=%06x", style->review >> 8);

  add (plan, make_leave ("a", "2027-02-01", "2027-02-28", "planned"));
  add (plan, make_review ("r", "2027-04-11"));
  layout = way_layout_new (plan, labels, 1);
  scene = way_scene_build (layout, &viewport, style, WAY_SCENE_ALL);
  dump = way_scene_dump (scene);

  /* The shade lies from 1 February, 31 pixels after the head, to the day after the last */
  g_test_message ("%s", dump);
  g_assert_cmpuint (count_ops (dump, "rect 131,50 28x", leave), ==, 1);
  g_assert_cmpuint (count_ops (dump, "rect 200,", review), >, 3);
  g_assert_cmpuint (count_ops (dump, "path", review), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/marks/leaves-that-touch-are-one", test_leaves_that_touch_are_one);
  g_test_add_func ("/timeline/marks/marks-follow-edits", test_marks_follow_edits);
  g_test_add_func ("/timeline/marks/reviews-come-in-order-and-need-a-date",
                   test_reviews_come_in_order_and_need_a_date);
  g_test_add_func ("/timeline/marks/they-are-in-the-picture", test_they_are_in_the_picture);

  return g_test_run ();
}
