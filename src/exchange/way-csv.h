/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comma-separated values as spreadsheets read them (RFC 4180). Internal to the room.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * way_csv_write_milestones:
 * @text: where the lines are appended: a header with the names of the fields, then one for each
 * milestone
 *
 * Private fields are left out. References are written as what people call the records. A cell that
 * a spreadsheet would take for a formula gets an apostrophe before it.
 */
void way_csv_write_milestones (WayPlan *plan, WayRecord *const *milestones, guint n_milestones,
                               GString *text);

/**
 * way_csv_write_labelled:
 *
 * The same for people: columns are headed as the fields are called on the screen.
 */
void way_csv_write_labelled (WayPlan *plan, WayRecord *const *milestones, guint n_milestones,
                             GString *text);

G_END_DECLS
