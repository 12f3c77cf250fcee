/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a plan was last looked at, kept for the person at this computer and never in the plan's file.
 */
#pragma once

#include "way-id.h"

G_BEGIN_DECLS

/**
 * way_view_state_load:
 * @plan: the plan's id
 *
 * Returns: (transfer full): a group for each part of the window that has anything to remember;
 * empty when nothing is known, or nothing that can be read
 */
GKeyFile *way_view_state_load (const WayId *plan);

/**
 * way_view_state_save:
 * @state: ids and numbers; no text of the plan, for the file outlives it
 *
 * Writes below the user's state folder, readable by nobody else, and forgets the plans that were
 * not looked at for longest when there are very many. Failing is no harm, and said only in the log.
 */
void way_view_state_save (const WayId *plan, GKeyFile *state);

/**
 * way_view_state_forget:
 *
 * Removes what is known of how @plan was looked at.
 */
void way_view_state_forget (const WayId *plan);

G_END_DECLS
