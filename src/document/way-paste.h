/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a clip, or lines of text, into a plan.
 */
#pragma once

#include "way-cut.h"
#include "way-edit-group.h"
#include "way-quick-words.h"

G_BEGIN_DECLS

/**
 * WayPastePlace:
 * @goal: (nullable): whose milestones the milestones become that have no goal in the clip; such
 * goals come to stand beside it. %NULL for milestones without a goal and goals at the top.
 * @day: WAY_DAY_NONE to keep the dates; else all move by as many days, so that the earliest begins
 * on this one
 * @cut: (nullable): of the plan; what a cut of the same clip has lost comes back
 */
typedef struct
{
  const WayId *goal;
  WayDay day;
  const WayCut *cut;
} WayPastePlace;

/**
 * way_paste_clip:
 * @clip: see way_clip_copy() and way_clip_read()
 * @added: (element-type WayId): where the ids of the goals and milestones are appended that are in
 * no other that was pasted
 * @error: WAY_CLIP_ERROR_EMPTY when the plan has all of it already, or WAY_EDIT_ERROR
 *
 * Adds what is in @clip, with new ids and after all that is there. A person or credential that the
 * plan has already, by its id or else by its name, is not added again, nor is what belongs to it;
 * one that is added keeps its id, so that it is known the next time. Names the step.
 */
gboolean way_paste_clip (WayEditGroup *group, WayPlan *clip, WayPastePlace place, GArray *added,
                         GError **error);

/**
 * way_paste_text:
 * @words: what is understood in a line; see way_quick_add_parse()
 * @goal: (nullable): whose milestones they become when a line names no goal
 * @added: (element-type WayId): where their ids are appended
 * @error: WAY_CLIP_ERROR
 *
 * Adds a milestone for each line that is not empty; what marks it as one of a list is left out. A
 * line in which nothing makes sense but as a whole is the title. Names the step.
 */
gboolean way_paste_text (WayEditGroup *group, const char *text, const WayQuickWords *words,
                         WayDay today, const WayId *goal, GArray *added, GError **error);

/**
 * way_paste_duplicate:
 * @ids: (array length=n_ids): what is selected
 * @added: as for way_paste_clip()
 *
 * As copying and pasting, but each stays where its original is. Names the step.
 */
gboolean way_paste_duplicate (WayEditGroup *group, const WayId *ids, guint n_ids, GArray *added,
                              GError **error);

G_END_DECLS
