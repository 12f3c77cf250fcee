/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which activities count towards a credential, and what they come to. Internal to the room.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayTallySum:
 * @name: (nullable): the category, %NULL of all
 * @hours: hundredths
 * @credits: hundredths
 */
typedef struct
{
  char *name;
  gint64 hours;
  gint64 credits;
} WayTallySum;

/**
 * WayTally:
 * @activities: (element-type WayRecord): by date, those without one last
 * @total: of all of them, each once
 * @participatory: of those with others
 * @categories: (element-type WayTallySum): by name; an activity may be in several
 */
typedef struct
{
  GPtrArray *activities;
  WayTallySum total;
  WayTallySum participatory;
  GArray *categories;
} WayTally;

/**
 * way_tally_new:
 * @credential: (nullable): towards which; %NULL for the activities that count towards none
 * @from: leave out what was before, WAY_DAY_NONE for nothing
 * @to: leave out what was later, WAY_DAY_NONE for nothing
 *
 * Where there is a range, activities without a date are left out.
 *
 * Returns: (transfer full): the activities
 */
WayTally *way_tally_new (WayPlan *plan, const WayId *credential, WayDay from, WayDay to);
void way_tally_free (WayTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTally, way_tally_free)

/**
 * way_tally_get_categories:
 *
 * Returns: (transfer full): the categories under which @activity counts towards @credential, with
 * commas between them; empty when there is none
 */
char *way_tally_get_categories (const WayRecord *activity, const WayId *credential);

/**
 * way_tally_format:
 *
 * Returns: (transfer full): a number in hundredths as people write it, "7.5"
 */
char *way_tally_format (gint64 hundredths);

G_END_DECLS
