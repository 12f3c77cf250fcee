/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of time that have a name, as quarters and seasons, and places in them.
 */
#pragma once

#include "way-quick-point.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_QUICK_PART_FIRST,
  WAY_QUICK_PART_MIDDLE,
  WAY_QUICK_PART_LAST,
} WayQuickPart;

/* "Q3 2027", "3rd quarter of 2027", "Q3", which is the next to come */
gboolean way_quick_read_quarter (const WayQuickReader *self, guint *index, WayQuickPoint *point);

/* "summer 2028", "winter 2027/28", "next spring": about three months, as the northern half of the
 * earth has them. Without a year "fall" is an accident. */
gboolean way_quick_read_season (const WayQuickReader *self, guint *index, WayQuickPoint *point);

/* "today", "next month", "this year" */
gboolean way_quick_read_relative (const WayQuickReader *self, guint *index, WayQuickPoint *point);

/**
 * way_quick_point_narrow:
 * @point: (inout): a year, a month, or a stretch with a name; becomes one of its months or days
 *
 * What people call the end of a year is about its last month, and that of a month about its last
 * day.
 *
 * Returns: FALSE for a day, which has no parts
 */
gboolean way_quick_point_narrow (WayQuickPoint *point, WayQuickPart part);

G_END_DECLS
