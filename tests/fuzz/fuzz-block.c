/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record's bytes, changed where the input says, from the far end of a pipe: they are no record,
 * or one that could have been made here.
 */
#include "fuzz.h"

#include "way-random-plan.h"
#include "way-record-block.h"
#include "way-record-use.h"

/* The first bytes say which record; it is the same for the same bytes */
static WayRecord *
take_record (FuzzInput *input)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (fuzz_input_take (input, 1));
  g_autoptr (WayPlan) plan = way_random_plan_new (rand, 3, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
  WayKind kind = fuzz_input_take (input, 1) % WAY_N_KINDS;
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  return way_record_ref (n_records > 0 ? records[0] : way_plan_get_root (plan));
}

static void
try_block (gconstpointer block, gsize size)
{
  g_autoptr (WayBlockReader) reader = way_block_reader_new ();
  g_autoptr (WayRecord) record = way_block_reader_read (reader, block, size);

  const char *fault = record != NULL ? way_record_use (record) : NULL;

  fuzz_require (fault == NULL, fault, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzInput input = { data, size };
  g_autoptr (WayRecord) record = take_record (&input);
  gsize length;
  gconstpointer block = way_record_get_block (record, &length);
  g_autofree guint8 *changed = NULL;

  try_block (data, size);

  changed = g_memdup2 (block, length);
  fuzz_input_change (&input, changed, length);
  try_block (changed, length);

  return 0;
}
