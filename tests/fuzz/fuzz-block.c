/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record's bytes, changed where the input says, from the far end of a pipe: they are no record,
 * or one that could have been made here.
 */
#include "fuzz.h"

#include "way-random-plan.h"
#include "way-record-block.h"
#include "way-value.h"

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

/* Reads every value, under the sanitizer's eyes, and makes the record anew */
static void
require_usable (WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) again = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != WAY_TYPE_COUNTS)
      way_value_format (record, kind->fields[i].field, text);
    else
      for (guint n = way_record_get_n_counts (record, kind->fields[i].field); n > 0; n--)
        g_string_append (text,
                         way_record_get_count (record, kind->fields[i].field, n - 1).category);
  fuzz_require (g_utf8_validate (text->str, (gssize)text->len, NULL), "a value is no text", NULL);

  way_record_builder_start_from (builder, record);
  again = way_record_builder_end (builder);
  fuzz_require (way_record_equal (again, record), "no builder makes such a record", NULL);
}

static void
try_block (gconstpointer block, gsize size)
{
  g_autoptr (WayBlockReader) reader = way_block_reader_new ();
  g_autoptr (WayRecord) record = way_block_reader_read (reader, block, size);

  if (record != NULL)
    require_usable (record);
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
