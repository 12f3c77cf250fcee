/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-record-builder.h"
#include "way-record-set.h"

#include <string.h>

#define N_IDS 500

static WayRecord *
make_record (const WayId *id)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  way_record_builder_start (builder, WAY_KIND_GOAL, id);

  return way_record_builder_end (builder);
}

/* Ids that differ in few bits, as those of a file that was made by hand */
static WayId
make_id (guint number)
{
  WayId id = { { 1 } };

  memcpy (id.bytes + 8, &number, sizeof number);

  return id;
}

static void
test_knows_what_it_holds (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  WayRecord *held[N_IDS] = { NULL };
  WayRecordSet set;

  way_record_set_init (&set);

  for (guint step = 0; step < 20000; step++)
    {
      guint number = (guint)g_test_rand_int_range (0, N_IDS);
      WayId id = make_id (number);
      WayRecord *record = make_record (&id);

      g_ptr_array_add (all, record);

      if (step == 1000)
        way_record_set_reserve (&set, N_IDS);

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          g_assert_cmpint (way_record_set_add (&set, record), ==, held[number] == NULL);
          held[number] = held[number] != NULL ? held[number] : record;
          break;
        case 1:
          if (held[number] == NULL)
            break;
          *way_record_set_find (&set, &id) = record;
          held[number] = record;
          break;
        default:
          if (held[number] == NULL)
            break;
          way_record_set_remove (&set, &id);
          held[number] = NULL;
          break;
        }

      if (step % 100 == 0)
        for (guint i = 0; i < N_IDS; i++)
          {
            WayId other = make_id (i);

            g_assert_true (way_record_set_lookup (&set, &other) == held[i]);
          }
    }

  way_record_set_clear (&set);
}

/* Looking for many at once finds the same, be they there or not */
static void
check_batches (const WayRecordSet *set, WayRecord *const *records, guint n_records)
{
  for (guint n = 0; n <= WAY_RECORD_SET_BATCH; n++)
    {
      WayId ids[WAY_RECORD_SET_BATCH] = { 0 };
      WayRecord *expected[WAY_RECORD_SET_BATCH], *found[WAY_RECORD_SET_BATCH];

      for (guint i = 0; i < n; i++)
        {
          guint number = (guint)g_test_rand_int_range (0, 2 * (int)n_records);

          ids[i] = make_id (number);
          expected[i] = number < n_records ? records[number] : NULL;
        }

      way_record_set_lookup_all (set, ids, n, found);
      for (guint i = 0; i < n; i++)
        g_assert_true (found[i] == expected[i]);
    }
}

/* Enough for its memory to come by the large page */
static void
test_grows_large (gconstpointer reserve)
{
  guint n_records = 600000;
  g_autofree WayRecord **records = g_new (WayRecord *, n_records);
  WayRecordSet set;

  way_record_set_init (&set);
  if (reserve != NULL)
    way_record_set_reserve (&set, n_records / 2);

  for (guint i = 0; i < n_records; i++)
    {
      WayId id = make_id (i);

      records[i] = make_record (&id);
      g_assert_true (way_record_set_add (&set, records[i]));
    }

  g_assert_cmpuint (set.n_records, ==, n_records);
  for (guint i = 0; i < n_records; i++)
    {
      WayId id = make_id (i);

      g_assert_true (way_record_set_lookup (&set, &id) == records[i]);
    }
  check_batches (&set, records, n_records);

  for (guint i = 0; i < n_records; i++)
    way_record_unref (records[i]);
  way_record_set_clear (&set);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record-set/knows-what-it-holds", test_knows_what_it_holds);
  g_test_add_data_func ("/model/record-set/grows-large", NULL, test_grows_large);
  g_test_add_data_func ("/model/record-set/grows-large-reserved", GINT_TO_POINTER (TRUE),
                        test_grows_large);

  return g_test_run ();
}
