/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-date.h"

#include <string.h>

static WayDate
parse (const char *text)
{
  WayDate date = WAY_DATE_NONE;

  g_assert_true (way_date_parse (text, strlen (text), &date));

  return date;
}

static void
assert_date (WayDate date, const char *expected)
{
  char text[WAY_DATE_BUFFER_SIZE];

  g_assert_cmpstr (way_date_format (date, text), ==, expected);
}

static void
test_text_comes_back (void)
{
  static const char *const good[]
      = { "0000",     "2027",       "9999?",       "2027-06",    "2027-06~",
          "2027-12%", "2028-02-29", "2027-06-30?", "9999-12-31", "0000-01-01~" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_date (parse (good[i]), good[i]);
}

static void
test_refuses_what_is_none (void)
{
  static const char *const bad[]
      = { "",           "27",      "2027-13",      "2027-00", "2027-6", "2027-02-29", "2027-06-31",
          "2027-06-00", "2027/06", "2027-06-30T",  "~",       "2027~~", " 2027",      "2027-06-3",
          "-2027",      "20a7",    "2027-06-30~?", "2027-1 " };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      WayDate date = 7;

      g_assert_false (way_date_parse (bad[i], strlen (bad[i]), &date));
      g_assert_cmpuint (date, ==, 7);
    }
}

static void
test_partial_dates_have_two_ends (void)
{
  g_assert_cmpint (way_date_get_earliest (parse ("2028")), ==, way_day_from_ymd (2028, 1, 1));
  g_assert_cmpint (way_date_get_latest (parse ("2028")), ==, way_day_from_ymd (2028, 12, 31));
  g_assert_cmpint (way_date_get_latest (parse ("2028-02~")), ==, way_day_from_ymd (2028, 2, 29));
  g_assert_cmpint (way_date_get_latest (parse ("9999")), ==, WAY_DAY_MAX);
  g_assert_cmpint (way_date_get_earliest (WAY_DATE_NONE), ==, WAY_DAY_NONE);
  g_assert_true (way_date_is_fuzzy (parse ("2028-02")));
  g_assert_true (way_date_is_fuzzy (parse ("2028-02-03?")));
  g_assert_false (way_date_is_fuzzy (parse ("2028-02-03")));
}

static void
test_shift_keeps_the_precision (void)
{
  assert_date (way_date_shift (parse ("2027-06-30"), 1), "2027-07-01");
  assert_date (way_date_shift (parse ("2027-06~"), 10), "2027-06~");
  assert_date (way_date_shift (parse ("2027-06~"), 20), "2027-07~");
  assert_date (way_date_shift (parse ("2027-06"), -20), "2027-05");
  assert_date (way_date_shift (parse ("2027?"), 200), "2028?");
  assert_date (way_date_shift (parse ("2027?"), 100), "2027?");
  assert_date (way_date_shift (parse ("9999-12-31"), 5), "9999-12-31");
  g_assert_cmpuint (way_date_shift (WAY_DATE_NONE, 5), ==, WAY_DATE_NONE);
}

static void
test_shift_and_back_is_the_same_day (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      WayDay day = g_test_rand_int_range (-100000, 100000);
      int days = g_test_rand_int_range (-5000, 5000);
      WayDate date = way_date_from_day (day);

      g_assert_cmpuint (way_date_shift (way_date_shift (date, days), -days), ==, date);
    }
}

static void
test_months_keep_the_precision (void)
{
  assert_date (way_date_add_months (parse ("2027-06~"), 8), "2028-02~");
  assert_date (way_date_add_months (parse ("2027-01-31"), 1), "2027-02-28");
  assert_date (way_date_add_months (parse ("2027"), 7), "2028");
  assert_date (way_date_add_months (parse ("2027"), 5), "2027");
  assert_date (way_date_add_months (parse ("2027"), -7), "2026");
}

static void
test_order_is_by_both_ends (void)
{
  static const char *const sorted[]
      = { "2026", "2027-01-01", "2027-01", "2027", "2027-01-02", "2027-02" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_cmpint (way_date_compare (parse (sorted[i]), parse (sorted[i + 1])), <, 0);
      g_assert_cmpint (way_date_compare (parse (sorted[i + 1]), parse (sorted[i])), >, 0);
    }
  g_assert_cmpint (way_date_compare (WAY_DATE_NONE, parse ("9999")), >, 0);
  g_assert_cmpint (way_date_compare (WAY_DATE_NONE, WAY_DATE_NONE), ==, 0);
}

/* A word is a date exactly when its text is, and gives the word again */
static void
test_other_words_are_no_dates (void)
{
  guint n_valid = 0;

  for (guint i = 0; i < 200000; i++)
    {
      WayDate word = (WayDate)g_test_rand_int () >> (i % 7);
      char buffer[WAY_DATE_BUFFER_SIZE];
      WayDate read = WAY_DATE_NONE;

      if (!way_date_is_valid (word))
        continue;

      way_date_format (word, buffer);
      g_assert_true (way_date_parse (buffer, strlen (buffer), &read));
      g_assert_cmpuint (read, ==, word);
      n_valid++;
    }
  g_assert_cmpuint (n_valid, >, 100);
  g_assert_false (way_date_is_valid (WAY_DATE_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/text-comes-back", test_text_comes_back);
  g_test_add_func ("/base/date/refuses-what-is-none", test_refuses_what_is_none);
  g_test_add_func ("/base/date/partial-dates-have-two-ends", test_partial_dates_have_two_ends);
  g_test_add_func ("/base/date/shift-keeps-the-precision", test_shift_keeps_the_precision);
  g_test_add_func ("/base/date/shift-and-back-is-the-same-day",
                   test_shift_and_back_is_the_same_day);
  g_test_add_func ("/base/date/months-keep-the-precision", test_months_keep_the_precision);
  g_test_add_func ("/base/date/order-is-by-both-ends", test_order_is_by_both_ends);
  g_test_add_func ("/base/date/other-words-are-no-dates", test_other_words_are_no_dates);

  return g_test_run ();
}
