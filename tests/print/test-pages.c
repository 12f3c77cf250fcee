/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-plan.h"
#include "way-page-columns.h"
#include "way-page-rows.h"
#include "way-poster.h"
#include "way-print.h"
#include "way-scene-parts.h"

#include <cairo.h>

#define ZOOM 2     /* pixels a point */
#define ROUNDING 3 /* of 255 levels */

/* A sheet on which a poster moves by whole pixels */
#define SHEET_WIDTH (2 * WAY_POSTER_MARGIN + WAY_POSTER_OVERLAP + 400)
#define SHEET_HEIGHT (2 * WAY_POSTER_MARGIN + WAY_POSTER_OVERLAP + 300)
#define STEP_X 400
#define STEP_Y 300

static cairo_surface_t *
draw (WayPages *pages, guint page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  way_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width * ZOOM + 1),
                                        (int)(height * ZOOM + 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  way_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static const guint32 *
get_row (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return (const guint32 *)(gconstpointer)(data
                                          + (gsize)y * cairo_image_surface_get_stride (surface))
         + x;
}

static WayPages *
make_page (WayPlan *plan, gboolean rtl, guint across, guint down)
{
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GError) error = NULL;
  WayPages *pages;

  options.setup.rtl = rtl;
  options.setup.today = way_day_from_ymd (2026, 11, 22);
  options.timeline.pages_down = 1;
  way_poster_get_page_size (SHEET_WIDTH, SHEET_HEIGHT, WAY_POSTER_MARGIN, across, down,
                            &options.setup.width, &options.setup.height);
  pages = way_print_make_pages (plan, &options, &error);
  g_assert_no_error (error);

  return pages;
}

static gboolean
is_like (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)) > ROUNDING)
      return FALSE;

  return TRUE;
}

/* What sheets show of the page, pixel for pixel, and of the overlaps both. Cairo rounds the edges
 * of what it clips by one or two levels, and where a dash begins by part of a pixel. */
static void
assert_sheet_shows_its_part (WayPages *poster, guint sheet, cairo_surface_t *page)
{
  cairo_surface_t *surface = draw (poster, sheet);
  WayPagePlace place = way_pages_get_place (poster, sheet);
  int margin = WAY_POSTER_MARGIN * ZOOM;
  int width = (int)((STEP_X + WAY_POSTER_OVERLAP) * ZOOM) - 1;
  int height = (int)((STEP_Y + WAY_POSTER_OVERLAP) * ZOOM) - 1;

  guint n_unlike = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *part = get_row (surface, margin, margin + y);
      const guint32 *whole
          = get_row (page, (int)place.column * STEP_X * ZOOM, (int)place.row * STEP_Y * ZOOM + y);

      for (int x = 0; x < width; x++)
        n_unlike += !is_like (part[x], whole[x]);
    }
  g_assert_cmpuint (n_unlike, <, (guint)(width * height) / 20000);
  cairo_surface_destroy (surface);
}

static void
test_sheets_are_glued_to_the_page (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (3, 9, 120, 30);

  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (WayPages) page = make_page (plan, rtl, 3, 2);
      g_autoptr (WayPages) poster
          = way_poster_new (page, SHEET_WIDTH, SHEET_HEIGHT, WAY_POSTER_MARGIN, 3, 2);
      cairo_surface_t *picture = draw (page, 0);

      g_assert_cmpuint (way_pages_get_n_pages (page), ==, 1);
      g_assert_cmpuint (way_pages_get_n_pages (poster), ==, 6);
      for (guint sheet = 0; sheet < 6; sheet++)
        assert_sheet_shows_its_part (poster, sheet, picture);
      cairo_surface_destroy (picture);
    }
}

static void
test_poster_is_asked_for_by_an_option (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPages) pages = NULL;
  double width, height;

  options.is_poster = TRUE;
  options.timeline.pages_across = 3;
  options.timeline.pages_down = 2;
  pages = way_print_make_pages (plan, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (way_pages_get_n_pages (pages), ==, 6);
  way_pages_get_size (pages, &width, &height);
  g_assert_cmpfloat (width, ==, 841.89);
}

/* What a printer cannot reach stays white, marks and all, and the picture keeps clear of the marks
 */
static void
test_poster_keeps_to_what_the_printer_reaches (void)
{
  const double unreachable[] = { 18, 20.5, 40 };
  g_autoptr (WayPlan) plan = sample_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (unreachable); i++)
    {
      WayPrintOptions options = way_print_options_new ();
      g_autoptr (WayPages) pages = NULL;
      cairo_surface_t *sheet;

      options.is_poster = TRUE;
      options.unreachable = unreachable[i];
      options.timeline.pages_across = options.timeline.pages_down = 2;
      pages = way_print_make_pages (plan, &options, NULL);
      for (guint page = 0; page < 4; page++)
        {
          sheet = draw (pages, page);
          for (int y = 0; y < cairo_image_surface_get_height (sheet); y++)
            for (int x = 0; x < (int)(unreachable[i] * ZOOM); x++)
              g_assert_cmphex (*get_row (sheet, x, y) & 0xffffff, ==, 0xffffff);
          for (int y = 0; y < (int)(unreachable[i] * ZOOM); y++)
            for (int x = 0; x < cairo_image_surface_get_width (sheet); x++)
              {
                int below = (int)(595.28 * ZOOM) - 1 - y;

                g_assert_cmphex (*get_row (sheet, x, y) & 0xffffff, ==, 0xffffff);
                g_assert_cmphex (*get_row (sheet, x, below) & 0xffffff, ==, 0xffffff);
              }
          cairo_surface_destroy (sheet);
        }
    }
}

/* Columns begin where units do, none is wider than a page, and together they are all days */
static void
test_columns (void)
{
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  for (guint32 i = 0; i < 60; i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (seed + i, 4, 60, 0);
      g_autoptr (WayLabels) labels = way_labels_new_fixed ();
      g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
      WayPageColumns self = { .layout = layout, .body = 300 + i * 20 };
      guint wanted = 1 + i % 6;
      WayScale scale;
      g_autoptr (GArray) columns = NULL;

      g_assert_true (way_layout_get_span (layout, &self.first, &self.last));
      columns = way_page_columns_fit (&self, wanted, &scale);
      g_assert_cmpuint (columns->len, >, 1);
      g_assert_cmpuint (columns->len, <=, wanted + 1);
      g_assert_cmpfloat (g_array_index (columns, double, 0), <=, self.first);
      g_assert_cmpfloat (g_array_index (columns, double, columns->len - 1), >, self.last);
      for (guint j = 0; j + 1 < columns->len; j++)
        {
          double begin = g_array_index (columns, double, j);
          double end = g_array_index (columns, double, j + 1);

          g_assert_cmpfloat ((end - begin) * scale.day_width, <=, self.body + 0.01);
          if (j > 0)
            g_assert_cmpfloat (begin, ==,
                               way_unit_floor (WAY_UNIT_WEEK, (WayDay)begin) == begin
                                   ? begin
                                   : way_unit_floor (WAY_UNIT_MONTH, (WayDay)begin));
        }
    }
}

/* A head is at the top of each page that shows its lane, and all of it */
static void
test_rows_leave_room_for_heads (void)
{
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  for (guint32 i = 0; i < 200; i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (seed + i, 1 + i % 5, 20 + i, 0);
      g_autoptr (WayLabels) labels = way_labels_new_fixed ();
      g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
      double height = 300 + i * 3;
      g_autoptr (GArray) rows = way_page_rows_fit (layout, height, 1000);

      for (guint j = 0; j + 1 < rows->len; j++)
        {
          double top = g_array_index (rows, double, j);
          double bottom = g_array_index (rows, double, j + 1);
          const WayLane *lane
              = way_layout_get_lane (layout, (guint)way_layout_find_lane (layout, top));

          g_assert_cmpfloat (bottom, >, top);
          g_assert_cmpfloat (bottom - top, <=, height);
          g_assert_cmpfloat (way_scene_get_head_y (layout, lane, top), >=, top);
        }
    }
}

/* Head and foot */

static WayPageFrame *
make_frame (WayPlan *plan, const char *footer)
{
  WayPageSetup setup = way_print_options_new ().setup;

  setup.width = 500;
  setup.height = 400;
  setup.footer = footer;
  setup.today = way_day_from_ymd (2026, 11, 22);

  return way_page_frame_new (plan, &setup, NULL);
}

static void
test_placeholders (void)
{
  static const struct
  {
    const char *text;
    const char *expanded;
  } cases[] = {
    { "{page}/{pages}", "5/6" },
    { "row {row}, column {column}", "row 2, column 2" },
    { "{date}", "22 November 2026" },
    { "{title} by {owner}", "Untitled by " },
    { "{other} {", "{other} {" },
    { "{{page}}", "{{page}}" },
    { "", "" },
  };
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayPageFrame) frame = make_frame (plan, NULL);
  WayPagePlace place
      = { .page = 4, .n_pages = 6, .row = 1, .n_rows = 2, .column = 1, .n_columns = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expanded = way_page_frame_expand (frame, cases[i].text, &place);

      g_assert_cmpstr (expanded, ==, cases[i].expanded);
    }
}

static void
test_an_empty_foot_leaves_its_room (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  g_autoptr (WayPageFrame) usual = make_frame (plan, NULL);
  g_autoptr (WayPageFrame) empty = make_frame (plan, "");

  g_assert_cmpfloat (way_page_frame_get_body (empty).height, >,
                     way_page_frame_get_body (usual).height);
}

typedef struct
{
  WayPages *pages;
  guint n;
  guint last;
  guint deepest;
} Bookmarks;

static void
on_bookmark (const WayBookmark *bookmark, gpointer user_data)
{
  Bookmarks *found = user_data;

  g_assert_cmpuint (bookmark->page, <, way_pages_get_n_pages (found->pages));
  g_assert_cmpuint (bookmark->page, >=, found->last);
  g_assert_cmpfloat (bookmark->y, >, 0);
  found->last = bookmark->page;
  found->deepest = MAX (found->deepest, bookmark->level);
  found->n++;
}

static void
test_goals_are_bookmarks (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (WayPages) pages = NULL;
  Bookmarks found = { 0 };

  options.timeline.pages_across = 2;
  pages = found.pages = way_print_make_pages (plan, &options, NULL);
  way_pages_visit_bookmarks (pages, on_bookmark, &found);
  g_assert_cmpuint (found.n, ==, 3);
  g_assert_cmpuint (found.deepest, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print/pages/sheets-are-glued", test_sheets_are_glued_to_the_page);
  g_test_add_func ("/print/pages/poster", test_poster_is_asked_for_by_an_option);
  g_test_add_func ("/print/pages/poster-keeps-to-what-the-printer-reaches",
                   test_poster_keeps_to_what_the_printer_reaches);
  g_test_add_func ("/print/pages/columns", test_columns);
  g_test_add_func ("/print/pages/rows-leave-room-for-heads", test_rows_leave_room_for_heads);
  g_test_add_func ("/print/pages/placeholders", test_placeholders);
  g_test_add_func ("/print/pages/empty-foot", test_an_empty_foot_leaves_its_room);
  g_test_add_func ("/print/pages/bookmarks", test_goals_are_bookmarks);

  return g_test_run ();
}
