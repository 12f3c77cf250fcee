/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records go from process to process as bytes, and bytes that are no record are told apart.
 */
#include "way-random-plan.h"
#include "way-record-block.h"
#include "way-record-use.h"

#include <string.h>

#define N_PLANS 60
#define MUTATIONS 40 /* of each record */

typedef void (*RecordFunc) (GRand *rand, WayBlockReader *reader, WayRecord *record);

static void
for_random_records (RecordFunc func)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayBlockReader) reader = way_block_reader_new ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 12, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);

      for (guint kind = 0; kind < WAY_N_KINDS; kind++)
        {
          guint n_records;
          WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

          for (guint n = 0; n < n_records; n++)
            func (rand, reader, records[n]);
        }
    }
}

static void
assert_comes_back (GRand *rand, WayBlockReader *reader, WayRecord *record)
{
  gsize size;
  gconstpointer block = way_record_get_block (record, &size);
  g_autoptr (WayRecord) copy = way_block_reader_read (reader, block, size);

  g_assert_nonnull (copy);
  g_assert_true (way_record_equal (copy, record));
}

static void
test_any_record_comes_back (void)
{
  for_random_records (assert_comes_back);
}

static void
mutate (GRand *rand, guint8 *block, gsize size)
{
  guint n_changes = (guint)g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n_changes; i++)
    {
      gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)size);

      if (g_rand_boolean (rand))
        block[at] ^= (guint8)(1 << g_rand_int_range (rand, 0, 8));
      else
        block[at] = (guint8)g_rand_int_range (rand, 0, 256);
    }
}

static void
assert_is_none_or_sound (GRand *rand, WayBlockReader *reader, WayRecord *record)
{
  gsize size;
  gconstpointer block = way_record_get_block (record, &size);

  for (guint i = 0; i < MUTATIONS; i++)
    {
      gsize length = i % 4 == 0 ? (gsize)g_rand_int_range (rand, 1, (gint32)size) : size;
      /* A heap block of just that length: what is read beyond it is noticed */
      g_autofree guint8 *bytes = g_memdup2 (block, length);
      g_autoptr (WayRecord) read = NULL;

      mutate (rand, bytes, length);
      read = way_block_reader_read (reader, bytes, length);
      if (read != NULL)
        g_assert_cmpstr (way_record_use (read), ==, NULL);
    }
}

static void
test_other_bytes_are_none_or_sound (void)
{
  for_random_records (assert_is_none_or_sound);
}

/* One wrong thing each, made by hand */
static void
test_what_no_builder_makes_is_none (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayBlockReader) reader = way_block_reader_new ();
  g_autoptr (WayRecord) record = NULL;
  WayId id = way_id_new ();
  gsize size;
  gconstpointer block;
  g_autofree char *bytes = NULL;
  char *text;

  way_record_builder_start (builder, WAY_KIND_GOAL, &id);
  way_record_builder_set_text (builder, WAY_GOAL_TITLE, "Abc", -1);
  record = way_record_builder_end (builder);
  block = way_record_get_block (record, &size);
  bytes = g_memdup2 (block, size);
  text = bytes + size - strlen ("Abc") - 1;

  text[1] = '\v'; /* no XML character */
  g_assert_null (way_block_reader_read (reader, bytes, size));
  text[1] = (char)0xff; /* no UTF-8 */
  g_assert_null (way_block_reader_read (reader, bytes, size));
  text[1] = '\0'; /* bytes that belong to no field */
  g_assert_null (way_block_reader_read (reader, bytes, size));
  text[1] = 'b';
  text[3] = '.'; /* no end */
  g_assert_null (way_block_reader_read (reader, bytes, size));
  g_assert_null (way_block_reader_read (reader, bytes, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record-block/any-record-comes-back", test_any_record_comes_back);
  g_test_add_func ("/model/record-block/other-bytes-are-none-or-sound",
                   test_other_bytes_are_none_or_sound);
  g_test_add_func ("/model/record-block/what-no-builder-makes-is-none",
                   test_what_no_builder_makes_is_none);

  return g_test_run ();
}
