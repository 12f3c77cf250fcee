/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-id-map.h"

#define N_IDS 300
#define N_STEPS 20000

/* Few ids, some of them alike but for one byte, that come and go, beside GLib's table */
static void
test_as_a_hash_table (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (way_id_hash, way_id_equal);
  g_autoptr (WayIdMap) map = way_id_map_new ();
  WayId ids[N_IDS];

  for (guint i = 0; i < N_IDS; i++)
    ids[i] = i % 2 == 0 ? way_id_new () : (WayId){ { (guint8)(1 + i % 255), (guint8)(i / 255) } };

  for (guint step = 0; step < N_STEPS; step++)
    {
      /* growing, then shrinking, and so on */
      gboolean removes = g_test_rand_int_range (0, 10) < (step / 2000 % 2 == 0 ? 3 : 7);
      WayId *id = &ids[g_test_rand_int_range (0, N_IDS)];
      guint number = 0;
      gpointer value;
      gboolean is_there = g_hash_table_lookup_extended (expected, id, NULL, &value);

      g_assert_cmpint (way_id_map_get (map, id, &number), ==, is_there);
      if (is_there)
        g_assert_cmpuint (number, ==, GPOINTER_TO_UINT (value));

      if (removes)
        {
          g_assert_cmpint (way_id_map_remove (map, id), ==, g_hash_table_remove (expected, id));
          continue;
        }

      if (g_test_rand_int_range (0, 100) == 0)
        way_id_map_reserve (map, g_hash_table_size (expected) * 2);
      way_id_map_prefetch (map, id);
      way_id_map_set (map, id, step);
      g_hash_table_insert (expected, id, GUINT_TO_POINTER (step));
    }

  for (guint i = 0; i < N_IDS; i++)
    {
      guint number = G_MAXUINT;

      g_assert_cmpint (way_id_map_get (map, &ids[i], &number), ==,
                       g_hash_table_contains (expected, &ids[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id-map/as-a-hash-table", test_as_a_hash_table);

  return g_test_run ();
}
