/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

/* Whether a row of the menu can be chosen */
static gboolean
offers (OutlineFixture *self, const char *label)
{
  GtkLabel *words = app_find_label (self->pane->menu, label);

  g_assert_nonnull (words);
  return gtk_widget_is_sensitive (GTK_WIDGET (words));
}

static const char *const move_labels[]
    = { "Move _up", "Move do_wn", "Make _part of the goal above", "Take _out of its goal" };

/* @expected: by move_labels */
static void
assert_moves (OutlineFixture *self, const WayId *ids, guint n_ids, const gboolean expected[4])
{
  way_selection_set (self->selection, ids, n_ids);
  app_settle ();
  outline_fixture_act (self, "outline.menu");
  for (guint i = 0; i < G_N_ELEMENTS (move_labels); i++)
    g_assert_cmpint (offers (self, move_labels[i]), ==, expected[i]);
  gtk_popover_popdown (GTK_POPOVER (self->pane->menu));
  app_settle ();
}

static void
test_offers_what_can_be_done (OutlineFixture *self, gconstpointer data)
{
  const WayId mixed[] = { app_other_goal, app_milestone };

  assert_moves (self, &app_milestone, 1, (gboolean[]){ FALSE, TRUE, FALSE, FALSE });
  assert_moves (self, &app_other_milestone, 1, (gboolean[]){ TRUE, FALSE, FALSE, FALSE });
  assert_moves (self, &app_goal, 1, (gboolean[]){ FALSE, TRUE, FALSE, FALSE });
  assert_moves (self, &app_other_goal, 1, (gboolean[]){ TRUE, FALSE, TRUE, FALSE });
  outline_fixture_act (self, "outline.indent");
  assert_moves (self, &app_other_goal, 1, (gboolean[]){ FALSE, FALSE, FALSE, TRUE });
  assert_moves (self, mixed, 2, (gboolean[]){ FALSE, FALSE, FALSE, FALSE });
}

static void
assert_offers (OutlineFixture *self, const WayId *id, const char *label, gboolean expected)
{
  way_selection_select (self->selection, id);
  app_settle ();
  outline_fixture_act (self, "outline.menu");
  g_assert_cmpint (offers (self, label), ==, expected);
  gtk_popover_popdown (GTK_POPOVER (self->pane->menu));
  app_settle ();
}

static void
test_only_milestones_are_done (OutlineFixture *self, gconstpointer data)
{
  assert_offers (self, &app_goal, "_Done", FALSE);
  assert_offers (self, &app_milestone, "_Done", TRUE);
}

static void
test_nothing_selected_leaves_nothing_to_take (OutlineFixture *self, gconstpointer data)
{
  static const char *const labels[] = { "Cu_t", "_Copy", "Dup_licate", "Delete" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      assert_offers (self, NULL, labels[i], FALSE);
      assert_offers (self, &app_goal, labels[i], TRUE);
    }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/app/outline-menu/" path, OutlineFixture, NULL, outline_fixture_set_up, test,       \
              outline_fixture_tear_down)
  ADD ("offers-what-can-be-done", test_offers_what_can_be_done);
  ADD ("only-milestones-are-done", test_only_milestones_are_done);
  ADD ("nothing-selected-leaves-nothing-to-take", test_nothing_selected_leaves_nothing_to_take);

  return g_test_run ();
}
