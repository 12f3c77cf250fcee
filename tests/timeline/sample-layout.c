/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts of the sample plans: made, looked into and compared.
 */
#include "sample-layout.h"

#include "sample-plan.h"

WayLayout *
sample_layout_new (WayPlan *plan, double day_width)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();

  return way_layout_new (plan, labels, day_width);
}

const WayItem *
sample_layout_find (WayLayout *layout, const char *name)
{
  WayId id = sample_id (name);

  return way_layout_find_item (layout, &id);
}

static void
assert_same_item (const WayItem *a, const WayItem *b)
{
  g_assert_true (a->record == b->record);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->end, ==, b->end);
  g_assert_cmpuint (a->row, ==, b->row);
  g_assert_cmpuint (a->lane, ==, b->lane);
  g_assert_cmpuint (a->label_place, ==, b->label_place);
  g_assert_cmpuint (a->is_dimmed, ==, b->is_dimmed);
}

void
sample_layout_assert_same (WayLayout *a, WayLayout *b)
{
  g_assert_cmpuint (way_layout_get_n_lanes (a), ==, way_layout_get_n_lanes (b));

  for (guint i = 0; i < way_layout_get_n_lanes (a); i++)
    {
      const WayLane *left = way_layout_get_lane (a, i);
      const WayLane *right = way_layout_get_lane (b, i);

      g_assert_true (left->goal == right->goal);
      g_assert_cmpfloat (left->y, ==, right->y);
      g_assert_cmpfloat (left->height, ==, right->height);
      g_assert_cmpint (left->is_dimmed, ==, right->is_dimmed);
      g_assert_cmpuint (left->n_items, ==, right->n_items);
      g_assert_cmpuint (left->n_undated, ==, right->n_undated);
      for (guint j = 0; j < left->n_items; j++)
        assert_same_item (&left->items[j], &right->items[j]);
    }
}
