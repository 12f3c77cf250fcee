/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking milestones that wait for one another.
 */
#include "config.h"

#include "way-dependency-commands.h"

#include "way-edit-error.h"
#include "way-record-commands.h"
#include "way-remove-commands.h"

#include <glib/gi18n-lib.h>

gboolean
way_dependency_add (WayEditGroup *group, const WayId *from, const WayId *to, WayDependencyType type,
                    int lag, WayId *added, GError **error)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);
  WayId id = way_id_new ();

  way_record_builder_start (builder, WAY_KIND_DEPENDENCY, &id);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_FROM, from);
  way_record_builder_set_ref (builder, WAY_DEPENDENCY_TO, to);
  way_record_builder_set_choice (builder, WAY_DEPENDENCY_TYPE, type);
  if (lag != 0)
    way_record_builder_set_integer (builder, WAY_DEPENDENCY_LAG, lag);

  if (!way_edit_end (group, NULL, error))
    return FALSE;

  if (added != NULL)
    *added = id;

  return TRUE;
}

gboolean
way_dependency_remove (WayEditGroup *group, const WayId *from, const WayId *to, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  g_autoptr (GPtrArray) waiting = way_plan_get_referrers (plan, from, WAY_DEPENDENCY_FROM);
  const WayRecord *first = way_plan_lookup (plan, from);
  g_autofree char *name = NULL;

  for (guint i = 0; i < waiting->len; i++)
    {
      const WayId *other = way_record_get_ref (waiting->pdata[i], WAY_DEPENDENCY_TO);

      if (other != NULL && way_id_equal (other, to))
        return way_edit_remove (group, way_record_get_id (waiting->pdata[i]), 1, error);
    }

  if (first == NULL)
    return way_edit_error_missing (error, WAY_KIND_MILESTONE, from);

  name = way_edit_describe (plan, first);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING,
               _ ("%s: no link leads from it to the other milestone. Choose two that are linked."),
               name);

  return FALSE;
}
