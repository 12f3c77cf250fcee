/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan is written as the program writes it, into memory.
 */
#include "way-saved-plan.h"

#include "way-plan-writer.h"

GBytes *
way_saved_bytes (WayPlan *plan)
{
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = way_plan_write_bytes (snapshot, &error);

  g_assert_no_error (error);

  return bytes;
}

char *
way_saved_text (WayPlan *plan)
{
  g_autoptr (GBytes) bytes = way_saved_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
