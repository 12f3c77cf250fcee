/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of migration steps.
 */
#include "way-migration.h"

#include "way-plan-format.h"

#define MAX_NUMBER 10000 /* versions beyond are nonsense, not the future */

typedef void (*MigrationStep) (WayPlan *plan);

/* Row N brings a plan of major version N to N + 1; each has a file of its version in
 * tests/golden/store. There was no version 0. */
static const MigrationStep steps[WAY_PLAN_MAJOR] = {
  [0] = NULL,
};

static const char *
read_number (const char *at, const char *end, guint *number)
{
  const char *start = at;

  *number = 0;
  for (; at < end && g_ascii_isdigit (*at) && *number < MAX_NUMBER; at++)
    *number = *number * 10 + (guint)(*at - '0');

  return at > start && *number < MAX_NUMBER ? at : NULL;
}

gboolean
way_format_version_parse (const char *text, gsize length, WayFormatVersion *version)
{
  const char *end = text + length;
  const char *point = read_number (text, end, &version->major);

  if (point == NULL || point == end || *point != '.')
    return FALSE;

  return read_number (point + 1, end, &version->minor) == end;
}

char *
way_format_version_format (WayFormatVersion version)
{
  return g_strdup_printf ("%u.%u", version.major, version.minor);
}

gboolean
way_migrate_plan (WayPlan *plan, WayFormatVersion version, GError **error)
{
  for (guint major = version.major; major < WAY_PLAN_MAJOR; major++)
    {
      g_autofree char *found = NULL;

      if (steps[major] != NULL)
        {
          steps[major](plan);
          continue;
        }

      found = way_format_version_format (version);
      return way_refusal_set (error, WAY_REFUSAL_OLD, found);
    }

  return TRUE;
}
