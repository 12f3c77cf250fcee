/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A clip as text that can be put into a mail or a document.
 */
#include "config.h"

#include "way-clip.h"

#include "way-item-text.h"

#include <glib/gi18n-lib.h>

#define INDENT "    "

static void
append_line (GString *text, const WayRecord *record, guint depth, WayField start, WayField end,
             WayField choice)
{
  const WayFieldInfo *info = way_schema_get_field (choice);
  g_autofree char *title = way_text_title (record);
  WayDate from = way_record_get_date (record, start);
  WayDate to = way_record_get_date (record, end);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, INDENT);
  g_string_append (text, title);
  if (from != WAY_DATE_NONE || to != WAY_DATE_NONE)
    {
      g_autofree char *range = way_text_range (from, to);

      g_string_append_printf (text, " · %s", range);
    }
  g_string_append_printf (text, " · %s\n",
                          _ (info->choices[way_record_get_choice (record, choice)].label));
}

static void
append_milestone (GString *text, const WayRecord *milestone, guint depth)
{
  append_line (text, milestone, depth, WAY_MILESTONE_START, WAY_MILESTONE_END,
               WAY_MILESTONE_STATUS);
}

static void
append_goal (GString *text, WayPlan *clip, const WayRecord *goal, guint depth)
{
  const WayId *id = way_record_get_id (goal);
  g_autoptr (GPtrArray) milestones = way_plan_get_referrers (clip, id, WAY_MILESTONE_GOAL);
  g_autoptr (GPtrArray) goals = way_plan_get_referrers (clip, id, WAY_GOAL_PARENT);

  append_line (text, goal, depth, WAY_GOAL_START, WAY_GOAL_DUE, WAY_GOAL_STATUS);
  for (guint i = 0; i < milestones->len; i++)
    append_milestone (text, milestones->pdata[i], depth + 1);
  for (guint i = 0; i < goals->len; i++)
    append_goal (text, clip, goals->pdata[i], depth + 1);
}

static gboolean
is_referred_to (WayPlan *clip, const WayRecord *credential)
{
  g_autoptr (GPtrArray) milestones
      = way_plan_get_referrers (clip, way_record_get_id (credential), WAY_MILESTONE_CREDENTIAL);

  return milestones->len > 0;
}

char *
way_clip_get_text (WayPlan *clip)
{
  GString *text = g_string_new (NULL);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (clip, WAY_KIND_MILESTONE, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (!way_record_has (records[i], WAY_MILESTONE_GOAL))
      append_milestone (text, records[i], 0);

  records = way_plan_get_records (clip, WAY_KIND_GOAL, &n_records);
  for (guint i = 0; i < n_records; i++)
    if (!way_record_has (records[i], WAY_GOAL_PARENT))
      append_goal (text, clip, records[i], 0);

  records = way_plan_get_records (clip, WAY_KIND_CREDENTIAL, &n_records);
  for (guint i = 0; i < n_records; i++)
    if (!is_referred_to (clip, records[i]))
      append_line (text, records[i], 0, WAY_CREDENTIAL_ISSUED, WAY_CREDENTIAL_EXPIRES,
                   WAY_CREDENTIAL_KIND);

  return g_string_free (text, FALSE);
}
