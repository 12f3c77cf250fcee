/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-pages.h"

#include <string.h>

static void
test_are_aligned_and_zero (gconstpointer data)
{
  WayPagesFlags flags = (WayPagesFlags)GPOINTER_TO_INT (data);
  char *held[5];

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      gsize size = (i + 1) * (gsize)WAY_PAGE_SIZE;

      held[i] = way_pages_new (size, flags);
      g_assert_nonnull (held[i]);
      g_assert_cmpuint ((guintptr)held[i] % WAY_PAGE_SIZE, ==, 0);
      g_assert_cmpint (held[i][0], ==, 0);
      g_assert_cmpint (held[i][size - 1], ==, 0);
      held[i][0] = held[i][size - 1] = (char)(i + 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      gsize size = (i + 1) * (gsize)WAY_PAGE_SIZE;

      g_assert_cmpint (held[i][0], ==, i + 1);
      g_assert_cmpint (held[i][size - 1], ==, i + 1);
      way_pages_free (held[i], size);
    }
}

/* More than any machine has addresses for */
static void
test_too_many_are_refused (void)
{
  gsize size = G_MAXSIZE / 2 / WAY_PAGE_SIZE * WAY_PAGE_SIZE;

  g_assert_null (way_pages_new (size, WAY_PAGES_DEFAULT));
  way_pages_free (NULL, size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/pages/default", GINT_TO_POINTER (WAY_PAGES_DEFAULT),
                        test_are_aligned_and_zero);
  g_test_add_data_func ("/base/pages/large", GINT_TO_POINTER (WAY_PAGES_LARGE),
                        test_are_aligned_and_zero);
  g_test_add_func ("/base/pages/too-many-are-refused", test_too_many_are_refused);

  return g_test_run ();
}
