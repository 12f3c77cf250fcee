/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts of the sample plans, for the tests of this room.
 */
#pragma once

#include "way-layout.h"

G_BEGIN_DECLS

/* One with labels whose widths depend on no font */
WayLayout *sample_layout_new (WayPlan *plan, double day_width);

/* NULL when no item is called so by sample_id() */
const WayItem *sample_layout_find (WayLayout *layout, const char *name);

/* That both have the same lanes, and in them the same items at the same places */
void sample_layout_assert_same (WayLayout *a, WayLayout *b);

G_END_DECLS
