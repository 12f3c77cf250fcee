/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The credentials of a plan as those who audit them ask for: what was done, for how many hours, and
 * what shows it. Internal to the room.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

/**
 * way_credential_record_new:
 * @options: the range chooses activities by their date; the goal chooses credentials that its
 *   milestones are about
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): the pages, with a bookmark a credential
 */
WayPages *way_credential_record_new (WayPlan *plan, const WayPrintOptions *options, GError **error);

G_END_DECLS
