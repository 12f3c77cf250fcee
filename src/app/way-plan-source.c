/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a new plan or a picture of one comes from: a file, or a template.
 */
#include "config.h"

#include "way-plan-source.h"

#include "way-reader-process.h"
#include "way-templates.h"
#include "way-today.h"

#include <glib/gi18n.h>

#define LARGEST_FILE (4 << 20) /* bytes: some 12,000 milestones; more would keep a core busy */

WayPlan *
way_plan_source_read_file (gpointer file, GCancellable *cancellable, GError **error)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LARGEST_FILE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The plan is too large for a preview."));
      return NULL;
    }

  return way_plan_read_apart (file, &report, cancellable, error);
}

WayPlan *
way_plan_source_read_template (gpointer id, GCancellable *cancellable, GError **error)
{
  const WayTemplate *template = way_templates_find (id);
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WayPlan) plan = NULL;

  g_return_val_if_fail (template != NULL, NULL);

  bytes = way_template_load (template, error);
  if (bytes == NULL)
    return NULL;

  plan = way_plan_read_bytes (bytes, template->id, &report, error);
  if (plan == NULL)
    return NULL;

  return way_template_instantiate (plan, NULL, way_day_today ());
}
