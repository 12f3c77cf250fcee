/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people do with milestones beside setting their fields.
 */
#pragma once

#include "way-edit-group.h"
#include "way-shift.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_EDGE_START,
  WAY_EDGE_END,
} WayEdge;

/**
 * way_milestone_move:
 * @days: later when positive
 *
 * Moves both ends and keeps their precision. Nothing happens to a milestone without dates.
 */
gboolean way_milestone_move (WayEditGroup *group, const WayId *id, int days, GError **error);
gboolean way_milestone_move_months (WayEditGroup *group, const WayId *id, int months,
                                    GError **error);

/**
 * way_milestone_move_all:
 * @ids: (array length=n_ids): milestones, each once
 *
 * Moves each as way_milestone_move() does, thousands with less waiting for memory.
 */
gboolean way_milestone_move_all (WayEditGroup *group, const WayId *ids, guint n_ids, WayShift shift,
                                 GError **error);

/**
 * way_milestone_move_on:
 * @before: the milestone as it was before it was moved
 * @by: how far it has been moved since then; by nothing at first
 * @to: how far it is to be moved, from then
 *
 * Moves it on as way_shift_dates_on() does.
 */
gboolean way_milestone_move_on (WayEditGroup *group, const WayRecord *before, WayShift by,
                                WayShift to, GError **error);

/**
 * way_milestone_get_resized:
 * @record: a milestone
 * @edge: the one that moves
 * @days: later when positive
 *
 * Returns: the date at @edge once it is moved, as precise as the one that was there; of a point or
 * a deadline, as the one that it has. %WAY_DATE_NONE where there is none and none comes about,
 * because it would be the same as the other.
 */
WayDate way_milestone_get_resized (const WayRecord *record, WayEdge edge, int days);

/**
 * way_milestone_resize:
 * @days: later when positive
 *
 * Moves one end to way_milestone_get_resized(). A point or a deadline becomes a span when the end
 * that it has not got is moved. Refused when it would end before it starts, or has no dates at all.
 */
gboolean way_milestone_resize (WayEditGroup *group, const WayId *id, WayEdge edge, int days,
                               GError **error);

/**
 * way_milestone_resize_on:
 * @before: the milestone as it was before @edge was moved
 * @by: how many days it has been moved since then; 0 at first
 * @to: how many days it is to be moved, from then
 *
 * Moves one end further as way_milestone_resize() does. Many steps get it as far as one long one,
 * as by way_milestone_move_on(), and an end that came about by them goes as it came.
 */
gboolean way_milestone_resize_on (WayEditGroup *group, const WayRecord *before, WayEdge edge,
                                  int by, int to, GError **error);

/**
 * way_milestone_set_dates:
 * @start: WAY_DATE_NONE for none
 * @end: WAY_DATE_NONE for none
 */
gboolean way_milestone_set_dates (WayEditGroup *group, const WayId *id, WayDate start, WayDate end,
                                  GError **error);

/**
 * way_milestone_reparent:
 * @goal: (nullable): the goal that it is to serve, %NULL for none
 *
 * Puts the milestone last in @goal.
 */
gboolean way_milestone_reparent (WayEditGroup *group, const WayId *id, const WayId *goal,
                                 GError **error);

/**
 * way_milestone_reorder:
 * @next: (nullable): the milestone that it is to stand before, which may be of another goal; %NULL
 * for last among its siblings
 */
gboolean way_milestone_reorder (WayEditGroup *group, const WayId *id, const WayId *next,
                                GError **error);

/**
 * way_milestone_set_done:
 *
 * Done sets the progress to 100; not done makes it planned again, without progress.
 */
gboolean way_milestone_set_done (WayEditGroup *group, const WayId *id, gboolean done,
                                 GError **error);
gboolean way_milestone_toggle_done (WayEditGroup *group, const WayId *id, GError **error);

G_END_DECLS
