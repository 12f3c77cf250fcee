/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes at all: what opens is saved, opens again, and is saved as the same bytes.
 */
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-text.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
require (gboolean condition, const char *what, const GError *error)
{
  if (!condition)
    g_error ("%s: %s", what, error != NULL ? error->message : "");
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
      require (text == NULL || way_text_is_clean (text, strlen (text)), "a text is not clean",
               NULL);
    }
}

static GBytes *
save (WayPlan *plan)
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
  require (bytes != NULL, "what was opened cannot be saved", error);

  return bytes;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) input = g_bytes_new_static (data, size);
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_bytes (input, "input", &report, &error);
  g_autoptr (WayPlan) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  require ((plan == NULL) == (error != NULL), "an error and a plan, or neither", error);
  if (plan == NULL || report.read_only)
    return 0;

  first = save (plan);
  again = way_plan_read_bytes (first, "saved", NULL, &error);
  require (again != NULL, "what was saved cannot be opened", error);
  second = save (again);
  require (g_bytes_equal (first, second), "the second save differs from the first", NULL);

  return 0;
}
