/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The object that stands for a row of the outline while the list looks at it.
 */
#pragma once

#include "way-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_OUTLINE_ROW (way_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineRow, way_outline_row, WAY, OUTLINE_ROW, GObject)

/**
 * WayOutlineRow::changed:
 *
 * There may be something else to show in the row.
 */

WayOutlineRow *way_outline_row_new (WayRecord *record);

/**
 * way_outline_row_get_record:
 *
 * Returns: (transfer none): the goal or milestone as the plan has it now; of one id all the row's
 * life
 */
WayRecord *way_outline_row_get_record (WayOutlineRow *self);

/**
 * way_outline_row_update:
 * @record: of the same id
 *
 * Emits #WayOutlineRow::changed.
 */
void way_outline_row_update (WayOutlineRow *self, WayRecord *record);

G_END_DECLS
