/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-overlay.h"
#include "way-overview.h"
#include "way-painter.h"
#include "way-scene-private.h"

#include <locale.h>

/* Names the first line that differs: whole scenes beside one another are no help */
static void
assert_same_lines (const char *dump, const char *golden)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (golden, "\n", -1);

  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
}

/* Set WAYMARK_UPDATE_GOLDEN=1 to write the files anew, then read the difference before keeping it
 */
static void
assert_golden (WayScene *scene, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "scenes", file, NULL);
  g_autofree char *dump = way_scene_dump (scene);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, dump, -1, &error);

  g_assert_no_error (error);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  assert_same_lines (dump, golden);
}

typedef struct
{
  WayPlan *plan;
  WayLabels *labels;
  WayLayout *layout;
  WayViewport viewport;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->plan = sample_plan_new ();
  fixture->labels = way_labels_new_fixed ();
  fixture->layout = way_layout_new (fixture->plan, fixture->labels, 0.5);
  fixture->viewport = (WayViewport){ .scale = { way_day_from_ymd (2026, 4, 1), 0.5 },
                                     .width = 1100,
                                     .height = 700,
                                     .head_width = 252,
                                     .scale_height = 54 };
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer user_data)
{
  way_layout_free (fixture->layout);
  way_labels_unref (fixture->labels);
  g_object_unref (fixture->plan);
}

static WayScene *
build (Fixture *fixture)
{
  way_layout_set_day_width (fixture->layout, fixture->viewport.scale.day_width);

  return way_scene_build (fixture->layout, &fixture->viewport, way_style_get (WAY_THEME_LIGHT),
                          WAY_SCENE_ALL);
}

typedef struct
{
  const char *name;
  double day_width;
  WayDay origin;
} Zoom;

static void
test_zoom (Fixture *fixture, gconstpointer user_data)
{
  const Zoom *zoom = user_data;
  g_autoptr (WayScene) scene = NULL;

  fixture->viewport.scale = way_scale_align ((WayScale){ zoom->origin, zoom->day_width });
  scene = build (fixture);
  assert_golden (scene, zoom->name);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = NULL;

  fixture->viewport.rtl = TRUE;
  scene = build (fixture);
  way_overlay_add_today (scene, fixture->labels, &fixture->viewport,
                         way_style_get (WAY_THEME_LIGHT), way_day_from_ymd (2026, 11, 22));
  assert_golden (scene, "right-to-left");
}

static void
test_folded (Fixture *fixture, gconstpointer user_data)
{
  WayId id = sample_id ("msn");
  g_autoptr (WayScene) scene = NULL;

  way_layout_set_folded (fixture->layout, &id, TRUE);
  scene = build (fixture);
  assert_golden (scene, "folded");
}

/* Stands for what a person looks for */
static gboolean
is_sought (const WayRecord *record, gpointer user_data)
{
  const char *called = way_record_get_called (record);

  return called != NULL && strstr (called, *(const char **)user_data) != NULL;
}

static void
test_filter_dims (Fixture *fixture, gconstpointer user_data)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayScene) overview = NULL;
  const char *sought = "CCRN";

  way_layout_set_filter (fixture->layout, is_sought, &sought, FALSE);
  scene = build (fixture);
  assert_golden (scene, "filter-dims");
  overview = way_overview_build (fixture->layout, 1100, 72, style, way_day_from_ymd (2026, 11, 22),
                                 FALSE);
  assert_golden (overview, "filter-overview");
}

static void
test_filter_hides (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = NULL;
  const char *sought = "oards";

  way_layout_set_filter (fixture->layout, is_sought, &sought, TRUE);
  scene = build (fixture);
  assert_golden (scene, "filter-hides");
}

static void
test_without_a_filter_all_is_as_before (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) before = build (fixture);
  g_autofree char *first = way_scene_dump (before);
  const char *sought = "oards";

  for (guint hide = 0; hide < 2; hide++)
    {
      g_autoptr (WayScene) after = NULL;
      g_autofree char *last = NULL;

      way_layout_set_filter (fixture->layout, is_sought, &sought, hide);
      way_layout_set_filter (fixture->layout, NULL, NULL, hide);
      after = build (fixture);
      last = way_scene_dump (after);
      assert_same_lines (last, first);
    }
}

static void
test_overlays (Fixture *fixture, gconstpointer user_data)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  WayId selected[] = { sample_id ("m4"), sample_id ("m3") };
  WayId hovered = sample_id ("m1");
  g_autoptr (WayScene) scene = way_scene_new (1100, 700);
  WayGhost ghost = { .start = way_day_from_ymd (2027, 1, 1),
                     .end = way_day_from_ymd (2027, 4, 1),
                     .y = 200,
                     .height = 26,
                     .text = "1 Jan – 31 Mar 2027" };

  way_overlay_add_today (scene, fixture->labels, &fixture->viewport, style,
                         way_day_from_ymd (2026, 11, 22));
  way_overlay_add_hover (scene, fixture->layout, &fixture->viewport, style, &hovered, TRUE);
  way_overlay_add_selection (scene, fixture->layout, &fixture->viewport, style, selected,
                             G_N_ELEMENTS (selected), &selected[0]);
  way_overlay_add_ghost (scene, fixture->labels, &fixture->viewport, style, &ghost);
  way_overlay_add_band (scene, &fixture->viewport, style, &(WayRect){ 300, 100, 80, 60 });
  way_overlay_add_new_link (scene, fixture->layout, &fixture->viewport, style, &hovered, 600, 300,
                            FALSE);
  assert_golden (scene, "overlays");
}

static void
test_overview (Fixture *fixture, gconstpointer user_data)
{
  WayDay today = way_day_from_ymd (2026, 11, 22);
  g_autoptr (WayScene) scene = way_overview_build (fixture->layout, 1100, 80,
                                                   way_style_get (WAY_THEME_LIGHT), today, FALSE);
  g_autoptr (WayScene) window = way_overview_build_window (
      fixture->layout, 1100, 80, way_style_get (WAY_THEME_LIGHT), today, &fixture->viewport);

  assert_golden (scene, "overview");
  assert_golden (window, "overview-window");
}

/* The window in the strip shows the days that the timeline shows, in both directions */
static void
test_overview_window_has_the_days_shown (Fixture *fixture, gconstpointer user_data)
{
  WayDay today = way_day_from_ymd (2026, 11, 22);
  WayScale scale = way_overview_get_scale (fixture->layout, 1100, today);
  double last = way_scale_day (fixture->viewport.scale, 1100 - 252);

  for (int rtl = 0; rtl < 2; rtl++)
    {
      WayRect window;
      double start, end;

      fixture->viewport.rtl = rtl;
      window = way_overview_get_window (fixture->layout, 1100, 80, today, &fixture->viewport);
      start = rtl ? 1100 - window.x - window.width : window.x;
      end = start + window.width;
      g_assert_cmpfloat_with_epsilon (way_scale_day (scale, start), fixture->viewport.scale.origin,
                                      1 / scale.day_width);
      g_assert_cmpfloat_with_epsilon (way_scale_day (scale, end), last, 1 / scale.day_width);
    }
}

/* Wherever the timeline has gone, and however far out it was zoomed */
static void
test_overview_window_stays_in_the_strip (Fixture *fixture, gconstpointer user_data)
{
  static const double day_widths[] = { WAY_SCALE_MIN_DAY_WIDTH, 0.5, WAY_SCALE_MAX_DAY_WIDTH };
  WayDay today = way_day_from_ymd (2026, 11, 22);

  for (guint i = 0; i < G_N_ELEMENTS (day_widths); i++)
    for (int years = -200; years <= 200; years += 20)
      for (int rtl = 0; rtl < 2; rtl++)
        {
          WayRect window;

          fixture->viewport.scale = (WayScale){ today + 365 * years, day_widths[i] };
          fixture->viewport.rtl = rtl;
          window = way_overview_get_window (fixture->layout, 1100, 80, today, &fixture->viewport);
          g_assert_cmpfloat (window.x, >=, 0);
          g_assert_cmpfloat (window.x + window.width, <=, 1100);
          g_assert_cmpfloat (window.width, >=, 8);
        }
}

/* Of a plan without anything, and of one with the first thing in it */
static void
test_overview_of_what_begins_holds_its_window (void)
{
  WayDay today = way_day_from_ymd (2026, 11, 22);
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();

  for (int n_items = 0; n_items < 2; n_items++)
    {
      g_autoptr (WayPlan) plan = way_plan_new (NULL);
      g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
      WayViewport viewport = { .scale = way_layout_fit (layout, 1100 - 252, today),
                               .width = 1100,
                               .height = 600,
                               .head_width = 252,
                               .scale_height = 54 };
      WayRect window;

      if (n_items > 0)
        {
          way_plan_add_loaded (
              plan, sample_milestone_new ("a", NULL, "a", "2027-01", "2027-04", NULL, NULL, 0));
          way_layout_free (g_steal_pointer (&layout));
          layout = way_layout_new (plan, labels, viewport.scale.day_width);
        }
      window = way_overview_get_window (layout, 1100, 80, today, &viewport);
      g_assert_cmpfloat (window.x, >=, 4);
      g_assert_cmpfloat (window.x + window.width, <=, 1100 - 4);
    }
}

static WayPlan *
new_plan_of_goals (guint n_goals)
{
  WayPlan *plan = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *name = g_strdup_printf ("goal %u", i);
      g_autofree char *milestone = g_strdup_printf ("milestone %u", i);
      g_autofree char *rank = g_strdup_printf ("a%c", 'a' + i);
      WayId id = sample_id (name);

      way_record_builder_start (builder, WAY_KIND_GOAL, &id);
      g_assert_true (way_record_builder_parse (builder, WAY_GOAL_RANK, rank, -1, NULL));
      way_record_builder_set_choice (builder, WAY_GOAL_COLOUR, i % WAY_N_COLOURS);
      way_plan_add_loaded (plan, way_record_builder_end (builder));
      way_plan_add_loaded (plan, sample_milestone_new (milestone, name, "Some", "2027-01",
                                                       "2027-04", NULL, NULL, 0));
    }
  return plan;
}

/* As high as the window has it */
static void
test_overview_has_the_colour_of_each_goal (void)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  WayDay today = way_day_from_ymd (2026, 11, 22);
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();

  for (guint n_goals = 1; n_goals <= 26; n_goals++)
    {
      g_autoptr (WayPlan) plan = new_plan_of_goals (n_goals);
      g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
      g_autoptr (WayScene) scene = way_overview_build (layout, 1100, 72, style, today, FALSE);
      g_autofree char *dump = way_scene_dump (scene);

      for (guint colour = 0; colour < MIN (n_goals, WAY_N_COLOURS); colour++)
        {
          g_autofree char *fill = g_strdup_printf ("fill=%06x/", style->goals[colour] >> 8);

          g_assert_nonnull (strstr (dump, fill));
        }
    }
}

static guint
count_lines (const char *dump, const char *wanted)
{
  guint count = 0;

  for (const char *hit = strstr (dump, wanted); hit != NULL; hit = strstr (hit + 1, wanted))
    count++;

  return count;
}

static void
test_broken_dependency_is_dashed (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = build (fixture);
  g_autofree char *dump = way_scene_dump (scene);

  /* d4 alone, and whiskers and dropped things are not arrows */
  g_assert_cmpuint (count_lines (dump, "dashed arrow"), ==, 1);
  g_assert_cmpuint (count_lines (dump, "arrow curved"), ==, 4);
}

/* As if the path led from the course to the exam, and to the boards */
static gboolean
is_on_path (const WayRecord *record, gpointer user_data)
{
  static const char *const names[] = { "m4", "d1", "m3", "m10", "d4" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WayId id = sample_id (names[i]);

      if (way_id_equal (way_record_get_id (record), &id))
        return TRUE;
    }

  return FALSE;
}

static void
test_critical_path_is_marked (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = NULL;

  way_layout_set_critical_func (fixture->layout, is_on_path, NULL);
  scene = build (fixture);
  assert_golden (scene, "critical");
}

/* What is far outside is not even in the list */
static void
test_scene_holds_only_what_is_seen (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = NULL;
  g_autofree char *dump = NULL;

  fixture->viewport.scale.origin = way_day_from_ymd (2050, 1, 1);
  scene = build (fixture);
  dump = way_scene_dump (scene);
  g_assert_null (strstr (dump, "Critical-care residency"));
  g_assert_nonnull (strstr (dump, "Become a critical-care"));
}

static cairo_surface_t *
paint (WayScene *scene, WayLabels *labels)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1100, 700);
  cairo_t *cr = cairo_create (surface);

  way_painter_paint (scene, labels, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *)(data + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static void
test_painter_draws_what_the_scene_says (Fixture *fixture, gconstpointer user_data)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  g_autoptr (WayScene) scene = build (fixture);
  cairo_surface_t *surface = paint (scene, fixture->labels);
  WayId id = sample_id ("m7");
  const WayItem *item = way_layout_find_item (fixture->layout, &id);
  WayRect rect = way_layout_get_item_rect (fixture->layout, item, fixture->viewport.scale);

  /* the first goal's stripe, and the fill of a bar near its start, above the foot */
  g_assert_cmphex (get_pixel (surface, 1, 60), ==, style->goals[WAY_COLOUR_BLUE] >> 8);
  g_assert_cmphex (get_pixel (surface, (int)(252 + rect.x) + 4, (int)(54 + rect.y) + 4), ==,
                   style->categories[WAY_CATEGORY_EXPERIENCE].fill >> 8);
  cairo_surface_destroy (surface);
}

static void
test_budget_leaves_labels_for_the_next_frame (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = build (fixture);

  way_labels_begin_frame (fixture->labels, 3);
  cairo_surface_destroy (paint (scene, fixture->labels));
  g_assert_true (way_labels_is_short (fixture->labels));

  for (int frame = 0; way_labels_is_short (fixture->labels); frame++)
    {
      g_assert_cmpint (frame, <, 100);
      way_labels_begin_frame (fixture->labels, 3);
      cairo_surface_destroy (paint (scene, fixture->labels));
    }

  /* all is shaped, and stays so */
  way_labels_begin_frame (fixture->labels, 0);
  cairo_surface_destroy (paint (scene, fixture->labels));
  g_assert_false (way_labels_is_short (fixture->labels));
}

/* Where the arrow of a selected item crosses a label, the label is drawn after it */
static void
test_arrows_of_the_selection_pass_behind_labels (Fixture *fixture, gconstpointer user_data)
{
  guint n_crossed = 0;

  for (double day_width = 0.2; day_width < 3; day_width *= 1.2)
    for (guint i = 1; i <= 12; i++)
      {
        g_autofree char *name = g_strdup_printf ("m%u", i);
        g_autoptr (WayScene) scene = way_scene_new (1100, 700);
        g_autofree char *dump = NULL;
        const char *arrow, *ring;
        WayId id = sample_id (name);

        fixture->viewport.scale
            = way_scale_align ((WayScale){ way_day_from_ymd (2026, 4, 1), day_width });
        way_layout_set_day_width (fixture->layout, day_width);
        way_overlay_add_selection (scene, fixture->layout, &fixture->viewport,
                                   way_style_get (WAY_THEME_LIGHT), &id, 1, NULL);
        dump = way_scene_dump (scene);
        arrow = g_strrstr (dump, "arrow");
        ring = g_strrstr (dump, "\nround");
        if (arrow == NULL || strstr (dump, "\ntext") == NULL)
          continue;

        n_crossed++;
        g_assert_true (strstr (dump, "\ntext") > arrow);
        g_assert_true (strstr (dump, "\ntext") < ring);
      }

  g_assert_cmpuint (n_crossed, >, 0);
}

/* Moves the view until the item's label lies across its start edge, and returns the overlay's pins
 */
static char *
dump_pins_with_label_at_edge (Fixture *fixture, const char *name, WayLabelPlace place)
{
  WayId id = sample_id (name);
  g_autoptr (WayScene) scene = way_scene_new (fixture->viewport.width, fixture->viewport.height);
  const WayItem *item;
  WayRect label;

  way_layout_set_day_width (fixture->layout, fixture->viewport.scale.day_width);
  item = way_layout_find_item (fixture->layout, &id);
  g_assert_cmpint (item->label_place, ==, place);
  label = way_layout_get_label_rect (fixture->layout, item, fixture->viewport.scale);
  fixture->viewport.scale = way_scale_align (way_scale_pan (fixture->viewport.scale, label.x + 20));
  way_overlay_add_pins (scene, fixture->layout, &fixture->viewport,
                        way_style_get (WAY_THEME_LIGHT));

  return way_scene_dump (scene);
}

/* The tile below has the rest of a word, whose item is out of sight */
static void
test_cut_labels_are_covered (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *dump = dump_pins_with_label_at_edge (fixture, "m2", WAY_LABEL_AFTER);

  g_assert_nonnull (strstr (dump, "\nrect "));
  g_assert_null (strstr (dump, "Renew ACLS"));
  /* and the grid runs on through where it was */
  g_assert_nonnull (strstr (dump, "fill=dedede"));
}

static void
test_cut_labels_before_their_items_are_shortened (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *dump = dump_pins_with_label_at_edge (fixture, "m10", WAY_LABEL_BEFORE);

  g_assert_nonnull (strstr (dump, "Hand in the forms"));
}

/* The room of a text in a picture, of no width where it is not there */
static WayRect
find_text (WayScene *scene, const char *text)
{
  g_autofree char *dump = way_scene_dump (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      int x, y, width, height;

      if (strstr (lines[i], text) != NULL
          && sscanf (lines[i], "text %d,%d %dx%d", &x, &y, &width, &height) == 4)
        return (WayRect){ x, y, width, height };
    }

  return (WayRect){ 0, 0, 0, 0 };
}

/* That in the row of @bar there is its category's icon, to the right of @left, where heads end */
static void
assert_one_whole_icon (WayScene *scene, const WayRect *bar, double left)
{
  guint n_icons = 0;

  for (guint i = 0; i < scene->ops->len; i++)
    {
      const WayOp *op = &g_array_index (scene->ops, WayOp, i);
      double y = op->rect.y - 54;

      if (op->type != WAY_OP_ICON || op->icon != way_icon_for_category (WAY_CATEGORY_EXPERIENCE)
          || y < bar->y || y > bar->y + bar->height)
        continue;
      g_assert_cmpfloat (op->rect.x, >, left);
      n_icons++;
    }

  g_assert_cmpuint (n_icons, ==, 1);
}

/* A bar whose end alone is in sight would be one without a name */
static void
test_a_cut_bar_keeps_its_label_beside_it (Fixture *fixture, gconstpointer user_data)
{
  WayId cut = sample_id ("m1");
  WayId next = sample_id ("m3"); /* in the same row, nearer than the label is long */

  fixture->viewport.scale.day_width = 1.0;
  way_layout_set_day_width (fixture->layout, fixture->viewport.scale.day_width);
  for (double in_sight = 200; in_sight > 0; in_sight -= 10)
    {
      g_autoptr (WayScene) scene
          = way_scene_new (fixture->viewport.width, fixture->viewport.height);
      WayScale *scale = &fixture->viewport.scale;
      WayRect bar = way_layout_get_item_rect (fixture->layout,
                                              way_layout_find_item (fixture->layout, &cut), *scale);
      WayRect after, label;

      *scale = way_scale_align (way_scale_pan (*scale, bar.x + bar.width - in_sight));
      after = way_layout_get_item_rect (fixture->layout,
                                        way_layout_find_item (fixture->layout, &next), *scale);
      way_overlay_add_pins (scene, fixture->layout, &fixture->viewport,
                            way_style_get (WAY_THEME_LIGHT));
      label = find_text (scene, "Critical-care residency");
      assert_one_whole_icon (scene, &bar, fixture->viewport.head_width);

      g_assert_cmpfloat (after.y, ==, bar.y);
      g_assert_cmpfloat (label.width, >=, 39);
      g_assert_cmpfloat (label.x, >, fixture->viewport.head_width);
      g_assert_cmpfloat (label.x + label.width, <, fixture->viewport.head_width + after.x);
    }
}

static void
test_a_coarse_picture_has_items_but_no_words (Fixture *fixture, gconstpointer user_data)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  g_autoptr (WayScene) whole
      = way_scene_build (fixture->layout, &fixture->viewport, style, WAY_SCENE_BODY);
  g_autoptr (WayScene) coarse = way_scene_build (fixture->layout, &fixture->viewport, style,
                                                 WAY_SCENE_BODY | WAY_SCENE_COARSE);
  g_autofree char *whole_dump = way_scene_dump (whole);
  g_autofree char *coarse_dump = way_scene_dump (coarse);

  g_assert_nonnull (strstr (whole_dump, "\ntext "));
  g_assert_null (strstr (coarse_dump, "\ntext "));
  g_assert_nonnull (strstr (coarse_dump, "\nround "));
}

/* A month begins within a week, whose label is read all the same */
static void
test_no_line_crosses_the_label_of_a_week (Fixture *fixture, gconstpointer user_data)
{
  const double scale_height = fixture->viewport.scale_height;
  guint n_labels = 0;

  for (double day_width = 4; day_width <= 8; day_width += 0.5)
    {
      g_autoptr (WayScene) scene = NULL;
      g_autofree char *dump = NULL;
      g_auto (GStrv) lines = NULL;

      fixture->viewport.scale.day_width = day_width;
      scene = build (fixture);
      dump = way_scene_dump (scene);
      lines = g_strsplit (dump, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          const char *words = strstr (lines[i], " small “");
          int x, y, width, height;

          if (words == NULL || sscanf (lines[i], "text %d,%d %dx%d", &x, &y, &width, &height) != 4
              || y + height > scale_height)
            continue;

          n_labels++;
          width = 6 * (int)strspn (words + strlen (" small “"), "0123456789");
          g_assert_cmpint (width, >, 0);
          for (guint j = 0; lines[j] != NULL; j++)
            {
              int left, top, thickness, length;

              if (sscanf (lines[j], "rect %d,%d %dx%d", &left, &top, &thickness, &length) == 4
                  && thickness == 1 && top <= y + height / 2 && top + length > y + height / 2)
                g_assert_false (left >= x - 1 && left <= x + width);
            }
        }
    }

  g_assert_cmpuint (n_labels, >, 100);
}

static void
test_dump_minds_no_locale (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (WayScene) scene = build (fixture);
  g_autofree char *before = way_scene_dump (scene);
  g_autofree char *after = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the German locale is not there");
      return;
    }

  after = way_scene_dump (scene);
  setlocale (LC_NUMERIC, "");
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, func, data)                                                                      \
  g_test_add ("/timeline/scene/" path, Fixture, data, fixture_set_up, func, fixture_tear_down)

/* One may zoom and scroll while the band is open: what of it is out of sight costs nothing */
static void
test_a_band_is_drawn_where_it_is_seen (void)
{
  WayViewport viewport = {
    .scale = { 20000, 1 }, .width = 1000, .height = 600, .head_width = 200, .scale_height = 50
  };
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  g_autoptr (WayScene) seen = way_scene_new (viewport.width, viewport.height);
  g_autoptr (WayScene) beyond = way_scene_new (viewport.width, viewport.height);

  way_overlay_add_band (seen, &viewport, style, &(WayRect){ 190, 40, 820, 570 });
  way_overlay_add_band (beyond, &viewport, style, &(WayRect){ -100000, -10000, 200000, 20000 });
  g_assert_cmpuint (beyond->ops->len, ==, seen->ops->len);
}

int
main (int argc, char *argv[])
{
  const Zoom zooms[] = { { "zoom-day", 40, way_day_from_ymd (2027, 5, 28) },
                         { "zoom-week", 6, way_day_from_ymd (2027, 1, 20) },
                         { "zoom-month", 1.6, way_day_from_ymd (2026, 6, 1) },
                         { "zoom-year", 0.45, way_day_from_ymd (2026, 1, 15) },
                         { "zoom-quarter", 0.2, way_day_from_ymd (2024, 1, 1) },
                         { "zoom-decade", 0.05, way_day_from_ymd (2004, 1, 1) },
                         { "zoom-century", 0.02, way_day_from_ymd (1980, 1, 1) } };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("days", test_zoom, &zooms[0]);
  ADD ("weeks", test_zoom, &zooms[1]);
  ADD ("months", test_zoom, &zooms[2]);
  ADD ("years", test_zoom, &zooms[3]);
  ADD ("quarters", test_zoom, &zooms[4]);
  ADD ("decades", test_zoom, &zooms[5]);
  ADD ("a-century", test_zoom, &zooms[6]);
  ADD ("right-to-left", test_right_to_left, NULL);
  ADD ("folded", test_folded, NULL);
  ADD ("filter-dims", test_filter_dims, NULL);
  ADD ("filter-hides", test_filter_hides, NULL);
  ADD ("without-a-filter-all-is-as-before", test_without_a_filter_all_is_as_before, NULL);
  ADD ("overlays", test_overlays, NULL);
  ADD ("overview", test_overview, NULL);
  g_test_add_func ("/timeline/scene/overview-of-what-begins-holds-its-window",
                   test_overview_of_what_begins_holds_its_window);
  g_test_add_func ("/timeline/scene/overview-has-the-colour-of-each-goal",
                   test_overview_has_the_colour_of_each_goal);
  ADD ("overview-window-has-the-days-shown", test_overview_window_has_the_days_shown, NULL);
  ADD ("overview-window-stays-in-the-strip", test_overview_window_stays_in_the_strip, NULL);
  ADD ("broken-dependency-is-dashed", test_broken_dependency_is_dashed, NULL);
  ADD ("critical-path-is-marked", test_critical_path_is_marked, NULL);
  ADD ("holds-only-what-is-seen", test_scene_holds_only_what_is_seen, NULL);
  ADD ("painter-draws-what-the-scene-says", test_painter_draws_what_the_scene_says, NULL);
  ADD ("budget-leaves-labels-for-the-next-frame", test_budget_leaves_labels_for_the_next_frame,
       NULL);
  ADD ("arrows-of-the-selection-pass-behind-labels",
       test_arrows_of_the_selection_pass_behind_labels, NULL);
  ADD ("cut-labels-are-covered", test_cut_labels_are_covered, NULL);
  ADD ("cut-labels-before-their-items-are-shortened",
       test_cut_labels_before_their_items_are_shortened, NULL);
  ADD ("a-cut-bar-keeps-its-label-beside-it", test_a_cut_bar_keeps_its_label_beside_it, NULL);
  ADD ("a-coarse-picture-has-items-but-no-words", test_a_coarse_picture_has_items_but_no_words,
       NULL);
  ADD ("no-line-crosses-the-label-of-a-week", test_no_line_crosses_the_label_of_a_week, NULL);
  ADD ("dump-minds-no-locale", test_dump_minds_no_locale, NULL);
  g_test_add_func ("/timeline/scene/a-band-is-drawn-where-it-is-seen",
                   test_a_band_is_drawn_where_it_is_seen);

  return g_test_run ();
}
