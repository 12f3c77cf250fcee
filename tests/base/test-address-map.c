/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-address-map.h"

#define N_THINGS 300
#define N_STEPS 20000

/* Things that lie near each other and come and go, beside GLib's table */
static void
test_as_a_hash_table (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);
  g_autofree guint64 *things = g_new (guint64, N_THINGS);
  WayAddressMap *map = way_address_map_new ();

  for (guint step = 1; step <= N_STEPS; step++)
    {
      /* growing, then shrinking, and so on */
      gboolean removes = g_test_rand_int_range (0, 10) < (step / 2000 % 2 == 0 ? 3 : 7);
      guint64 *thing = &things[g_test_rand_int_range (0, N_THINGS)];
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (expected, thing));

      g_assert_cmpuint (way_address_map_get (map, thing), ==, number);
      if (!removes)
        {
          way_address_map_set (map, thing, step);
          g_hash_table_insert (expected, thing, GUINT_TO_POINTER (step));
        }
      else if (number != 0)
        {
          way_address_map_remove (map, thing);
          g_hash_table_remove (expected, thing);
        }
    }

  for (guint i = 0; i < N_THINGS; i++)
    g_assert_cmpuint (way_address_map_get (map, &things[i]), ==,
                      GPOINTER_TO_UINT (g_hash_table_lookup (expected, &things[i])));

  way_address_map_free (map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/address-map/as-a-hash-table", test_as_a_hash_table);

  return g_test_run ();
}
