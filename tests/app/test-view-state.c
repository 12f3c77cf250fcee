/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include "way-outline-pane.h"
#include "way-view-state.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static const WayId plan_id
    = { { 0x6f, 0x0c, 1, 2, 3, 4, 0x45, 6, 0x87, 8, 9, 10, 11, 12, 13, 14 } };

/* More lanes than a view of 600 pixels can show */
static TimelineFixture *
make_tall (void)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (script,
                            "add-goal id=g%u title=\"Goal %u\"\n"
                            "add-milestone id=m%u goal=g%u title=\"Step %u\" start=20%02u-03\n",
                            i, i, i, i, i, 20 + i);
  return timeline_fixture_new (script->str);
}

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", "views",
                           "6f0c0102-0304-4506-8708-090a0b0c0d0e.ini", NULL);
}

static void
test_is_private_and_comes_back (void)
{
  g_autoptr (GKeyFile) state = g_key_file_new ();
  g_autoptr (GKeyFile) loaded = NULL;
  g_autofree char *path = get_path ();
  GStatBuf information;

  g_key_file_set_double (state, "timeline", "day-width", 1.5);
  way_view_state_save (&plan_id, state);
  loaded = way_view_state_load (&plan_id);

  g_assert_cmpfloat (g_key_file_get_double (loaded, "timeline", "day-width", NULL), ==, 1.5);
  g_assert_cmpint (g_stat (path, &information), ==, 0);
  g_assert_cmpint (information.st_mode & 0777, ==, 0600);
}

static void
test_a_broken_file_is_none (void)
{
  g_autoptr (GKeyFile) empty = g_key_file_new ();
  g_autoptr (GKeyFile) loaded = NULL;
  g_autofree char *path = get_path ();

  way_view_state_save (&plan_id, empty);
  g_assert_true (g_file_set_contents (path, "\xff no [key file", -1, NULL));
  loaded = way_view_state_load (&plan_id);

  g_assert_nonnull (loaded);
  g_assert_false (g_key_file_has_group (loaded, "timeline"));
}

static void
test_zoom_place_and_folds_come_back (void)
{
  g_autoptr (TimelineFixture) before = make_tall ();
  g_autoptr (TimelineFixture) after = NULL;
  g_autoptr (GKeyFile) state = g_key_file_new ();
  WayId folded = timeline_fixture_id (before, "g7");
  WayViewport left, found;
  GtkAdjustment *vertical;

  way_layout_set_folded (way_timeline_view_get_layout (before->view), &folded, TRUE);
  way_timeline_view_zoom_to_days (before->view, 400);
  timeline_fixture_settle_view (before);
  way_timeline_view_show_day (before->view, 22000);
  g_object_get (before->view, "vadjustment", &vertical, NULL);
  gtk_adjustment_set_value (vertical, 333);
  g_object_unref (vertical);
  timeline_fixture_settle_view (before);
  left = way_timeline_view_get_viewport (before->view);
  g_assert_cmpfloat (left.scroll_y, ==, 333);

  way_timeline_view_store_state (before->view, state);
  after = timeline_fixture_new_for (before->plan);
  way_timeline_view_restore_state (after->view, state);
  timeline_fixture_settle_view (after);
  found = way_timeline_view_get_viewport (after->view);

  g_assert_cmpfloat_with_epsilon (found.scale.day_width, left.scale.day_width, 1e-9);
  g_assert_cmpfloat_with_epsilon (found.scale.origin, left.scale.origin, 1 / left.scale.day_width);
  g_assert_cmpfloat_with_epsilon (found.scroll_y, left.scroll_y, 1);
  g_assert_true (way_layout_get_folded (way_timeline_view_get_layout (after->view), &folded));
}

static void
test_columns_come_back (void)
{
  static const char text[] = "[outline]\ntitle=321\neffort=-1\nplace=120\nsorted-down=effort\n"
                             "top=0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a001\n";
  GtkWidget *pane = g_object_ref_sink (way_outline_pane_new ());
  g_autoptr (GKeyFile) before = g_key_file_new ();
  g_autoptr (GKeyFile) after = g_key_file_new ();
  g_autofree char *stored = NULL;

  g_assert_true (g_key_file_load_from_data (before, text, (gsize)-1, G_KEY_FILE_NONE, NULL));
  way_outline_pane_restore_state (WAY_OUTLINE_PANE (pane), before);
  way_outline_pane_store_state (WAY_OUTLINE_PANE (pane), after);
  stored = g_key_file_to_data (after, NULL, NULL);
  g_assert_cmpstr (stored, ==, text);

  g_object_unref (pane);
}

/* Written by hand, by another version, or for a plan that has changed since */
static void
test_nonsense_is_passed_over (void)
{
  static const char *const texts[] = {
    "[timeline]\nfirst-day=nan\nday-width=1\n",
    "[timeline]\nfirst-day=20000\nday-width=-1\n",
    "[timeline]\nfirst-day=1e300\nday-width=inf\n",
    "[timeline]\ntop=6f0c0102-0304-4506-8708-090a0b0c0d0e\ntop-hidden=1e9\n",
    "[timeline]\nfolded=no-id;6f0c0102-0304-4506-8708-090a0b0c0d0e;\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TimelineFixture) fixture = make_tall ();
      g_autoptr (GKeyFile) state = g_key_file_new ();
      WayViewport before = way_timeline_view_get_viewport (fixture->view);
      WayViewport after;

      g_assert_true (g_key_file_load_from_data (state, texts[i], (gsize)-1, G_KEY_FILE_NONE, NULL));
      way_timeline_view_restore_state (fixture->view, state);
      timeline_fixture_settle_view (fixture);
      after = way_timeline_view_get_viewport (fixture->view);
      g_assert_cmpfloat (after.scale.day_width, ==, before.scale.day_width);
      g_assert_cmpfloat (after.scale.origin, ==, before.scale.origin);
      g_assert_cmpfloat (after.scroll_y, ==, before.scroll_y);
    }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/view-state/is-private-and-comes-back", test_is_private_and_comes_back);
  g_test_add_func ("/app/view-state/a-broken-file-is-none", test_a_broken_file_is_none);
  g_test_add_func ("/app/view-state/zoom-place-and-folds-come-back",
                   test_zoom_place_and_folds_come_back);
  g_test_add_func ("/app/view-state/columns-come-back", test_columns_come_back);
  g_test_add_func ("/app/view-state/nonsense-is-passed-over", test_nonsense_is_passed_over);

  return g_test_run ();
}
