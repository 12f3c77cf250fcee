/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the schedule says of milestones and dependencies, in words for tooltips and details.
 */
#include "config.h"

#include "way-schedule-words.h"

#include "way-dependency.h"
#include "way-document-schedule.h"
#include "way-item-text.h"

#include <glib/gi18n.h>

#define EXACT_DAYS 92 /* more are easier to grasp in months */

char *
way_schedule_words_type (const WayRecord *dependency)
{
  const WayFieldInfo *info = way_schema_get_field (WAY_DEPENDENCY_TYPE);
  guint type = way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE);
  int lag = way_record_get_integer (dependency, WAY_DEPENDENCY_LAG);

  if (lag == 0)
    return g_strdup (_ (info->choices[type].label));
  if (lag > 0)
    return g_strdup_printf (ngettext ("%s, %d day later", "%s, %d days later", lag),
                            _ (info->choices[type].label), lag);

  return g_strdup_printf (ngettext ("%s, %d day earlier", "%s, %d days earlier", -lag),
                          _ (info->choices[type].label), -lag);
}

static char *
describe_days (int days)
{
  if (days > EXACT_DAYS)
    return way_text_length (days);

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

static char *
describe_early (int missing)
{
  g_autofree char *length = NULL;

  if (missing == 0)
    return NULL;

  length = describe_days (missing);

  /* Translators: as "4 days too early" */
  return g_strdup_printf (_ ("%s too early"), length);
}

char *
way_schedule_words_early (WayPlan *plan, const WayRecord *dependency)
{
  return describe_early (way_dependency_get_days_missing (plan, dependency));
}

typedef struct
{
  WayPlan *plan;
  int missing;
} Most;

static void
note_missing (WayRecord *referrer, WayField field, gpointer user_data)
{
  Most *most = user_data;

  if (field == WAY_DEPENDENCY_TO)
    most->missing = MAX (most->missing, way_dependency_get_days_missing (most->plan, referrer));
}

char *
way_schedule_words_remark (WayPlan *plan, const WayRecord *milestone)
{
  Most most = { .plan = plan };

  if (way_plan_get_count (plan, WAY_KIND_DEPENDENCY) > 0)
    way_plan_foreach_referrer (plan, way_record_get_id (milestone), note_missing, &most);

  return describe_early (most.missing);
}

char *
way_schedule_words_dependency (WayPlan *plan, const WayRecord *dependency)
{
  g_autofree char *type = way_schedule_words_type (dependency);
  g_autofree char *early = way_schedule_words_early (plan, dependency);
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;
  WayRecord *from, *to;

  if (!way_dependency_find_ends (plan, dependency, &from, &to))
    return g_steal_pointer (&type);

  from_title = way_text_title (from);
  to_title = way_text_title (to);
  if (early == NULL)
    return g_strdup_printf ("“%s” → “%s”\n%s", from_title, to_title, type);

  return g_strdup_printf ("“%s” → “%s”\n%s\n%s", from_title, to_title, type, early);
}

char *
way_schedule_words_milestone (WayPlan *plan, const WayId *milestone)
{
  g_autoptr (GPtrArray) dependencies = way_plan_get_referrers (plan, milestone, WAY_DEPENDENCY_TO);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < dependencies->len; i++)
    {
      int missing = way_dependency_get_days_missing (plan, dependencies->pdata[i]);
      g_autofree char *length = NULL;
      g_autofree char *title = NULL;
      WayRecord *from, *to;

      if (missing == 0 || !way_dependency_find_ends (plan, dependencies->pdata[i], &from, &to))
        continue;

      length = describe_days (missing);
      title = way_text_title (from);
      g_string_append (lines, lines->len > 0 ? "\n" : "");
      /* Translators: as "4 days too early for “Sit the CCRN”" */
      g_string_append_printf (lines, _ ("%s too early for “%s”"), length, title);
    }

  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

char *
way_schedule_words_slack (WayDocument *document, const WayId *milestone)
{
  g_autofree char *missing = NULL;
  WayScheduleDates dates;

  if (!way_schedule_get (way_document_get_schedule (document), milestone, &dates))
    return NULL;

  if (dates.slack < 0)
    {
      missing = describe_days (-dates.slack);

      /* Translators: slack, as "14 days too few for a goal’s due date" */
      return g_strdup_printf (_ ("%s too few for a goal’s due date"), missing);
    }

  if (dates.slack == 0)
    return g_strdup (_ ("none: on the critical path"));

  return describe_days (dates.slack);
}
