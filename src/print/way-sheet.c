/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What agenda, plan on a page and credential record have in common.
 */
#include "config.h"

#include "way-sheet.h"

#include "way-item-text.h"

#include <glib/gi18n-lib.h>

#define MARGIN_SHARE 0.08 /* of the shorter side, at least */
#define MIN_WIDTH 240.0   /* of the body, in points: A7 upright is less */
#define MIN_HEIGHT 160.0
#define MAX_DEPTH 1000 /* of goals: where a file brings them in a circle */

gboolean
way_sheet_check (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  const WayPagerOptions *timeline = &options->timeline;

  if (timeline->from != WAY_DAY_NONE && timeline->to != WAY_DAY_NONE
      && timeline->from > timeline->to)
    {
      g_set_error_literal (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                           _ ("The first day to draw is after the last one. Swap them."));
      return FALSE;
    }

  return way_pager_options_check_goals (timeline, plan, error);
}

WayFlowPages *
way_sheet_new (WayPlan *plan, const WayPrintOptions *options, const char *subtitle, GError **error)
{
  WayPageSetup setup = options->setup;
  double side = setup.height > 0 ? MIN (setup.width, setup.height) : setup.width;
  WayPageFrame *frame;
  WayRect body;

  setup.margin = MAX (setup.margin, side * MARGIN_SHARE);
  frame = way_page_frame_new (plan, &setup, subtitle);
  body = way_page_frame_get_body (frame);

  if (body.width < MIN_WIDTH || (setup.height > 0 && body.height < MIN_HEIGHT))
    {
      g_set_error_literal (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                           _ ("The page is too small for text. Choose larger paper."));
      way_page_frame_free (frame);
      return NULL;
    }

  return way_flow_pages_new (frame);
}

WayFlow *
way_sheet_new_flow (WayFlowPages *pages, double width)
{
  WayPageFrame *frame = way_pages_get_frame (WAY_PAGES (pages));

  return way_flow_new (way_page_frame_get_style (frame),
                       width > 0 ? width : way_page_frame_get_body (frame).width,
                       way_page_frame_get_setup (frame)->rtl);
}

WayPages *
way_sheet_finish (WayFlowPages *pages, GError **error)
{
  if (way_pages_get_n_pages (WAY_PAGES (pages)) <= WAY_FLOW_MAX_PAGES)
    return WAY_PAGES (pages);

  g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
               _ ("The plan would take more than %d pages. Choose fewer days or one goal."),
               WAY_FLOW_MAX_PAGES);
  g_object_unref (pages);

  return NULL;
}

static const WayRecord *
get_parent (WayPlan *plan, const WayRecord *goal)
{
  const WayId *parent = way_record_get_ref (goal, WAY_GOAL_PARENT);

  return parent != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, parent) : NULL;
}

gboolean
way_sheet_is_chosen (const WayPrintOptions *options, const WayRecord *goal)
{
  const WayPagerOptions *timeline = &options->timeline;

  for (guint i = 0; i < timeline->n_goals; i++)
    if (way_id_equal (way_record_get_id (goal), &timeline->goals[i]))
      return TRUE;

  return FALSE;
}

gboolean
way_sheet_has_goal (WayPlan *plan, const WayPrintOptions *options, const WayId *goal)
{
  const WayRecord *record;

  if (options->timeline.n_goals == 0)
    return TRUE;

  record = goal != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, goal) : NULL;

  for (guint depth = 0; record != NULL && depth < MAX_DEPTH; depth++)
    {
      if (way_sheet_is_chosen (options, record))
        return TRUE;

      record = get_parent (plan, record);
    }

  return FALSE;
}

gboolean
way_sheet_has_credential (WayPlan *plan, const WayPrintOptions *options, const WayId *credential)
{
  g_autoptr (GPtrArray) milestones = NULL;

  if (options->timeline.n_goals == 0)
    return TRUE;

  milestones = way_plan_get_referrers (plan, credential, WAY_MILESTONE_CREDENTIAL);

  for (guint i = 0; i < milestones->len; i++)
    if (way_sheet_has_goal (plan, options,
                            way_record_get_ref (milestones->pdata[i], WAY_MILESTONE_GOAL)))
      return TRUE;

  return FALSE;
}

gboolean
way_sheet_is_dropped (WayPlan *plan, const WayId *goal)
{
  const WayRecord *record = goal != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, goal) : NULL;

  for (guint depth = 0; record != NULL && depth < MAX_DEPTH; depth++)
    {
      if (way_record_get_choice (record, WAY_GOAL_STATUS) == WAY_GOAL_STATUS_DROPPED)
        return TRUE;

      record = get_parent (plan, record);
    }

  return FALSE;
}

const char *
way_sheet_get_choice (const WayRecord *record, WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);

  return g_dgettext (GETTEXT_PACKAGE, info->choices[way_record_get_choice (record, field)].label);
}

char *
way_sheet_get_expiry (WayDate expires, WayDay today, gboolean *is_over)
{
  int days = way_date_get_latest (expires) - today;
  g_autofree char *length = NULL;

  if (is_over != NULL)
    *is_over = days < 0;

  if (days < 0)
    return g_strdup (C_ ("credential", "expired"));

  length = way_text_length (days);

  /* Translators: until a credential expires, as "6 months left" */
  return g_strdup_printf (C_ ("credential", "%s left"), length);
}

char *
way_sheet_join (const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  return g_strconcat (has_first ? first : "", has_first && has_second ? " · " : "",
                      has_second ? second : "", NULL);
}
