/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the fuzz targets hold their subjects to.
 */
#include "fuzz.h"

#include "way-check.h"
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-text.h"

#include <stdlib.h>
#include <string.h>

void
fuzz_require (gboolean condition, const char *what, const GError *error)
{
  if (condition)
    return;

  /* Not by g_error(), whose signal the fuzzer takes for its own end: it would not keep the input */
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  abort ();
}

/* Every text in a plan is such that XML can hold it */
static void
require_clean (const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayFieldInfo *info = &kind->fields[i];
      const char *text = way_record_get_unread (record, info->field);

      if (text == NULL
          && (info->type == WAY_TYPE_TEXT || info->type == WAY_TYPE_PROSE
              || info->type == WAY_TYPE_WORD))
        text = way_record_get_text (record, info->field);
      fuzz_require (text == NULL || way_text_is_clean (text, strlen (text)), "a text is not clean",
                    NULL);
    }
}

GBytes *
fuzz_save (WayPlan *plan)
{
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_snapshot_get_records (snapshot, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        require_clean (records[i]);
    }

  bytes = way_plan_write_bytes (snapshot, &error);
  fuzz_require (bytes != NULL, "it cannot be saved", error);

  return bytes;
}

GBytes *
fuzz_require_lasting (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);
  g_autoptr (GBytes) first = fuzz_save (plan);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (WayPlan) again = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = g_ptr_array_index (problems, i);

      fuzz_require (problem->severity != WAY_PROBLEM_ERROR, problem->text, NULL);
    }

  again = way_plan_read_bytes (first, "saved", NULL, &error);
  fuzz_require (again != NULL, "what was saved cannot be opened", error);
  second = fuzz_save (again);
  fuzz_require (g_bytes_equal (first, second), "the second save differs from the first", NULL);

  return g_steal_pointer (&first);
}

guint
fuzz_input_take (FuzzInput *self, guint n_bytes)
{
  guint value = 0;

  for (; n_bytes > 0 && self->size > 0; n_bytes--, self->size--)
    value = value << 8 | *self->data++;

  return value;
}

void
fuzz_input_change (FuzzInput *self, guint8 *bytes, gsize size)
{
  while (self->size > 0 && size > 0)
    {
      gsize at = fuzz_input_take (self, 2) % size;

      bytes[at] = (guint8)fuzz_input_take (self, 1);
    }
}
