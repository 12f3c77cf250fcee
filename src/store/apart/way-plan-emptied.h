/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a save would put an empty plan in the place of one that is not.
 */
#pragma once

#include "way-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_plan_is_emptied:
 * @snapshot: what is to be saved
 * @file: where to
 *
 * An empty plan over a full one is more often the sign of a mistake than somebody's wish. Costs
 * nothing unless the plan is empty, and then blocks while the file is read.
 *
 * Returns: whether @snapshot has no records but its root while @file holds some, or holds something
 *   that cannot be read as a plan
 */
gboolean way_plan_is_emptied (WaySnapshot *snapshot, GFile *file, GCancellable *cancellable);

G_END_DECLS
