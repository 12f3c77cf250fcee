/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the inspector for a dependency: what it leads to or comes from, and, unfolded, its type
 * and lag.
 */
#pragma once

#include "way-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_DEPENDENCY_ROW (way_dependency_row_get_type ())
G_DECLARE_FINAL_TYPE (WayDependencyRow, way_dependency_row, WAY, DEPENDENCY_ROW, AdwExpanderRow)

/**
 * way_dependency_row_new:
 * @end: WAY_DEPENDENCY_FROM or WAY_DEPENDENCY_TO: which milestone it is called by
 *
 * Returns: (transfer none): a row that shows nothing yet
 */
GtkWidget *way_dependency_row_new (WayField end);

/**
 * way_dependency_row_show:
 * @dependency: one of @document's plan, the same one all the row's life
 *
 * Follows the plan. What is being typed stays.
 */
void way_dependency_row_show (WayDependencyRow *self, WayDocument *document,
                              const WayRecord *dependency);

G_END_DECLS
