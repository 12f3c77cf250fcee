/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which groups and in what order the inspector shows the fields of a record.
 */
#include "config.h"

#include "way-inspector-layout.h"

#include "way-field-row.h"
#include "way-item-text.h"
#include "way-schedule-words.h"

#include <glib/gi18n.h>

/* How long it takes from the first day that is meant to the last */
static char *
describe_span (WayDate start, WayDate end)
{
  if (start == WAY_DATE_NONE || end == WAY_DATE_NONE)
    return NULL;

  return way_text_length (way_date_get_latest (end) - way_date_get_earliest (start) + 1);
}

static char *
describe_milestone_length (WayDocument *document, const WayRecord *record)
{
  return describe_span (way_record_get_date (record, WAY_MILESTONE_START),
                        way_record_get_date (record, WAY_MILESTONE_END));
}

static char *
describe_goal_length (WayDocument *document, const WayRecord *record)
{
  return describe_span (way_record_get_date (record, WAY_GOAL_START),
                        way_record_get_date (record, WAY_GOAL_DUE));
}

static char *
describe_milestone_slack (WayDocument *document, const WayRecord *record)
{
  return way_schedule_words_slack (document, way_record_get_id (record));
}

static const WayInspectorFact milestone_slack = { N_ ("Slack"), describe_milestone_slack };
static const WayInspectorFact milestone_length = { N_ ("Length"), describe_milestone_length };
static const WayInspectorFact goal_length = { N_ ("Length"), describe_goal_length };

static const WayInspectorGroup plan_groups[] = {
  { N_ ("The plan"),
    NULL,
    { { WAY_PLAN_TITLE },
      { WAY_PLAN_OWNER },
      { WAY_PLAN_CURRENCY },
      { WAY_PLAN_PRIVATE,
        N_ ("Not among recent plans, no picture on the start page, no memory of the view, and "
            "from the next save on no earlier versions") } },
    4 },
  { N_ ("Notes"), NULL, { { WAY_PLAN_NOTES } }, 1 },
  { N_ ("Private notes"), N_ ("Only you see this"), { { WAY_PLAN_PRIVATE_NOTES } }, 1 },
};

static const WayInspectorGroup goal_groups[] = {
  { NULL,
    NULL,
    { { WAY_GOAL_TITLE },
      { WAY_GOAL_AIM },
      { WAY_GOAL_PARENT },
      { WAY_GOAL_TARGET_ROLE },
      { WAY_GOAL_COLOUR } },
    5 },
  { N_ ("When"), NULL, { { WAY_GOAL_START }, { WAY_GOAL_DUE } }, 2, &goal_length },
  { N_ ("How it stands"), NULL, { { WAY_GOAL_STATUS }, { WAY_GOAL_MEASURE } }, 2 },
  { N_ ("Why it is worth it"),
    N_ ("In your own words"),
    { { WAY_GOAL_HEARTFELT, N_ ("What do you care about in this goal, and who else gains by it?") },
      { WAY_GOAL_ANIMATED,
        N_ ("What will an ordinary day look and feel like once you are there?") },
      { WAY_GOAL_REQUIRED, N_ ("What makes it urgent? What must have happened in six months?") },
      { WAY_GOAL_DIFFICULT, N_ ("What will you have to learn, and what will be hard about it?") },
      { WAY_GOAL_VALUES } },
    5 },
  { N_ ("Notes"), NULL, { { WAY_GOAL_NOTES } }, 1 },
  { N_ ("Private notes"), N_ ("Only you see this"), { { WAY_GOAL_PRIVATE_NOTES } }, 1 },
};

static const WayInspectorGroup milestone_groups[] = {
  { NULL,
    NULL,
    { { WAY_MILESTONE_TITLE }, { WAY_MILESTONE_CATEGORY }, { WAY_MILESTONE_GOAL } },
    3 },
  { N_ ("When"), NULL, { { WAY_MILESTONE_START }, { WAY_MILESTONE_END } }, 2, &milestone_length },
  { N_ ("How it stands"),
    NULL,
    { { WAY_MILESTONE_STATUS },
      { WAY_MILESTONE_PROGRESS },
      { WAY_MILESTONE_EFFORT },
      { WAY_MILESTONE_COST } },
    4,
    &milestone_slack },
  { N_ ("With"),
    NULL,
    { { WAY_MILESTONE_PEOPLE }, { WAY_MILESTONE_CREDENTIAL }, { WAY_MILESTONE_LOCATION } },
    3 },
  { N_ ("Notes"), NULL, { { WAY_MILESTONE_NOTES } }, 1 },
  { N_ ("Private notes"), N_ ("Only you see this"), { { WAY_MILESTONE_PRIVATE_NOTES } }, 1 },
};

static const struct
{
  const WayInspectorGroup *groups;
  guint n_groups;
} layouts[WAY_N_KINDS] = {
  [WAY_KIND_PLAN] = { plan_groups, G_N_ELEMENTS (plan_groups) },
  [WAY_KIND_GOAL] = { goal_groups, G_N_ELEMENTS (goal_groups) },
  [WAY_KIND_MILESTONE] = { milestone_groups, G_N_ELEMENTS (milestone_groups) },
};

static gboolean
is_placed (const WayInspectorGroup *groups, guint n_groups, WayField field)
{
  for (guint i = 0; i < n_groups; i++)
    for (guint j = 0; j < groups[i].n_fields; j++)
      if (groups[i].fields[j].field == field)
        return TRUE;

  return FALSE;
}

WayInspectorGroup *
way_inspector_layout_get (WayKind kind, guint *n_groups)
{
  const WayKindInfo *info = way_schema_get_kind (kind);
  WayInspectorGroup details = { .title = N_ ("Details") };
  WayInspectorGroup *groups;
  guint n_before;

  g_return_val_if_fail (kind < WAY_N_KINDS && layouts[kind].groups != NULL, NULL);
  g_return_val_if_fail (n_groups != NULL, NULL);

  *n_groups = layouts[kind].n_groups;
  for (guint i = 0; i < info->n_fields; i++)
    if (!info->fields[i].is_own
        && !is_placed (layouts[kind].groups, *n_groups, info->fields[i].field)
        && way_field_row_has_editor (info->fields[i].type)
        && details.n_fields < WAY_INSPECTOR_GROUP_FIELDS)
      details.fields[details.n_fields++].field = info->fields[i].field;

  groups = g_new (WayInspectorGroup, *n_groups + 1);
  n_before = *n_groups - WAY_INSPECTOR_GROUPS_OF_NOTES;
  memcpy (groups, layouts[kind].groups, n_before * sizeof *groups);
  if (details.n_fields > 0)
    {
      groups[n_before] = details;
      (*n_groups)++;
    }
  memcpy (&groups[*n_groups - WAY_INSPECTOR_GROUPS_OF_NOTES], &layouts[kind].groups[n_before],
          WAY_INSPECTOR_GROUPS_OF_NOTES * sizeof *groups);

  return groups;
}
