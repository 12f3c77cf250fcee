/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes at all as a plan: what opens is saved, opens again, and is saved as the same bytes.
 */
#include "fuzz.h"

#include "way-plan-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) input = g_bytes_new_static (data, size);
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_bytes (input, "input", &report, &error);
  g_autoptr (GBytes) bytes = NULL;

  fuzz_require ((plan == NULL) == (error != NULL), "an error and a plan, or neither", error);
  if (plan != NULL && !report.read_only)
    bytes = fuzz_require_lasting (plan);

  return 0;
}
