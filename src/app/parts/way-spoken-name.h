/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader calls a record, in the timeline and in the outline.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_spoken_name:
 * @remark: (nullable): what else is to be said of it
 *
 * Returns: (transfer full): what a screen reader says of a milestone, a credential or a goal
 */
char *way_spoken_name (const WayRecord *record, const char *remark);

G_END_DECLS
