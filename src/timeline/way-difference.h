/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records that a change of the plan has brought (1) or taken away (-1), by their address, which the
 * change set keeps. One that came and went on the way, or went and came back as undo brings it, is
 * as it was (0). Internal to the room.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

typedef struct _WayDifference WayDifference;

/* Room for @n_records */
WayDifference *way_difference_new (guint n_records);
void way_difference_free (WayDifference *self);

void way_difference_add (WayDifference *self, const WayRecord *record, int by);
int way_difference_get (const WayDifference *self, const WayRecord *record);

G_END_DECLS
