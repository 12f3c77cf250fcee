/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-back.h"
#include "sample-plan.h"
#include "way-print-bytes.h"
#include "way-print-kind.h"

#include <cairo.h>
#include <locale.h>

static void
test_pdf_has_its_text (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GBytes) pdf = render (plan, &options);
  g_autofree char *text = ask ("pdftotext", "-layout", pdf);
  const char *const wanted[] = { "Become a critical-care",
                                 "Critical-care residency",
                                 "2028",
                                 "Sit the CCRN",
                                 "Credentials",
                                 "Planned",
                                 "Today" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("no “%s” in the PDF:\n%s", wanted[i], text);
}

static void
test_pdf_says_what_it_is (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *info = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  pdf = render (plan, &options);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  info = ask ("pdfinfo", "-isodates", pdf);

  g_assert_nonnull (strstr (info, "2023-11-14T22:13:20Z"));
  g_assert_nonnull (strstr (info, "Waymark"));
  g_assert_nonnull (strstr (info, "841.89 x 595.28"));
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
}

static void
test_plan_is_fitted_to_pages (void)
{
  static const guint sizes[][2] = { { 1, 1 }, { 3, 1 }, { 2, 4 }, { 5, 2 } };
  g_autoptr (WayPlan) plan = sample_plan_new_random (7, 12, 150, 40);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      WayPrintOptions options = way_print_options_new ();
      guint n_pages;

      options.timeline.pages_across = sizes[i][0];
      options.timeline.pages_down = sizes[i][1];
      n_pages = count_pages (plan, &options);
      g_assert_cmpuint (n_pages % sizes[i][0], ==, 0);
      g_assert_cmpuint (n_pages, <=, sizes[i][0] * sizes[i][1]);
    }
}

static void
test_scale_takes_the_pages_it_needs (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();

  options.timeline.from = way_day_from_ymd (2026, 1, 1);
  options.timeline.to = way_day_from_ymd (2029, 12, 31);
  options.timeline.day_width = 1; /* 1,461 points on pages with 630 */

  g_assert_cmpuint (count_pages (plan, &options) % 3, ==, 0);
}

static void
assert_same_bytes_twice (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GBytes) first = render (plan, options);
  g_autoptr (GBytes) second = render (plan, options);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

static void
test_same_bytes_each_time (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();

  for (WayRenderFormat format = WAY_RENDER_PDF; format <= WAY_RENDER_PNG; format++)
    for (WayTheme theme = 0; theme < WAY_N_THEMES; theme++)
      {
        WayPrintOptions options = way_print_options_new ();

        options.format = format;
        options.setup.theme = theme;
        assert_same_bytes_twice (plan, &options);
      }
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  gsize n_read;

  g_input_stream_read_all (closure, data, length, &n_read, NULL, NULL);

  return n_read == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
render_png (WayPlan *plan, WayPrintOptions *options)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GInputStream) stream = NULL;
  cairo_surface_t *surface;

  options->format = WAY_RENDER_PNG;
  png = render (plan, options);
  stream = g_memory_input_stream_new_from_bytes (png);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *)(data + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static void
test_png_is_as_wide_as_the_paper (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  const double resolutions[] = { 72, 144, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      WayPrintOptions options = way_print_options_new ();
      cairo_surface_t *surface;

      options.dpi = resolutions[i];
      surface = render_png (plan, &options);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==,
                       (int)(841.89 * resolutions[i] / 72 + 0.5));
      cairo_surface_destroy (surface);
    }
}

static void
test_png_has_the_theme (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();

  for (WayTheme theme = 0; theme < WAY_N_THEMES; theme++)
    {
      WayPrintOptions options = way_print_options_new ();
      cairo_surface_t *surface;

      options.setup.theme = theme;
      surface = render_png (plan, &options);
      g_assert_cmphex (get_pixel (surface, 3, 3), ==, way_style_get (theme)->background >> 8);
      cairo_surface_destroy (surface);
    }
}

static void
test_svg_is_well_formed (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GBytes) svg = NULL;
  GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  options.format = WAY_RENDER_SVG;
  svg = render (plan, &options);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (text, "surface"));
}

/* Titles in scripts that need shaping, and one that needs room */
static void
test_any_script_can_be_drawn (void)
{
  static const char *const titles[] = { "امتحان البورد السعودي في طب الأسرة",
                                        "בחינת התמחות ברפואת משפחה",
                                        "执业护士资格考试",
                                        "การสอบใบอนุญาต",
                                        "👩‍⚕️ first day",
                                        "a\u202eb\u2066c",
                                        "" };
  g_autoptr (WayPlan) plan = sample_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = g_strdup_printf ("title %u", i);
      g_autofree char *title = g_strnfill (i == 6 ? 5000 : 0, 'w');

      g_assert_true (way_plan_add_loaded (
          plan, sample_milestone_new (name, "icu", i == 6 ? title : titles[i], "2027-01",
                                      i % 2 == 0 ? "2027-05" : NULL, "education", "done", 100)));
    }

  for (WayRenderFormat format = WAY_RENDER_PDF; format <= WAY_RENDER_PNG; format++)
    for (int rtl = 0; rtl < 2; rtl++)
      {
        WayPrintOptions options = way_print_options_new ();
        g_autoptr (GBytes) bytes = NULL;

        options.format = format;
        options.setup.rtl = rtl;
        bytes = render (plan, &options);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 5000);
      }
}

static void
test_range_and_goal_choose_what_is_drawn (void)
{
  const WayId icu = sample_id ("icu");
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  options.timeline.goals = &icu;
  options.timeline.n_goals = 1;
  options.timeline.from = way_day_from_ymd (2027, 3, 1);
  options.timeline.to = way_day_from_ymd (2027, 12, 31);
  pdf = render (plan, &options);
  text = ask ("pdftotext", "-layout", pdf);
  g_assert_nonnull (strstr (text, "Sit the CCRN"));
  g_assert_nonnull (strstr (text, "March to December 2027"));
  g_assert_null (strstr (text, "Renew ACLS"));
  g_assert_null (strstr (text, "Master of Science"));
}

static void
assert_refused (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_false (way_print_render (plan, options, stream, NULL, &error));
  g_assert_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_senseless_options_are_refused (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  const WayId goals[] = { sample_id ("icu"), sample_id ("nobody") };
  WayPrintOptions options[7];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    options[i] = way_print_options_new ();

  options[0].timeline.from = 20000;
  options[0].timeline.to = 19999;
  options[1].timeline.pages_across = 0;
  options[2].timeline.pages_across = 21;
  options[3].timeline.day_width = -1;
  options[4].dpi = 1201;
  options[5].timeline.goals = goals;
  options[5].timeline.n_goals = G_N_ELEMENTS (goals);
  options[6].format = WAY_RENDER_PNG;
  options[6].paper = WAY_PAPER_A3;
  options[6].timeline.pages_across = 10;
  options[6].dpi = 600;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    assert_refused (plan, &options[i]);
}

static void
test_error_of_the_stream_is_told (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();

  for (WayRenderFormat format = WAY_RENDER_PDF; format <= WAY_RENDER_PNG; format++)
    {
      WayPrintOptions options = way_print_options_new ();
      g_autofree guchar *small = g_malloc (1000);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (small, 1000, NULL, NULL);
      g_autoptr (GError) error = NULL;

      options.format = format;
      g_assert_false (way_print_render (plan, &options, stream, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
test_empty_plan_is_a_page (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);

  for (WayRenderFormat format = WAY_RENDER_PDF; format <= WAY_RENDER_PNG; format++)
    {
      WayPrintOptions options = way_print_options_new ();
      g_autoptr (GBytes) bytes = NULL;

      options.format = format;
      bytes = render (plan, &options);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
    }
}

static void
test_the_paper_lies_as_it_suits (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (WayPages) wide = NULL;
  g_autoptr (WayPages) many = NULL;
  double width, height;

  options.landscape = FALSE;
  wide = way_print_make_best_pages (plan, &options, NULL);
  g_assert_true (options.landscape);
  g_assert_cmpuint (way_pages_get_n_pages (wide), ==, 1);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("step %u", i);

      g_assert_true (
          way_plan_add_loaded (plan, sample_milestone_new (name, "icu", name, "2027-01", "2027-12",
                                                           "education", "planned", 0)));
    }

  /* more lanes fit on paper that stands upright */
  many = way_print_make_best_pages (plan, &options, NULL);
  g_assert_false (options.landscape);
  way_pages_get_size (many, &width, &height);
  g_assert_cmpfloat (width, <, height);

  options.landscape = TRUE;
  options.setup.width = options.setup.height = 0;
  g_clear_object (&wide);
  wide = way_print_make_pages (plan, &options, NULL);
  g_assert_cmpuint (way_pages_get_n_pages (many), <, way_pages_get_n_pages (wide));
}

static void
test_the_paper_lies_so_that_all_is_larger (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new (), other;
  g_autoptr (WayPages) best = NULL;
  g_autoptr (WayPages) turned = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("step %u", i);

      g_assert_true (
          way_plan_add_loaded (plan, sample_milestone_new (name, "icu", name, "2027-01", "2027-12",
                                                           "education", "planned", 0)));
    }

  options.timeline.pages_down = 1;
  best = way_print_make_best_pages (plan, &options, NULL);
  other = options;
  other.landscape = !options.landscape;
  other.setup.width = other.setup.height = 0;
  turned = way_print_make_pages (plan, &other, NULL);

  g_assert_cmpuint (way_pages_get_n_pages (best), ==, 1);
  g_assert_true (turned == NULL || way_pages_get_zoom (best) >= way_pages_get_zoom (turned));
}

static void
test_what_makes_no_sense_suits_no_paper (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GError) error = NULL;

  options.timeline.pages_across = 0;
  g_assert_null (way_print_make_best_pages (plan, &options, &error));
  g_assert_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION);
}

static void
test_each_kind_has_words (void)
{
  WayPrintKind found = WAY_PRINT_TIMELINE;

  for (WayPrintKind kind = 0; kind < WAY_N_PRINT_KINDS; kind++)
    {
      const WayPrintKindInfo *info = way_print_kind_get_info (kind);

      g_assert_nonnull (info->label);
      g_assert_true (way_print_kind_from_word (info->word, &found));
      g_assert_cmpint (found, ==, kind);
    }

  g_assert_false (way_print_kind_from_word ("poem", &found));
}

static void
test_papers_have_words (void)
{
  WayPaper paper = WAY_PAPER_A5;

  g_assert_true (way_paper_from_word ("A3", &paper));
  g_assert_cmpint (paper, ==, WAY_PAPER_A3);
  g_assert_true (way_paper_from_word ("letter", &paper));
  g_assert_cmpint (paper, ==, WAY_PAPER_LETTER);
  g_assert_false (way_paper_from_word ("b4", &paper));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GBytes **bytes = user_data;
  g_autoptr (GError) error = NULL;

  *bytes = way_print_bytes_finish (result, &error);
  g_assert_no_error (error);
}

/* What is edited meanwhile is not in it */
static void
test_a_thread_draws_the_plan_as_it_was (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new ();
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autofree char *footer = g_strdup ("for {owner}|{date}|{page}");

  options.setup.footer = footer;
  expected = render (plan, &options);
  way_print_bytes_async (plan, &options, NULL, on_drawn, &drawn);
  footer[0] = 'F';
  g_assert_true (
      way_plan_add_loaded (plan, sample_milestone_new ("late", "icu", "Too late", "2027-01", NULL,
                                                       "education", "done", 0)));
  while (drawn == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_bytes_equal (drawn, expected));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pdf-has-its-text", test_pdf_has_its_text);
  g_test_add_func ("/print/pdf-says-what-it-is", test_pdf_says_what_it_is);
  g_test_add_func ("/print/plan-is-fitted-to-pages", test_plan_is_fitted_to_pages);
  g_test_add_func ("/print/scale-takes-the-pages-it-needs", test_scale_takes_the_pages_it_needs);
  g_test_add_func ("/print/same-bytes-each-time", test_same_bytes_each_time);
  g_test_add_func ("/print/png-is-as-wide-as-the-paper", test_png_is_as_wide_as_the_paper);
  g_test_add_func ("/print/png-has-the-theme", test_png_has_the_theme);
  g_test_add_func ("/print/svg-is-well-formed", test_svg_is_well_formed);
  g_test_add_func ("/print/any-script-can-be-drawn", test_any_script_can_be_drawn);
  g_test_add_func ("/print/range-and-goal-choose-what-is-drawn",
                   test_range_and_goal_choose_what_is_drawn);
  g_test_add_func ("/print/senseless-options-are-refused", test_senseless_options_are_refused);
  g_test_add_func ("/print/error-of-the-stream-is-told", test_error_of_the_stream_is_told);
  g_test_add_func ("/print/empty-plan-is-a-page", test_empty_plan_is_a_page);
  g_test_add_func ("/print/the-paper-lies-as-it-suits", test_the_paper_lies_as_it_suits);
  g_test_add_func ("/print/the-paper-lies-so-that-all-is-larger",
                   test_the_paper_lies_so_that_all_is_larger);
  g_test_add_func ("/print/what-makes-no-sense-suits-no-paper",
                   test_what_makes_no_sense_suits_no_paper);
  g_test_add_func ("/print/each-kind-has-words", test_each_kind_has_words);
  g_test_add_func ("/print/papers-have-words", test_papers_have_words);

  g_test_add_func ("/print/thread", test_a_thread_draws_the_plan_as_it_was);

  return g_test_run ();
}
