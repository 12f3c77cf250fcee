/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-memory.h"

#include <string.h>

static void
test_are_aligned_and_zero (gconstpointer data)
{
  WayMemoryFlags flags = (WayMemoryFlags)GPOINTER_TO_INT (data);
  char *held[5];

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      gsize size = (i + 1) * (gsize)WAY_MEMORY_PAGE;

      held[i] = way_memory_new (size, flags);
      g_assert_nonnull (held[i]);
      g_assert_cmpuint ((guintptr)held[i] % WAY_MEMORY_PAGE, ==, 0);
      g_assert_cmpint (held[i][0], ==, 0);
      g_assert_cmpint (held[i][size - 1], ==, 0);
      held[i][0] = held[i][size - 1] = (char)(i + 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      gsize size = (i + 1) * (gsize)WAY_MEMORY_PAGE;

      g_assert_cmpint (held[i][0], ==, i + 1);
      g_assert_cmpint (held[i][size - 1], ==, i + 1);
      way_memory_free (held[i], size);
    }
}

/* More than any machine has addresses for */
static void
test_too_many_are_refused (void)
{
  gsize size = G_MAXSIZE / 2 / WAY_MEMORY_PAGE * WAY_MEMORY_PAGE;

  g_assert_null (way_memory_new (size, WAY_MEMORY_DEFAULT));
  way_memory_free (NULL, size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/memory/default", GINT_TO_POINTER (WAY_MEMORY_DEFAULT),
                        test_are_aligned_and_zero);
  g_test_add_data_func ("/base/memory/large", GINT_TO_POINTER (WAY_MEMORY_LARGE_PAGES),
                        test_are_aligned_and_zero);
  g_test_add_func ("/base/memory/too-many-are-refused", test_too_many_are_refused);

  return g_test_run ();
}
