/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records that a change of the plan has brought (1) or taken away (-1), by their address, which the
 * change set keeps. One that came and went on the way, or went and came back as undo brings it, is
 * as it was (0). Internal to the room.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

typedef struct _WayBalance WayBalance;

/* Room for @n_records */
WayBalance *way_balance_new (guint n_records);
void way_balance_free (WayBalance *self);

void way_balance_add (WayBalance *self, const WayRecord *record, int by);
int way_balance_get (const WayBalance *self, const WayRecord *record);

G_END_DECLS
