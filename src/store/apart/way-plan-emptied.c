/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at what is there only when there is nothing to be saved.
 */
#include "config.h"

#include "way-plan-emptied.h"

#include "way-reader-process.h"

static gboolean
is_empty (WaySnapshot *snapshot)
{
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;

      way_snapshot_get_records (snapshot, (WayKind)kind, &n_records);
      if (n_records > 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_content (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, 0, NULL, NULL);

  return info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
         && g_file_info_get_size (info) > 0;
}

gboolean
way_plan_is_emptied (WaySnapshot *snapshot, GFile *file, GCancellable *cancellable)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) there = NULL;

  if (!is_empty (snapshot) || !has_content (file))
    return FALSE;

  plan = way_plan_read_apart (file, &report, cancellable, NULL);
  if (plan == NULL)
    return TRUE;

  there = way_snapshot_new (plan);

  return !is_empty (there);
}
