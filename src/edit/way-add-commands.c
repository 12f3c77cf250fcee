/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New records of each kind, with what one of that kind needs at birth; the rest is set afterwards.
 */
#include "config.h"

#include "way-add-commands.h"

#include "way-goal-commands.h"
#include "way-record-commands.h"
#include "way-text.h"

/* Starts a new record in the group's builder */
static WayRecordBuilder *
start (WayEditGroup *group, WayKind kind, WayId *id)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);

  *id = way_id_new ();
  way_record_builder_start (builder, kind, id);

  return builder;
}

static gboolean
finish (WayEditGroup *group, const WayId *id, WayId *added, GError **error)
{
  if (!way_edit_end (group, NULL, error))
    return FALSE;

  if (added != NULL)
    *added = *id;

  return TRUE;
}

static void
set_line (WayRecordBuilder *builder, WayField field, const char *text)
{
  g_autofree char *clean = text == NULL ? NULL : way_text_clean_line (text, -1);

  way_record_builder_set_text (builder, field, clean, -1);
}

gboolean
way_goal_add_as (WayEditGroup *group, const WayId *id, const char *title, const WayId *parent,
                 GError **error)
{
  WayRecordBuilder *builder = way_edit_group_get_builder (group);

  way_record_builder_start (builder, WAY_KIND_GOAL, id);
  set_line (builder, WAY_GOAL_TITLE, title);
  way_record_builder_set_ref (builder, WAY_GOAL_PARENT, parent);
  way_record_builder_set_choice (builder, WAY_GOAL_COLOUR,
                                 way_goal_choose_colour (way_edit_group_get_plan (group)));

  return finish (group, id, NULL, error);
}

gboolean
way_goal_add (WayEditGroup *group, const char *title, const WayId *parent, WayId *added,
              GError **error)
{
  WayId id = way_id_new ();

  if (!way_goal_add_as (group, &id, title, parent, error))
    return FALSE;

  if (added != NULL)
    *added = id;

  return TRUE;
}

gboolean
way_milestone_add (WayEditGroup *group, const char *title, const WayId *goal, WayDate start_date,
                   WayDate end_date, WayId *added, GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_MILESTONE, &id);

  set_line (builder, WAY_MILESTONE_TITLE, title);
  way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, goal);
  way_record_builder_set_date (builder, WAY_MILESTONE_START, start_date);
  way_record_builder_set_date (builder, WAY_MILESTONE_END, end_date);

  return finish (group, &id, added, error);
}

gboolean
way_person_add (WayEditGroup *group, const char *name, WayRelation relation, WayId *added,
                GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_PERSON, &id);

  set_line (builder, WAY_PERSON_NAME, name);
  way_record_builder_set_choice (builder, WAY_PERSON_RELATION, relation);

  return finish (group, &id, added, error);
}

gboolean
way_credential_add (WayEditGroup *group, const char *name, WayCredentialKind kind, WayId *added,
                    GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_CREDENTIAL, &id);

  set_line (builder, WAY_CREDENTIAL_NAME, name);
  way_record_builder_set_choice (builder, WAY_CREDENTIAL_KIND, kind);

  return finish (group, &id, added, error);
}

gboolean
way_activity_add (WayEditGroup *group, const char *title, WayDate date, WayActivityType type,
                  WayId *added, GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_ACTIVITY, &id);

  set_line (builder, WAY_ACTIVITY_TITLE, title);
  way_record_builder_set_date (builder, WAY_ACTIVITY_DATE, date);
  way_record_builder_set_choice (builder, WAY_ACTIVITY_TYPE, type);

  return finish (group, &id, added, error);
}

gboolean
way_review_add (WayEditGroup *group, WayDate date, WayPeriod period, WayId *added, GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_REVIEW, &id);

  way_record_builder_set_date (builder, WAY_REVIEW_DATE, date);
  way_record_builder_set_choice (builder, WAY_REVIEW_PERIOD, period);

  return finish (group, &id, added, error);
}

gboolean
way_comment_add (WayEditGroup *group, const WayId *on, WayField field, const char *author,
                 const char *text, gint64 instant, WayId *added, GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_COMMENT, &id);
  g_autofree char *prose = way_text_clean (text, -1);

  way_record_builder_set_ref (builder, WAY_COMMENT_ON, on);
  if (field != WAY_FIELD_NONE)
    set_line (builder, WAY_COMMENT_FIELD, way_schema_get_field (field)->xml_name);
  set_line (builder, WAY_COMMENT_AUTHOR, author);
  way_record_builder_set_text (builder, WAY_COMMENT_TEXT, prose, -1);
  way_record_builder_set_instant (builder, WAY_COMMENT_INSTANT, instant);

  return finish (group, &id, added, error);
}

gboolean
way_link_add (WayEditGroup *group, const WayId *of, const char *uri, const char *title,
              WayId *added, GError **error)
{
  WayId id;
  WayRecordBuilder *builder = start (group, WAY_KIND_LINK, &id);

  way_record_builder_set_ref (builder, WAY_LINK_OF, of);
  set_line (builder, WAY_LINK_URI, uri);
  set_line (builder, WAY_LINK_TITLE, title);

  return finish (group, &id, added, error);
}
