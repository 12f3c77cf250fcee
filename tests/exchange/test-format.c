/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-format.h"

static void
test_formats_are_found_by_name_and_ending (void)
{
  guint count;
  const WayFormat *formats = way_formats_list (&count);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *path = g_strdup_printf ("/some.where/my plan.v2.%s", formats[i].ending);
      g_autofree char *loud = g_ascii_strup (path, -1);

      g_assert_true (way_formats_find (formats[i].name) == &formats[i]);
      g_assert_true (way_formats_find_for_path (path) == &formats[i]);
      g_assert_true (way_formats_find_for_path (loud) == &formats[i]);
    }
}

static void
test_what_is_unknown_is_not_found (void)
{
  g_assert_null (way_formats_find ("docx"));
  g_assert_null (way_formats_find_for_path ("plan.docx"));
  g_assert_null (way_formats_find_for_path ("plan"));
  g_assert_null (way_formats_find_for_path ("plan."));
}

static void
test_native_format_is_first_and_left_to_the_store (void)
{
  guint count;
  const WayFormat *formats = way_formats_list (&count);

  g_assert_cmpstr (formats[0].ending, ==, "waymark");
  g_assert_null (formats[0].write);
  for (guint i = 1; i < count; i++)
    g_assert_nonnull (formats[i].write);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/format/found-by-name-and-ending",
                   test_formats_are_found_by_name_and_ending);
  g_test_add_func ("/exchange/format/unknown-is-not-found", test_what_is_unknown_is_not_found);
  g_test_add_func ("/exchange/format/native-is-first-and-left-to-the-store",
                   test_native_format_is_first_and_left_to_the_store);

  return g_test_run ();
}
