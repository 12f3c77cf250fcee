/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New records of each kind, with what one of that kind needs at birth; the rest is set afterwards.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/* In all of them: texts are cleaned of what XML cannot hold; @added (out, optional) is the new
 * record's id; errors are of the domain WAY_EDIT_ERROR. */

/**
 * way_goal_add:
 * @parent: (nullable): the goal that it is part of
 */
gboolean way_goal_add (WayEditGroup *group, const char *title, const WayId *parent, WayId *added,
                       GError **error);

/**
 * way_goal_add_as:
 * @id: a new one, for whoever has to know it before
 * @title: (nullable): when it is still to be typed
 * @parent: (nullable): the goal that it is part of
 */
gboolean way_goal_add_as (WayEditGroup *group, const WayId *id, const char *title,
                          const WayId *parent, GError **error);

/**
 * way_milestone_add:
 * @goal: (nullable): the goal that it serves
 * @start: WAY_DATE_NONE for a deadline or an undated milestone
 * @end: WAY_DATE_NONE for a point in time
 */
gboolean way_milestone_add (WayEditGroup *group, const char *title, const WayId *goal,
                            WayDate start, WayDate end, WayId *added, GError **error);

gboolean way_person_add (WayEditGroup *group, const char *name, WayRelation relation, WayId *added,
                         GError **error);
gboolean way_credential_add (WayEditGroup *group, const char *name, WayCredentialKind kind,
                             WayId *added, GError **error);
gboolean way_activity_add (WayEditGroup *group, const char *title, WayDate date,
                           WayActivityType type, WayId *added, GError **error);
gboolean way_review_add (WayEditGroup *group, WayDate date, WayPeriod period, WayId *added,
                         GError **error);

/**
 * way_comment_add:
 * @on: the record that is commented on; the plan's id for the plan as a whole
 * @field: the field that is meant, or WAY_FIELD_NONE
 * @instant: when, in seconds since 1970-01-01T00:00:00Z
 */
gboolean way_comment_add (WayEditGroup *group, const WayId *on, WayField field, const char *author,
                          const char *text, gint64 instant, WayId *added, GError **error);

/**
 * way_link_add:
 * @of: the record that the evidence belongs to
 * @title: (nullable): what to call it
 */
gboolean way_link_add (WayEditGroup *group, const WayId *of, const char *uri, const char *title,
                       WayId *added, GError **error);

G_END_DECLS
