/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes at all as a damaged plan: what is left of it lasts, and of a sound one all is left.
 */
#include "fuzz.h"

#include "way-plan-reader.h"
#include "way-salvage.h"

/* Where the reader finds nothing wrong, salvage has nothing to leave out */
static void
require_whole (GBytes *input, GBytes *salvaged, const GPtrArray *missing)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = way_plan_read_bytes (input, "input", &report, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (plan == NULL || report.read_only || missing->len > 0)
    return;

  bytes = fuzz_save (plan);
  fuzz_require (g_bytes_equal (bytes, salvaged), "a record was lost, and nobody was told", NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) input = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_salvage_bytes (input, "input", &missing, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  fuzz_require ((plan == NULL) == (error != NULL), "an error and a plan, or neither", error);
  if (plan == NULL)
    return 0;

  fuzz_require (missing != NULL, "nothing is said of what is missing", NULL);
  bytes = fuzz_require_lasting (plan);
  require_whole (input, bytes, missing);

  return 0;
}
