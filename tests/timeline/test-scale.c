/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-scale.h"

#include <locale.h>
#include <math.h>

static void
test_zoom_keeps_the_pointer (void)
{
  WayScale before = { .origin = 20000, .day_width = 2.0 };

  for (double factor = 0.001; factor < 1000; factor *= 1.7)
    for (double x = -300; x <= 1600; x += 37)
      {
        WayScale after = way_scale_zoom (before, x, factor);

        g_assert_cmpfloat_with_epsilon (way_scale_day (before, x), way_scale_day (after, x), 1e-6);
        g_assert_cmpfloat (after.day_width, >=, WAY_SCALE_MIN_DAY_WIDTH);
        g_assert_cmpfloat (after.day_width, <=, WAY_SCALE_MAX_DAY_WIDTH);
      }
}

static void
test_pan_stays_within_the_calendar (void)
{
  WayScale scale = { .origin = 20000, .day_width = 0.1 };

  g_assert_cmpfloat_with_epsilon (way_scale_pan (scale, 50).origin, 20500, 1e-9);
  g_assert_cmpfloat (way_scale_pan (scale, 1e12).origin, ==, WAY_DAY_MAX);
  g_assert_cmpfloat (way_scale_pan (scale, -1e12).origin, ==, WAY_DAY_MIN);
}

static void
test_fit_shows_both_ends (void)
{
  for (int days = 10; days < 20000; days = days * 3 / 2)
    {
      for (double margin = 0; margin < 200; margin += 45)
        {
          WayScale scale = way_scale_fit (20000, 20000 + days, 800, margin);

          g_assert_cmpfloat (way_scale_x (scale, 20000), >=, margin - 1e-6);
          g_assert_cmpfloat (way_scale_x (scale, 20000 + days + 1), <=, 800 - margin + 1e-6);
        }
    }
}

static void
test_fit_of_one_day_stays_in_the_limits (void)
{
  WayScale scale = way_scale_fit (20000, 20000, 5000, 0);

  g_assert_cmpfloat (scale.day_width, ==, WAY_SCALE_MAX_DAY_WIDTH);
}

static void
test_align_moves_by_less_than_a_pixel (void)
{
  for (double origin = 20000; origin < 20010; origin += 0.37)
    {
      WayScale scale = { .origin = origin, .day_width = 0.73 };
      WayScale aligned = way_scale_align (scale);
      double pixel = aligned.origin * aligned.day_width;

      g_assert_cmpfloat_with_epsilon (pixel, round (pixel), 1e-6);
      g_assert_cmpfloat_with_epsilon (way_scale_x (scale, aligned.origin), 0, 0.51);
    }
}

/* Each unit's beginning is its own floor, and the day before belongs to the unit before */
static void
test_units_tile_the_calendar (void)
{
  for (WayUnit unit = 0; unit < WAY_N_UNITS; unit++)
    {
      WayDay day = way_unit_floor (unit, way_day_from_ymd (2026, 11, 22));

      for (int i = 0; i < 40; i++)
        {
          WayDay next = way_unit_add (unit, day, 1);

          g_assert_cmpint (next, >, day);
          g_assert_cmpint (way_unit_floor (unit, day), ==, day);
          g_assert_cmpint (way_unit_floor (unit, next - 1), ==, day);
          g_assert_cmpint (way_unit_floor (unit, next), ==, next);
          day = next;
        }
    }
}

static void
test_snap_takes_the_nearest_beginning (void)
{
  WayScale months = { .origin = 20000, .day_width = 0.4 };
  WayDay first = way_day_from_ymd (2027, 3, 1);

  g_assert_cmpint (way_scale_get_unit (months), ==, WAY_UNIT_MONTH);
  g_assert_cmpint (way_scale_snap (months, first + 0.3), ==, first);
  g_assert_cmpint (way_scale_snap (months, first + 15), ==, first);
  g_assert_cmpint (way_scale_snap (months, first + 16), ==, way_day_from_ymd (2027, 4, 1));
  g_assert_cmpint (way_scale_snap (months, first - 2), ==, first);
}

/* Weeks do not begin with the months that the scale shows beside or instead of them */
static void
test_snap_by_weeks_stops_at_months (void)
{
  for (double width = 1.5; width < 10; width += 0.5)
    {
      WayScale weeks = { .origin = 20000, .day_width = width };

      g_assert_cmpint (way_scale_get_unit (weeks), ==, WAY_UNIT_WEEK);
      for (int month = 1; month <= 12; month++)
        {
          WayDay first = way_day_from_ymd (2027, month, 1);
          WayDay middle = way_unit_floor (WAY_UNIT_WEEK, first + 14);

          for (double pixels = -4; pixels <= 4; pixels++)
            g_assert_cmpint (way_scale_snap (weeks, first + pixels / width), ==, first);
          g_assert_cmpint (way_scale_snap (weeks, middle + 2 / width), ==, middle);
        }
    }
}

static void
test_unit_grows_as_the_scale_shrinks (void)
{
  WayUnit last = WAY_UNIT_DAY;

  for (double width = WAY_SCALE_MAX_DAY_WIDTH; width > WAY_SCALE_MIN_DAY_WIDTH; width *= 0.9)
    {
      WayUnit unit = way_scale_get_unit ((WayScale){ 20000, width });

      g_assert_cmpint (unit, >=, last);
      last = unit;
    }

  g_assert_cmpint (last, >=, WAY_UNIT_YEAR);
}

static double
measure (WayTickRow row, const char *text, gpointer user_data)
{
  double wider = row == WAY_TICKS_MAJOR ? 1.3 : 1;

  return g_utf8_strlen (text, -1) * *(double *)user_data * wider;
}

/* Labels of one row: from where the unit begins, or from x = 0, up to where the text ends */
static void
assert_no_overlap (WayScale scale, WayTickRow row, double char_width)
{
  g_autoptr (GArray) ticks = way_scale_get_ticks (scale, row, 1400, measure, &char_width);
  double end = -1;
  guint n_labels = 0;

  g_assert_cmpuint (ticks->len, >, 0);
  g_assert_cmpfloat (way_scale_x (scale, g_array_index (ticks, WayTick, 0).day), <=, 0);

  for (guint i = 0; i < ticks->len; i++)
    {
      const WayTick *tick = &g_array_index (ticks, WayTick, i);
      double left = MAX (0, way_scale_x (scale, tick->day));

      if (i > 0)
        g_assert_cmpint (tick->day, ==, g_array_index (ticks, WayTick, i - 1).next);

      if (tick->label == NULL)
        continue;

      g_assert_cmpfloat (left, >, end);
      end = left + measure (row, tick->label, &char_width);
      g_assert_cmpfloat (end, <, way_scale_x (scale, tick->next));
      n_labels++;
    }

  g_assert_cmpfloat (way_scale_x (scale, g_array_index (ticks, WayTick, ticks->len - 1).next), >=,
                     1400);

  if (row == WAY_TICKS_MINOR)
    g_assert_cmpuint (n_labels, >=, 4);
}

static void
test_labels_never_touch (void)
{
  const double char_widths[] = { 5, 7, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (char_widths); i++)
    for (double width = WAY_SCALE_MIN_DAY_WIDTH; width <= WAY_SCALE_MAX_DAY_WIDTH; width *= 1.03)
      for (int offset = 0; offset < 40; offset += 13)
        {
          WayScale scale = { .origin = 20759 + offset, .day_width = width };

          assert_no_overlap (scale, WAY_TICKS_MAJOR, char_widths[i]);
          assert_no_overlap (scale, WAY_TICKS_MINOR, char_widths[i]);
        }
}

/* The locale is built with the tests; see tests/locale */
static void
test_months_are_in_the_locales_words (void)
{
  WayScale scale = { .origin = way_day_from_ymd (2027, 1, 1), .day_width = 8 };
  double char_width = 7;
  g_autoptr (GArray) ticks = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the German locale is not there");
      return;
    }

  ticks = way_scale_get_ticks (scale, WAY_TICKS_MAJOR, 1400, measure, &char_width);
  g_assert_cmpstr (g_array_index (ticks, WayTick, 2).label, ==, "März 2027");

  /* weeks begin on Monday there, on Sunday in the C locale */
  g_assert_cmpint (way_day_weekday (way_unit_floor (WAY_UNIT_WEEK, 20779)), ==, 1);

  for (double width = WAY_SCALE_MIN_DAY_WIDTH; width <= WAY_SCALE_MAX_DAY_WIDTH; width *= 1.1)
    {
      scale.day_width = width;
      assert_no_overlap (scale, WAY_TICKS_MAJOR, char_width);
      assert_no_overlap (scale, WAY_TICKS_MINOR, char_width);
    }

  setlocale (LC_ALL, "");
}

/* Whatever the fonts, the upper row is the one that belongs to the lower one */
static void
test_rows_belong_together (void)
{
  static const WayUnit majors[WAY_N_UNITS] = {
    [WAY_UNIT_DAY] = WAY_UNIT_MONTH,          [WAY_UNIT_WEEK] = WAY_UNIT_MONTH,
    [WAY_UNIT_MONTH] = WAY_UNIT_YEAR,         [WAY_UNIT_QUARTER] = WAY_UNIT_YEAR,
    [WAY_UNIT_YEAR] = WAY_UNIT_DECADE,        [WAY_UNIT_FIVE_YEARS] = WAY_UNIT_FIFTY_YEARS,
    [WAY_UNIT_DECADE] = WAY_UNIT_FIFTY_YEARS, [WAY_UNIT_TWENTY_FIVE_YEARS] = WAY_UNIT_FIFTY_YEARS,
  };

  for (double char_width = 4; char_width < 24; char_width *= 1.4)
    for (double width = WAY_SCALE_MIN_DAY_WIDTH; width <= WAY_SCALE_MAX_DAY_WIDTH; width *= 1.03)
      {
        WayScale scale = { .origin = 20759, .day_width = width };
        g_autoptr (GArray) major
            = way_scale_get_ticks (scale, WAY_TICKS_MAJOR, 900, measure, &char_width);
        g_autoptr (GArray) minor
            = way_scale_get_ticks (scale, WAY_TICKS_MINOR, 900, measure, &char_width);

        g_assert_cmpint (g_array_index (major, WayTick, 0).unit, ==,
                         majors[g_array_index (minor, WayTick, 0).unit]);
      }
}

static void
test_ticks_end_with_the_calendar (void)
{
  double char_width = 7;

  for (double width = WAY_SCALE_MIN_DAY_WIDTH; width <= WAY_SCALE_MAX_DAY_WIDTH; width *= 2)
    for (WayTickRow row = WAY_TICKS_MAJOR; row <= WAY_TICKS_MINOR; row++)
      {
        WayScale last = { .origin = WAY_DAY_MAX - 10, .day_width = width };
        WayScale first = { .origin = WAY_DAY_MIN - 10, .day_width = width };
        g_autoptr (GArray) end = way_scale_get_ticks (last, row, 1400, measure, &char_width);
        g_autoptr (GArray) start = way_scale_get_ticks (first, row, 1400, measure, &char_width);

        g_assert_cmpuint (end->len, <, 20);
        g_assert_cmpuint (start->len, >, 0);
      }
}

static const char *
find_label (GArray *ticks, WayDay day)
{
  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, WayTick, i).day == day)
      return g_array_index (ticks, WayTick, i).label;

  return NULL;
}

static void
test_rows_match_the_zoom (void)
{
  static const struct
  {
    double day_width;
    const char *major;
    const char *minor;
  } cases[] = {
    { 100, "January 2027", "Fri 1" }, { 30, "January 2027", "1" }, { 1.5, "2027", "Jan" },
    { 0.6, "2027", "Jan" },           { 0.15, NULL, "2027" },
  };
  WayDay day = way_day_from_ymd (2027, 1, 1);
  double char_width = 7;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayScale scale = { .origin = day - 1, .day_width = cases[i].day_width };
      g_autoptr (GArray) major
          = way_scale_get_ticks (scale, WAY_TICKS_MAJOR, 900, measure, &char_width);
      g_autoptr (GArray) minor
          = way_scale_get_ticks (scale, WAY_TICKS_MINOR, 900, measure, &char_width);

      g_assert_cmpstr (find_label (major, day), ==, cases[i].major);
      g_assert_cmpstr (find_label (minor, day), ==, cases[i].minor);
    }
}

/* As much as a window of 800 to 1,200 pixels shows of five years beside the lanes' heads */
static void
test_five_years_show_quarters (void)
{
  WayDay day = way_day_from_ymd (2026, 1, 1);
  double char_width = 7;

  for (double body = 500; body <= 950; body += 25)
    {
      WayScale scale = { .origin = day - 1, .day_width = body / (5 * 365.25) };
      g_autoptr (GArray) major
          = way_scale_get_ticks (scale, WAY_TICKS_MAJOR, body, measure, &char_width);
      g_autoptr (GArray) minor
          = way_scale_get_ticks (scale, WAY_TICKS_MINOR, body, measure, &char_width);

      g_assert_cmpint (g_array_index (minor, WayTick, 0).unit, ==, WAY_UNIT_QUARTER);
      g_assert_cmpstr (find_label (major, day), ==, "2026");
      g_assert_cmpstr (find_label (minor, day), ==, body < 630 ? "Q1" : "Jan");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/scale/zoom-keeps-the-pointer", test_zoom_keeps_the_pointer);
  g_test_add_func ("/timeline/scale/pan-stays-within-the-calendar",
                   test_pan_stays_within_the_calendar);
  g_test_add_func ("/timeline/scale/fit-shows-both-ends", test_fit_shows_both_ends);
  g_test_add_func ("/timeline/scale/fit-of-one-day-stays-in-the-limits",
                   test_fit_of_one_day_stays_in_the_limits);
  g_test_add_func ("/timeline/scale/align-moves-by-less-than-a-pixel",
                   test_align_moves_by_less_than_a_pixel);
  g_test_add_func ("/timeline/scale/units-tile-the-calendar", test_units_tile_the_calendar);
  g_test_add_func ("/timeline/scale/snap-takes-the-nearest-beginning",
                   test_snap_takes_the_nearest_beginning);
  g_test_add_func ("/timeline/scale/snap-by-weeks-stops-at-months",
                   test_snap_by_weeks_stops_at_months);
  g_test_add_func ("/timeline/scale/unit-grows-as-the-scale-shrinks",
                   test_unit_grows_as_the_scale_shrinks);
  g_test_add_func ("/timeline/scale/labels-never-touch", test_labels_never_touch);
  g_test_add_func ("/timeline/scale/months-are-in-the-locales-words",
                   test_months_are_in_the_locales_words);
  g_test_add_func ("/timeline/scale/rows-belong-together", test_rows_belong_together);
  g_test_add_func ("/timeline/scale/ticks-end-with-the-calendar", test_ticks_end_with_the_calendar);
  g_test_add_func ("/timeline/scale/rows-match-the-zoom", test_rows_match_the_zoom);
  g_test_add_func ("/timeline/scale/five-years-show-quarters", test_five_years_show_quarters);

  return g_test_run ();
}
