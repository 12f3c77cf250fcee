/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a milestone's fields say together.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

#define WAY_MILESTONE_PERCENT_DONE 100

/**
 * way_milestone_get_percent:
 * @milestone: a milestone
 *
 * Returns: how far it has come, from 0 to %WAY_MILESTONE_PERCENT_DONE, which is what is done has,
 *   whatever its progress says
 */
int way_milestone_get_percent (const WayRecord *milestone);

G_END_DECLS
