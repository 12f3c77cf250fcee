/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-style.h"

#define TEXT 4.5 /* WCAG 2.1, 1.4.3 */
#define MARK 3.0 /* WCAG 2.1, 1.4.11 */

static void
assert_contrast (WayTheme theme, const char *what, WayRgba a, WayRgba b, double least)
{
  double contrast = way_rgba_contrast (a, b);

  if (contrast < least)
    g_error ("theme %d, %s: #%06x on #%06x has %.2f:1, needs %.1f:1", theme, what, a >> 8, b >> 8,
             contrast, least);
}

static void
assert_tone (WayTheme theme, const char *what, const WayStyle *style, const WayTone *tone)
{
  assert_contrast (theme, what, style->text, tone->fill, TEXT);
  assert_contrast (theme, what, tone->on_solid, tone->solid, TEXT);
  assert_contrast (theme, what, tone->stroke, tone->fill, MARK);
  assert_contrast (theme, what, tone->stroke, style->background, MARK);
  assert_contrast (theme, what, tone->stroke, style->alternate, MARK);
  assert_contrast (theme, what, tone->solid, style->background, 2.6);
}

static void
test_known_contrasts (void)
{
  g_assert_cmpfloat_with_epsilon (way_rgba_contrast (0x000000ff, 0xffffffff), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (way_rgba_contrast (0x777777ff, 0xffffffff), 4.48, 0.01);
  g_assert_cmpfloat_with_epsilon (way_rgba_contrast (0x1c71d8ff, 0x1c71d8ff), 1, 0.01);
}

static void
test_every_theme_can_be_read (void)
{
  for (WayTheme theme = 0; theme < WAY_N_THEMES; theme++)
    {
      const WayStyle *style = way_style_get (theme);
      const WayRgba grounds[] = { style->background, style->alternate };

      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          assert_contrast (theme, "text", style->text, grounds[i], TEXT);
          assert_contrast (theme, "dim text", style->dim_text, grounds[i], TEXT);
          assert_contrast (theme, "link", style->link, grounds[i], MARK);
          assert_contrast (theme, "broken", style->broken, grounds[i], MARK);
          assert_contrast (theme, "today", style->today, grounds[i], MARK);
          assert_contrast (theme, "accent", style->accent, grounds[i], MARK);
          assert_contrast (theme, "expiry", style->expiry, grounds[i], MARK);

          for (guint colour = 0; colour < WAY_N_COLOURS; colour++)
            assert_contrast (theme, "goal", style->goals[colour], grounds[i], MARK);
        }

      assert_contrast (theme, "pill", style->on_today, style->today, TEXT);
      assert_contrast (theme, "renewal", style->expiry, style->renewal, MARK);
      assert_contrast (theme, "dropped", style->dim_text, style->dropped.fill, TEXT);
      assert_tone (theme, "credential", style, &style->credential);

      for (guint category = 0; category < WAY_N_CATEGORIES; category++)
        assert_tone (theme, way_schema_get_field (WAY_MILESTONE_CATEGORY)->choices[category].word,
                     style, &style->categories[category]);
    }
}

static void
test_high_contrast_is_higher (void)
{
  const WayTheme pairs[][2] = { { WAY_THEME_LIGHT, WAY_THEME_HIGH_CONTRAST },
                                { WAY_THEME_DARK, WAY_THEME_HIGH_CONTRAST_DARK } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const WayStyle *plain = way_style_get (pairs[i][0]);
      const WayStyle *high = way_style_get (pairs[i][1]);

      for (guint category = 0; category < WAY_N_CATEGORIES; category++)
        g_assert_cmpfloat (
            way_rgba_contrast (high->categories[category].stroke, high->background), >,
            way_rgba_contrast (plain->categories[category].stroke, plain->background));

      g_assert_cmpfloat (way_rgba_contrast (high->dim_text, high->background), >=, 7);
      g_assert_cmpfloat (high->line_width, >, plain->line_width);
    }
}

static void
assert_is_grey (WayRgba colour)
{
  g_assert_cmphex (colour >> 24, ==, colour >> 16 & 0xff);
  g_assert_cmphex (colour >> 24, ==, colour >> 8 & 0xff);
}

static void
test_greys_have_no_colour (void)
{
  const WayStyle *style = way_style_get (WAY_THEME_GREYS);
  const WayRgba single[]
      = { style->background, style->text,   style->dim_text, style->line,      style->faint_line,
          style->trough,     style->link,   style->broken,   style->today,     style->on_today,
          style->accent,     style->expiry, style->renewal,  style->alternate, style->review };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    assert_is_grey (single[i]);

  for (guint colour = 0; colour < WAY_N_COLOURS; colour++)
    assert_is_grey (style->goals[colour]);

  for (guint category = 0; category < WAY_N_CATEGORIES; category++)
    {
      assert_is_grey (style->categories[category].fill);
      assert_is_grey (style->categories[category].stroke);
      assert_is_grey (style->categories[category].solid);
    }
}

static void
test_words (void)
{
  WayTheme theme = WAY_THEME_LIGHT;

  g_assert_true (way_theme_from_word ("paper", &theme));
  g_assert_cmpint (theme, ==, WAY_THEME_PAPER);
  g_assert_true (way_theme_from_word ("High-Contrast", &theme));
  g_assert_cmpint (theme, ==, WAY_THEME_HIGH_CONTRAST);
  g_assert_false (way_theme_from_word ("sepia", &theme));
  g_assert_cmpint (theme, ==, WAY_THEME_HIGH_CONTRAST);
}

static void
test_fade_changes_opacity_only (void)
{
  g_assert_cmphex (way_rgba_fade (0x123456ff, 0.5), ==, 0x12345680);
  g_assert_cmphex (way_rgba_fade (0x12345680, 0), ==, 0x12345600);
  g_assert_cmphex (way_rgba_fade (0x12345680, 1), ==, 0x12345680);
}

/* What a filter leaves aside can still be read, on every ground that is dimmed as well */
static void
test_dimmed_text_can_be_read (void)
{
  for (WayTheme theme = 0; theme < WAY_N_THEMES; theme++)
    {
      const WayStyle *style = way_style_get (theme);
      const WayRgba grounds[] = { style->background, style->alternate };

      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        for (guint category = 0; category < WAY_N_CATEGORIES; category++)
          {
            const WayTone *tone = &style->categories[category];
            const WayRgba bars[] = { 0, tone->fill, tone->solid, style->dropped.fill };

            for (guint j = 0; j < G_N_ELEMENTS (bars); j++)
              {
                WayRgba ground = way_rgba_over (way_style_dim (bars[j]), grounds[i]);
                WayRgba text = way_rgba_over (way_style_get_dimmed_text (style), ground);

                assert_contrast (theme, "dimmed text", text, ground, MARK);
              }
          }

      g_assert_cmpfloat (
          way_rgba_contrast (way_rgba_over (way_style_get_dimmed_text (style), style->background),
                             style->background),
          <, way_rgba_contrast (style->dim_text, style->background));
    }
}

static void
test_measures_grow_with_the_font (void)
{
  WayMetrics usual = way_metrics_new (1.0);
  WayMetrics large = way_metrics_new (2.0);
  WayMetrics small = way_metrics_new (0.8);

  g_assert_cmpfloat (usual.head_width, ==, 252);
  g_assert_cmpfloat (usual.row_height, ==, 34);
  g_assert_cmpfloat (usual.bar_height, ==, 26);
  g_assert_cmpfloat (large.row_height, ==, 68);
  g_assert_cmpfloat (large.head_width, <, 2 * usual.head_width);
  g_assert_cmpfloat (small.row_height, ==, usual.row_height);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/style/known-contrasts", test_known_contrasts);
  g_test_add_func ("/timeline/style/every-theme-can-be-read", test_every_theme_can_be_read);
  g_test_add_func ("/timeline/style/high-contrast-is-higher", test_high_contrast_is_higher);
  g_test_add_func ("/timeline/style/greys-have-no-colour", test_greys_have_no_colour);
  g_test_add_func ("/timeline/style/words", test_words);
  g_test_add_func ("/timeline/style/fade-changes-opacity-only", test_fade_changes_opacity_only);
  g_test_add_func ("/timeline/style/dimmed-text-can-be-read", test_dimmed_text_can_be_read);
  g_test_add_func ("/timeline/style/measures-grow-with-the-font", test_measures_grow_with_the_font);

  return g_test_run ();
}
